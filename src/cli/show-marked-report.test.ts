import { describe, expect, it } from 'vitest'
import { showMarkedReport } from './show-marked-report.ts'
import { columnsOf, wrapSpans } from './text-width.ts'

type Reading = Parameters<typeof showMarkedReport>[0]

function reading(text: string, ...evidence: string[]): Reading {
  const claims = evidence.map((words, index) => {
    const start = text.indexOf(words)
    return { id: `c${index + 1}`, evidence: words, span: [start, start + words.length] }
  })
  return { id: 'r', text, claims } as unknown as Reading
}

describe('showMarkedReport', () => {
  it('puts the id of a claim before its words and brackets around them where there is no colour', () => {
    const text = 'Storms came. Flows fell by a third, the operator said.'
    const shown = showMarkedReport(reading(text, 'Flows fell by a third'), { colour: false, width: 100 })
    expect(shown).toBe('\u2066Storms came. [c1 Flows fell by a third], the operator said.\u2069')
  })

  it('loses no word when a claim runs over several lines', () => {
    const text = 'one two three four five six seven eight nine ten eleven twelve'
    const shown = showMarkedReport(reading(text, 'three four five six seven eight nine'), {
      colour: false,
      width: 32,
    })
    expect(shown.replace(/\[c1 |\]|[\u2066\u2069]/gu, '').replaceAll('\n', ' ')).toBe(text)
    expect(shown.split('\n').length).toBeGreaterThan(2)
  })

  it('runs every line of an Arabic paragraph from right to left, also one that begins with Latin letters', () => {
    const text = 'قالت الشركة إن خط CPC عاد\nThe line is back.'
    const lines = showMarkedReport(reading(text), { colour: false, width: 30 }).split('\n')
    expect(lines.map((line) => line.charAt(0))).toEqual(['\u2067', '\u2067', '\u2066'])
  })
})

describe('wrapSpans', () => {
  it('breaks Han text anywhere, counting two columns a character', () => {
    expect(columnsOf('中国 gas')).toBe(8)
    expect(wrapSpans('中国石油天然气', 6)).toEqual([
      [0, 3],
      [3, 6],
      [6, 7],
    ])
  })

  it('keeps empty lines and breaks a word that is longer than the line', () => {
    expect(wrapSpans('a\n\nb', 10)).toEqual([
      [0, 1],
      [2, 2],
      [3, 4],
    ])
    expect(wrapSpans('abcdefgh', 4)).toEqual([
      [0, 4],
      [4, 8],
    ])
  })
})

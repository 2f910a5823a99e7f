import { expect, it } from 'vitest'
import { displayWidth, oneLine, wrapText } from './plain-text.ts'

it('counts wide letters twice and marks not at all', () => {
  expect(displayWidth('ab')).toBe(2)
  expect(displayWidth('石油')).toBe(4)
  expect(displayWidth('e\u0301\u2067\u2069')).toBe(1)
})

it('breaks at spaces, and leaves a longer word whole', () => {
  expect(wrapText('aaaa bbbb cccccccccccccccccccccccccc dd', 20)).toEqual([
    'aaaa bbbb',
    'cccccccccccccccccccccccccc',
    'dd',
  ])
})

it('closes an isolate at the end of its line and opens it again on the next', () => {
  const lines = wrapText(oneLine('واحد اثنان ثلاثة أربعة خمسة ستة سبعة'), 20, '  ')
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines) {
    expect(line.startsWith('  \u2067')).toBe(true)
    expect(line.endsWith('\u2069')).toBe(true)
  }
})

it('puts text from outside on one line', () => {
  expect(oneLine(' a\n\n b\u001b[2J ')).toBe('a b[2J')
})

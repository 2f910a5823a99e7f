import { describe, expect, it } from 'vitest'
import { fixtureBrief } from '../fixtures/fixture-brief.ts'
import { hostileBrief, payloads } from '../fixtures/fixture-hostile.ts'
import { plain } from './markdown-parts.ts'
import { renderBriefMarkdown } from './render-markdown.ts'

const text = renderBriefMarkdown(fixtureBrief)

describe('brief.md', () => {
  it('says in short what the page says in short', () => {
    expect(text).toContain('Range: 0 to 396\u00a0kb/d, middle case 210\u00a0kb/d (computed) [C1, F2]')
    expect(text.indexOf('How sure: Moderate')).toBeLessThan(text.indexOf('### What is claimed'))
  })

  it('puts right-to-left quotations between isolates, and the others as they stand', () => {
    expect(text).toContain(`> \u2067${fixtureBrief.claims[0]?.evidence}\u2069`)
    expect(text).toContain(`> ${fixtureBrief.claims[1]?.evidence}`)
  })

  it('lists every mark that it uses', () => {
    const used = new Set(
      [...text.matchAll(/\[((?:[CFAL]\d+(?:, )?)+)\]/g)].flatMap((match) => match[1]?.split(', ') ?? []),
    )
    expect(used.size).toBeGreaterThan(8)
    for (const mark of used) expect(text).toContain(`**${mark}**`)
  })

  it('names disagreement, what was not computed, what was not understood and every source', () => {
    expect(text).toMatch(
      /30 to 40\u00a0% \(.+, C1 in report gulf-energy-ar\) against 25\u00a0% \(.+, C2 in report port-notes-ru\)/u,
    )
    expect(text).toContain('The change of the oil price: not computed, because')
    for (const item of fixtureBrief.not_understood) expect(text).toContain(item.text)
    for (const source of fixtureBrief.sources) expect(text).toContain(source.title)
  })

  it('keeps each table rectangular', () => {
    const tables = text.split('\n\n').filter((block) => block.startsWith('| '))
    expect(tables.length).toBeGreaterThan(5)
    for (const table of tables)
      expect(new Set(table.split('\n').map((row) => row.split(' | ').length)).size).toBe(1)
  })

  it.each(payloads)('makes no markup, image, link or table cell of %j', (payload) => {
    const spoilt = renderBriefMarkdown(hostileBrief(payload))
    expect(spoilt).not.toMatch(/<(script|img|iframe|b|\/)/i)
    expect(spoilt).not.toMatch(/(?<!\\)\]\(/)
    expect(spoilt).not.toMatch(/(?<!\\)`/)
    expect(spoilt.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
    expect(spoilt.split('\n').length).toBe(text.split('\n').length)
  })

  it('turns no line of a report into a heading, list or rule', () => {
    expect(plain('# title')).toBe('\\# title')
    expect(plain('- item')).toBe('\\- item')
    expect(plain('1. item')).toBe('1\\. item')
    expect(plain('a | b')).toBe('a \\| b')
    expect(plain('snake_case _em_')).toBe('snake_case \\_em\\_')
    expect(plain('&lt;b&gt; R&D')).toBe('&amp;lt;b&amp;gt; R&D')
  })
})

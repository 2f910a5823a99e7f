import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Brief } from '../src/briefs/brief.ts'
import { corridor, root } from './run-corridor.ts'

const seeds = join(root, '../shared/seeds')
const hasSeeds = existsSync(seeds)
// biome-ignore lint/suspicious/noConsole: a skipped test must be heard
if (!hasSeeds) console.warn('SKIPPED: ../shared/seeds is missing, so the first reports are not briefed here')

/** Days as docs/guide.md explains them: two reports of 2025 and one of 2008 do not say when they were written. */
const dates = ['004_2caf0d402b38fe17=2008-09-25', '001_d6e48f24d25d92a8=2025-11-13', '2025-03-14']

describe.skipIf(!hasSeeds)('corridor brief on the five first reports', () => {
  let folder = ''
  let brief: Brief
  let status: number | null = null
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'seeds-'))
    const published = dates.flatMap((date) => ['--published', date])
    const ran = corridor(['brief', seeds, ...published, '--out', folder, '--json', '--quiet'])
    status = ran.status
    brief = JSON.parse(ran.out) as Brief
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const reportsOf = (event: Brief['events'][number]): string[] => [
    ...new Set(event.claims.map((claim) => claim.report.slice(0, 3))),
  ]

  it('says which day was used for each report, and why', () => {
    expect(status).toBe(0)
    const used = brief.reports.map((report) => [report.id.slice(0, 3), report.published])
    expect(Object.fromEntries(used)).toMatchObject({
      '001': '2025-11-13',
      '003': '2025-11-12',
      '004': '2008-09-25',
    })
    for (const report of brief.reports) expect(report.dated_because).toMatch(/\d{4}-\d{2}-\d{2}/u)
  })

  it('computes the struck station, the way to China, the return of Nord Stream and the halt to the border', () => {
    const computed = brief.stories.filter((story) => story.scenarios.length > 0)
    const titles = computed.map((story) => story.title).join('\n')
    expect(titles).toMatch(/Kropotkinskaya/u)
    expect(titles).toMatch(/Omsk-Pavlodar/u)
    expect(titles).toMatch(/Nord Stream/u)
    expect(titles).toMatch(/halt/u)
    for (const story of computed) {
      expect(story.answer.low).not.toBeNull()
      expect(story.answer.because.some((because) => because.startsWith('claim:'))).toBe(true)
      expect(story.map.length).toBeGreaterThan(0)
      expect(story.charts).toHaveLength(1)
    }
  })

  it('asks about the line of the struck station, which others name beside it, and finds room in its capacity', () => {
    const struck = brief.stories.find((story) => story.title.startsWith('Kropotkinskaya'))
    expect(struck?.answer.sentence).toMatch(/CPC pipeline, Russian section carried 1,\d{3}\s/u)
    expect(struck?.answer.low).toBe(0)
    expect(struck?.answer.central).toBe(0)
    expect(struck?.answer.high).toBeGreaterThan(200)
  })

  it('says that nothing hangs on a direction of trade in which nothing flows', () => {
    const told = brief.stories.map((story) => story.answer.sentence).join(' ')
    expect(told).toContain('No electricity from Kazakhstan to Russia: none flows in the base')
    expect(told).not.toMatch(/\(0 \S+ in the base\)/u)
  })

  it('makes the meeting, the agreement and the gas talks of two reports one event each', () => {
    const shared = brief.events.filter((event) => {
      const reports = reportsOf(event)
      return reports.includes('001') && reports.includes('003')
    })
    expect(shared.map((event) => event.type).sort()).toEqual(['agreement', 'negotiation', 'visit_or_meeting'])
    // The headline of the deal in one report, its terms there and in the other: one agreement of one day.
    const agreement = shared.find((event) => event.type === 'agreement')
    expect(agreement?.time).toBe('2025-11-12')
    expect(agreement?.claims.length).toBeGreaterThan(2)
  })

  it('keeps the two reports of spring 2025 in one story without a shared event, and mixes no pair', () => {
    for (const event of brief.events) {
      const reports = reportsOf(event)
      expect(reports.includes('000') && reports.includes('002'), event.title).toBe(false)
      const spring = reports.includes('000') || reports.includes('002')
      const autumn = reports.includes('001') || reports.includes('003')
      expect(spring && autumn, event.title).toBe(false)
    }
    const byId = new Map(brief.events.map((event) => [event.id, reportsOf(event)]))
    const together = brief.stories.some((story) => {
      const reports = new Set(story.events.flatMap((id) => byId.get(id) ?? []))
      return reports.has('000') && reports.has('002')
    })
    expect(together).toBe(true)
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Claim, Reading } from '../src/claims/claim.ts'
import type { Event, Events } from '../src/events/event.ts'
import { corridor, root } from './run-corridor.ts'

/** The gold of reading tells which claims of two reports are one, and which contradict each other. */
const folder = join(root, '../shared/reading/dev')
const hasGold = existsSync(folder)
if (!hasGold) process.emitWarning('../shared/reading is missing: reports of one event are not compared')

type Ref = readonly [report: string, claim: string]

interface Relation {
  readonly relation: string
  readonly a: Ref
  readonly b: Ref
}

/** Share of the shorter span that two claims have in common, from which on they are the same words. */
const COMMON = 0.5

describe.skipIf(!hasGold)('reports of one event, from their texts to their events', () => {
  const readings = new Map<string, Reading>()
  let events: Events = { schema_version: '1', events: [], stories: [], duplicates: [] }
  beforeAll(() => {
    for (const line of corridor(['read', folder, '--json', '--quiet']).out.trim().split('\n')) {
      const reading = JSON.parse(line) as Reading
      readings.set(reading.id, reading)
    }
    events = JSON.parse(corridor(['events', folder, '--json', '--quiet']).out) as Events
  })

  const goldClaim = ([report, id]: Ref): Claim | undefined => {
    const gold = JSON.parse(readFileSync(join(folder, `${report}.gold.json`), 'utf8')) as { claims: Claim[] }
    return gold.claims.find((claim) => claim.id === id)
  }

  /** The reader's claims in the words of a claim of the gold. */
  function told(ref: Ref): Ref[] {
    const gold = goldClaim(ref)
    if (gold === undefined) return []
    const [start, end] = gold.span
    const own = readings.get(ref[0])?.claims ?? []
    return own
      .filter(({ span: [from, to] }) => {
        const common = Math.min(to, end) - Math.max(from, start)
        return common >= COMMON * Math.min(to - from, end - start)
      })
      .map(({ id }) => [ref[0], id] as const)
  }

  const isOf =
    ([report, claim]: Ref) =>
    (ref: { report: string; claim: string }) =>
      ref.report === report && ref.claim === claim
  const eventOf = (ref: Ref): Event | undefined => events.events.find((event) => event.claims.some(isOf(ref)))

  function disagree(a: Ref, b: Ref): boolean {
    const [x, y] = [eventOf(a), eventOf(b)]
    const denies = (from?: Event, to?: Event): boolean =>
      from?.links.some((link) => link.kind === 'denies' && link.event === to?.id) ?? false
    const sides = (event?: Event): boolean =>
      event?.contradictions.some(({ values }) => {
        const [i, j] = [a, b].map((ref) => values.findIndex(({ claims }) => claims.some(isOf(ref))))
        return i !== undefined && j !== undefined && i >= 0 && j >= 0 && i !== j
      }) ?? false
    return denies(x, y) || denies(y, x) || sides(x) || sides(y)
  }

  function held(relation: string, holds: (a: Ref, b: Ref) => boolean): number {
    const all = JSON.parse(readFileSync(join(folder, 'relations.json'), 'utf8')) as Relation[]
    return all
      .filter((pair) => pair.relation === relation)
      .filter(({ a, b }) => told(a).some((x) => told(b).some((y) => holds(x, y)))).length
  }

  it('makes one event of at least 21 of the 29 pairs that tell one, whatever the reader missed', () => {
    expect(held('same', (a, b) => eventOf(a) === eventOf(b))).toBeGreaterThanOrEqual(21)
  })

  it('shows at least 10 of the 17 pairs that contradict each other as contradiction or denial', () => {
    expect(held('contradict', disagree)).toBeGreaterThanOrEqual(10)
  })

  it('keeps the look-alike stations apart', () => {
    expect(held('distinct', (a, b) => eventOf(a) === eventOf(b))).toBe(0)
  })

  it('mixes no reports of different groups in one event', () => {
    const groupOf = (id: string): string =>
      (JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as { group: string }).group
    const mixed = events.events.filter(
      (event) => new Set(event.claims.map(({ report }) => groupOf(report))).size > 1,
    )
    expect(mixed.map(({ title }) => title)).toEqual([])
  })
})

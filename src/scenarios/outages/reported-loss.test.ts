import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import type { EventFacts } from '../event-facts.ts'
import { factsFixture, quantityFixture } from '../event-facts-fixture.ts'
import { shippedPremises } from '../premises-fixture.ts'
import { findReportedLosses } from './reported-loss.ts'

const past = (id: string, days: number): string =>
  `${id},Some line,pipeline,fault,halt,2020-01-01,${days},100,,,,,assumed,guess,`

const { atlas } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  precedents: [past('p1', 7), past('p2', 14), past('p3', 21), past('p4', 280)],
})
const day = calendarDate('2025-03-01')

/** The trunk breaks and stops. */
const broken = factsFixture({
  type: 'outage_or_attack',
  refs: ['assets/trunk', 'carriers/crude'],
  cues: ['event:damage:leak', 'also:halt:shut'],
  day,
})
const carries = (value: number, modality: 'ongoing' | 'possible' = 'ongoing'): EventFacts =>
  factsFixture({
    id: 'e2',
    type: 'transit',
    refs: ['assets/trunk'],
    modality,
    quantities: [quantityFixture('q1', value, 'bbl/d')],
    day,
  })
const lossOf = (...facts: EventFacts[]) =>
  findReportedLosses({ facts, asked: new Set(), idle: new Set(), atlas, fallbackDay: day })[0]

describe('a loss that the network has no row for', () => {
  it('is out of what the reports say flowed, for as long as past outages of its kind lasted', () => {
    // Half of the four lasted 14 days or less: 14 of 28.
    const loss = lossOf(broken, carries(400_000))
    expect(loss).toMatchObject({ name: 'Trunk pipeline', carrier: 'crude', unit: 'kbbl_d', days: 28 })
    expect(loss?.amount).toMatchObject({ kind: 'carried', low: 400, high: 400 })
    expect(loss?.share.low).toBeCloseTo(7 / 28, 9)
    expect(loss?.share.central).toBeCloseTo(14 / 28, 9)
    expect(loss?.share.high).toBe(1)
  })

  it('is not out of what rises elsewhere because of it', () => {
    const rises = (refs: readonly string[]) =>
      factsFixture({
        id: 'e2',
        type: 'supply_change',
        refs,
        cues: ['event:rise:rose'],
        quantities: [quantityFixture('q1', 400_000, 'bbl/d')],
        day,
      })
    expect(lossOf(broken, rises(['countries/BB', 'carriers/crude']))).toBeUndefined()
    expect(lossOf(broken, rises(['assets/trunk']))?.amount).toMatchObject({ low: 400 })
  })

  it('is less where only what it can carry is told', () => {
    const loss = lossOf(broken, carries(400_000, 'possible'))
    expect(loss?.amount.kind).toBe('capacity')
    expect(loss?.share.central).toBeCloseTo((0.85 * 14) / 28, 9)
  })

  it('is the amount that is told to be gone before what flowed', () => {
    const falls = factsFixture({
      type: 'supply_change',
      refs: ['countries/AA', 'carriers/crude'],
      cues: ['event:fall:fell', 'topic:output:output'],
      quantities: [quantityFixture('q1', 90_000, 'bbl/d')],
      day,
    })
    expect(lossOf(falls, carries(400_000))?.amount).toMatchObject({ kind: 'lost', low: 90 })
  })

  it('lasts as told where that is told', () => {
    const week = factsFixture({
      id: 'e3',
      type: 'repair_or_restart',
      refs: [],
      modality: 'announced_or_planned',
      quantities: [quantityFixture('q2', 7, 'day')],
      day,
    })
    expect(lossOf(broken, carries(400_000), week)?.share.central).toBeCloseTo(7 / 28, 9)
  })

  it('is out of what flowed just before where the network has the line, and nothing on it', () => {
    const inIdle = (...facts: EventFacts[]) =>
      findReportedLosses({ facts, asked: new Set(), idle: new Set(['s1']), atlas, fallbackDay: day })
    const years = { ...carries(400_000), day: calendarDate('2023-03-01') }
    expect(inIdle(broken, carries(400_000))).toHaveLength(1)
    expect(inIdle(broken, years)).toEqual([])
    expect(inIdle(broken, carries(400_000, 'possible'))).toEqual([])
  })

  it('is none without an amount, of a denial, or where the network answers', () => {
    const denied = factsFixture({ type: 'supply_halt', refs: ['assets/trunk'], modality: 'denied', day })
    expect(lossOf(broken)).toBeUndefined()
    expect(lossOf(denied, carries(400_000))).toBeUndefined()
    const facts = [broken, carries(400_000)]
    expect(
      findReportedLosses({ facts, asked: new Set(['s1']), idle: new Set(), atlas, fallbackDay: day }),
    ).toEqual([])
  })
})

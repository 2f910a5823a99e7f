import { expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import type { Question } from '../../scenarios/question.ts'
import { networkFixture } from '../../solve/network/network-fixture.ts'
import { createSession } from '../../solve/session.ts'
import { openAtlas } from '../load-atlas.ts'
import { loadSolver } from '../load-solver.ts'
import { oilPriceChange } from './oil-answers.ts'

const start = calendarDate('2025-03-01')
const network = networkFixture({
  links: [
    {
      id: 'line',
      from: 'a:crude',
      to: 'w:crude',
      capacity: 2_000,
      flow: 2_000,
      kind: 'pipeline',
      cost: 1_000,
    },
    { id: 'other', from: 'b:crude', to: 'w:crude', capacity: 98_000, flow: 98_000, kind: 'sea', cost: 2_000 },
  ],
  supplies: [
    { id: 'field', bus: 'a:crude', capacity: 2_000, output: 2_000 },
    { id: 'rest', bus: 'b:crude', capacity: 98_000, output: 98_000 },
  ],
  demands: [{ id: 'world', bus: 'w:crude', rate: 100_000 }],
})
const question = {
  kind: 'outage',
  carrier: 'crude',
  links: ['line'],
  plants: [],
  networkDate: start,
  days: 28,
} as unknown as Question

async function priceOf(left: number) {
  const session = createSession(await loadSolver(), network, { grid: 'brief', start, days: 28 })
  try {
    const base = session.base()
    const run = session.solve([
      { asset: 'links/line', field: 'capacity', value: left, unit: 'kbbl_d', from: start, to: null },
    ])
    const { atlas } = openAtlas()
    const scenario = {
      id: 's',
      title: 's',
      network_date: start,
      start,
      days: 28,
      belief_days: 28,
      shocks: [],
      assumptions: [],
      watch: [],
    }
    const runs = { base, low: run, central: run, high: base, scenario }
    return oilPriceChange({ run: runs, question, network, world: network, atlas })
  } finally {
    session.dispose()
  }
}

it('asks the world market about the supply that an outage takes from it', async () => {
  // A field of 2,000 of 100,000 kb/d is shut in to a half: one percent is lost. The weakest answer is that of what
  // is held: by the 14th of 90 days 2,000 of idle capacity, and 1,000 of commercial stocks, as the price rises by a
  // fifth, with the middle of the elasticities, -0.13 and 0.1.
  const found = await priceOf(1_000)
  expect(found?.lost).toMatchObject({ least: 0, most: expect.closeTo(1_000, 3) })
  expect(found?.low).toBeCloseTo(0, 6)
  const price = 1 + (found?.high ?? 0) / 100
  const held = ((2_000 * 14) / 90 + 1_000) * Math.min(1, (price - 1) / 0.2)
  const middle = 99_000 * price ** 0.1 + held - 100_000 * price ** -0.13
  // Or that of demand at -0.02 with 3,500 idle and 1,800 in store at a tenth.
  const other = ((3_500 * 14) / 90 + 1_800) * Math.min(1, (price - 1) / 0.1)
  const weak = 99_000 * price ** 0.1 + other - 100_000 * price ** -0.02
  expect(Math.min(Math.abs(middle), Math.abs(weak))).toBeLessThan(1e-3)
  expect(Math.min(middle, weak)).toBeGreaterThan(-1e-3)
  const parts = found?.lost?.parts
  expect(
    (parts?.spare ?? 0) +
      (parts?.stocks ?? 0) +
      (parts?.release ?? 0) +
      (parts?.otherSupply ?? 0) +
      (parts?.lessDemand ?? 0),
  ).toBeCloseTo(1_000, 3)
  // The way from A costs what it did: the netback moves with the price of 69 dollars alone.
  expect(found?.netbacks?.[0]).toMatchObject({ bus: 'a:crude', freight: expect.closeTo(0, 9) })
  expect(found?.netbacks?.[0]?.high).toBeCloseTo((69 * (found?.high ?? 0)) / 100, 6)
})

it('says nothing of losses too small to tell or too large for responses to small changes', async () => {
  expect(await priceOf(1_990)).toBeNull()
})

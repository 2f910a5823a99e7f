import { expect, it } from 'vitest'
import type { Exposure } from '../../solve/result.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { exposureEffects } from './exposure-effects.ts'

const exposed = (of: string, lost: number): Exposure => ({
  kind: 'transit',
  of,
  carrier: 'gas',
  unit: 'gwh',
  base: 1_000,
  lost,
  money: { low: 40_000 * lost, central: 45_000 * lost, high: 50_000 * lost },
  because: ['atlas:tiers/gas-first/price'],
})
const answered = { question: { days: 91 } } as unknown as Answered
const run = {
  scenario: { id: 'outage', shocks: [] },
  exposure: {
    low: [exposed('countries/UA', 300), exposed('countries/SK', 1), exposed('countries/BG', -200)],
    central: [exposed('countries/UA', 100)],
    high: [],
  },
} as unknown as ScenarioRun

it('gives energy and worth of those who lose, as a range over the three runs; who gains is not exposed', () => {
  const effects = exposureEffects(answered, run)
  expect(
    effects.map(({ measure, zone, low, central, high, unit }) => [measure, zone, low, central, high, unit]),
  ).toEqual([
    ['transit lost', 'countries/UA', 0, 100, 300, 'gwh'],
    ['worth of transit lost', 'countries/UA', 0, 4.5, 15, 'million EUR'],
  ])
})

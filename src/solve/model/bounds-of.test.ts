import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import type { ConcreteShock } from '../../scenarios/scenario.ts'
import { baseOf } from '../base/base-memory.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { indexNetwork } from '../network/network-index.ts'
import { defaultPickUp, defaultSupplyPickUp } from '../network/pick-up.ts'
import { seasonsOf } from '../network/season.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { changedLimits } from '../plans/changed-limits.ts'
import { DayBounds } from '../plans/day-bounds.ts'
import { timeGrid } from '../time-grid.ts'
import { boundsOf, withFloors } from './bounds-of.ts'
import { buildDeltaProgramme } from './build-delta-programme.ts'
import { buildFrame } from './frame.ts'
import { shockedLimits } from './shock-limits.ts'

const highs = await solverForTests()
const start = calendarDate('2025-03-01')
const limits = { timeLimitSeconds: 10 }

const network = networkFixture({
  links: [
    { id: 'pipe', from: 'a:gas', to: 'b:gas', capacity: 120, flow: 60, cost: 500, loss: 0.01 },
    { id: 'back', from: 'b:gas', to: 'a:gas', capacity: 40, flow: null, cost: 300 },
    { id: 'ship', from: 'b:gas', to: 'sea:gas', capacity: null, flow: 10, cost: 90, kind: 'sea' },
  ],
  supplies: [
    { id: 'field', bus: 'a:gas', capacity: 150, output: 100, cost: 5_000 },
    { id: 'well', bus: 'b:gas', capacity: 60, output: 20, cost: 2_000 },
  ],
  demands: [
    { id: 'homes', bus: 'a:gas', rate: 40 },
    { id: 'mills', bus: 'b:gas', rate: 30 },
    { id: 'buyers', bus: 'sea:gas', rate: 10, kind: 'market' as const },
  ],
  stores: [{ id: 'cavern', bus: 'b:gas', volume: 500, level: 300, injection: 20, withdrawal: 30 }],
  conversions: [{ id: 'plant', from: 'b:gas', to: 'b:power', capacity: 60, flow: 25, efficiency: 0.5 }],
})
const periods = timeGrid('brief', start, 12)
const { seasonOf } = seasonsOf(periods)
const frame = buildFrame({
  index: indexNetwork(network),
  periods,
  seasonOf,
  ...baseOf(highs, network, { grid: 'brief', start, days: 12, limits }),
  pickUp: defaultPickUp,
  supplyPickUp: defaultSupplyPickUp,
  imposable: [],
  extendable: [],
  highs,
  runLimits: limits,
})
const delta = buildDeltaProgramme(frame)
const usual = boundsOf(frame, delta, frame.limits)

const shock = fc.record({
  of: fc.constantFrom(
    ['links/pipe', 'capacity'],
    ['links/back', 'flow'],
    ['links/ship', 'capacity'],
    ['supplies/field', 'supply'],
    ['conversions/plant', 'capacity'],
    ['demands/mills', 'demand'],
    ['demands/buyers', 'demand'],
    ['stores/cavern', 'withdrawal'],
    ['stores/cavern', 'level'],
  ),
  value: fc.constantFrom(0, 0.3, 1, 1.4),
  from: fc.nat(11),
})
const floor = fc.record({ demand: fc.constantFrom('homes', 'mills'), share: fc.constantFrom(0, 0.4, 1) })

describe('limits written over the usual ones', () => {
  it('are those worked out in whole, and name all in which they differ', () => {
    const day = new DayBounds(usual, delta)
    fc.assert(
      fc.property(fc.array(shock, { maxLength: 3 }), fc.array(floor, { maxLength: 1 }), (given, floors) => {
        const shocks = given.map(({ of: [asset = '', field = ''], value }): ConcreteShock => {
          return { asset, field, value, unit: '1', from: start, to: null } as ConcreteShock
        })
        const under = shockedLimits(
          frame,
          shocks,
          (s, p) => (p >= (given[s]?.from ?? 0) ? 1 : 0),
          () => [],
        )
        const draft = day.begin()
        boundsOf(frame, delta, under, draft)
        withFloors(frame, delta, draft, under, floors)
        const whole = new DayBounds(boundsOf(frame, delta, under), delta).begin()
        withFloors(frame, delta, whole, under, floors)
        for (const side of ['lower', 'upper', 'rowLower', 'rowUpper'] as const) {
          expect(day.bounds[side]).toEqual(whole[side])
        }
        expect(day.differsFrom(usual)).toEqual(changedLimits(usual, whole))
      }),
      { numRuns: 150, seed: 3 },
    )
  })
})

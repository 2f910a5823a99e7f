import { beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { withCarriers } from '../network/with-carriers.ts'
import { reproduceFlows, summariseErrors } from './reproduce-flows.ts'

const limits = { timeLimitSeconds: 10 }
let highs: Awaited<ReturnType<typeof solverForTests>>
beforeAll(async () => {
  highs = await solverForTests()
})

/** Two pipes feed one town, which used 100 last year (60 and 40) and uses 120 now. */
const twoPipes = networkFixture({
  supplies: [
    { id: 'east', bus: 'e:gas', capacity: 500 },
    { id: 'west', bus: 'w:gas', capacity: 500 },
  ],
  links: [
    { id: 'east-town', from: 'e:gas', to: 'town:gas', capacity: 62, flow: 60 },
    { id: 'west-town', from: 'w:gas', to: 'town:gas', capacity: 200, flow: 40 },
  ],
  demands: [{ id: 'town-use', bus: 'town:gas', rate: 120 }],
})

describe('flows of a period from those of an earlier one', () => {
  it('meets the use of the period over the flows of the earlier one, within capacity', () => {
    const { flows } = reproduceFlows(
      highs,
      twoPipes,
      { start: calendarDate('2021-01-01'), days: 365 },
      limits,
    )
    const [east, west] = [flows.get('east-town') ?? 0, flows.get('west-town') ?? 0]
    expect(east + west).toBeCloseTo(120, 4)
    expect(east).toBeLessThanOrEqual(62 + 1e-6)
    expect(west).toBeGreaterThan(57)
  })

  it('believes the flows of the month before over the use of a month, and the use over the flows of a year ago', () => {
    const cold = {
      ...twoPipes,
      demands: twoPipes.demands.map((demand) => ({
        ...demand,
        profile: [1.2, 1.2, 1.2, 1, 1, 0.8, 0.8, 0.8, 0.8, 1, 1, 1.2],
      })),
    }
    const total = (days: number): number => {
      const { flows } = reproduceFlows(highs, cold, { start: calendarDate('2021-01-01'), days }, limits)
      return (flows.get('east-town') ?? 0) + (flows.get('west-town') ?? 0)
    }
    // 60 and 40 flowed just before; January is taken for 144 by a curve that nobody measured.
    expect(total(31)).toBeCloseTo(100, 4)
    expect(total(365)).toBeCloseTo(120, 4)
  })

  it('spreads a change over the flows instead of putting it all on one', () => {
    const open = networkFixture({
      supplies: [
        { id: 'east', bus: 'e:gas', capacity: 500 },
        { id: 'west', bus: 'w:gas', capacity: 500 },
      ],
      links: [
        { id: 'east-town', from: 'e:gas', to: 'town:gas', capacity: 200, flow: 60 },
        { id: 'west-town', from: 'w:gas', to: 'town:gas', capacity: 200, flow: 40 },
      ],
      demands: [{ id: 'town-use', bus: 'town:gas', rate: 115 }],
    })
    const { flows } = reproduceFlows(highs, open, { start: calendarDate('2021-01-01'), days: 365 }, limits)
    expect(flows.get('east-town')).toBeCloseTo(69, 3)
    expect(flows.get('west-town')).toBeCloseTo(46, 3)
  })

  it('finds the flow that no meter saw from the balance of the zone, whatever flowed the month before', () => {
    const network = networkFixture({
      supplies: [
        { id: 'east', bus: 'e:gas', capacity: 500 },
        { id: 'west', bus: 'w:gas', capacity: 500 },
      ],
      links: [
        { id: 'east-town', from: 'e:gas', to: 'town:gas', capacity: 200, flow: 90 },
        { id: 'west-town', from: 'w:gas', to: 'town:gas', capacity: 200, flow: 40 },
      ],
      demands: [{ id: 'town-use', bus: 'town:gas', rate: 70 }],
    })
    const question = { start: calendarDate('2022-06-01'), days: 30 }
    const metered = {
      rows: new Set(['west-town', 'town-use']),
      lately: new Set(['east-town', 'west-town']),
      differences: new Map<string, number>(),
    }
    const { flows: told } = reproduceFlows(highs, network, { ...question, metered }, limits)
    expect(told.get('west-town')).toBeCloseTo(40, 3)
    expect(told.get('east-town')).toBeCloseTo(30, 3)
    const { flows: untold } = reproduceFlows(highs, network, question, limits)
    expect(untold.get('east-town')).toBeGreaterThan(60)
  })

  it('takes a balance to miss by seven tenths of what it missed before', () => {
    const network = networkFixture({
      supplies: [
        { id: 'east', bus: 'e:gas', capacity: 500 },
        { id: 'west', bus: 'w:gas', capacity: 500 },
      ],
      links: [
        { id: 'east-town', from: 'e:gas', to: 'town:gas', capacity: 200, flow: 90 },
        { id: 'west-town', from: 'w:gas', to: 'town:gas', capacity: 200, flow: 40 },
      ],
      demands: [{ id: 'town-use', bus: 'town:gas', rate: 70 }],
    })
    const metered = {
      rows: new Set(['west-town', 'town-use']),
      lately: new Set(['east-town', 'west-town']),
      differences: new Map([['town:gas', 10]]),
    }
    const { flows, differences } = reproduceFlows(
      highs,
      network,
      { start: calendarDate('2022-06-01'), days: 30, metered },
      limits,
    )
    // 70 used, 40 from the west, 7 from where no row says: 23 from the east.
    expect(flows.get('east-town')).toBeCloseTo(23, 3)
    expect(differences.get('town:gas')).toBeCloseTo(7, 3)
  })

  it('keeps of a network what belongs to the carriers asked for', () => {
    const mixed = networkFixture({
      supplies: [
        { id: 'gas', bus: 'e:gas', capacity: 5 },
        { id: 'oil', bus: 'e:crude', capacity: 5 },
      ],
      demands: [{ id: 'use', bus: 'e:crude', rate: 1 }],
    })
    const gas = withCarriers(mixed, new Set(['gas']))
    expect(gas.supplies.map((supply) => supply.id)).toEqual(['gas'])
    expect(gas.demands).toEqual([])
  })

  it('keeps what a plant draws whose output is left out', () => {
    const mixed = networkFixture({
      supplies: [{ id: 'gas', bus: 'e:gas', capacity: 5 }],
      demands: [{ id: 'use', bus: 'e:gas', rate: 1 }],
      conversions: [{ id: 'plant', from: 'e:gas', to: 'e:power', capacity: 4, flow: 2 }],
    })
    const gas = withCarriers(mixed, new Set(['gas']))
    expect(gas.conversions).toEqual([])
    expect(gas.demands.map((demand) => [demand.id, demand.rate.value])).toEqual([
      ['use', 1],
      ['plant', 2],
    ])
  })
})

describe('summary of errors', () => {
  it('interpolates between order statistics', () => {
    expect(summariseErrors([0.4, 0.1, 0.2, 0.3])).toEqual({
      count: 4,
      median: 0.25,
      p90: expect.closeTo(0.37, 9),
    })
    expect(summariseErrors([])).toEqual({ count: 0, median: null, p90: null })
  })
})

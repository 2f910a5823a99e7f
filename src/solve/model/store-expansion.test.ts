import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { createSession } from '../session.ts'
import type { Extendable } from './expansion.ts'

const highs = await solverForTests()
const start = calendarDate('2025-02-01')

/** A field of 120 gives the 100 that are asked; a full store of 300 takes in 20 a day and gives 100. */
const network = networkFixture({
  supplies: [{ id: 'field', bus: 'a:gas', capacity: 120, output: 100, cost: 5_000 }],
  demands: [{ id: 'home', bus: 'a:gas', rate: 100 }],
  stores: [{ id: 'cavern', bus: 'a:gas', volume: 300, level: 300, injection: 20, withdrawal: 100 }],
})

function build(extendable: Partial<Extendable>, of = network) {
  const session = createSession(highs, of, {
    grid: 'months',
    start,
    days: 60,
    supplyPickUp: () => ({ delayDays: 0, fullDays: 0, fraction: 1 }),
    extendable: [
      { asset: 'stores/cavern', most: 1_000, unit: 'gwh', costPerYear: 365_000, from: null, ...extendable },
    ],
  })
  try {
    expect(session.base().objective).toBeCloseTo(0, 6)
    // All of the field is lost in the second month, and everybody knows it.
    const lost = {
      asset: 'supplies/field',
      field: 'supply' as const,
      value: 0,
      unit: '1',
      from: calendarDate('2025-03-03'),
      to: null,
    }
    return session.solve([lost], { foresight: 'perfect' })
  } finally {
    session.dispose()
  }
}

describe('a store that a scenario lets be extended', () => {
  it('is built where that saves more than it costs, and filled by what is spare and by going a little short early', () => {
    // A unit costs 5,000 to make and 60,000 for sixty days of volume; the first step of demand is worth 100,000 and later
    // ones more. The field spares 20 a day, 600 in thirty days. The other 400 are forgone then, 13.33 a day at the first
    // step, to be had when all of the field is lost.
    const run = build({})
    expect(run.built).toEqual([{ asset: 'stores/cavern', value: expect.closeTo(1_000, 5), unit: 'gwh' }])
    expect(run.level.get('cavern')?.[0]).toBeCloseTo(1_300, 5)
    expect(run.output.get('field')?.[0]).toBeCloseTo(120, 5)
    expect(run.served.get('home')?.[0]).toBeCloseTo(100 - 40 / 3, 5)
  })

  it('holds no more than before while what is built does not work yet, or is too dear', () => {
    // At 20 million a year, 3.3 million for sixty days, even the dearest step of demand is cheaper.
    for (const of of [{ from: calendarDate('2025-03-03') }, { costPerYear: 20_000_000 }]) {
      const run = build(of)
      expect(run.level.get('cavern')?.[0]).toBeCloseTo(300, 5)
      expect(run.output.get('field')?.[0]).toBeCloseTo(100, 5)
    }
  })

  it('takes in and gives more in proportion, in a plan as large as its volume', () => {
    // As built, 10 a day in and out of 300. With 600 more it gives 30: what is missing falls from 90 to 70 a day. To
    // fill it in the first month takes 20 a day, where 10 were its rate.
    const slow = networkFixture({
      supplies: [{ id: 'field', bus: 'a:gas', capacity: 200, output: 100, cost: 5_000 }],
      demands: [{ id: 'home', bus: 'a:gas', rate: 100 }],
      stores: [{ id: 'cavern', bus: 'a:gas', volume: 300, level: 300, injection: 10, withdrawal: 10 }],
    })
    const run = build({ most: 600 }, slow)
    expect(run.built).toEqual([{ asset: 'stores/cavern', value: expect.closeTo(600, 5), unit: 'gwh' }])
    expect(run.injection.get('cavern')?.[0]).toBeCloseTo(20, 5)
    expect(run.withdrawal.get('cavern')?.[1]).toBeCloseTo(30, 5)
    expect(run.served.get('home')?.[1]).toBeCloseTo(30, 5)
  })

  it('gives nothing more where it is strategic: that is decided, not bought', () => {
    const strategic = networkFixture({
      supplies: [{ id: 'field', bus: 'a:gas', capacity: 200, output: 100, cost: 5_000 }],
      demands: [{ id: 'home', bus: 'a:gas', rate: 100 }],
      stores: [
        {
          id: 'cavern',
          bus: 'a:gas',
          volume: 300,
          level: 300,
          injection: 10,
          withdrawal: 10,
          kind: 'strategic',
        },
      ],
    })
    const run = build({ most: 600 }, strategic)
    expect(run.built).toEqual([{ asset: 'stores/cavern', value: 0, unit: 'gwh' }])
    expect(run.withdrawal.get('cavern')?.[1]).toBeCloseTo(0, 5)
  })

  it('is extended in the unit of its stock', () => {
    expect(() => build({ unit: 'gwh_d' })).toThrow(
      'stores/cavern may be extended by 1000 gwh_d at 365000 EUR a year: give at least 0, in gwh.',
    )
  })
})

import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import type { ConcreteShock } from '../../scenarios/scenario.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { createSession } from '../session.ts'
import { allServed, bisect, durationBreakEven, sizeBreakEven, worthOfOneMore } from './break-even.ts'

const highs = await solverForTests()
const start = calendarDate('2025-01-20')
const atOnce = () => ({ delayDays: 0, fullDays: 0, fraction: 1 })

/** 100 a day by one route; a store of 1,000 that gives at most 60 a day. */
function open(withdrawal: number) {
  return createSession(
    highs,
    networkFixture({
      links: [{ id: 'route', from: 'a:gas', to: 'b:gas', capacity: 100, flow: 100, cost: 10 }],
      supplies: [{ id: 's', bus: 'a:gas', capacity: 100, output: 100, cost: 1000 }],
      demands: [{ id: 'd', bus: 'b:gas', rate: 100 }],
      stores: [{ id: 'store', bus: 'b:gas', volume: 1000, level: 1000, injection: 10, withdrawal }],
    }),
    { grid: 'brief', start, days: 28, pickUp: atOnce, supplyPickUp: atOnce },
  )
}
const cut = (value: number): ConcreteShock => ({
  asset: 'links/route',
  field: 'capacity',
  value,
  unit: '1',
  from: start,
  to: null,
})

describe('break-even by halving', () => {
  it('finds the last value that holds, to the step', () => {
    expect(bisect((x) => x <= 41, { from: 1, to: 91, step: 1 })).toEqual({
      kind: 'at',
      holds: 41,
      breaks: 42,
    })
    expect(bisect(() => true, { from: 1, to: 91, step: 1 })).toEqual({ kind: 'always', until: 91 })
    expect(bisect(() => false, { from: 1, to: 91, step: 1 })).toEqual({ kind: 'never', from: 1 })
  })
})

describe('how long and how large', () => {
  it('holds as long as stock is worth less than serving: a quarter of 1,000, at 50 a day, is five days', () => {
    const session = open(60)
    const found = durationBreakEven(session, [cut(0.5)], allServed(), { foresight: 'perfect' })
    // The first quarter of a stock is drawn before the first step of demand is cut, the next one after it.
    expect(found).toEqual({ kind: 'at', holds: 5, breaks: 6 })
    session.dispose()
  })

  it('holds while what is cut for three days is within what the store can give in a day', () => {
    const session = open(30)
    const shock = { ...cut(0), to: '2025-01-22' }
    const found = sizeBreakEven(session, [shock], allServed(['b:gas']), { beliefDays: 3 })
    expect(found).toEqual({ kind: 'at', holds: 30, breaks: 31 })
    session.dispose()
  })

  it('refuses to scale what is no factor', () => {
    const session = open(30)
    expect(() => sizeBreakEven(session, [{ ...cut(20), unit: 'gwh_d' }], allServed())).toThrow(
      'needs factors',
    )
    session.dispose()
  })
})

describe('what one more unit is worth', () => {
  it('is the step of demand that it serves, less what it costs to bring', () => {
    const session = open(0)
    // 65 of 100 are missing for 28 days: one more unit serves the fourth step, at 800,000, and costs 1,010 to bring.
    const worth = worthOfOneMore(session, [cut(0.35)], { constraint: 'link-capacity:route', size: 100 })
    expect(worth / 28).toBeCloseTo(798_990, 3)
    session.dispose()
  })
})

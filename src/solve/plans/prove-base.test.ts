import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { createSession } from '../session.ts'

const highs = await solverForTests()
const start = calendarDate('2025-03-01')

/** 50 a day from a source at 9,000 by a line at 500 with a loss of a tenth to homes that burn 45. */
const network = networkFixture({
  supplies: [{ id: 'field', bus: 'a:gas', capacity: 80, output: 50, cost: 9_000 }],
  links: [{ id: 'line', from: 'a:gas', to: 'b:gas', capacity: 90, flow: 50, cost: 500, loss: 0.1 }],
  demands: [{ id: 'homes', bus: 'b:gas', rate: 45 }],
})

describe('a base that its calibration proves', () => {
  it('is the base without a solve, and worth what the chain that feeds it costs', () => {
    let runs = 0
    const counted = Object.assign(Object.create(highs), {
      createModel: (...given: Parameters<typeof highs.createModel>) => {
        runs++
        return highs.createModel(...given)
      },
    })
    const session = createSession(counted, network, { grid: 'brief', start, days: 5 })
    const before = runs
    const base = session.base()
    expect(runs).toBe(before)
    expect(base.status).toBe('optimal')
    expect(base.flow.get('line')?.[0]).toBeCloseTo(50, 6)
    expect(base.programmeObjective).toBe(0)
    // At true costs a unit at the field is worth 9,000, and one that arrives (9,000 + 500) / 0.9.
    expect(base.price.get('a:gas')?.[0]).toBeCloseTo(9_000, 3)
    expect(base.price.get('b:gas')?.[0]).toBeCloseTo(9_500 / 0.9, 3)
    session.dispose()
  })

  it('costs as much under a shock as the programme solved from nothing', () => {
    const shock = {
      asset: 'links/line',
      field: 'capacity',
      value: 20,
      unit: 'gwh_d',
      from: start,
      to: null,
    } as const
    const session = createSession(highs, network, { grid: 'brief', start, days: 5 })
    const [near, cold] = [session.solve([shock]), session.solve([shock], { startFrom: 'scratch' })]
    expect(near.programmeObjective).toBeCloseTo(cold.programmeObjective ?? Number.NaN, 3)
    session.dispose()
  })
})

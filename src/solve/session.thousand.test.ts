import { describe, expect, it } from 'vitest'
import { calendarDate } from '../core/time.ts'
import type { ConcreteShock } from '../scenarios/scenario.ts'
import { networkFixture } from './network/network-fixture.ts'
import { solverForTests } from './network/solver-fixture.ts'
import type { SolveResult } from './result.ts'
import { createSession } from './session.ts'

const highs = await solverForTests()
const start = calendarDate('2025-01-20')

/** Numbers in [0, 1) that are the same in every run (a linear congruence of Knuth's). */
function draws(): () => number {
  let state = 12345
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const network = networkFixture({
  links: Array.from({ length: 10 }, (_, at) => ({
    id: `l${at}`,
    from: `z${at % 6}:gas`,
    to: `z${(at + (at < 6 ? 1 : 2)) % 6}:gas`,
    capacity: 30 + ((at * 17) % 40),
    flow: at % 4 === 3 ? 0 : (at * 13) % 30,
    cost: 100 + ((at * 71) % 300),
    loss: at % 3 === 0 ? 0.01 : 0,
  })),
  supplies: [0, 2, 4].map((z) => ({
    id: `s${z}`,
    bus: `z${z}:gas`,
    capacity: 90,
    output: 70,
    cost: 4000 + 700 * z,
  })),
  demands: Array.from({ length: 6 }, (_, z) => ({
    id: `d${z}`,
    bus: `z${z}:gas`,
    rate: 25 + ((z * 11) % 20),
  })),
  stores: [{ id: 'cavern', bus: 'z2:gas', volume: 600, level: 300, injection: 10, withdrawal: 20 }],
})
const open = () => createSession(highs, network, { grid: 'brief', start, days: 6 })

function expectSame(warm: SolveResult, cold: SolveResult): void {
  const objective = cold.programmeObjective ?? Number.NaN
  expect(Math.abs((warm.programmeObjective ?? 0) - objective)).toBeLessThan(1 + 1e-7 * Math.abs(objective))
  for (const [id, series] of cold.flow) {
    for (const [p, value] of series.entries()) {
      expect(Math.abs((warm.flow.get(id)?.[p] ?? Number.NaN) - value)).toBeLessThan(1e-5)
    }
  }
}

describe('a thousand random shocks', () => {
  it('applied and undone leave objective and canonical flows as a cold session finds them', () => {
    const draw = draws()
    const pick = (most: number) => Math.floor(most * draw())
    const random = (): ConcreteShock => {
      const from = `2025-01-${20 + pick(4)}`
      const to = draw() < 0.5 ? null : `2025-01-${24 + pick(3)}`
      const [asset, field] = [
        [`links/l${pick(10)}`, 'capacity'],
        [`supplies/s${2 * pick(3)}`, 'supply'],
        [`demands/d${pick(6)}`, 'demand'],
        ['stores/cavern', 'withdrawal'],
      ][pick(4)] as [string, ConcreteShock['field']]
      return { asset, field, value: field === 'demand' ? 0.5 + draw() : draw(), unit: '1', from, to }
    }
    const warm = open()
    const before = warm.solve([])
    for (let count = 1; count <= 1000; count++) {
      const shocks = Array.from({ length: 1 + pick(2) }, random)
      const belief = { beliefDays: 1 + pick(6) }
      const run = warm.solve(shocks, belief)
      if (count % 50 !== 0) continue
      const cold = open()
      expectSame(run, cold.solve(shocks, { ...belief, startFrom: 'scratch' }))
      cold.dispose()
    }
    expectSame(warm.solve([]), before)
    warm.dispose()
  }, 120_000)
})

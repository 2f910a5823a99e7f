import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import { tieBreak, tieBreakAt } from '../linear/tie-break.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { createSession } from '../session.ts'

const highs = await solverForTests()
const start = calendarDate('2025-03-01')

/** What a well weighs in the distance on the first day (docs/model.md, one plan of many). */
const weight = (id: string): number => {
  const tie = tieBreak(`supplies/${id} supply`)
  return 0.05 * tie + 0.002 * tieBreakAt(tie, 0)
}

/** Two names whose weights differ by less than the solver tells apart, the lighter first. */
function nearTie(): readonly [string, string] {
  const names = Array.from({ length: 3_000 }, (_, n) => ({ id: `well-${n}`, of: weight(`well-${n}`) }))
  names.sort((a, b) => a.of - b.of)
  const gaps = names.slice(1).map((name, at) => name.of - (names[at]?.of ?? 0))
  const at = gaps.findIndex((gap) => gap > 3e-8 && gap < 9e-8)
  return [names[at]?.id ?? '', names[at + 1]?.id ?? '']
}

describe('the nearest of plans that are nearly as near', () => {
  const [light, heavy] = nearTie()
  it.each([
    ['first', [light, heavy]],
    ['last', [heavy, light]],
  ] as const)('is one, with the lighter well named %s', (_, wells) => {
    const network = networkFixture({
      supplies: [
        { id: 'field', bus: 'a:gas', capacity: 100, output: 100, cost: 5_000 },
        ...wells.map((id) => ({ id, bus: 'a:gas', capacity: 100, output: 0, cost: 7_000 })),
      ],
      demands: [{ id: 'in-a', bus: 'a:gas', rate: 100 }],
    })
    const open = () => ({ delayDays: 0, fullDays: 0, fraction: 1 })
    const options = { grid: 'brief', start, days: 1, pickUp: open, supplyPickUp: open } as const
    const session = createSession(highs, network, options)
    const shock = {
      asset: 'supplies/field',
      field: 'supply',
      value: 0.6,
      unit: '1',
      from: start,
      to: null,
    } as const
    for (const startFrom of ['base', 'scratch'] as const) {
      const run = session.solve([shock], { startFrom })
      expect(run.output.get(light)?.[0], startFrom).toBeCloseTo(40, 6)
      expect(run.output.get(heavy)?.[0], startFrom).toBeCloseTo(0, 6)
    }
    session.dispose()
  })
})

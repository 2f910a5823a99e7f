import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import type { ConcreteShock } from '../../scenarios/scenario.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { createSession } from '../session.ts'

const highs = await solverForTests()
const start = calendarDate('2025-01-20')

/** A ring of four zones with a field at each end, a store between them, and routes dearer one than the other. */
const network = networkFixture({
  links: [0, 1, 2, 3].flatMap((z) => [
    {
      id: `out${z}`,
      from: `z${z}:gas`,
      to: `z${(z + 1) % 4}:gas`,
      capacity: 60,
      flow: 12,
      cost: 100 + 90 * z,
    },
    {
      id: `back${z}`,
      from: `z${(z + 1) % 4}:gas`,
      to: `z${z}:gas`,
      capacity: 40,
      flow: 4,
      cost: 300 - 50 * z,
    },
  ]),
  supplies: [0, 2].map((z) => ({
    id: `s${z}`,
    bus: `z${z}:gas`,
    capacity: 90,
    output: 60,
    cost: 4_000 + 900 * z,
  })),
  demands: [0, 1, 2, 3].map((z) => ({ id: `d${z}`, bus: `z${z}:gas`, rate: 25 + 3 * z })),
  stores: [{ id: 'cavern', bus: 'z1:gas', volume: 600, level: 300, injection: 10, withdrawal: 20 }],
})

const cut = (asset: string, value: number, to: string | null): ConcreteShock => ({
  asset,
  field: asset.startsWith('links') ? 'capacity' : 'supply',
  value,
  unit: '1',
  from: '2025-01-20',
  to,
})

describe('a run beside another', () => {
  it('costs what it costs from the base, and moves the same flows', () => {
    const session = createSession(highs, network, { grid: 'brief', start, days: 8 })
    const shocks = [
      cut('links/out0', 0, null),
      cut('links/out0', 0.1, null),
      cut('supplies/s0', 0.4, null),
      cut('supplies/s0', 0.4, '2025-01-23'),
      cut('supplies/s2', 0, '2025-01-22'),
      cut('links/back2', 0, null),
    ]
    try {
      for (const first of shocks) {
        const known = session.solve([first], { beliefDays: 5, keeps: true })
        for (const second of shocks) {
          const beside = session.solve([second], { beliefDays: 5, beside: known })
          const alone = session.solve([second], { beliefDays: 5 })
          expect(beside.programmeObjective).toBeCloseTo(alone.programmeObjective ?? Number.NaN, 2)
          for (const [id, series] of alone.flow) {
            for (const [p, value] of series.entries()) {
              expect(Math.abs((beside.flow.get(id)?.[p] ?? Number.NaN) - value)).toBeLessThan(1e-5)
            }
          }
          const cost = session.solve([second], { beliefDays: 5, beside: known, wants: 'cost' })
          expect(cost.programmeObjective).toBeCloseTo(alone.programmeObjective ?? Number.NaN, 2)
        }
      }
    } finally {
      session.dispose()
    }
  })
})

import { describe, expect, it } from 'vitest'
import { solvePypsa } from '../import/solve-pypsa.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { networkToPypsa } from './network-to-pypsa.ts'

const limits = { timeLimitSeconds: 60, shouldStop: () => false }

describe('networkToPypsa', () => {
  it('is read again by the PyPSA importer and gives the optimum worked out by hand', async () => {
    // 60 of 100 reach the town; 40 are unserved: 10 at 100,000, 15 at 200,000, 15 at 400,000; the gas costs 12 there.
    const files = networkToPypsa(
      networkFixture({
        links: [{ id: 'line', from: 'ru:gas', to: 'de:gas', capacity: 60, cost: 2 }],
        supplies: [{ id: 'field', bus: 'ru:gas', capacity: 100, cost: 10 }],
        demands: [{ id: 'town', bus: 'de:gas', rate: 100 }],
      }),
    )
    const solution = solvePypsa(await solverForTests(), files, limits)
    expect(solution.status).toBe('optimal')
    expect(solution.objective).toBeCloseTo(10 * 100_000 + 15 * 200_000 + 15 * 400_000 + 60 * 12, 3)
  })

  it('carries losses, stores, outlets, conversion and closed links over', async () => {
    // The store gives 20 a day; of 40 over the line 36 arrive; 4 are made of 8 units of gas: 60 of demand, none unserved.
    const files = networkToPypsa(
      networkFixture({
        links: [
          { id: 'line', from: 'a:gas', to: 'b:gas', capacity: 40, loss: 0.1, cost: 1 },
          { id: 'shut', from: 'a:gas', to: 'b:gas', capacity: 1000, closed_by: 'ban' },
        ],
        supplies: [
          { id: 'field', bus: 'a:gas', capacity: 48, cost: 10 },
          { id: 'reserve', bus: 'b:gas', capacity: 500, kind: 'emergency' },
        ],
        demands: [
          { id: 'town', bus: 'b:gas', rate: 56 },
          { id: 'light', bus: 'a:power', rate: 4 },
          { id: 'world', bus: 'b:gas', rate: 30, kind: 'market' },
        ],
        stores: [{ id: 'cave', bus: 'b:gas', volume: 100, level: 50, injection: 10, withdrawal: 20 }],
        conversions: [{ id: 'plant', from: 'a:gas', to: 'a:power', capacity: 10, flow: 8, efficiency: 0.5 }],
      }),
    )
    const solution = solvePypsa(await solverForTests(), files, limits)
    expect(solution.objective).toBeCloseTo(48 * 10 + 40, 3)
  })

  it('lists what the form has no word for', () => {
    const files = networkToPypsa(
      networkFixture({ links: [{ id: 'open', from: 'a:gas', to: 'b:gas', capacity: null }] }),
    )
    expect(files.get('left-out.txt')).toContain('limit of a link,open')
  })
})

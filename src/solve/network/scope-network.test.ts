import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import { createSession } from '../session.ts'
import { networkFixture } from './network-fixture.ts'
import { scopeNetwork } from './scope-network.ts'
import { solverForTests } from './solver-fixture.ts'

const start = calendarDate('2025-01-20')

/** Gas from a to c by b; LNG at c, turned to gas there; and far away a larger gas market x to y. */
const whole = networkFixture({
  links: [
    { id: 'ab', from: 'a:gas', to: 'b:gas', capacity: 90, flow: 60, cost: 10 },
    { id: 'bc', from: 'b:gas', to: 'c:gas', capacity: 50, flow: 30, cost: 10 },
    { id: 'xy', from: 'x:gas', to: 'y:gas', capacity: 900, flow: 700, cost: 10 },
  ],
  supplies: [
    { id: 'sa', bus: 'a:gas', capacity: 100, output: 62, cost: 1000 },
    { id: 'sc', bus: 'c:lng', capacity: 30, output: 10, cost: 3000 },
    { id: 'sx', bus: 'x:gas', capacity: 1000, output: 690, cost: 1000 },
  ],
  demands: [
    { id: 'db', bus: 'b:gas', rate: 31 },
    { id: 'dc', bus: 'c:gas', rate: 40 },
    { id: 'dy', bus: 'y:gas', rate: 700 },
  ],
  stores: [{ id: 'store', bus: 'b:gas', volume: 400, level: 200, injection: 5, withdrawal: 10 }],
  conversions: [{ id: 'terminal', from: 'c:lng', to: 'c:gas', capacity: 20, flow: 10 }],
})
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id)

describe('scoping a network', () => {
  it('keeps what links and conversions join to a bus, and nothing else', () => {
    const part = scopeNetwork(whole, ['b:gas'])
    expect(ids(part.buses)).toEqual(['a:gas', 'b:gas', 'c:gas', 'c:lng'])
    expect(ids(part.links)).toEqual(['ab', 'bc'])
    expect(ids(part.supplies)).toEqual(['sa', 'sc'])
    expect(ids(part.conversions)).toEqual(['terminal'])
    expect(ids(part.stores)).toEqual(['store'])
    expect(scopeNetwork(whole, ['y:gas']).links.map((link) => link.id)).toEqual(['xy'])
  })

  it('follows links against their direction too: a use feels who else draws on its source', () => {
    expect(ids(scopeNetwork(whole, ['c:lng']).buses)).toContain('a:gas')
  })

  it('solves to the answer of the whole network', async () => {
    const highs = await solverForTests()
    const solve = (network: typeof whole) => {
      const session = createSession(highs, network, { grid: 'brief', start, days: 40 })
      const shock = { asset: 'links/ab', field: 'capacity', value: 20, unit: 'gwh_d', from: start, to: null }
      const run = session.solve([{ ...shock, field: 'capacity' }])
      session.dispose()
      return run
    }
    const [all, part] = [solve(whole), solve(scopeNetwork(whole, ['a:gas']))]
    expect(part.programmeObjective).toBeGreaterThan(1000)
    expect(part.programmeObjective).toBeCloseTo(all.programmeObjective ?? 0, 3)
    expect(part.objective).toBeCloseTo(all.objective ?? 0, 3)
    for (const [id, series] of part.flow) {
      for (const [p, value] of series.entries())
        expect(value).toBeCloseTo(all.flow.get(id)?.[p] ?? Number.NaN, 6)
    }
    for (const [id, series] of part.price) {
      for (const [p, value] of series.entries())
        expect(value).toBeCloseTo(all.price.get(id)?.[p] ?? Number.NaN, 6)
    }
  })
})

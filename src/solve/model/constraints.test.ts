import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Network } from '../../atlas/network.ts'
import { calendarDate } from '../../core/time.ts'
import type { ConcreteShock } from '../../scenarios/scenario.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import type { SolveResult } from '../result.ts'
import { createSession, type SessionOptions } from '../session.ts'
import { constraints } from './constraints.ts'

const highs = await solverForTests()
const start = calendarDate('2025-03-01')
const open = () => ({ delayDays: 0, fullDays: 0, fraction: 1 })
const at = (series: Float64Array | undefined, period: number): number => series?.[period] ?? Number.NaN
const shock = (asset: string, field: ConcreteShock['field'], value: number, unit = '1'): ConcreteShock => ({
  asset,
  field,
  value,
  unit,
  from: start,
  to: null,
})

function solve(
  network: Network,
  shocks: readonly ConcreteShock[],
  options: Partial<SessionOptions> = {},
): { base: SolveResult; run: SolveResult } {
  const session = createSession(highs, network, {
    grid: 'brief',
    start,
    days: 10,
    pickUp: open,
    supplyPickUp: open,
    ...options,
  })
  try {
    return { base: session.base(), run: session.solve(shocks) }
  } finally {
    session.dispose()
  }
}

/** One line of 50 from a field that could give 80 to homes. */
const line = {
  supplies: [{ id: 'field', bus: 'a:gas', capacity: 80, output: 50, cost: 5_000 }],
  links: [{ id: 'line', from: 'a:gas', to: 'b:gas', capacity: 90, flow: 50, cost: 500 }],
  demands: [{ id: 'homes', bus: 'b:gas', rate: 50 }],
}

describe('bus-balance and losses', () => {
  it('takes what is lost on the way out of what arrives', () => {
    const lossy = {
      ...line,
      links: [
        { ...line.links[0], id: 'line', from: 'a:gas', to: 'b:gas', capacity: 90, flow: null, loss: 0.2 },
      ],
    }
    const { base } = solve(
      networkFixture({
        ...lossy,
        supplies: [{ ...line.supplies[0], id: 'field', bus: 'a:gas', output: null }],
      }),
      [],
    )
    // 50 must arrive: 62.5 are sent.
    expect(at(base.flow.get('line'), 0)).toBeCloseTo(62.5, 6)
    expect(at(base.output.get('field'), 0)).toBeCloseTo(62.5, 6)
  })

  it('takes demand back where no source can reach it, and says so', () => {
    const { base } = solve(networkFixture({ demands: [{ id: 'island', bus: 'c:gas', rate: 7 }] }), [])
    expect(at(base.demand.get('island'), 0)).toBe(0)
    expect(base.base.adjustments[0]).toMatchObject({
      figure: 'demands/island/rate',
      observed: 7,
      reconciled: 0,
    })
  })
})

describe('supply-limit', () => {
  it('serves more demand up to the capacity of the source and cuts the rest', () => {
    const { run } = solve(networkFixture(line), [shock('demands/homes', 'demand', 90, 'gwh_d')])
    expect(at(run.output.get('field'), 5)).toBeCloseTo(80, 6)
    // Ten of 90 are missing: nine are the first step, one the second.
    expect(run.unserved.get('homes')?.map((step) => Number(at(step, 5).toFixed(6)))).toEqual([9, 1, 0, 0, 0])
  })

  it('holds a source to a factor of its output', () => {
    const { run } = solve(networkFixture(line), [shock('supplies/field', 'supply', 0.6)])
    expect(at(run.output.get('field'), 0)).toBeCloseTo(30, 6)
  })
})

describe('emergency-budget', () => {
  const withTrucks = networkFixture({
    ...line,
    supplies: [
      ...line.supplies,
      { id: 'trucks', bus: 'b:gas', kind: 'emergency', capacity: 20, duration_days: 3, cost: 90_000 },
    ],
  })
  it('gives nothing until a scenario calls it', () => {
    const { run } = solve(withTrucks, [shock('links/line', 'capacity', 0)])
    expect(Math.max(...(run.output.get('trucks') ?? []))).toBe(0)
  })

  it('lasts its number of days at full rate and no longer', () => {
    const { run } = solve(withTrucks, [
      shock('links/line', 'capacity', 0),
      shock('supplies/trucks', 'supply', 1),
    ])
    const given = Array.from(run.output.get('trucks') ?? []).reduce((sum, value) => sum + value, 0)
    expect(given).toBeCloseTo(60, 5)
  })
})

describe('market-outlet', () => {
  it('gives way before any final demand and gets no more than its rate', () => {
    const network = networkFixture({
      ...line,
      supplies: [{ id: 'field', bus: 'a:gas', capacity: 80, output: 80, cost: 5_000 }],
      links: [{ id: 'line', from: 'a:gas', to: 'b:gas', capacity: 90, flow: 80, cost: 500 }],
      demands: [
        { id: 'homes', bus: 'b:gas', rate: 50 },
        { id: 'exports', bus: 'b:gas', rate: 30, kind: 'market' },
      ],
    })
    const { run } = solve(network, [shock('supplies/field', 'supply', 60, 'gwh_d')])
    expect(at(run.served.get('homes'), 0)).toBeCloseTo(50, 6)
    expect(at(run.served.get('exports'), 0)).toBeCloseTo(10, 6)
  })
})

describe('conversion-capacity', () => {
  const refinery = networkFixture({
    supplies: [{ id: 'wells', bus: 'a:crude', capacity: 100, output: 100, cost: 5_000 }],
    conversions: [
      { id: 'refinery', from: 'a:crude', to: 'a:products', capacity: 120, flow: 100, efficiency: 0.9 },
    ],
    demands: [{ id: 'cars', bus: 'a:products', rate: 90 }],
  })
  it('makes nine tenths of what goes in and no more than its capacity takes', () => {
    const { base, run } = solve(refinery, [shock('conversions/refinery', 'capacity', 60, 'kbbl_d')])
    expect(at(base.converted.get('refinery'), 0)).toBeCloseTo(100, 6)
    expect(at(run.served.get('cars'), 0)).toBeCloseTo(54, 6)
  })
})

describe('stock-balance and rates', () => {
  const stored = networkFixture({
    ...line,
    stores: [{ id: 'cavern', bus: 'b:gas', volume: 400, level: 200, injection: 10, withdrawal: 15 }],
  })
  it('changes the stock by what is taken out, at most at the rate', () => {
    const { run } = solve(stored, [shock('links/line', 'capacity', 0.2)])
    const drawn = run.withdrawal.get('cavern') ?? new Float64Array()
    expect(Math.max(...drawn)).toBeLessThanOrEqual(15 + 1e-9)
    let level = 200
    drawn.forEach((value, p) => {
      level += at(run.injection.get('cavern'), p) - value
      expect(at(run.level.get('cavern'), p)).toBeCloseTo(level, 6)
    })
  })

  it('starts from the stock that a shock leaves', () => {
    const { run } = solve(stored, [shock('stores/cavern', 'level', 0.25)])
    expect(at(run.level.get('cavern'), 0)).toBeGreaterThanOrEqual(50 - 1e-6)
    expect(at(run.level.get('cavern'), 0)).toBeLessThanOrEqual(60 + 1e-6)
  })

  it('keeps strategic stocks until they are released', () => {
    const strategic = { ...stored, stores: stored.stores.map((store) => ({ ...store, kind: 'strategic' })) }
    const lost = shock('links/line', 'capacity', 0.2)
    const { run: kept } = solve(strategic, [lost])
    const { run: released } = solve(strategic, [lost, shock('stores/cavern', 'withdrawal', 1)])
    expect(Math.max(...(kept.withdrawal.get('cavern') ?? []))).toBe(0)
    expect(at(released.withdrawal.get('cavern'), 0)).toBeCloseTo(15, 6)
  })
})

describe('link-closed', () => {
  const cheap = { id: 'cheap', bus: 'c:gas', capacity: 40, output: 0, cost: 1_000 }
  const banned = {
    id: 'banned',
    from: 'c:gas',
    to: 'b:gas',
    capacity: 30,
    flow: null,
    cost: 100,
    closed_by: 'ban',
  }
  const network = networkFixture({
    ...line,
    supplies: [...line.supplies, cheap],
    links: [...line.links, banned],
  })
  it('carries nothing while the measure is in force, and what is cheaper once it is lifted', () => {
    const { base, run } = solve(network, [shock('measures/ban', 'measure', 0, 'in_force')])
    expect(Math.max(...(base.flow.get('banned') ?? []))).toBe(0)
    expect(at(run.flow.get('banned'), 0)).toBeCloseTo(30, 6)
    expect(at(run.flow.get('line'), 0)).toBeCloseTo(20, 6)
    expect(at(run.capacity.get('banned'), 0)).toBe(30)
  })

  it('stays closed under a measure even when its capacity is restored', () => {
    const restored = shock('links/banned', 'capacity', 25, 'gwh_d')
    const { run } = solve(network, [restored])
    expect(Math.max(...(run.flow.get('banned') ?? []))).toBe(0)
    const { run: lifted } = solve(network, [restored, shock('measures/ban', 'measure', 0, 'in_force')])
    expect(at(lifted.flow.get('banned'), 0)).toBeCloseTo(25, 6)
  })

  it('opens only when every measure that closes it is lifted', () => {
    const twice = networkFixture({
      ...line,
      supplies: [...line.supplies, cheap],
      links: [...line.links, { ...banned, closures: ['ban', 'embargo'] }],
    })
    const lift = (id: string): ConcreteShock => shock(`measures/${id}`, 'measure', 0, 'in_force')
    expect(Math.max(...(solve(twice, [lift('embargo')]).run.flow.get('banned') ?? []))).toBe(0)
    expect(at(solve(twice, [lift('ban'), lift('embargo')]).run.flow.get('banned'), 0)).toBeCloseTo(30, 6)
  })

  it('closes what the caller names when a measure is imposed', () => {
    const { run } = solve(network, [shock('measures/new', 'measure', 1, 'in_force')], {
      measureTargets: () => ['links/line'],
    })
    expect(Math.max(...(run.flow.get('line') ?? []))).toBe(0)
  })
})

describe('link-nomination', () => {
  const dear = { id: 'dear', from: 'c:gas', to: 'b:gas', capacity: 30, flow: null, cost: 9_000 }
  const network = networkFixture({
    ...line,
    supplies: [...line.supplies, { id: 'other', bus: 'c:gas', capacity: 40, output: 0, cost: 9_000 }],
    links: [...line.links, dear],
  })
  it('carries what is nominated on a dear route, and less on the cheap one', () => {
    const { base, run } = solve(network, [shock('links/dear', 'flow', 20, 'gwh_d')])
    expect(Math.max(...(base.flow.get('dear') ?? []))).toBe(0)
    expect(at(run.flow.get('dear'), 0)).toBeCloseTo(20, 6)
    expect(at(run.flow.get('line'), 0)).toBeCloseTo(30, 6)
  })

  it('carries no more than the capacity, whatever is nominated', () => {
    const { run } = solve(network, [shock('links/dear', 'flow', 200, 'gwh_d')])
    expect(at(run.flow.get('dear'), 0)).toBeCloseTo(30, 6)
  })
})

describe('a floor under served demand', () => {
  it('names the limits that cannot all hold', () => {
    const session = createSession(highs, networkFixture(line), {
      grid: 'brief',
      start,
      days: 3,
      pickUp: open,
    })
    const run = session.solve([shock('links/line', 'capacity', 0.2)], {
      floors: [{ demand: 'homes', share: 0.9 }],
    })
    expect(run.status).toBe('infeasible')
    expect(run.objective).toBeNull()
    expect(run.conflict.map((one) => one.constraint).sort()).toEqual([
      'bus-balance:b:gas',
      'demand-steps:homes',
      'link-capacity:line',
    ])
    const after = session.solve([shock('links/line', 'capacity', 0.2)])
    expect(after.status).toBe('optimal')
    session.dispose()
  })
})

it('stands in docs/model.md with each constraint and its sentence', () => {
  const text = readFileSync(fileURLToPath(new URL('../../../docs/model.md', import.meta.url)), 'utf8')
  for (const id of Object.keys(constraints)) expect(text).toContain(`\`${id}\``)
})

describe('bad input', () => {
  it.each([
    ['an unknown row', shock('links/nowhere', 'capacity', 0), /nowhere has no capacity/],
    ['a unit of another carrier', shock('links/line', 'capacity', 3, 'kbbl_d'), /give it in gwh_d/],
    ['a negative value', shock('links/line', 'capacity', -1), /at least 0/],
    [
      'a measure that closes nothing',
      shock('measures/none', 'measure', 0, 'in_force'),
      /none has no measure/,
    ],
  ])('refuses %s', (_, bad, message) => {
    expect(() => solve(networkFixture(line), [bad])).toThrow(message)
  })

  it('refuses a negative capacity and a demand without steps, naming the row', () => {
    const negative = networkFixture({
      ...line,
      supplies: [{ id: 'field', bus: 'a:gas', capacity: -5, output: 1 }],
    })
    expect(() => solve(negative, [])).toThrow(/field has capacity -5/)
    expect(() => solve({ ...networkFixture(line), tiers: [] }, [])).toThrow(/homes needs steps for gas/)
  })
})

describe('strategic stock', () => {
  it('is drawn after the same quarter of other stock, once it is released', () => {
    // 40 a day are missing for five days: 200, less than the quarter of 1,000 that the tank gives before the reserve.
    const network = networkFixture({
      supplies: [{ id: 'field', bus: 'a:crude', capacity: 100, output: 100 }],
      demands: [{ id: 'town', bus: 'a:crude', rate: 100 }],
      stores: [
        {
          id: 'tank',
          bus: 'a:crude',
          volume: 1000,
          level: 1000,
          injection: 0,
          withdrawal: 100,
          kind: 'tank',
        },
        {
          id: 'reserve',
          bus: 'a:crude',
          volume: 1000,
          level: 1000,
          injection: 0,
          withdrawal: 100,
          kind: 'strategic',
        },
      ],
    })
    const day = calendarDate('2025-03-01')
    const session = createSession(highs, network, { grid: 'brief', start: day, days: 5 })
    const shock = (asset: string, field: 'capacity' | 'withdrawal', value: number) => ({
      asset,
      field,
      value,
      unit: '1',
      from: day,
      to: null,
    })
    const run = session.solve([
      shock('supplies/field', 'capacity', 0.6),
      shock('stores/reserve', 'withdrawal', 1),
    ])
    session.dispose()
    const drawn = (store: string) => 1000 - (run.level.get(store)?.at(-1) ?? 0)
    expect(drawn('tank')).toBeCloseTo(200, 6)
    expect(drawn('reserve')).toBeCloseTo(0, 6)
  })
})

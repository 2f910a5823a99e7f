import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Network, NetworkRefusal } from '../../atlas/network.ts'
import { calendarDate } from '../../core/time.ts'
import type { ConcreteShock } from '../../scenarios/scenario.ts'
import { bindingReasons } from '../answers/reasons.ts'
import { loadProgramme, run as optimise } from '../linear/optimise.ts'
import { ProgrammeBuilder } from '../linear/programme.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { createSession, type Session } from '../session.ts'

const highs = await solverForTests()
const start = calendarDate('2025-03-01')
const open = () => ({ delayDays: 0, fullDays: 0, fraction: 1 })
const impose: ConcreteShock = {
  asset: 'measures/ban',
  field: 'measure',
  value: 1,
  unit: 'in_force',
  from: start,
  to: null,
}
const refusal = (of: Partial<NetworkRefusal>): NetworkRefusal => ({
  id: 'ban-port',
  measure: 'ban',
  name: 'Ban',
  isInForce: false,
  origins: ['actors/big'],
  shares: new Map([['field', 0.6]]),
  links: ['port'],
  buses: [],
  ...of,
})

/** Two owners give 60 and 40; a refinery takes 30 of it, a port the rest, where another seller has a little to spare. */
const plain = networkFixture({
  supplies: [{ id: 'field', bus: 'a:crude', capacity: 100, output: 100, cost: 9_000 }],
  links: [
    { id: 'port', from: 'a:crude', to: 'sea:crude', capacity: 90, flow: 70, cost: 500 },
    { id: 'transit', from: 'k:crude', to: 'a:crude', capacity: 50, flow: 0, cost: 100 },
  ],
  demands: [
    { id: 'buyers', bus: 'sea:crude', rate: 70 },
    { id: 'refinery', bus: 'a:crude', rate: 30 },
  ],
})
const sanctioned: Network = { ...plain, refusals: [refusal({})] }

function withSession<T>(network: Network, use: (session: Session) => T, imposable = ['ban']): T {
  const session = createSession(highs, network, {
    grid: 'brief',
    start,
    days: 3,
    pickUp: open,
    supplyPickUp: open,
    imposable,
  })
  try {
    return use(session)
  } finally {
    session.dispose()
  }
}
const first = (series: Float64Array | undefined): number => series?.[0] ?? Number.NaN

describe('supply classes', () => {
  it('makes none without a measure that tells owners apart', () => {
    expect(withSession(plain, (session) => session.base().classes)).toEqual([])
    expect(withSession(sanctioned, (session) => session.base().classes, [])).toEqual([])
  })

  it('swaps owners: the refused one serves the refinery, the other the port', () => {
    withSession(sanctioned, (session) => {
      const before = session.base()
      expect(first(before.flow.get('port'))).toBeCloseTo(70, 6)
      const run = session.solve([impose])
      expect(first(run.flow.get('port'))).toBeCloseTo(40, 6)
      expect(first(run.output.get('field'))).toBeCloseTo(70, 6)
      const [big] = run.classes
      expect(first(big?.flow.get('port'))).toBeCloseTo(0, 6)
      expect(first(big?.output.get('field'))).toBeCloseTo(30, 6)
      expect(first(big?.use.get('a:crude'))).toBeCloseTo(30, 6)
      expect(run.binding.map((one) => one.constraint)).toContain('class-refused:ban-port/port')
      const reasons = bindingReasons(session, [impose], run)
      expect(reasons.find((one) => one.constraint.startsWith('class-refused'))?.confirmed).toBe(true)
    })
  })

  it('leaves energy of another origin free in the same pipes and port', () => {
    const withTransit: Network = {
      ...sanctioned,
      supplies: [
        ...sanctioned.supplies,
        ...networkFixture({
          supplies: [{ id: 'kazakh', bus: 'k:crude', capacity: 25, output: 0, cost: 9_500 }],
        }).supplies,
      ],
    }
    const run = withSession(withTransit, (session) => session.solve([impose]))
    // 40 of the other owner and 25 that come through.
    expect(first(run.flow.get('port'))).toBeCloseTo(65, 6)
    expect(first(run.output.get('kazakh'))).toBeCloseTo(25, 6)
  })

  it('keeps a refused owner out of a zone that its energy may still cross', () => {
    const onward: Network = {
      ...plain,
      buses: [...plain.buses, { id: 'far:crude', zone: 'far', carrier: 'crude' }],
      links: [
        ...plain.links,
        ...networkFixture({
          links: [{ id: 'onward', from: 'sea:crude', to: 'far:crude', capacity: 50, flow: 0, cost: 300 }],
        }).links,
      ],
      demands: [
        ...plain.demands,
        ...networkFixture({ demands: [{ id: 'far', bus: 'far:crude', rate: 0 }] }).demands,
      ],
      refusals: [refusal({ links: [], buses: ['sea:crude'] })],
    }
    const more: ConcreteShock = {
      ...impose,
      asset: 'demands/far',
      field: 'demand',
      value: 25,
      unit: 'kbbl_d',
    }
    const run = withSession(onward, (session) => session.solve([impose, more]))
    // Buyers at sea get the 40 of the other owner; the refused one serves the refinery with 30 and 25 far away.
    expect(first(run.flow.get('onward'))).toBeCloseTo(25, 5)
    expect(first(run.output.get('field'))).toBeCloseTo(95, 5)
    expect(first(run.classes[0]?.flow.get('port'))).toBeCloseTo(25, 5)
  })

  it('gives the base again when the measure is lifted', () => {
    const lifted = { ...impose, value: 0 }
    withSession(sanctioned, (session) => {
      session.solve([impose])
      expect(first(session.solve([impose, lifted]).flow.get('port'))).toBeCloseTo(70, 6)
    })
  })

  it('counts classes of different owners together under one capacity', () => {
    // Owners of 60 and 40 are both refused at the port by different measures: nothing is left to sail.
    const both: Network = {
      ...plain,
      refusals: [
        refusal({}),
        refusal({
          id: 'ban-two',
          measure: 'ban-two',
          origins: ['actors/small'],
          shares: new Map([['field', 0.4]]),
        }),
      ],
    }
    const run = withSession(
      both,
      (session) => session.solve([impose, { ...impose, asset: 'measures/ban-two' }]),
      ['ban', 'ban-two'],
    )
    expect(first(run.flow.get('port'))).toBeCloseTo(0, 6)
    expect(first(run.output.get('field'))).toBeCloseTo(30, 6)
  })

  it('says which measure a base contradicts', () => {
    const inForce: Network = { ...plain, refusals: [refusal({ isInForce: true })] }
    expect(() => withSession(inForce, (session) => session.base())).toThrow(/measures\/ban/)
  })

  it('serves what a programme with one flow for each owner serves', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (n, tenths) => {
          const [network, share] = [ring(n), tenths / 10]
          const banned: Network = {
            ...network,
            refusals: [
              refusal({ shares: new Map([['s', share]]), links: ['l1', 'l4'], buses: ['z2:crude'] }),
            ],
          }
          const run = withSession(banned, (session) => session.solve([impose]))
          const missing = [...run.unserved.values()].reduce(
            (sum, steps) => sum + steps.reduce((total, step) => total + (step[0] ?? 0), 0),
            0,
          )
          expect(missing).toBeCloseTo(leastMissing(run.base.demand, banned, share), 4)
        },
      ),
      { numRuns: 25, seed: 11 },
    )
  })
})

/** Two sources in a ring of four zones with both directions of one chord; all capacities are used in the base or free. */
function ring(n: readonly number[]): Network {
  const at = (i: number): number => n[i % n.length] ?? 0
  const bus = (z: number) => `z${z % 4}:crude`
  return networkFixture({
    supplies: [
      { id: 's', bus: bus(0), capacity: 200, output: 100 + at(0), cost: 5_000 },
      { id: 't', bus: bus(3), capacity: 30 + at(1), output: at(1), cost: 6_000 },
    ],
    links: [0, 1, 2, 3, 4].map((l) => ({
      id: `l${l}`,
      from: bus(l < 4 ? l : 0),
      to: bus(l < 4 ? l + 1 : 2),
      capacity: 60 + at(l + 2),
      flow: l === 3 ? 0 : 20 + at(l + 2) / 2,
      cost: 100,
    })),
    demands: [1, 2, 3].map((z) => ({ id: `d${z}`, bus: bus(z), rate: 20 + at(z + 7) })),
  })
}

/** Least total shortage by a programme with one flow variable for each owner and link, written out apart. */
function leastMissing(demand: ReadonlyMap<string, Float64Array>, of: Network, share: number): number {
  const builder = new ProgrammeBuilder()
  const owners = ['big', 'rest'] as const
  const balance = owners.map(() => of.buses.map(() => builder.addRow(0, 0)))
  const busAt = (id: string): number => of.buses.findIndex((bus) => bus.id === id)
  const capacity = of.links.map((link) => builder.addRow(-Infinity, link.capacity?.value ?? 0))
  const asked = of.demands.map((row) => {
    const rate = first(demand.get(row.id))
    return builder.addRow(rate, rate)
  })
  const [refused] = of.refusals ?? []
  owners.forEach((owner, o) => {
    of.links.forEach((link, l) => {
      const isRefused = owner === 'big' && refused?.links.includes(link.id)
      builder.addColumn(0, 0, isRefused ? 0 : Infinity)
      builder.entry(balance[o]?.[busAt(link.from)] ?? 0, -1)
      builder.entry(balance[o]?.[busAt(link.to)] ?? 0, 1)
      builder.entry(capacity[l] ?? 0, 1)
    })
    for (const supply of of.supplies) {
      const part = supply.id === 's' ? (owner === 'big' ? share : 1 - share) : owner === 'big' ? 0 : 1
      builder.addColumn(0, 0, part * (supply.capacity?.value ?? 0))
      builder.entry(balance[o]?.[busAt(supply.bus)] ?? 0, 1)
    }
    of.demands.forEach((row, d) => {
      const isRefused = owner === 'big' && refused?.buses.includes(row.bus)
      builder.addColumn(0, 0, isRefused ? 0 : Infinity)
      builder.entry(balance[o]?.[busAt(row.bus)] ?? 0, -1)
      builder.entry(asked[d] ?? 0, 1)
    })
  })
  for (const row of asked) {
    builder.addColumn(1, 0, Infinity)
    builder.entry(row, 1)
  }
  const model = loadProgramme(highs, builder.finish())
  const optimum = optimise(highs, model, { timeLimitSeconds: 10 })
  model.dispose()
  return optimum.objective
}

import { describe, expect, it } from 'vitest'
import type { Network } from '../atlas/network.ts'
import { calendarDate } from '../core/time.ts'
import type { ConcreteShock } from '../scenarios/scenario.ts'
import { networkFixture, sourced } from './network/network-fixture.ts'
import { solverForTests } from './network/solver-fixture.ts'
import type { SolveResult } from './result.ts'
import { createSession } from './session.ts'

const highs = await solverForTests()
const start = calendarDate('2025-01-20')

/* A session solves neighbourhoods of shocks. Everything that a programme can hold must come out as when all is solved. */

/** Numbers in [0, 1) that are the same in every run (a linear congruence of Knuth's). */
function draws(): () => number {
  let state = 777
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Oil with its gas, a contract, a plant from gas to power, a measure against one owner, and stores of two kinds. */
const plain = networkFixture({
  links: [
    ...Array.from({ length: 8 }, (_, at) => ({
      id: `g${at}`,
      from: `z${at % 5}:gas`,
      to: `z${(at + (at < 5 ? 1 : 2)) % 5}:gas`,
      capacity: 40 + ((at * 17) % 40),
      flow: at % 4 === 3 ? 0 : 10 + ((at * 13) % 25),
      cost: 100 + ((at * 71) % 300),
      loss: at % 3 === 0 ? 0.01 : 0,
    })),
    { id: 'c0', from: 'z0:crude', to: 'z1:crude', capacity: 90, flow: 60, cost: 500 },
    { id: 'c1', from: 'z1:crude', to: 'z2:crude', capacity: 50, flow: 20, cost: 300 },
    { id: 'port', from: 'z1:crude', to: 'sea:crude', capacity: 60, flow: 30, cost: 200, kind: 'sea' },
    { id: 'p0', from: 'z0:power', to: 'z1:power', capacity: 20, flow: 4, cost: 50, kind: 'power' },
  ],
  supplies: [
    { id: 's0', bus: 'z0:gas', capacity: 90, output: 70, cost: 4_000 },
    { id: 's3', bus: 'z3:gas', capacity: 80, output: 50, cost: 5_500 },
    { id: 'oil', bus: 'z0:crude', capacity: 110, output: 90, cost: 9_000 },
    { id: 'gas', bus: 'z0:gas', capacity: 60, output: 40, cost: 1_000 },
    { id: 'sun', bus: 'z1:power', capacity: 8, output: 6, cost: 10 },
  ],
  demands: [
    ...Array.from({ length: 5 }, (_, z) => ({ id: `d${z}`, bus: `z${z}:gas`, rate: 20 + ((z * 11) % 20) })),
    { id: 'r0', bus: 'z0:crude', rate: 30 },
    { id: 'r1', bus: 'z1:crude', rate: 10 },
    { id: 'r2', bus: 'z2:crude', rate: 20 },
    { id: 'buyers', bus: 'sea:crude', rate: 30, kind: 'market' as const },
    { id: 'light', bus: 'z1:power', rate: 14 },
    { id: 'town', bus: 'z0:power', rate: 6 },
  ],
  stores: [
    { id: 'cavern', bus: 'z2:gas', volume: 600, level: 300, injection: 10, withdrawal: 20 },
    { id: 'tanks', bus: 'z2:crude', volume: 90, level: 60, injection: 8, withdrawal: 8, kind: 'tank' },
    {
      id: 'reserve',
      bus: 'z1:crude',
      volume: 400,
      level: 400,
      injection: 0,
      withdrawal: 15,
      kind: 'strategic',
    },
  ],
  conversions: [
    { id: 'plant', from: 'z0:gas', to: 'z0:power', capacity: 30, flow: 20, efficiency: 0.5 },
    { id: 'turbine', from: 'z1:gas', to: 'z1:power', capacity: 20, flow: 8, efficiency: 0.5 },
  ],
})
const network: Network = {
  ...plain,
  contracts: [
    {
      id: 'supply',
      name: 'Supply',
      carrier: 'gas',
      links: ['g0'],
      quantity: sourced(12),
      takeOrPay: sourced(0.8),
      price: sourced(20_000),
    },
  ],
  jointProducts: [
    {
      id: 'field',
      name: 'Field',
      main: 'oil',
      by: 'gas',
      outlets: [],
      ratio: { ...sourced(0.8), low: 0.6, high: 1.2 },
      elsewhere: 30,
    },
  ],
  refusals: [
    {
      id: 'ban-port',
      measure: 'ban',
      name: 'Ban',
      isInForce: false,
      origins: ['actors/big'],
      shares: new Map([['oil', 0.6]]),
      links: ['port'],
      buses: [],
    },
  ],
}
const open = () => createSession(highs, network, { grid: 'brief', start, days: 8, imposable: ['ban'] })

const targets: readonly (readonly [asset: string, field: ConcreteShock['field'], most: number])[] = [
  ...Array.from({ length: 8 }, (_, at) => [`links/g${at}`, 'capacity', 1] as const),
  ['links/c0', 'capacity', 1],
  ['links/port', 'capacity', 1],
  ['links/p0', 'capacity', 1],
  ['supplies/s0', 'supply', 1.2],
  ['supplies/gas', 'supply', 1],
  ['supplies/oil', 'supply', 1],
  ['demands/d1', 'demand', 1.6],
  ['demands/light', 'demand', 1.5],
  ['stores/cavern', 'withdrawal', 1],
  ['stores/reserve', 'withdrawal', 1],
  ['stores/tanks', 'level', 1],
  ['conversions/plant', 'capacity', 1],
]

function expectSame(warm: SolveResult, cold: SolveResult): void {
  expect(warm.status).toBe(cold.status)
  const objective = cold.programmeObjective ?? Number.NaN
  expect(Math.abs((warm.programmeObjective ?? 0) - objective)).toBeLessThan(1 + 1e-7 * Math.abs(objective))
  for (const kind of ['flow', 'output', 'served', 'converted', 'withdrawal', 'level'] as const) {
    for (const [id, series] of cold[kind]) {
      for (const [p, value] of series.entries()) {
        expect(Math.abs((warm[kind].get(id)?.[p] ?? Number.NaN) - value), `${kind} ${id} ${p}`).toBeLessThan(
          1e-5,
        )
      }
    }
  }
}

describe('a session that solves neighbourhoods', () => {
  it.each(['cooperative', 'own_first'] as const)(
    'gives what solving everything gives, whatever the programme holds (%s)',
    (sharing) => {
      const draw = draws()
      const pick = (most: number) => Math.floor(most * draw())
      const random = (): ConcreteShock => {
        const from = `2025-01-${20 + pick(4)}`
        const to = draw() < 0.4 ? null : `2025-01-${24 + pick(4)}`
        if (draw() < 0.1)
          return { asset: 'measures/ban', field: 'measure', value: 1, unit: 'in_force', from, to }
        const [asset, field, most] = targets[pick(targets.length)] ?? ['links/g0', 'capacity', 1]
        return { asset, field, value: most * draw(), unit: '1', from, to }
      }
      const [near, cold] = [open(), open()]
      const before = near.solve([])
      for (let count = 0; count < 60; count++) {
        const shocks = Array.from({ length: 1 + pick(3) }, random)
        const options = { beliefDays: 1 + pick(8), sharing }
        expectSame(near.solve(shocks, options), cold.solve(shocks, { ...options, startFrom: 'scratch' }))
      }
      expectSame(near.solve([]), before)
      near.dispose()
      cold.dispose()
    },
    120_000,
  )
})

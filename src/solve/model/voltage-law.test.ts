import { describe, expect, it } from 'vitest'
import type { NetworkLink } from '../../atlas/network.ts'
import { calendarDate } from '../../core/time.ts'
import { networkFixture, sourced } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { createSession } from '../session.ts'

const highs = await solverForTests()
const start = calendarDate('2025-02-01')

type Line = Parameters<typeof networkFixture>[0]['links']
const line = (from: string, to: string, flow: number, capacity: number, x: number | null) =>
  [`${from}-${to}`, `${to}-${from}`].map((id, at) => {
    const [a, b] = at === 0 ? [from, to] : [to, from]
    const reactance: Pick<NetworkLink, 'reactance'> = x === null ? {} : { reactance: sourced(x) }
    return {
      id,
      from: `${a}:power`,
      to: `${b}:power`,
      kind: 'power',
      flow: at === 0 ? flow : 0,
      capacity,
      ...reactance,
    }
  })

/** A gives 30 to C: two thirds over A-C, one over A-B-C, as three equal reactances have it. */
function ring(x: number | null, direct = 100) {
  const links: Line = [
    ...line('a', 'c', 20, direct, x),
    ...line('a', 'b', 10, 100, x),
    ...line('b', 'c', 10, 100, x),
  ]
  return networkFixture({
    links,
    supplies: [
      { id: 'hydro', bus: 'a:power', capacity: 200, output: 80, cost: 10_000 },
      { id: 'oil', bus: 'c:power', capacity: 100, output: 20, cost: 60_000 },
    ],
    demands: [
      { id: 'north', bus: 'a:power', rate: 50 },
      { id: 'south', bus: 'c:power', rate: 50 },
    ],
  })
}

function run(network: ReturnType<typeof ring>, asset: string, value: number) {
  const atOnce = { delayDays: 0, fullDays: 0, fraction: 1 }
  const session = createSession(highs, network, {
    grid: 'months',
    start,
    days: 30,
    pickUp: () => atOnce,
    supplyPickUp: () => atOnce,
  })
  try {
    expect(session.base().programmeObjective).toBeCloseTo(0, 6)
    const [table, row] = asset.split('/')
    const assets =
      table === 'lines' ? [`links/${row}`, `links/${row?.split('-').reverse().join('-')}`] : [asset]
    const found = session.solve(
      assets.map((one) => ({
        asset: one,
        field: 'capacity' as const,
        value,
        unit: 'gwh_d',
        from: start,
        to: null,
      })),
    )
    expect(found.status).toBe('optimal')
    const net = (a: string, b: string) =>
      (found.flow.get(`${a}-${b}`)?.[0] ?? 0) - (found.flow.get(`${b}-${a}`)?.[0] ?? 0)
    return { found, net }
  } finally {
    session.dispose()
  }
}

describe('lines with reactances', () => {
  it('divide what is added over both ways, two to one', () => {
    // C loses its 20: 20 more come from A, 13.33 straight and 6.67 by B.
    const { net } = run(ring(30), 'supplies/oil', 0)
    expect(net('a', 'c')).toBeCloseTo(20 + 40 / 3, 5)
    expect(net('a', 'b')).toBeCloseTo(10 + 20 / 3, 5)
    expect(net('b', 'c')).toBeCloseTo(10 + 20 / 3, 5)
  })

  it('hold back a way with room because another is full', () => {
    // The straight line takes 24, four more, two thirds of what A sends more: 6. 14 of the 20 stay missing, though the
    // way by B has room. Without the law they come by B.
    const missing = ({ found }: ReturnType<typeof run>) =>
      (found.unserved.get('south') ?? []).reduce((sum, step) => sum + (step[0] ?? 0), 0)
    expect(missing(run(ring(null, 24), 'supplies/oil', 0))).toBeCloseTo(0, 6)
    const held = run(ring(30, 24), 'supplies/oil', 0)
    expect(missing(held)).toBeCloseTo(14, 5)
    expect(held.net('a', 'b')).toBeCloseTo(12, 5)
  })

  it('have no law left when a line is out', () => {
    const { net, found } = run(ring(30), 'lines/a-c', 0)
    expect(net('a', 'c')).toBeCloseTo(0, 6)
    expect(net('a', 'b')).toBeCloseTo(30, 5)
    expect(found.objective).toBeLessThan(1)
  })

  it('must agree where they join the same zones', () => {
    const network = ring(30)
    const links = network.links.map((one, at) => (at === 1 ? { ...one, reactance: sourced(31) } : one))
    expect(() => createSession(highs, { ...network, links }, { grid: 'months', start, days: 30 })).toThrow(
      /reactance of 31 ohm .* 30; give one for all lines between the two/u,
    )
  })
})

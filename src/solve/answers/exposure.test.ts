import { describe, expect, it } from 'vitest'
import type { Network } from '../../atlas/network.ts'
import { calendarDate } from '../../core/time.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { createSession } from '../session.ts'
import { exposureOf, pricesOfTiers } from './exposure.ts'

const highs = await solverForTests()
const start = calendarDate('2025-03-01')

/** 100 a day from A through B to C by a line of two pieces; nothing else gets there. */
const fixture = networkFixture({
  supplies: [{ id: 'field', bus: 'a:gas', capacity: 100, output: 100, cost: 10_000 }],
  links: [
    { id: 'upper', from: 'a:gas', to: 'b:gas', capacity: 100, flow: 100, cost: 1_000 },
    { id: 'lower', from: 'b:gas', to: 'c:gas', capacity: 100, flow: 100, cost: 1_000 },
  ],
  demands: [{ id: 'homes', bus: 'c:gas', rate: 100 }],
})
const network = {
  ...fixture,
  buses: fixture.buses.map((bus) => ({ ...bus, country: bus.zone.toUpperCase() })),
}
const owners = [
  { actor: 'one', share: 0.75 },
  { actor: 'two', share: 0.25 },
]

function exposureAt(capacity: number, of: Network = network) {
  const session = createSession(highs, of, { grid: 'brief', start, days: 10 })
  const base = session.base()
  const run = session.solve([
    { asset: 'links/lower', field: 'capacity', value: capacity, unit: '1', from: start, to: null },
  ])
  session.dispose()
  return exposureOf({
    network: of,
    base,
    run,
    carriage: [{ links: ['upper', 'lower'], owners }],
    production: new Map([['field', [{ actor: 'one', share: 0.5 }]]]),
    prices: pricesOfTiers(of),
  })
}

describe('exposure', () => {
  it('counts what owners and transit countries lose, in energy and at a stated price', () => {
    // 60 of 100 a day over 10 days are lost: 600. The first step costs 100,000 EUR: from 80,000 to 100,000 a unit.
    const rows = exposureAt(0.4).map(({ kind, of, base, lost, money }) => [
      kind,
      of,
      base,
      lost,
      money?.central,
    ])
    const near = (value: number) => expect.closeTo(value, 2)
    expect(rows).toEqual([
      ['transit', 'countries/B', near(1000), near(600), near(54e6)],
      // Two pieces in a row carry the same energy: it counts once.
      ['carriage', 'actors/one', near(750), near(450), near(40.5e6)],
      ['production', 'actors/one', near(500), near(300), near(27e6)],
      ['carriage', 'actors/two', near(250), near(150), near(13.5e6)],
    ])
    const [first] = exposureAt(0.4)
    expect(first?.money?.low).toBeCloseTo(48e6, 1)
    expect(first?.money?.high).toBeCloseTo(60e6, 1)
    expect(first?.unit).toBe('gwh')
  })

  it('takes for no transit what comes by sea and leaves by sea', () => {
    const bySea = { ...network, links: network.links.map((link) => ({ ...link, kind: 'sea' })) }
    const kinds = exposureAt(0.4, bySea).map(({ kind }) => kind)
    expect(kinds).toEqual(['carriage', 'production', 'carriage'])
  })

  it('is empty where nothing is lost', () => {
    expect(exposureAt(1)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import type { Sourced } from '../../core/provenance.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { type MeteredRate, withMeteredBalance } from './metered-balance.ts'

const town = networkFixture({
  supplies: [
    { id: 'well-a', bus: 'town:gas', capacity: 30, output: 30 },
    { id: 'well-b', bus: 'town:gas', capacity: 10, output: 10 },
    { id: 'far', bus: 'far:gas', capacity: 500 },
  ],
  links: [{ id: 'line', from: 'far:gas', to: 'town:gas', capacity: 200, flow: 60 }],
  demands: [
    { id: 'homes', bus: 'town:gas', rate: 60 },
    { id: 'plants', bus: 'town:gas', rate: 20 },
  ],
  stores: [{ id: 'cavern', bus: 'town:gas', volume: 1000, level: 500, injection: 20, withdrawal: 30 }],
})

const metered = (item: MeteredRate['item'], value: number): MeteredRate => {
  const rate: Sourced = {
    value,
    low: null,
    high: null,
    unit: 'gwh_d',
    status: 'reported',
    because: 'atlas:balances/town/value',
  }
  return { id: `town-${item}`, name: item, bus: 'town:gas', item, rate }
}

describe('what was metered in the place of a year spread by a curve', () => {
  it('shares the metered use over the demands of the zone as they share that of the year', () => {
    const { network, metered: rows } = withMeteredBalance(town, [metered('use', 40)])
    expect(network.demands.map(({ id, rate }) => [id, rate.value])).toEqual([
      ['homes', 30],
      ['plants', 10],
    ])
    expect(rows).toEqual(new Set(['homes', 'plants']))
  })

  it('shares metered production over the wells and leaves those of other zones', () => {
    const { network } = withMeteredBalance(town, [metered('production', 20)])
    expect(network.supplies.map(({ output }) => output?.value ?? null)).toEqual([15, 5, null])
  })

  it('makes a use of what is put into store, and a source of what is drawn from it', () => {
    const filled = withMeteredBalance(town, [metered('storing', 12)]).network
    expect(filled.stores).toEqual([])
    expect(filled.demands.at(-1)).toMatchObject({ id: 'town-storing', rate: { value: 12 } })
    const drawn = withMeteredBalance(town, [metered('storing', -12)]).network
    expect(drawn.supplies.at(-1)).toMatchObject({ id: 'town-storing', output: { value: 12 } })
  })

  it('leaves a zone without meters as it was', () => {
    expect(withMeteredBalance(town, []).network).toEqual(town)
  })
})

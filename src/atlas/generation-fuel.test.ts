import { describe, expect, it } from 'vitest'
import { withoutGenerationFuel } from './generation-fuel.ts'
import type { NetworkDemand } from './network.ts'

const demand = (
  id: string,
  bus: string,
  value: number,
  kind: 'final' | 'market' = 'final',
): NetworkDemand => ({
  id,
  name: id,
  bus,
  kind,
  rate: {
    value,
    low: value / 2,
    high: null,
    unit: 'gwh_d',
    status: 'reported',
    because: `atlas:demands/${id}/rate`,
  },
  profile: Array.from({ length: 12 }, () => 1),
})

describe('fuel that power plants draw', () => {
  it('is taken off the final use of the same bus: 100 of which plants burn 30 leaves 70', () => {
    const [use] = withoutGenerationFuel([demand('use', 'a:gas', 100)], new Map([['a:gas', 30]]))
    expect(use?.rate).toMatchObject({ value: 70, low: 35, high: null })
  })

  it('is taken from several demands of a bus in proportion, and from no outlet or other bus', () => {
    const left = withoutGenerationFuel(
      [
        demand('city', 'a:gas', 60),
        demand('works', 'a:gas', 20),
        demand('out', 'a:gas', 50, 'market'),
        demand('far', 'b:gas', 9),
      ],
      new Map([['a:gas', 20]]),
    )
    expect(left.map(({ rate }) => rate.value)).toEqual([45, 15, 50, 9])
  })

  it('never leaves less than nothing', () => {
    const [use] = withoutGenerationFuel([demand('use', 'a:coal', 10)], new Map([['a:coal', 12]]))
    expect(use?.rate.value).toBe(0)
  })
})

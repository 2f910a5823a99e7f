import { describe, expect, it } from 'vitest'
import type { NetworkStore } from '../../atlas/network.ts'
import type { Sourced } from '../../core/provenance.ts'
import { deliverability } from './deliverability.ts'

const sourced = (value: number, unit: string): Sourced => ({
  value,
  low: null,
  high: null,
  unit,
  status: 'assumed',
  because: 'assumption:x',
})
const store = (at30: number | null): NetworkStore => ({
  id: 's',
  name: 'S',
  bus: 'a:gas',
  asset: null,
  kind: 'underground',
  volume: sourced(1000, 'gwh'),
  level: sourced(500, 'gwh'),
  injection: sourced(10, 'gwh_d'),
  withdrawal: sourced(20, 'gwh_d'),
  ...(at30 !== null && { withdrawalAt30: sourced(at30, 'gwh_d') }),
})

describe('deliverability', () => {
  it('is the full rate from 65 % of the volume on, and the published rate at 30 %', () => {
    expect([1000, 650, 300].map((level) => Number(deliverability(store(13), level).toPrecision(12)))).toEqual(
      [20, 20, 13],
    )
  })

  it('falls straight between 65 and 30 %, and to two fifths of the rate at 30 % when nothing is left', () => {
    // 47.5 % lies halfway from 13 to 20; 15 % halfway from 5.2 to 13.
    expect([475, 150, 0].map((level) => Number(deliverability(store(13), level).toPrecision(12)))).toEqual([
      16.5, 9.1, 5.2,
    ])
  })

  it('is the same at every level of a store whose rate at 30 % is not known, or is the full one', () => {
    expect([0, 300].map((level) => deliverability(store(null), level))).toEqual([20, 20])
    expect(deliverability(store(20), 100)).toBe(20)
  })
})

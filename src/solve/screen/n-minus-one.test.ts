import { describe, expect, it } from 'vitest'
import type { Network } from '../../atlas/network.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { type NMinusOneInputs, nMinusOne } from './n-minus-one.ts'
import { inputsOf } from './n-minus-one-inputs.ts'

const thing = (id: string, capacity: number, shares: string | null = null) => ({
  id,
  name: id,
  capacity,
  shares,
  isSum: false,
})

/** EP 300 + 200, P 50, S 120, LNG 80; the largest is the entry of 300; D_max 500, D_eff 20. */
const worked: NMinusOneInputs = {
  entryPoints: [thing('north', 300), thing('east', 200)],
  production: [thing('field', 50)],
  storage: [thing('cavern', 120)],
  lng: [thing('terminal', 80)],
  peakDemand: 500,
  demandSide: 20,
  deliverabilityAt30: 0.5,
}

describe('the N-1 formula of Regulation (EU) 2017/1938, Annex II', () => {
  it('gives on paper (300 + 200 + 50 + 120 + 80 - 300) / 500 = 90 % with full stores', () => {
    expect(nMinusOne(worked).full.n1).toBeCloseTo(90, 9)
    expect(nMinusOne(worked).largest).toEqual({ name: 'north', capacity: 300, parts: ['north'] })
  })

  it('gives 93.75 % when market-based measures cover 20 of the 500', () => {
    expect(nMinusOne(worked).full.n1WithDemandSide).toBeCloseTo(93.75, 9)
  })

  it('gives 78 % with stores at 30 %, whose deliverability is half', () => {
    expect(nMinusOne(worked).at30.n1).toBeCloseTo(78, 9)
  })

  it('takes the published rate at 30 % of a store that has one: 120 full, 90 at 30 %, in place of 60', () => {
    const found = nMinusOne({ ...worked, storage: [{ ...thing('cavern', 120), capacityAt30: 90 }] })
    expect(found.at30.n1).toBeCloseTo((100 * (500 + 50 + 90 + 80 - 300)) / 500, 9)
    expect(found.storageAt30).toBe(90)
    expect(found.full.n1).toBeCloseTo(90, 9)
  })

  it('counts what shares an upstream once: two entries of one pipeline fall out together', () => {
    const joint = [thing('a', 180, 'one pipeline'), thing('b', 170, 'one pipeline'), thing('c', 150)]
    const found = nMinusOne({ ...worked, entryPoints: joint })
    expect(found.largest).toEqual({ name: 'one pipeline', capacity: 350, parts: ['a', 'b'] })
    expect(found.full.n1).toBeCloseTo((100 * (500 + 50 + 120 + 80 - 350)) / 500, 9)
  })

  it('takes a store for the largest only by what it delivers at that stock', () => {
    const found = nMinusOne({ ...worked, entryPoints: [thing('a', 90)], storage: [thing('cavern', 120)] })
    // Full: 90 + 50 + 120 + 80 - 120 = 220; at 30 %: 90 + 50 + 60 + 80 - 90 = 190.
    expect(found.full.n1).toBeCloseTo(44, 9)
    expect(found.at30.n1).toBeCloseTo(38, 9)
  })

  it('never takes a sum over many fields or stores for one infrastructure', () => {
    const found = nMinusOne({ ...worked, storage: [{ ...thing('all caverns', 900), isSum: true }] })
    expect(found.largest.name).toBe('north')
  })

  it('refuses a day without demand', () => {
    expect(() => nMinusOne({ ...worked, peakDemand: 0 })).toThrow('peak demand above zero')
    expect(() => nMinusOne({ ...worked, demandSide: 500 })).toThrow('demand-side')
  })
})

describe('reading N-1 inputs from a network', () => {
  const network = networkFixture({
    links: [
      { id: 'in-1', from: 'x:gas', to: 'z:gas', capacity: 100, asset: 'pipe' },
      { id: 'in-2', from: 'y:gas', to: 'z:gas', capacity: 60, asset: 'pipe' },
      { id: 'in-3', from: 'y:gas', to: 'z:gas', capacity: 70 },
      { id: 'inner', from: 'z:gas', to: 'z2:gas', capacity: 500 },
      { id: 'out', from: 'z:gas', to: 'x:gas', capacity: 900 },
    ],
    supplies: [{ id: 'field', bus: 'z2:gas', capacity: 30, output: 20 }],
    demands: [
      { id: 'd', bus: 'z:gas', rate: 100, profile: [1.5, 1, 1, 1, 1, 1, 0.5, 1, 1, 1, 1, 1] },
      { id: 'd2', bus: 'z2:gas', rate: 40 },
    ],
    stores: [{ id: 'cavern', bus: 'z2:gas', volume: 900, level: 500, injection: 10, withdrawal: 25 }],
    conversions: [{ id: 'terminal', from: 'z:lng', to: 'z:gas', capacity: 40, flow: 10 }],
  })

  it('takes what crosses the border of the area, and not what flows inside it or out of it', () => {
    const inputs = inputsOf(network, new Set(['z', 'z2']), { deliverabilityAt30: 0.6, demandSide: 0 })
    expect(inputs.entryPoints.map((row) => row.id)).toEqual(['in-1', 'in-2', 'in-3'])
    expect(inputs.production.map((row) => row.capacity)).toEqual([30])
    expect(inputs.storage.map((row) => row.capacity)).toEqual([25])
    expect(inputs.lng.map((row) => row.capacity)).toEqual([40])
    // Demand of the highest month of each: 150 + 40.
    expect(inputs.peakDemand).toBe(190)
    expect(nMinusOne(inputs).largest.capacity).toBe(160)
  })

  it('takes the highest day as published, which holds what plants burn, and else adds it to the highest month', () => {
    const plant = { id: 'plant', from: 'z2:gas', to: 'z2:power', capacity: 20, flow: 8 }
    const coupled = networkFixture({
      demands: [
        { id: 'd', bus: 'z:gas', rate: 100 },
        { id: 'd2', bus: 'z2:gas', rate: 40 },
      ],
      conversions: [plant],
    })
    const of = (demands: Network['demands']) =>
      inputsOf({ ...coupled, demands }, new Set(['z', 'z2']), { deliverabilityAt30: 1, demandSide: 0 })
    expect(of(coupled.demands)).toMatchObject({ peakDemand: 148, peakIsPublished: false })
    const known = coupled.demands.map((demand) =>
      demand.id === 'd2' ? { ...demand, peak: { ...demand.rate, value: 70 } } : demand,
    )
    // 100 of the one without a highest day, 70 of the other with its plant.
    expect(of(known)).toMatchObject({ peakDemand: 170, peakIsPublished: true })
  })

  it('reads an area of one zone too', () => {
    const inputs = inputsOf(network, new Set(['z2']), { deliverabilityAt30: 1, demandSide: 0 })
    expect(inputs.entryPoints.map((row) => row.id)).toEqual(['inner'])
  })
})

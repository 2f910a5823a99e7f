import { bridgeRows } from '../../core/unit-rows.ts'
import type { Quantity } from '../claim.ts'

interface Conversion {
  readonly unit: string
  readonly factor: number
  readonly words: string
}

const year = '365 days a year'

/** To one base unit for each dimension. Factors: SI; 1 ft³ = 0.0283168 m³; calendar year of 365 days. */
const conversions: Readonly<Record<string, Conversion>> = {
  bcm: { unit: 'm3', factor: 1e9, words: '1 bcm = 1e9 m3' },
  cf: { unit: 'm3', factor: 0.0283168, words: '1 cf = 0.0283168 m3, same conditions' },
  'bcm/yr': { unit: 'm3/d', factor: 1e9 / 365, words: `1 bcm = 1e9 m3, ${year}` },
  'm3/yr': { unit: 'm3/d', factor: 1 / 365, words: year },
  'm3/month': { unit: 'm3/d', factor: 12 / 365, words: `12 months of ${year}` },
  'm3/h': { unit: 'm3/d', factor: 24, words: '24 hours a day' },
  'cf/d': { unit: 'm3/d', factor: 0.0283168, words: '1 cf = 0.0283168 m3, same conditions' },
  't/yr': { unit: 't/d', factor: 1 / 365, words: year },
  't/month': { unit: 't/d', factor: 12 / 365, words: `12 months of ${year}` },
  GWh: { unit: 'MWh', factor: 1e3, words: '1 GWh = 1000 MWh' },
  TWh: { unit: 'MWh', factor: 1e6, words: '1 TWh = 1e6 MWh' },
  'GWh/d': { unit: 'MWh/d', factor: 1e3, words: '1 GWh = 1000 MWh' },
  'TWh/yr': { unit: 'MWh/d', factor: 1e6 / 365, words: `1 TWh = 1e6 MWh, ${year}` },
  GW: { unit: 'MW', factor: 1e3, words: '1 GW = 1000 MW' },
  km: { unit: 'm', factor: 1e3, words: '1 km = 1000 m' },
  km2: { unit: 'm2', factor: 1e6, words: '1 km2 = 1e6 m2' },
}

/** Barrels in a tonne of crude, as core has it: one figure with one source. */
const density = bridgeRows.find((row) => row.id === 'crude-density')?.factor ?? Number.NaN
const barrels = `${density} bbl/t, world average for crude; the true factor depends on its density`

/** Crude in tonnes also goes to barrels, the unit of the oil model. */
const crude: Readonly<Record<string, Conversion>> = {
  t: { unit: 'bbl', factor: density, words: barrels },
  't/d': { unit: 'bbl/d', factor: density, words: barrels },
  't/yr': { unit: 'bbl/d', factor: density / 365, words: `${barrels}; ${year}` },
  't/month': { unit: 'bbl/d', factor: (density * 12) / 365, words: `${barrels}; 12 months of ${year}` },
}

/** Null where the unit is a base unit already or has no dimension. */
export function normalise(
  value: Quantity['value'],
  unit: string,
  substance: string | null,
): Quantity['normalised'] {
  const conversion = (substance === 'crude oil' ? crude[unit] : undefined) ?? conversions[unit]
  if (conversion === undefined) return null
  const convert = (x: number): number => Number((x * conversion.factor).toPrecision(6))
  return {
    value: typeof value === 'number' ? convert(value) : [convert(value[0]), convert(value[1])],
    unit: conversion.unit,
    factor: conversion.words,
  }
}

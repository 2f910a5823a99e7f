import { bridgeRows } from '../core/unit-rows.ts'

const calorificValue = bridgeRows.find((row) => row.id === 'gas-calorific-value')
/** GWh in a million cubic metres: the same figure as MWh in a cubic metre, times a thousand. */
const gwhPerMcm = (calorificValue?.factor ?? Number.NaN) * 1000

/** The sentence that says how gas volumes beside energies were found. */
export const gasVolumeNote =
  calorificValue === undefined
    ? ''
    : `Gas volumes (mcm/d, mcm) are energies divided by ${gwhPerMcm} kWh a cubic metre: ${calorificValue.conditions}.`

/**
 * The volume unit and factor for an energy of gas, so that people who think in cubic metres need no calculator.
 * Null for other carriers and units.
 */
export function gasVolume(unit: string | null, carrier: string): { unit: string; factor: number } | null {
  if (carrier !== 'gas') return null
  if (unit === 'gwh_d' || unit === 'GWh/d') return { unit: 'mcm/d', factor: 1 / gwhPerMcm }
  if (unit === 'gwh' || unit === 'GWh') return { unit: 'mcm', factor: 1 / gwhPerMcm }
  return null
}

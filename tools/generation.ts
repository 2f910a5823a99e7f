import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { sharedFactbook } from './factbook.ts'

export interface Plants {
  readonly zone: string
  readonly fuel: 'gas' | 'coal'
  /** Gross output of 2023. */
  readonly twh: number
  readonly gw: number
  /** Power per fuel: a share of 1 of the gross calorific value for gas, TWh/Mt for coal. */
  readonly efficiency: number
  readonly note: string
}

const rows = parse(readFileSync(join(import.meta.dirname, 'generation-2023.csv')), {
  columns: true,
}) as Record<'country' | 'zone' | 'fuel' | 'twh' | 'gw' | 'efficiency' | 'note', string>[]
const demand = parse(readFileSync(join(sharedFactbook, '../ember/demand_yearly.csv')), {
  columns: true,
}) as Record<'iso3' | 'year' | 'demand_twh', string>[]

/** Plants of a zone that burn gas or coal. */
export function plantsOf(zone: string): Plants[] {
  return rows
    .filter((row) => row.zone === zone)
    .map((row) => ({
      zone,
      fuel: row.fuel === 'coal' ? 'coal' : 'gas',
      twh: Number(row.twh),
      gw: Number(row.gw),
      efficiency: Number(row.efficiency),
      note: row.note,
    }))
}

/**
 * Part of gross output that reaches users after own use and losses: delivered power of the country over Ember's
 * demand less net imports, both of 2023; 0.92 where Ember has none.
 */
export function deliveredPart(iso3: string, delivered: number, netImports: number): number {
  const row = demand.find((line) => line.iso3 === iso3 && line.year === '2023')
  if (!row) return 0.92
  const part = delivered / (Number(row.demand_twh) - netImports)
  return part > 0.7 && part <= 1 ? part : 0.92
}

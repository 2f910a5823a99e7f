import { unitInName } from '../../atlas/to-geojson.ts'
import { type CsvValue, csvText } from '../../core/csv.ts'
import type { Solution } from '../solution.ts'

/** A table of a solution: one column a unit, so that no column mixes two. */
export interface SolutionTable {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly CsvValue[])[]
}

type Valued = { readonly period: string; readonly unit: string }

/**
 * The parts of a solution as tables: what a row is about, its period with first day and length, and one column
 * for each unit (`value_gwh_d`, `value_kbbl_d`), empty where a row is of another. Capacities that were chosen have no period.
 */
export function solutionTables(solution: Solution): SolutionTable[] {
  const periods = new Map(solution.periods.map((period) => [period.id, period]))
  const table = <T extends Valued>(
    name: string,
    rows: readonly T[],
    keys: readonly (keyof T & string)[],
    values: readonly (keyof T & string)[],
  ): SolutionTable => {
    const units = [...new Set(rows.map((row) => row.unit))].sort()
    const columns = units.flatMap((unit) => values.map((value) => ({ unit, value })))
    return {
      name,
      header: [
        ...keys,
        'period',
        'start',
        'days',
        ...columns.map(({ unit, value }) => `${value}_${unitInName(unit)}`),
      ],
      rows: rows.map((row) => {
        const period = periods.get(row.period)
        return [
          ...keys.map((key) => String(row[key])),
          row.period,
          period?.start,
          period?.days,
          ...columns.map(({ unit, value }) => (unit === row.unit ? (row[value] as number | null) : null)),
        ]
      }),
    }
  }
  return [
    table('flows', solution.flows, ['link', 'carrier'], ['value', 'headroom']),
    table('unserved', solution.unserved, ['zone', 'carrier', 'tier'], ['value']),
    table('prices', solution.prices, ['zone', 'carrier'], ['value']),
    table('stores', solution.stores, ['store'], ['level']),
    table('supplies', solution.supplies, ['supply'], ['value']),
    table('conversions', solution.conversions, ['conversion'], ['value']),
    capacityTable(solution),
  ].filter((one) => one.rows.length > 0)
}

/** What was chosen to be built: one capacity over all periods. */
function capacityTable({ capacities }: Solution): SolutionTable {
  const units = [...new Set(capacities.map((row) => row.unit))].sort()
  return {
    name: 'capacities',
    header: ['asset', ...units.map((unit) => `value_${unitInName(unit)}`)],
    rows: capacities.map((row) => [
      row.asset,
      ...units.map((unit) => (unit === row.unit ? row.value : null)),
    ]),
  }
}

/** The tables as CSV, texts by file name. */
export function solutionToCsv(solution: Solution): Map<string, string> {
  return new Map(
    solutionTables(solution).map(({ name, header, rows }) => [`${name}.csv`, csvText(header, rows)]),
  )
}

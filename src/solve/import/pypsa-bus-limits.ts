import { CorridorError } from '../../core/errors.ts'
import { parseNumber } from './csv-table.ts'
import type { Draft, Places } from './pypsa-draft.ts'
import type { PypsaNetwork } from './pypsa-folder.ts'
import type { InvestmentPeriod } from './pypsa-periods.ts'
import { busLimit } from './pypsa-refusals.ts'

/**
 * Columns of buses such as `nom_max_wind`: Σ of the capacity that may be built of a carrier at the bus (generators,
 * stores, storage units) is at most, or with `nom_min_` at least, the number of the bus. Empty cells limit nothing. A
 * column such as `nom_max_wind_2030` counts what stands in that investment period.
 */
export function addBusLimits(
  draft: Draft,
  places: { readonly generators: Places; readonly stores: Places; readonly storage_units: Places },
): void {
  const { network, written } = draft
  const { buses, generators, stores, storage_units } = network.components
  const tables = [
    [generators, places.generators],
    [stores, places.stores],
    [storage_units, places.storage_units],
  ] as const
  for (const column of buses.columns) {
    const limit = busLimit(column)
    if (limit === null) continue
    for (const [row, bus] of buses.names.entries()) {
      const value = parseNumber(buses.text(row, column))
      if (value === undefined) throw buses.fault(row, `${column} is no number; give one, or leave it empty.`)
      if (Number.isNaN(value)) continue
      const scope = scopeOf(limit.carrier, network)
      if (scope === null) {
        throw new CorridorError(
          'network_unsupported',
          `buses.csv, row "${bus}": ${column} = ${value} names no carrier of carriers.csv (nor one and an investment period); add the carrier, or empty the column.`,
        )
      }
      const built = tables.flatMap(([table, at]) =>
        table.names.flatMap((_, unit) => {
          const isHere = table.text(unit, 'bus') === bus && table.text(unit, 'carrier') === scope.carrier
          const capacity = at.capacity[unit] ?? -1
          const stands = scope.period === null || table.standsIn(unit, scope.period)
          return isHere && stands && capacity !== -1 ? [capacity] : []
        }),
      )
      if (built.length === 0) continue
      const sum = written.addRow(
        limit.isLeast ? value : Number.NEGATIVE_INFINITY,
        limit.isLeast ? Number.POSITIVE_INFINITY : value,
      )
      for (const capacity of built) written.add(sum, capacity, 1)
      written.labelRows(sum, {
        constraint: `expansion-limit:buses/${bus}/${column}`,
        sentence: `At bus ${bus} ${limit.isLeast ? 'at least' : 'at most'} ${value} of ${limit.carrier} is built.`,
      })
    }
  }
}

/** A carrier, or one with an investment period behind it; null where neither is known. */
function scopeOf(
  name: string,
  { carriers, snapshots }: PypsaNetwork,
): { readonly carrier: string; readonly period: InvestmentPeriod | null } | null {
  if (carriers.has(name)) return { carrier: name, period: null }
  const [, carrier, year] = /^(.+)_(\d+)$/u.exec(name) ?? []
  const period = snapshots.periods.find((one) => one.year === Number(year))
  return carrier !== undefined && period !== undefined && carriers.has(carrier) ? { carrier, period } : null
}

import { CorridorError } from '../../core/errors.ts'
import { type CsvTable, parseNumber } from './csv-table.ts'

/** A stretch of snapshots in which the same components stand. A network without investment periods has one. */
export interface InvestmentPeriod {
  /** Null where the network has no investment periods: what is active then stands, whatever its years. */
  readonly year: number | null
  /** First snapshot, and the one after its last. */
  readonly first: number
  readonly end: number
  /** What a cost of this period counts in the objective. */
  readonly objective: number
  /** Years until the next period: what energy of this period counts in limits over all of them. */
  readonly years: number
}

/** Whether a component of these years stands: from its build year until its lifetime is over. */
export function standsIn(period: InvestmentPeriod, buildYear: number, lifetime: number): boolean {
  const { year } = period
  // What a table does not know (NaN) does not limit.
  return year === null || !(year < buildYear || year >= buildYear + lifetime)
}

/**
 * The periods of `snapshots.csv` (column `period`) with the weightings of `investment_periods.csv`, each 1 unless given.
 * Years are whole and rise; the snapshots of a period stand together. Throws `network_invalid` where they do not.
 */
export function readPeriods(
  snapshots: CsvTable | undefined,
  weightings: CsvTable | undefined,
  count: number,
): readonly InvestmentPeriod[] {
  const cells = snapshots?.columns.get('period')
  if (cells === undefined) {
    if ((weightings?.length ?? 0) > 0) {
      throw new CorridorError(
        'network_invalid',
        'snapshots.csv: no column "period", but investment_periods.csv names some; name the period of each snapshot, or leave that file out.',
      )
    }
    return [{ year: null, first: 0, end: count, objective: 1, years: 1 }]
  }
  const years = cells.map((cell, row) => readYear(cell, row))
  const starts = years.flatMap((year, at) => (at === 0 || year !== years[at - 1] ? [at] : []))
  for (const [at, start] of starts.entries()) {
    const [year, before] = [years[start] ?? 0, years[starts[at - 1] ?? -1] ?? Number.NEGATIVE_INFINITY]
    if (year > before) continue
    throw new CorridorError(
      'network_invalid',
      `snapshots.csv, row ${start + 1}: the period ${year} comes after ${before}; put the snapshots of a period together and the years in order.`,
    )
  }
  const rowOf = new Map(
    (weightings?.columns.get('period') ?? weightings?.columns.get(weightings.header[0] ?? '') ?? []).map(
      (cell, row) => [parseNumber(cell), row],
    ),
  )
  return starts.map((first, at) => {
    const year = years[first] ?? 0
    const row = rowOf.get(year)
    if (weightings !== undefined && row === undefined) {
      throw new CorridorError(
        'network_invalid',
        `investment_periods.csv: no row for the period ${year} of snapshots.csv; add it, or leave the file out for weightings of 1.`,
      )
    }
    const weighting = (name: string): number => {
      const cell = weightings?.columns.get(name)?.[row ?? -1] ?? '1'
      const value = parseNumber(cell)
      if (value !== undefined && value > 0 && Number.isFinite(value)) return value
      throw new CorridorError(
        'network_invalid',
        `investment_periods.csv, row "${year}": the weighting ${name} is "${cell}"; give a number above zero.`,
      )
    }
    return {
      year,
      first,
      end: starts[at + 1] ?? count,
      objective: weighting('objective'),
      years: weighting('years'),
    }
  })
}

function readYear(cell: string, row: number): number {
  const year = parseNumber(cell)
  if (year !== undefined && Number.isInteger(year)) return year
  throw new CorridorError(
    'network_invalid',
    `snapshots.csv, row ${row + 1}: the period "${cell}" is no year; give a whole number.`,
  )
}

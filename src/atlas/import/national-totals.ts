import type { Atlas } from '../atlas.ts'
import type { Carrier } from '../tables.ts'
import { type Cell, daysOf, onlyRowIn, type Skipped, tidy } from './imported.ts'

export interface NationalTotal {
  /** ISO 3166 alpha-2. */
  readonly country: string
  readonly carrier: Carrier
  readonly what: 'production' | 'demand'
  /** A year, month or day. */
  readonly period: string
  readonly value: number
  /** A rate, e.g. `kb/d`. */
  readonly unit: string
  readonly status: 'reported' | 'estimated'
  readonly source: string
  readonly as_written: string
}

/**
 * A country's production or use as a figure of its one supply or demand in the atlas; what has several rows, or
 * none, is left out and counted. Returns null then.
 */
export function figureOfTotal(
  total: NationalTotal,
  atlas: Atlas,
  skipped: Skipped,
): Record<string, Cell> | null {
  const span = daysOf(total.period)
  if (span === null) {
    skipped.add(`period ${total.period} is not known`)
    return null
  }
  const isSupply = total.what === 'production'
  const table = isSupply ? 'supplies' : 'demands'
  const row = onlyRowIn(atlas, table, { ...total, kind: isSupply ? 'production' : 'final' })
  if ('because' in row) {
    skipped.add(row.because)
    return null
  }
  return {
    table,
    row: row.id,
    field: isSupply ? 'output' : 'rate',
    value: tidy(total.value),
    unit: total.unit,
    valid_from: span.from,
    valid_to: span.to,
    status: total.status,
    source: total.source,
    as_written: total.as_written,
  }
}

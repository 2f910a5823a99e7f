import type { DeltaProgramme } from '../model/delta-programme.ts'

/** What of a programme is of which period. */
export type Periods = Pick<DeltaProgramme, 'programme' | 'columnPeriod' | 'rowPeriod'>

/** Columns that name rows of a later period than their own, or of none: a stock of the evening is that of the morning. */
export interface PastReach {
  readonly columns: Int32Array
  /** By place among `columns` the last period of a row that it names. */
  readonly until: Int32Array
}

/** Later than any period. */
const ALWAYS = 2 ** 31 - 1

/**
 * By which columns the past reaches rows that are still open. Null where a column can name a row of a period before
 * its own, or one of no period a row of a period: what is built names the rows of all its periods.
 *
 * Where it is not null: once all columns of periods before p are fixed, an open column names rows of p and later, and
 * rows of no period, alone. So who starts at such rows and goes on by open columns never comes to another row, and
 * meets no column of the past but those listed whose `until` is at least p.
 */
export function reachOfPast({ programme, columnPeriod, rowPeriod }: Periods): PastReach | null {
  const { columns, starts, indices } = programme
  const reaching: number[] = []
  const until: number[] = []
  for (let column = 0; column < columns; column++) {
    const period = columnPeriod[column] ?? -1
    let last = period
    const end = starts[column + 1] ?? 0
    for (let at = starts[column] ?? 0; at < end; at++) {
      const of = rowPeriod[indices[at] ?? 0] ?? -1
      if (of >= 0 && (period < 0 || of < period)) return null
      last = of < 0 ? ALWAYS : Math.max(last, of)
    }
    if (period < 0 || last === period) continue
    reaching.push(column)
    until.push(last)
  }
  return { columns: Int32Array.from(reaching), until: Int32Array.from(until) }
}

import type { Optimum } from '../linear/optimise.ts'
import type { Programme } from '../linear/programme.ts'
import type { Solution } from '../solution.ts'
import type { TripletProgramme } from './triplet-programme.ts'

/** Multipliers under this share of the largest are what the solver leaves behind. */
const NOISE = 1e-7
const MOST = 200

/**
 * Limits that bind, dearest first, one for each thing over all snapshots: its multipliers summed, which is what one
 * more unit in every snapshot would save. Equations (balances, loops, set points) always hold and are left out, as is
 * a limit at zero: that something cannot run backwards is no news.
 */
export function readBinding(
  written: TripletProgramme,
  programme: Programme,
  optimum: Optimum,
  unit: string,
): Solution['binding'] {
  const found = new Map<string, Solution['binding'][number]>()
  const note = (label: { constraint: string; sentence: string } | null, dual: number) => {
    if (label === null || dual === 0) return
    const known = found.get(label.constraint)
    if (known === undefined) {
      found.set(label.constraint, { constraint: label.constraint, sentence: label.sentence, dual, unit })
    } else known.dual += dual
  }
  for (let row = 0; row < programme.rows; row++) {
    if (programme.rowLower[row] !== programme.rowUpper[row]) {
      const label = written.rowLabel(row)
      // Rows that tie operation to a chosen capacity bind by construction: the capacity is what is limited.
      if (label?.constraint.startsWith('limit:') !== true) note(label, Math.abs(optimum.rowDual[row] ?? 0))
    }
  }
  for (let column = 0; column < programme.columns; column++) {
    const dual = optimum.columnDual[column] ?? 0
    const bound = dual > 0 ? programme.lower[column] : programme.upper[column]
    if (dual !== 0 && bound !== 0 && Number.isFinite(bound)) note(written.columnLabel(column), Math.abs(dual))
  }
  const sorted = [...found.values()].sort((a, b) => b.dual - a.dual)
  const least = (sorted[0]?.dual ?? 0) * NOISE
  return sorted.filter((row) => row.dual > least).slice(0, MOST)
}

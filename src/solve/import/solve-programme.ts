import type { Highs, Model } from 'highs'
import { assertOptimal } from '../optimality-check.ts'
import { loadProgramme, type Optimum, type RunLimits, run } from '../optimise.ts'
import type { Programme } from '../programme.ts'
import type { Label, TripletProgramme } from './triplet-programme.ts'

export interface Solved {
  readonly optimum: Optimum
  /** A smallest set of limits that cannot all hold, where the programme is infeasible. */
  readonly conflict: readonly Label[]
}

/** One cold run, checked by our own conditions. Anything but a proven optimum is a status without numbers. */
export function solveProgramme(
  highs: Highs,
  written: TripletProgramme,
  programme: Programme,
  limits: RunLimits,
): Solved {
  const model = loadProgramme(highs, programme)
  try {
    const optimum = run(highs, model, limits)
    if (optimum.status === 'optimal') {
      assertOptimal(programme, optimum)
      return { optimum, conflict: [] }
    }
    if (optimum.status !== 'infeasible') return { optimum, conflict: [] }
    const conflict = smallestConflict(highs, model, written)
    if (conflict.length > 0) return { optimum, conflict }
    // Presolve may call an unbounded programme infeasible; without it the simplex tells the two apart.
    model.options.set({ presolve: 'off' })
    return { optimum: run(highs, model, limits), conflict: [] }
  } finally {
    model.dispose()
  }
}

function smallestConflict(highs: Highs, model: Model, written: TripletProgramme): Label[] {
  model.options.set({ iis_strategy: highs.constants.iis.strategyRowPriority })
  const found = model.getIis()
  const labels = new Map<string, Label>()
  const note = (label: Label | null) => {
    if (label !== null)
      labels.set(label.constraint, { constraint: label.constraint, sentence: label.sentence })
  }
  for (const row of found.rowIndex) note(written.rowLabel(row))
  for (const column of found.colIndex) note(written.columnLabel(column))
  return [...labels.values()]
}

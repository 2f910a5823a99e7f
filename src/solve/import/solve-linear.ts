import type { Highs, Model } from 'highs'
import { assertOptimal } from '../linear/optimality-check.ts'
import { loadProgramme, type Optimum, type RunLimits, run } from '../linear/optimise.ts'
import type { Programme } from '../linear/programme.ts'
import type { Solution } from '../solution.ts'
import { relaxationOf } from './relaxation-of.ts'
import { runFirmly } from './run-firmly.ts'
import type { Label, TripletProgramme } from './triplet-programme.ts'

export interface Solved {
  readonly optimum: Optimum
  /** A smallest set of limits that cannot all hold, where the programme is infeasible; what has no limit, where unbounded. */
  readonly conflict: readonly Label[]
  /** The least total amount by which limits would have to give way, where the programme is infeasible. */
  readonly relaxation: NonNullable<Solution['relaxation']>
}

/**
 * One cold run, checked by our own conditions; whole columns are read as any number within their bounds. Anything but a
 * proven optimum is a status without numbers.
 */
export function solveLinear(
  highs: Highs,
  written: TripletProgramme,
  programme: Programme,
  limits: RunLimits,
): Solved {
  const model = loadProgramme(highs, programme)
  try {
    return solveLoaded(highs, model, runFirmly(highs, model, limits), { written, programme, limits })
  } finally {
    model.dispose()
  }
}

/** What a run means: a proven optimum, or why there is none. */
export function solveLoaded(
  highs: Highs,
  model: Model,
  optimum: Optimum,
  given: { written: TripletProgramme; programme: Programme; limits: RunLimits },
): Solved {
  const { written, programme, limits } = given
  if (optimum.status === 'optimal') {
    assertOptimal(programme, optimum)
    return { optimum, ...none }
  }
  if (optimum.status === 'unbounded')
    return { optimum, conflict: endless(highs, written, programme, limits), relaxation: [] }
  if (optimum.status !== 'infeasible') return { optimum, ...none }
  const conflict = smallestConflict(highs, model, written)
  if (conflict.length > 0) {
    return { optimum, conflict, relaxation: relaxationOf(model, written, programme) }
  }
  // Presolve may call an unbounded programme infeasible; without it the simplex tells the two apart.
  model.options.set({ presolve: 'off' })
  const again = run(highs, model, limits)
  if (again.status !== 'unbounded') return { optimum: again, ...none }
  return { optimum: again, conflict: endless(highs, written, programme, limits), relaxation: [] }
}

const none: Pick<Solved, 'conflict' | 'relaxation'> = { conflict: [], relaxation: [] }

/** Stands in for no limit: what runs up to it earns without end. */
const FAR = 1e9

/** What has no limit and earns money: those columns reach a far limit that is put in for the question. */
function endless(
  highs: Highs,
  written: TripletProgramme,
  programme: Programme,
  limits: RunLimits,
): readonly Label[] {
  const near = (value: number): number => Math.max(-FAR, Math.min(FAR, value))
  const boxed = { ...programme, lower: programme.lower.map(near), upper: programme.upper.map(near) }
  const model = loadProgramme(highs, boxed)
  try {
    const labels = new Map<string, Label>()
    run(highs, model, limits).x.forEach((value, column) => {
      const label = Math.abs(value) > FAR / 10 ? written.columnLabel(column) : null
      if (label === null) return
      const name = label.constraint.replace(/^[a-z-]+:/u, '')
      labels.set(label.constraint, {
        constraint: label.constraint,
        sentence: `Nothing limits ${name}, and what it does earns money without end.`,
      })
    })
    return [...labels.values()]
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

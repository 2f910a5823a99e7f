import type { Highs } from 'highs'
import { loadProgramme, type Optimum, run } from '../../solve/linear/optimise.ts'
import { type Programme, ProgrammeBuilder } from '../../solve/linear/programme.ts'

const ROWS = 900
const COLUMNS = 8 * ROWS

/**
 * Has the solver compiled while a thread waits for its first work: it is WebAssembly, whose parts are compiled when
 * they are first used and again when they are used much, once for all threads of a process. The first programme takes
 * three to eight times as long as the same one later, and so does the base of a network in the thread beside this one.
 * Gives how the exercise ended.
 */
export function practise(highs: Highs): Optimum['status'] {
  const model = loadProgramme(highs, exercise())
  try {
    // As a base is solved, with presolve; then from a basis, as members are.
    const { status } = run(highs, model, { timeLimitSeconds: 1 })
    if (status !== 'optimal') return status
    model.options.set({ presolve: 'off' })
    model.setBasis(model.getBasis())
    model.getBasisTransposeSolve(new Float64Array(model.getBasicVariables().length))
    return status
  } finally {
    model.dispose()
  }
}

/** Amounts that rows miss or have over, which links of many lengths carry; what they cannot is dear. */
function exercise(): Programme {
  const builder = new ProgrammeBuilder()
  for (let row = 0; row < ROWS; row++) {
    const amount = ((row * 37) % 41) - 20
    builder.addRow(amount, amount)
  }
  for (let at = 0; at < COLUMNS; at++) {
    const from = (at * 131) % ROWS
    builder.addColumn(1 + ((at * 61) % 97) / 10, 0, 5 + ((at * 29) % 60))
    builder.entry(from, -1)
    builder.entry((from + 1 + ((at * 17) % (ROWS - 1))) % ROWS, 1)
  }
  for (let row = 0; row < ROWS; row++) {
    for (const sign of [1, -1]) {
      builder.addColumn(1000, 0, Number.POSITIVE_INFINITY)
      builder.entry(row, sign)
    }
  }
  return builder.finish()
}

import type { Highs } from 'highs'
import { CorridorError } from '../../core/errors.ts'
import { assertOptimal } from '../linear/optimality-check.ts'
import type { RunLimits } from '../linear/optimise.ts'
import { type Programme, refuseTooLarge } from '../linear/programme.ts'
import { LazyModel } from '../plans/lazy-model.ts'
import type { solveStatuses } from '../solution.ts'

export interface MpsAnswer {
  readonly status: (typeof solveStatuses)[number]
  /** With the constant term; null unless optimal. */
  readonly objective: number | null
  readonly columns: readonly { readonly name: string; readonly value: number }[]
  /** A smallest set of rows and bounds that cannot all hold; empty unless infeasible. */
  readonly conflict: readonly { readonly constraint: string; readonly sentence: string }[]
}

/**
 * A linear programme as an MPS file, through the same model, checks and search for conflicts as a session's. The
 * solver reads the file. Throws `network_unsupported` for integers and quadratic terms, and for a file that is none.
 */
export function solveMps(
  highs: Highs,
  given: { readonly file: string; readonly text: string },
  limits: RunLimits,
): MpsAnswer {
  const { programme, offset, rowNames, columnNames } = readMps(highs, given)
  const model = new LazyModel(highs, programme, [])
  try {
    const optimum = model.optimise(limits)
    if (optimum.status === 'infeasible') {
      const { rows, columns } = model.conflict()
      const conflict = [
        ...rows.map((row) =>
          said('row', rowNames[row] ?? '', programme.rowLower[row] ?? 0, programme.rowUpper[row] ?? 0),
        ),
        ...columns
          .filter((column) => isLimited(programme, column))
          .map((column) =>
            said(
              'column',
              columnNames[column] ?? '',
              programme.lower[column] ?? 0,
              programme.upper[column] ?? 0,
            ),
          ),
      ]
      return { status: 'infeasible', objective: null, columns: [], conflict }
    }
    if (optimum.status !== 'optimal')
      return { status: optimum.status, objective: null, columns: [], conflict: [] }
    assertOptimal(programme, optimum)
    return {
      status: 'optimal',
      objective: optimum.objective + offset,
      columns: columnNames.map((name, at) => ({ name, value: optimum.x[at] ?? Number.NaN })),
      conflict: [],
    }
  } finally {
    model.dispose()
  }
}

interface Read {
  readonly programme: Programme
  readonly offset: number
  readonly rowNames: readonly string[]
  readonly columnNames: readonly string[]
}

function readMps(highs: Highs, { file, text }: { readonly file: string; readonly text: string }): Read {
  let model: ReturnType<Highs['createModel']>
  try {
    model = highs.createModel({ format: 'mps', data: text })
  } catch (error) {
    throw new CorridorError(
      'network_unsupported',
      `${file}: not readable as MPS: check the file's sections`,
      {
        cause: error,
      },
    )
  }
  try {
    const lp = model.getLp('csc')
    if (lp.integrality.some((type) => type !== 0) || lp.hessian !== undefined) {
      throw new CorridorError(
        'network_unsupported',
        `${file}: integers and quadratic terms are not solved here: give a linear programme`,
      )
    }
    refuseTooLarge(lp.numCols, 'cut the programme into parts')
    if (lp.sense === highs.constants.objectiveSense.maximize) {
      throw new CorridorError('network_unsupported', `${file}: maximises: turn its objective round`)
    }
    const names = (count: number, of: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => of(at))
    return {
      offset: lp.offset,
      rowNames: names(lp.numRows, (at) => model.getRowName(at)),
      columnNames: names(lp.numCols, (at) => model.getColName(at)),
      programme: {
        columns: lp.numCols,
        rows: lp.numRows,
        cost: lp.colCost,
        lower: lp.colLower,
        upper: lp.colUpper,
        rowLower: lp.rowLower,
        rowUpper: lp.rowUpper,
        starts: Int32Array.from(lp.matrix.starts),
        indices: Int32Array.from(lp.matrix.indices),
        values: Float64Array.from(lp.matrix.values),
      },
    }
  } finally {
    model.dispose()
  }
}

/** Bounds from zero up are what a column has unless it says otherwise: they go without saying. */
function isLimited({ lower, upper }: Programme, column: number): boolean {
  return lower[column] !== 0 || upper[column] !== Number.POSITIVE_INFINITY
}

function said(
  kind: 'row' | 'column',
  name: string,
  lower: number,
  upper: number,
): { constraint: string; sentence: string } {
  const least = `at least ${lower}`
  const most = `at most ${upper}`
  const limit =
    lower === upper
      ? `exactly ${lower}`
      : upper === Number.POSITIVE_INFINITY
        ? least
        : lower === Number.NEGATIVE_INFINITY
          ? most
          : `${least} and ${most}`
  return { constraint: `${kind}:${name}`, sentence: `The ${kind} ${name} must be ${limit}.` }
}

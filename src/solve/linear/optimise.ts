import type { Highs, InterruptCallbackEvent, Model } from 'highs'
import { CorridorError } from '../../core/errors.ts'
import type { solveStatuses } from '../solution.ts'
import type { Programme } from './programme.ts'

export interface Optimum {
  readonly status: (typeof solveStatuses)[number]
  /** Empty unless optimal; multipliers also where time ran out. */
  readonly x: Float64Array
  readonly rowDual: Float64Array
  readonly columnDual: Float64Array
  readonly objective: number
  readonly iterations: number
}

export interface RunLimits {
  readonly timeLimitSeconds: number
  readonly shouldStop?: (() => boolean) | undefined
}

export function loadProgramme(highs: Highs, programme: Programme): Model {
  const model = highs.createModel({
    numCols: programme.columns,
    numRows: programme.rows,
    sense: highs.constants.objectiveSense.minimize,
    colCost: programme.cost,
    colLower: programme.lower,
    colUpper: programme.upper,
    rowLower: programme.rowLower,
    rowUpper: programme.rowUpper,
    matrix: {
      format: 'csc',
      numRows: programme.rows,
      numCols: programme.columns,
      starts: programme.starts,
      indices: programme.indices,
      values: programme.values,
    },
  })
  model.options.set({ output_flag: false, random_seed: 0, solver: 'simplex' })
  return model
}

/**
 * Runs the model as it stands. Clocks are reset first: `time_limit` counts over a model's life.
 * Anything but a proven optimum comes back as its status without a plan, never as numbers.
 */
export function run(highs: Highs, model: Model, limits: RunLimits): Optimum {
  model.zeroAllClocks()
  const found = runOn(highs, model, limits)
  if (found !== null) return found
  const modelStatus = model.getModelStatus()
  throw new CorridorError(
    'solve_failed',
    `The solver stopped with model status ${modelStatus}; report it with the scenario that led there.`,
    { details: { modelStatus } },
  )
}

/** As `run`, on with the clocks as they stand; null where the solver ends without knowing what it found. */
export function runOn(highs: Highs, model: Model, limits: RunLimits): Optimum | null {
  const stop = limits.shouldStop
  if (stop === undefined) return runShort(highs, model, limits)
  const { simplexInterrupt, ipmInterrupt, mipInterrupt } = highs.constants.callbackType
  const ask = (event: InterruptCallbackEvent) => {
    if (stop()) event.interrupt()
    return undefined
  }
  return runUntil(highs, model, limits, () =>
    model.run({ [simplexInterrupt]: ask, [ipmInterrupt]: ask, [mipInterrupt]: ask }),
  )
}

/**
 * As `runOn` for a model of milliseconds: asked once whether to stop, since asking
 * at each step is a tenth of its time.
 */
export function runShort(highs: Highs, model: Model, limits: RunLimits): Optimum | null {
  return runUntil(highs, model, limits, () => model.run())
}

function runUntil(
  highs: Highs,
  model: Model,
  limits: RunLimits,
  solve: () => ReturnType<Model['run']>,
): Optimum | null {
  model.options.set({ time_limit: limits.timeLimitSeconds })
  // A small programme may end before the solver asks.
  if (limits.shouldStop?.()) return { ...nothing, status: 'cancelled' }
  const outcome = solve()
  const status = statusOf(highs, outcome.modelStatus)
  if (status === null) return null
  // Where time ran out, the multipliers at hand bound the cost from below, right ones or not.
  if (status === 'time_limit') return { ...nothing, status, rowDual: model.getSolution().rowDual }
  if (status !== 'optimal') return { ...nothing, status }
  const solution = model.getSolution()
  return {
    status,
    x: solution.colValue,
    rowDual: solution.rowDual,
    columnDual: solution.colDual,
    objective: model.getObjectiveValue(),
    iterations: Number(model.info.get('simplex_iteration_count')),
  }
}

const nothing = {
  x: new Float64Array(0),
  rowDual: new Float64Array(0),
  columnDual: new Float64Array(0),
  objective: Number.NaN,
  iterations: 0,
}

function statusOf(highs: Highs, code: number): Optimum['status'] | null {
  const known = highs.constants.modelStatus
  switch (code) {
    case known.optimal:
    case known.empty:
      return 'optimal'
    case known.infeasible:
    case known.unboundedOrInfeasible:
      return 'infeasible'
    case known.unbounded:
      return 'unbounded'
    case known.timeLimit:
    case known.iterationLimit:
      return 'time_limit'
    case known.interrupted:
      return 'cancelled'
    default:
      return null
  }
}

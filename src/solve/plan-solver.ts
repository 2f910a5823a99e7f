import type { Highs } from 'highs'
import { baseStands } from './base-stands.ts'
import { type Bounds, emptyBounds } from './bounds.ts'
import { assertSameCost, canonicalPlan, dot } from './canonical.ts'
import { type ChangedLimits, changedLimits } from './changed-limits.ts'
import { CheckBeside } from './check-beside.ts'
import { type ColumnsByRow, columnsByRow } from './columns-by-row.ts'
import { smallestConflict } from './conflict.ts'
import { type DeltaProgramme, MONEY } from './delta-programme.ts'
import { dualBound } from './dual-bound.ts'
import type { Frame } from './frame.ts'
import { type Ladder, LazyModel } from './lazy-model.ts'
import { assertOptimal } from './optimality-check.ts'
import type { Optimum, RunLimits } from './optimise.ts'
import { proveBase } from './prove-base.ts'
import type { Prices, ReferencePlan } from './reference-plan.ts'
import type { SolveResult } from './result.ts'
import { activityOf } from './row-activity.ts'
import { NearbySolver, type NearestFound } from './solve-nearby.ts'
import { trueMultipliers } from './true-prices.ts'

export interface PlanTask {
  /** May be changed by `recut`. */
  readonly bounds: Bounds
  readonly limits: RunLimits
  /**
   * `nearby` solves the neighbourhood of what changed, and all of it from the base's basis where that grows too large;
   * `last` begins from the run before instead and stops at the optimum; `scratch` solves all of it from no basis.
   */
  readonly how: 'nearby' | 'last' | 'scratch'
  /** Whether this is the first plan of its run. */
  readonly isFirst: boolean
  /** Tightens `bounds` by the plan found; true to plan again. Null where nothing is to be tightened. */
  readonly recut: ((x: Float64Array, round: number) => boolean) | null
}

export type PlanFound =
  | {
      readonly status: 'optimal'
      readonly optimum: Optimum
      /** Of all plans of the least cost the one nearest to the base; with `last` any of them. */
      readonly x: Float64Array
      /** Multipliers at true costs. */
      readonly trueDual: Float64Array
    }
  | {
      readonly status: Exclude<Optimum['status'], 'optimal'>
      /** EUR that no plan costs less than, where time ran out. */
      readonly bound: number | null
      readonly conflict: SolveResult['conflict']
    }

/** Steps from the base's basis after which beginning anew is faster (measured: as many take as long). */
const MOST_STEPS = 4_000

/** The programme of a session under limits that change, with the checks of each answer. */
export class PlanSolver {
  readonly #highs: Highs
  readonly #frame: Frame
  readonly #delta: DeltaProgramme
  readonly #byRow: ColumnsByRow
  readonly #nearby: NearbySolver
  readonly #check: CheckBeside
  readonly #face: Bounds
  readonly #base: Bounds
  #undisturbed: ReferencePlan | null = null
  /** The whole programme, once a run needs it. */
  #whole: LazyModel | null = null
  /** The base whose multipliers the costs of the whole programme are shifted by; null: they are not. */
  #shift: ReferencePlan | null = null
  #isAtBase = true
  /** Whether the last optimum was found in a neighbourhood. */
  #wasNear = true

  /** `base` are the limits without a shock. */
  constructor(highs: Highs, frame: Frame, delta: DeltaProgramme, base: Bounds) {
    this.#highs = highs
    this.#frame = frame
    this.#delta = delta
    this.#byRow = columnsByRow(delta.programme)
    this.#nearby = new NearbySolver(highs, delta.programme, this.#byRow)
    this.#check = new CheckBeside(delta.programme, this.#byRow)
    this.#face = emptyBounds(delta.programme)
    this.#base = base
    const proved = proveBase(highs, frame, delta, base)
    if (proved !== null) this.#undisturbed = baseReference(delta, base, proved)
  }

  /** What the undisturbed programme gave where it proves itself best from period `from` on under other limits. */
  baseUnder(bounds: Bounds, from: number): { optimum: Optimum; trueDual: Float64Array } | null {
    const base = this.#undisturbed
    if (base === null || !baseStands(this.#delta, base, bounds, from)) return null
    const { x, cheapest, trueDual } = base
    return { optimum: { status: 'optimal', x, ...cheapest, objective: 0, iterations: 0 }, trueDual }
  }

  /** Throws `solve_failed` where an answer does not pass our check of optimality. */
  solve(task: PlanTask): PlanFound {
    if (task.isFirst) this.#isAtBase = false
    for (let round = 0; ; round++) {
      const found = this.#planNearby(task) ?? this.#planWhole(task)
      if (found.status !== 'optimal' || !task.recut?.(found.x, round)) return found
    }
  }

  dispose(): void {
    this.#whole?.dispose()
  }

  /** By the neighbourhood of what changed; null where that is not small, or no answer of it passes our check. */
  #planNearby({ bounds, limits, how, recut }: PlanTask): PlanFound | null {
    const reference = this.#undisturbed
    // What went beyond its neighbourhood a moment ago would again.
    if (reference === null || how === 'scratch' || (how === 'last' && !this.#wasNear)) return null
    const { programme, trueCost } = this.#delta
    const changed = changedLimits(reference.bounds, bounds)
    const near = this.#nearby.solve({
      bounds,
      reference,
      changed,
      limits,
      trueCosts: { cost: trueCost, rowDual: reference.trueDual, factor: MONEY },
      wantsNearest: how === 'nearby' || recut !== null,
    })
    this.#wasNear = false
    if (near === null) return null
    if (near.status !== 'optimal')
      return this.#without({ ...near, rowDual: reference.cheapest.rowDual }, bounds)
    const optimum = { ...near.cheapest, objective: dot(programme.cost, near.cheapest.x) }
    const known = { x: reference.x, activity: reference.activity }
    const isCheapest = this.#check.isOptimal({ ...programme, ...bounds }, optimum, {
      known: { ...known, rowDual: reference.cheapest.rowDual },
      changed,
      repriced: [],
    })
    if (!isCheapest) return null
    this.#wasNear = true
    const trueDual = near.trueDual ?? reference.trueDual
    if (how === 'last' && recut === null) return { status: 'optimal', optimum, x: optimum.x, trueDual }
    const nearest =
      near.nearest === null ? null : this.#checkedNearest(optimum, near.nearest, { reference, changed })
    return nearest === null
      ? this.#canonical({ bounds, limits }, optimum, trueDual)
      : { status: 'optimal', optimum, x: nearest, trueDual }
  }

  /** By the neighbourhood of all in which the cheapest plan differs from the reference; null where that is not small. */
  #nearestBeside(
    { bounds, limits, how }: PlanTask,
    optimum: Optimum,
    trueDual: Float64Array,
  ): PlanFound | null {
    const reference = this.#undisturbed
    if (how === 'scratch' || reference === null) return null
    const changed = changedLimits(reference.bounds, bounds)
    const touched = {
      columns: differing(
        reference.bounds.lower.length,
        (column) =>
          optimum.x[column] !== reference.x[column] ||
          optimum.columnDual[column] !== reference.cheapest.columnDual[column] ||
          bounds.lower[column] !== reference.bounds.lower[column] ||
          bounds.upper[column] !== reference.bounds.upper[column],
      ),
      rows: changed.rows,
    }
    const near = this.#nearby.nearest({ bounds, reference, limits }, optimum, touched)
    if (near === null) return null
    if ('status' in near) return { status: near.status, bound: optimum.objective / MONEY, conflict: [] }
    const x = this.#checkedNearest(optimum, near, { reference, changed })
    return x === null ? null : { status: 'optimal', optimum, x, trueDual }
  }

  /** Null where the conditions of being nearest do not hold, so that it has to be found in another way. */
  #checkedNearest(
    optimum: Optimum,
    { optimum: found, face }: NearestFound,
    { reference, changed }: { readonly reference: ReferencePlan; readonly changed: ChangedLimits },
  ): Float64Array | null {
    const { programme, distance } = this.#delta
    const nearest = { ...found, objective: dot(distance, found.x) }
    const { x, activity, nearest: prices, cheapest } = reference
    const isNearest = this.#check.isOptimal({ ...programme, cost: distance, ...face }, nearest, {
      known: { x, activity, rowDual: prices.rowDual },
      changed,
      repriced: [[optimum.rowDual, cheapest.rowDual]],
    })
    if (!isNearest) return null
    assertSameCost(this.#delta, nearest.x, optimum.objective)
    return nearest.x
  }

  #canonical(
    { bounds, limits }: Pick<PlanTask, 'bounds' | 'limits'>,
    optimum: Optimum,
    trueDual: Float64Array,
  ): PlanFound {
    const nearest = canonicalPlan(this.#delta, bounds, optimum, this.#face, { highs: this.#highs, limits })
    if (nearest.status === 'time_limit') {
      return { status: 'time_limit', bound: optimum.objective / MONEY, conflict: [] }
    }
    if (nearest.status !== 'optimal') return { status: nearest.status, bound: null, conflict: [] }
    return { status: 'optimal', optimum, x: nearest.x, trueDual }
  }

  #planWhole(task: PlanTask): PlanFound {
    const { bounds, limits, how } = task
    const model = this.#openWhole(limits)
    // What a run sets it sets wholly, from the base's own basis: nothing of an earlier run is left to undo.
    if (how === 'scratch' || (how === 'nearby' && !this.#isAtBase)) model.reset()
    this.#isAtBase = true
    model.setBounds(bounds)
    const run =
      (how === 'scratch' ? null : model.optimise(limits, MOST_STEPS)) ?? this.#fromScratch(model, limits)
    const shift = this.#shift
    const optimum = shift === null ? run : this.#unshifted(run, shift.cheapest.rowDual)
    if (optimum.status !== 'optimal') return this.#without(optimum, bounds)
    assertOptimal({ ...this.#delta.programme, ...bounds }, optimum)
    const trueDual = trueMultipliers(model, this.#delta, shift?.trueDual ?? null)
    if (how === 'last' && task.recut === null) return { status: 'optimal', optimum, x: optimum.x, trueDual }
    // What is cut hangs on the plan: of many that cost the same it must be the one that every way of solving finds.
    const found = this.#nearestBeside(task, optimum, trueDual) ?? this.#canonical(task, optimum, trueDual)
    if (found.status === 'optimal' && !model.hasBasis) this.#keepBase(optimum, found.x, trueDual)
    return found
  }

  /** From no basis, after the solver made the programme smaller. */
  #fromScratch(model: LazyModel, limits: RunLimits): Optimum {
    model.reset()
    model.forget()
    return model.optimise(limits)
  }

  /** What is said where there is no plan. */
  #without({ status, rowDual }: Pick<Optimum, 'status' | 'rowDual'>, bounds: Bounds): PlanFound {
    if (status === 'optimal') throw new RangeError('a plan was found')
    const { programme } = this.#delta
    const bound = status === 'time_limit' ? dualBound({ ...programme, ...bounds }, rowDual) : null
    const whole = status === 'infeasible' ? this.#whole : null
    const conflict = whole === null ? [] : smallestConflict(whole, this.#frame, this.#delta)
    return { status, bound: bound === null ? null : bound / MONEY, conflict }
  }

  /** The answer of the programme from that of one whose costs are what multipliers y₀ leave of them. */
  #unshifted(found: Optimum, rowDual: Float64Array): Optimum {
    if (found.rowDual.length === 0) return found
    const objective = found.x.length === 0 ? found.objective : dot(this.#delta.programme.cost, found.x)
    return { ...found, rowDual: found.rowDual.map((shift, row) => shift + (rowDual[row] ?? 0)), objective }
  }

  /** The whole programme. Where the base was proved without it, with a basis of columns that the base may move. */
  #openWhole(limits: RunLimits): LazyModel {
    if (this.#whole !== null) return this.#whole
    const base = this.#undisturbed
    const { programme } = this.#delta
    const ladders = laddersOf(this.#frame, this.#delta)
    // With the costs that the base's multipliers leave, every such basis is the best of the base: no step is needed.
    const cost = base === null ? programme.cost : base.cheapest.columnDual
    const whole = new LazyModel(this.#highs, { ...programme, ...this.#base, cost }, ladders)
    this.#whole = whole
    this.#shift = base
    if (base === null) return whole
    whole.beginFrom(this.#movable(base.cheapest))
    if (whole.optimise(limits).status === 'optimal') whole.keepBasis()
    return whole
  }

  /**
   * Columns of a basis at the base: what moves both ways from zero, as stocks do, and what may move for nothing where
   * no such column is in the way.
   */
  #movable({ columnDual }: Prices): (column: number) => boolean {
    const { columns, rows, starts, indices } = this.#delta.programme
    const { lower, upper } = this.#base
    const isTaken = new Uint8Array(rows)
    const rowsOf = (column: number) => indices.subarray(starts[column] ?? 0, starts[column + 1] ?? 0)
    for (let column = 0; column < columns; column++) {
      if ((lower[column] ?? 0) < 0) for (const row of rowsOf(column)) isTaken[row] = 1
    }
    return (column) =>
      (lower[column] ?? 0) < 0 ||
      (columnDual[column] === 0 &&
        (upper[column] ?? 0) > 0 &&
        rowsOf(column).every((row) => isTaken[row] === 0))
  }

  /** The first plan is the base's: later runs begin from its basis. */
  #keepBase(optimum: Optimum, x: Float64Array, trueDual: Float64Array): void {
    this.#whole?.keepBasis()
    // A neighbourhood rests at the base: only where the programme found that very base may others begin there.
    if (dot(this.#delta.distance, x) !== 0) return
    this.#undisturbed = baseReference(this.#delta, this.#base, { optimum: { ...optimum, x }, trueDual })
  }
}

/** The base as what plans are looked for beside: nothing is nearer to it than itself, without any multiplier. */
function baseReference(
  delta: DeltaProgramme,
  bounds: Bounds,
  { optimum, trueDual }: { readonly optimum: Optimum; readonly trueDual: Float64Array },
): ReferencePlan {
  const { x, rowDual, columnDual } = optimum
  return {
    bounds,
    x,
    activity: activityOf(delta.programme, x),
    cheapest: { rowDual, columnDual },
    nearest: { rowDual: new Float64Array(delta.programme.rows), columnDual: delta.distance },
    trueDual,
  }
}

/** Numbers under `count` of which something is true, in order. */
function differing(count: number, isDifferent: (at: number) => boolean): Int32Array {
  const found: number[] = []
  for (let at = 0; at < count; at++) if (isDifferent(at)) found.push(at)
  return Int32Array.from(found)
}

/** The steps of shortage of each demand and period. */
function laddersOf(frame: Frame, delta: DeltaProgramme): readonly Ladder[] {
  return frame.index.finals.flatMap((demand, at) => {
    const steps = frame.index.steps.get(frame.index.carrierOf(frame.index.busOf(demand.bus)))?.length ?? 0
    const first = delta.unserved[at] ?? 0
    return Array.from({ length: delta.width }, (_, p) => ({ first: first + p, stride: delta.width, steps }))
  })
}

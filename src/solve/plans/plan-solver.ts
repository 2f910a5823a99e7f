import type { Highs } from 'highs'
import { type Bounds, copyBounds, emptyBounds } from '../linear/bounds.ts'
import { dualBound } from '../linear/dual-bound.ts'
import { assertOptimal } from '../linear/optimality-check.ts'
import type { Optimum, RunLimits } from '../linear/optimise.ts'
import { reducedCosts } from '../linear/reduced-costs.ts'
import { activityOf } from '../linear/row-activity.ts'
import { movedColumns } from '../linear/sparse-sum.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import type { Frame } from '../model/frame.ts'
import { MONEY } from '../model/money.ts'
import { shortageLadders } from '../model/shortage-ladders.ts'
import type { SolveResult } from '../result.ts'
import { baseReference } from './base-reference.ts'
import { baseStands } from './base-stands.ts'
import { canonicalPlan, dot } from './canonical.ts'
import { smallestConflict } from './conflict.ts'
import type { DayBounds } from './day-bounds.ts'
import { LazyModel } from './lazy-model.ts'
import { BesideSolver, type NearestPlan } from './plan-beside.ts'
import { proveBase } from './prove-base.ts'
import type { Prices, ReferencePlan } from './reference-plan.ts'
import { trueMultipliers } from './true-prices.ts'

export interface PlanTask {
  /** The limits; may be changed by `recut`. */
  readonly today: DayBounds
  readonly limits: RunLimits
  /**
   * `nearby` solves the neighbourhood of what changed, and all of it from the base's basis where that grows too large;
   * `scratch` solves all of it from no basis.
   */
  readonly how: 'nearby' | 'scratch'
  /** Whether this is the first plan of its run. */
  readonly isFirst: boolean
  /** Tightens the limits by the plan found; true to plan again. Null where nothing is to be tightened. */
  readonly recut: ((x: Float64Array, round: number) => boolean) | null
  /** A plan of this programme that this one is likely to be near to; null: the base. */
  readonly beside: ReferencePlan | null
  /** `cost` stops at the cheapest plan that is found, whichever it is: unless something is cut by it. */
  readonly wants: 'nearest' | 'cost'
  /** Whether the plan is to be one that others are looked for beside. */
  readonly keeps: boolean
  /** Whether multipliers at true costs are asked for; a plan that is kept has them. */
  readonly wantsPrices: boolean
}

/** Arrays of a plan are written over by the next; those of its reference stay. */
export type PlanFound =
  | {
      readonly status: 'optimal'
      readonly optimum: Optimum
      /** Of all plans of the least cost the one nearest to the base; where only the cost is wanted any of them. */
      readonly x: Float64Array
      /** Columns of `x` that are not zero, in order. */
      readonly nonZero: Int32Array
      /** Multipliers at true costs; null where nobody asked for them. */
      readonly trueDual: Float64Array | null
      /** Null unless it was to be kept. */
      readonly reference: ReferencePlan | null
    }
  | {
      readonly status: Exclude<Optimum['status'], 'optimal'>
      /** EUR that no plan costs less than, where time ran out. */
      readonly bound: number | null
      readonly conflict: SolveResult['conflict']
    }

/** Steps from the base's basis after which beginning anew is faster (measured: as many take as long). */
const MOST_STEPS = 5_000

/** The programme of a session under limits that change, with the checks of each answer. */
export class PlanSolver {
  readonly #highs: Highs
  readonly #frame: Frame
  readonly #delta: DeltaProgramme
  readonly #beside: BesideSolver
  readonly #base: Bounds
  #undisturbed: ReferencePlan | null = null
  /** The whole programme, once a run needs it. */
  #whole: LazyModel | null = null
  /** The base whose multipliers the costs of the whole programme are shifted by; null: they are not. */
  #shift: ReferencePlan | null = null
  #isAtBase = true

  /** `base` are the limits without a shock. */
  constructor(highs: Highs, frame: Frame, delta: DeltaProgramme, base: Bounds) {
    this.#highs = highs
    this.#frame = frame
    this.#delta = delta
    this.#beside = new BesideSolver(highs, delta)
    this.#base = base
    const proved = proveBase(highs, frame, delta, base)
    if (proved !== null) this.#undisturbed = baseReference(delta, base, proved)
  }

  /** What the undisturbed programme gave where it proves itself best from period `from` on under other limits. */
  baseUnder(today: DayBounds, from: number): { optimum: Optimum; trueDual: Float64Array } | null {
    const base = this.#undisturbed
    if (base === null) return null
    const { bounds, differs } = today.beside(base.bounds)
    if (!baseStands(this.#delta, base, bounds, differs, from)) return null
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

  /** By the neighbourhood of what changed; null where that does not give it. */
  #planNearby(task: PlanTask): PlanFound | null {
    const reference = task.beside ?? this.#undisturbed
    if (reference === null || task.how === 'scratch') return null
    const wantsNearest = task.wants === 'nearest' || task.recut !== null
    const wantsPrices = task.wantsPrices || task.keeps
    const found = this.#beside.plan(task, reference, { wantsNearest, wantsPrices })
    if (found === null) return null
    if (found.status !== 'optimal') {
      return this.#without({ ...found, rowDual: reference.cheapest.rowDual }, task.today.bounds)
    }
    const { optimum, nonZero, trueDual, nearest } = found
    if (!wantsNearest) return { status: 'optimal', optimum, x: optimum.x, nonZero, trueDual, reference: null }
    if (nearest === null) return this.#canonical(task, optimum, trueDual)
    return this.#found(task, optimum, trueDual, nearest)
  }

  #found(
    { today, keeps }: PlanTask,
    optimum: Optimum,
    trueDual: Float64Array | null,
    nearest: NearestPlan,
  ): PlanFound {
    return {
      status: 'optimal',
      optimum,
      x: nearest.x,
      nonZero: nearest.nonZero,
      trueDual,
      reference:
        keeps && trueDual !== null ? this.#reference(today.bounds, optimum, trueDual, nearest) : null,
    }
  }

  #reference(
    bounds: Bounds,
    { rowDual, columnDual }: Prices,
    trueDual: Float64Array,
    { x, rowDual: atDistances }: NearestPlan,
  ): ReferencePlan {
    const { programme, distance } = this.#delta
    const kept = emptyBounds(programme)
    copyBounds(bounds, kept)
    return {
      bounds: kept,
      x: x.slice(),
      activity: activityOf(programme, x),
      cheapest: { rowDual, columnDual: columnDual.slice() },
      nearest: { rowDual: atDistances, columnDual: reducedCosts(programme, distance, atDistances) },
      trueDual,
    }
  }

  #canonical(task: PlanTask, optimum: Optimum, trueDual: Float64Array | null): PlanFound {
    const { today, limits } = task
    const face = this.#beside.lentFace()
    const nearest = canonicalPlan(this.#delta, today.bounds, optimum, face, { highs: this.#highs, limits })
    if (nearest.status === 'time_limit') {
      return { status: 'time_limit', bound: optimum.objective / MONEY, conflict: [] }
    }
    if (nearest.status !== 'optimal') return { status: nearest.status, bound: null, conflict: [] }
    return this.#found(task, optimum, trueDual, { ...nearest, nonZero: movedColumns(nearest.x) })
  }

  #planWhole(task: PlanTask): PlanFound {
    const { limits, how } = task
    const { bounds } = task.today
    const model = this.#openWhole(limits)
    // What a run sets it sets wholly, from the base's own basis: nothing of an earlier run is left to undo.
    if (how === 'scratch' || !this.#isAtBase) model.reset()
    this.#isAtBase = true
    model.setBounds(bounds)
    const tried = how === 'scratch' ? null : this.#beside.tried
    if (tried !== null) model.reach(tried)
    const run =
      (how === 'scratch' || !model.hasBasis ? null : model.optimise(limits, MOST_STEPS)) ??
      this.#fromScratch(model, limits, tried)
    const shift = this.#shift
    const optimum = shift === null ? run : this.#unshifted(run, shift.cheapest.rowDual)
    if (optimum.status !== 'optimal') return this.#without(optimum, bounds)
    assertOptimal({ ...this.#delta.programme, ...bounds }, optimum)
    // Not by whether the model has a basis to go back to: where time ran out before it got one, it has none.
    const isBase = this.#undisturbed === null
    const trueDual =
      task.wantsPrices || task.keeps || isBase
        ? trueMultipliers(model, this.#delta, shift?.trueDual ?? null)
        : null
    if (task.wants === 'cost' && task.recut === null) {
      const { x } = optimum
      return { status: 'optimal', optimum, x, nonZero: movedColumns(x), trueDual, reference: null }
    }
    // What is cut hangs on the plan: of many that cost the same it must be the one that every way of solving finds.
    const near = how === 'scratch' ? null : this.#nearestBeside(task, optimum, trueDual)
    // What it holds beside its basis is room for the programme of the nearest plan.
    if (near === null && !isBase) model.shrink()
    const found = near ?? this.#canonical({ ...task, keeps: task.keeps || isBase }, optimum, trueDual)
    if (isBase && found.status === 'optimal') {
      model.keepBasis()
      this.#undisturbed = found.reference
    }
    return found
  }

  #nearestBeside(task: PlanTask, optimum: Optimum, trueDual: Float64Array | null): PlanFound | null {
    const reference = task.beside ?? this.#undisturbed
    const found = reference === null ? null : this.#beside.nearest(task, reference, optimum)
    if (found === null) return null
    if ('status' in found) return { status: found.status, bound: optimum.objective / MONEY, conflict: [] }
    return this.#found(task, optimum, trueDual, found)
  }

  /** From no basis, after the solver made the programme smaller. */
  #fromScratch(model: LazyModel, limits: RunLimits, tried: Int32Array | null): Optimum {
    model.forget()
    model.reset()
    if (tried !== null) model.reach(tried)
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
    const ladders = shortageLadders(this.#frame, this.#delta)
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
}

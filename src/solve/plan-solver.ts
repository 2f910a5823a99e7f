import type { Highs } from 'highs'
import { baseStands } from './base-stands.ts'
import { type Bounds, emptyBounds } from './bounds.ts'
import { canonicalPlan, dot } from './canonical.ts'
import { smallestConflict } from './conflict.ts'
import { type DeltaProgramme, MONEY } from './delta-programme.ts'
import { dualBound } from './dual-bound.ts'
import type { Frame } from './frame.ts'
import { type Ladder, LazyModel } from './lazy-model.ts'
import { assertOptimal, isOptimal } from './optimality-check.ts'
import type { Optimum, RunLimits } from './optimise.ts'
import { proveBase } from './prove-base.ts'
import type { SolveResult } from './result.ts'
import { activityOf } from './row-activity.ts'
import { NearbySolver } from './solve-nearby.ts'
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

/** The base as the programme found it. */
interface Undisturbed {
  readonly bounds: Bounds
  readonly optimum: Optimum
  readonly activity: Float64Array
  readonly trueDual: Float64Array
}

/** Rows that prices are followed ahead: costs are met by shortage or supply nearby, distances by nothing on the way. */
const COST_HOPS = 3
const DISTANCE_HOPS = 12

/** The programme of a session under limits that change, with the checks of each answer. */
export class PlanSolver {
  readonly #highs: Highs
  readonly #frame: Frame
  readonly #delta: DeltaProgramme
  readonly #nearby: NearbySolver
  readonly #face: Bounds
  readonly #zero: Float64Array
  readonly #base: Bounds
  #undisturbed: Undisturbed | null = null
  /** The whole programme, once a run needs it. */
  #whole: LazyModel | null = null
  /** The base whose multipliers the costs of the whole programme are shifted by; null: they are not. */
  #shift: Undisturbed | null = null
  #isAtBase = true
  /** Whether the last optimum was found in a neighbourhood. */
  #wasNear = true

  /** `base` are the limits without a shock. */
  constructor(highs: Highs, frame: Frame, delta: DeltaProgramme, base: Bounds) {
    this.#highs = highs
    this.#frame = frame
    this.#delta = delta
    this.#nearby = new NearbySolver(highs, delta.programme)
    this.#face = emptyBounds(delta.programme)
    this.#base = base
    this.#zero = new Float64Array(delta.programme.rows)
    const proved = proveBase(highs, frame, delta, base)
    if (proved !== null) {
      const activity = new Float64Array(delta.programme.rows)
      this.#undisturbed = { bounds: base, activity, ...proved }
    }
  }

  /** What the undisturbed programme gave where it proves itself best from period `from` on under other limits. */
  baseUnder(bounds: Bounds, from: number): { optimum: Optimum; trueDual: Float64Array } | null {
    const base = this.#undisturbed
    return base !== null && baseStands(this.#delta, base, bounds, from) ? base : null
  }

  /** Throws `solve_failed` where an answer does not pass our check of optimality. */
  solve(task: PlanTask): PlanFound {
    const { bounds, how } = task
    if (task.isFirst) this.#isAtBase = false
    for (let round = 0; ; round++) {
      const { optimum, trueDual } = this.#optimise(task)
      if (optimum.status !== 'optimal') return this.#without(optimum, bounds)
      if (how === 'last' && task.recut === null) {
        return { status: 'optimal', optimum, x: optimum.x, trueDual: trueDual() }
      }
      // What is cut hangs on the plan: of many that cost the same it must be the one that every way of solving finds.
      const dual = trueDual()
      const nearest = this.#nearest(task, optimum)
      if (nearest.status === 'time_limit') {
        return { status: 'time_limit', bound: optimum.objective / MONEY, conflict: [] }
      }
      if (nearest.status !== 'optimal') return { status: nearest.status, bound: null, conflict: [] }
      if (task.recut?.(nearest.x, round)) continue
      if (this.#whole?.hasBasis === false) this.#keepBase(optimum, nearest.x, dual)
      return { status: 'optimal', optimum, x: nearest.x, trueDual: dual }
    }
  }

  dispose(): void {
    this.#whole?.dispose()
  }

  #optimise({ bounds, limits, how }: PlanTask): { optimum: Optimum; trueDual: () => Float64Array } {
    const base = this.#undisturbed
    // What went beyond its neighbourhood a moment ago would again.
    if (base !== null && (how === 'nearby' || (how === 'last' && this.#wasNear))) {
      const near = this.#nearby.solve(
        { bounds, cost: base.optimum.columnDual, rowDual: base.optimum.rowDual, start: null },
        {
          hops: COST_HOPS,
          limits,
          trueCosts: { cost: this.#delta.trueCost, rowDual: base.trueDual, factor: MONEY },
        },
      )
      const found = near === null ? null : this.#checked(near, bounds)
      this.#wasNear = found !== null
      if (found !== null) return { optimum: found, trueDual: () => near?.trueDual ?? base.trueDual }
    }
    const model = this.#openWhole(limits)
    // What a run sets it sets wholly, from the base's own basis: nothing of an earlier run is left to undo.
    if (how === 'scratch' || (how === 'nearby' && !this.#isAtBase)) model.reset()
    this.#isAtBase = true
    model.setBounds(bounds)
    if (how === 'scratch') model.forget()
    const found = model.optimise(limits)
    const shift = this.#shift
    const optimum = shift === null ? found : this.#unshifted(found, shift.optimum.rowDual)
    if (optimum.status === 'optimal') assertOptimal({ ...this.#delta.programme, ...bounds }, optimum)
    return { optimum, trueDual: () => trueMultipliers(model, this.#delta, shift?.trueDual ?? null) }
  }

  /** What is said where there is no plan. */
  #without({ status, rowDual }: Optimum, bounds: Bounds): PlanFound {
    if (status === 'optimal') throw new RangeError('a plan was found')
    const { programme } = this.#delta
    const bound = status === 'time_limit' ? dualBound({ ...programme, ...bounds }, rowDual) : null
    const whole = status === 'infeasible' ? this.#whole : null
    const conflict = whole === null ? [] : smallestConflict(whole, this.#frame, this.#delta)
    return { status, bound: bound === null ? null : bound / MONEY, conflict }
  }

  /** Of a neighbourhood only what is proved for the whole programme counts; null where it is not. */
  #checked(near: Optimum, bounds: Bounds): Optimum | null {
    if (near.status !== 'optimal') return near
    const { programme } = this.#delta
    const optimum = { ...near, objective: dot(programme.cost, near.x) }
    return isOptimal({ ...programme, ...bounds }, optimum) ? optimum : null
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
    const cost = base === null ? programme.cost : base.optimum.columnDual
    const whole = new LazyModel(this.#highs, { ...programme, ...this.#base, cost }, ladders)
    this.#whole = whole
    this.#shift = base
    if (base === null) return whole
    whole.beginFrom(this.#movable(base.optimum))
    if (whole.optimise(limits).status === 'optimal') whole.keepBasis()
    return whole
  }

  /**
   * Columns of a basis at the base: what moves both ways from zero, as stocks do, and what may move for nothing where
   * no such column is in the way.
   */
  #movable({ columnDual }: Optimum): (column: number) => boolean {
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
    const activity = activityOf(this.#delta.programme, x)
    this.#undisturbed = { bounds: this.#base, optimum: { ...optimum, x }, activity, trueDual }
  }

  /** Of all plans that cost as little the one nearest to the base, by its neighbourhood where that is small. */
  #nearest({ bounds, limits, how }: PlanTask, optimum: Optimum): Optimum {
    return canonicalPlan(this.#delta, bounds, optimum, this.#face, {
      highs: this.#highs,
      limits,
      nearby: (face) => {
        if (how === 'scratch' || this.#undisturbed === null) return null
        const { distance } = this.#delta
        const task = { bounds: face, cost: distance, rowDual: this.#zero, start: optimum.x }
        const found = this.#nearby.solve(task, { hops: DISTANCE_HOPS, limits })
        return found === null ? null : { ...found, objective: dot(distance, found.x) }
      },
    })
  }
}

/** The steps of shortage of each demand and period. */
function laddersOf(frame: Frame, delta: DeltaProgramme): readonly Ladder[] {
  return frame.index.finals.flatMap((demand, at) => {
    const steps = frame.index.steps.get(frame.index.carrierOf(frame.index.busOf(demand.bus)))?.length ?? 0
    const first = delta.unserved[at] ?? 0
    return Array.from({ length: delta.width }, (_, p) => ({ first: first + p, stride: delta.width, steps }))
  })
}

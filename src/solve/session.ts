import type { Highs } from 'highs'
import type { Network } from '../atlas/network.ts'
import { CorridorError } from '../core/errors.ts'
import type { CalendarDate } from '../core/time.ts'
import type { ConcreteShock, SharingRule } from '../scenarios/scenario.ts'
import type { BaseCase } from './base-case.ts'
import { type BaseMemory, type FoundBase, findBase } from './base-memory.ts'
import { type Plan, perfectPlan, rollingPlans } from './belief.ts'
import { BindingCollector } from './binding.ts'
import { type Bounds, emptyBounds } from './bounds.ts'
import { boundsOf, type Floor, withFloors } from './bounds-of.ts'
import { dot } from './canonical.ts'
import { buildDeltaProgramme, type DeltaProgramme, MONEY } from './delta-programme.ts'
import type { Extendable } from './expansion.ts'
import { floorsGiveWay } from './floors-give-way.ts'
import { buildFrame, type Frame, type Limits } from './frame.ts'
import { indexNetwork } from './network-index.ts'
import type { RunLimits } from './optimise.ts'
import { cutExports } from './own-demand-first.ts'
import { PeakCheck } from './peak-check.ts'
import { defaultPickUp, defaultSupplyPickUp, type PickUpOf, type SupplyPickUpOf } from './pick-up.ts'
import { PlanSolver } from './plan-solver.ts'
import { noQuantities, type QuantityReader, quantityReader } from './read-result.ts'
import type { ReferencePlan } from './reference-plan.ts'
import { type Relaxation, relaxLimits } from './relax.ts'
import type { Replan, SolveResult } from './result.ts'
import { activityOf } from './row-activity.ts'
import { seasonsOf } from './season.ts'
import { shockedLimits } from './shock-limits.ts'
import { type GridKind, type Period, timeGrid } from './time-grid.ts'
import { trueMarginalCosts } from './true-prices.ts'

export interface SessionOptions {
  readonly grid: GridKind
  /** First day of the grid: the day of the shock. */
  readonly start: CalendarDate
  readonly days: number
  /** How fast a link takes up more than its base flow; default `defaultPickUp`. */
  readonly pickUp?: PickUpOf
  /** How fast a source gives more than before; default `defaultSupplyPickUp`. */
  readonly supplyPickUp?: SupplyPickUpOf
  /** Rows (`links/ID`, `supplies/ID`, `assets/ID`) that a measure closes when a scenario imposes it. Lifting needs none. */
  readonly measureTargets?: (measure: string) => readonly string[]
  /** Measures not in force whose refusals a scenario may impose; with none, only those in force make classes. */
  readonly imposable?: readonly string[]
  /** What a run may build, at a cost; the base builds nothing. */
  readonly extendable?: readonly Extendable[]
  /** Seconds for one optimisation; default 60. */
  readonly timeLimitSeconds?: number
  /** Bases found by sessions before; this one takes its own from there, or adds it. Default: none. */
  readonly baseMemory?: BaseMemory
  /** The base of this very network and grid, where it was found before. Default: it is found. */
  readonly foundBase?: FoundBase
  /** Asked now and then while solving; true ends the run with status `cancelled`. */
  readonly shouldStop?: () => boolean
}

export interface RunOptions {
  /** Days, from its first day, that the operator believes each disturbance will last; default: the horizon. */
  readonly beliefDays?: number
  /** `perfect` is the labelled bound of an operator who knows all in advance; default `rolling`. */
  readonly foresight?: 'rolling' | 'perfect'
  /** Who bears a shortage; default `cooperative`. */
  readonly sharing?: SharingRule
  /** Shares of final demands, 0 to 1, that must be served whatever it costs; the run may then be infeasible. */
  readonly floors?: readonly Floor[]
  /** `scratch` forgets the base's basis first: slower, the same answer; for tests and benchmarks. Default `base`. */
  readonly startFrom?: 'base' | 'scratch'
  /**
   * `cost`: the last plan may be any of the cheapest, so that the cost of the run is right and its quantities are one of
   * many. Default `plan`: of the cheapest the nearest to the base.
   */
  readonly wants?: 'plan' | 'cost'
  /** Keeps what runs `beside` this one begin from, for as long as its result is held. Default false. */
  readonly keeps?: boolean
  /**
   * A run of this session that was kept, and that this one is likely to be near to: faster where it is, the same cost
   * and quantities from anywhere. Where prices are not unique they may be others than beside the base.
   */
  readonly beside?: SolveResult
  /** Seconds for one optimisation of this run, at least 0; default: those of the session. */
  readonly timeLimitSeconds?: number
  /** Limits to loosen, as `bindingReasons` does to see whether they matter. */
  readonly relax?: readonly Relaxation[]
}

/** One persistent programme. What a call gives does not depend on the calls before it. */
export interface Session {
  readonly network: Network
  readonly periods: readonly Period[]
  readonly baseCase: BaseCase
  /** The undisturbed run: reproduces the base case. Solved once. */
  base(): SolveResult
  /** Base and shocked run share stocks, policy and grid. */
  solve(shocks: readonly ConcreteShock[], options?: RunOptions): SolveResult
  /** Frees the solver's memory; any later call throws. */
  dispose(): void
}

/** Throws `network_invalid` where the network cannot be a programme, `solve_too_large` before memory runs out. */
export function createSession(highs: Highs, network: Network, options: SessionOptions): Session {
  const index = indexNetwork(network)
  const periods = timeGrid(options.grid, options.start, options.days)
  const sessionLimits: RunLimits = {
    timeLimitSeconds: options.timeLimitSeconds ?? 60,
    shouldStop: options.shouldStop,
  }
  const { seasons, seasonOf } = seasonsOf(periods)
  const { reconciled, calibrated } =
    options.foundBase ??
    findBase(highs, index, seasons, { limits: sessionLimits, memory: options.baseMemory })
  const frame = buildFrame({
    index,
    periods,
    seasonOf,
    reconciled,
    calibrated,
    pickUp: options.pickUp ?? defaultPickUp,
    supplyPickUp: options.supplyPickUp ?? defaultSupplyPickUp,
    imposable: options.imposable ?? [],
    extendable: options.extendable ?? [],
    highs,
    runLimits: sessionLimits,
  })
  // The hours of peak are left out until a plan cannot meet them: most can, and the programme is half as large.
  const plain = openEngine(highs, { ...frame, blocks: null })
  const peakCheck = frame.blocks === null ? null : new PeakCheck(highs, frame, plain.delta, frame.blocks)
  let peaked: Engine | null = null
  const measureTargets = options.measureTargets ?? (() => [])
  let isDisposed = false
  let baseRun: SolveResult | null = null

  /** Null: a plan could not meet the hours of peak, which the engine leaves out. */
  const runPlansOn = (
    engine: Engine,
    shocks: readonly ConcreteShock[],
    plans: readonly Plan[],
    given: Required<
      Pick<RunOptions, 'foresight' | 'relax' | 'startFrom' | 'floors' | 'sharing' | 'wants' | 'keeps'>
    > &
      Pick<RunOptions, 'timeLimitSeconds' | 'beside'>,
  ): SolveResult | null => {
    const { frame, delta, solver, today } = engine
    const limits = {
      ...sessionLimits,
      timeLimitSeconds: given.timeLimitSeconds ?? sessionLimits.timeLimitSeconds,
    }
    if (isDisposed) throw new CorridorError('internal', 'The solve session is closed; open a new one.')
    const binding = new BindingCollector(frame, delta)
    const prices = new Float64Array(index.buses.length * periods.length)
    const trueShares = perfectPlan(periods, shocks).shares
    const limitsUnder = (shares: Float64Array) =>
      relaxLimits(
        frame,
        shockedLimits(frame, shocks, (s, p) => shares[s * periods.length + p] ?? 0, measureTargets),
        given.relax,
      )
    const trueLimits = limitsUnder(trueShares)
    let x = delta.rest
    const how = hows[given.startFrom]
    const besides = given.beside === undefined ? [] : (engine.kept.get(given.beside) ?? [])
    const kept: KeptPlan[] = []
    let isAtRest = true
    const cut = new Map<number, string>()
    const exempt = new Set(
      given.relax.flatMap(({ constraint }) =>
        constraint.startsWith('own-demand-first:') ? [constraint.slice('own-demand-first:'.length)] : [],
      ),
    )
    const finish = (status: SolveResult['status']): SolveResult => ({
      status,
      foresight: given.foresight,
      periods,
      objective: status === 'optimal' ? dot(delta.trueCost, x) : null,
      programmeObjective: status === 'optimal' ? dot(delta.programme.cost, x) / MONEY : null,
      ...(status === 'optimal' ? engine.read(trueLimits, x, prices) : noQuantities()),
      binding: status === 'optimal' ? binding.list() : [],
      conflict: [],
      replans: plans.map((plan): Replan => ({ period: plan.from, believedUntilDay: plan.believedUntilDay })),
      base: baseCase,
      network,
    })
    for (const [at, plan] of plans.entries()) {
      const planLimits: Limits = limitsUnder(plan.shares)
      withFloors(
        frame,
        delta,
        boundsOf(frame, delta, planLimits, { base: engine.usual, into: today }),
        planLimits,
        given.floors,
      )
      const until = plans[at + 1]?.from ?? periods.length
      const stands = how !== 'scratch' && isAtRest ? solver.baseUnder(today, plan.from) : null
      if (stands !== null) {
        x = stands.optimum.x
        if (isPeakUnmet(engine, x, planLimits, plan.from, limits)) return null
        binding.add(planLimits, stands.optimum, plan.from, until)
        const costs = trueMarginalCosts(stands.trueDual, frame, delta)
        copyPeriods(costs, prices, periods.length, plan.from, until)
        continue
      }
      const bounds = withPastFixed(delta, today, x, plan.from)
      const found = solver.solve({
        bounds,
        limits,
        how,
        isFirst: isAtRest,
        beside: besides.findLast((one) => one.from <= plan.from)?.reference ?? null,
        wants: given.wants === 'cost' && at + 1 === plans.length ? 'cost' : 'nearest',
        keeps: given.keeps,
        recut:
          given.sharing === 'own_first'
            ? (found, round) =>
                cutExports(frame, delta, bounds, found, { from: plan.from, round, exempt, cut })
            : null,
      })
      isAtRest = false
      if (found.status === 'infeasible') {
        return {
          ...finish('infeasible'),
          conflict: found.conflict,
          relaxation: floorsGiveWay(highs, {
            frame,
            delta,
            bounds,
            limits: planLimits,
            floors: given.floors,
            runLimits: limits,
          }),
        }
      }
      if (found.status === 'time_limit') return { ...finish('time_limit'), bound: found.bound }
      if (found.status !== 'optimal') return finish(found.status)
      binding.add(planLimits, found.optimum, plan.from, until, cut)
      copyPeriods(trueMarginalCosts(found.trueDual, frame, delta), prices, periods.length, plan.from, until)
      x = found.x
      if (found.reference !== null) kept.push({ from: plan.from, reference: found.reference })
      if (isPeakUnmet(engine, x, planLimits, plan.from, limits)) return null
    }
    const result = finish('optimal')
    if (given.keeps) engine.kept.set(result, kept)
    return result
  }

  const isPeakUnmet = (
    engine: Engine,
    x: Float64Array,
    limitsOfPlan: Limits,
    from: number,
    runLimits: RunLimits,
  ): boolean =>
    engine === plain &&
    peakCheck !== null &&
    peakCheck.unmet({ x, limits: limitsOfPlan, from }, runLimits).length > 0

  const runPlans = (...of: Parameters<typeof runPlansOn> extends [Engine, ...infer Rest] ? Rest : never) => {
    const run = runPlansOn(plain, ...of)
    if (run !== null) return run
    if (peaked === null) {
      peaked = openEngine(highs, frame)
      const base = runPlansOn(peaked, [], [perfectPlan(periods, [])], undisturbedRun)
      if (base?.status !== 'optimal')
        throw new CorridorError('internal', 'the base cannot meet its own peaks')
    }
    const again = runPlansOn(peaked, ...of)
    if (again === null)
      throw new CorridorError('internal', 'hours of peak were left out of their own programme')
    return again
  }

  const baseCase = baseCaseOf(frame, reconciled.adjustments, calibrated.wedges)
  const base = (): SolveResult => {
    if (baseRun !== null) return baseRun
    const run = runPlans([], [perfectPlan(periods, [])], undisturbedRun)
    refuseContradiction(frame, run)
    if (run.status === 'optimal') baseRun = run
    return run
  }
  return {
    network,
    periods,
    baseCase,
    base,
    solve(shocks, given = {}) {
      const undisturbed = base()
      if (undisturbed.status !== 'optimal') return undisturbed
      const foresight = given.foresight ?? 'rolling'
      const belief = given.beliefDays ?? options.days
      if (!(belief > 0)) {
        throw new CorridorError(
          'scenario_invalid',
          `A belief of ${belief} days is no duration; give at least 1.`,
        )
      }
      const plans =
        foresight === 'perfect' ? [perfectPlan(periods, shocks)] : rollingPlans(periods, shocks, belief)
      return runPlans(shocks, plans, {
        foresight,
        relax: given.relax ?? [],
        startFrom: given.startFrom ?? 'base',
        floors: given.floors ?? [],
        sharing: given.sharing ?? 'cooperative',
        wants: given.wants ?? 'plan',
        keeps: given.keeps ?? false,
        ...(given.beside === undefined ? {} : { beside: given.beside }),
        ...(given.timeLimitSeconds === undefined ? {} : { timeLimitSeconds: given.timeLimitSeconds }),
      })
    },
    dispose() {
      isDisposed = true
      plain.solver.dispose()
      peaked?.solver.dispose()
    },
  }
}

const undisturbedRun = {
  foresight: 'rolling',
  relax: [],
  startFrom: 'base',
  floors: [],
  sharing: 'cooperative',
  wants: 'plan',
  keeps: false,
} as const

/** One programme and what solves it. */
interface Engine {
  readonly frame: Frame
  readonly delta: DeltaProgramme
  readonly solver: PlanSolver
  readonly read: QuantityReader
  /** Limits without a shock. */
  readonly usual: Bounds
  /** Limits of the plan that is being made; written over by each. */
  readonly today: Bounds
  /** Plans of runs that others may be solved beside, while somebody holds their results. */
  readonly kept: WeakMap<SolveResult, readonly KeptPlan[]>
}

interface KeptPlan {
  /** First period that it decides. */
  readonly from: number
  readonly reference: ReferencePlan
}

function openEngine(highs: Highs, frame: Frame): Engine {
  const delta = buildDeltaProgramme(frame)
  const usual = boundsOf(frame, delta, frame.limits)
  const solver = new PlanSolver(highs, frame, delta, usual)
  const read = quantityReader(frame, delta)
  return {
    frame,
    delta,
    solver,
    usual,
    today: emptyBounds(delta.programme),
    read,
    kept: new WeakMap(),
  }
}

const hows = { base: 'nearby', scratch: 'scratch' } as const

/** What was done stays done: past columns keep their value, and their rows hold as they did. */
function withPastFixed(delta: DeltaProgramme, bounds: Bounds, x: Float64Array, from: number): Bounds {
  if (from === 0) return bounds
  for (let column = 0; column < delta.programme.columns; column++) {
    const period = delta.columnPeriod[column] ?? -1
    if (period < 0 || period >= from) continue
    bounds.lower[column] = x[column] ?? 0
    bounds.upper[column] = x[column] ?? 0
  }
  // What was built stands.
  for (let at = 0; at < delta.expansion.count; at++) {
    const column = delta.expansion.column + at
    bounds.lower[column] = Math.min(bounds.upper[column] ?? 0, x[column] ?? 0)
  }
  // Rows that ask nothing more could be let go; but then the solver would turn each of them over.
  const activity = activityOf(delta.programme, x)
  for (let row = 0; row < delta.programme.rows; row++) {
    const period = delta.rowPeriod[row] ?? -1
    if (period < 0 || period >= from) continue
    bounds.rowLower[row] = activity[row] ?? 0
    bounds.rowUpper[row] = activity[row] ?? 0
  }
  return bounds
}

/** EUR by which an undisturbed run may differ from its base. */
const CONTRADICTION = 1_000

/** A measure in force must agree with the flows of the day, or the base would not be the base. */
function refuseContradiction(frame: Frame, base: SolveResult): void {
  const inForce = frame.classes.refusals.filter((refusal) => refusal.isInForce)
  if (inForce.length === 0 || Math.abs(base.programmeObjective ?? 0) <= CONTRADICTION) return
  const measures = [...new Set(inForce.map(({ measure }) => `measures/${measure}`))].join(', ')
  throw new CorridorError(
    'network_invalid',
    `The flows of the day contradict what ${measures} refuses; narrow its refusal, or let a scenario impose it.`,
  )
}

function copyPeriods(
  from: Float64Array,
  to: Float64Array,
  width: number,
  first: number,
  until: number,
): void {
  for (let at = 0; at < to.length; at++) {
    const period = at % width
    if (period >= first && period < until) to[at] = from[at] ?? 0
  }
}

function baseCaseOf(
  frame: Frame,
  adjustments: BaseCase['adjustments'],
  wedges: BaseCase['wedges'],
): BaseCase {
  const width = frame.periods.length
  const { network } = frame.index
  const byId = (rows: readonly { id: string }[], values: Float64Array) =>
    new Map(rows.map((row, item) => [row.id, values.slice(item * width, (item + 1) * width)]))
  return {
    flow: byId(network.links, frame.base.link),
    output: byId(network.supplies, frame.base.supply),
    demand: new Map([
      ...byId(frame.index.finals, frame.baseDemand),
      ...byId(frame.index.markets, frame.base.market),
    ]),
    converted: byId(network.conversions, frame.base.conversion),
    injection: byId(network.stores, frame.base.injection),
    withdrawal: byId(network.stores, frame.base.withdrawal),
    difference: byId(frame.index.buses, frame.baseDifference),
    adjustments,
    wedges,
  }
}

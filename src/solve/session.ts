import type { Highs } from 'highs'
import type { Network } from '../atlas/network.ts'
import { CorridorError } from '../core/errors.ts'
import type { CalendarDate } from '../core/time.ts'
import type { ConcreteShock, SharingRule } from '../scenarios/scenario.ts'
import type { BaseCase } from './base/base-case.ts'
import { type BaseMemory, type FoundBase, findBase } from './base/base-memory.ts'
import type { RunLimits } from './linear/optimise.ts'
import { type Plan, perfectPlan, rollingPlans } from './model/belief.ts'
import type { Floor } from './model/bounds-of.ts'
import type { Extendable } from './model/expansion.ts'
import { buildFrame, type Frame } from './model/frame.ts'
import type { Relaxation } from './model/relax.ts'
import { indexNetwork } from './network/network-index.ts'
import { defaultPickUp, defaultSupplyPickUp, type PickUpOf, type SupplyPickUpOf } from './network/pick-up.ts'
import { seasonsOf } from './network/season.ts'
import { PeakCheck } from './peaks/peak-check.ts'
import { type Engine, openEngine } from './plans/engine.ts'
import { type RunContext, type RunRules, runPlans } from './plans/run-plans.ts'
import type { SolveResult } from './result.ts'
import { readBaseCase } from './results/read-base-case.ts'
import { type GridKind, type Period, timeGrid } from './time-grid.ts'

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
  /**
   * `shortage`: of the quantities only what goes unserved, and neither prices nor what binds, where many runs are asked
   * for little; the other maps are empty. Default `all`.
   */
  readonly reads?: 'all' | 'shortage'
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

  const context: Omit<RunContext, 'isPeakUnmet'> = {
    highs,
    limits: sessionLimits,
    measureTargets,
    baseCase: readBaseCase(frame, reconciled.adjustments, calibrated.wedges),
  }
  const run = (shocks: readonly ConcreteShock[], plans: readonly Plan[], given: RunRules): SolveResult => {
    if (isDisposed) throw new CorridorError('internal', 'The solve session is closed; open a new one.')
    const found = runPlans(plain, shocks, plans, given, {
      ...context,
      isPeakUnmet: (plan, limits) => peakCheck !== null && peakCheck.unmet(plan, limits).length > 0,
    })
    if (found !== null) return found
    const knowsAll = { ...context, isPeakUnmet: () => false }
    if (peaked === null) {
      peaked = openEngine(highs, frame)
      const base = runPlans(peaked, [], [perfectPlan(periods, [])], undisturbedRun, knowsAll)
      if (base?.status !== 'optimal')
        throw new CorridorError('internal', 'the base cannot meet its own peaks')
    }
    const again = runPlans(peaked, shocks, plans, given, knowsAll)
    if (again === null)
      throw new CorridorError('internal', 'hours of peak were left out of their own programme')
    return again
  }

  const base = (): SolveResult => {
    if (baseRun !== null) return baseRun
    const found = run([], [perfectPlan(periods, [])], undisturbedRun)
    refuseContradiction(frame, found)
    if (found.status === 'optimal') baseRun = found
    return found
  }
  return {
    network,
    periods,
    baseCase: context.baseCase,
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
      return run(shocks, plans, {
        foresight,
        relax: given.relax ?? [],
        startFrom: given.startFrom ?? 'base',
        floors: given.floors ?? [],
        sharing: given.sharing ?? 'cooperative',
        wants: given.wants ?? 'plan',
        reads: given.reads ?? 'all',
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
  reads: 'all',
  keeps: false,
} as const

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

import type { Highs } from 'highs'
import type { ConcreteShock, SharingRule } from '../../scenarios/scenario.ts'
import type { BaseCase } from '../base/base-case.ts'
import type { Bounds } from '../linear/bounds.ts'
import type { RunLimits } from '../linear/optimise.ts'
import { movedColumns, sumOver } from '../linear/sparse-sum.ts'
import { type Plan, perfectPlan } from '../model/belief.ts'
import { boundsOf, type Floor, withFloors } from '../model/bounds-of.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import type { Limits } from '../model/frame.ts'
import { MONEY } from '../model/money.ts'
import { cutExports } from '../model/own-demand-first.ts'
import type { PeakQuestion } from '../model/peak-ranges.ts'
import { type Relaxation, relaxLimits } from '../model/relax.ts'
import { type MeasureTargets, shockedLimits } from '../model/shock-limits.ts'
import type { Replan, SolveResult } from '../result.ts'
import { BindingCollector } from '../results/binding.ts'
import { noQuantities } from '../results/read-result.ts'
import type { Engine, KeptPlan } from './engine.ts'
import { floorsGiveWay } from './floors-give-way.ts'
import { trueMarginalCosts } from './true-prices.ts'

/** How a run is made; `RunOptions` of a session says what each means. */
export interface RunRules {
  readonly foresight: 'rolling' | 'perfect'
  readonly relax: readonly Relaxation[]
  readonly startFrom: 'base' | 'scratch'
  readonly floors: readonly Floor[]
  readonly sharing: SharingRule
  readonly wants: 'plan' | 'cost'
  readonly reads: 'all' | 'shortage'
  readonly keeps: boolean
  readonly beside?: SolveResult
  readonly timeLimitSeconds?: number
}

/** What all runs of a session share. */
export interface RunContext {
  readonly highs: Highs
  readonly limits: RunLimits
  readonly measureTargets: MeasureTargets
  readonly baseCase: BaseCase
  /** Whether a plan leaves hours of peak unmet that its programme does not know. */
  readonly isPeakUnmet: (plan: PeakQuestion, limits: RunLimits) => boolean
}

/** Makes the plans of a run one after the other, each with the past fixed. Null: one could not meet the hours of peak. */
export function runPlans(
  engine: Engine,
  shocks: readonly ConcreteShock[],
  plans: readonly Plan[],
  given: RunRules,
  context: RunContext,
): SolveResult | null {
  const { frame, delta, solver, today } = engine
  const limits = {
    ...context.limits,
    timeLimitSeconds: given.timeLimitSeconds ?? context.limits.timeLimitSeconds,
  }
  const binding = new BindingCollector(frame, delta)
  const { periods } = frame
  const prices = new Float64Array(frame.index.buses.length * periods.length)
  const trueShares = perfectPlan(periods, shocks).shares
  const limitsUnder = (shares: Float64Array) =>
    relaxLimits(
      frame,
      shockedLimits(frame, shocks, (s, p) => shares[s * periods.length + p] ?? 0, context.measureTargets),
      given.relax,
    )
  const readsAll = given.reads === 'all'
  let x = delta.rest
  let nonZero: Int32Array = new Int32Array(0)
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
  const costsOf = (status: SolveResult['status']) => {
    if (status !== 'optimal') return { objective: null, programmeObjective: null }
    return {
      objective: sumOver(nonZero, delta.trueCost, x),
      programmeObjective: sumOver(nonZero, delta.programme.cost, x) / MONEY,
    }
  }
  const read = () =>
    readsAll
      ? engine.reader.read({ limits: limitsUnder(trueShares), x, nonZero, prices })
      : { ...noQuantities(), unserved: engine.reader.unserved({ x, nonZero }) }
  const finish = (status: SolveResult['status']): SolveResult => ({
    status,
    foresight: given.foresight,
    periods,
    ...costsOf(status),
    ...(status === 'optimal' ? read() : noQuantities()),
    binding: status === 'optimal' ? binding.list() : [],
    conflict: [],
    replans: plans.map((plan): Replan => ({ period: plan.from, believedUntilDay: plan.believedUntilDay })),
    base: context.baseCase,
    network: frame.index.network,
  })
  for (const [at, plan] of plans.entries()) {
    const planLimits: Limits = limitsUnder(plan.shares)
    const draft = today.begin()
    boundsOf(frame, delta, planLimits, draft)
    withFloors(frame, delta, draft, planLimits, given.floors)
    const until = plans[at + 1]?.from ?? periods.length
    const stands = how !== 'scratch' && isAtRest ? solver.baseUnder(today, plan.from) : null
    if (stands !== null) {
      x = stands.optimum.x
      nonZero = movedColumns(x)
      if (context.isPeakUnmet({ x, nonZero, limits: planLimits, from: plan.from }, limits)) return null
      if (!readsAll) continue
      binding.add(planLimits, stands.optimum, plan.from, until)
      const costs = trueMarginalCosts(stands.trueDual, frame, delta)
      copyPeriods(costs, prices, periods.length, plan.from, until)
      continue
    }
    if (plan.from > 0) {
      today.fixPast(x, nonZero, plan.from)
      // What was built stands.
      if (delta.expansion.count > 0) keepBuilt(delta, today.change(), x)
    }
    const found = solver.solve({
      today,
      limits,
      how,
      isFirst: isAtRest,
      beside: besides.findLast((one) => one.from <= plan.from)?.reference ?? null,
      wants: given.wants === 'cost' && at + 1 === plans.length ? 'cost' : 'nearest',
      keeps: given.keeps,
      wantsPrices: readsAll,
      recut:
        given.sharing === 'own_first'
          ? (found, round) =>
              cutExports(frame, delta, today.change(), found, { from: plan.from, round, exempt, cut })
          : null,
    })
    isAtRest = false
    if (found.status === 'infeasible') {
      return {
        ...finish('infeasible'),
        conflict: found.conflict,
        relaxation: floorsGiveWay(context.highs, {
          frame,
          delta,
          bounds: today.bounds,
          limits: planLimits,
          floors: given.floors,
          runLimits: limits,
        }),
      }
    }
    if (found.status === 'time_limit') return { ...finish('time_limit'), bound: found.bound }
    if (found.status !== 'optimal') return finish(found.status)
    if (readsAll) binding.add(planLimits, found.optimum, plan.from, until, cut)
    if (found.trueDual !== null) {
      copyPeriods(trueMarginalCosts(found.trueDual, frame, delta), prices, periods.length, plan.from, until)
    }
    x = found.x
    nonZero = found.nonZero
    if (found.reference !== null) kept.push({ from: plan.from, reference: found.reference })
    if (context.isPeakUnmet({ x, nonZero, limits: planLimits, from: plan.from }, limits)) return null
  }
  const result = finish('optimal')
  if (given.keeps) engine.kept.set(result, kept)
  return result
}

const hows = { base: 'nearby', scratch: 'scratch' } as const

function keepBuilt({ expansion }: DeltaProgramme, bounds: Bounds, x: Float64Array): void {
  for (let column = expansion.column; column < expansion.column + expansion.count; column++) {
    bounds.lower[column] = Math.min(bounds.upper[column] ?? 0, x[column] ?? 0)
  }
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

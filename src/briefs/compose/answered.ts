import type { Atlas } from '../../atlas/atlas.ts'
import type { Network } from '../../atlas/network.ts'
import type { Because, Status } from '../../core/provenance.ts'
import type { Question } from '../../scenarios/question.ts'
import type { Scenario } from '../../scenarios/scenario.ts'
import type { Exposure, Lasting, OilBalance, SolveResult } from '../../solve/result.ts'

/** A number with its range; `low` is at most `central`, which is at most `high`. */
export interface Band {
  readonly low: number
  readonly central: number
  readonly high: number
}

/** Change of what a barrel brings where it is loaded, dollars a barrel. */
export interface NetbackChange extends Band {
  /** `ZONE:crude`. */
  readonly bus: string
  /** Part of it that is freight: what the way to market costs more, dollars a barrel. */
  readonly freight: number
  readonly because: readonly Because[]
}

/** Percent. */
export interface PriceChange extends Band {
  /** Name of the market. */
  readonly zone: string
  readonly because: readonly Because[]
  /** Of a world market: its reference, the stretch of days, what it loses and how that is made good, netbacks. */
  readonly ref?: string
  readonly period?: string
  readonly lost?: {
    /** Least and most over the three runs, kb/d; below zero what is added. */
    readonly least: number
    readonly most: number
    /** Of the world's supply. */
    readonly share: number
    /** How the most is made good at the central responses. */
    readonly parts: OilBalance
  }
  readonly netbacks?: readonly NetbackChange[]
}

/** One scenario solved at the low, central and high end of its shocks, beside the base. */
export interface ScenarioRun {
  readonly scenario: Scenario
  readonly base: SolveResult
  readonly low: SolveResult
  readonly central: SolveResult
  readonly high: SolveResult
  /** `x moved from route A to route B`, of the central run. */
  readonly moved: readonly string[]
  /** Limits that were confirmed by relaxing them and solving again. */
  readonly reasons: readonly { readonly sentence: string; readonly constraint: string }[]
  /** Change of a price in percent, as an interval from responses; null where it was not asked. */
  readonly priceChange: PriceChange | null
  /** How long the worst case may last before somebody goes short; null where it was not asked or is not known. */
  readonly lasting: Lasting | null
  /** What owners and transit countries lose in each of the three runs; empty where it was not asked. */
  readonly exposure: { readonly [At in keyof Band]: readonly Exposure[] }
}

/** What a market move would mean: an interval of probability change, or why it is not identified. */
export interface ImpliedChange {
  readonly low: number
  readonly high: number
  readonly identified: boolean
  readonly sentence: string
  readonly because: readonly Because[]
  readonly status: Status
}

/** A question with everything that was computed for it. */
export interface Answered {
  readonly question: Question
  readonly network: Network
  readonly runs: readonly ScenarioRun[]
  readonly implied: ImpliedChange | null
  /** Share of the beliefs about capacity under which the flow falls at all, 0 to 1; null where there are none. */
  readonly fallProbability: number | null
  readonly atlas: Atlas
}

/** The run whose effect is the answer: the question's main scenario. */
export function mainRun(answered: Answered): ScenarioRun | null {
  return answered.runs.find((run) => run.scenario.id === answered.question.main) ?? answered.runs[0] ?? null
}

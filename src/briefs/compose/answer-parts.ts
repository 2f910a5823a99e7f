import type { Because } from '../../core/provenance.ts'
import type { SolveResult } from '../../solve/result.ts'
import type { Brief } from '../brief.ts'
import { formatNumber, formatRange } from '../number-format.ts'
import { tradeVolume } from '../trade-volume.ts'
import type { Answered, Band, ScenarioRun } from './answered.ts'
import { bandOf, meanOver, type Stretch } from './over-time.ts'

/** Rates under this are none. */
export const IDLE = 1e-6

export type Answer = Brief['stories'][number]['answer']

/** Claims that one answer can name and still be read. */
const MOST_CLAIMS = 8

export const percent = (share: number): string => `${formatNumber(100 * share, 2)} %`

/**
 * Two percentages as one range in whole per cents from ten up: `0 to 12 %`, or one figure where both read the same. The
 * smaller end is no finer than a hundredth of the larger: of 0.0008 to 2.4 it is `0`.
 */
export function percentRange(low: number, high: number): string {
  const largest = Math.max(Math.abs(low), Math.abs(high))
  const grain = largest > 0 ? 10 ** (Math.floor(Math.log10(largest)) - 2) : 1
  const [a, b] = [low, high].map((end) => formatNumber(whole(Math.round(end / grain) * grain), 2))
  return a === b ? `${a} %` : `${a} to ${b} %`
}

function whole(percentage: number): number {
  return Math.abs(percentage) >= 10 ? Math.round(percentage) : percentage
}

export const shareRange = (low: number, high: number): string => percentRange(100 * low, 100 * high)

/** What a run does to a price, where it does anything that a person would notice. */
export function pricesMove({ atlas, question }: Answered, { priceChange }: ScenarioRun): string {
  if (priceChange === null || Math.max(Math.abs(priceChange.low), Math.abs(priceChange.high)) < 0.5) return ''
  const name = atlas.nameOf(`carriers/${question.carrier}`)
  // Of what a refinery makes the market is another than of what it takes in.
  const what = priceChange.ref !== undefined || priceChange.zone.includes(name) ? '' : ` of ${name}`
  return ` The price${what} in ${priceChange.zone} changes by ${percentRange(priceChange.low, priceChange.high)}.`
}

/** `316 to 789 GWh/d (11 to 27 bcm/y)`. */
export function amount(band: { low: number; high: number }, of: TradeUnit): string {
  const trade = tradeVolume(band, of)
  return `${formatRange(band.low, band.high, of.unit)}${trade === null ? '' : ` (${trade})`}`
}

export type TradeUnit = Parameters<typeof tradeVolume>[1]

export function flowBand(run: ScenarioRun, link: string, over: Stretch): { base: number; after: Band } {
  const mean = (result: SolveResult): number => meanOver(result.flow.get(link), result.periods, over)
  return { base: mean(run.base), after: bandOf(mean(run.low), mean(run.central), mean(run.high)) }
}

/** Claims that set the size come first: those of the shocks, of reported premises and of beliefs; then limits and premises. */
export function answerBecause(answered: Answered, run: ScenarioRun): Because[] {
  const { question } = answered
  const reported = [...run.scenario.shocks, ...run.scenario.assumptions].filter(
    (one) => one.status === 'reported',
  )
  const sizing = [...question.beliefs, ...reported]
    .flatMap((one) => one.because)
    .filter((because) => because.startsWith('claim:'))
  const others = [...question.because, ...run.scenario.shocks.flatMap((shock) => shock.because)].filter(
    (because) => because.startsWith('claim:'),
  )
  const claims = [...new Set(sizing)].slice(0, MOST_CLAIMS)
  const more = others.filter((because) => !claims.includes(because)).slice(0, Math.max(0, 4 - claims.length))
  const premises = run.scenario.assumptions.flatMap((assumption) => [
    `assumption:${assumption.id}`,
    ...assumption.because.filter((because) => !because.startsWith('claim:')),
  ])
  const limits = run.reasons.slice(0, 2).map((reason) => `constraint:${reason.constraint}`)
  return [...new Set([...claims, ...more, ...limits, ...premises.slice(0, 4)])]
}

import { CorridorError } from '../../core/errors.ts'
import type { OilBalance } from '../result.ts'

/** A loss of oil to the world and what can answer it; volumes in kb/d. */
export interface OilLoss {
  /** What the world uses before the loss. */
  readonly volume: number
  /** Supply that no longer reaches it; below zero what is added. */
  readonly lost: number
  /** Days since the loss began, at the middle of the stretch that is asked for. */
  readonly day: number
}

/** One definite set of responses. */
export interface OilResponses {
  /** At most 0. */
  readonly demand: number
  /** At least 0: of all other supply at its usual capacity. */
  readonly supply: number
  /** Capacity that producers hold idle, kb/d, reached evenly in `spareDays`. */
  readonly spare: number
  readonly spareDays: number
  /** Rise of the price, as a share, at which all of it is offered. */
  readonly sparePrice: number
  /** What commercial holders of stocks part with, kb/d, offered as idle capacity is. */
  readonly stocks: number
  /** Emergency stocks released, kb/d, and the share of the world's supply from the loss of which on they are. */
  readonly release: number
  readonly releaseFrom: number
  /** The largest release, and the share from the loss of which on all of it is called. */
  readonly largeRelease: number
  readonly largeFrom: number
  /**
   * Use that gives way only when oil is very dear: a share of all, evenly between two prices, as factors of the price
   * before; elasticities of small changes do not know it.
   */
  readonly rationing: { readonly share: number; readonly from: number; readonly at: number }
}

/** Beyond this share of the market, nothing that was ever seen says what would happen. */
export const LARGEST_SHARE = 0.25
/** With no response at all a price is not defined. */
const LEAST_RESPONSE = 0.02

/**
 * The balancing block of the world market (docs/model.md, oil): the price factor ρ at which
 *
 *   Q (ρ^ε_d − κ clamp((ρ − ρ₀) / (ρ₁ − ρ₀), 0, 1)) = (Q − V) ρ^ε_s + (S min(1, t / T) + C) clamp((ρ − 1) / τ, 0, 1) + R,
 *
 * found by halving, since the left side falls and the right side rises with ρ. A gain (V < 0) calls neither idle
 * capacity nor stocks. Throws `scenario_invalid` for a loss beyond `LARGEST_SHARE` or responses of the wrong sign.
 */
export function balanceOil(loss: OilLoss, of: OilResponses): OilBalance {
  const { volume, lost, day } = loss
  if (!(volume > 0) || !(Math.abs(lost) <= LARGEST_SHARE * volume)) {
    throw new CorridorError(
      'scenario_invalid',
      `A loss of ${lost} in a market of ${volume} is beyond anything that was ever seen.`,
    )
  }
  if (of.demand > 0 || of.supply < 0 || !(of.sparePrice > 0) || !(of.spareDays > 0)) {
    throw new CorridorError(
      'scenario_invalid',
      'Demand must answer a price with at most 0, supply with at least 0, and idle capacity within days and at a price above 0.',
    )
  }
  const supply = Math.max(of.supply, LEAST_RESPONSE + of.demand)
  const open = lost > 0 ? of.spare * Math.min(1, day / of.spareDays) : 0
  const stocks = lost > 0 ? of.stocks : 0
  const called = lost >= of.releaseFrom * volume ? of.release + largerBy(lost / volume, of) : 0
  const release = lost > 0 ? Math.min(called, lost) : 0
  const { share, from, at } = of.rationing
  const parts = (price: number): OilBalance => {
    const offered = Math.min(1, Math.max(0, (price - 1) / of.sparePrice))
    const given = Math.min(1, Math.max(0, (price - from) / (at - from)))
    return {
      price,
      spare: open * offered,
      stocks: stocks * offered,
      release,
      otherSupply: (volume - lost) * (price ** supply - 1),
      lessDemand: volume * (1 - price ** of.demand + share * given),
    }
  }
  const given = (price: number): number => {
    const { spare, otherSupply, lessDemand, ...held } = parts(price)
    return spare + held.stocks + release + otherSupply + lessDemand
  }
  let [low, high] = [1e-6, 1e6]
  for (let step = 0; step < 200; step++) {
    const middle = Math.sqrt(low * high)
    if (given(middle) < lost) low = middle
    else high = middle
  }
  return parts(Math.sqrt(low * high))
}

/** What large losses call beyond the usual release, growing evenly from where that begins. */
function largerBy(share: number, of: OilResponses): number {
  const room = Math.max(1e-9, of.largeFrom - of.releaseFrom)
  return Math.max(0, of.largeRelease - of.release) * Math.min(1, (share - of.releaseFrom) / room)
}

/** Ranges of responses, each from the weakest answer to the strongest. */
export interface OilRanges {
  readonly demand: Range
  readonly supply: Range
  readonly spare: Range
  readonly spareDays: Range
  readonly sparePrice: Range
  readonly stocks: Range
  readonly release: Range
  readonly releaseFrom: Range
  readonly largeRelease: Range
  readonly largeFrom: Range
  /** `at.low` is the price at which use gives way soonest. */
  readonly rationing: { readonly share: number; readonly from: number; readonly at: Range }
}
interface Range {
  readonly low: number
  readonly central: number
  readonly high: number
}

/** A set of responses at the same end, or in the middle, of their ranges. */
type End = 'low' | 'central' | 'high'

/**
 * The weakest, central and strongest answers to a loss, in that order. Demand, other supply, what is held idle or in
 * store, and what gives way at very high prices each stand at their end with all others in their middle, whichever
 * weighs most: all at once would be a claim that no source makes.
 */
export function balanceInterval(loss: OilLoss, of: OilRanges): readonly [OilBalance, OilBalance, OilBalance] {
  const at = (ends: { demand: End; supply: End; held: End; rationing: End }) => {
    const { held } = ends
    const dearer = against(held)
    return balanceOil(loss, {
      demand: of.demand[against(ends.demand)],
      supply: of.supply[ends.supply],
      spare: of.spare[held],
      spareDays: of.spareDays[dearer],
      sparePrice: of.sparePrice[dearer],
      stocks: of.stocks[held],
      release: of.release[held],
      releaseFrom: of.releaseFrom[dearer],
      largeRelease: of.largeRelease[held],
      largeFrom: of.largeFrom[dearer],
      rationing: { ...of.rationing, at: of.rationing.at[against(ends.rationing)] },
    })
  }
  const middle = { demand: 'central', supply: 'central', held: 'central', rationing: 'central' } as const
  const ends = (end: End) =>
    [
      at({ ...middle, demand: end }),
      at({ ...middle, supply: end }),
      at({ ...middle, held: end }),
      at({ ...middle, rationing: end }),
    ].sort((a, b) => Math.abs(Math.log(b.price)) - Math.abs(Math.log(a.price)))
  const central = at(middle)
  return [ends('low')[0] ?? central, central, ends('high').at(-1) ?? central]
}

/** The other end, of what answers more weakly the larger it is. */
function against(end: End): End {
  return end === 'low' ? 'high' : end === 'high' ? 'low' : 'central'
}

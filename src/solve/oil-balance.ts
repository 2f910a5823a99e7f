import { CorridorError } from '../core/errors.ts'
import type { OilBalance } from './result.ts'

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
  /** Emergency stocks released, kb/d, and the share of the world's supply from the loss of which on they are. */
  readonly release: number
  readonly releaseFrom: number
}

/** Beyond this share of the market, responses that were estimated on small changes say nothing. */
export const LARGEST_SHARE = 0.1
/** With no response at all a price is not defined. */
const LEAST_RESPONSE = 0.02

/**
 * The balancing block of the world market (docs/model.md, oil): the price factor ρ at which
 *
 *   Q ρ^ε_d = (Q − V) ρ^ε_s + S · min(1, t / T) · clamp((ρ − 1) / τ, 0, 1) + R,
 *
 * found by halving, since the left side falls and the right side rises with ρ. A gain (V < 0) calls neither idle
 * capacity nor stocks. Throws `scenario_invalid` for a loss beyond `LARGEST_SHARE` or responses of the wrong sign.
 */
export function balanceOil(loss: OilLoss, of: OilResponses): OilBalance {
  const { volume, lost, day } = loss
  if (!(volume > 0) || !(Math.abs(lost) <= LARGEST_SHARE * volume)) {
    throw new CorridorError(
      'scenario_invalid',
      `A loss of ${lost} in a market of ${volume} is beyond what responses to small changes can say.`,
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
  const release = lost >= of.releaseFrom * volume && lost > 0 ? Math.min(of.release, lost) : 0
  const parts = (price: number): OilBalance => ({
    price,
    spare: open * Math.min(1, Math.max(0, (price - 1) / of.sparePrice)),
    release,
    otherSupply: (volume - lost) * (price ** supply - 1),
    lessDemand: volume * (1 - price ** of.demand),
  })
  const given = (price: number): number => {
    const { spare, otherSupply, lessDemand } = parts(price)
    return spare + release + otherSupply + lessDemand
  }
  let [low, high] = [1e-6, 1e6]
  for (let step = 0; step < 200; step++) {
    const middle = Math.sqrt(low * high)
    if (given(middle) < lost) low = middle
    else high = middle
  }
  return parts(Math.sqrt(low * high))
}

/** Ranges of responses, each from the weakest answer to the strongest. */
export interface OilRanges {
  readonly demand: Range
  readonly supply: Range
  readonly spare: Range
  readonly spareDays: number
  readonly sparePrice: Range
  readonly release: Range
  readonly releaseFrom: Range
}
interface Range {
  readonly low: number
  readonly central: number
  readonly high: number
}

/**
 * The weakest, central and strongest answers to a loss, in that order. Of demand and other supply one is at its end and
 * the other in its middle, whichever weighs more: both at once would be a claim that no source makes.
 */
export function balanceInterval(loss: OilLoss, of: OilRanges): readonly [OilBalance, OilBalance, OilBalance] {
  const { demand, supply, spareDays } = of
  const at = (given: Pick<OilResponses, 'demand' | 'supply'>, end: 'low' | 'central' | 'high') => {
    const other = end === 'low' ? 'high' : end === 'high' ? 'low' : 'central'
    return balanceOil(loss, {
      ...given,
      spare: of.spare[end],
      spareDays,
      sparePrice: of.sparePrice[other],
      release: of.release[end],
      releaseFrom: of.releaseFrom[other],
    })
  }
  const farther = (one: OilBalance, two: OilBalance): OilBalance =>
    Math.abs(Math.log(one.price)) > Math.abs(Math.log(two.price)) ? one : two
  const nearer = (one: OilBalance, two: OilBalance): OilBalance => (farther(one, two) === one ? two : one)
  return [
    farther(
      at({ demand: demand.high, supply: supply.central }, 'low'),
      at({ demand: demand.central, supply: supply.low }, 'low'),
    ),
    at({ demand: demand.central, supply: supply.central }, 'central'),
    nearer(
      at({ demand: demand.low, supply: supply.central }, 'high'),
      at({ demand: demand.central, supply: supply.high }, 'high'),
    ),
  ]
}

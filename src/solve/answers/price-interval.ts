import { CorridorError } from '../../core/errors.ts'

/** Short-run price elasticities with their ranges; demand at most 0, supply at least 0. */
export interface Elasticities {
  readonly demand: { readonly low: number; readonly high: number }
  readonly supply: { readonly low: number; readonly high: number }
}

export interface PriceInterval {
  /** Percent change of the price, `low` at most `high`. */
  readonly low: number
  readonly high: number
  readonly unit: '%'
  /** What was assumed, for the reader: the share lost and the sums of responses used. */
  readonly sentence: string
}

/** With no response at all a price is not defined; below this sum of elasticities no interval is given. */
const LEAST_RESPONSE = 0.02

/**
 * The price change at which demand and supply respond to a lost (or, below zero, gained) volume. With constant
 * elasticities e_d ≤ 0 and e_s ≥ 0, a market of volume Q that loses V clears again where
 *
 *   Q (p/p₀)^e_d = (Q - V) (p/p₀)^e_s,   so   p/p₀ = (1 - V/Q)^(-1/(e_s - e_d)).
 *
 * The ends of the interval come from the weakest and strongest responses of the ranges given. Frictions, wedges and
 * tie-breaking of the programme have no part in it. Throws `scenario_invalid` where the market is not larger than
 * the loss, or where a range has the wrong sign.
 */
export function priceInterval(of: {
  readonly marketVolume: number
  readonly lostVolume: number
  readonly elasticities: Elasticities
}): PriceInterval {
  const { demand, supply } = of.elasticities
  const share = of.lostVolume / of.marketVolume
  if (!(of.marketVolume > 0) || !(share < 1)) {
    throw new CorridorError(
      'scenario_invalid',
      `A market of ${of.marketVolume} cannot lose ${of.lostVolume}; compare volumes of the same market and unit.`,
    )
  }
  if (demand.high > 0 || supply.low < 0 || demand.low > demand.high || supply.low > supply.high) {
    throw new CorridorError(
      'scenario_invalid',
      'Elasticities of demand must be at most 0 and those of supply at least 0, each low end first.',
    )
  }
  const weakest = Math.max(LEAST_RESPONSE, supply.low - demand.high)
  const strongest = Math.max(LEAST_RESPONSE, supply.high - demand.low)
  const change = (response: number) => 100 * ((1 - share) ** (-1 / response) - 1)
  const ends = [change(weakest), change(strongest)].sort((a, b) => a - b)
  const [low = 0, high = 0] = ends
  const size = `${(100 * Math.abs(share)).toPrecision(2)} % of the market ${share >= 0 ? 'lost' : 'gained'}`
  return {
    low,
    high,
    unit: '%',
    sentence: `${size}; demand and supply together respond by ${weakest.toPrecision(2)} to ${strongest.toPrecision(2)} percent for each percent of price.`,
  }
}

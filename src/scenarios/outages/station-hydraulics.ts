/**
 * Capacity of a pumped line after one intermediate station is lost, as a fraction of its capacity before.
 *
 * Pressure drop over a span is K · Q^(2-m): m = 0.25 for smooth pipes (Blasius), m = 0 for fully rough ones.
 * Every station adds the same head H, so a line of n equal spans carries Q with K · Q^(2-m) = H per span.
 */

/** Flow exponent of the friction law, 0 (rough) to 0.25 (Blasius); other values are refused. */
export type FrictionExponent = number

/**
 * No countermeasure: the span behind the lost station is twice as long at the same head, so
 * 2 · K · Q'^(2-m) = H and Q'/Q = (1/2)^(1/(2-m)): 0.673 at m = 0.25, 0.707 at m = 0.
 */
export function capacityWithoutCountermeasure(m: FrictionExponent): number {
  return 0.5 ** (1 / (2 - checkExponent(m)))
}

/**
 * The n - 1 stations left share the whole line's resistance: n · K · Q'^(2-m) = (n-1) · H, so
 * Q'/Q = ((n-1)/n)^(1/(2-m)): 0.88 for five stations and 0.94 for ten at m = 0.25.
 */
export function capacityWithHeadRedistributed(stations: number, m: FrictionExponent): number {
  if (!Number.isInteger(stations) || stations < 2) {
    throw new RangeError(`a line needs at least two stations to spread the head of one: ${stations}`)
  }
  return ((stations - 1) / stations) ** (1 / (2 - checkExponent(m)))
}

/**
 * Drag reducer in the double span lowers its friction by `dragReduction` (0 to below 1):
 * 2 · (1 - d) · K · Q'^(2-m) = H. Never more than the line carried before.
 */
export function capacityWithDragReducer(dragReduction: number, m: FrictionExponent): number {
  if (!(dragReduction >= 0 && dragReduction < 1))
    throw new RangeError(`drag reduction ${dragReduction} is not in [0, 1)`)
  return Math.min(1, (1 / (2 * (1 - dragReduction))) ** (1 / (2 - checkExponent(m))))
}

function checkExponent(m: number): number {
  if (!(m >= 0 && m <= 0.25)) throw new RangeError(`friction exponent ${m} is not between 0 and 0.25`)
  return m
}

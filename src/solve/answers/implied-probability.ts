export type ImpliedProbability =
  | { readonly kind: 'interval'; readonly low: number; readonly high: number; readonly sentence: string }
  | { readonly kind: 'not_identified'; readonly sentence: string }

/**
 * By how much a market move says that the probability of an event changed. A price that moves by m when the event's
 * full effect would move it by F, from a prior probability q already in the price, satisfies
 *
 *   m = (Δ) F / (1 + q F)   with moves as fractions,   so   Δ = m (1 + q F) / F.
 *
 * `observedMove` is net of a control (what the market did anyway); both moves in percent. Ends come from all corners
 * of the ranges. Not identified where the modelled range holds zero or a corner leaves [0, 1]: the headline may then
 * have meant nothing, the opposite, or more than the model knows of.
 */
export function impliedProbabilityChange(of: {
  readonly observedMove: number | readonly [low: number, high: number]
  readonly modelledFull: readonly [low: number, high: number]
  /** Probability already in the price, above 0 and below 1, or its range. */
  readonly prior: number | readonly [low: number, high: number]
}): ImpliedProbability {
  const observed = ends(of.observedMove)
  const prior = ends(of.prior)
  const [low, high] = of.modelledFull
  if (low <= 0 && high >= 0) {
    return unidentified('the modelled effect of the full event may be nothing or of either sign')
  }
  if (!(prior[0] > 0) || !(prior[1] < 1)) {
    return unidentified('the probability before must lie above 0 and below 1')
  }
  const corners = observed.flatMap((move) =>
    [low, high].flatMap((full) => prior.map((q) => ({ q, change: change(move / 100, full / 100, q) }))),
  )
  const changes = corners.map((corner) => corner.change)
  const [least, most] = [Math.min(...changes), Math.max(...changes)]
  if (least < 0)
    return unidentified('net of what the market did anyway the move may be nothing, or go the other way')
  if (most > 1 || corners.every(({ q, change: by }) => q + by > 1)) {
    return unidentified('the move is larger than the full event may explain')
  }
  return {
    kind: 'interval',
    low: least,
    high: most,
    sentence: `The move would mean a change of probability by ${points(least)} to ${points(most)} percentage points.`,
  }
}

function change(move: number, full: number, prior: number): number {
  return (move * (1 + prior * full)) / full
}

function ends(of: number | readonly [number, number]): readonly [number, number] {
  return typeof of === 'number' ? [of, of] : of
}

function points(of: number): string {
  return (100 * of).toFixed(0)
}

function unidentified(why: string): ImpliedProbability {
  return { kind: 'not_identified', sentence: `Not identified: ${why}.` }
}

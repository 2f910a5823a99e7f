export interface SeaLeg {
  readonly id: string
  readonly from: string
  readonly to: string
  /** Length in km. */
  readonly length: number
  /** What stands against using it beside length (tolls, depth, danger), in km; 0 or more. */
  readonly hindrance: number
}

export interface SeaRoute {
  readonly legs: readonly string[]
  /** Length plus hindrance, km. */
  readonly distance: number
  /** Share of the ships that take it; the shares of one pair sum to 1. */
  readonly share: number
}

/** Routes longer than the shortest by more than this many km carry less than a hundredth and are left out. */
const CUT_OFF_ODDS = 0.01

/**
 * All ways without a loop between two basins with the share of each by the multinomial logit
 * exp(−θ d) / Σ exp(−θ d) (Dial, Transportation Research 5, 1971). `theta` per km, above 0. Empty where no way leads.
 */
export function routeChoice(
  legs: readonly SeaLeg[],
  from: string,
  to: string,
  theta: number,
): readonly SeaRoute[] {
  if (from === to) return [{ legs: [], distance: 0, share: 1 }]
  const leaving = new Map<string, SeaLeg[]>()
  for (const leg of legs) leaving.set(leg.from, [...(leaving.get(leg.from) ?? []), leg])
  const found: { legs: string[]; distance: number }[] = []
  let best = Number.POSITIVE_INFINITY
  const slack = -Math.log(CUT_OFF_ODDS) / theta
  const walk = (at: string, seen: readonly string[], path: readonly string[], distance: number): void => {
    if (distance > best + slack) return
    if (at === to) {
      best = Math.min(best, distance)
      found.push({ legs: [...path], distance })
      return
    }
    for (const leg of leaving.get(at) ?? [])
      if (!seen.includes(leg.to))
        walk(leg.to, [...seen, leg.to], [...path, leg.id], distance + leg.length + leg.hindrance)
  }
  walk(from, [from], [], 0)
  const kept = found.filter(({ distance }) => distance <= best + slack)
  const odds = kept.map(({ distance }) => Math.exp(-theta * (distance - best)))
  const total = odds.reduce((a, b) => a + b, 0)
  return kept.map((route, i) => ({ ...route, share: (odds[i] ?? 0) / total }))
}

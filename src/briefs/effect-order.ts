import type { Effect } from './brief.ts'
import { formatTogether } from './number-format.ts'

const MOST_MAIN = 12

/** Effects that a reader needs first, in the order given: the first twelve that change at all; and the others. */
export function splitEffects(effects: readonly Effect[]): {
  readonly main: readonly Effect[]
  readonly rest: readonly Effect[]
} {
  const main = effects.filter(changes).slice(0, MOST_MAIN)
  return { main, rest: effects.filter((effect) => !main.includes(effect)) }
}

/** Whether any case prints otherwise than the base; without a base any value but zero counts. */
function changes({ base, low, central, high }: Effect): boolean {
  const [first, ...others] = formatTogether([base ?? 0, low, central, high])
  return others.some((text) => text !== first)
}

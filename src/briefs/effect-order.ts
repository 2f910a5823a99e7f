import type { Effect } from './brief.ts'

const MOST_MAIN = 12

/** Effects that a reader needs first, in the order given: the first twelve that change at all; and the others. */
export function splitEffects(effects: readonly Effect[]): {
  readonly main: readonly Effect[]
  readonly rest: readonly Effect[]
} {
  const main = effects.filter(changes).slice(0, MOST_MAIN)
  return { main, rest: effects.filter((effect) => !main.includes(effect)) }
}

/** Less than this share of the largest case counts as no change, as on the map. */
const NOTICEABLE = 0.005

/** Whether any case differs noticeably from the base; without a base any value but zero counts. */
function changes({ base, low, central, high }: Effect): boolean {
  const cases = [low, central, high]
  const scale = Math.max(...[base ?? 0, ...cases].map(Math.abs))
  return cases.some((value) => Math.abs(value - (base ?? 0)) > NOTICEABLE * scale)
}

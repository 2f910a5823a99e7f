import type { BriefStory, Effect } from './brief.ts'

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

/** A year is spoken of as a whole; of a shorter time the days that change most come first. */
function weight({ base, low, central, high, period }: Effect): number {
  const isYear = Number(/(\d+) days$/u.exec(period)?.[1] ?? 0) >= 300
  return (isYear ? 1e6 : 1) * Math.max(...[low, central, high].map((value) => Math.abs(value - (base ?? 0))))
}

const MOST_LEADING = 6

/** What is said in words before the table: of each thing that the main scenario changes, the row that changes most. */
export function leadEffects(effects: readonly Effect[]): readonly Effect[] {
  const own = effects.find(({ scenario }) => scenario !== undefined)?.scenario
  const main = effects.filter(
    (effect) => changes(effect) && (effect.scenario === undefined || effect.scenario === own),
  )
  const isOfOne = (a: Effect, b: Effect): boolean => a.zone === b.zone && a.measure === b.measure
  return main
    .filter((effect) => main.every((other) => !isOfOne(other, effect) || weight(other) <= weight(effect)))
    .filter((effect, index, all) => all.findIndex((other) => isOfOne(other, effect)) === index)
    .slice(0, MOST_LEADING)
}

export interface EffectGroup {
  /** Title of the scenario; null where the story has one scenario or the effects belong to none. */
  readonly title: string | null
  readonly effects: readonly Effect[]
}

/** Effects by scenario in the order of first mention, so that two rows of one name are told apart. */
export function effectGroups(
  effects: readonly Effect[],
  story: Pick<BriefStory, 'scenarios'>,
): readonly EffectGroup[] {
  if (story.scenarios.length < 2) return effects.length === 0 ? [] : [{ title: null, effects }]
  const groups = new Map<string | undefined, Effect[]>()
  for (const effect of effects) groups.set(effect.scenario, [...(groups.get(effect.scenario) ?? []), effect])
  return [...groups].map(([id, members]) => ({
    title: story.scenarios.find((scenario) => scenario.id === id)?.title ?? null,
    effects: members,
  }))
}

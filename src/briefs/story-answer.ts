import type { BriefStory } from './brief.ts'
import { formatRange, formatTogether, withUnit } from './number-format.ts'

/** The numbers of an answer as text; null where it has none. */
export function answerNumbers(story: BriefStory): { range: string | null; central: string | null } | null {
  const { low, central, high, unit } = story.answer
  if (central === null && (low === null || high === null)) return null
  const scale = [central, low, high].filter((value) => value !== null)
  const first = formatTogether(scale)[0] ?? ''
  return {
    range: low === null || high === null ? null : formatRange(low, high, unit),
    central: central === null ? null : withUnit(first, unit),
  }
}

/** Whether anything was changed in the network or found out for the story. */
export function isComputed(story: BriefStory): boolean {
  return [
    story.scenarios,
    story.effects,
    story.plausibility,
    story.map,
    story.charts,
    story.moved,
    story.reasons,
  ].some((part) => part.length > 0)
}

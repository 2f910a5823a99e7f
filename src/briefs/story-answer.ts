import type { BriefStory } from './brief.ts'
import { digitsFor, formatRange, formatTogether, withUnit } from './number-format.ts'

/** What a range is and is not, said once where the answers stand. */
export const rangeNote =
  'A range runs from the low to the high case of what the scenario assumes; the middle case lies between and is neither an average nor a forecast.'

/** The numbers of an answer as text; null where it has none. Where all are one number it is the range and stands once. */
export function answerNumbers(story: BriefStory): { range: string | null; central: string | null } | null {
  const { low, central, high, unit } = story.answer
  if (central === null && (low === null || high === null)) return null
  const scale = [central, low, high].filter((value) => value !== null)
  const first = formatTogether(scale, digitsFor(unit))[0] ?? ''
  return {
    range: low === null || high === null ? null : formatRange(low, high, unit),
    central: central === null || (low === central && high === central) ? null : withUnit(first, unit),
  }
}

/** Whether anything was changed in the network for the story; two figures held together compute nothing. */
export function isComputed(story: BriefStory): boolean {
  return [story.scenarios, story.effects, story.map, story.charts, story.moved, story.reasons].some(
    (part) => part.length > 0,
  )
}

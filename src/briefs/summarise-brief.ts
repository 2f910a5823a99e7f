import pc from 'picocolors'
import { counted } from '../core/listed.ts'
import type { Brief, BriefStory, Effect } from './brief.ts'
import { leadEffects } from './effect-order.ts'
import { groupNotComputed } from './not-computed.ts'
import { oneLine, wrapText } from './plain-text.ts'
import { answerNumbers, isComputed } from './story-answer.ts'
import { languageName } from './wording.ts'

const KEY_EFFECTS = 4
const NOT_COMPUTED = 4

/**
 * The brief for a terminal: for each story the answer, its range, status and main effects, then what was not computed
 * and how much was read. Lines are at most `width` columns (40 at least) except where a single word is longer.
 */
export function summariseBrief(brief: Brief, options: { colour: boolean; width: number }): string {
  const colours = pc.createColors(options.colour)
  const width = Math.max(40, options.width)
  const lines: string[] = []
  /** `text` holds outside text only through `oneLine`. */
  const say = (text: string, indent = '', paint = (line: string): string => line): void => {
    for (const line of wrapText(text, width, indent)) lines.push(paint(line))
  }
  brief.stories.forEach((story, index) => {
    say(`${index + 1}. ${oneLine(story.title)}`, '', colours.bold)
    say(oneLine(story.answer.sentence), '   ')
    if (isComputed(story)) {
      say(rangeLine(story), '   ', colours.cyan)
      say(`How sure: ${oneLine(story.answer.confidence)}`, '   ', colours.dim)
    }
    const [shown, more] = keyEffects(story)
    for (const effect of shown) say(`- ${effectLine(effect)}`, '   ')
    if (more > 0) say(`- and ${counted(more, 'effect', 'effects')} more in the brief`, '   ', colours.dim)
    const groups = groupNotComputed(story.not_computed)
    for (const { whats, because } of groups.slice(0, NOT_COMPUTED)) {
      const [first = '', ...others] = whats
      const more = others.length === 0 ? '' : ` and ${others.length} more`
      say(`- ${oneLine(first)}${more}: not computed, because ${oneLine(because)}`, '   ', colours.yellow)
    }
    const left = groups.slice(NOT_COMPUTED).reduce((sum, { whats }) => sum + whats.length, 0)
    if (left > 0) say(`- and ${left} more not computed`, '   ', colours.yellow)
    lines.push('')
  })
  if (brief.stories.length === 0)
    lines.push('The reports tell no story about supply that could be followed.', '')
  say(countsLine(brief))
  return `${lines.join('\n')}\n`
}

function rangeLine(story: BriefStory): string {
  const numbers = answerNumbers(story)
  if (numbers === null) return 'Range: no number was computed'
  const parts = [numbers.range ?? '', numbers.central === null ? '' : `middle case ${numbers.central}`]
  return `Range${story.answer.of === undefined ? '' : ` of the ${oneLine(story.answer.of)}`}: ${parts.filter((part) => part !== '').join(', ')} (${story.answer.status})`
}

/** The first things that the main scenario changes, in the order of the story: what it asks about comes first. */
function keyEffects(story: BriefStory): [Effect[], number] {
  const shown = leadEffects(story.effects).slice(0, KEY_EFFECTS)
  return [shown, story.effects.length - shown.length]
}

function effectLine(effect: Effect): string {
  return `${oneLine(effect.sentence)} (${effect.status})`
}

function countsLine(brief: Brief): string {
  const languages = [...new Set(brief.reports.map(({ lang }) => languageName(lang)))].join(', ')
  return [
    `${counted(brief.reports.length, 'report', 'reports')}${languages === '' ? '' : ` (${languages})`}`,
    counted(brief.claims.length, 'claim', 'claims'),
    counted(brief.events.length, 'event', 'events'),
    `${counted(brief.not_understood.length, 'passage', 'passages')} not understood`,
  ].join('; ')
}

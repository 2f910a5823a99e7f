import { type Certainty, said, type ToldOrNot } from './told.ts'

/** What begins: put off, scheduled or allowed, it has not begun. */
const BEGINNINGS: ReadonlySet<string> = new Set(['event:resume', 'event:start', 'event:meet', 'event:talk'])

/** "The restart has been *postponed* to June", "was *allowed* to restart": it has not happened, and is meant to. */
export function stillToCome(told: ToldOrNot): Certainty | null {
  if (!told.asked.eventCues.some(({ cue }) => BEGINNINGS.has(cue.group))) return null
  const cues = said(told, 'to_come')
  if (cues.length === 0 || told.polarity === 'negative') return null
  // "was *not* allowed to restart"
  const not = said(told, 'negation').filter((one) => cues.some((cue) => cue.firstToken - one.lastToken === 1))
  if (not.length > 0)
    return {
      modality: 'happened',
      polarity: 'negative',
      cues: [...cues, ...not],
      rule: 'a beginning that is not allowed',
    }
  return {
    modality: 'announced_or_planned',
    polarity: 'positive',
    cues,
    rule: 'a beginning that is put off, scheduled or allowed',
  }
}

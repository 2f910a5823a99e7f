import { eventOf, type FoundEvent } from './event-of.ts'
import { modalityGroups } from './lexicon/cue-groups.ts'
import { cuesIn, type Marks } from './marks.ts'
import { type Cut, cutsOf } from './pieces/cuts.ts'
import type { Span } from './text/sentences.ts'

/** A stretch between two cuts, before it is known which belong together. */
export interface Atom extends Span {
  readonly event: FoundEvent | null
  readonly isHard: boolean
  readonly isCondition: boolean
  /** Behind a comma and begun by "which", "die", "qui": told of the noun before it. */
  readonly isRelative: boolean
}

export function atomsOf(marks: Marks, content: Span): Atom[] {
  const cuts: Cut[] = [
    { at: content.start, isHard: false },
    ...cutsOf(marks, content),
    { at: content.end, isHard: false },
  ]
  const atoms: Atom[] = []
  let isHard = false
  cuts.slice(0, -1).forEach((cut, index) => {
    const span = { start: cut.at, end: cuts[index + 1]?.at ?? content.end }
    isHard ||= cut.isHard
    if (marks.tokens.countWithin(span.start, span.end) === 0) return
    atoms.push({
      start: span.start,
      end: span.end,
      event: eventOf(marks, span),
      isHard,
      isCondition: startsCondition(marks, span),
      isRelative: atoms.length > 0 && opensRelative(marks, span),
    })
    isHard = false
  })
  return atoms
}

/** Letters of the words before "if" that leave it open: "it is not yet clear *if*". */
const OPEN_REACH = 40

/** "… and it is not clear *if* it will resume" depends on nothing, and is told for itself. */
function leftOpenIn(marks: Marks, { start, end }: Span): readonly Span[] {
  return cuesIn(
    marks,
    { start: Math.max(0, start - OPEN_REACH), end: end + OPEN_REACH },
    modalityGroups.unclear,
  ).filter((one) => one.end > start && one.start < end)
}

/** "… *and it is not clear* if it will resume": words without an event that lead to a question. */
export const asksWhether = (marks: Marks, atom: Atom): boolean =>
  atom.event === null && leftOpenIn(marks, atom).some((one) => one.start >= atom.start && one.end > atom.end)

const CONDITION_WORDS = 3

function startsCondition(marks: Marks, span: Span): boolean {
  // "… so that prices fall": what is aimed at depends on what is done, as on a condition.
  const first = marks.tokens.firstWithin(span.start, span.end)
  if (first !== undefined && cuesIn(marks, span, 'purpose').some((one) => one.start === first.start))
    return true
  const open = leftOpenIn(marks, span)
  const cue = cuesIn(marks, span, 'modality:conditional').find(
    (one) => !open.some((left) => left.start <= one.start && left.end >= one.end),
  )
  if (cue === undefined) return false
  const tokens = marks.tokens.within(span.start, span.end)
  if (cue.cue.value === 'after') return cue.end >= (tokens.at(-1)?.start ?? span.end)
  const limit = tokens[Math.min(CONDITION_WORDS, tokens.length) - 1]
  return limit !== undefined && cue.start <= limit.start
}

function opensRelative(marks: Marks, atom: Span): boolean {
  const first = marks.tokens.firstWithin(atom.start, atom.end)
  return first !== undefined && cuesIn(marks, first, 'relative').some((cue) => cue.start === first.start)
}

/** Of the events of a group the one with the highest priority. */
export function strongest(group: readonly Atom[]): { event: string; priority: number } | null {
  let best: FoundEvent | null = null
  for (const atom of group)
    if (atom.event !== null && atom.event.priority > (best?.priority ?? -1)) best = atom.event
  return best
}

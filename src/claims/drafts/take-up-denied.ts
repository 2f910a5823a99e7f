import { cuesIn, type Marks } from '../marks.ts'
import type { Draft } from './draft.ts'

/** Longest denial, in words, that says nothing of its own: "Kyiv rejected these accusations". */
const BACKWARD_WORDS = 9
const BACKWARD_HAN = 22
const HAN = /\p{Script=Han}/u

/** A short denial without an event of its own denies what was told just before, and is about the same. */
export function takeUpDenied(marks: Marks, draft: Draft, last: Draft | undefined): Draft {
  const { clause } = draft
  const most = HAN.test(marks.text[clause.start] ?? '') ? BACKWARD_HAN : BACKWARD_WORDS
  const isShort = marks.tokens.countWithin(clause.start, clause.end) <= most
  const says = clause.event === null || clause.event.event === 'statement'
  if (!isShort || !says || last === undefined || last.clause.event === null) return draft
  if (last.sentence.isHeading || cuesIn(marks, clause, 'modality:denied').length === 0) return draft
  const assets = [...new Set([...draft.about.assets, ...last.about.assets])]
  const implied = assets.filter(
    (name) => draft.about.implied.includes(name) || !draft.about.assets.includes(name),
  )
  // The cues of the event stand in the sentence before; here they only say what is denied.
  return { ...draft, clause: { ...clause, event: last.clause.event }, about: { assets, implied } }
}

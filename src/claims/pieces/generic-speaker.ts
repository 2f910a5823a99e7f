import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

/** Endings of who is told, whose something is, or from whom it comes: "to officials", "of officials". */
const OBLIQUE = /(?:l[ae]r[ıi]?n?[ae]|n[ıiuü]n|l[ae]r[ıi]n|[dt][ae]n)$/u

/** "Russian officials", "two senior sources": a word for who speaks behind what only says which. */
export function isGenericOf(marks: Marks, begin: number, subject: Span): boolean {
  const isRole = cuesIn(marks, subject, 'role').some((cue) => cue.start === subject.start)
  if (!isRole || OBLIQUE.test(marks.text.slice(subject.start, subject.end))) return false
  const which = [
    ...marks.implied.within(begin, subject.start),
    ...cuesIn(marks, { start: begin, end: subject.start }, 'qualifier'),
  ]
  return marks.tokens
    .within(begin, subject.start)
    .every((word) => which.some((one) => one.start <= word.start && one.end >= word.end))
}

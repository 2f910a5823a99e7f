import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import { isStrongIn } from './is-strong-in.ts'
import { speakersIn } from './speakers-in.ts'

/** "the operator X, in the statement that it made on Wednesday,": however long the name of X and its title are. */
export function endsInStatement(marks: Marks, head: Span): boolean {
  const last = marks.tokens.within(head.start, head.end).at(-1)
  return last !== undefined && cuesIn(marks, last, 'anaphora:pronoun').length > 0
}

/** "From the company came this statement:": the whole sentence only says whose the words behind its colon are. */
export function introduces(marks: Marks, sentence: Span, verb: Span): boolean {
  const isColon = /:\s*$/u.test(marks.text.slice(verb.end, sentence.end + 1))
  if (!isColon || marks.tokens.countWithin(verb.end, sentence.end) > 0) return false
  return speakersIn(marks, sentence).length > 0 && !isStrongIn(marks, sentence)
}

const OUTLET_WORDS = 12

/** "X, *in the statement that it made to the agency Y*, …": a stretch behind the comma that only says to whom. */
export function withOutletTold(marks: Marks, cuts: readonly number[], comma: number, verb: Span): number {
  const end = cuts.find((cut) => cut > comma && /[,:]/u.test(marks.text.slice(cut - 2, cut + 2)))
  if (end === undefined || end >= verb.start) return comma
  const told = { start: comma, end }
  const isTold =
    marks.mentions.within(comma, end).some((one) => marks.outlets.has(one.entity.canonical)) &&
    marks.tokens.countWithin(comma, end) <= OUTLET_WORDS &&
    endsInStatement(marks, told) &&
    !isStrongIn(marks, told)
  return isTold ? end : comma
}

const STATEMENT_WORDS = 18

/**
 * End of "in the statement made by the ministry" or "X, in the statement that he made to the agency Y", with no comma
 * between it and what was stated; null where the stretch begins with no such words.
 */
export function throughStatement(marks: Marks, region: Span): number | null {
  const [cue] = cuesIn(marks, region, 'statement')
  if (cue === undefined) return null
  const head = { start: region.start, end: cue.end }
  const words = marks.tokens.countWithin(head.start, head.end)
  if (words > STATEMENT_WORDS || speakersIn(marks, head).length === 0 || isStrongIn(marks, head)) return null
  return cue.end + (/^,\s*/u.exec(marks.text.slice(cue.end, cue.end + 2))?.[0].length ?? 0)
}

const OUTLET_REACH = 40

/**
 * End of "a source in the ministry who asked not to be named", and of the outlet that it spoke to, where they open what is
 * told; null where no such source does.
 */
export function throughSource(marks: Marks, region: Span): number | null {
  const unnamed = cuesIn(marks, region, 'qualifier').find((cue) => cue.cue.value === 'unnamed')
  if (unnamed === undefined) return null
  const source = cuesIn(marks, { start: unnamed.end, end: region.end }, 'role')[0]
  const head = { start: region.start, end: source?.end ?? region.start }
  const words = marks.tokens.countWithin(head.start, head.end)
  if (words === 0 || words > STATEMENT_WORDS || isStrongIn(marks, head)) return null
  const outlet = marks.mentions
    .within(head.end, Math.min(region.end, head.end + OUTLET_REACH))
    .find((one) => marks.outlets.has(one.entity.canonical) && one.start - head.end <= 2)
  if (outlet === undefined) return head.end
  // "Reuters'a,", "Reuters агенттігіне"
  const called = cuesIn(marks, { start: outlet.end, end: outlet.end + OUTLET_REACH }, 'speech:outlet')[0]
  const end = called !== undefined && called.start - outlet.end <= 2 ? called.end : outlet.end
  return end + (/^(?:['’]\p{L}{1,4})?,?\s*/u.exec(marks.text.slice(end, end + 8))?.[0].length ?? 0)
}

/** End of "In the statement", which opens a sentence and names nobody: "In the statement it was also said that …". */
export function statedAgain(marks: Marks, head: Span): number | null {
  const first = marks.tokens.firstWithin(head.start, head.end)
  return first === undefined ? null : (cuesIn(marks, first, 'statement')[0]?.end ?? null)
}

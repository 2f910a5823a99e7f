import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import { speakersIn } from './speakers-in.ts'

/** Words up to the pact that opens a sentence: "The new gas agreement". */
const PACT_WORDS = 4

/** "The agreement between X and Y *foresees* deliveries": a pact that opens the sentence provides for something and says nothing. */
export function isProvided(marks: Marks, sentence: Span, verb: Span): boolean {
  if (cuesIn(marks, verb, 'event:provide').length === 0) return false
  const before = { start: sentence.start, end: verb.start }
  const [pact] = cuesIn(marks, before, 'event:pact')
  if (pact === undefined || marks.tokens.countWithin(before.start, pact.start) >= PACT_WORDS) return false
  const isParted = /[,;:،，]/u.test(marks.text.slice(pact.end, verb.start))
  return !isParted && speakersIn(marks, { start: before.start, end: pact.start }).length === 0
}

/** Words between a verb of going on and what goes on: "poursuit ses livraisons de gaz". */
const OBJECT_WORDS = 3
const GOES_ON_WITH = [
  'event:flow',
  'event:carry',
  'event:produce',
  'event:build',
  'topic:delivery',
  'topic:output',
]

/** "Gazprom *poursuit* ses livraisons": a verb of saying on that has what flows right behind it says nothing. */
export function isGoingOn(marks: Marks, atom: Span, verb: Span): boolean {
  if (cuesIn(marks, verb, 'topic:goes_on').length === 0) return false
  const limit = marks.tokens.within(verb.end, atom.end)[OBJECT_WORDS - 1]
  const object = { start: verb.end, end: limit?.end ?? atom.end }
  if (!/^\s\p{L}/u.test(marks.text.slice(verb.end, verb.end + 2))) return false
  return GOES_ON_WITH.some((group) => cuesIn(marks, object, group).length > 0)
}

import type { Atom } from './clause-atoms.ts'
import { STANDS_ALONE } from './lexicon/event-rules.ts'
import { cuesIn, type Marks } from './marks.ts'
import { speakersIn } from './pieces/speakers-in.ts'

const MOST_WORDS = 11
const MOST_HAN = 22
const HAN = /\p{Script=Han}/u

/** A comma, and the noun that a relative clause tells of: ", *an attack* that Moscow denied". */
const BEHIND_COMMA = /[,،，;；]\s*$/u
const BEHIND_NOUN = /[,;]\s*(?:\p{L}+['’\s]+){1,2}$/u
const NOUN_REACH = 32

/** "…, which the ministry denied": few words behind a comma, in which somebody denies what stands before. */
export function isDenialBehind(marks: Marks, atom: Atom): boolean {
  const words = marks.tokens.countWithin(atom.start, atom.end)
  const first = marks.text[atom.start] ?? ''
  if (words > (HAN.test(first) ? MOST_HAN : MOST_WORDS)) return false
  if ((atom.event?.priority ?? 0) >= STANDS_ALONE) return false
  return (
    isSetOff(marks, atom) &&
    cuesIn(marks, atom, 'modality:denied').length > 0 &&
    speakersIn(marks, atom).length > 0
  )
}

function isSetOff(marks: Marks, atom: Atom): boolean {
  const before = marks.text.slice(Math.max(0, atom.start - NOUN_REACH), atom.start)
  return BEHIND_COMMA.test(before) || (atom.isRelative && BEHIND_NOUN.test(before))
}

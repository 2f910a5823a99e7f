import { eventOf } from '../event-of.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { cuesIn, type EntityMention, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import { cutsOf } from './cuts.ts'
import { isGenericOf } from './generic-speaker.ts'
import { isStrongIn } from './is-strong-in.ts'
import { longQuotes } from './long-quotes.ts'
import type { Piece } from './piece.ts'
import { speakersIn } from './speakers-in.ts'
import {
  endsInStatement,
  introduces,
  statedAgain,
  throughSource,
  throughStatement,
  withOutletTold,
} from './statement-heads.ts'

const SUBJECT_ATOM_WORDS = 9

/**
 * Where the verb ends the sentence, its speaker opens it: up to the first comma, or the name alone. A phrase
 * with a word for "according to" is a frame wherever it stands.
 */
export function lastVerbFrames(marks: Marks, sentence: Span, lexicon: Lexicon): Piece[] {
  const back = cuesIn(marks, sentence, 'speech:backward')[0]
  // "The minister said this": the whole sentence only says who told what stands before it.
  const closes = back !== undefined && marks.tokens.within(back.end, sentence.end).length === 0
  if (
    back !== undefined &&
    (closes || back.start - sentence.start < 3) &&
    speakersIn(marks, sentence).length > 0
  )
    return [
      { kind: 'frame', start: sentence.start, end: sentence.end, cue: back, opens: false, within: null },
    ]
  const quoting = quoteHead(marks, sentence)
  if (quoting !== null) return [quoting]
  const cuts = [sentence.start, ...cutsOf(marks, sentence).map((cut) => cut.at), sentence.end]
  const frames: Piece[] = cuesIn(marks, sentence, 'speech:after').flatMap((cue) => {
    const start = cuts.findLast((cut) => cut <= cue.start) ?? sentence.start
    return [
      { kind: 'frame' as const, start, end: cue.end, cue, opens: start === sentence.start, within: null },
    ]
  })
  for (const cue of cuesIn(marks, sentence, 'speech:relatives')) {
    // "the statement in which it is said that …": whoever made it.
    const end = endsInStatement(marks, cue) ? cue.end : speakerRightBehind(marks, cue, sentence)
    if (end !== null) frames.push({ kind: 'frame', start: cue.start, end, cue, opens: false, within: null })
  }
  const isTold = frames.some((frame) => frame.cue?.cue.group === 'speech:relatives')
  const verb = [
    ...cuesIn(marks, sentence, 'speech:verbs'),
    ...cuesIn(marks, sentence, 'speech:passive'),
  ].sort((a, b) => b.start - a.start)[0]
  if (verb === undefined) return frames
  if (introduces(marks, sentence, verb))
    return [{ kind: 'frame', start: sentence.start, end: sentence.end, cue: verb, opens: true, within: null }]
  // "According to the agency X, Y said that": who says it stands behind the outlet.
  const begin = frames.find((frame) => frame.opens)?.end ?? sentence.start
  // "X and Y said": a joining word parts no subject from its verb.
  const from = behindOpening(marks, { start: begin, end: sentence.end })
  const comma =
    cuts.find((cut) => cut > from + 1 && /[\p{P}]\s*$/u.test(marks.text.slice(cut - 2, cut))) ?? sentence.end
  const head = { start: from, end: comma }
  const subject = speakersIn(marks, head)[0]
  const words = marks.tokens.countWithin(head.start, head.end)
  // "In the statement, …": whoever made it.
  const isAgain = words <= PRONOUN_WORDS && cuesIn(marks, head, 'anaphora:pronoun').length > 0
  const parted =
    comma < verb.start &&
    !isTold &&
    (endsInPerson(marks, head)
      ? words <= LONG_SUBJECT_WORDS
      : (isAgain || endsInSubject(marks, head)) &&
        words <= (endsInStatement(marks, head) ? LONG_SUBJECT_WORDS : SUBJECT_ATOM_WORDS) &&
        !isStrongIn(marks, head))
  const named = titledPerson(marks, head) ?? bareSubject(marks, from, isTold ? undefined : subject, lexicon)
  const bare = parted ? withOutletTold(marks, cuts, comma, verb) : named
  const stated = openingOf(marks, { start: begin, end: verb.start })
  const isPassive = cuesIn(marks, verb, 'speech:passive').some((cue) => cue.start === verb.start)
  const again = bare === null && stated === null && isPassive && !isTold ? statedAgain(marks, head) : null
  const opening = again ?? (stated !== null && stated > (bare ?? begin) && !isTold ? stated : bare)
  const beside = opening === null ? besideVerb(marks, verb, from, lexicon) : null
  const behind = subjectBehind(marks, { start: verb.end, end: sentence.end })
  const names = parted || opening === stated || again !== null
  if (opening !== null && behind === null && !(isPassive && !names)) {
    const end = toWhom(marks, opening, lexicon)
    frames.push({ kind: 'frame', start: begin, end, cue: verb, opens: true, within: null })
    frames.push(...saidBefore(marks, { start: end, end: verb.start }))
  } else {
    if (behind !== null) frames.push(...toldWithin(marks, { start: begin, end: verb.start }, lexicon))
    frames.push({
      kind: 'frame',
      start: behind === null && beside !== null ? beside : verb.start,
      end: behind ?? verb.end,
      cue: verb,
      opens: false,
      within: null,
    })
  }
  return frames
}

/** "X, “… . …” said": who stands before a quotation of several sentences, whose verb of saying follows the last. */
function quoteHead(marks: Marks, sentence: Span): Piece | null {
  const quote = longQuotes(marks, sentence).find(
    (one) => one.start > sentence.start && one.start < sentence.end && one.end > sentence.end,
  )
  if (quote === undefined) return null
  const head = { start: sentence.start, end: quote.start }
  const isSubject = endsInPerson(marks, head) || endsInSubject(marks, head) || endsInStatement(marks, head)
  const words = marks.tokens.countWithin(head.start, head.end)
  if (!isSubject || words > LONG_SUBJECT_WORDS || isStrongIn(marks, head)) return null
  return { kind: 'frame', ...head, cue: null, opens: true, within: null }
}

function openingOf(marks: Marks, region: Span): number | null {
  return throughStatement(marks, region) ?? throughSource(marks, region)
}

/** "X said that …, the agency Y reports": what stands before the verb of the agency ends in one of its own. */
function toldWithin(marks: Marks, head: Span, lexicon: Lexicon): Piece[] {
  const verb = cuesIn(marks, head, 'speech:verbs').at(-1)
  if (verb === undefined || /[\p{L}\p{N}]/u.test(marks.text.slice(verb.end, head.end))) return []
  const told = lastVerbFrames(marks, { start: head.start, end: verb.end }, lexicon)
  // "the Russian side confirmed": a country alone is the actor of what is told as well.
  return told.some((one) => marks.mentions.within(one.start, one.end).some(isSomebody)) ? told : []
}

const isSomebody = ({ entity }: EntityMention): boolean =>
  ['person', 'company', 'organisation'].includes(entity.type)

/** "X …eceğini söyledi, “…” dedi": a verb of saying and its comma close what was said up to there; X says the rest too. */
function saidBefore(marks: Marks, told: Span): Piece[] {
  let from = told.start
  return cuesIn(marks, told, 'speech:verbs').flatMap((cue): Piece[] => {
    // "… belirterek, “…”", "… belirterek “…”"
    const comma = /^(?:[»”"]?\s*[,;]\s*|\s(?=["“«]))/u.exec(marks.text.slice(cue.end, cue.end + 4))
    if (comma === null) return []
    const end = cue.end + comma[0].length
    const both = [
      { start: from, end: cue.start },
      { start: end, end: told.end },
    ]
    if (cue.start < from || both.some((one) => !isStrongIn(marks, one))) return []
    from = end
    return [{ kind: 'frame', start: cue.start, end, cue, opens: false, within: null }]
  })
}

const PRONOUN_WORDS = 2
const LONG_SUBJECT_WORDS = 18

/** "…, who spoke to X, the head of the commission of Y Name Surname, …": a person right before the comma. */
function endsInPerson(marks: Marks, head: Span): boolean {
  const last = marks.mentions.within(head.start, head.end).at(-1)
  if (last?.entity.type !== 'person') return false
  return /^[»”"]?[,:]\s*$/u.test(marks.text.slice(last.end, head.end))
}

const TITLE_BEHIND = 9

/** End of who stands right behind a form of saying: "belirten Bayraktar,", "söyleyen Enerji Bakanı X ise". */
function speakerRightBehind(marks: Marks, cue: Span, sentence: Span): number | null {
  const next = marks.tokens.within(cue.end, sentence.end).slice(0, TITLE_BEHIND)
  const reach = next.at(-1)?.end ?? cue.end
  const comma = marks.text.slice(cue.end, reach).search(/[,;:]/u)
  const region = { start: cue.end, end: comma < 0 ? reach : cue.end + comma }
  const named = marks.mentions.within(region.start, region.end)
  const speaker =
    named.find((one) => one.entity.type === 'person') ??
    named.find((one) => one.entity.type === 'company' || one.entity.type === 'organisation')
  if (speaker !== undefined)
    return /^['’]/u.test(marks.text.slice(speaker.end, speaker.end + 1)) ? null : speaker.end
  // "… belirten bakanlık, …": who was named before.
  const again = ['role', 'anaphora:ministry', 'anaphora:company'].flatMap((group) =>
    cuesIn(marks, region, group),
  )
  return again.length === 0 || comma < 0 ? null : region.end
}

const BEHIND_SUBJECT = 3

/** "X, in a statement,": a name near the end of the head, or the statement it made; not "to a question on X". */
function endsInSubject(marks: Marks, head: Span): boolean {
  const last = speakersIn(marks, head).at(-1)
  if (last === undefined) return false
  const behind = marks.tokens.within(last.end, head.end)
  const isName = /^\p{Lu}/u.test(behind.at(-1)?.printed ?? '')
  return isName || behind.length <= BEHIND_SUBJECT || cuesIn(marks, head, 'anaphora:pronoun').length > 0
}

/** The mark that closes the quotation of a name belongs to the name. */
function endOfQuoted(marks: Marks, name: Span): number {
  return /^[»”"]/u.test(marks.text.slice(name.end, name.end + 1)) ? name.end + 1 : name.end
}

/** End of a name that opens a sentence as its subject: with an ending behind an apostrophe it is none. */
function bareSubject(
  marks: Marks,
  begin: number,
  subject: Span | undefined,
  lexicon: Lexicon,
): number | null {
  if (subject === undefined || owns(marks, subject, lexicon)) return null
  if (subject.start - begin >= 3 && !isGenericOf(marks, begin, subject)) return null
  if (/['’]/u.test(marks.text[subject.end] ?? '')) return null
  const end = endOfQuoted(marks, subject)
  // "Ресей президенті": the office of the country that opens the sentence.
  const office = cuesIn(marks, { start: end, end: end + OFFICE_REACH }, 'role').find(
    (cue) => cue.start - end <= 1,
  )
  return office === undefined || owns(marks, office, lexicon) ? end : office.end
}

/** "Kazakhstan's exports": a name in the genitive is no subject. */
function owns(marks: Marks, name: Span, { genitives }: Lexicon): boolean {
  const last = marks.tokens.within(name.start, name.end).at(-1)?.printed.toLowerCase()
  return last !== undefined && genitives.some((ending) => last.endsWith(ending))
}

/** "X, *Reuters'a* … söyledi": the end of the outlet that something is told to, right behind who tells it; else `from`. */
function toWhom(marks: Marks, from: number, { toldTo }: Lexicon): number {
  const outlet = marks.mentions.firstWithin(from, from + 1) ?? marks.mentions.firstWithin(from, from + 2)
  if (outlet === undefined || !marks.outlets.has(outlet.entity.canonical)) return from
  const behind = marks.text.slice(outlet.end, outlet.end + TOLD_TO_REACH).toLowerCase()
  const ending = toldTo.find((one) => behind.startsWith(one) && !/^\p{L}/u.test(behind.slice(one.length)))
  return ending === undefined ? from : outlet.end + ending.length
}

const TOLD_TO_REACH = 24
const BEFORE_WORDS = 8
const FEWEST_TOLD = 3

/** "that the flow had stopped minister X said": where the title of who speaks right before the verb begins; null: nobody. */
function besideVerb(marks: Marks, verb: Span, begin: number, lexicon: Lexicon): number | null {
  const first = marks.tokens.within(begin, verb.start).slice(-BEFORE_WORDS)[0]
  if (first === undefined) return null
  const near = speakersIn(marks, { start: first.start, end: verb.start })
  const last = near.at(-1)
  if (last === undefined || verb.start - last.end > 1 || owns(marks, last, lexicon)) return null
  const person = marks.mentions.within(last.start, verb.start).find((one) => one.entity.type === 'person')
  const role = cuesIn(marks, { start: first.start, end: verb.start }, 'role').at(-1)
  if (role === undefined) return person === undefined || person.start === begin ? null : last.start
  const isTitle =
    person === undefined
      ? role.end === last.end
      : marks.tokens.countWithin(role.end, last.start) <= BESIDE_WORDS
  const start = Math.min(role.start, last.start)
  return isTitle && marks.tokens.countWithin(begin, start) >= FEWEST_TOLD ? start : null
}

const OFFICE_REACH = 30
const OPENING_STEPS = 3
/** The ending of a day ("Mart'ta") and the comma behind it. */
const ENDING = /^(?:['’]?\p{L}{1,4})?\s?,?\s*/u

/** "Besides, X said", "In March X said": what only joins the sentence to the one before, or dates it, stands aside. */
function behindOpening(marks: Marks, sentence: Span): number {
  let at = sentence.start
  for (let step = 0; step < OPENING_STEPS; step++) {
    const first = marks.tokens.firstWithin(at, sentence.end)
    if (first === undefined) return at
    const join = cuesIn(marks, { start: first.start, end: sentence.end }, 'join').find(
      (cue) => cue.start === first.start,
    )
    const end = join?.end ?? marks.dates.firstWithin(first.start, first.start + 1)?.end
    if (end === undefined) return at
    at = end + (ENDING.exec(marks.text.slice(end, end + 8))?.[0].length ?? 0)
  }
  return at
}

const TITLE_WORDS = 10
const BESIDE_WORDS = 1

/** End of a person who opens a sentence behind a title: "Energy minister X … said", "On a visit to X, minister Y …". */
function titledPerson(marks: Marks, head: Span): number | null {
  const person = marks.mentions.within(head.start, head.end).find((one) => one.entity.type === 'person')
  if (person === undefined) return null
  const title = { start: head.start, end: person.start }
  const role = cuesIn(marks, title, 'role').at(-1)
  if (role === undefined || marks.tokens.countWithin(title.start, title.end) > TITLE_WORDS) return null
  const isBeside = marks.tokens.countWithin(role.end, title.end) <= BESIDE_WORDS
  return isBeside && (!isStrongIn(marks, title) || isOccasion(marks, title)) ? person.end : null
}

/** "At a session of the government minister X said": the words before a title name only when it was said. */
function isOccasion(marks: Marks, title: Span): boolean {
  const event = eventOf(marks, title)?.event
  return event === 'visit_or_meeting' || event === 'negotiation'
}

/** End of the subject where a verb-last language puts it behind the verb of saying: "…, said the company". */
function subjectBehind(marks: Marks, rest: Span): number | null {
  const words = marks.tokens.countWithin(rest.start, rest.end)
  if (words === 0 || words > SUBJECT_ATOM_WORDS || isStrongIn(marks, rest)) return null
  const isSubject = speakersIn(marks, rest).length > 0 || cuesIn(marks, rest, 'anaphora:pronoun').length > 0
  return isSubject ? rest.end : null
}

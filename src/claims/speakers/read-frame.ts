import { cuesIn, type EntityMention, type Marks } from '../marks.ts'
import { speakersIn } from '../pieces/speakers-in.ts'
import type { Span } from '../text/sentences.ts'
import type { Discourse } from './discourse.ts'
import { isBareOutlet, isOutlet, isSeatOf } from './is-outlet.ts'
import type { FrameReading, Speaker } from './speaker.ts'
import { speakerOf } from './speaker-of.ts'

const CITED_REACH = 80
const SPEAKING = new Set(['person', 'company', 'organisation', 'country', 'place'])

/** Whom a frame names, and which outlets it credits. A speaker of null: the frame names none. */
export function readFrame(marks: Marks, frame: Span, discourse: Discourse): FrameReading {
  if (cuesIn(marks, frame, 'speech:own_voice').length > 0)
    return { speaker: null, via: [], isNamedHere: true }
  const quoted = cuesIn(marks, frame, 'speech:quoted_by')[0]
  const relay = cuesIn(marks, frame, 'speech:relay').find(
    (cue) => quoted === undefined || cue.end < quoted.start || cue.start >= quoted.end,
  )
  if (quoted !== undefined && quoted.start > frame.start && relay === undefined) {
    const found = quotedBy(marks, frame, quoted, discourse)
    if (found !== null) return found
  }
  const mentions = marks.mentions
    .within(frame.start, frame.end)
    .filter((one) => SPEAKING.has(one.entity.type))
  const asked = askedBehind(marks, frame)
  const own = discourse.ownOutlet
  const isOwn = own !== null && marks.text.slice(frame.start, frame.end).includes(own)
  const credited = mentions.filter((one) => isOutlet(marks, one, frame)).map((one) => one.entity.canonical)
  // "said the paper, citing the ministry": the paper before the word of citing is the one credited before.
  const teller = relay === undefined ? frame : { start: frame.start, end: relay.start }
  const again =
    credited.length === 0 && !isOwn ? toldAgain(marks, teller, discourse, relay !== undefined) : []
  const via = [...new Set([...(isOwn ? [...credited, own] : [...credited, ...again]), ...asked])]
  // "according to the agency": the one credited before
  if (relay === undefined && mentions.length === 0 && discourse.outlet !== null && isBareOutlet(marks, frame))
    return { speaker: null, via: [discourse.outlet], isNamedHere: true }
  const cites =
    relay === undefined && via.length > 0 ? (citedBehind(marks, frame) ?? citedAhead(marks, frame)) : null
  if (cites !== null) {
    const chain = [...new Set([...via, ...outletsIn(marks, cites)])]
    return { speaker: citedIn(marks, cites, chain, discourse), via: chain, isNamedHere: true }
  }
  // "quoting sources" holds who is quoted.
  const cited = relay === undefined ? undefined : cuesIn(marks, relay, 'role')[0]
  const region = relay === undefined ? frame : citedBeside(marks, frame, relay, cited)
  const isInOutlet = (one: Span): boolean =>
    mentions.some(
      (other) =>
        via.includes(other.entity.canonical) &&
        other.start <= one.start &&
        other.end >= one.end &&
        other !== one,
    )
  const isWhere = (one: EntityMention): boolean => ['country', 'place'].includes(one.entity.type)
  const hasVerb = cuesIn(marks, frame, 'speech:verbs').length > 0
  const speakers = mentions.filter(
    (one) =>
      one.start >= region.start &&
      !via.includes(one.entity.canonical) &&
      // "the Moscow Times" is not Moscow
      !isInOutlet(one) &&
      // "in a report of the X channel of Y": where nobody says it, the outlet alone tells it
      !(credited.length > 0 && relay === undefined && isWhere(one) && !hasVerb) &&
      !isSeatOf(marks, one, mentions, via),
  )
  const told = speakers.length === 0 ? antecedentOf(marks, frame) : null
  if (told !== null) return { speaker: { label: told, isNamed: true }, via, isNamedHere: true }
  const speaker = speakerOf(marks, region, speakers, discourse, via.length > 0)
  const isNamedHere = speakersIn(marks, region).length > 0 || via.length > 0
  return { speaker, via, isNamedHere }
}

const NAMED_REACH = 80
const SAYERS = new Set(['person', 'company', 'organisation'])

/** A comma, or the letters of the name in brackets, or nothing: "dell'OPEC (OPEC) che ha annunciato". */
const BEFORE_WHO = /^["”»’)]?(?: ?\([^()]{1,12}\))?(?:,\s*|\s)$/u

/** "He met X, *who said that* …": the name right before the comma of a relative clause is who says it. */
function antecedentOf(marks: Marks, frame: Span): string | null {
  const first = marks.tokens.firstWithin(frame.start, frame.end)
  if (first === undefined || cuesIn(marks, frame, 'relative')[0]?.start !== first.start) return null
  const named = marks.mentions.within(Math.max(0, first.start - NAMED_REACH), first.start).at(-1)
  if (named === undefined || !SAYERS.has(named.entity.type) || marks.outlets.has(named.entity.canonical))
    return null
  return BEFORE_WHO.test(marks.text.slice(named.end, first.start)) ? named.entity.canonical : null
}

const ASKED_REACH = 40

/** "…, said X, in reply to questions of the agency Y": the outlet behind the comma that closes the frame. */
function askedBehind(marks: Marks, frame: Span): string[] {
  const reach = { start: frame.end, end: frame.end + ASKED_REACH }
  const cue = cuesIn(marks, reach, 'speech:quoted_by')[0]
  if (cue === undefined || !/^[,\s]*$/u.test(marks.text.slice(frame.end, cue.start))) return []
  const outlet = marks.mentions
    // "das *Reuters* vorliegt" holds the name
    .within(cue.start, cue.end + ASKED_REACH)
    .find((one) => marks.outlets.has(one.entity.canonical))
  return outlet === undefined ? [] : [outlet.entity.canonical]
}

/** Where those stand whom somebody cites: behind the word, or before it where the verb ends the clause (Kazakh, Turkish). */
function citedBeside(marks: Marks, frame: Span, relay: Span, role: Span | undefined): Span {
  const behind = { start: role?.start ?? relay.end, end: frame.end }
  const before = { start: frame.start, end: relay.start }
  // "the ministry was quoted as saying by the agency X": who passes it on is not cited.
  const isOutletIn = (one: Span): boolean =>
    marks.mentions.within(one.start, one.end).some(({ entity }) => marks.outlets.has(entity.canonical))
  const isNamed = speakersIn(marks, behind).some((one) => !isOutletIn(one))
  return !isNamed && speakersIn(marks, before).length > 0 ? before : behind
}

/** "X told the newspaper", "a source of the agency": the outlet credited before, where the word for it stands alone. */
function toldAgain(marks: Marks, frame: Span, discourse: Discourse, isCiting: boolean): string[] {
  if (discourse.outlet === null) return []
  const says = isCiting || cuesIn(marks, frame, 'role').length > 0 || speakersIn(marks, frame).length > 0
  return says && cuesIn(marks, frame, 'speech:outlet_again').length > 0 ? [discourse.outlet] : []
}

/** "an economist quoted by X": who stands before it speaks, the name behind it is the outlet. */
function quotedBy(marks: Marks, frame: Span, cue: Span, discourse: Discourse): FrameReading | null {
  const outlet = marks.mentions
    .within(cue.end, Math.min(frame.end, cue.end + CITED_REACH))
    .find((one) => one.entity.type === 'organisation' || marks.outlets.has(one.entity.canonical))
  if (outlet === undefined) return null
  const before = { start: frame.start, end: cue.start }
  // "said, quoted by X, the minister Y"
  const region = speakersIn(marks, before).length > 0 ? before : { start: outlet.end, end: frame.end }
  const mentions = marks.mentions
    .within(region.start, region.end)
    .filter((one) => SPEAKING.has(one.entity.type) && !marks.outlets.has(one.entity.canonical))
  const speaker = speakerOf(marks, region, mentions, discourse, false)
  return { speaker, via: [outlet.entity.canonical], isNamedHere: speakersIn(marks, region).length > 0 }
}

/** What an outlet cites in the words right behind its frame: ", que cita a fuentes del sector". Null: nothing. */
function citedBehind(marks: Marks, frame: Span): Span | null {
  const reach = { start: frame.end, end: frame.end + CITED_REACH }
  const relay = cuesIn(marks, reach, 'speech:relay')[0]
  if (relay === undefined || !/^[\s,،，;]*\p{L}{0,4}\s?$/u.test(marks.text.slice(frame.end, relay.start)))
    return null
  const rest = marks.text.slice(relay.end, relay.end + CITED_REACH)
  const stop = rest.search(/[,،，;.。!?:：\n]/u)
  return { start: relay.end, end: relay.end + (stop < 0 ? rest.length : stop) }
}

/** "Citing a senior official, X reported": what stands right before the frame of the outlet. */
function citedAhead(marks: Marks, frame: Span): Span | null {
  const reach = { start: Math.max(0, frame.start - CITED_REACH), end: frame.start }
  const relay = cuesIn(marks, reach, 'speech:relay').at(-1)
  if (relay === undefined) return null
  const between = marks.text.slice(relay.end, frame.start)
  return /^[^.。!?\n]*[,،，]\s*$/u.test(between) ? { start: relay.end, end: frame.start } : null
}

/** "…, X reported, citing the newspaper Y": a second outlet hands it on, and says nothing of its own. */
function outletsIn(marks: Marks, region: Span): string[] {
  return marks.mentions
    .within(region.start, region.end)
    .filter((one) => isOutlet(marks, one, region))
    .map((one) => one.entity.canonical)
}

function citedIn(marks: Marks, region: Span, via: readonly string[], discourse: Discourse): Speaker | null {
  const mentions = marks.mentions
    .within(region.start, region.end)
    .filter((one) => SPEAKING.has(one.entity.type) && !via.includes(one.entity.canonical))
  return speakerOf(marks, region, mentions, discourse, true)
}

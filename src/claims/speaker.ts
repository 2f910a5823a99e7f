import { cuesIn, type EntityMention, type Marks } from './marks.ts'
import { speakersIn } from './pieces/speakers-in.ts'
import type { Span } from './text/sentences.ts'

export interface Speaker {
  /** Canonical name, or an English label of what the text calls the speaker. */
  readonly label: string
  readonly isNamed: boolean
}

export interface Attribution {
  readonly speaker: Speaker | null
  readonly via: readonly string[]
}

export interface FrameReading extends Attribution {
  /** False where a pronoun or a verb alone speaks for the one before. */
  readonly isNamedHere: boolean
}

/** What the text before has named: whom "the company", "he" or a verb without a subject takes up. */
export interface Discourse {
  speaker: Speaker | null
  company: string | null
  /** A company that has spoken is "the company", whichever others are named after it. */
  companySpoke: boolean
  ministry: string | null
  /** The person named last, for "he said" after a sentence about them. */
  person: string | null
  /** By title, the person who was named with it: "the minister" is that minister again. */
  readonly titled: Map<string, string>
  /** Countries named beside the person who spoke last: "the Hungarian minister" is the one of Hungary. */
  owners: ReadonlySet<string>
  /** Whether the last speaker is a person. */
  personSpoke: boolean
  /** The pipeline named last: "the operator" that has no name is its operator. */
  line: string | null
  outlet: string | null
  /** The outlet of the dateline, as written there: "told the Harbour Ledger". */
  ownOutlet: string | null
}

const PRONOUN_WORDS = 4
const BESIDE = 16
const CITED_REACH = 80
const TITLE_REACH = 40
const SEAT_REACH = 25
const SPEAKING = new Set(['person', 'company', 'organisation', 'country', 'place'])
/** State bodies, which speak to agencies and are none. */
const OFFICE =
  /ministry|government|commission|customs|parliament|police|bank|regulator|headquarters|administration/iu
const MINISTRY = /ministry|government|headquarters|commission|agency|administration|customs|office/iu

/** Whom a frame names, and which outlets it credits. A speaker of null: the frame names none. */
export function readFrame(marks: Marks, frame: Span, discourse: Discourse): FrameReading {
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
  const own = discourse.ownOutlet
  const isOwn = own !== null && marks.text.slice(frame.start, frame.end).includes(own)
  const credited = mentions.filter((one) => isOutlet(marks, one, frame)).map((one) => one.entity.canonical)
  const via = [...new Set(isOwn ? [...credited, own] : credited)]
  // "according to the agency": the one credited before
  if (relay === undefined && mentions.length === 0 && discourse.outlet !== null && isBareOutlet(marks, frame))
    return { speaker: null, via: [discourse.outlet], isNamedHere: true }
  const cites =
    relay === undefined && via.length > 0 ? (citedBehind(marks, frame) ?? citedAhead(marks, frame)) : null
  if (cites !== null) return { speaker: citedIn(marks, cites, via, discourse), via, isNamedHere: true }
  // "quoting sources" holds who is quoted.
  const cited = relay === undefined ? undefined : cuesIn(marks, relay, 'role')[0]
  const region = relay === undefined ? frame : { start: cited?.start ?? relay.end, end: frame.end }
  const isInOutlet = (one: Span): boolean =>
    mentions.some(
      (other) =>
        via.includes(other.entity.canonical) &&
        other.start <= one.start &&
        other.end >= one.end &&
        other !== one,
    )
  const speakers = mentions.filter(
    (one) =>
      one.start >= region.start &&
      !via.includes(one.entity.canonical) &&
      // "the Moscow Times" is not Moscow
      !isInOutlet(one) &&
      !isSeatOf(marks, one, mentions, via),
  )
  const speaker = speakerOf(marks, region, speakers, discourse, via.length > 0)
  const isNamedHere = speakersIn(marks, region).length > 0 || via.length > 0
  return { speaker, via, isNamedHere }
}

/** "an economist quoted by X": who stands before it speaks, the name behind it is the outlet. */
function quotedBy(marks: Marks, frame: Span, cue: Span, discourse: Discourse): FrameReading | null {
  const outlet = marks.mentions
    .within(cue.end, Math.min(frame.end, cue.end + CITED_REACH))
    .find((one) => one.entity.type === 'organisation' || marks.outlets.has(one.entity.canonical))
  if (outlet === undefined) return null
  const region = { start: frame.start, end: cue.start }
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

function citedIn(marks: Marks, region: Span, via: readonly string[], discourse: Discourse): Speaker | null {
  const mentions = marks.mentions
    .within(region.start, region.end)
    .filter((one) => SPEAKING.has(one.entity.type) && !via.includes(one.entity.canonical))
  return speakerOf(marks, region, mentions, discourse, true)
}

/** "the Belgrade daily X", "Russia's Interfax": where the outlet sits is no speaker; "Moscow told Interfax" is. */
function isSeatOf(
  marks: Marks,
  mention: EntityMention,
  mentions: readonly EntityMention[],
  via: readonly string[],
): boolean {
  if (!['place', 'country'].includes(mention.entity.type)) return false
  return mentions.some(
    (one) =>
      via.includes(one.entity.canonical) &&
      one.start >= mention.end &&
      one.start - mention.end <= SEAT_REACH &&
      !/[,،，]/u.test(marks.text.slice(mention.end, one.start)) &&
      !cuesIn(marks, { start: mention.end, end: one.start }, 'speech:').some((cue) =>
        /^(?:told|.*:verbs)$/u.test(cue.cue.group === 'speech:outlet' ? cue.cue.pattern : cue.cue.group),
      ),
  )
}

function isBareOutlet(marks: Marks, frame: Span): boolean {
  return cuesIn(marks, frame, 'speech:outlet').length > 0 && cuesIn(marks, frame, 'role').length === 0
}

function isOutlet(marks: Marks, mention: EntityMention, frame: Span): boolean {
  if (marks.outlets.has(mention.entity.canonical)) return true
  if (mention.entity.type !== 'organisation' || OFFICE.test(mention.entity.canonical)) return false
  // "agency X" or "X newspaper": the word beside the name, with no other name between; "told" only before it
  const near = {
    start: Math.max(frame.start, mention.start - BESIDE),
    end: Math.min(frame.end, mention.end + BESIDE),
  }
  return cuesIn(marks, near, 'speech:outlet').some(
    (cue) =>
      (cue.start < mention.start || cue.cue.pattern !== 'told') &&
      !marks.mentions
        .within(frame.start, frame.end)
        .some((other) => other !== mention && isBetween(other, cue, mention)),
  )
}

function isBetween(one: Span, a: Span, b: Span): boolean {
  return one.start >= Math.min(a.start, b.start) && one.end <= Math.max(a.end, b.end)
}

function speakerOf(
  marks: Marks,
  region: Span,
  mentions: readonly EntityMention[],
  discourse: Discourse,
  creditsOutlet: boolean,
): Speaker | null {
  const verb = cuesIn(marks, region, 'speech:verbs')[0]
  const isPassive = cuesIn(marks, region, 'speech:passive').length > 0
  const roles = cuesIn(marks, region, 'role')
  const role = roles[0]
  const ordered = nearestFirst(mentions, verb, marks, region)
  // "Moscow told the assembly": the name beside the verb is its subject, be it a place.
  const beside = verb === undefined ? undefined : ordered.slice(0, 1).find((one) => isBeside(one, verb))
  const person = ordered.find((one) => one.entity.type === 'person')
  if (person !== undefined) {
    if (role?.cue.value != null) discourse.titled.set(role.cue.value, person.entity.canonical)
    return { label: person.entity.canonical, isNamed: true }
  }
  const again = role === undefined || ordered.length > 0 ? null : titledAgain(marks, region, role, discourse)
  if (again !== null) return { label: again, isNamed: true }
  const titled = role === undefined || role.end < region.end - 1 ? null : personBehind(marks, role)
  if (titled !== null) {
    if (role?.cue.value != null) discourse.titled.set(role.cue.value, titled)
    return { label: titled, isNamed: true }
  }
  const body = ordered.find((one) => one.entity.type === 'company' || one.entity.type === 'organisation')
  if (role !== undefined)
    return {
      label: roleLabel(
        marks,
        region,
        role,
        body?.entity.canonical ?? countryOf(ordered) ?? companyOf(marks, region, discourse),
      ),
      isNamed: false,
    }
  if (beside !== undefined) return { label: beside.entity.canonical, isNamed: true }
  if (body !== undefined) return { label: body.entity.canonical, isNamed: true }
  const company = cuesIn(marks, region, 'anaphora:company')[0]
  if (company !== undefined && discourse.company !== null) return { label: discourse.company, isNamed: true }
  const ministry = cuesIn(marks, region, 'anaphora:ministry')[0]
  if (ministry !== undefined && discourse.ministry !== null)
    return { label: discourse.ministry, isNamed: true }
  if (ministry !== undefined) return unnamed(countryHere(marks, region, ordered), 'ministry')
  if (company !== undefined && ordered.length === 0)
    return discourse.line === null ? unnamed(null, 'company') : unnamed(discourse.line, 'operator')
  const place = ordered[0]
  if (place !== undefined) return { label: place.entity.canonical, isNamed: true }
  // "he said", "in his words", or a verb alone
  const words = marks.tokens.within(region.start, region.end).length
  const isPronoun = cuesIn(marks, region, 'anaphora:pronoun').length > 0
  if (isPronoun && !creditsOutlet && !discourse.personSpoke && discourse.person !== null)
    return { label: discourse.person, isNamed: true }
  const isAgency = cuesIn(marks, region, 'speech:outlet').some((cue) => cue.cue.pattern !== 'told')
  return !creditsOutlet && !isAgency && !isPassive && (verb !== undefined || words <= PRONOUN_WORDS)
    ? discourse.speaker
    : null
}

/** Persons who are named with a title, for "the minister" further on; the first with a title keeps it. */
export function rememberTitles(
  marks: Marks,
  mentions: readonly EntityMention[],
  titled: Map<string, string>,
): void {
  for (const { entity, start } of mentions) {
    if (entity.type !== 'person') continue
    const role = cuesIn(marks, { start: start - TITLE_REACH, end: start }, 'role').at(-1)
    const title = role?.cue.value
    if (role === undefined || title == null || titled.has(title)) continue
    if (!/[,،.:;"«“\n]/u.test(marks.text.slice(role.end, start))) titled.set(title, entity.canonical)
  }
}

/** Right before the verb, or right behind one that opens its clause. */
function isBeside(mention: Span, verb: Span): boolean {
  return Math.max(verb.start - mention.end, mention.start - verb.end) <= 1
}

const TITLES = new Set(['minister', 'spokesman', 'executive', 'diplomat', 'governor'])

/** "the minister said" after "the energy minister X": X, where nothing says that it is another. */
function titledAgain(
  marks: Marks,
  region: Span,
  role: Span & { readonly cue: { readonly value: string | null } },
  discourse: Discourse,
): string | null {
  const title = role.cue.value ?? ''
  if (!TITLES.has(title) || cuesIn(marks, region, 'qualifier').length > 0) return null
  const owners = marks.implied.within(region.start, region.end)
  const isOwn = owners.every((one) => discourse.owners.has(one.canonical))
  if (!isOwn) return null
  const known = discourse.titled.get(title) ?? null
  if (known !== null || title !== 'minister' || personBehind(marks, role) !== null) return known
  // "the head of the Foreign Ministry X", then "the Hungarian minister"
  return discourse.personSpoke && discourse.speaker?.isNamed === true ? discourse.speaker.label : null
}

/** "the minister of energy X" where the frame ends with the role: the name right behind it. */
function personBehind(marks: Marks, role: Span): string | null {
  const person = marks.mentions
    .within(role.end, role.end + TITLE_REACH)
    .find((one) => one.entity.type === 'person')
  const isNear = person !== undefined && !/[,،.:;"«“]/u.test(marks.text.slice(role.end, person.start))
  return isNear && cuesIn(marks, { start: role.end, end: person.start }, 'speech:').length === 0
    ? person.entity.canonical
    : null
}

/** The first name before the verb of saying where there is one, else the first after it. */
function nearestFirst(
  mentions: readonly EntityMention[],
  verb: Span | undefined,
  marks: Marks,
  region: Span,
): EntityMention[] {
  if (verb === undefined) return [...mentions]
  const before = mentions.filter((one) => one.end <= verb.start)
  const after = mentions.filter((one) => one.start >= verb.end)
  const opens = marks.tokens.within(region.start, verb.start).length === 0
  // "… between X and Y, said the operator Z": a place before the verb is of what was said.
  const isWhere = (one: EntityMention): boolean => ['place', 'country'].includes(one.entity.type)
  const isTold =
    before.every(isWhere) &&
    after.some((one) => !isWhere(one)) &&
    marks.tokens.within(region.start, before[0]?.start ?? region.start).length > 0
  return opens || isTold ? [...after, ...before] : [...before, ...after]
}

function roleLabel(
  marks: Marks,
  region: Span,
  role: { readonly start: number; readonly cue: { readonly value: string | null } },
  named: string | null,
): string {
  const qualifiers = cuesIn(marks, region, 'qualifier').map((one) => one.cue.value ?? '')
  const countries = marks.implied.within(region.start, region.end).map((one) => one.canonical)
  const owner = named ?? [...new Set(countries)].join(' and ')
  const isCounted = qualifiers.some((word) => COUNTS.has(word))
  const what = role.cue.value ?? 'speaker'
  // "two unnamed Turkey energy officials": how many and how, then whose, then of what.
  const kinds = [...new Set(qualifiers)]
  const leading = kinds
    .filter((word) => !FIELDS.has(word))
    .sort((a, b) => Number(COUNTS.has(b)) - Number(COUNTS.has(a)))
  const fields = kinds.filter((word) => FIELDS.has(word))
  return [...leading, owner, ...fields, isCounted ? plural(what) : what]
    .filter((word) => word !== '')
    .join(' ')
}

const COUNTS = new Set(['two', 'three'])
const FIELDS = new Set(['energy', 'port', 'customs', 'industry', 'diplomatic', 'government', 'market'])

const plural = (what: string): string =>
  /(?:s|data|men)$/u.test(what) ? what : `${what}s`.replace(/mans$/u, 'men')

function unnamed(owner: string | null, what: string): Speaker {
  return { label: owner === null ? what : `${owner} ${what}`, isNamed: false }
}

/** The country beside a body that is not named: of its adjective, else of a name. */
function countryHere(marks: Marks, region: Span, mentions: readonly EntityMention[]): string | null {
  return marks.implied.within(region.start, region.end)[0]?.canonical ?? countryOf(mentions)
}

function countryOf(mentions: readonly EntityMention[]): string | null {
  return mentions.find((one) => one.entity.type === 'country')?.entity.canonical ?? null
}

function companyOf(marks: Marks, region: Span, discourse: Discourse): string | null {
  return cuesIn(marks, region, 'anaphora:company').length > 0 ? discourse.company : null
}

/** Takes up the names of a stretch for later pronouns; the speaker is set apart, by whoever attributes. */
export function remember(
  discourse: Discourse,
  mentions: readonly EntityMention[],
  outlets: ReadonlySet<string>,
): void {
  for (const { entity } of mentions) {
    if (outlets.has(entity.canonical)) continue
    if (entity.type === 'company' && !discourse.companySpoke) discourse.company = entity.canonical
    else if (entity.type === 'person') discourse.person = entity.canonical
    else if (entity.type === 'pipeline') discourse.line = entity.canonical
    else if (entity.type === 'organisation' && MINISTRY.test(entity.canonical))
      discourse.ministry = entity.canonical
  }
}

/** Keeps who spoke, for those who speak on without being named. */
export function spoke(
  discourse: Discourse,
  attribution: Attribution,
  mentions: readonly EntityMention[],
  countries: readonly string[] = [],
): void {
  const { speaker } = attribution
  if (speaker === null) return
  discourse.speaker = speaker
  discourse.personSpoke = !speaker.isNamed || speaker.label === discourse.person
  if (speaker.label === discourse.person && countries.length > 0) discourse.owners = new Set(countries)
  if (!mentions.some((one) => one.entity.type === 'company' && one.entity.canonical === speaker.label)) return
  discourse.company = speaker.label
  discourse.companySpoke = true
}

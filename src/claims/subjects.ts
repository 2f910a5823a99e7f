import type { EntityType, EventType } from './claim.ts'
import { cuesIn, type EntityMention, type Marks, type Outlets } from './marks.ts'
import type { Speaker } from './speakers/speaker.ts'
import type { Span } from './text/sentences.ts'

const KINDS: Readonly<Record<'line' | 'station' | 'vessel', ReadonlySet<EntityType>>> = {
  line: new Set(['pipeline', 'strait']),
  station: new Set(['station', 'terminal', 'port', 'plant', 'refinery', 'field']),
  vessel: new Set(['vessel']),
}
/** Groups of the words that take them up. */
const TAKES_UP = { line: 'anaphora:line', station: 'anaphora:station', vessel: 'anaphora:vessel' } as const
const NEXT = 3
/** What a benchmark prices, by its name in Latin letters. */
const BENCHMARKS: Readonly<Record<string, string>> = {
  brent: 'crude oil',
  wti: 'crude oil',
  urals: 'crude oil',
  ttf: 'natural gas',
  nbp: 'natural gas',
  jkm: 'LNG',
}

/** What two parties do with each other: about them, not about the plant they speak of. */
const PARTNERS = new Set<EventType>(['agreement', 'negotiation', 'visit_or_meeting'])
const PLANT = new Set<EntityType>([...KINDS.line, ...KINDS.station, ...KINDS.vessel])

/** What a text is about, and what it spoke of last: whom pronouns and bare nouns take up. */
export interface Subjects {
  /** Mentions of the whole text, from which the most frequent of a kind is its topic. */
  readonly all: readonly EntityMention[]
  commodity: string | null
  /** What the last sentence that named anything began with. */
  opening: string | null
  /** Whether that is a company or a country. */
  isActor: boolean
  /** The plant that it named. */
  plants: ReadonlySet<string>
  parties: readonly string[]
  /** The last two companies named in one clause. */
  partners: readonly string[]
  readonly companies: ReadonlySet<string>
}

export function subjectsOf(mentions: readonly EntityMention[], outlets: Outlets): Subjects {
  const all = mentions.filter((one) => !outlets.has(one.entity.canonical))
  const countries = [...counts(all, new Set(['country']))].sort((a, b) => b[1] - a[1]).map(([name]) => name)
  const companies = new Set(counts(all, new Set(['company'])).keys())
  return {
    all,
    commodity: null,
    opening: null,
    isActor: false,
    plants: new Set(),
    parties: countries.slice(0, 2),
    partners: [],
    companies,
  }
}

export interface About {
  readonly assets: readonly string[]
  readonly implied: readonly string[]
}

interface Asked {
  readonly sentence: Span
  readonly event: EventType | null
  readonly speaker: Speaker | null
  readonly subjects: Subjects
  /** The company and the ministry that "the company" and "the ministry" take up. */
  readonly company: string | null
  readonly ministry: string | null
}

/** What a clause is about: the names in it, the countries its adjectives name, and what its pronouns take up. */
export function aboutOf(marks: Marks, clause: Span, asked: Asked): About {
  const { sentence, event, subjects } = asked
  const mentions = marks.mentions
    .within(clause.start, clause.end)
    .filter((one) => !marks.outlets.has(one.entity.canonical))
  const named = unique(
    mentions
      .filter((one) => !isInBody(one, mentions) || !tellsMore(one, mentions))
      .map((one) => one.entity.canonical),
  )
  const adjectives = unique(
    marks.implied
      .within(clause.start, clause.end)
      .filter((one) => !isOfName(marks, one, mentions))
      .map((one) => one.canonical),
  )
  const taken: string[] = []
  const take = (name: string | null): void => {
    if (name !== null) taken.push(name)
  }
  const hasPlant = mentions.some((one) => PLANT.has(one.entity.type))
  // "the system of X" takes up nothing: X is named.
  const has = (group: string): boolean =>
    cuesIn(marks, clause, group).some(
      (cue) => !mentions.some((one) => one.start >= cue.start && one.start <= cue.end + NEXT),
    )
  let found: readonly EntityMention[] | undefined
  const before = (): readonly EntityMention[] => {
    found ??= subjects.all.filter((one) => one.start >= sentence.start && one.end <= clause.start)
    return found
  }
  const topic = (kinds: ReadonlySet<EntityType>): string | null =>
    before().findLast((one) => kinds.has(one.entity.type))?.entity.canonical ??
    // What stands only further on in the text is not yet spoken of.
    topicOf(subjects.all, kinds, (one) => one.end <= clause.end) ??
    topicOf(subjects.all, kinds, (one) => one.start <= clause.end + SOON)
  if (!hasPlant && event !== 'price_move') {
    const kind = (['line', 'station', 'vessel'] as const).find(
      (one) => has(TAKES_UP[one]) && topic(KINDS[one]) !== null,
    )
    // "Greece imported … from storage": who is named has terminals and storage of its own.
    const hasOwner = mentions.some((one) => OWNERS.has(one.entity.type) && !isInBody(one, mentions))
    if (kind !== undefined && (kind === 'line' || !hasOwner)) {
      const told = subjects.all.filter((one) => one.end <= clause.end)
      take(sameNoun(marks, clause, kind, told) ?? topic(KINDS[kind]))
    }
  }
  const isNamed = (type: EntityType): boolean => mentions.some((one) => one.entity.type === type)
  if (has('anaphora:company') && !isNamed('company')) take(asked.company)
  if (has('anaphora:ministry') && !isNamed('organisation')) take(asked.ministry)
  if (has('anaphora:both') && !mentions.some((one) => OWNERS.has(one.entity.type)))
    taken.push(...subjects.parties)
  const isBare = mentions.every((one) => one.entity.type === 'commodity' || one.entity.type === 'place')
  const isPriced = event === 'price_move' && !isNamed('commodity')
  // "Ölpreise", "U.S. WTI": what is priced, within a word or by its benchmark
  const priced = isPriced ? (benchmarkOf(marks, clause) ?? pricedIn(marks, clause)) : null
  take(priced)
  if (isBare && taken.length === 0) {
    if (event === 'price_move') take(named.length === 0 ? subjects.commodity : null)
    else if (PARTNERS.has(event ?? 'other') && subjects.partners.length > 0 && named.length < 2)
      taken.push(...subjects.partners)
    else if (adjectives.length === 0 || event === 'outage_or_attack') {
      takenUp(before(), subjects, topic).forEach(take)
      const saysWhat = mentions.some((one) => one.entity.type === 'commodity')
      const hasLine = taken.some((name) => subjects.plants.has(name))
      if (!saysWhat && !hasLine && event !== null && FLOWS.has(event)) take(subjects.commodity)
    }
  }
  if (isBare && asked.speaker?.isNamed && subjects.companies.has(asked.speaker.label))
    taken.push(asked.speaker.label)
  if (named.length === 0 && adjectives.length === 0 && taken.length === 0) taken.push(...subjects.parties)
  const extra = unique([...adjectives, ...taken]).filter((name) => !named.includes(name))
  return { assets: [...named, ...extra], implied: extra }
}

const LANDS: ReadonlySet<EntityType> = new Set(['country', 'place'])

/** "the Energy Ministry of Cyprus", "Regierung der Region Kurdistan": the land within a body's name is not acted on. */
function isInBody(land: EntityMention, mentions: readonly EntityMention[]): boolean {
  return (
    LANDS.has(land.entity.type) &&
    mentions.some(
      (one) =>
        one.entity.type === 'organisation' &&
        one.start <= land.start &&
        one.end >= land.end &&
        one.end - one.start > land.end - land.start,
    )
  )
}

/** Whether a clause names more than the body and its land: what the body speaks of. */
function tellsMore(land: EntityMention, mentions: readonly EntityMention[]): boolean {
  return mentions.some(
    (one) =>
      one.entity.type !== 'organisation' &&
      one.entity.type !== 'person' &&
      one.entity.canonical !== land.entity.canonical,
  )
}

/** What a hyphen joins to an adjective of another country. */
const BODIES: ReadonlySet<EntityType> = new Set(['country', 'organisation'])
/** Words between an adjective and the name that it stands by: "the Chinese firm CNPC". */
const BESIDE_WORDS = 1

/**
 * "the Chinese firm CNPC", "Russian crude through the Druzhba": an adjective by a name tells of what is named, and
 * where plant is named, one by what flows tells only whence it came.
 */
function isOfName(marks: Marks, adjective: Span, mentions: readonly EntityMention[]): boolean {
  const hasPlant = mentions.some((one) => PLANT.has(one.entity.type))
  return mentions.some((one) => {
    // "the Israeli minister X" speaks for Israel.
    if (one.entity.type === 'person' || (one.entity.type === 'commodity' && !hasPlant)) return false
    if (one.start <= adjective.start && one.end >= adjective.end) return true
    const between =
      one.start >= adjective.end
        ? { start: adjective.end, end: one.start }
        : { start: one.end, end: adjective.start }
    const gap = marks.text.slice(Math.min(between.start, between.end), between.end)
    if (between.end < between.start || /[,;:.،]/u.test(gap)) return false
    // "US-Russian talks" are of both.
    if (BODIES.has(one.entity.type) && /^[-‐‑–]$/u.test(gap)) return false
    return marks.tokens.within(between.start, between.end).length <= BESIDE_WORDS
  })
}

const NOUN_LETTERS = 5

/** "the refinery" after "the Harbour refinery" and "the North terminal": the one that was called so last. */
function sameNoun(
  marks: Marks,
  clause: Span,
  kind: 'line' | 'station' | 'vessel',
  told: readonly EntityMention[],
): string | null {
  const cue = cuesIn(marks, clause, TAKES_UP[kind])[0]
  if (cue === undefined) return null
  const nouns = marks.tokens
    .within(cue.start, cue.end)
    .map((token) => (token.forms[0] ?? '').slice(0, NOUN_LETTERS))
    .filter((noun) => noun.length === NOUN_LETTERS)
  const isCalledSo = (one: EntityMention): boolean => {
    const called = marks.tokens.within(one.start, one.end)
    return called.some((token) => token.forms.some((form) => nouns.some((noun) => form.includes(noun))))
  }
  if (nouns.length === 0) return null
  const before = told.filter((one) => one.end <= cue.start && KINDS[kind].has(one.entity.type))
  return before.findLast(isCalledSo)?.entity.canonical ?? null
}

/** What flows is the commodity spoken of last. */
const FLOWS = new Set<EventType>(['transit', 'supply_start', 'supply_change', 'supply_halt'])
/** How far ahead a text may name what it already speaks of. */
const SOON = 400
const SUBJECTS = new Set<EntityType>(['company', 'organisation', 'country', ...PLANT])
/** Who acts on in a sentence; a ministry speaks of what others do. */
const ACTORS = new Set<EntityType>(['company', 'country', ...PLANT])
const OWNERS = new Set<EntityType>(['company', 'country'])

/**
 * "X, which pumped less, agreed to …": who began the sentence acts on, with the plant named last in it. Where the
 * sentence names nothing before, the plant that the text is about and who began the sentence before.
 */
function takenUp(
  before: readonly EntityMention[],
  subjects: Subjects,
  topic: (kinds: ReadonlySet<EntityType>) => string | null,
): (string | null)[] {
  const subject = before.find((one) => ACTORS.has(one.entity.type) && !isInBody(one, before))
  const plant = topic(PLANT)
  // What the sentence before did not name may not be meant any more.
  const isFresh = plant === null || subjects.opening === null || subjects.plants.has(plant)
  if (subject === undefined)
    return [
      plant ?? subjects.opening ?? topic(new Set(['company', 'organisation'])),
      isFresh || !subjects.isActor ? null : subjects.opening,
    ]
  const own = before.findLast((one) => PLANT.has(one.entity.type))
  return [
    subject.entity.canonical,
    own?.entity.canonical ?? (isFresh || subject.entity.type !== 'country' ? plant : null),
  ]
}

function benchmarkOf(marks: Marks, clause: Span): string | null {
  for (const token of marks.tokens.within(clause.start, clause.end)) {
    const commodity = BENCHMARKS[token.forms[0] ?? '']
    if (commodity !== undefined) return commodity
  }
  return null
}

/** What words for a price name within them, by what they are about. */
const PRICED: Readonly<Record<string, string>> = {
  'topic:crude': 'crude oil',
  'topic:gas': 'natural gas',
  'topic:power': 'electricity',
  'topic:petrol': 'oil products',
  'topic:diesel': 'oil products',
  'topic:fuel_oil': 'oil products',
}

function pricedIn(marks: Marks, clause: Span): string | null {
  const [first] = cuesIn(marks, clause, 'topic:').flatMap((cue) => PRICED[cue.cue.group] ?? [])
  return first ?? null
}

/** Takes up the names of a stretch for what follows. */
export function follow(subjects: Subjects, mentions: readonly EntityMention[]): void {
  const commodity = mentions.findLast((one) => one.entity.type === 'commodity')
  if (commodity !== undefined) subjects.commodity = commodity.entity.canonical
  const parties = unique(
    mentions.filter((one) => one.entity.type === 'country').map((one) => one.entity.canonical),
  )
  if (parties.length >= 2) subjects.parties = parties.slice(0, 2)
  const partners = unique(
    mentions.filter((one) => one.entity.type === 'company').map((one) => one.entity.canonical),
  )
  if (partners.length >= 2) subjects.partners = partners.slice(0, 2)
}

/** Keeps what a sentence began with for those after it. */
export function opened(subjects: Subjects, sentence: Span): void {
  const named = subjects.all.filter(
    (one) => one.start >= sentence.start && one.end <= sentence.end && SUBJECTS.has(one.entity.type),
  )
  const [first] = named
  if (first === undefined) return
  subjects.opening = first.entity.canonical
  subjects.isActor = OWNERS.has(first.entity.type)
  subjects.plants = new Set(
    named.filter((one) => PLANT.has(one.entity.type)).map((one) => one.entity.canonical),
  )
}

/** The most frequent of some kinds; of equals the one named first. */
function topicOf(
  mentions: readonly EntityMention[],
  kinds: ReadonlySet<EntityType>,
  isIn: (mention: EntityMention) => boolean,
): string | null {
  let best: [string, number] | null = null
  for (const entry of counts(mentions, kinds, isIn)) if (best === null || entry[1] > best[1]) best = entry
  return best?.[0] ?? null
}

function counts(
  mentions: readonly EntityMention[],
  kinds: ReadonlySet<EntityType>,
  isIn: (mention: EntityMention) => boolean = () => true,
): Map<string, number> {
  const count = new Map<string, number>()
  for (const mention of mentions) {
    const { canonical, type } = mention.entity
    if (kinds.has(type) && isIn(mention)) count.set(canonical, (count.get(canonical) ?? 0) + 1)
  }
  return count
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}

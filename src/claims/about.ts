import type { EntityType, EventType } from './claim.ts'
import { isInBody, isOfName, tellsMore } from './lands-in-names.ts'
import { cuesIn, type EntityMention, type Marks } from './marks.ts'
import { commodityOfUnit, pricedCommodity } from './priced-commodity.ts'
import type { Speaker } from './speakers/speaker.ts'
import { KINDS, OWNERS, PLANT, type Subjects, topicOf, unique } from './subjects.ts'
import { takenUp } from './taken-up.ts'
import type { Span } from './text/sentences.ts'

/** Groups of the words that take them up. */
const TAKES_UP = { line: 'anaphora:line', station: 'anaphora:station', vessel: 'anaphora:vessel' } as const
const NEXT = 3

/** What two parties do with each other: about them, not about the plant they speak of. */
const PARTNERS = new Set<EventType>(['agreement', 'negotiation', 'visit_or_meeting'])
/** What flows is the commodity spoken of last. */
const FLOWS = new Set<EventType>(['transit', 'supply_start', 'supply_change', 'supply_halt'])
/** How far ahead a text may name what it already speaks of. */
const SOON = 400
export interface About {
  readonly assets: readonly string[]
  readonly implied: readonly string[]
}

interface Asked {
  readonly sentence: Span
  readonly event: EventType | null
  readonly speaker: Speaker | null
  readonly subjects: Subjects
  /** Who is cited in the midst of the clause, which is not about them. */
  readonly cited: Span | null
  /** The company and the ministry that "the company" and "the ministry" take up. */
  readonly company: string | null
  readonly ministry: string | null
}

/** What a clause is about: the names in it, the countries its adjectives name, and what its pronouns take up. */
export function aboutOf(marks: Marks, clause: Span, asked: Asked): About {
  const { sentence, event, subjects, cited } = asked
  const isCited = (one: Span): boolean => cited !== null && one.start >= cited.start && one.end <= cited.end
  const mentions = marks.mentions
    .within(clause.start, clause.end)
    .filter((one) => !marks.outlets.has(one.entity.canonical) && !isCited(one))
  const named = unique(
    mentions
      .filter((one) => !isInBody(one, mentions) || !tellsMore(one, mentions))
      .map((one) => one.entity.canonical),
  )
  const adjectives = unique(
    marks.implied
      .within(clause.start, clause.end)
      .filter((one) => !isOfName(marks, one, mentions) && !isCited(one))
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
      (cue) =>
        !isCited(cue) && !mentions.some((one) => one.start >= cue.start && one.start <= cue.end + NEXT),
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
  if (event === 'price_move' && !isNamed('commodity')) take(pricedCommodity(marks, clause))
  if (isBare && taken.length === 0) {
    if (event === 'price_move') take(named.length === 0 ? subjects.commodity : null)
    else if (PARTNERS.has(event ?? 'other') && subjects.partners.length > 0 && named.length < 2)
      taken.push(...subjects.partners)
    else if (adjectives.length === 0 || event === 'outage_or_attack') {
      takenUp(before(), { subjects, topic, marks }).forEach(take)
      // Who watches over a market or brings help owns nothing of what is told: the country and what flows there are meant.
      const { opening } = subjects
      if (opening !== null && !subjects.isActor && !subjects.plants.has(opening) && taken.includes(opening)) {
        take(subjects.land)
        take(subjects.commodity)
      }
      const saysWhat = mentions.some((one) => one.entity.type === 'commodity')
      const hasLine = taken.some((name) => subjects.plants.has(name))
      const flows = (event !== null && FLOWS.has(event)) || tellsOfFlow(marks, clause)
      if (!saysWhat && !hasLine && flows) take(subjects.commodity)
    }
  }
  if (event === 'price_move' && !isNamed('commodity') && taken.length === 0)
    take(commodityOfUnit(marks, clause))
  if (isBare && asked.speaker?.isNamed && subjects.companies.has(asked.speaker.label))
    taken.push(asked.speaker.label)
  const isEmpty = (): boolean => named.length === 0 && adjectives.length === 0 && taken.length === 0
  if (isEmpty()) taken.push(...subjects.parties)
  if (isEmpty()) take(subjects.commodity)
  if (!isNamed('commodity') && event !== 'price_move') take(carrierTold(marks, clause))
  const extra = unique([...adjectives, ...taken]).filter((name) => !named.includes(name))
  return { assets: [...named, ...extra], implied: extra }
}

const AMOUNT = /^(?:t|bbl|m3|bcm|cf)(?:\/(?:d|yr|month))?$/u
const FLOW_WORDS = ['delivery', 'storage', 'reserve'].map((topic) => `topic:${topic}`)

/** "8.6 bcm have been pumped in", "the contracts for deliveries end": an amount or a word of what is handed on. */
function tellsOfFlow(marks: Marks, clause: Span): boolean {
  return (
    marks.quantities.within(clause.start, clause.end).some((one) => AMOUNT.test(one.unit)) ||
    FLOW_WORDS.some((group) => cuesIn(marks, clause, group).length > 0)
  )
}

const CARRIERS = [
  ['topic:blackout', 'electricity'],
  ['topic:power', 'electricity'],
  ['topic:gas', 'natural gas'],
  ['topic:crude', 'crude oil'],
  ['topic:lng', 'LNG'],
  ['topic:products', 'oil products'],
] as const

/** "A power cut hit two million homes", "l'approvisionnement électrique": the carrier that a word of the clause tells. */
export function carrierTold(marks: Marks, clause: Span): string | null {
  return CARRIERS.find(([topic]) => cuesIn(marks, clause, topic).length > 0)?.[1] ?? null
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

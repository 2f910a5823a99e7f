import { asBefore, TO_BE, type Told } from './as-before.ts'
import { causesIn } from './causes-in.ts'
import { type Certainty, certaintyOf } from './certainty/certainty.ts'
import type { Claim, EntityType, EventType, Modality } from './claim.ts'
import type { Draft } from './drafts/draft.ts'
import type { CueMatch } from './lexicon/cue.ts'
import { circumstances } from './lexicon/cue-groups.ts'
import { STANDS_ALONE } from './lexicon/event-rules.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { cuesIn, cuesOfAny, type Marks } from './marks.ts'
import { isNotReceived } from './not-received.ts'
import { oursOf } from './ours.ts'
import { isRelevant } from './relevance.ts'
import type { Span } from './text/sentences.ts'
import { toldThrough } from './told-through.ts'
import { isAfter, type When, whenOf } from './when.ts'

const FEWEST_WORDS = 3
/** Below this an event is only what a clause mentions; it is a claim where somebody says it or it has a number. */
const WORTH_A_CLAIM = 35
/** What happens to plant and flow, on the day that the clause gives. */
const IN_PLANT = new Set<EventType>([
  'supply_start',
  'supply_halt',
  'supply_change',
  'repair_or_restart',
  'construction',
  'discovery_or_drilling',
  'transit',
  'military',
  'visit_or_meeting',
  'other',
])
const TO_COME = new Set<EventType>(['supply_start', 'repair_or_restart'])
const ONE_DAY = /^\d{4}-\d{2}-\d{2}$/u
const DEALS = new Set<EventType>(['agreement', 'negotiation'])
const BARE_COUNTS = /^(count|year|month|week|day|hour|people|ordinal)$/u

interface Asked {
  readonly lexicon: Lexicon
  /** The claim made last. */
  readonly before: Made | null
  readonly published: string | null
  readonly verbIsLast: boolean
  readonly negationFollows: boolean
  readonly aboutEnergy: boolean
}

export interface Made {
  readonly claim: Omit<Claim, 'id' | 'gloss'>
  readonly draft: Draft
  readonly certainty: Certainty
  readonly when: When
}

/** The claim of a clause without number and gloss; null where it claims nothing that is looked for. */
export function claimOf(marks: Marks, draft: Draft, asked: Asked): Made | null {
  const { clause, attribution, about } = draft
  const { speaker } = attribution
  const found = clause.event
  const quantities = marks.quantities.within(clause.start, clause.end)
  const hasFigure = quantities.some((one) => !BARE_COUNTS.test(one.unit))
  if (!isClaim(marks, draft, hasFigure)) return null
  if (!isRelevant(marks, clause, { event: found, aboutEnergy: asked.aboutEnergy })) return null
  // "gas is dear": a level of prices, where nothing else is told
  const prices = found === null && !hasFigure ? cuesIn(marks, clause, 'event:price') : []
  const told = prices.length > 0 ? 'price_move' : hasFigure ? 'other' : 'statement'
  const first = found?.event ?? told
  // "exports came to 1.1 million barrels a day": what is delivered goes from one to another.
  const isDelivered =
    first === 'other' &&
    found?.rule.startsWith('level + flow') === true &&
    isDelivery(marks, clause, quantities)
  const said = isDelivered ? 'transit' : first
  const own = certaintyOf(marks, clause, {
    event: said,
    eventCues: found?.cues ?? prices,
    frame: draft.frame,
    hasSpeaker: speaker !== null,
    deniesBefore: clause.deniesBefore,
    verbIsLast: asked.verbIsLast,
    negationFollows: asked.negationFollows,
  })
  const before = asked.before === null ? null : toldBy(asked.before)
  const meant = asBefore(marks, { ...draft, certainty: own }, before, asked.lexicon)
  const isStopped =
    !clause.deniesBefore &&
    isNotReceived(marks, clause, { cues: found?.cues ?? [], polarity: meant.polarity })
  const event = isStopped ? 'supply_halt' : said
  const certainty: Certainty = isStopped
    ? { ...meant, modality: stoppedAs(meant), polarity: 'positive' }
    : meant
  const when = whenOf(marks, {
    clause,
    sentence: draft.sentence,
    event,
    modality: certainty.modality,
    published: asked.published,
    isLead: draft.isLead,
  })
  const { time } = when
  // "stops on 3 June", told in May, is to come whatever the tense; "signed for 2027" has happened.
  // What the words themselves say has been: "bought four cargoes for December".
  const isSaidPast = certainty.cues.some((cue) => cue.cue.group === 'modality:happened')
  // "the restart has been put off to 11 June": what is put off is still to come.
  const isPutOff = TO_COME.has(event) && cuesIn(marks, clause, 'event:defer').length > 0
  const isAhead =
    certainty.modality === 'happened' &&
    (!isSaidPast || isPutOff) &&
    IN_PLANT.has(event) &&
    isAfter(time, asked.published)
  // "talks on gas are set for 20 May": the noun alone would last.
  const isSet =
    certainty.modality === 'ongoing' &&
    event === 'negotiation' &&
    ONE_DAY.test(time ?? '') &&
    isAfter(time, asked.published) &&
    cuesIn(marks, clause, 'modality:planned').length > 0
  // "will produce 80,000 barrels a day": a level that is to come is a change.
  const isToCome = TO_BE.has(certainty.modality)
  const isChange = event === 'other' && isToCome && cuesIn(marks, clause, 'event:produce').length > 0
  const through = toldThrough(marks, clause).filter((name) => about.assets.includes(name))
  const partners = DEALS.has(event) ? partySpeaking(marks, draft) : []
  const parties = partners.length > 0 ? partners : oursOf(marks, draft)
  const claim: Made['claim'] = {
    evidence: marks.text.slice(clause.start, clause.end),
    span: [clause.start, clause.end],
    event: isChange ? 'supply_change' : event,
    modality: isAhead || isSet ? 'announced_or_planned' : certainty.modality,
    polarity: certainty.polarity,
    assets: [...about.assets, ...parties],
    assets_implied: [...about.implied, ...parties],
    speaker: speaker?.label ?? null,
    speaker_named: speaker?.isNamed ?? false,
    via: [...attribution.via],
    time,
    quantities: quantities.map((one) => one.id),
    cues: [
      ...[...(found?.cues ?? prices), ...certainty.cues].map((cue) => `${cue.cue.group}:${cue.cue.pattern}`),
      ...besideOf(marks, draft, found?.cues ?? []),
    ],
  }
  return { claim: through.length === 0 ? claim : withThrough(claim, through), draft, certainty, when }
}

const toldBy = ({ draft, certainty, claim }: Made): Told => ({
  clause: draft.clause,
  sentence: draft.sentence,
  certainty: { ...certainty, modality: claim.modality },
})

/** Who denies that something is got says that it is not. */
const stoppedAs = ({ modality }: Certainty): Modality => (modality === 'denied' ? 'ongoing' : modality)

/** Few claims have what they go through: spread into each, it would give each claim a shape of its own. */
function withThrough(claim: Made['claim'], through: string[]): Made['claim'] {
  const { evidence, span, event, modality, polarity, assets, assets_implied, ...rest } = claim
  return { evidence, span, event, modality, polarity, assets, assets_implied, through, ...rest }
}

/** "Negotiations with X go on, said Y": Y, a company, where one other party is named. */
function partySpeaking(marks: Marks, { clause, attribution, about }: Draft): string[] {
  const label = attribution.speaker?.isNamed === true ? attribution.speaker.label : null
  if (label === null || about.assets.includes(label)) return []
  const typeOf = (name: string) =>
    marks.mentions.all.find((one) => one.entity.canonical === name)?.entity.type
  const others = new Set(
    marks.mentions
      .within(clause.start, clause.end)
      .filter((one) => PARTY.has(one.entity.type))
      .map((one) => one.entity.canonical),
  )
  return typeOf(label) === 'company' && others.size === 1 ? [label] : []
}
const PARTY = new Set<EntityType>(['company', 'organisation', 'country'])

/** Whether a figure is of what is delivered, and of nothing else (stocks, output, demand, capacity). */
function isDelivery(marks: Marks, clause: Span, quantities: readonly { readonly unit: string }[]): boolean {
  const topics = cuesIn(marks, clause, 'topic:').map((cue) => cue.cue.group)
  return (
    quantities.some((one) => one.unit !== '%' && !BARE_COUNTS.test(one.unit)) &&
    topics.includes('topic:delivery') &&
    topics.every((one) => !OF_PLANT.has(one)) &&
    cuesIn(marks, clause, 'event:capacity').length === 0
  )
}
const OF_PLANT = new Set(['topic:output', 'topic:demand', 'topic:storage', 'topic:reserve'])

const CIRCUMSTANCES = circumstances.map((name) => `topic:${name}`)
const IS_CIRCUMSTANCE: ReadonlySet<string> = new Set(CIRCUMSTANCES)

/** Most sentences tell none: each is asked for only where there is one. */
function circumstancesOf(marks: Marks, sentence: Span): readonly CueMatch[] {
  const topics = cuesIn(marks, sentence, 'topic:')
  const has = topics.some(({ cue }) => IS_CIRCUMSTANCE.has(cue.group))
  return has ? cuesOfAny(marks, sentence, CIRCUMSTANCES) : []
}

/** Words beside those that made the event: which way something goes, what it is that goes there, and what struck it. */
const BESIDE = new Set(
  [
    'rise',
    'fall',
    'halt',
    'resume',
    'start',
    'build',
    'capacity',
    'attack',
    'damage',
    'outage',
    'sanction',
  ].map((name) => `event:${name}`),
)

/** `also:rise:raise` of "agreed to raise output", `topic:output:output`, and what the whole sentence gives as its cause. */
function besideOf(marks: Marks, { clause, sentence }: Draft, used: readonly CueMatch[]): string[] {
  const also = cuesIn(marks, clause, 'event:').filter(
    (cue) => BESIDE.has(cue.cue.group) && !used.includes(cue),
  )
  const works = worksAround(marks, { clause, sentence }, used)
  const about = cuesIn(marks, clause, 'topic:')
  const around = circumstancesOf(marks, sentence)
  // Of a cue that stands twice once, and only then as a text.
  return [
    ...[...new Set([...also, ...works].map(({ cue }) => cue))].map(
      ({ group, pattern }) => `also:${group.slice('event:'.length)}:${pattern}`,
    ),
    ...[...new Set([...about, ...around].map(({ cue }) => cue))].map(
      ({ group, pattern }) => `${group}:${pattern}`,
    ),
  ]
}

/** "Is out of service because of maintenance": works in the clause of what stops, or told in its sentence as the cause. */
function worksAround(
  marks: Marks,
  { clause, sentence }: Pick<Draft, 'clause' | 'sentence'>,
  used: readonly CueMatch[],
): readonly CueMatch[] {
  if (!used.some((cue) => STOPS.has(cue.cue.group))) return []
  const around = causesIn(marks, sentence).length > 0 ? sentence : clause
  return cuesIn(marks, around, 'event:maintain').filter((cue) => !used.includes(cue))
}
const STOPS = new Set(['event:halt', 'event:damage', 'event:outage'])

/** A clause with an event that stands for itself, or a weaker one, a figure or a name that somebody speaks of. */
function isClaim(marks: Marks, draft: Draft, hasFigure: boolean): boolean {
  const { clause, attribution, about } = draft
  const isAbout = about.assets.length > 0
  // "On the military side" before "it was said that" tells nothing.
  if (cuesIn(marks, clause, 'unfinished').some(({ end }) => end === clause.end)) return false
  const words = marks.tokens.countWithin(clause.start, clause.end)
  // "X confirmed the restart of deliveries": what somebody says may be two words.
  const isSaid = attribution.speaker !== null && (clause.event?.priority ?? 0) >= STANDS_ALONE
  if (words < FEWEST_WORDS - Number(isSaid) || (!isAbout && clause.event === null)) return false
  // "Chinese and Venezuelan cooperation is protected by law": neither an event nor anything named but by adjectives.
  const isEmpty =
    clause.event !== null &&
    clause.event.priority < WORTH_A_CLAIM &&
    marks.mentions.countWithin(clause.start, clause.end) === 0 &&
    marks.implied.countWithin(clause.start, clause.end) > 0
  if (isEmpty && !hasFigure) return false
  if (attribution.speaker !== null && isAbout) return true
  if (clause.event === null)
    return hasFigure && (draft.frame !== null || about.assets.length > about.implied.length)
  return clause.event.priority >= WORTH_A_CLAIM || hasFigure || (draft.frame !== null && isAbout)
}

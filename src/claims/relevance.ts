import type { EntityType, EventType } from './claim.ts'
import type { ClaimedEvent } from './event-of.ts'
import { STANDS_ALONE } from './lexicon/event-rules.ts'
import { cuesIn, type Marks } from './marks.ts'
import { PLANT_TYPES } from './plant-types.ts'
import type { Span } from './text/sentences.ts'

const PLANT = new Set<EntityType>([...PLANT_TYPES, 'vessel', 'commodity'])
const ACTORS = new Set<EntityType>(['country', 'company', 'organisation', 'person', 'place'])
const ENERGY_UNIT = /^(t|bbl|m3|bcm|cf|MW|GW|MWh|GWh|TWh|toe|MMBtu)(\/|$)|^(USD|EUR)\//u
/** Classes of words that speak of supply whoever is named beside them. */
const ENERGY_WORDS = ['event:flow', 'event:cargo', 'event:sanction', 'event:capacity', 'event:maintain']
/** Words of the trade, and those that tell what is carried: an adjective, a compound. */
const TRADE_WORDS = ['field', 'topic:crude', 'topic:products', 'topic:gas', 'topic:power']
const FIELD_WORDS = new Set([...ENERGY_WORDS, ...TRADE_WORDS, 'event:price', 'anaphora:station'])
const PLANT_WORDS = ['anaphora:line', 'anaphora:station', 'anaphora:vessel']
/** What parties do; in a text about energy they do it about energy. */
const PARTY_EVENTS = new Set<EventType>([
  'agreement',
  'negotiation',
  'visit_or_meeting',
  'policy_opposition',
  'outage_or_attack',
  'supply_start',
  'supply_halt',
  'supply_change',
  'repair_or_restart',
  'transit',
  'sanction',
  'sanction_relief',
  'military',
  'investment_or_loan',
  'construction',
  'discovery_or_drilling',
  'price_move',
])
/** A text is about energy from one mention of plant or a commodity in so many units; a word of supply is half. */
const PER_MENTION = 1200
const LEAST = 0.5

/** Whether a text is about energy at all, by how often it names plant, commodities and supply. */
export function isAboutEnergy(marks: Marks): boolean {
  const named = marks.mentions.all.filter((one) => PLANT.has(one.entity.type)).length
  // Companies that the atlas knows are of the trade; one more in a text of other things makes it none of energy.
  const known = marks.mentions.all.filter((one) => one.entity.type === 'company' && one.entity.atlas !== null)
  const spoken = marks.cues.all.filter((cue) => FIELD_WORDS.has(cue.cue.group)).length
  const weight = named + (spoken + known.length) / 2
  return weight >= Math.max(LEAST, marks.text.length / PER_MENTION)
}

interface Asked {
  readonly event: ClaimedEvent | null
  readonly aboutEnergy: boolean
}

/**
 * Whether a clause matters to energy: it names plant, a commodity or an energy figure; or, in a text about
 * energy, it takes up such a thing, has a word of supply, or tells what named parties do.
 */
export function isRelevant(marks: Marks, clause: Span, asked: Asked): boolean {
  const mentions = marks.mentions.within(clause.start, clause.end)
  if (mentions.some((one) => PLANT.has(one.entity.type))) return true
  if (marks.quantities.within(clause.start, clause.end).some((one) => ENERGY_UNIT.test(one.unit))) return true
  if (!asked.aboutEnergy) return false
  const has = (group: string): boolean => cuesIn(marks, clause, group).length > 0
  if (PLANT_WORDS.some(has) || ENERGY_WORDS.some(has) || TRADE_WORDS.some(has)) return true
  const hasActor =
    mentions.some((one) => ACTORS.has(one.entity.type)) ||
    marks.implied.countWithin(clause.start, clause.end) > 0 ||
    has('anaphora:both') ||
    has('anaphora:company')
  const { event } = asked
  if (event === null || hasActor) return event !== null
  if (event.event === 'outage_or_attack' && isOfPeopleAlone(marks, clause)) return false
  return event.priority >= STANDS_ALONE || PARTY_EVENTS.has(event.event)
}

/** Words beside those that say that nobody was hurt. */
const FEW_WORDS = 7

/** "Nobody was hurt in the incident", which was told before. */
function isOfPeopleAlone(marks: Marks, clause: Span): boolean {
  const [unhurt] = cuesIn(marks, clause, 'modality:unhurt')
  if (unhurt === undefined) return false
  const said = marks.tokens.countWithin(unhurt.start, unhurt.end)
  return marks.tokens.countWithin(clause.start, clause.end) - said <= FEW_WORDS
}

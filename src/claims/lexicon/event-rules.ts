import type { EventType } from '../claim.ts'
import type { EventClass } from './cue-groups.ts'

/** What a clause must hold beside words: a number of this kind. */
export type NumberKind = 'volume' | 'percent' | 'money' | 'unit_price'

export interface EventRule {
  readonly event: EventType | typeof SILENCE
  /** All of these; within one list, any. The first list is where the rule stands in the clause. */
  readonly classes: readonly (readonly EventClass[])[]
  readonly number?: readonly NumberKind[]
  /** The highest that holds wins; from `STANDS_ALONE` up, it makes a clause of its own. */
  readonly priority: number
}

/** No event: the clause says that nothing was said. */
export const SILENCE = 'silence'
export const STANDS_ALONE = 60

/**
 * The same for every language. Order of priority: what people do to each other (oppose, agree, talk, meet)
 * over what happens to plant, over what flows, over nouns that only say what a clause is about. Thus "agreed
 * to raise deliveries" is an agreement and "discussed the sanctions" is a negotiation.
 */
export const eventRules: readonly EventRule[] = [
  // Who says nothing claims nothing.
  { event: SILENCE, classes: [['silent']], priority: 101 },
  { event: 'policy_opposition', classes: [['oppose']], priority: 100 },
  { event: 'sanction_relief', classes: [['relief'], ['sanction']], priority: 93 },
  { event: 'price_move', classes: [['price'], ['rise', 'fall', 'compare']], priority: 92 },
  { event: 'agreement', classes: [['agree']], priority: 91 },
  { event: 'sanction', classes: [['impose'], ['sanction']], priority: 90 },
  { event: 'statement', classes: [['urge']], priority: 89.6 },
  { event: 'statement', classes: [['accuse']], priority: 89.5 },
  { event: 'negotiation', classes: [['talk']], priority: 89 },
  { event: 'outage_or_attack', classes: [['attack']], priority: 88 },
  { event: 'visit_or_meeting', classes: [['meet']], priority: 86 },
  { event: 'price_move', classes: [['price'], ['level', 'normal']], number: ['unit_price'], priority: 85 },
  // "lowered the price cap to 44 dollars a barrel"
  { event: 'sanction', classes: [['sanction'], ['rise', 'fall']], number: ['unit_price'], priority: 84.6 },
  { event: 'price_move', classes: [['rise', 'fall']], number: ['unit_price'], priority: 84.5 },
  { event: 'price_move', classes: [['price']], number: ['unit_price'], priority: 84 },
  { event: 'outage_or_attack', classes: [['damage']], priority: 83 },
  { event: 'repair_or_restart', classes: [['resume']], priority: 82 },
  { event: 'supply_halt', classes: [['halt'], ['again']], priority: 81.5 },
  // "no longer delivers"
  {
    event: 'supply_halt',
    classes: [['cease'], ['flow', 'carry', 'take', 'cargo', 'produce']],
    priority: 81.4,
  },
  // "rose again": more, not anew
  { event: 'supply_change', classes: [['again'], ['rise', 'fall'], ['flow']], priority: 81.3 },
  { event: 'repair_or_restart', classes: [['again'], ['flow', 'carry', 'take', 'start']], priority: 81 },
  { event: 'outage_or_attack', classes: [['outage']], priority: 80 },
  { event: 'sanction', classes: [['sanction'], ['rise', 'fall']], priority: 74.9 },
  { event: 'discovery_or_drilling', classes: [['drill']], priority: 78 },
  { event: 'supply_halt', classes: [['halt'], ['maintain']], priority: 77 },
  // Works that are put off stop no supply.
  { event: 'supply_halt', classes: [['halt'], ['flow', 'cargo']], priority: 76.8 },
  { event: 'construction', classes: [['build'], ['halt']], priority: 76.7 },
  // "the ban may slow imports"
  { event: 'supply_change', classes: [['rise', 'fall'], ['ban'], ['flow']], priority: 76.6 },
  { event: 'sanction', classes: [['ban'], ['flow', 'cargo', 'carry', 'take']], priority: 76.5 },
  { event: 'supply_halt', classes: [['halt']], priority: 76 },
  { event: 'investment_or_loan', classes: [['invest']], number: ['money'], priority: 75.9 },
  { event: 'military', classes: [['military']], priority: 75.8 },
  { event: 'transit', classes: [['carry'], ['cargo']], priority: 75.5 },
  { event: 'discovery_or_drilling', classes: [['well'], ['start', 'build']], priority: 75.2 },
  { event: 'supply_change', classes: [['rise', 'fall'], ['flow']], priority: 75 },
  { event: 'price_move', classes: [['price'], ['affect']], priority: 74.6 },
  { event: 'supply_change', classes: [['affect'], ['flow', 'cargo']], priority: 74.5 },
  // "pumped 200,000 barrels a day less than in September"
  {
    event: 'supply_change',
    classes: [['less_than'], ['carry', 'produce', 'level', 'flow']],
    number: ['volume'],
    priority: 74.2,
  },
  { event: 'supply_start', classes: [['start'], ['flow', 'cargo']], priority: 74 },
  { event: 'other', classes: [['capacity'], ['level']], number: ['volume'], priority: 73.5 },
  // "began to export"
  { event: 'supply_start', classes: [['start'], ['carry']], priority: 73.2 },
  { event: 'transit', classes: [['carry']], number: ['volume', 'percent'], priority: 73 },
  { event: 'sanction_relief', classes: [['relief']], priority: 72 },
  // Where nobody is sanctioned, a permit is a step of the works, or what somebody is granted.
  { event: 'construction', classes: [['permit'], ['build']], priority: 71.8 },
  // "a barrel of Brent cost 64 dollars"
  { event: 'price_move', classes: [['price'], ['cost']], number: ['money'], priority: 71.5 },
  // "the works, budgeted at 170 million, begin in March": what they cost is said of them
  { event: 'construction', classes: [['build'], ['cost']], number: ['money'], priority: 71.2 },
  { event: 'investment_or_loan', classes: [['cost']], number: ['money'], priority: 71 },
  { event: 'investment_or_loan', classes: [['invest']], priority: 69 },
  { event: 'supply_change', classes: [['take']], number: ['volume', 'percent'], priority: 68.5 },
  { event: 'supply_change', classes: [['rise', 'fall']], number: ['volume', 'percent'], priority: 67 },
  // "petrol is short", "no shortage": of what is delivered, whatever broke
  { event: 'supply_change', classes: [['shortage']], priority: 66 },
  // "began work on repairing a line that carries oil"
  { event: 'repair_or_restart', classes: [['maintain'], ['start']], priority: 65.3 },
  // "repairs are to be completed"
  { event: 'repair_or_restart', classes: [['maintain'], ['build']], priority: 65.2 },
  { event: 'construction', classes: [['build']], priority: 65 },
  { event: 'supply_change', classes: [['limit'], ['flow', 'take', 'capacity']], priority: 64.5 },
  { event: 'other', classes: [['normal'], ['carry']], priority: 64.2 },
  { event: 'supply_change', classes: [['take'], ['flow']], priority: 64.1 },
  { event: 'transit', classes: [['carry']], priority: 64 },
  {
    event: 'sanction',
    classes: [['sanction', 'limit'], ['impose']],
    priority: 63,
  },
  { event: 'sanction', classes: [['sanction'], ['normal']], priority: 62.9 },
  { event: 'price_move', classes: [['price']], number: ['percent', 'money'], priority: 60 },
  { event: 'price_move', classes: [['rise', 'fall'], ['cost']], priority: 60 },
  // A meeting that is named as a noun is where something was said or done; alone it is the news.
  { event: 'visit_or_meeting', classes: [['occasion']], priority: 59.5 },
  { event: 'repair_or_restart', classes: [['maintain']], priority: 59 },
  // "the agreement provides for deliveries of …": terms, which are still to come
  { event: 'agreement', classes: [['provide'], ['pact']], priority: 58 },
  { event: 'other', classes: [['level'], ['flow', 'capacity']], number: ['volume', 'percent'], priority: 57 },
  { event: 'supply_change', classes: [['compare'], ['flow']], priority: 56 },
  { event: 'agreement', classes: [['pact']], priority: 55 },
  { event: 'agreement', classes: [['permit']], priority: 54.8 },
  // What is produced goes nowhere yet: a level now, a change where it is to come (`claimOf`).
  { event: 'other', classes: [['produce']], number: ['volume'], priority: 54.5 },
  { event: 'other', classes: [['capacity'], ['flow']], number: ['volume'], priority: 54.2 },
  { event: 'transit', classes: [['flow', 'cargo']], number: ['volume'], priority: 54 },
  { event: 'sanction', classes: [['sanction']], priority: 53 },
  { event: 'sanction', classes: [['ban']], priority: 52 },
  { event: 'supply_start', classes: [['start']], priority: 50 },
  { event: 'supply_change', classes: [['limit']], priority: 49 },
  { event: 'other', classes: [['normal']], priority: 48 },
  { event: 'statement', classes: [['seek'], ['cooperate']], priority: 47 },
  { event: 'other', classes: [['level']], number: ['volume', 'percent', 'money'], priority: 45 },
  { event: 'supply_change', classes: [['rise', 'fall']], priority: 44 },
  { event: 'supply_change', classes: [['take']], priority: 44 },
  { event: 'investment_or_loan', classes: [['cost']], priority: 43 },
  { event: 'discovery_or_drilling', classes: [['well']], priority: 42 },
  { event: 'statement', classes: [['seek']], priority: 40 },
  { event: 'transit', classes: [['cargo']], priority: 35 },
  { event: 'statement', classes: [['cooperate']], priority: 30 },
]

import type { EventType, Modality } from '../claims/claim.ts'
import type { Status } from '../core/provenance.ts'
import type { Shock } from '../scenarios/scenario.ts'
import type { Brief, BriefClaim, BriefStory } from './brief.ts'
import { languageTag } from './escape.ts'
import { formatGiven, formatTogether, withUnit } from './number-format.ts'

/** What each status word promises; printed once a brief. */
export const statusMeanings: Readonly<Record<Status, string>> = {
  reported: 'a source states it',
  estimated: 'worked out from what sources state',
  assumed: 'chosen, because no source states it',
  computed: 'solved for by the model',
}

const eventWords: Partial<Record<EventType, string>> = {
  visit_or_meeting: 'visit or meeting',
  outage_or_attack: 'outage or attack',
  repair_or_restart: 'repair or restart',
  discovery_or_drilling: 'discovery or drilling',
  investment_or_loan: 'investment or loan',
  policy_opposition: 'opposition to a policy',
}

export function eventWord(type: EventType): string {
  return eventWords[type] ?? type.replaceAll('_', ' ')
}

const eventPlurals: Readonly<Record<EventType, string>> = {
  agreement: 'agreements',
  negotiation: 'talks',
  visit_or_meeting: 'meetings',
  statement: 'statements',
  supply_start: 'starts of supply',
  supply_halt: 'halts of supply',
  supply_change: 'changes of supply',
  outage_or_attack: 'outages or attacks',
  repair_or_restart: 'repairs or restarts',
  construction: 'construction',
  discovery_or_drilling: 'discoveries or drilling',
  sanction: 'sanctions',
  sanction_relief: 'relief from sanctions',
  price_move: 'price moves',
  investment_or_loan: 'investments or loans',
  transit: 'transit',
  military: 'military matters',
  policy_opposition: 'opposition to policies',
  other: 'other news',
}

/** What events of a type are called together. */
export function eventPlural(type: EventType): string {
  return eventPlurals[type]
}

const modalityWords: Readonly<Record<Modality, string>> = {
  happened: 'told as having happened',
  ongoing: 'told as going on',
  announced_or_planned: 'announced or planned',
  possible: 'possible',
  conditional: 'on a condition',
  denied: 'denied',
}

/** How certain the words are, not how certain the matter is. */
export function certaintyWords(claim: Pick<BriefClaim, 'modality' | 'polarity'>): string {
  const negative = claim.polarity === 'negative' && claim.modality !== 'denied' ? '; that it is not so' : ''
  return modalityWords[claim.modality] + negative
}

export function modalityWord(modality: Modality): string {
  return modalityWords[modality]
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })
const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' })

export function languageName(lang: string): string {
  if (languageTag(lang) === '') return 'unknown language'
  try {
    return languageNames.of(lang) ?? lang
  } catch {
    return lang
  }
}

/** Who speaks, through whom, down to the outlet that was read. */
export function chainOf(claim: BriefClaim): string[] {
  const chain = [claim.speaker ?? 'the outlet itself', ...claim.via, claim.outlet ?? `report ${claim.report}`]
  return chain.filter((name, index) => index === 0 || name !== chain[index - 1])
}

/** Names for the things that effects and shocks point at: given ones, then those of the story's map, then the id. */
export function nameOf(brief: Brief, story: BriefStory, id: string): string {
  const given = brief.names?.[id]
  if (given !== undefined) return given
  const link = story.map.find((flow) => `links/${flow.link}` === id)
  if (link !== undefined) return link.name
  const row = id.slice(id.indexOf('/') + 1)
  const country = /^([a-z]{2})(?:-(.+))?$/u.exec(row)
  if (!id.includes('/') && country !== null) {
    const name = countryNames.of((country[1] ?? '').toUpperCase())
    if (name !== undefined && name.length > 2) {
      return country[2] === undefined ? name : `${name}, ${country[2].replaceAll('-', ' ')}`
    }
  }
  return row.charAt(0).toUpperCase() + row.slice(1).replaceAll('-', ' ')
}

/** Low, central and high of a shock as a person says them; a factor becomes a percentage of what the day has. */
export function shockValues(shock: Shock): { low: string; central: string; high: string; note: string } {
  const values = [shock.low, shock.central, shock.high]
  if (shock.unit === 'in_force') {
    const [low = '', central = '', high = ''] = values.map((value) => (value > 0 ? 'in force' : 'lifted'))
    return { low, central, high, note: '' }
  }
  if (shock.unit === '1') {
    const [low = '', central = '', high = ''] = formatTogether(values.map((value) => value * 100))
    return {
      low: `${low} %`,
      central: `${central} %`,
      high: `${high} %`,
      note: 'of the value without the shock',
    }
  }
  const [low = '', central = '', high = ''] = formatTogether(values)
  return { low, central, high: withUnit(high, shock.unit), note: '' }
}

export function contradictionValue(value: number | string | [number, number], unit: string | null): string {
  if (typeof value === 'string') return value
  return withUnit([value].flat().map(formatGiven).join(' to '), unit)
}

/** Which case of the shocked runs the map and its table show, and over which days. */
export function shownCase(story: Pick<BriefStory, 'map_case' | 'map_period'>): string {
  const mean = story.map_period === undefined ? '' : `, mean of the ${story.map_period}`
  return `${story.map_case === 'low' ? 'low case, as in the middle case no flow changes' : 'middle case'}${mean}`
}

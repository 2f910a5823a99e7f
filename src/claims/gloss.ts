import type { Claim, EventType, Quantity } from './claim.ts'
import { timeUnits } from './quantities/time-units.ts'

/** What is told, ready for the names that it is about. */
const phrases: Readonly<Record<EventType, string>> = {
  agreement: 'an agreement about',
  negotiation: 'talks about',
  visit_or_meeting: 'a meeting of',
  statement: 'a statement about',
  supply_start: 'a start of supply involving',
  supply_halt: 'a halt of supply involving',
  supply_change: 'a change of supply involving',
  outage_or_attack: 'an outage of or attack on',
  repair_or_restart: 'a repair or restart of',
  construction: 'construction of',
  discovery_or_drilling: 'discovery or drilling at',
  sanction: 'sanctions on',
  sanction_relief: 'relief from sanctions for',
  price_move: 'a price move of',
  investment_or_loan: 'an investment or loan for',
  transit: 'transit involving',
  military: 'military action of',
  policy_opposition: 'opposition about',
  other: 'news of',
}

const certainties: Readonly<Record<Claim['modality'], string>> = {
  happened: 'happened',
  ongoing: 'going on',
  announced_or_planned: 'announced or planned',
  possible: 'possible',
  conditional: 'under a condition',
  denied: 'denied',
}

/**
 * An English sentence from the fields of a claim, never a translation:
 * "CPC says: an outage of or attack on Kropotkinskaya pumping station (happened, 2025-02)".
 */
export function glossOf(claim: Omit<Claim, 'id' | 'gloss'>, quantities: readonly Quantity[]): string {
  // "three sources say": an unnamed speaker is a word in the plural or not; a name is one body.
  const isPlural = !claim.speaker_named && claim.speaker?.endsWith('s') === true
  const verb = claim.modality === 'denied' ? (isPlural ? 'deny' : 'denies') : isPlural ? 'say' : 'says'
  const who = claim.speaker === null ? 'The report says' : `${claim.speaker} ${verb}`
  const via = claim.via.length === 0 ? '' : ` (via ${claim.via.join(', ')})`
  const phrase = phrases[claim.event]
  // Without a name the phrase ends before the word that leads to one.
  const what =
    claim.assets.length === 0
      ? phrase.replace(/ of or attack on$/u, ' or attack').replace(/ (?:about|involving|at|of|on|for)$/u, '')
      : `${phrase} ${claim.assets.join(', ')}`
  const details = [
    certainties[claim.modality],
    ...(claim.polarity === 'negative' && claim.modality !== 'denied' ? ['negative'] : []),
    ...(claim.time === null ? [] : [claim.time]),
    ...quantities.filter((one) => claim.quantities.includes(one.id)).map(amountOf),
  ]
  return `${who}${via}: ${what} (${details.join(', ')})`
}

function amountOf({ value, unit }: Quantity): string {
  const values = Array.isArray(value) ? value : [value]
  const isMany = timeUnits.has(unit) && values.some((one) => Math.abs(one) !== 1)
  return `${values.map(inWords).join(' to ')} ${unit}${isMany ? 's' : ''}`
}

/** Made once: it costs more than a gloss. */
const grouped = new Intl.NumberFormat('en-US')

/** 12,500,000 as `12.5 million`: what a person can take in. */
function inWords(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e9) return `${trim(value / 1e9)} billion`
  if (size >= 1e6) return `${trim(value / 1e6)} million`
  return size >= 1e4 ? grouped.format(Math.round(value)) : trim(value)
}

const DIGITS = 6

function trim(value: number): string {
  // Rounding goes through a text and back: spared where there is nothing to round.
  const plain = String(value)
  if (plain.length <= DIGITS) return plain
  return String(Number.isInteger(value) && Math.abs(value) < 1e6 ? value : Number(value.toPrecision(DIGITS)))
}

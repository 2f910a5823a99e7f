import type { Claim, Quantity } from './claim.ts'

const VERB: Readonly<Record<Claim['modality'], string>> = {
  happened: 'happened',
  ongoing: 'ongoing',
  announced_or_planned: 'announced or planned',
  possible: 'possible',
  conditional: 'conditional',
  denied: 'denied',
}

/** "Caspian Pipeline Consortium says: outage or attack; about Kropotkinskaya pumping station (happened, 2025-02)". */
export function glossOf(claim: Omit<Claim, 'gloss'>, quantities: readonly Quantity[]): string {
  const who =
    claim.speaker === null
      ? 'The report says'
      : `${claim.speaker} ${claim.modality === 'denied' ? 'denies' : 'says'}`
  const via = claim.via.length === 0 ? '' : ` (via ${claim.via.join(', ')})`
  const what = claim.event.replaceAll('_', ' ')
  const about = claim.assets.length === 0 ? '' : `, about ${claim.assets.join(', ')}`
  const numbers = quantities
    .filter((one) => claim.quantities.includes(one.id))
    .map((one) => `${Array.isArray(one.value) ? one.value.join(' to ') : one.value} ${one.unit}`)
  const certainty = [
    VERB[claim.modality],
    ...(claim.polarity === 'negative' && claim.modality !== 'denied' ? ['negative'] : []),
    ...(claim.time === null ? [] : [claim.time]),
    ...numbers,
  ]
  return `${who}${via}: ${what}${about} (${certainty.join(', ')})`
}

import { expect, it } from 'vitest'
import type { Claim, Quantity } from './claim.ts'
import { glossOf } from './gloss.ts'

const claim: Omit<Claim, 'gloss'> = {
  id: 'c1',
  evidence: 'words',
  span: [0, 5],
  event: 'transit',
  modality: 'possible',
  polarity: 'positive',
  assets: ['Russia', 'China'],
  assets_implied: [],
  speaker: 'Alexander Novak',
  speaker_named: true,
  via: ['Interfax'],
  time: '2026',
  quantities: ['q1', 'q2'],
  cues: [],
}
const quantity = (id: string, value: Quantity['value'], unit: string): Quantity => ({
  id,
  surface: 'words',
  start: 0,
  end: 5,
  value,
  kind: 'value',
  qualifier: null,
  unit,
  measures: null,
  normalised: null,
})

it('says who, through whom, what, how surely, when and how much', () => {
  const quantities = [quantity('q1', 12_500_000, 't/yr'), quantity('q2', [3, 5], 'week')]
  expect(glossOf(claim, quantities)).toBe(
    'Alexander Novak says (via Interfax): transit involving Russia, China (possible, 2026, 12.5 million t/yr, 3 to 5 weeks)',
  )
})

it('denies instead of saying, and ends well where nothing is named', () => {
  const denial = {
    ...claim,
    event: 'outage_or_attack' as const,
    modality: 'denied' as const,
    assets: [],
    quantities: [],
  }
  expect(glossOf({ ...denial, speaker: null, via: [], time: null }, [])).toBe(
    'The report says: an outage or attack (denied)',
  )
  expect(glossOf({ ...denial, via: [], time: null }, [])).toBe(
    'Alexander Novak denies: an outage or attack (denied)',
  )
})

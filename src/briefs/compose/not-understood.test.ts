import { expect, it } from 'vitest'
import type { Reading } from '../../claims/claim.ts'
import { notUnderstood, sentencesOf } from './not-understood.ts'

const text = 'The line is shut again today. Gas cost 31.5 euros on Monday! It rained in the whole city.'
const reading: Reading = {
  schema_version: '1',
  id: 'r1',
  lang: 'en',
  published: '2025-01-02',
  published_from: 'option',
  title: null,
  outlet: null,
  url: null,
  text,
  entities: [],
  quantities: [],
  dates: [],
  claims: [],
  problems: [],
}
const claim: Reading['claims'][number] = {
  id: 'c1',
  evidence: text.slice(0, 28),
  span: [0, 28],
  event: 'supply_halt',
  modality: 'happened',
  polarity: 'positive',
  assets: [],
  assets_implied: [],
  speaker: null,
  speaker_named: false,
  via: [],
  time: null,
  quantities: [],
  gloss: '',
  cues: [],
}

it('splits at stops, marks and lines of several scripts and not within numbers', () => {
  const sample =
    'Das kostet 31.5 Euro je Stunde. Τι θα γίνει μετά;\nهل يعود الغاز إلى أوروبا؟ نعم قد يعود قريبا'
  expect(sentencesOf(sample).map(([start, end]) => sample.slice(start, end))).toEqual([
    'Das kostet 31.5 Euro je Stunde.',
    'Τι θα γίνει μετά;',
    'هل يعود الغاز إلى أوروبا؟',
    'نعم قد يعود قريبا',
  ])
})

it('lists a sentence with a number that no claim touches, in its exact place', () => {
  const [found, ...more] = notUnderstood({ ...reading, claims: [claim] })
  expect(more).toEqual([])
  expect(found).toMatchObject({ kind: 'a sentence without a claim', text: 'Gas cost 31.5 euros on Monday!' })
  expect(text.slice(found?.span?.[0], found?.span?.[1])).toBe(found?.text)
})

it('lists a sentence that names a commodity, and none that is about neither', () => {
  const start = text.indexOf('rained')
  const rain = {
    canonical: 'rain',
    type: 'commodity' as const,
    surfaces: ['rained'],
    mentions: [{ surface: 'rained', start, end: start + 6 }],
    atlas: null,
    match: 'name' as const,
    score: 1,
  }
  const kinds = notUnderstood({ ...reading, claims: [claim], entities: [rain] })
  expect(kinds.map((item) => item.text)).toContain('It rained in the whole city.')
})

it('lists a number inside a claimed sentence that the claim does not use', () => {
  const number = {
    id: 'q1',
    surface: '28 days',
    start: 4,
    end: 8,
    value: 28,
    kind: 'value' as const,
    qualifier: null,
    unit: 'day',
    measures: null,
    normalised: null,
  }
  const items = notUnderstood({ ...reading, claims: [claim], quantities: [number] })
  expect(items.map((item) => item.kind)).toContain('a number that no claim uses')
  const used = { ...claim, quantities: ['q1'] }
  expect(
    notUnderstood({ ...reading, claims: [used], quantities: [number] }).map((item) => item.kind),
  ).not.toContain('a number that no claim uses')
})

import { describe, expect, it } from 'vitest'
import type { Claim, Reading } from '../claim.ts'
import { mergeClaims } from './merge-readings.ts'

const text = 'Flows on the Long Line fell by a third. The minister denied it.'

function claim(evidence: string, rest: Partial<Claim>): Claim {
  const start = text.indexOf(evidence)
  return {
    id: 'c1',
    evidence,
    span: [start, start + evidence.length],
    event: 'supply_change',
    modality: 'happened',
    polarity: 'positive',
    assets: ['Long Line pipeline'],
    assets_implied: [],
    speaker: null,
    speaker_named: false,
    via: [],
    time: null,
    quantities: [],
    gloss: '',
    cues: ['x:y'],
    ...rest,
  }
}

function merge(embedded: Claim[], model: Claim[]): Claim[] {
  const reading: Reading = {
    schema_version: '1',
    id: 'r',
    lang: 'en',
    published: null,
    published_from: null,
    title: null,
    outlet: null,
    url: null,
    text,
    entities: [],
    quantities: [],
    dates: [],
    claims: embedded,
    problems: [],
  }
  return mergeClaims(reading, model)
}

describe('mergeClaims', () => {
  it('makes one claim of two on the same words, and says that the readers agree', () => {
    const merged = merge(
      [claim('Flows on the Long Line fell by a third', {})],
      [claim('Long Line fell by a third.', { cues: ['reader:llm'] })],
    )
    expect(merged).toHaveLength(1)
    expect(merged[0]).toMatchObject({
      readers: ['embedded', 'llm'],
      confidence: 'readers_agree',
      cues: ['x:y', 'reader:llm'],
    })
    expect(merged[0]).not.toHaveProperty('disagreements')
  })

  it('keeps what the model read otherwise beside the claim', () => {
    const [one] = merge(
      [claim('The minister denied it.', { modality: 'denied', polarity: 'negative', speaker: 'minister' })],
      [claim('The minister denied it.', { speaker: 'Ada Vale' })],
    )
    expect(one).toMatchObject({ modality: 'denied', confidence: 'readers_differ' })
    expect(one?.disagreements).toEqual([
      { field: 'modality', llm: 'happened' },
      { field: 'polarity', llm: 'positive' },
      { field: 'speaker', llm: 'Ada Vale' },
    ])
  })

  it('keeps the claims that only one reader made, in the order of the text, numbered anew', () => {
    const merged = merge(
      [claim('The minister denied it.', { modality: 'denied' })],
      [claim('Flows on the Long Line fell by a third.', {})],
    )
    expect(merged.map(({ id, readers, confidence }) => [id, readers, confidence])).toEqual([
      ['c1', ['llm'], 'one_reader'],
      ['c2', ['embedded'], 'one_reader'],
    ])
  })

  it('does not join claims on the same words about different things', () => {
    const merged = merge(
      [claim('Flows on the Long Line fell by a third.', {})],
      [claim('Flows on the Long Line fell by a third.', { event: 'price_move', assets: ['Brent'] })],
    )
    expect(merged).toHaveLength(2)
  })
})

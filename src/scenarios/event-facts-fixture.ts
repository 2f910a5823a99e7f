import type { Claim, EventType, Modality, Quantity, Reading } from '../claims/claim.ts'
import type { CalendarDate } from '../core/time.ts'
import type { EventFacts } from './event-facts.ts'

/** A quantity for tests: `{ value: [30, 40], unit: '%' }`. */
export function quantityFixture(id: string, value: number | [number, number], unit: string): Quantity {
  return {
    id,
    surface: `${[value].flat().join('-')} ${unit}`,
    start: 0,
    end: 1,
    value,
    kind: Array.isArray(value) ? 'range' : 'value',
    qualifier: null,
    unit,
    measures: null,
    normalised: null,
  }
}

/** An event with one claim, for tests of the rules: what it names, its numbers and its day. */
export function factsFixture(of: {
  readonly type: EventType
  readonly refs: readonly string[]
  readonly quantities?: readonly Quantity[]
  readonly modality?: Modality
  readonly day?: CalendarDate
  readonly speaker?: string
  readonly id?: string
  readonly cues?: readonly string[]
  /** Time of the claim and the event where it is not the day. */
  readonly time?: string
  readonly polarity?: Claim['polarity']
  /** Day of the report where it is not the day of the event. */
  readonly published?: string
  /** Names that the claim gives. */
  readonly assets?: readonly string[]
}): EventFacts {
  const quantities = of.quantities ?? []
  const claim: Claim = {
    id: 'c1',
    evidence: 'words',
    span: [0, 5],
    event: of.type,
    modality: of.modality ?? 'happened',
    polarity: of.polarity ?? 'positive',
    assets: [...(of.assets ?? [])],
    assets_implied: [],
    speaker: of.speaker ?? null,
    speaker_named: of.speaker !== undefined,
    via: [],
    time: of.time ?? of.day ?? null,
    quantities: quantities.map((quantity) => quantity.id),
    gloss: 'gloss',
    cues: [...(of.cues ?? [])],
  }
  const reading: Reading = {
    schema_version: '1',
    id: 'r1',
    lang: 'en',
    published: of.published ?? of.day ?? null,
    published_from: null,
    title: null,
    outlet: null,
    url: null,
    text: 'words',
    entities: [],
    quantities: [...quantities],
    dates: [],
    claims: [claim],
    problems: [],
  }
  const id = of.id ?? 'e1'
  return {
    event: {
      id,
      type: of.type,
      title: 'event',
      time: of.time ?? of.day ?? null,
      assets: [],
      modality: claim.modality,
      claims: [{ report: 'r1', claim: 'c1' }],
      independent_sources: 1,
      sources: [],
      contradictions: [],
      links: [],
    },
    story: 's1',
    claims: [{ claim, reading, because: 'claim:r1/c1', quantities }],
    refs: new Set(of.refs),
    day: of.day ?? null,
  }
}

/** The facts with claims that name what is told: countries by their code, crude, assets by their id. */
export function namedFixture(facts: EventFacts, names: readonly string[]): EventFacts {
  const refOf = (name: string): string =>
    name.length === 2 ? `countries/${name}` : name === 'crude' ? 'carriers/crude' : `assets/${name}`
  const entities = names.map((canonical) => ({
    canonical,
    type: 'pipeline' as const,
    atlas: refOf(canonical),
    surfaces: [canonical],
    match: 'name' as const,
    score: 1,
    mentions: [],
  }))
  return {
    ...facts,
    claims: facts.claims.map((one) => ({
      ...one,
      claim: { ...one.claim, assets: [...names] },
      reading: { ...one.reading, entities },
    })),
  }
}

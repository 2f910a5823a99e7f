import type { Claim, EntityType, Quantity, Reading } from '../claims/claim.ts'

/** A claim as a test writes it: what is left out is empty, positive and happened. */
interface TinyClaim extends Partial<Omit<Claim, 'quantities'>> {
  readonly event: Claim['event']
  readonly assets: string[]
  readonly figures?: readonly (Pick<Quantity, 'value' | 'unit'> & Partial<Quantity>)[]
}

export interface TinyReport {
  readonly id: string
  readonly published?: string | null
  readonly outlet?: string | null
  readonly text?: string
  /** Types of names that the atlas does not know. */
  readonly types?: Readonly<Record<string, EntityType>>
  readonly claims: readonly TinyClaim[]
}

/** A reading written by hand. Claims are numbered c1, c2, …; their figures q1, q2, … in order. */
export function tinyReading(report: TinyReport): Reading {
  const quantities: Quantity[] = []
  const claims = report.claims.map((tiny, index): Claim => {
    const { figures = [], ...given } = tiny
    const ids = figures.map((figure) => {
      const id = `q${quantities.length + 1}`
      quantities.push({
        id,
        surface: String(figure.value),
        start: 0,
        end: 0,
        kind: typeof figure.value === 'number' ? 'value' : 'range',
        qualifier: null,
        measures: null,
        normalised: null,
        ...figure,
      })
      return id
    })
    return {
      id: `c${index + 1}`,
      evidence: '',
      span: [0, 0],
      modality: 'happened',
      polarity: 'positive',
      assets_implied: [],
      speaker: null,
      speaker_named: given.speaker !== undefined && given.speaker !== null,
      via: [],
      time: null,
      gloss: '',
      cues: [],
      ...given,
      quantities: ids,
    }
  })
  const names = [...new Set(claims.flatMap(({ assets }) => assets))]
  return {
    schema_version: '1',
    id: report.id,
    lang: 'en',
    published: report.published === undefined ? '2026-03-02' : report.published,
    published_from: 'option',
    title: null,
    outlet: report.outlet ?? null,
    url: null,
    text: report.text ?? `Report ${report.id}.`,
    entities: names.flatMap((canonical) => {
      const type = report.types?.[canonical]
      return type
        ? [{ canonical, type, surfaces: [], mentions: [], atlas: null, match: 'name' as const, score: 1 }]
        : []
    }),
    quantities,
    dates: [],
    claims,
    problems: [],
  }
}

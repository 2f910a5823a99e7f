import { z } from 'zod'

export const eventTypes = [
  'agreement',
  'negotiation',
  'visit_or_meeting',
  'statement',
  'supply_start',
  'supply_halt',
  'supply_change',
  'outage_or_attack',
  'repair_or_restart',
  'construction',
  'discovery_or_drilling',
  'sanction',
  'sanction_relief',
  'price_move',
  'investment_or_loan',
  'transit',
  'military',
  'policy_opposition',
  'other',
] as const
export const modalities = [
  'happened',
  'ongoing',
  'announced_or_planned',
  'possible',
  'conditional',
  'denied',
] as const
export const entityTypes = [
  'country',
  'organisation',
  'person',
  'company',
  'pipeline',
  'station',
  'port',
  'terminal',
  'field',
  'refinery',
  'plant',
  'strait',
  'place',
  'commodity',
  'vessel',
] as const
const readers = ['embedded', 'llm'] as const

const span = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])

export const mentionSchema = z.object({ surface: z.string(), start: z.number().int(), end: z.number().int() })

/** A named thing in a report. `atlas` is `TABLE/ROW` where it is in the atlas, else null: kept as written. */
export const entitySchema = z.object({
  canonical: z.string(),
  type: z.enum(entityTypes),
  surfaces: z.array(z.string()),
  mentions: z.array(mentionSchema),
  atlas: z.string().nullable(),
  /** How it was recognised: a listed name, an inflected one, a romanised skeleton, a pattern (title plus name), or words that only a language model called a name. */
  match: z.enum(['name', 'inflected', 'skeleton', 'pattern', 'model']),
  /** 0 to 1; 1 for a listed name as it stands. */
  score: z.number().min(0).max(1),
})

export const quantitySchema = z.object({
  id: z.string(),
  surface: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]),
  kind: z.enum(['value', 'range', 'from_to']),
  qualifier: z.enum(['more_than', 'less_than', 'at_least', 'at_most', 'approx']).nullable(),
  unit: z.string(),
  measures: z.string().nullable(),
  /** True where words at the figure say that a change ended there (fell to 20), not that it was so large. */
  to_level: z.literal(true).optional(),
  /** Value in the base unit of its dimension, with the factor and its conditions; null where there is none. */
  normalised: z
    .object({
      value: z.union([z.number(), z.tuple([z.number(), z.number()])]),
      unit: z.string(),
      factor: z.string(),
    })
    .nullable(),
})

export const dateSchema = z.object({
  surface: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  /** ISO day, month, year or interval `a/b`; null where it cannot be resolved (no publication date). */
  iso: z.string().nullable(),
  /** True where the publication date was needed to resolve it. */
  is_relative: z.boolean(),
})

export const claimSchema = z.object({
  id: z.string(),
  evidence: z.string(),
  span,
  event: z.enum(eventTypes),
  modality: z.enum(modalities),
  polarity: z.enum(['positive', 'negative']),
  /** Canonical English names, as in `entities[].canonical`. */
  assets: z.array(z.string()),
  /** Subset of `assets` that no noun of the evidence names (a demonym, the subject of the text). */
  assets_implied: z.array(z.string()),
  /** Of `assets` the countries that something is said to pass through on its way to another; absent where none is. */
  through: z.array(z.string()).optional(),
  /** Who says so; null: the outlet in its own voice. */
  speaker: z.string().nullable(),
  speaker_named: z.boolean(),
  /** Outlets and agencies that the text credits, in order. */
  via: z.array(z.string()),
  /** ISO day, month, year or interval; null where nothing says when. */
  time: z.string().nullable(),
  /** Ids of `quantities`. */
  quantities: z.array(z.string()),
  /** English sentence composed from the fields above, never a translation. */
  gloss: z.string(),
  /** Which cues and rules made the claim, as `rule:cue`. */
  cues: z.array(z.string()),
  /** Who read it; absent where only the embedded reader was asked. */
  readers: z.array(z.enum(readers)).optional(),
  /** Whether a second reader bears the claim out; present only where two were asked. */
  confidence: z.enum(['readers_agree', 'readers_differ', 'one_reader']).optional(),
  /** What the language model read otherwise, field by field, as text; the fields of the claim are the embedded reader's. */
  disagreements: z.array(z.object({ field: z.string(), llm: z.string().nullable() })).optional(),
})

export type Entity = z.infer<typeof entitySchema>
export type Quantity = z.infer<typeof quantitySchema>
export type DateMention = z.infer<typeof dateSchema>
export type Claim = z.infer<typeof claimSchema>
export type EventType = (typeof eventTypes)[number]
export type Modality = (typeof modalities)[number]
export type EntityType = (typeof entityTypes)[number]

/** What `corridor read` prints for one report (CONTRACT). */
export const readingSchema = z.object({
  schema_version: z.literal('1'),
  id: z.string(),
  lang: z.string(),
  published: z.string().nullable(),
  published_from: z.enum(['option', 'metadata', 'text', 'text_without_year']).nullable(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  text: z.string(),
  entities: z.array(entitySchema),
  quantities: z.array(quantitySchema),
  dates: z.array(dateSchema),
  claims: z.array(claimSchema),
  problems: z.array(z.object({ code: z.string(), message: z.string(), where: z.string() })),
})
export type Reading = z.infer<typeof readingSchema>

import { z } from 'zod'
import { eventTypes, modalities } from '../claims/claim.ts'

/** Points at a claim: report id and claim id. */
export const claimRefSchema = z.object({ report: z.string(), claim: z.string() })

export const contradictionSchema = z.object({
  field: z.string(),
  values: z.array(
    z.object({
      value: z.union([z.number(), z.string(), z.tuple([z.number(), z.number()])]),
      unit: z.string().nullable(),
      claims: z.array(claimRefSchema),
    }),
  ),
})

/** One happening: a meeting, an agreement, an outage, a price move, a statement made on an occasion. */
export const eventSchema = z.object({
  id: z.string(),
  type: z.enum(eventTypes),
  title: z.string(),
  time: z.string().nullable(),
  assets: z.array(z.string()),
  modality: z.enum(modalities),
  claims: z.array(claimRefSchema),
  /** Ten outlets quoting one agency count as one. */
  independent_sources: z.number().int(),
  sources: z.array(
    z.object({ outlet: z.string().nullable(), via: z.array(z.string()), reports: z.array(z.string()) }),
  ),
  contradictions: z.array(contradictionSchema),
  links: z.array(
    z.object({ event: z.string(), kind: z.enum(['same_story', 'follows', 'causes', 'denies']) }),
  ),
})

/** Events that belong together. */
export const storySchema = z.object({ id: z.string(), title: z.string(), events: z.array(z.string()) })

/** What became of a commitment by the day of reading, judged by the reports at hand alone. */
export const commitmentStates = ['kept', 'open', 'overdue', 'undated', 'denied'] as const

/** Something that somebody undertook to do, give or pay, with what the reports tell of its being kept. */
export const commitmentSchema = z.object({
  /** The event that tells it. */
  event: z.string(),
  type: z.enum(eventTypes),
  /** Countries, companies and organisations that the claims name. */
  parties: z.array(z.string()),
  /** What it is about: assets, places, carriers. */
  subjects: z.array(z.string()),
  /** Money first; a range as two numbers. `as_written` is the report's own notation. */
  amounts: z.array(
    z.object({
      value: z.union([z.number(), z.tuple([z.number(), z.number()])]),
      unit: z.string(),
      as_written: z.string(),
      claim: claimRefSchema,
    }),
  ),
  /** ISO day or interval on which it was made, or first reported; null when nothing dates it. */
  made: z.string().nullable(),
  /** ISO day or interval by which it is due; null when none is stated. */
  due: z.string().nullable(),
  state: z.enum(commitmentStates),
  /** Later events that tell that it was kept, or that deny it. */
  evidence: z.array(z.string()),
})

/** What `corridor events` prints (CONTRACT). */
export const eventsSchema = z.object({
  schema_version: z.literal('1'),
  events: z.array(eventSchema),
  stories: z.array(storySchema),
  duplicates: z.array(z.object({ report: z.string(), of: z.string() })),
  /** The register of commitments. */
  commitments: z.array(commitmentSchema).optional(),
})

export type ClaimRef = z.infer<typeof claimRefSchema>
export type Commitment = z.infer<typeof commitmentSchema>
export type Contradiction = z.infer<typeof contradictionSchema>
export type Event = z.infer<typeof eventSchema>
export type Story = z.infer<typeof storySchema>
export type Events = z.infer<typeof eventsSchema>

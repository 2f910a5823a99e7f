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

/** What `corridor events` prints (CONTRACT). */
export const eventsSchema = z.object({
  schema_version: z.literal('1'),
  events: z.array(eventSchema),
  stories: z.array(storySchema),
  duplicates: z.array(z.object({ report: z.string(), of: z.string() })),
})

export type ClaimRef = z.infer<typeof claimRefSchema>
export type Contradiction = z.infer<typeof contradictionSchema>
export type Event = z.infer<typeof eventSchema>
export type Story = z.infer<typeof storySchema>
export type Events = z.infer<typeof eventsSchema>

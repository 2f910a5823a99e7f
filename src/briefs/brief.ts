import { z } from 'zod'
import { claimSchema } from '../claims/claim.ts'
import { becauseSchema, statusSchema } from '../core/provenance.ts'
import { commitmentSchema, eventSchema } from '../events/event.ts'
import { assumptionSchema, shockSchema } from '../scenarios/scenario.ts'

/** One computed number: base case, and the range of the shocked one. */
export const effectSchema = z.object({
  /** What is measured, in words of the glossary: `flow`, `unserved demand`, `stock`, `price change` ... */
  measure: z.string(),
  /** What it is measured on: a zone, or `links/ROW` and the like. */
  zone: z.string(),
  carrier: z.string(),
  period: z.string(),
  base: z.number().nullable(),
  low: z.number(),
  central: z.number(),
  high: z.number(),
  unit: z.string(),
  status: statusSchema,
  because: z.array(becauseSchema),
  /** A plain sentence for people; names resolved, units written out. */
  sentence: z.string(),
  /** Id of the scenario that it is the effect of; absent where it belongs to none alone. */
  scenario: z.string().optional(),
})

export const briefScenarioSchema = z.object({
  id: z.string(),
  title: z.string(),
  shocks: z.array(shockSchema),
  assumptions: z.array(assumptionSchema),
})

export const answerSchema = z.object({
  sentence: z.string(),
  low: z.number().nullable(),
  central: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string().nullable(),
  status: statusSchema,
  /** What low, central and high measure, e.g. `flow lost in the first 30 days`. */
  of: z.string().optional(),
  /** How sure, and why, in one or two sentences. */
  confidence: z.string(),
  because: z.array(becauseSchema),
})

/** Observed beside modelled, for the base case. */
export const plausibilitySchema = z.object({
  what: z.string(),
  observed: z.number(),
  modelled: z.number(),
  unit: z.string(),
  because: z.array(becauseSchema),
})

/** Flow per link on the map: base and shocked (central), with ends on the globe. */
export const mapFlowSchema = z.object({
  link: z.string(),
  name: z.string(),
  carrier: z.string(),
  from: z.object({ name: z.string(), lat: z.number(), lon: z.number() }),
  to: z.object({ name: z.string(), lat: z.number(), lon: z.number() }),
  base: z.number(),
  central: z.number(),
  capacity: z.number().nullable(),
  unit: z.string(),
})

/** One chart: lines over time with a band, or bars. Values in `unit`. */
export const chartSchema = z.object({
  kind: z.enum(['lines', 'bars']),
  title: z.string(),
  /** What a person who cannot see it should know. */
  description: z.string(),
  unit: z.string(),
  x: z.array(z.string()),
  series: z.array(
    z.object({
      name: z.string(),
      values: z.array(z.number().nullable()),
      low: z.array(z.number().nullable()).nullable(),
      high: z.array(z.number().nullable()).nullable(),
    }),
  ),
})

export const briefStorySchema = z.object({
  id: z.string(),
  title: z.string(),
  answer: answerSchema,
  events: z.array(z.string()),
  network_date: z.string().nullable(),
  scenarios: z.array(briefScenarioSchema),
  effects: z.array(effectSchema),
  not_computed: z.array(z.object({ what: z.string(), because: z.string() })),
  /** "x moved from this route to that", and the confirmed limits, in sentences. */
  moved: z.array(z.string()),
  reasons: z.array(z.object({ sentence: z.string(), because: z.array(becauseSchema) })),
  plausibility: z.array(plausibilitySchema),
  map: z.array(mapFlowSchema),
  /** Which case `central` of the map's flows is: the low one where the central case moves nothing. Absent: central. */
  map_case: z.enum(['low', 'central']).optional(),
  /** What the map's flows are means over, e.g. `first 30 days`. */
  map_period: z.string().optional(),
  charts: z.array(chartSchema),
})

/** A claim as the brief carries it: with its report, so that it can stand alone in a table. */
export const briefClaimSchema = claimSchema.extend({
  report: z.string(),
  lang: z.string(),
  outlet: z.string().nullable(),
  published: z.string().nullable(),
  /** Each number of the claim: as written, and normalised. */
  numbers: z.array(
    z.object({
      surface: z.string(),
      value: z.union([z.number(), z.tuple([z.number(), z.number()])]),
      unit: z.string(),
      normalised: z.string().nullable(),
    }),
  ),
})

/** `brief.json` (CONTRACT). */
export const briefSchema = z.object({
  schema_version: z.literal('1'),
  generated_for: z.array(z.string()),
  reports: z.array(
    z.object({
      id: z.string(),
      lang: z.string(),
      title: z.string().nullable(),
      outlet: z.string().nullable(),
      url: z.string().nullable(),
      published: z.string().nullable(),
      /** Which date was used for it, and why, in a sentence. */
      dated_because: z.string(),
    }),
  ),
  stories: z.array(briefStorySchema),
  events: z.array(eventSchema),
  /** Who undertook what, by when, and whether the reports tell of its being kept. */
  commitments: z.array(commitmentSchema).optional(),
  claims: z.array(briefClaimSchema),
  not_understood: z.array(
    z.object({
      report: z.string(),
      kind: z.string(),
      text: z.string(),
      span: z.tuple([z.number().int(), z.number().int()]).nullable(),
    }),
  ),
  sources: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      url: z.string().nullable(),
      date: z.string().nullable(),
      licence: z.string().nullable(),
    }),
  ),
  /** Atlas figures and assumptions that the numbers name in `because`, so that the file explains itself. */
  figures: z.array(
    z.object({
      id: z.string(),
      statement: z.string(),
      value: z.number().nullable(),
      unit: z.string().nullable(),
      status: statusSchema,
      source: z.string().nullable(),
    }),
  ),
  /** Names for people by what effects and shocks point at: a zone's id, or `TABLE/ROW`. */
  names: z.record(z.string(), z.string()).optional(),
})

export type Brief = z.infer<typeof briefSchema>
export type BriefStory = z.infer<typeof briefStorySchema>
export type BriefClaim = z.infer<typeof briefClaimSchema>
export type Effect = z.infer<typeof effectSchema>
export type Chart = z.infer<typeof chartSchema>
export type MapFlow = z.infer<typeof mapFlowSchema>

import { z } from 'zod'
import { becauseSchema, statusSchema } from '../core/provenance.ts'

/**
 * What a shock changes. Unit `1` on `capacity`, `supply`, `demand` means a factor on the value of the day;
 * any other unit is an absolute value. `flow` is a nomination: the link carries at least this much, as far as its
 * capacity goes. `measure` has unit `in_force`: 1 imposes, 0 lifts. `level` is a stock.
 */
export const shockFields = [
  'capacity',
  'supply',
  'demand',
  'injection',
  'withdrawal',
  'level',
  'measure',
  'flow',
] as const

/** Who bears a shortage: zones that can help each other alike, or whoever a country's own demand leaves nothing for. */
export const sharingRules = ['cooperative', 'own_first'] as const
export type SharingRule = (typeof sharingRules)[number]

/** What an ensemble draws of a shock; each part absent is certain (docs/model.md, ensembles). */
export const uncertainSchema = z.object({
  /** Chance that it happens at all. */
  probability: z.number().min(0).max(1).optional(),
  /** How its size lies between `low` and `high`; default triangular about `central`. */
  shape: z.enum(['triangular', 'uniform']).optional(),
  /** How many days it lasts from its first, triangular. */
  days: z.object({ low: z.number().min(1), central: z.number().min(1), high: z.number().min(1) }).optional(),
  /** Shocks that name the same group are drawn together. */
  group: z.string().optional(),
  /** With a group: correlation of the normal scores behind the draws, 0 to 1; default 1. */
  correlation: z.number().min(0).max(1).optional(),
})

export const shockSchema = z.object({
  /** `TABLE/ROW` of the atlas: `links/cpc-russia`, `assets/kropotkinskaya`, `supplies/tengiz`, `measures/eu-ns-ban`. */
  asset: z.string(),
  field: z.enum(shockFields),
  low: z.number(),
  central: z.number(),
  high: z.number(),
  unit: z.string(),
  from: z.string(),
  /** Last day of the shock, inclusive; null: until the end of the horizon. */
  to: z.string().nullable(),
  status: statusSchema,
  /** What the size rests on; the first is the main reason. */
  because: z.array(becauseSchema),
  /**
   * Days that it lasts from its first, where the three cases differ in that: the low case, which leaves least, lasts
   * longest. Absent: until `to` in all of them.
   */
  lasts: z.object({ low: z.number().min(1), central: z.number().min(1), high: z.number().min(1) }).optional(),
  /**
   * Days over which what is lost comes back, half of them before the last day and half after it, in the three cases; absent
   * or 0: all of it on the day after the last.
   */
  returns: z
    .object({ low: z.number().min(0), central: z.number().min(0), high: z.number().min(0) })
    .optional(),
  uncertain: uncertainSchema.optional(),
})

/** A stated premise of a scenario, by the id that `assumption:ID` names. */
export const assumptionSchema = z.object({
  id: z.string(),
  statement: z.string(),
  low: z.number().nullable(),
  central: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string().nullable(),
  status: statusSchema,
  because: z.array(becauseSchema),
})

export const scenarioSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Day of the atlas to compute on. */
  network_date: z.string(),
  /** First day of the shock: from here on the model runs in daily steps. */
  start: z.string(),
  /** Days that the run covers from `start`. */
  days: z.number().int().positive(),
  /** How long the operator believes the shock lasts, in days from its start (MODEL, time). */
  belief_days: z.number().positive(),
  /** How shortage is shared; absent: cooperative. */
  sharing: z.enum(sharingRules).optional(),
  shocks: z.array(shockSchema),
  /** What the plan may build, at a cost: it builds where that saves more than it costs. Absent: nothing. */
  extendable: z
    .array(
      z.object({
        /** `links/ID`, `supplies/ID` or `conversions/ID`; `stores/ID` for its volume. */
        asset: z.string(),
        most: z.number().min(0),
        /** Rate unit of the carrier; of a store that of its stock, without the day. */
        unit: z.string(),
        /** EUR a year for each unit. */
        cost_eur_y: z.number().min(0),
        /** First day on which it works. */
        from: z.string(),
      }),
    )
    .optional(),
  /** Shares of final demands that must be served whatever it costs; the answer may then be that they cannot. */
  must_serve: z.array(z.object({ demand: z.string(), share: z.number().min(0).max(1) })).optional(),
  assumptions: z.array(assumptionSchema),
  /** Zones and carriers whose effects answer the question, `ZONE:CARRIER`; empty: all that change. */
  watch: z.array(z.string()),
})

export type Shock = z.infer<typeof shockSchema>
export type Assumption = z.infer<typeof assumptionSchema>
export type Scenario = z.infer<typeof scenarioSchema>

/** One definite shock: a range reduced to one number for one run. */
export interface ConcreteShock {
  readonly asset: string
  readonly field: (typeof shockFields)[number]
  readonly value: number
  readonly unit: string
  readonly from: string
  readonly to: string | null
  /** Days over which it comes back, half before the end of `to` and half after; absent: at once. */
  readonly returns?: number
}

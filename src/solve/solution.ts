import { z } from 'zod'

export const solveStatuses = ['optimal', 'infeasible', 'unbounded', 'time_limit', 'cancelled'] as const

/** What `corridor solve` prints (CONTRACT). Rates are per day in the unit of their carrier. */
export const solutionSchema = z.object({
  schema_version: z.literal('1'),
  status: z.enum(solveStatuses),
  /** Money without the constant terms. */
  objective: z.number().nullable(),
  objective_constant: z.number(),
  /**
   * Only with status `time_limit`: money, calibration wedges included, below which no plan can cost; null where nothing
   * is proved. It is no answer, and no quantity goes with it.
   */
  bound: z.number().nullable().optional(),
  periods: z.array(z.object({ id: z.string(), start: z.string(), days: z.number() })),
  flows: z.array(
    z.object({
      link: z.string(),
      carrier: z.string(),
      period: z.string(),
      value: z.number(),
      unit: z.string(),
      /** Capacity of the day less flow; null where the link has no limit. */
      headroom: z.number().nullable(),
    }),
  ),
  unserved: z.array(
    z.object({
      zone: z.string(),
      carrier: z.string(),
      tier: z.string(),
      period: z.string(),
      value: z.number(),
      unit: z.string(),
    }),
  ),
  /** Marginal system cost of one more unit of demand: not a market price (MODEL, prices). */
  prices: z.array(
    z.object({
      zone: z.string(),
      carrier: z.string(),
      period: z.string(),
      value: z.number(),
      unit: z.string(),
    }),
  ),
  stores: z.array(z.object({ store: z.string(), period: z.string(), level: z.number(), unit: z.string() })),
  capacities: z.array(z.object({ asset: z.string(), value: z.number(), unit: z.string() })),
  binding: z.array(
    z.object({ constraint: z.string(), sentence: z.string(), dual: z.number(), unit: z.string() }),
  ),
  conflict: z.array(z.object({ constraint: z.string(), sentence: z.string() })),
  /** When infeasible: the least total amount by which limits must give way, and what gives way in it. */
  relaxation: z
    .array(z.object({ constraint: z.string(), sentence: z.string(), amount: z.number(), unit: z.string() }))
    .optional(),
  /** Added to CONTRACT's fields: production by supply and period, and conversion by plant and period. */
  supplies: z.array(
    z.object({ supply: z.string(), period: z.string(), value: z.number(), unit: z.string() }),
  ),
  conversions: z.array(
    z.object({ conversion: z.string(), period: z.string(), value: z.number(), unit: z.string() }),
  ),
  /** Power short in the hours of peak, where it is: mean over those hours, in MW. */
  power_peaks: z
    .array(
      z.object({
        zone: z.string(),
        period: z.string(),
        asked: z.number(),
        unserved: z.number(),
        unit: z.literal('MW'),
      }),
    )
    .optional(),
  /** Part of a flow that is of owners whom a measure tells apart; empty without such a measure. */
  class_flows: z.array(
    z.object({
      class: z.string(),
      link: z.string(),
      period: z.string(),
      value: z.number(),
      unit: z.string(),
    }),
  ),
  /** Only where it was asked for: what owners and transit countries lose over the horizon; money in EUR. */
  exposure: z
    .array(
      z.object({
        kind: z.enum(['production', 'carriage', 'transit']),
        of: z.string(),
        carrier: z.string(),
        unit: z.string(),
        base: z.number(),
        lost: z.number(),
        money: z.object({ low: z.number(), central: z.number(), high: z.number() }).nullable(),
        because: z.array(z.string()),
      }),
    )
    .optional(),
})
export type Solution = z.infer<typeof solutionSchema>

import { z } from 'zod'

/** How a number came to be: said by a source, derived from sources, taken without a source, or solved for. */
export const statusSchema = z.enum(['reported', 'estimated', 'assumed', 'computed'])
export type Status = z.infer<typeof statusSchema>

/**
 * Where a number leads. One of
 * `claim:REPORT/CLAIM`, `atlas:TABLE/ROW/FIELD`, `constraint:ID`, `assumption:ID`.
 */
export const becauseSchema = z
  .string()
  .regex(/^(claim:[^/]+\/.+|atlas:[^/]+\/[^/]+\/[^/]+|constraint:.+|assumption:.+)$/u)
export type Because = string

/** A number a person may read: value with its unit, its range where known, and where it comes from. */
export interface Sourced {
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  readonly unit: string
  readonly status: Status
  readonly because: Because
}

import type { Because } from '../core/provenance.ts'
import type { Assumption } from '../scenarios/scenario.ts'
import type { Brief, BriefClaim } from './brief.ts'
import { formatRange, formatTogether, withUnit } from './number-format.ts'

/** ` (central 14 days, 7 to 30 days)`; nothing where the premise has no number. */
export function assumptionValue(assumption: Pick<Assumption, 'low' | 'central' | 'high' | 'unit'>): string {
  const { low, central, high, unit } = assumption
  // Whether a measure is in force is said by the statement.
  if (unit === 'in_force') return ''
  const parts = [
    central === null ? '' : withUnit(formatTogether([central])[0] ?? '', unit),
    low === null || high === null || low === high ? '' : formatRange(low, high, unit),
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : ` (${parts.join(', range ')})`
}

/** The first claim that a shock rests on; null where it rests on none that the brief carries. */
export function firstClaim(brief: Brief, because: readonly Because[]): BriefClaim | null {
  for (const key of because) {
    const claim = brief.claims.find((one) => key === `claim:${one.report}/${one.id}`)
    if (claim !== undefined) return claim
  }
  return null
}

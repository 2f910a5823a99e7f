import type { Assumption } from '../scenarios/scenario.ts'
import { formatRange, formatTogether, withUnit } from './number-format.ts'

/** ` (central 14 days, 7 to 30 days)`; nothing where the premise has no number. */
export function assumptionValue(assumption: Pick<Assumption, 'low' | 'central' | 'high' | 'unit'>): string {
  const { low, central, high, unit } = assumption
  const parts = [
    central === null ? '' : withUnit(formatTogether([central])[0] ?? '', unit),
    low === null || high === null || low === high ? '' : formatRange(low, high, unit),
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : ` (${parts.join(', range ')})`
}

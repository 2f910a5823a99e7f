import type { Quantity } from '../../claims/claim.ts'
import { daysBetween, isoBounds } from '../../core/time.ts'
import { parseUnit } from '../../core/units.ts'

/** A shorter time may be the day of the news, or how long something stood still. */
const SHORTEST_DAYS = 28

/** "Exported 28 million tonnes last year", "1.1 Mt in October": an amount of a month or more as a rate per day. */
export function perDay(quantity: Quantity, time: string | null): Quantity {
  const { unit, value } = quantity
  const bounds = time === null ? null : isoBounds(time)
  const parsed = unit.includes('/') ? null : parseUnit(unit)
  if (!bounds?.first || !bounds.last || parsed === null || parsed.bottom !== null) return quantity
  const days = daysBetween(bounds.first, bounds.last) + 1
  if (days < SHORTEST_DAYS || !['mass', 'volume', 'barrels', 'energy'].includes(parsed.top)) return quantity
  const daily: Quantity['value'] = Array.isArray(value) ? [value[0] / days, value[1] / days] : value / days
  return { ...quantity, value: daily, unit: `${unit}/d` }
}

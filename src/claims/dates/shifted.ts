import { addDays, type CalendarDate } from '../../core/time.ts'
import { isoQuarter, monthOf, nearestWeekday, shiftMonth, yearOf } from './calendar-days.ts'
import type { Shift, Unit } from './date-lexicon.ts'

/** The ISO period that lies `by` units from the publication date; null when that is unknown. */
export function shifted(published: CalendarDate | null, shift: Shift): string | null {
  if (published === null) return null
  const [year, month] = [yearOf(published), monthOf(published)]
  switch (shift.unit) {
    case 'day':
      return addDays(published, shift.by)
    case 'night':
      return `${addDays(published, shift.by - 1)}/${addDays(published, shift.by)}`
    case 'week': {
      const monday = addDays(nearestWeekday(published, 1, false), shift.by * 7)
      return `${monday}/${addDays(monday, 6)}`
    }
    case 'weekend': {
      const saturday = addDays(
        nearestWeekday(published, 6, false),
        (shift.by < 0 ? shift.by + 1 : shift.by) * 7,
      )
      return `${saturday}/${addDays(saturday, 1)}`
    }
    case 'month':
      return shiftMonth(year, month, shift.by)
    case 'quarter': {
      const index = year * 4 + Math.floor((month - 1) / 3) + shift.by
      return isoQuarter(Math.floor(index / 4), (((index % 4) + 4) % 4) + 1)
    }
    case 'year':
      return String(year + shift.by).padStart(4, '0')
  }
}

/** A count of units before the publication date, as exact as the unit: three days ago, two years ago. */
export function unitsAgo(published: CalendarDate | null, unit: Unit, count: number): string | null {
  if (published === null || count > 400) return null
  if (unit === 'week') return addDays(published, -7 * count)
  return shifted(published, { unit, by: -count })
}

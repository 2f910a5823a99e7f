import { addDays, parseCalendarDate } from '../../core/time.ts'
import type { Claim, DateMention } from '../claim.ts'
import type { FoundDate } from './date-context.ts'

const DAY = /^(\.\.\/)?(\d{4}-\d{2}-\d{2})(\/\.\.)?$/u

/**
 * What a weekday alone means where it tells what is to come: the next one, with the end that it leaves open. What is of
 * today, or to come already, stays.
 */
export function isoAhead(date: FoundDate, published: string | null): string | null {
  const [, before = '', day = '', after = ''] = DAY.exec(date.iso ?? '') ?? []
  const read = parseCalendarDate(day)
  if (!date.isBareWeekday || read === null || published === null || day >= published) return date.iso
  return `${before}${addDays(read, 7)}${after}`
}

/** The dates as their claims take them: a weekday alone by which a claim tells what is to come lies ahead. */
export function withWeekdaysAhead(
  dates: readonly FoundDate[],
  claims: readonly Pick<Claim, 'span' | 'time'>[],
  published: string | null,
): DateMention[] {
  return dates.map((date) => {
    if (!date.isBareWeekday) return date
    const ahead = isoAhead(date, published)
    const isTaken = claims.some(
      ({ span, time }) => time === ahead && span[0] <= date.start && span[1] >= date.end,
    )
    const { surface, start, end, iso, is_relative } = date
    return { surface, start, end, iso: isTaken ? ahead : iso, is_relative }
  })
}

import { daysBetween, isoBounds, parseCalendarDate } from '../../core/time.ts'
import type { ClaimFacts, EventFacts } from '../event-facts.ts'
import { isOf } from '../topics.ts'

/** Sanctions that are dated longer ago than this are no news of the report that tells them. */
const NEWS_DAYS = 60

/**
 * Whether an event only tells of sanctions that are in force already: "X, which is on the list", "under sanctions",
 * "sanctioned since 2022". A report without a day of its own says nothing of how long ago they are.
 */
export function isKnownSanction({ event, claims }: EventFacts): boolean {
  return event.type === 'sanction' && claims.length > 0 && claims.every(isKnown)
}

function isKnown(facts: ClaimFacts): boolean {
  return isOf(facts, 'listed') || isLongAgo(facts)
}

function isLongAgo({ claim, reading }: ClaimFacts): boolean {
  const told = parseCalendarDate(reading.published ?? '')
  const bounds = claim.time === null ? null : isoBounds(claim.time)
  if (told === null || bounds === null || claim.modality === 'announced_or_planned') return false
  // "Since 2022" began then; "in 2022" was over by its last day.
  const day = claim.time?.endsWith('/..') ? bounds.first : bounds.last
  return day !== null && daysBetween(day, told) > NEWS_DAYS
}

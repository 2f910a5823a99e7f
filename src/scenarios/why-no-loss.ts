import { addDays, type CalendarDate, isoBounds, parseCalendarDate } from '../core/time.ts'
import type { ClaimFacts, EventFacts } from './event-facts.ts'
import { STORY_DAYS } from './near-in-time.ts'
import { directionOf, isOf, LOSING } from './topics.ts'

/**
 * Why what reports tell of a loss takes nothing away on the day of the network, in words for people: less is sent because less is
 * wanted, they say that it did not happen, or that it has lasted for long, or tell it as background of a loss that is their news. Null where
 * none of this is so; the background of a story without a newer loss is its question.
 */
export function whyNoLoss(facts: EventFacts, story: readonly EventFacts[]): string | null {
  const { claims, event } = facts
  // A denial is somebody's word against another's, and is told as that.
  if (!LOSING.has(event.type) || event.modality === 'denied' || claims.length === 0) return null
  if (claims.every(({ claim }) => claim.polarity === 'negative'))
    return 'the reports say that it did not happen'
  const falls = claims.filter((told) => directionOf(told) === 'down')
  if (event.type === 'supply_change' && falls.length > 0 && falls.every((told) => isOf(told, 'less_wanted')))
    return 'less is sent because less is wanted: no supply is lost, and who wants less is no buyer who goes short'
  const halts = claims.filter(isDated)
  if (
    halts.length > 0 &&
    claims.every((told) => hasLastedLong(told) || !isDated(told)) &&
    halts.some(hasLastedLong)
  )
    return 'it has lasted since long before the report, so the network of the day has it already'
  const isBackground = claims.every(isPast)
  const isNews = ({ event: other, claims: told }: EventFacts): boolean =>
    other.type === 'outage_or_attack' && other.modality !== 'denied' && told.some((one) => !isPast(one))
  return isBackground && story.some(isNews)
    ? 'it is told as background of a later loss, which is computed'
    : null
}

function isDated({ claim }: ClaimFacts): boolean {
  return claim.time !== null
}

/** "shut since March 2023": begun before what is news, without an end. */
function hasLastedLong({ claim, reading }: ClaimFacts): boolean {
  const bounds = claim.time === null ? null : isoBounds(claim.time)
  return bounds?.first != null && bounds.last === null && isBeforeNews(bounds.first, reading.published)
}

function isPast({ claim, reading }: ClaimFacts): boolean {
  const bounds = claim.time === null ? null : isoBounds(claim.time)
  return bounds?.last != null && isBeforeNews(bounds.last, reading.published)
}

function isBeforeNews(day: CalendarDate, published: string | null): boolean {
  const told = published === null ? null : parseCalendarDate(published.slice(0, 10))
  return told !== null && day < addDays(told, -STORY_DAYS)
}

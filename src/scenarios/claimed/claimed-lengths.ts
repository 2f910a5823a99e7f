import { type CalendarDate, daysBetween, isoBounds } from '../../core/time.ts'
import type { ClaimFacts } from '../event-facts.ts'
import { isOf, speaksOf, type Topic } from '../topics.ts'
import { type ClaimedRange, sizesOf, whoSays } from './claimed-range.ts'
import { lostShare } from './told-state.ts'

const ending: ReadonlySet<string> = new Set([
  'outage_or_attack',
  'supply_halt',
  'supply_change',
  'repair_or_restart',
])

/** Days from `start` until an outage is over, where claims name the day: "until 25 September", "back on 12 March". */
export function claimedEnds(
  claims: readonly ClaimFacts[],
  start: CalendarDate,
  longest: number,
): readonly ClaimedRange[] {
  return claims.flatMap((facts): ClaimedRange[] => {
    const { claim } = facts
    if (claim.modality === 'denied' || claim.polarity === 'negative') return []
    // "Works at half of its capacity until 10 December": how it works until then.
    if (!ending.has(claim.event) && lostShare(facts) === null) return []
    const bounds = claim.time === null ? null : isoBounds(claim.time)
    if (bounds === null || bounds.last === null) return []
    const isInterval = claim.time?.includes('/') === true
    const last = daysBetween(start, bounds.last)
    // Work that ends an outage names the day of return; an outage names its own last day.
    const range =
      claim.event === 'repair_or_restart' && !isInterval
        ? { low: bounds.first === null ? last : daysBetween(start, bounds.first), high: last }
        : isInterval
          ? { low: last + 1, high: last + 1 }
          : null
    // "The repair takes seven months", told on a day, ends on no day that it names.
    const isUnderWay = claim.event === 'repair_or_restart' && !speaksOf(facts, 'resume')
    if (range === null) return []
    // What works again on the day that it stopped was out for a part of it.
    if (isBack(facts) && range.low === 0 && range.high === 0)
      return [{ low: daysIn.hour, high: 1, because: facts.because, who: whoSays(facts), isOver: true }]
    if (range.low < 1 || range.high > longest || (isUnderWay && range.high <= 1)) return []
    const isNewEnd = isOf(facts, 'prolonged')
    const isOver = isBack(facts) && !isInterval
    return [
      {
        ...range,
        ...{ because: facts.because, who: whoSays(facts) },
        ...(isNewEnd ? { isNewEnd } : {}),
        ...(isOver ? { isOver } : {}),
      },
    ]
  })
}

const daysIn = { hour: 1 / 24, day: 1, week: 7, month: 30.4, year: 365 } as const

function isUnitOfTime(unit: string): unit is keyof typeof daysIn {
  return unit in daysIn
}

/** Lengths in days that are told without a number: "for some hours", "within a week". */
const inWords: readonly (readonly [Topic, { readonly low: number; readonly high: number }])[] = [
  ['briefly', { low: daysIn.hour, high: 12 * daysIn.hour }],
  ['some_hours', { low: 2 * daysIn.hour, high: 12 * daysIn.hour }],
  ['a_week', { low: 7, high: 7 }],
  ['a_month', { low: 30, high: 30 }],
]

const OF_HOURS: ReadonlySet<Topic> = new Set(['briefly', 'some_hours'])

/** Whether a claim says that something works again, and not at what is left of it. */
function isBack(facts: ClaimFacts): boolean {
  const { event, modality } = facts.claim
  const isTold = event === 'repair_or_restart' && modality === 'happened' && speaksOf(facts, 'resume')
  return isTold && lostShare(facts) === null
}

/** Whether hours that a claim tells are how long supply is away, and not how long a fire burnt. */
function isOfHours(facts: ClaimFacts): boolean {
  return facts.claim.event === 'supply_halt' || speaksOf(facts, 'resume')
}

/** Whether a claim says in words that it stopped for some hours. */
export function tellsSomeHours(facts: ClaimFacts): boolean {
  return (isOf(facts, 'some_hours') || isOf(facts, 'briefly')) && isOfHours(facts)
}

/** "Was briefly cut": who looks back on something short has seen its end. */
function wasBrief(facts: ClaimFacts): boolean {
  return isOf(facts, 'briefly') && facts.claim.modality === 'happened' && isOfHours(facts)
}

const LEAST: ReadonlySet<string> = new Set(['at_least', 'more_than'])

/** Whether a claim says that something lasts longer, and until which day. */
export function isProlongedTo(facts: ClaimFacts): boolean {
  const { time } = facts.claim
  return isOf(facts, 'prolonged') && time !== null && isoBounds(time)?.last != null
}

/** Durations of repair or outage that the claims state, in days. */
export function claimedDurations(claims: readonly ClaimFacts[]): readonly ClaimedRange[] {
  return claims.flatMap((facts): ClaimedRange[] => {
    if (
      !['repair_or_restart', 'outage_or_attack', 'supply_halt', 'supply_change'].includes(facts.claim.event)
    )
      return []
    // "Prolonged by five days until the 25th": five days are not how long it lasts, the new end is.
    if (isProlongedTo(facts)) return []
    // Of "not weeks" and of a denial of weeks nothing can be said but that it is not so long.
    if (facts.claim.modality === 'denied' || facts.claim.polarity === 'negative') return []
    const told = {
      because: facts.because,
      who: whoSays(facts),
      ...(isBack(facts) || wasBrief(facts) ? { isOver: true } : {}),
    }
    const words = inWords.flatMap(([topic, days]) =>
      isOf(facts, topic) && (!OF_HOURS.has(topic) || isOfHours(facts)) ? [days] : [],
    )
    const [only, second] = words
    // "Briefly, for a few hours" is no contradiction.
    const isAgreed = second === undefined || (isOf(facts, 'briefly') && isOf(facts, 'some_hours'))
    if (only !== undefined && isAgreed) return [{ ...only, ...told }]
    return facts.quantities.flatMap(({ unit, value, qualifier }) => {
      if (!isUnitOfTime(unit)) return []
      const days = daysIn[unit]
      const { low, high } = sizesOf(value)
      const isLength = low > 0 && (high * days >= 1 || isOfHours(facts))
      const isLeast = LEAST.has(qualifier ?? '') || isOf(facts, 'prolonged')
      return isLength ? [{ low: low * days, high: high * days, ...told, isLeast }] : []
    })
  })
}

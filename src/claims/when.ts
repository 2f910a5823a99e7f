import type { EventType, Modality } from './claim.ts'
import { isoAhead, isoBehind } from './dates/date-ahead.ts'
import type { Marks } from './marks.ts'
import type { Span } from './text/sentences.ts'

interface Asked {
  readonly clause: Span
  readonly sentence: Span
  readonly event: EventType
  readonly modality: Modality
  readonly published: string | null
  /** True in the first paragraph, which tells the news of the day. */
  readonly isLead: boolean
}

export interface When {
  readonly time: string | null
  /** What gave it: a date of the clause, of its sentence, or the day of publication. */
  readonly from: 'clause' | 'sentence' | 'publication' | null
}

/** ISO day, month, year or interval: of the clause, else of the sentence, else for news of the day its date. */
export function whenOf(marks: Marks, asked: Asked): When {
  const own = dated(marks, asked.clause, asked)
  if (own !== null) return { time: own, from: 'clause' }
  const near = isPast(asked) ? dated(marks, asked.sentence, asked) : null
  // What a neighbour says of days to come, or of a week that still runs, does not date what has been.
  if (near !== null && !isAfter(near, asked.published) && !runsOn(near, asked.published))
    return { time: near, from: 'sentence' }
  // Prices are told for the day.
  const isOfDay = isPast(asked) && (asked.isLead || asked.event === 'price_move')
  return isOfDay && asked.published !== null
    ? { time: asked.published, from: 'publication' }
    : { time: null, from: null }
}

function dated(marks: Marks, span: Span, asked: Asked): string | null {
  const found = marks.dates
    .within(span.start, span.end)
    .flatMap(
      (date) =>
        (AHEAD.has(asked.modality) || (date.bare === 'month' && MAY_BE.has(asked.modality))
          ? isoAhead(date, asked.published)
          : isPast(asked)
            ? isoBehind(date, asked.published)
            : date.iso) ?? [],
    )
    // "the highest since January": the price is of today.
    .filter((iso) => asked.event !== 'price_move' || !isPast(asked) || !iso.endsWith('/..'))
  // What is agreed or said has been, even where it speaks of days to come.
  const told =
    WORDS.has(asked.event) && isPast(asked) ? found.filter((iso) => !isAfter(iso, asked.published)) : found
  const [first, second] = [told[0], told.at(-1)]
  if (first === undefined || second === undefined) return null
  if (asked.event !== 'visit_or_meeting') {
    const night = STRETCH.exec(first)
    const isNight = night?.[1] !== undefined && night[2] !== undefined && isNextDay(night[1], night[2])
    // Works "from 3 to 4 December" are two days: nobody plans for a night that way.
    if (isNight && !isAfter(first, asked.published)) return night[2] ?? null
  }
  const open = OPEN.exec(first)?.[1]
  if (open !== undefined && isPast(asked)) {
    // "flows again since Saturday" happened on Saturday; "six tankers left since the 16th" until today
    if (POINTS.has(asked.event)) return open
    if (asked.event === 'transit' && asked.published !== null) return `${open}/${asked.published}`
  }
  // "denied on Saturday that X would ship this month": of what is denied, not of who denies.
  if (asked.modality === 'denied' && first === asked.published) return second
  if (asked.modality !== 'announced_or_planned' || first === second) return first
  // "stops on the 3rd and returns on the 10th" is a stretch; "was due in 2029, now in 2031" is the later
  if (!DAY.test(first) || !DAY.test(second)) return second
  // "37 on Tuesday, against 42 on Monday": what is to come is not before the day it is compared with.
  return first < second ? `${first}/${second}` : first
}

/** "Denied plans to raise output in November", told in September. */
/** What is still to come: "if the repair ends, flows resume on Saturday". */
const AHEAD = new Set<Modality>(['announced_or_planned', 'conditional'])
const MAY_BE = new Set<Modality>(['possible', 'conditional', 'denied'])

const WORDS = new Set<EventType>([
  'agreement',
  'negotiation',
  'statement',
  'sanction',
  'sanction_relief',
  'price_move',
])
const POINTS = new Set<EventType>(['repair_or_restart', 'outage_or_attack', 'agreement', 'visit_or_meeting'])
const OPEN = /^(\d{4}-\d{2}-\d{2})\/\.\.$/u
const DAY = /^\d{4}-\d{2}-\d{2}$/u
const STRETCH = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/u

/** A night between two days is told by the later one. */
function isNextDay(first: string, second: string): boolean {
  return Date.parse(second) - Date.parse(first) === 86_400_000
}

function isPast(asked: Asked): boolean {
  return asked.modality === 'happened' || asked.modality === 'denied'
}

/** Whether a stretch of days goes on behind the day of publication. */
function runsOn(time: string, published: string | null): boolean {
  const end = STRETCH.exec(time)?.[2]
  return end !== undefined && published !== null && end > published
}

/** Whether a time begins after a day; false where either is not known. */
export function isAfter(time: string | null, day: string | null): boolean {
  if (time === null || day === null) return false
  const start = time.split('/')[0] ?? ''
  const from = start === '..' ? '' : start
  return from !== '' && from > day.slice(0, from.length)
}

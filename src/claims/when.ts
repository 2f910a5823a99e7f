import type { EventType, Modality } from './claim.ts'
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

/** ISO day, month, year or interval: of the clause, else of the sentence, else for news of the day its date. */
export function whenOf(marks: Marks, asked: Asked): string | null {
  const own = dated(marks, asked.clause, asked)
  if (own !== null) return own
  const isPast = asked.modality === 'happened' || asked.modality === 'denied'
  const near = isPast ? dated(marks, asked.sentence, asked) : null
  if (near !== null) return near
  return isPast && asked.isLead ? asked.published : null
}

function dated(marks: Marks, span: Span, asked: Asked): string | null {
  const found = marks.dates
    .within(span.start, span.end)
    .flatMap((date) => (date.iso === null ? [] : [date.iso]))
  const [first, second] = [found[0], found.at(-1)]
  if (first === undefined || second === undefined) return null
  if (asked.event !== 'visit_or_meeting') {
    const night = NIGHT.exec(first)
    if (night?.[1] !== undefined && night[2] !== undefined && isNextDay(night[1], night[2])) return night[2]
  }
  if (asked.modality !== 'announced_or_planned' || first === second) return first
  // "stops on the 3rd and returns on the 10th" is a stretch; "was due in 2029, now in 2031" is the later
  return DAY.test(first) && DAY.test(second) && first < second ? `${first}/${second}` : second
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u
const NIGHT = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/u

/** A night between two days is told by the later one. */
function isNextDay(first: string, second: string): boolean {
  return Date.parse(second) - Date.parse(first) === 86_400_000
}

import { addDays } from '../../core/time.ts'
import { nearestWeekday } from './calendar-days.ts'
import { type DateContext, numberAt, type When } from './date-context.ts'
import type { Unit } from './date-lexicon.ts'
import { looksAhead } from './future.ts'
import { shifted, unitsAgo } from './shifted.ts'

interface Counted {
  readonly count: number
  readonly unit: Unit
  /** Below zero for the last, above for the next. */
  readonly shift: number
  readonly to: number
  readonly start: number
}

const most = 400

/** "the last two days", "the next 3 weeks", les trois prochains mois, الأسابيع الثلاثة القادمة. */
export function readCountedSpan(context: DateContext, from: number): When | null {
  const span = countedSpan(context, from)
  if (span === null || span.count < 2 || span.count > most || !Number.isInteger(span.count)) return null
  return { iso: isoSpan(context, span), isRelative: true, from, to: span.to, start: span.start }
}

function countedSpan(context: DateContext, from: number): Counted | null {
  const { tokens, dates } = context
  const lead = dates.spans.before.at(tokens, from)
  // "will last two weeks": a verb
  if (lead !== null && dates.spansNotAfter.has(tokens[from - 1]?.fold ?? '')) return null
  const unitFirst = lead === null && dates.placeAfter ? dates.units.at(tokens, from) : null
  const number = countAt(context, unitFirst?.to ?? lead?.to ?? from)
  if (number === null) return null
  const middle = lead === null ? dates.spans.before.at(tokens, number.next) : null
  const unit = unitFirst ?? dates.units.at(tokens, middle?.to ?? number.next)
  if (unit === null) return null
  const to = unitFirst === null ? unit.to : number.next
  const tail = lead === null && middle === null ? dates.spans.after.at(tokens, to) : null
  const shift = lead ?? middle ?? tail
  const start = unitFirst?.start ?? lead?.start ?? number.start
  return shift === null || shift.value === 0
    ? null
    : { count: number.value, unit: unit.value, shift: shift.value, to: tail?.to ?? to, start }
}

/** A number, or a word for some: a few days. */
function countAt(context: DateContext, at: number): { value: number; next: number; start: number } | null {
  const some = context.dates.few.at(context.tokens, at)
  if (some !== null) return { value: few, next: some.to, start: some.start }
  const number = numberAt(context, at)
  return number === null || isPercent(context, at, number.value) ? null : number
}

/** "8 بالمئة الشهر الماضي", "un 8 por ciento el mes pasado": a hundred behind a figure is no count of months. */
function isPercent({ tokens, dates }: DateContext, at: number, value: number): boolean {
  if (value !== 100) return false
  const isLed = dates.in.at(tokens, at - 1)?.to === at
  const before = isLed ? at - 2 : at - 1
  return tokens[before]?.kind === 'digits' || dates.numbers.items.at(tokens, before) !== null
}

/** What "a few" is read as. */
const few = 3

function isoSpan(context: DateContext, { count, unit, shift }: Counted): string | null {
  const { published } = context
  if (published === null) return null
  const [first, last] = shift < 0 ? [-count, -1] : [1, count]
  if (unit === 'week') {
    const monday = nearestWeekday(published, 1, false)
    return `${addDays(monday, 7 * first)}/${addDays(monday, 7 * last + 6)}`
  }
  const [begin, end] = [shifted(published, { unit, by: first }), shifted(published, { unit, by: last })]
  return begin === null || end === null ? null : `${begin.split('/')[0]}/${end.split('/').at(-1)}`
}

/** "in three days", через неделю, dans deux mois, 三天后: so many units ahead. */
export function readAhead(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const lead = dates.inUnits.before.at(tokens, from)
  const number = countAt(context, lead?.to ?? from)
  const unit = dates.units.at(tokens, number?.next ?? lead?.to ?? from)
  if (unit === null || (number === null && lead === null)) return null
  const tail = dates.inUnits.after.exactlyAt(tokens, unit.to)
  if ((lead === null) === (tail === null)) return null
  const count = number?.value ?? 1
  if (!Number.isInteger(count) || count < 1 || count > most) return null
  // "in ten days" may also say how long something took.
  const isDoubtful = context.manner === 'news' && dates.in.at(tokens, from)?.to === lead?.to
  if (isDoubtful && !looksAhead(context, from, unit.to)) return null
  return {
    iso: unitsAgo(context.published, unit.value, -count),
    isRelative: true,
    from,
    to: tail?.to ?? unit.to,
    start: lead?.start ?? number?.start ?? unit.start,
  }
}

/** "within ten days", в течение двух недель: from the day of publication on. */
export function readWithin(context: DateContext, from: number): When | null {
  const { tokens, dates, published } = context
  const lead = dates.within.at(tokens, from)
  if (lead === null) return null
  const number = countAt(context, lead.to)
  const unit = dates.units.at(tokens, number?.next ?? lead.to)
  const count = number?.value ?? 1
  if (unit === null || !Number.isInteger(count) || count < 1 || count > most) return null
  // خلال شهر مارس, خلال الشهر القادم: the month has a name, or is the next one.
  const isNamed = unit.value === 'month' && dates.names.months.at(tokens, unit.to) !== null
  if (number === null && (isNamed || dates.shifts.after.at(tokens, unit.to) !== null)) return null
  if (context.manner === 'news' && !looksAhead(context, from, unit.to)) return null
  const end = unitsAgo(published, unit.value, -count)
  const iso =
    end === null ? null : `${end.length === 10 ? published : published?.slice(0, end.length)}/${end}`
  return { iso, isRelative: true, from, to: unit.to, start: lead.start }
}

import { addDays, parseCalendarDate } from '../../core/time.ts'
import { isoDay, lastDayOfMonth } from './calendar-days.ts'
import type { DateContext, When } from './date-context.ts'
import type { PartName, Unit } from './date-lexicon.ts'
import { readPlain } from './read-plain.ts'
import { shifted } from './shifted.ts'

/** A plain expression, or what narrows one: the night before it, its early, middle or late part, its half. */
export function readNarrowed(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const night = dates.nightBefore.at(tokens, from)
  const morning = night === null ? null : readPlain(context, night.to)
  if (night !== null && morning !== null) {
    const day = morning.iso === null ? null : parseCalendarDate(morning.iso)
    if (day !== null || morning.iso === null)
      return { ...morning, from, start: night.start, iso: day === null ? null : `${addDays(day, -1)}/${day}` }
  }
  const half = readHalfOfMonth(context, from)
  if (half !== null) return half
  const part = dates.parts.before.at(tokens, from)
  const whole = part === null ? null : readPlain(context, dates.fillers.at(tokens, part.to)?.to ?? part.to)
  if (part !== null && whole !== null) {
    const iso = narrowed(whole.iso, part.value)
    if (iso !== undefined) return { ...whole, from, start: part.start, iso }
  }
  const ofUnit = part === null ? null : partOfUnit(context, from, part)
  if (ofUnit !== null) return ofUnit
  const toDate = readYearToDate(context, from)
  if (toDate !== null) return toDate
  const plain = readPlain(context, from)
  if (plain === null) return unitByPart(context, from)
  const tail = dates.parts.after.at(tokens, plain.to)
  const isOther = tail?.value === 'mid' && dates.midNotBefore.has(tokens[tail.to]?.fold ?? '')
  const iso = tail === null || isOther ? undefined : narrowed(plain.iso, tail.value)
  return tail === null || iso === undefined ? plain : { ...plain, to: tail.to, iso }
}

/** "the end of the month", в начале года: of the month or year of publication. */
function partOfUnit(
  context: DateContext,
  from: number,
  part: { readonly to: number; readonly start: number; readonly value: PartName },
): When | null {
  const { tokens, dates } = context
  const unit = dates.units.at(tokens, dates.fillers.at(tokens, part.to)?.to ?? part.to)
  const iso = unit === null ? undefined : partOf(context, unit.value, part.value)
  return unit === null || iso === undefined
    ? null
    : { iso, isRelative: true, from, to: unit.to, start: part.start }
}

/** "жыл басында", "yıl sonunda": the same where the part stands behind. */
function unitByPart(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  // 明年年中: within a run of Han characters the unit is of what stands before.
  const isWord = from === 0 || tokens[from]?.spaced === true
  const unit = isWord ? dates.units.at(tokens, from) : null
  const part = unit === null ? null : dates.parts.after.at(tokens, unit.to)
  if (unit === null || part === null) return null
  const iso = partOf(context, unit.value, part.value)
  return iso === undefined ? null : { iso, isRelative: true, from, to: part.to, start: unit.start }
}

function partOf(context: DateContext, unit: Unit, part: PartName): string | null | undefined {
  if (unit !== 'month' && unit !== 'year') return undefined
  return narrowed(shifted(context.published, { unit, by: 0 }), part)
}

/** "the first half of March": its days 1-15 or 16 to the end. */
function readHalfOfMonth(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const which = dates.ordinals.at(tokens, from)
  const half = which === null ? null : dates.half.at(tokens, which.to)
  if (which === null || half === null || which.value > 2) return null
  const whole = readPlain(context, dates.fillers.at(tokens, half.to)?.to ?? half.to)
  if (whole === null || !MONTH.test(whole.iso ?? '')) return null
  const iso = narrowed(whole.iso, which.value === 1 ? 'firstHalf' : 'secondHalf') ?? null
  return { ...whole, from, start: which.start, iso }
}

/** "since the start of the year": from January to the month of publication. */
export function readYearToDate(context: DateContext, from: number): When | null {
  const match = context.dates.yearToDate.at(context.tokens, from)
  if (match === null) return null
  const month = context.published?.slice(0, 7)
  const iso = month === undefined ? null : `${month.slice(0, 4)}-01/${month}`
  return { iso, isRelative: true, from, to: match.to, start: match.start }
}

/**
 * Early, middle or late part of a month (days 1-10, 11-20, 21 to the end) or year, or half of a month (1-15, 16 to the
 * end); undefined for anything else.
 */
function narrowed(iso: string | null, part: PartName): string | null | undefined {
  if (iso === null) return null
  const month = MONTH.exec(iso)
  if (month !== null) {
    const [year, number] = [Number(month[1]), Number(month[2])]
    const day = (value: number) => isoDay(year, number, value)
    if (part === 'early') return `${day(1)}/${day(10)}`
    if (part === 'mid') return `${day(11)}/${day(20)}`
    if (part === 'firstHalf') return `${day(1)}/${day(15)}`
    if (part === 'secondHalf') return `${day(16)}/${lastDayOfMonth(year, number)}`
    return `${day(21)}/${lastDayOfMonth(year, number)}`
  }
  if (!/^\d{4}$/.test(iso) || part === 'firstHalf' || part === 'secondHalf') return undefined
  return part === 'early' ? `${iso}-01` : part === 'mid' ? `${iso}-06` : `${iso}-12`
}

const MONTH = /^(\d{4})-(\d{2})$/

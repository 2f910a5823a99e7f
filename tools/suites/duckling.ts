import { join } from 'node:path'
import { readDates } from '../../src/claims/dates/read-dates.ts'
import {
  addDays,
  type CalendarDate,
  calendarDate,
  isoBounds,
  parseCalendarDate,
} from '../../src/core/time.ts'
import { type Judged, lexiconOf, linesOf, near, numbersIn, suiteFolder } from './suite.ts'

const REFERENCE = calendarDate('2013-02-12')

const fileOf = (kind: string, lang: string): string =>
  join(suiteFolder, 'duckling', `${kind}.${lang.toUpperCase()}.jsonl`)

export function ducklingNumerals(lang: string): Judged[] {
  const { numbers } = lexiconOf(lang)
  return linesOf<{ text: string; value?: number }>(fileOf('Numeral', lang)).map(({ text, value }) => {
    if (value === undefined) return { text, wanted: '', said: '', right: false, skipped: 'without a value' }
    const said = numbersIn(text, numbers)
    const [only, ...more] = said
    const right = only !== undefined && more.length === 0 && near(Math.abs(only), Math.abs(value))
    return { text, wanted: String(value), said: said.join(' '), right }
  })
}

interface TimeCase {
  readonly text: string
  readonly expr: string
}

/** What the suite wants: days as first and last (inclusive), an open end null. */
interface Wanted {
  readonly first: CalendarDate | null
  readonly last: CalendarDate | null
  readonly grain: string
  /** The instant is counted from the instant of the reference: its day of the month is that of the reference. */
  readonly isEvening: boolean
}

/**
 * Dates, read as a command: names alone lie ahead. Right is the first day (for "until", the last). Clock times that
 * name no day other than the reference are out of scope: a report is dated by the day.
 */
export function ducklingDates(lang: string): Judged[] {
  const lexicon = lexiconOf(lang).dates
  return linesOf<TimeCase>(fileOf('Time', lang)).map(({ text, expr }) => {
    const wanted = wantedOf(expr)
    const dates = readDates(text, lexicon, REFERENCE, { manner: 'command' })
    const said = dates.map((one) => one.iso).join(' ')
    const right = wanted !== null && dates.some((one) => one.iso !== null && agrees(one.iso, wanted))
    const judged = { text, wanted: expr.replace('datetime', '').replaceAll(', 0, 0, 0', ''), said, right }
    if (wanted === null) return { ...judged, skipped: 'without a day' }
    return isClock(wanted) ? { ...judged, skipped: 'clock times of the same day' } : judged
  })
}

const CLOCK = new Set(['Hour', 'Minute', 'Second'])

/** At three, in two minutes, at midnight: no day is named. */
function isClock({ first, last, grain }: Wanted): boolean {
  const day = first ?? last
  return (
    CLOCK.has(grain) && (day === REFERENCE || day === addDays(REFERENCE, 1) || day === addDays(REFERENCE, -1))
  )
}

function wantedOf(expr: string): Wanted | null {
  const times = [...expr.matchAll(/\((\d{4}), (\d+), (\d+), (\d+), (\d+), [\d.]+\)/gu)].map((match) => ({
    day: parseCalendarDate(
      [
        match[1],
        ...[match[2], match[3]].map((part) => String(Math.max(1, Number(part))).padStart(2, '0')),
      ].join('-'),
    ),
    hour: Number(match[4]),
  }))
  const grain = /\) (\w+)/u.exec(expr)?.[1] ?? 'Day'
  const [start, end] = times
  const isEvening = (start?.hour ?? 0) >= 18
  if (start?.day == null) return null
  if (expr.includes(' Before '))
    return { first: null, last: start.hour === 0 ? addDays(start.day, -1) : start.day, grain, isEvening }
  if (expr.includes(' After ')) return { first: start.day, last: null, grain, isEvening }
  return { first: start.day, last: end?.day == null ? start.day : addDays(end.day, -1), grain, isEvening }
}

/** Whether an ISO day or period is what is wanted, as exact as it is said. */
function agrees(iso: string, wanted: Wanted): boolean {
  const bounds = isoBounds(iso)
  if (bounds === null) return false
  if (wanted.first === null) return bounds.last === wanted.last
  if (bounds.first === wanted.first) return true
  // The suite's weekend begins on Friday evening.
  if (wanted.isEvening && CLOCK.has(wanted.grain) && wanted.last !== wanted.first)
    return bounds.first === addDays(wanted.first, 1) && iso.includes('/')
  // Counted from the reference: "three months ago" is the same day of that month there, that month here.
  const isCounted =
    wanted.first.slice(8) === REFERENCE.slice(8) ||
    wanted.first.slice(5) === REFERENCE.slice(5, 7).concat('-01')
  return isCounted && !iso.includes('/') && iso.length < 10 && wanted.first.startsWith(iso)
}

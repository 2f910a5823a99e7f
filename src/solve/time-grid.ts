import { CorridorError } from '../core/errors.ts'
import { addDays, type CalendarDate, daysBetween, monthIndex } from '../core/time.ts'

/** `screening`: the peak day and a few blocks. `brief`: days, then weeks, then months. `months`: for what lasts. */
export type GridKind = 'screening' | 'brief' | 'months'

export interface Period {
  readonly id: string
  /** First day of the period. */
  readonly start: CalendarDate
  /** Length in days, at least 1. */
  readonly days: number
  /** Days of the period by calendar month (0 to 11); their sum is `days`. Empty on a peak day. */
  readonly months: ReadonlyMap<number, number>
  /** The year's highest factor of every profile instead of that of the month. */
  readonly peak: boolean
}

const DAILY_UNTIL = 28
const WEEKLY_UNTIL = 91

/**
 * Consecutive periods from `start` that cover exactly `days` days.
 * `brief`: one day each for 28 days, seven days each to day 91, then thirty days each; the last is cut to fit.
 * `months`: thirty days each, for a change that was planned and lasts; the last is cut to fit.
 * `screening`: one peak day, then blocks of 6, 23 and 61 days, then of 91, cut to fit.
 */
export function timeGrid(kind: GridKind, start: CalendarDate, days: number): readonly Period[] {
  if (!Number.isInteger(days) || days < 1) {
    throw new CorridorError(
      'scenario_invalid',
      `a run of ${days} days has no period: give a whole number of days, at least 1`,
    )
  }
  const periods: Period[] = []
  for (let day = 0; day < days; ) {
    const length = Math.min(stepOf(kind, day), days - day)
    periods.push(period(addDays(start, day), length, kind === 'screening' && day === 0))
    day += length
  }
  return periods
}

function stepOf(kind: GridKind, day: number): number {
  switch (kind) {
    case 'brief':
      return briefStep(day)
    case 'months':
      return 30
    case 'screening':
      return screeningStep(day)
  }
}

function briefStep(day: number): number {
  if (day < DAILY_UNTIL) return 1
  return day < WEEKLY_UNTIL ? Math.min(7, WEEKLY_UNTIL - day) : 30
}

function screeningStep(day: number): number {
  if (day === 0) return 1
  if (day < 7) return 6
  if (day < 30) return 23
  return day < 91 ? 61 : 91
}

function period(start: CalendarDate, days: number, peak: boolean): Period {
  const months = new Map<number, number>()
  if (!peak) {
    for (let day = 0; day < days; day++) {
      const month = monthIndex(addDays(start, day))
      months.set(month, (months.get(month) ?? 0) + 1)
    }
  }
  return { id: peak ? 'peak' : days === 1 ? start : `${start}+${days}d`, start, days, months, peak }
}

/** Mean of twelve monthly factors over the days of the period; 1 where the profile is empty. */
export function periodFactor(profile: readonly number[], of: Period): number {
  if (profile.length === 0) return 1
  if (of.peak) return Math.max(...profile)
  let sum = 0
  for (const [month, days] of of.months) sum += (profile[month] ?? 1) * days
  return sum / of.days
}

/** Days of the period on which [from, to] holds; `to` null means no end. */
export function overlapDays(of: Period, from: CalendarDate, to: CalendarDate | null): number {
  const first = Math.max(0, daysBetween(of.start, from))
  const last = to === null ? of.days : Math.min(of.days, daysBetween(of.start, to) + 1)
  return Math.max(0, last - first)
}

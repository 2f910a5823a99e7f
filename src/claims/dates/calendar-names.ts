import { fold } from '../quantities/fold.ts'
import { PhraseTable } from '../quantities/phrases.ts'

/** Folded forms of the month (1 to 12) and weekday names (0 Sunday to 6) of a language. */
export interface CalendarNames {
  readonly months: PhraseTable<number>
  readonly weekdays: PhraseTable<number>
  /** Abbreviations, which are read beside a date. */
  readonly shortWeekdays: PhraseTable<number>
}

/** Ending of a name as CLDR gives it, to the endings that the language also uses: `ь: [я, е]`. */
type Endings = Readonly<Record<string, readonly string[]>>

export interface CalendarNameRules {
  /** Locales whose names are read: news in Arabic uses three sets of month names. */
  readonly locales: readonly string[]
  readonly monthEndings: Endings
  readonly shortMonths: boolean
  readonly weekdayEndings: Endings
  /** Names that CLDR lacks, by month number. */
  readonly months: Readonly<Record<string, readonly string[]>>
  /** Names that CLDR lacks, by weekday number. */
  readonly weekdays: Readonly<Record<string, readonly string[]>>
  /** Abbreviations that CLDR lacks, by weekday number. */
  readonly shortWeekdays: Readonly<Record<string, readonly string[]>>
}

const sunday = Date.UTC(2025, 0, 5)
const dayMs = 86_400_000

export function calendarNames(rules: CalendarNameRules): CalendarNames {
  const months = new PhraseTable<number>()
  const weekdays = new PhraseTable<number>()
  const shortWeekdays = new PhraseTable<number>()
  for (const locale of rules.locales) {
    const gregorian = `${locale}-u-ca-gregory-nu-latn`
    const monthStyles: Intl.DateTimeFormatOptions[] = [{ month: 'long' }, { month: 'long', day: 'numeric' }]
    if (rules.shortMonths) monthStyles.push({ month: 'short' }, { month: 'short', day: 'numeric' })
    for (const style of monthStyles) {
      const format = new Intl.DateTimeFormat(gregorian, { ...style, timeZone: 'UTC' })
      for (let month = 1; month <= 12; month += 1) {
        const name = part(format, Date.UTC(2025, month - 1, 15), 'month')
        for (const form of formsOf(name, rules.monthEndings)) months.add(form, month)
      }
    }
    const format = new Intl.DateTimeFormat(gregorian, { weekday: 'long', timeZone: 'UTC' })
    for (let day = 0; day < 7; day += 1) {
      const name = part(format, sunday + day * dayMs, 'weekday')
      for (const form of formsOf(name, rules.weekdayEndings)) weekdays.add(form, day)
    }
    const short = new Intl.DateTimeFormat(gregorian, { weekday: 'short', timeZone: 'UTC' })
    for (let day = 0; day < 7; day += 1)
      for (const form of formsOf(part(short, sunday + day * dayMs, 'weekday'), {}))
        shortWeekdays.add(form, day)
  }
  for (const [month, names] of Object.entries(rules.months)) months.addAll(names, Number(month))
  for (const [day, names] of Object.entries(rules.weekdays)) weekdays.addAll(names, Number(day))
  for (const [day, names] of Object.entries(rules.shortWeekdays)) shortWeekdays.addAll(names, Number(day))
  return { months, weekdays, shortWeekdays }
}

function part(format: Intl.DateTimeFormat, instant: number, type: 'month' | 'weekday'): string {
  return format.formatToParts(new Date(instant)).find((piece) => piece.type === type)?.value ?? ''
}

/** A name of digits only (Chinese with a day) is no name. Brackets would be lexicon syntax. */
function formsOf(name: string, endings: Endings): string[] {
  const bare = name.replace(/[.()|]/gu, '').trim()
  if (bare.length < 2 || /\d/u.test(bare)) return []
  const forms = [bare]
  const folded = fold(bare)
  for (const [ending, others] of Object.entries(endings)) {
    const key = fold(ending)
    if (!folded.endsWith(key)) continue
    for (const other of others) forms.push(folded.slice(0, folded.length - key.length) + other)
  }
  return forms
}

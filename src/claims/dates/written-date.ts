/** A calendar date as far as it is written. `year` unresolved: it needs the publication date. */
export interface WrittenDate {
  readonly year: number | null
  readonly month: number
  readonly day: number | null
  /** The year was said relative to a publication date that is not known. */
  readonly yearUnknown: boolean
  readonly isRelative: boolean
  /** Only the day is written: 25日. */
  readonly isDayOnly?: boolean
  readonly from: number
  readonly to: number
  readonly start: number
}

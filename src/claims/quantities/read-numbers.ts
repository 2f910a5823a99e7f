/** A number as a text gives it. */
export interface ReadNumber {
  readonly value: number
  /** `value` without its last scale word: 10.2 of "10.2 million". */
  readonly mantissa: number
  readonly scale: number
  readonly from: number
  /** Index after the last token. */
  readonly next: number
  /** UTF-16 offset of the first character (after a proclitic). */
  readonly start: number
  readonly hasDigits: boolean
  /** A share of a whole: "a third" is 1/3. */
  readonly isShare: boolean
  /** What its last word added: 3 of twenty-three. */
  readonly lastWord?: number
}

/** The numbers of one text by the token at which they begin; null where none begins, nothing where it was not asked. */
export type ReadNumbers = Map<number, ReadNumber | null>

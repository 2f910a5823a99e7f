import type { Problem } from '../core/errors.ts'

/** One text as published. Offsets everywhere count UTF-16 units of `text`. */
export interface Report {
  readonly id: string
  /** ISO 639-1, or `und` where it could not be told. */
  readonly lang: string
  /** ISO day, or null where nothing dates the report. */
  readonly published: string | null
  /** `option`: given by the user; `metadata`: in the file; `text`, `text_without_year`: found by the reader. */
  readonly published_from: 'option' | 'metadata' | 'text' | 'text_without_year' | null
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly text: string
  /** SHA-256 of the text, hexadecimal: the same text twice is one report. */
  readonly hash: string
  readonly format: 'txt' | 'html' | 'json' | 'feed'
  readonly problems: readonly Problem[]
}

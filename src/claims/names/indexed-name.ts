import type { NameEntry } from './name-entry.ts'

/** A name as it is looked for. */
export interface IndexedName {
  readonly entry: NameEntry
  /** The name, folded. */
  readonly fold: string
  /** The name is written with a capital at its start, so a text must too. */
  readonly isCapital: boolean
  readonly isAbbreviation: boolean
}

import type { EntityType } from '../claim.ts'

/** One name of one thing in one language; `table/row` leads to the atlas. */
export interface NameEntry {
  readonly table: string
  readonly row: string
  /** Canonical English name, as claims give it. */
  readonly canonical: string
  readonly type: EntityType
  /** Two-letter code of the language that writes it so. */
  readonly lang: string
  readonly name: string
  readonly kind: 'name' | 'alias' | 'abbreviation'
  /** ISO 3166 code of the country whose seat a place is (its capital or seat of government). */
  readonly seat?: string
}

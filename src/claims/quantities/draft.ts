import type { QualifierName } from './number-lexicon.ts'
import type { ReadUnit } from './read-unit.ts'

/** A figure on its way to a quantity. Token indices, `to` exclusive; offsets in UTF-16 units. */
export interface Draft {
  from: number
  to: number
  start: number
  /** Index after the number itself. */
  numberTo: number
  value: number
  mantissa: number
  scale: number
  /** The second figure of a pair. */
  second: number | null
  kind: 'value' | 'range' | 'from_to'
  unit: ReadUnit | null
  /** The unit was taken from another figure of the sentence. */
  inherited: boolean
  qualifier: QualifierName | null
  hasDigits: boolean
  isShare: boolean
}

import type { Programme } from '../linear/programme.ts'
import type { PairFamily } from '../network/pair-items.ts'
import type { ClassBlocks, ClassGroup } from './class-programme.ts'
import type { ExpansionPlaces } from './expansion-programme.ts'
import type { PeakPlaces } from './peak-programme.ts'
import type { SideRow } from './side-row.ts'
import type { VoltagePlaces } from './voltage-law.ts'

/**
 * The programme of changes from the base (docs/model.md). Blocks are item by period; `less` and `more` are the parts
 * by which a rate lies below and above its base, so that its distance from the base is their sum.
 */
export interface DeltaProgramme {
  /** Its own limits let nothing move: those of a run come from `boundsOf`. */
  readonly programme: Programme
  /** The plan that changes nothing; not to be written to. */
  readonly rest: Float64Array
  readonly width: number
  /** First column of each block. */
  readonly less: Readonly<Record<PairFamily, number>>
  readonly more: Readonly<Record<PairFamily, number>>
  /** By final demand the first column of its steps: `unserved[d] + step * periods + period`. */
  readonly unserved: Int32Array
  readonly level: number
  readonly shortfall: number
  readonly surplus: number
  readonly difference: number
  readonly balanceRow: number
  readonly stockRow: number
  /** Rows that join several rates; those of `sides[i]` start at `sideRow + i * width`. */
  readonly sides: readonly SideRow[]
  readonly sideRow: number
  /** One row and one column a contract, for the whole horizon. */
  readonly contractRow: number
  readonly deficiency: number
  readonly classes: readonly ClassBlocks[]
  readonly classGroups: readonly ClassGroup[]
  /** Rows and columns of the hours of peak of power; null where it has no blocks. */
  readonly peaks: PeakPlaces | null
  /** Rows and columns of what may be built. */
  readonly expansion: ExpansionPlaces
  /** Rows and columns of Kirchhoff's voltage law. */
  readonly voltage: VoltagePlaces
  /** EUR without wedge, by column and for the whole period. */
  readonly trueCost: Float64Array
  /** Weight of a column in the distance from the base. */
  readonly distance: Float64Array
  /** Period of each column and row; -1 for those of the whole horizon. */
  readonly columnPeriod: Int32Array
  readonly rowPeriod: Int32Array
}

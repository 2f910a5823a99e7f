import type { NetworkIndex } from '../network/network-index.ts'
import type { PairFamily } from '../network/pair-items.ts'
import type { Period } from '../time-grid.ts'
import type { ConstraintFamily } from './constraints.ts'

/**
 * A row that joins rates of several things in one period, beside the balances: `lower ≤ Σ a Δx ≤ upper`, in changes
 * from the base, where it holds with zero. All terms have the row's unit.
 */
export interface SideRow {
  readonly family: ConstraintFamily
  readonly id: string
  readonly name: string
  readonly unit: string
  /** A throughput to measure relative loosening against. */
  readonly size: number
  readonly terms: readonly {
    readonly family: PairFamily
    readonly item: number
    readonly coefficient: number
  }[]
  /** One value a period. */
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/** What side rows are written from; base rates are item by period. */
export interface SideInputs {
  readonly index: NetworkIndex
  readonly periods: readonly Period[]
  readonly base: Readonly<Record<PairFamily, Float64Array>>
}

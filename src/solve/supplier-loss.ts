import type { Because, Status } from '../core/provenance.ts'

/** The stages of the fuel chain, from the mine to the assembly. */
export const fuelStages = ['u3o8', 'conversion', 'enrichment', 'fabrication'] as const
export type FuelStage = (typeof fuelStages)[number]

/** Share of a year's need that one supplier gives at one stage, 0 to 1. */
export interface StageShare {
  readonly stage: FuelStage
  readonly supplier: string
  readonly low: number
  readonly central: number
  readonly high: number
  readonly status: Status
  readonly because: Because
}

/** What reactors of one type in one country stand on. */
export interface FuelLedger {
  /** Id of the row of `reactors`. */
  readonly id: string
  readonly country: string
  readonly reactorType: string
  readonly capacityGw: number
  /** Natural uranium of a year, tonnes; null where not known. */
  readonly uraniumPerYear: number | null
  readonly shares: readonly StageShare[]
  readonly because: Because
}

/** What the end of one supplier's deliveries would mean for the reactors of one row. */
export interface SupplierLoss {
  readonly ledger: FuelLedger
  /** Share of a year's fuel that passes the supplier at some stage, 0 to 1: low is the largest stage, high their sum. */
  readonly dependence: { readonly low: number; readonly high: number }
  /** The stage at which most of it passes. */
  readonly stage: StageShare
  /**
   * Years until fuel is short if nobody else steps in: stock in years of need, over the share that is lost. Null where
   * no stock is known.
   */
  readonly yearsOfCover: { readonly low: number; readonly high: number } | null
}

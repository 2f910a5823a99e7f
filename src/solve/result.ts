import type { Network } from '../atlas/network.ts'
import type { Carrier } from '../atlas/tables.ts'
import type { Because } from '../core/provenance.ts'
import type { BaseCase } from './base/base-case.ts'
import type { solveStatuses } from './solution.ts'
import type { Period } from './time-grid.ts'

/** One value for each period of the grid: rates per day in the unit of the carrier, levels at the period's end. */
export type Series = Float64Array

/** A limit that held the programme back, summed over the periods in which it did. */
export interface BindingConstraint {
  /** `FAMILY:ROW`, as `constraint:ID` names it: `link-capacity:cpc-russia`. */
  readonly constraint: string
  readonly sentence: string
  /** EUR that one more unit of the limit would save, weighted by days and divided by the days it binds. */
  readonly dual: number
  readonly unit: string
  /** Indices of the periods in which it binds. */
  readonly periods: readonly number[]
}

/** Part of the flows that is of one class; the rest is everybody else's. By id of the row or bus. */
export interface ClassResult {
  readonly id: string
  readonly name: string
  readonly flow: ReadonlyMap<string, Series>
  readonly output: ReadonlyMap<string, Series>
  readonly use: ReadonlyMap<string, Series>
}

/** What a contract came to over the horizon, in units of the carrier without the day. */
export interface ContractResult {
  readonly id: string
  readonly name: string
  /** To be paid for whether taken or not, less what force majeure suspends. */
  readonly owed: number
  readonly suspended: number
  readonly taken: number
  /** Owed and not taken. */
  readonly deficiency: number
  /** EUR paid for it; the right to take it later remains. */
  readonly payment: number
}

/** What somebody stands to lose over the horizon by a disturbance; below zero what it gains. */
export interface Exposure {
  /** `production`: of an actor's output; `carriage`: through what it owns; `transit`: through a country. */
  readonly kind: 'production' | 'carriage' | 'transit'
  /** `actors/ID` or `countries/XX`. */
  readonly of: string
  readonly carrier: Carrier
  /** Unit of the carrier without the day. */
  readonly unit: string
  /** Over the horizon in the base, and how much less in the run. */
  readonly base: number
  readonly lost: number
  /** EUR: `lost` at the stated price of the energy, no tariff and no profit; null where no price is stated. */
  readonly money: { readonly low: number; readonly central: number; readonly high: number } | null
  readonly because: readonly Because[]
}

/** How a loss of oil to the world is made good, kb/d; the parts sum to it. */
export interface OilBalance {
  /** New price over the old. */
  readonly price: number
  readonly spare: number
  /** Commercial stocks. */
  readonly stocks: number
  readonly release: number
  readonly otherSupply: number
  readonly lessDemand: number
}

/** Where an answer changes along one quantity, found by solving. */
export type BreakEven =
  /** It holds up to and with `holds`, and no more at `breaks`. */
  | { readonly kind: 'at'; readonly holds: number; readonly breaks: number }
  /** It holds even at the end of what was tried. */
  | { readonly kind: 'always'; readonly until: number }
  /** It fails even at the start. */
  | { readonly kind: 'never'; readonly from: number }

/** How long shocks may last before somebody goes short, and who does first. */
export interface Lasting {
  readonly breakEven: BreakEven
  /** Id of the final demand that goes short first, by the largest share; null where none does. */
  readonly demand: string | null
}

/** A moment at which the operator learnt something and planned again. */
export interface Replan {
  /** Index of the first period of the new plan. */
  readonly period: number
  /** Last day, counted from the start of the grid, to which the disturbances known then were expected to last. */
  readonly believedUntilDay: number
}

/** What a run gives, by id of the atlas row. Maps keep the order of the network. */
export interface SolveResult {
  readonly status: (typeof solveStatuses)[number]
  readonly foresight: 'rolling' | 'perfect'
  readonly periods: readonly Period[]
  /** EUR that the disturbance costs over the horizon: change from the base, without wedges; null unless optimal. */
  readonly objective: number | null
  /** EUR that the base costs over the same horizon, market outlets counted as income. */
  readonly objectiveConstant: number
  /** Change from the base in EUR including calibration wedges: what the programme minimised. */
  readonly programmeObjective: number | null
  /**
   * Only where time ran out: EUR that no plan costs less than, on the side of `programmeObjective`; null where nothing
   * is proved. Of a run of several plans, the bound of the one that was being made.
   */
  readonly bound?: number | null
  readonly flow: ReadonlyMap<string, Series>
  /** Capacity of the day as the scenario left it; NaN where no limit is known. */
  readonly capacity: ReadonlyMap<string, Series>
  readonly output: ReadonlyMap<string, Series>
  /** What demands ask for, and what they get; a market asks for its rate at most. */
  readonly demand: ReadonlyMap<string, Series>
  readonly served: ReadonlyMap<string, Series>
  /** By final demand, one series a tier in the order of `network.tiers` of its carrier. */
  readonly unserved: ReadonlyMap<string, readonly Series[]>
  readonly converted: ReadonlyMap<string, Series>
  readonly injection: ReadonlyMap<string, Series>
  readonly withdrawal: ReadonlyMap<string, Series>
  readonly level: ReadonlyMap<string, Series>
  /** Statistical difference by bus: above zero a source, below a use, that no row of the atlas explains. */
  readonly difference: ReadonlyMap<string, Series>
  /** Marginal system cost by bus, EUR per unit, without wedges: not a market price. */
  readonly price: ReadonlyMap<string, Series>
  /** Energy told apart by its owner, where a measure does so; empty else. */
  readonly classes: readonly ClassResult[]
  readonly contracts: readonly ContractResult[]
  /** What the plan builds of what the scenario lets be extended, in the unit of the rate; empty where nothing may be. */
  readonly built: readonly { readonly asset: string; readonly value: number; readonly unit: string }[]
  /** By power bus what the hours of peak ask for and what of it goes unserved; empty where all plans met them. */
  readonly peaks: ReadonlyMap<string, { readonly asked: Series; readonly unserved: Series }>
  readonly binding: readonly BindingConstraint[]
  readonly conflict: readonly { readonly constraint: string; readonly sentence: string }[]
  /** What would have to give way least, where the run is infeasible; absent else. */
  readonly relaxation?: readonly {
    readonly constraint: string
    readonly sentence: string
    readonly amount: number
    readonly unit: string
  }[]
  readonly replans: readonly Replan[]
  readonly base: BaseCase
  readonly network: Network
}

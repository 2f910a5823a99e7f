import type { Highs } from 'highs'
import { daysBetween } from '../../core/time.ts'
import type { Calibrated } from '../base/calibrate.ts'
import type { Reconciled } from '../base/reconcile.ts'
import type { RunLimits } from '../linear/optimise.ts'
import { type Corridor, corridorsOf } from '../network/corridors.ts'
import { deliverability } from '../network/deliverability.ts'
import { type IndexedContract, indexContracts } from '../network/index-contracts.ts'
import {
  linkCapacity,
  type NetworkIndex,
  storeInjection,
  storeWithdrawal,
  supplyCapacity,
} from '../network/network-index.ts'
import { type PairFamily, type PairItem, pairItems } from '../network/pair-items.ts'
import { type PickUp, type PickUpOf, pickUpShare, type SupplyPickUpOf } from '../network/pick-up.ts'
import type { Period } from '../time-grid.ts'
import { type Extendable, type IndexedExpansion, indexExpansions } from './expansion.ts'
import { type PowerBlocks, powerBlocks } from './power-blocks.ts'
import type { SideRow } from './side-row.ts'
import { sideRows } from './side-rows.ts'
import { type SupplyClasses, supplyClasses } from './supply-classes.ts'

/** Limits of the day, item by period (`item * periods + period`); NaN where none is known. */
export interface Limits {
  readonly pairs: Readonly<Record<PairFamily, Float64Array>>
  /** What final demands ask for. */
  readonly demand: Float64Array
  /** Sudden change of stock in a period: burnt, seized, or delivered. */
  readonly stockJump: Float64Array
  /** What links are asked to carry at least, link by period; 0 where nothing is asked. */
  readonly nomination: Float64Array
  /** By side row and period, how much looser it is than written. */
  readonly sideRoom: Float64Array
  /** By refusal and period, the share of the period, 0 to 1, for which it holds. */
  readonly refused: Float64Array
  /** Whether what the scenario lets be extended may be built; not in the base. */
  readonly mayBuild: boolean
}

/** Everything the constraints are written from; arrays are item by period unless said otherwise. */
export interface Frame {
  readonly index: NetworkIndex
  readonly periods: readonly Period[]
  /** Season of each period. */
  readonly seasonOf: Int32Array
  readonly items: Readonly<Record<PairFamily, readonly PairItem[]>>
  readonly base: Readonly<Record<PairFamily, Float64Array>>
  readonly wedgeBelow: Readonly<Record<PairFamily, Float64Array>>
  readonly wedgeAbove: Readonly<Record<PairFamily, Float64Array>>
  readonly limits: Limits
  readonly baseDemand: Float64Array
  readonly baseDifference: Float64Array
  /** Stock at the end of each period, store by period. */
  readonly baseLevel: Float64Array
  /** Value of a stored unit, by store. */
  readonly storeValue: Float64Array
  /** Value of a unit at each bus, by period. */
  readonly busValue: Float64Array
  /** Share of a link's spare room that is open in the period. */
  readonly linkShare: Float64Array
  /** The same for a source's spare capacity. */
  readonly supplyShare: Float64Array
  /** Room above the base of a link without a known limit. */
  readonly unknownRoom: Float64Array
  /** Rows that join several rates. */
  readonly sides: readonly SideRow[]
  readonly classes: SupplyClasses
  readonly contracts: readonly IndexedContract[]
  /** Hours of peak of power zones; null where the network states none. */
  readonly blocks: PowerBlocks | null
  /** What a scenario lets be extended. */
  readonly expansions: readonly IndexedExpansion[]
  /** AC lines in loops, which obey Kirchhoff's voltage law. */
  readonly corridors: readonly Corridor[]
}

/** Part of its own flow by which a link without a known limit may grow; assumed. */
const UNKNOWN_ROOM_SHARE = 0.25

export interface FrameInputs {
  readonly index: NetworkIndex
  readonly periods: readonly Period[]
  readonly seasonOf: Int32Array
  readonly reconciled: Reconciled
  readonly calibrated: Calibrated
  readonly pickUp: PickUpOf
  readonly supplyPickUp: SupplyPickUpOf
  /** Measures not in force that a scenario may impose. */
  readonly imposable: readonly string[]
  readonly extendable: readonly Extendable[]
  readonly highs: Highs
  readonly runLimits: RunLimits
}

export function buildFrame(inputs: FrameInputs): Frame {
  const { index, periods, seasonOf, reconciled, calibrated } = inputs
  const { network } = index
  const seasons = reconciled.seasons.length
  const width = periods.length
  /** Season values spread over periods, for the rows named. */
  const spread = (values: Float64Array, rows: readonly number[]): Float64Array => {
    const array = new Float64Array(rows.length * width)
    rows.forEach((row, item) => {
      for (let p = 0; p < width; p++)
        array[item * width + p] = values[row * seasons + (seasonOf[p] ?? 0)] ?? 0
    })
    return array
  }
  const every = (rows: readonly unknown[]) => rows.map((_, at) => at)
  const demandAt = new Map(network.demands.map((demand, at) => [demand.id, at]))
  const rowsOf = (demands: readonly { id: string }[]) => demands.map((demand) => demandAt.get(demand.id) ?? 0)
  const base = {
    link: spread(reconciled.flow, every(network.links)),
    supply: spread(reconciled.output, every(network.supplies)),
    market: spread(reconciled.demand, rowsOf(index.markets)),
    conversion: spread(reconciled.converted, every(network.conversions)),
    injection: spread(reconciled.injection, every(network.stores)),
    withdrawal: spread(reconciled.withdrawal, every(network.stores)),
  }
  const baseDemand = spread(reconciled.demand, rowsOf(index.finals))
  const wedge = {
    link: spread(calibrated.flow, every(network.links)),
    market: spread(calibrated.market, every(index.markets)),
    conversion: spread(calibrated.converted, every(network.conversions)),
    injection: spread(calibrated.injection, every(network.stores)),
    withdrawal: spread(calibrated.withdrawal, every(network.stores)),
  }
  const baseLevel = baseLevels(index, periods, base.injection, base.withdrawal)
  const meanLevel = (period: Period, at: number) =>
    (baseLevel[at] ?? 0) - (period.days / 2) * ((base.injection[at] ?? 0) - (base.withdrawal[at] ?? 0))
  /** A limit below the reconciled base would contradict it: the base then is the limit. */
  const limits = <Row>(
    family: PairFamily,
    rows: readonly Row[],
    limit: (row: Row, of: Period, at: number) => number | null,
  ) => {
    const array = new Float64Array(rows.length * width)
    rows.forEach((row, item) => {
      periods.forEach((period, p) => {
        const at = item * width + p
        const value = limit(row, period, at)
        array[at] = value === null ? Number.NaN : Math.max(value, base[family][at] ?? 0)
      })
    })
    return array
  }
  const sides = sideRows({ index, periods, base })
  const classes = supplyClasses(index, inputs.imposable)
  const items = pairItems(index)
  const baseDifference = spread(reconciled.difference, every(index.buses))
  const pairs = {
    link: limits('link', network.links, linkCapacity),
    // Without a known capacity a supply cannot give more than it is known to give.
    supply: limits('supply', network.supplies, (supply) =>
      supply.capacity === null ? 0 : supplyCapacity(supply),
    ),
    // The reconciled rate is what the outlet takes; more needs a scenario that raises its demand.
    market: limits('market', index.markets, () => 0),
    conversion: limits('conversion', network.conversions, (conversion) => conversion.capacity?.value ?? 0),
    injection: limits('injection', network.stores, storeInjection),
    withdrawal: limits('withdrawal', network.stores, (store, period, at) =>
      Math.min(storeWithdrawal(store), deliverability(store, meanLevel(period, at))),
    ),
  }
  return {
    index,
    periods,
    seasonOf,
    sides,
    classes,
    contracts: indexContracts(index),
    expansions: indexExpansions(index, periods, inputs.extendable),
    corridors: corridorsOf(index),
    blocks: powerBlocks(
      inputs.highs,
      { index, periods, seasonOf, items, base, limits: pairs, baseDemand, baseDifference },
      inputs.runLimits,
    ),
    items,
    base,
    wedgeBelow: { ...wedge, supply: spread(calibrated.outputBelow, every(network.supplies)) },
    wedgeAbove: { ...wedge, supply: spread(calibrated.outputAbove, every(network.supplies)) },
    limits: {
      pairs,
      demand: baseDemand.slice(),
      stockJump: new Float64Array(network.stores.length * width),
      nomination: new Float64Array(network.links.length * width),
      sideRoom: new Float64Array(sides.length * width),
      refused: Float64Array.from({ length: classes.refusals.length * width }, (_, at) =>
        classes.refusals[Math.floor(at / width)]?.isInForce ? 1 : 0,
      ),
      mayBuild: false,
    },
    baseDemand,
    baseDifference,
    baseLevel,
    storeValue: calibrated.storeValue,
    busValue: spread(calibrated.busValue, every(index.buses)),
    linkShare: openShares(network.links, periods, inputs.pickUp),
    supplyShare: openShares(network.supplies, periods, inputs.supplyPickUp),
    unknownRoom: unknownRoom(index, base.link, width),
  }
}

function baseLevels(
  index: NetworkIndex,
  periods: readonly Period[],
  injection: Float64Array,
  withdrawal: Float64Array,
): Float64Array {
  const array = new Float64Array(injection.length)
  index.network.stores.forEach((store, item) => {
    let level = store.level.value
    periods.forEach((period, p) => {
      const at = item * periods.length + p
      level += period.days * ((injection[at] ?? 0) - (withdrawal[at] ?? 0))
      array[at] = level
    })
  })
  return array
}

/** Mean over the days of each period, counted from the first day of the grid. */
function openShares<Row>(
  rows: readonly Row[],
  periods: readonly Period[],
  pickUp: (row: Row) => PickUp,
): Float64Array {
  const array = new Float64Array(rows.length * periods.length)
  const start = periods[0]?.start
  const firsts = periods.map((period) => (start === undefined ? 0 : daysBetween(start, period.start)))
  rows.forEach((row, item) => {
    const curve = pickUp(row)
    periods.forEach((period, p) => {
      const first = firsts[p] ?? 0
      let sum = 0
      for (let day = first; day < first + period.days; day++) sum += pickUpShare(curve, day)
      array[item * periods.length + p] = sum / period.days
    })
  })
  return array
}

/** Ships go where there is cargo: at sea and in markets the room is all that leaves the zone; else a part of the flow. */
function unknownRoom(index: NetworkIndex, flow: Float64Array, width: number): Float64Array {
  const { links } = index.network
  const leaving = new Float64Array(index.buses.length * width)
  links.forEach((link, item) => {
    const from = index.busOf(link.from)
    for (let p = 0; p < width; p++) {
      leaving[from * width + p] = (leaving[from * width + p] ?? 0) + (flow[item * width + p] ?? 0)
    }
  })
  const room = new Float64Array(flow.length)
  links.forEach((link, item) => {
    const from = index.busOf(link.from)
    const isFree = link.kind === 'sea' || link.kind === 'market'
    for (let p = 0; p < width; p++) {
      const at = item * width + p
      room[at] = isFree ? (leaving[from * width + p] ?? 0) : UNKNOWN_ROOM_SHARE * (flow[at] ?? 0)
    }
  })
  return room
}

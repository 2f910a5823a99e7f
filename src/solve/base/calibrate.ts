import type { Highs } from 'highs'
import type { RunLimits } from '../linear/optimise.ts'
import { ProgrammeBuilder } from '../linear/programme.ts'
import { solveToEnd } from '../linear/solve-to-end.ts'
import { tieBreak, tieBreakAt } from '../linear/tie-break.ts'
import {
  linkCapacity,
  type NetworkIndex,
  storeInjection,
  storeWithdrawal,
  supplyCapacity,
} from '../network/network-index.ts'
import type { Wedge } from './base-case.ts'
import type { Reconciled } from './reconcile.ts'

/*
 * Calibration (docs/model.md, base). The reconciled base is made the cheapest plan by the least wedges w:
 *
 *   minimise   Σ d_s (|w| + 50 · excess of |w| over the bound)
 *   such that  c + w - Σ_b a_b π_b  = 0 where the base can move both ways,
 *                                   ≥ 0 where it stands at zero,  ≤ 0 where it stands at its limit,
 *              a source has one wedge for giving less and another for giving more,
 *   0 ≤ π ≤ price of the first demand step,   the value v of a stored unit is one number a store.
 */
export interface Calibrated {
  /** Wedge of item i in season s at `i * seasons + s`, EUR per unit. */
  readonly flow: Float64Array
  /** A source may be worth less than its last unit sold yet not give more: its wedges differ by direction. */
  readonly outputBelow: Float64Array
  readonly outputAbove: Float64Array
  readonly market: Float64Array
  readonly converted: Float64Array
  readonly injection: Float64Array
  readonly withdrawal: Float64Array
  /** Value of a stored unit by store, EUR per unit. */
  readonly storeValue: Float64Array
  /** Value of a unit at each bus by season, EUR per unit: with the wedges it proves the base the cheapest plan. */
  readonly busValue: Float64Array
  readonly wedges: readonly Wedge[]
}

/** A wedge above half of the first demand step's price is listed as beyond its bound; assumed. */
const BOUND_SHARE = 0.5
const BEYOND_COST = 50
const MONEY = 1e-3
/** Of values that need the same wedges the lowest are taken, so that the choice is one. */
const LEAST_VALUE = 1e-4

interface Movable {
  readonly row: string
  readonly name: string
  readonly carrierBus: number
  readonly cost: number
  /** Contribution of one unit to buses. */
  readonly entries: readonly (readonly [bus: number, coefficient: number])[]
  /** Column of the stored unit's value and its coefficient. */
  readonly stock: readonly [column: number, coefficient: number] | null
  readonly canFall: (season: number) => boolean
  readonly canRise: (season: number) => boolean
}

export function calibrate(
  highs: Highs,
  index: NetworkIndex,
  base: Reconciled,
  limits: RunLimits,
): Calibrated {
  const count = base.seasons.length
  const { network } = index
  const builder = new ProgrammeBuilder()
  const movables = listMovables(index, base)
  const all = Object.values(movables).flat()
  const rowOf = all.map((item) =>
    base.seasons.map((_, s) => {
      const [falls, rises] = [item.canFall(s), item.canRise(s)]
      return builder.addRow(rises ? -item.cost * MONEY : -Infinity, falls ? -item.cost * MONEY : Infinity)
    }),
  )
  // π and v first: their columns need the rows in which each item names them.
  const uses = new Map<string, [row: number, value: number][]>()
  const note = (key: string, row: number, value: number) => {
    const list = uses.get(key) ?? []
    list.push([row, value])
    uses.set(key, list)
  }
  all.forEach((item, at) => {
    base.seasons.forEach((_, s) => {
      const row = rowOf[at]?.[s] ?? 0
      for (const [bus, coefficient] of item.entries) note(`bus ${bus} ${s}`, row, -coefficient)
      if (item.stock !== null) note(`store ${item.stock[0]}`, row, -item.stock[1])
    })
  })
  const addValue = (key: string, id: string, ceiling: number): number => {
    const column = builder.addColumn(LEAST_VALUE * (1 + tieBreak(id)), 0, ceiling)
    for (const [row, value] of uses.get(key) ?? []) builder.entry(row, value)
    return column
  }
  const busColumns = index.buses.flatMap((bus, at) => {
    const first = index.tiers.get(bus.carrier)?.[0]?.price
    return base.seasons.map((_, s) => {
      return addValue(
        `bus ${at} ${s}`,
        bus.id,
        first === undefined ? Number.POSITIVE_INFINITY : first * MONEY,
      )
    })
  })
  const storeColumns = network.stores.map((store, at) =>
    addValue(`store ${at}`, store.id, Number.POSITIVE_INFINITY),
  )
  const wedgeColumns = all.map((item, at) => {
    const first = index.tiers.get(index.carrierOf(item.carrierBus))?.[0]?.price ?? 1e6
    const bound = BOUND_SHARE * first * MONEY
    const weight = 1 + 0.05 * tieBreak(item.row)
    return base.seasons.map((season, s) =>
      ([1, -1] as const).map((sign) =>
        [bound, Number.POSITIVE_INFINITY].map((room, step) => {
          const cost =
            season.days * (weight + 0.01 * tieBreakAt(weight - 1, s)) * (step === 0 ? 1 : BEYOND_COST)
          const column = builder.addColumn(cost, 0, room)
          builder.entry(rowOf[at]?.[s] ?? 0, sign)
          return column
        }),
      ),
    )
  })
  const programme = builder.finish()
  const optimum = solveToEnd(highs, programme, limits, 'the base could not be calibrated')
  const value = (column: number | undefined) => (column === undefined ? 0 : (optimum.x[column] ?? 0) / MONEY)
  const wedges: Wedge[] = []
  let next = 0
  const read = (items: readonly Movable[]): Float64Array => {
    const array = new Float64Array(items.length * count)
    items.forEach((item, i) => {
      const columns = wedgeColumns[next++] ?? []
      base.seasons.forEach((season, s) => {
        const [up = [], down = []] = columns[s] ?? []
        const wedge = value(up[0]) + value(up[1]) - value(down[0]) - value(down[1])
        if (Math.abs(wedge) < 1e-6) return
        array[i * count + s] = wedge
        const beyondBound = value(up[1]) + value(down[1]) > 1e-6
        const unit = `EUR/${index.unitOf(item.carrierBus).replace(/_d$/u, '')}`
        wedges.push({
          row: item.row,
          name: item.name,
          month: season.label,
          value: wedge,
          unit,
          beyondBound,
        })
      })
    })
    return array
  }
  return {
    flow: read(movables.flow),
    outputBelow: read(movables.outputBelow),
    outputAbove: read(movables.outputAbove),
    market: read(movables.market),
    converted: read(movables.converted),
    injection: read(movables.injection),
    withdrawal: read(movables.withdrawal),
    storeValue: Float64Array.from(storeColumns, (column) => value(column)),
    busValue: Float64Array.from(busColumns, (column) => value(column)),
    wedges: wedges.sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || (a.row < b.row ? -1 : 1)),
  }
}

function listMovables(index: NetworkIndex, base: Reconciled) {
  const { network } = index
  const count = base.seasons.length
  const room = (values: Float64Array, item: number, limit: number | null) => ({
    canFall: (s: number) => (values[item * count + s] ?? 0) > 0,
    canRise: (s: number) => limit === null || (values[item * count + s] ?? 0) < limit - 1e-9,
  })
  const demandAt = new Map(network.demands.map((demand, at) => [demand.id, at]))
  /** Rent is lost when a source gives less; what keeps it from giving more (quotas, contracts) is a wedge upwards. */
  const outputs = (side: 'below' | 'above') =>
    network.supplies.map((supply, at): Movable => {
      const bus = index.busOf(supply.bus)
      const both = room(base.output, at, supply.capacity === null ? 0 : supplyCapacity(supply))
      return {
        row: `supplies/${supply.id}`,
        name: supply.name,
        carrierBus: bus,
        cost: supply.cost?.value ?? 0,
        entries: [[bus, 1]],
        stock: null,
        canFall: side === 'below' ? both.canFall : () => false,
        canRise: side === 'above' ? both.canRise : () => false,
      }
    })
  return {
    flow: network.links.map((link, at): Movable => {
      const [from, to] = [index.busOf(link.from), index.busOf(link.to)]
      return {
        row: `links/${link.id}`,
        name: link.name,
        carrierBus: from,
        cost: link.cost?.value ?? 0,
        entries: [
          [from, -1],
          [to, 1 - link.loss],
        ],
        stock: null,
        ...room(base.flow, at, linkCapacity(link)),
      }
    }),
    outputBelow: outputs('below'),
    outputAbove: outputs('above'),
    market: index.markets.map((demand): Movable => {
      const bus = index.busOf(demand.bus)
      return {
        row: `demands/${demand.id}`,
        name: demand.name,
        carrierBus: bus,
        cost: -index.marketValue(bus),
        entries: [[bus, -1]],
        stock: null,
        ...room(base.demand, demandAt.get(demand.id) ?? 0, 0),
      }
    }),
    converted: network.conversions.map((conversion, at): Movable => {
      const [from, to] = [index.busOf(conversion.from), index.busOf(conversion.to)]
      return {
        row: `conversions/${conversion.id}`,
        name: conversion.name,
        carrierBus: from,
        cost: 0,
        entries: [
          [from, -1],
          [to, conversion.efficiency],
        ],
        stock: null,
        ...room(base.converted, at, conversion.capacity?.value ?? 0),
      }
    }),
    injection: network.stores.map((store, at): Movable => {
      const bus = index.busOf(store.bus)
      return {
        row: `stores/${store.id}/injection`,
        name: store.name,
        carrierBus: bus,
        cost: 0,
        entries: [[bus, -1]],
        stock: [at, 1],
        ...room(base.injection, at, storeInjection(store)),
      }
    }),
    withdrawal: network.stores.map((store, at): Movable => {
      const bus = index.busOf(store.bus)
      return {
        row: `stores/${store.id}/withdrawal`,
        name: store.name,
        carrierBus: bus,
        cost: 0,
        entries: [[bus, 1]],
        stock: [at, -1],
        ...room(base.withdrawal, at, storeWithdrawal(store)),
      }
    }),
  }
}

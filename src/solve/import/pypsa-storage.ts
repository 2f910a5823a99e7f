import { addCapacity } from './pypsa-capacity.ts'
import type { PypsaComponents } from './pypsa-components.ts'
import { type Draft, nameOf, noPlaces, type Places } from './pypsa-draft.ts'
import { levelBefore } from './pypsa-level-before.ts'
import { addOperation, addQuadraticCost, addSetPoints, keep } from './pypsa-operation.ts'

/** `operation` is the power given to the bus, less `charging` where it has columns of its own. */
export interface StoragePlaces extends Places {
  readonly charging: Int32Array
  /** First column of the level, -1 where the row is inactive. */
  readonly levels: Int32Array
}

function noStoragePlaces(components: PypsaComponents): StoragePlaces {
  const none = () => new Int32Array(components.names.length).fill(-1)
  return { ...noPlaces(components), charging: none(), levels: none() }
}

/** e_t = (1 − loss)^h e_{t−1} − h p_t, with h the hours of the snapshot; p may take either sign without limit. */
export function addStores(draft: Draft): StoragePlaces {
  const { written, network } = draft
  const { stores } = network.components
  const places = noStoragePlaces(stores)
  const weight = (t: number) => network.snapshots.weights.objective[t] ?? 0
  for (let row = 0; row < stores.names.length; row++) {
    if (!stores.flag(row, 'active')) continue
    const capacity = addCapacity(draft, stores, row, 'e_nom')
    const level = addOperation(draft, stores, row, {
      capacity,
      low: (t) => stores.at(row, 'e_min_pu', t),
      high: (t) => stores.at(row, 'e_max_pu', t),
      cost: (t) => stores.at(row, 'marginal_cost_storage', t) * weight(t),
    })
    const power = written.columns
    for (let t = 0; t < draft.snapshots; t++) {
      const cost = stores.at(row, 'marginal_cost', t) * weight(t)
      const most = stores.stands(row, t) ? Number.POSITIVE_INFINITY : 0
      const column = written.addColumn(cost, -most, most)
      written.add(draft.balanceRow(stores, row, 'bus', t), column, stores.number(row, 'sign'))
    }
    // Power runs both ways without a limit of its own.
    addQuadraticCost(draft, stores, row, {
      capacity: { kind: 'fixed', value: 1 },
      low: () => Number.NEGATIVE_INFINITY,
      high: () => Number.POSITIVE_INFINITY,
      first: power,
    })
    addBalance(draft, stores, row, {
      level,
      before: levelBefore(draft, stores, row),
      initial: stores.number(row, 'e_initial'),
      flows: [{ first: power, factor: () => -1 }],
      inflow: () => 0,
    })
    addSetPoints(draft, stores, row, { attribute: 'p_set', columns: [{ first: power, factor: 1 }] })
    addSetPoints(draft, stores, row, { attribute: 'e_set', columns: [{ first: level, factor: 1 }] })
    keep(places, row, power, capacity)
    places.levels[row] = level
  }
  return places
}

/**
 * soc_t = (1 − loss)^h soc_{t−1} + h (η_in store_t − dispatch_t / η_out + inflow_t − spill_t), spill ≤ inflow,
 * dispatch ≤ p_max_pu P, store ≤ −p_min_pu P, soc ≤ max_hours P.
 */
export function addStorageUnits(draft: Draft): StoragePlaces {
  const { written, network } = draft
  const units = network.components.storage_units
  const places = noStoragePlaces(units)
  const weight = (t: number) => network.snapshots.weights.objective[t] ?? 0
  const zero = () => 0
  for (let row = 0; row < units.names.length; row++) {
    if (!units.flag(row, 'active')) continue
    const capacity = addCapacity(draft, units, row, 'p_nom')
    const dispatch = addOperation(draft, units, row, {
      capacity,
      low: zero,
      high: (t) => units.at(row, 'p_max_pu', t),
      cost: (t) => units.at(row, 'marginal_cost', t) * weight(t),
    })
    addQuadraticCost(draft, units, row, {
      capacity,
      low: zero,
      high: (t) => units.at(row, 'p_max_pu', t),
      first: dispatch,
    })
    const charging = addOperation(draft, units, row, {
      capacity,
      low: zero,
      high: (t) => -units.at(row, 'p_min_pu', t),
      cost: zero,
    })
    const level = addOperation(draft, units, row, {
      capacity,
      low: zero,
      high: () => units.number(row, 'max_hours'),
      cost: (t) => units.at(row, 'marginal_cost_storage', t) * weight(t),
    })
    const spill = written.columns
    for (let t = 0; t < draft.snapshots; t++) {
      const cost = units.at(row, 'spill_cost', t) * weight(t)
      const inflow = units.stands(row, t) ? units.at(row, 'inflow', t) : 0
      written.addColumn(cost, 0, Math.max(0, inflow))
      const bus = draft.balanceRow(units, row, 'bus', t)
      written.add(bus, dispatch + t, units.number(row, 'sign'))
      written.add(bus, charging + t, -units.number(row, 'sign'))
    }
    addBalance(draft, units, row, {
      level,
      before: levelBefore(draft, units, row),
      initial: units.number(row, 'state_of_charge_initial'),
      flows: [
        { first: charging, factor: (t) => units.at(row, 'efficiency_store', t) },
        { first: dispatch, factor: (t) => -1 / positive(units, row, 'efficiency_dispatch', t) },
        { first: spill, factor: () => -1 },
      ],
      inflow: (t) => units.at(row, 'inflow', t),
    })
    addSetPoints(draft, units, row, {
      attribute: 'p_set',
      columns: [
        { first: dispatch, factor: 1 },
        { first: charging, factor: -1 },
      ],
    })
    for (const [attribute, first] of [
      ['p_dispatch_set', dispatch],
      ['p_store_set', charging],
      ['state_of_charge_set', level],
    ] as const) {
      addSetPoints(draft, units, row, { attribute, columns: [{ first, factor: 1 }] })
    }
    keep(places, row, dispatch, capacity)
    places.charging[row] = charging
    places.levels[row] = level
  }
  return places
}

function positive(components: PypsaComponents, row: number, attribute: string, snapshot: number): number {
  const value = components.at(row, attribute, snapshot)
  if (value > 0) return value
  throw components.fault(row, `${attribute} is ${value}; give a share above zero.`)
}

function addBalance(
  draft: Draft,
  components: PypsaComponents,
  row: number,
  of: {
    level: number
    /** Snapshot whose level goes on in this one; null where the initial level does. */
    before: (snapshot: number) => number | null
    initial: number
    /** Columns and what one unit of each adds to the level in an hour. */
    flows: readonly { first: number; factor: (snapshot: number) => number }[]
    inflow: (snapshot: number) => number
  },
): void {
  const { written, snapshots } = draft
  const firstRow = written.rows
  for (let t = 0; t < snapshots; t++) {
    if (!components.stands(row, t)) continue
    const hours = draft.network.snapshots.weights.stores[t] ?? 0
    const before = of.before(t)
    const loss = components.at(row, 'standing_loss', t)
    if (!(loss <= 1))
      throw components.fault(row, `standing_loss is ${loss}; give a share an hour, at most 1.`)
    // What is there before the first snapshot does not decay in it.
    const given = hours * of.inflow(t) + (before === null ? of.initial : 0)
    const balance = written.addRow(given, given)
    written.add(balance, of.level + t, 1)
    if (before !== null) written.add(balance, of.level + before, -((1 - loss) ** hours))
    for (const { first, factor } of of.flows) written.add(balance, first + t, -hours * factor(t))
  }
  written.labelRows(firstRow, {
    constraint: `stock-balance:${components.kind}/${components.names[row]}`,
    sentence: `The level of ${nameOf(components, row)} changes by what is put in and taken out.`,
  })
}

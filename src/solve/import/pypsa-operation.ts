import { CorridorError } from '../../core/errors.ts'
import type { PypsaComponents, PypsaNetwork } from './pypsa-folder.ts'
import type { Label, TripletProgramme } from './triplet-programme.ts'

/** The programme while it is written: rows of the bus balance stand first, bus by bus, snapshot by snapshot. */
export interface Draft {
  readonly network: PypsaNetwork
  readonly written: TripletProgramme
  readonly snapshots: number
  /** Row of the balance of a bus in a snapshot; the bus is named by a component's row, which is blamed if unknown. */
  balanceRow(components: PypsaComponents, row: number, attribute: string, snapshot: number): number
  /** Money that capacity which already stands would cost: what the objective leaves out. */
  constant: number
}

/** Where the columns of one table stand; -1 where a row has none. */
export interface Places {
  /** First column of each row: one a snapshot. */
  readonly operation: Int32Array
  readonly capacity: Int32Array
}

export function noPlaces(components: PypsaComponents): Places {
  const none = () => new Int32Array(components.names.length).fill(-1)
  return { operation: none(), capacity: none() }
}

/** Capacity of a row: a fixed number, or the column that chooses it. */
export type Capacity =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'chosen'; readonly column: number }

/**
 * Capacity of what may be built: min ≤ P ≤ max at its capital cost, or the number that the file sets. Its present
 * capacity times the capital cost is the constant that the published objective leaves out.
 */
export function addCapacity(draft: Draft, components: PypsaComponents, row: number, nom: string): Capacity {
  const standing = components.number(row, nom)
  if (standing < 0) throw components.fault(row, `${nom} is ${standing}; give a capacity of zero or more.`)
  if (!components.flag(row, `${nom}_extendable`)) return { kind: 'fixed', value: standing }
  const module = components.number(row, `${nom}_mod`)
  if (module !== 0) {
    throw new CorridorError(
      'network_unsupported',
      `${components.kind}.csv, row "${components.names[row]}": ${nom}_mod = ${module} asks for whole modules, which a linear programme cannot keep; set it to 0 to build any amount.`,
    )
  }
  const set = components.number(row, `${nom}_set`)
  const [low, high] = Number.isNaN(set)
    ? [components.number(row, `${nom}_min`), components.number(row, `${nom}_max`)]
    : [set, set]
  if (low > high) {
    throw components.fault(row, `${nom}_min ${low} is above ${nom}_max ${high}; give a range.`)
  }
  const cost = components.number(row, 'capital_cost')
  if (!Number.isFinite(cost)) throw components.fault(row, `capital_cost is ${cost}; give a finite number.`)
  if (cost !== 0) draft.constant += cost * standing
  const column = draft.written.addColumn(cost, low, high)
  draft.written.labelColumns(column, capacityLabel(components, row))
  return { kind: 'chosen', column }
}

export interface Operation {
  readonly capacity: Capacity
  /** Limits in units of the capacity. */
  readonly low: (snapshot: number) => number
  readonly high: (snapshot: number) => number
  /** Money for one unit over the snapshot. */
  readonly cost: (snapshot: number) => number
}

/** One column a snapshot with low · P ≤ x ≤ high · P. A limit of zero needs no row, whatever the capacity. */
export function addOperation(draft: Draft, components: PypsaComponents, row: number, of: Operation): number {
  const { written, snapshots } = draft
  const { capacity } = of
  const label = limitLabel(components, row)
  const first = written.columns
  for (let t = 0; t < snapshots; t++) {
    const [low, high] = [of.low(t), of.high(t)]
    if (low > high) {
      throw components.fault(
        row,
        `in snapshot ${draft.network.snapshots.labels[t]} the least share ${low} is above the most ${high}; give a range.`,
      )
    }
    const cost = of.cost(t)
    if (!Number.isFinite(cost)) {
      throw components.fault(row, `a cost of ${cost} a unit; give finite costs.`)
    }
    if (capacity.kind === 'fixed') {
      const least = low === 0 ? 0 : low * capacity.value
      const most = high === 0 ? 0 : high * capacity.value
      written.addColumn(cost, orZero(least), orZero(most))
    } else {
      const isHeld = (share: number) => share !== 0 && Number.isFinite(share)
      written.addColumn(
        cost,
        isHeld(low) ? Number.NEGATIVE_INFINITY : low,
        isHeld(high) ? Number.POSITIVE_INFINITY : high,
      )
    }
  }
  written.labelColumns(first, label)
  if (capacity.kind === 'chosen') {
    const firstRow = written.rows
    for (let t = 0; t < snapshots; t++) {
      for (const [share, isLeast] of [
        [of.low(t), true],
        [of.high(t), false],
      ] as const) {
        if (share === 0 || !Number.isFinite(share)) continue
        const limit = isLeast
          ? written.addRow(0, Number.POSITIVE_INFINITY)
          : written.addRow(Number.NEGATIVE_INFINITY, 0)
        written.add(limit, first + t, 1)
        written.add(limit, capacity.column, -share)
      }
    }
    written.labelRows(firstRow, label)
  }
  return first
}

/** An infinite capacity with a share of zero has no limit to speak of but zero. */
function orZero(value: number): number {
  return Number.isNaN(value) ? 0 : value
}

/** Fixes what the file sets, snapshot by snapshot; empty cells set nothing. */
export function addSetPoints(
  draft: Draft,
  components: PypsaComponents,
  row: number,
  given: { attribute: string; columns: readonly { first: number; factor: number }[] },
): void {
  const { written } = draft
  const firstRow = written.rows
  for (let t = 0; t < draft.snapshots; t++) {
    const value = components.at(row, given.attribute, t)
    if (Number.isNaN(value)) continue
    const fixed = written.addRow(value, value)
    for (const { first, factor } of given.columns) written.add(fixed, first + t, factor)
  }
  written.labelRows(firstRow, {
    constraint: `set-point:${components.kind}/${components.names[row]}`,
    sentence: `${nameOf(components, row)} runs as ${given.attribute} says.`,
  })
}

/** |x(t) - x(t-1)| ≤ ramp · P; the first snapshot is free. Limits that the file leaves empty do not hold. */
export function addRamps(
  draft: Draft,
  components: PypsaComponents,
  row: number,
  of: { first: number; capacity: Capacity },
): void {
  const { written } = draft
  const firstRow = written.rows
  for (let t = 1; t < draft.snapshots; t++) {
    for (const [attribute, direction] of [
      ['ramp_limit_up', 1],
      ['ramp_limit_down', -1],
    ] as const) {
      const share = components.at(row, attribute, t)
      if (!Number.isFinite(share)) continue
      const room = of.capacity.kind === 'fixed' ? share * of.capacity.value : 0
      const ramp = written.addRow(Number.NEGATIVE_INFINITY, room)
      written.add(ramp, of.first + t, direction)
      written.add(ramp, of.first + t - 1, -direction)
      if (of.capacity.kind === 'chosen') written.add(ramp, of.capacity.column, -share)
    }
  }
  written.labelRows(firstRow, {
    constraint: `ramp-limit:${components.kind}/${components.names[row]}`,
    sentence: `${nameOf(components, row)} changes its output only as fast as its ramp limits allow.`,
  })
}

/** A set point beside the series is of power flow in older files and binding in newer ones: ask, never guess. */
export function refuseStaticSetPoint(
  draft: Draft,
  components: PypsaComponents,
  row: number,
  attribute: string,
): void {
  if (!components.has(row, attribute) || components.hasSeries(row, attribute)) return
  // Before version 1 the default was zero, and files state it.
  if (components.number(row, attribute) === 0 && !(draft.network.version >= 1)) return
  throw new CorridorError(
    'network_unsupported',
    `${components.kind}.csv, row "${components.names[row]}": ${attribute} outside a series is a start value of power flow or a fixed dispatch, by version; to fix the dispatch give ${components.kind}-${attribute}.csv with ${draft.snapshots} rows, else empty the column.`,
  )
}

export function keep(places: Places, row: number, first: number, capacity: Capacity): void {
  places.operation[row] = first
  if (capacity.kind === 'chosen') places.capacity[row] = capacity.column
}

const nouns = {
  buses: 'Bus',
  generators: 'Generator',
  loads: 'Load',
  links: 'Link',
  lines: 'Line',
  transformers: 'Transformer',
  stores: 'Store',
  storage_units: 'Storage unit',
  global_constraints: 'Global constraint',
} as const

export function nameOf(components: PypsaComponents, row: number): string {
  return `${nouns[components.kind]} ${components.names[row]}`
}

function limitLabel(components: PypsaComponents, row: number): Label {
  return {
    constraint: `limit:${components.kind}/${components.names[row]}`,
    sentence: `${nameOf(components, row)} stays within its capacity.`,
  }
}

function capacityLabel(components: PypsaComponents, row: number): Label {
  return {
    constraint: `expansion-limit:${components.kind}/${components.names[row]}`,
    sentence: `${nameOf(components, row)} is built within its least and greatest capacity.`,
  }
}

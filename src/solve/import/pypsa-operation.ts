import { CorridorError } from '../../core/errors.ts'
import { polynomialCost } from './convex-cost.ts'
import type { Capacity } from './pypsa-capacity.ts'
import type { PypsaComponents } from './pypsa-components.ts'
import { type Draft, nameOf, type Places } from './pypsa-draft.ts'
import { addCurve } from './solve-curved.ts'
import type { Label } from './triplet-programme.ts'

export interface Operation {
  readonly capacity: Capacity
  /** Limits in units of the capacity. */
  readonly low: (snapshot: number) => number
  readonly high: (snapshot: number) => number
  /** Money for one unit over the snapshot. */
  readonly cost: (snapshot: number) => number
}

/**
 * One column a snapshot with low · P ≤ x ≤ high · P, zero where the component does not stand. A limit of zero needs no
 * row, whatever the capacity.
 */
export function addOperation(draft: Draft, components: PypsaComponents, row: number, of: Operation): number {
  const { written, snapshots } = draft
  const { capacity } = of
  const label = limitLabel(components, row)
  const first = written.columns
  for (let t = 0; t < snapshots; t++) {
    if (!components.stands(row, t)) {
      written.addColumn(0, 0, 0)
      continue
    }
    const [low, high] = [of.low(t), of.high(t)]
    // What has no capacity stands still, whatever its shares are; so may what is not built.
    if (low > high && capacity.kind === 'fixed' && capacity.value > 0) {
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
      if (!components.stands(row, t)) continue
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

/** c · x² a snapshot beside the linear cost, held by tangents. */
export function addQuadraticCost(
  draft: Draft,
  components: PypsaComponents,
  row: number,
  of: Pick<Operation, 'low' | 'high' | 'capacity'> & { readonly first: number },
): void {
  const most =
    of.capacity.kind === 'fixed'
      ? of.capacity.value
      : components.number(row, components.kind === 'stores' ? 'e_nom_max' : 'p_nom_max')
  const least = of.capacity.kind === 'fixed' ? most : 0
  for (let t = 0; t < draft.snapshots; t++) {
    const cost = components.at(row, 'marginal_cost_quadratic', t)
    if (cost === 0 || !components.stands(row, t)) continue
    if (!(cost > 0) || !Number.isFinite(cost)) {
      throw components.fault(
        row,
        `marginal_cost_quadratic is ${cost}, so that the last unit costs less than the first; give zero or more.`,
      )
    }
    const ends = [of.low(t) * least, of.low(t) * most, of.high(t) * least, of.high(t) * most].map(orZero)
    const [low, high] = [Math.min(...ends, 0), Math.max(...ends, 0)]
    const weight = draft.network.snapshots.weights.objective[t] ?? 0
    const curve = polynomialCost([cost * weight, 0, 0], { least: low, most: high })
    if (typeof curve === 'string') throw components.fault(row, `${curve} is not supported; give another.`)
    draft.curves.push(addCurve(draft.written, { at: of.first + t, low, high, curve }))
  }
}

/** Fixes what the file sets, snapshot by snapshot; empty cells set nothing. */
export function addSetPoints(
  draft: Draft,
  components: PypsaComponents,
  row: number,
  given: { attribute: string; columns: readonly { first: number; factor: number }[] },
): void {
  const { written } = draft
  if (!bindsSetPoint(draft, components, row, given.attribute)) return
  const firstRow = written.rows
  for (let t = 0; t < draft.snapshots; t++) {
    const value = components.at(row, given.attribute, t)
    if (Number.isNaN(value) || !components.stands(row, t)) continue
    if (!Number.isFinite(value)) {
      throw components.fault(row, `${given.attribute} is ${value}; give a finite number, or leave it empty.`)
    }
    const fixed = written.addRow(value, value)
    for (const { first, factor } of given.columns) written.add(fixed, first + t, factor)
  }
  written.labelRows(firstRow, {
    constraint: `set-point:${components.kind}/${components.names[row]}`,
    sentence: `${nameOf(components, row)} runs as ${given.attribute} says.`,
  })
}

/**
 * Whether a set point binds in a snapshot. Since version 1 one outside a series does, and one of a storage unit since
 * 1.1; before, those were start values of power flow. A file without a version is asked, never guessed. Set points of
 * what a storage unit gives or takes came after that and always bind.
 */
function bindsSetPoint(draft: Draft, components: PypsaComponents, row: number, attribute: string): boolean {
  const { network } = draft
  if (components.kind === 'storage_units' && attribute === 'p_set' && network.isBefore('1.1')) return false
  if (attribute === 'p_dispatch_set' || attribute === 'p_store_set') return true
  if (!components.has(row, attribute) || components.hasSeries(row, attribute)) return true
  if (network.isVersionKnown) return !network.isBefore('1.0')
  if (components.number(row, attribute) === 0) return false
  throw new CorridorError(
    'network_unsupported',
    `${components.kind}.csv, row "${components.names[row]}": ${attribute} outside a series is a start value of power flow before version 1 of PyPSA and a fixed dispatch since; state pypsa_version in network.csv, or give ${components.kind}-${attribute}.csv with ${draft.snapshots} rows, else empty the column.`,
  )
}

export function keep(places: Places, row: number, first: number, capacity: Capacity): void {
  places.operation[row] = first
  if (capacity.kind === 'chosen') places.capacity[row] = capacity.column
}

function limitLabel(components: PypsaComponents, row: number): Label {
  return {
    constraint: `limit:${components.kind}/${components.names[row]}`,
    sentence: `${nameOf(components, row)} stays within its capacity.`,
  }
}

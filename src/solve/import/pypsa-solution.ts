import { dualBound } from '../linear/dual-bound.ts'
import type { Programme } from '../linear/programme.ts'
import type { Solution } from '../solution.ts'
import type { PypsaComponents } from './pypsa-components.ts'
import type { Places } from './pypsa-draft.ts'
import type { PypsaNetwork } from './pypsa-folder.ts'
import type { PypsaProgramme } from './pypsa-programme.ts'
import { snapshotStart } from './pypsa-snapshots.ts'
import type { StoragePlaces } from './pypsa-storage.ts'
import { readBinding } from './read-binding.ts'
import type { Solved } from './solve-linear.ts'

const POWER = 'MW'
const ENERGY = 'MWh'
const PRICE = 'currency/MWh'

/**
 * A solved PyPSA network as `corridor solve` prints it. Names are those of the folder; where a line, link or
 * transformer (or a source and a store) share one, the table stands before it: `lines/0`. Flows are at `bus0`, positive
 * away from it. Prices are for one more MWh: the multiplier of the balance over the weight of the snapshot.
 */
export function pypsaSolution(
  network: PypsaNetwork,
  built: PypsaProgramme,
  programme: Programme,
  solved: Solved & { readonly cost: number | null },
): Solution {
  const { optimum } = solved
  const { components, snapshots } = network
  const periods = snapshots.labels.map((label, t) => ({
    id: label,
    start: snapshotStart(snapshots.times[t] ?? label),
    days: (snapshots.weights.generators[t] ?? 0) / 24,
  }))
  const proved = optimum.status === 'time_limit' ? dualBound(programme, optimum.rowDual) : null
  const empty: Solution = {
    schema_version: '1',
    status: optimum.status,
    objective: null,
    objective_constant: 0,
    periods,
    flows: [],
    unserved: [],
    prices: [],
    stores: [],
    capacities: [],
    binding: [],
    conflict: [...solved.conflict],
    ...(optimum.status === 'infeasible' ? { relaxation: solved.relaxation } : {}),
    // Lines under a curve and whole numbers left free cost less than what they stand for: it bounds that too.
    ...(optimum.status === 'time_limit' ? { bound: proved === null ? null : proved - built.constant } : {}),
    supplies: [],
    conversions: [],
    class_flows: [],
  }
  if (optimum.status !== 'optimal') return empty
  // Adding zero turns the -0 of the solver into 0.
  const x = (column: number): number => (optimum.x[column] ?? Number.NaN) + 0
  const { generators, links, processes, lines, transformers, stores, storage_units, buses } = components
  const branchName = namesApart([links, processes, lines, transformers])
  const unitName = namesApart([generators, stores, storage_units])
  const carrierOf = busCarriers(buses)
  const each = <Out>(
    table: PypsaComponents,
    columns: Int32Array,
    of: (row: number, first: number, t: number, period: string) => Out,
  ): Out[] =>
    table.names.flatMap((_, row) => {
      const first = columns[row] ?? -1
      if (first === -1) return []
      return periods.flatMap((period, t) => (table.stands(row, t) ? [of(row, first, t, period.id)] : []))
    })
  const flowsOf = (table: PypsaComponents, places: Places) =>
    each(table, places.operation, (row, first, t, period) => {
      const value = x(first + t)
      return {
        link: branchName(table, row),
        carrier: carrierOf(table.text(row, 'bus0')),
        period,
        value,
        unit: POWER,
        headroom: headroom(table, row, { t, value, capacity: capacityOf(table, row, places, x) }),
      }
    })
  const storageOutput = (table: PypsaComponents, places: StoragePlaces) =>
    each(table, places.operation, (row, first, t, period) => {
      const charging = places.charging[row] ?? -1
      const value = x(first + t) - (charging === -1 ? 0 : x(charging + t))
      return { supply: unitName(table, row), period, value, unit: POWER }
    })
  const levels = (table: PypsaComponents, places: StoragePlaces) =>
    each(table, places.levels, (row, first, t, period) => ({
      store: unitName(table, row),
      period,
      level: x(first + t),
      unit: ENERGY,
    }))
  const chosen = (table: PypsaComponents, places: Places, name: typeof unitName, unit: string) =>
    table.names.flatMap((_, row) => {
      const column = places.capacity[row] ?? -1
      return column === -1 ? [] : [{ asset: name(table, row), value: x(column), unit }]
    })
  return {
    ...empty,
    objective: (solved.cost ?? Number.NaN) - built.constant,
    objective_constant: built.constant,
    flows: [
      ...flowsOf(links, built.links),
      ...flowsOf(processes, built.processes),
      ...flowsOf(lines, built.lines),
      ...flowsOf(transformers, built.transformers),
    ],
    prices: buses.names.flatMap((zone, bus) =>
      periods.map((period, t) => ({
        zone,
        carrier: carrierOf(zone),
        period: period.id,
        value:
          (optimum.rowDual[bus * periods.length + t] ?? Number.NaN) / (snapshots.weights.objective[t] ?? 1),
        unit: PRICE,
      })),
    ),
    stores: [...levels(stores, built.stores), ...levels(storage_units, built.storage_units)],
    capacities: [
      ...chosen(generators, built.generators, unitName, POWER),
      ...chosen(links, built.links, branchName, POWER),
      ...chosen(processes, built.processes, branchName, POWER),
      ...chosen(lines, built.lines, branchName, 'MVA'),
      ...chosen(transformers, built.transformers, branchName, 'MVA'),
      ...chosen(stores, built.stores, unitName, ENERGY),
      ...chosen(storage_units, built.storage_units, unitName, POWER),
    ],
    binding: readBinding(built.written, programme, optimum, 'currency'),
    supplies: [
      ...each(generators, built.generators.operation, (row, first, t, period) => ({
        supply: unitName(generators, row),
        period,
        value: x(first + t),
        unit: POWER,
      })),
      ...storageOutput(stores, built.stores),
      ...storageOutput(storage_units, built.storage_units),
    ],
  }
}

function capacityOf(
  table: PypsaComponents,
  row: number,
  places: Places,
  x: (column: number) => number,
): number {
  const column = places.capacity[row] ?? -1
  return column === -1 ? table.number(row, hasPower(table) ? 'p_nom' : 's_nom') : x(column)
}

/** Links and processes; the rest is rated in MVA. */
const hasPower = ({ kind }: PypsaComponents): boolean => kind === 'links' || kind === 'processes'

/** Room in the direction of the flow; null where there is no limit. */
function headroom(
  table: PypsaComponents,
  row: number,
  of: { t: number; value: number; capacity: number },
): number | null {
  const [low, high] = hasPower(table)
    ? [table.at(row, 'p_min_pu', of.t), table.at(row, 'p_max_pu', of.t)]
    : [-table.at(row, 's_max_pu', of.t), table.at(row, 's_max_pu', of.t)]
  const room = of.value < 0 ? of.value - low * of.capacity : high * of.capacity - of.value
  return Number.isFinite(room) ? Math.max(0, room) : null
}

function busCarriers(buses: PypsaComponents): (bus: string) => string {
  const carriers = new Map(buses.names.map((name, row) => [name, buses.text(row, 'carrier') || 'AC']))
  return (bus) => carriers.get(bus) ?? 'AC'
}

/** Names are unique within a table of PyPSA only: one that stands in two gets its table before it. */
function namesApart(tables: readonly PypsaComponents[]): (table: PypsaComponents, row: number) => string {
  const count = new Map<string, number>()
  for (const table of tables) {
    for (const name of table.names) count.set(name, (count.get(name) ?? 0) + 1)
  }
  return (table, row) => {
    const name = table.names[row] ?? ''
    return count.get(name) === 1 ? name : `${table.kind}/${name}`
  }
}

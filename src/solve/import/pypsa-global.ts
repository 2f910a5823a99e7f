import { CorridorError } from '../../core/errors.ts'
import { buildingCost } from './pypsa-capacity.ts'
import type { PypsaComponents } from './pypsa-components.ts'
import type { Draft, Places } from './pypsa-draft.ts'
import type { StoragePlaces } from './pypsa-storage.ts'

interface AllPlaces {
  readonly generators: Places
  readonly links: Places
  readonly processes: Places
  readonly lines: Places
  readonly transformers: Places
  readonly stores: StoragePlaces
  readonly storage_units: StoragePlaces
}

interface Sum {
  readonly terms: { readonly column: number; readonly value: number }[]
  /** Taken from the constant: what does not depend on the plan. */
  offset: number
}

/** One row for each global constraint whose sum is not empty, as PyPSA leaves empty ones out. */
export function addGlobalConstraints(draft: Draft, places: AllPlaces): void {
  const table = draft.network.components.global_constraints
  for (let row = 0; row < table.names.length; row++) {
    const type = table.text(row, 'type') || 'primary_energy'
    const sense = table.text(row, 'sense') || '=='
    if (!['<=', '>=', '==', '='].includes(sense)) {
      throw table.fault(row, `sense is "${sense}"; give <=, >= or ==.`)
    }
    const sum = sumOf(draft, places, { table, row, type })
    if (sum.terms.length === 0) continue
    const limit = table.number(row, 'constant') + sum.offset
    const constraint = draft.written.addRow(
      sense === '<=' ? Number.NEGATIVE_INFINITY : limit,
      sense === '>=' ? Number.POSITIVE_INFINITY : limit,
    )
    for (const { column, value } of sum.terms) draft.written.add(constraint, column, value)
    draft.written.labelRows(constraint, {
      constraint: `global-constraint:${table.names[row]}`,
      sentence: `The global constraint ${table.names[row]} holds: ${type} ${sense} ${table.number(row, 'constant')}.`,
    })
  }
}

function sumOf(
  draft: Draft,
  places: AllPlaces,
  of: { table: PypsaComponents; row: number; type: string },
): Sum {
  const { table, row, type } = of
  const attribute = table.text(row, 'carrier_attribute')
  const bus = table.text(row, 'bus')
  if (bus !== '' && type !== 'tech_capacity_expansion_limit') throw unsupported(table, row, `bus = ${bus}`)
  switch (type) {
    case 'primary_energy':
      return primaryEnergy(draft, places, factorsOf(draft, table, row, attribute || 'co2_emissions'))
    case 'operational_limit':
      return operationalLimit(draft, places, { table, row, carrier: attribute })
    case 'tech_capacity_expansion_limit':
      return capacityOf(draft, places, { carrier: attribute, bus })
    case 'transmission_volume_expansion_limit':
      return transmission(draft, places, attribute, (table, at) => table.number(at, 'length'))
    case 'transmission_expansion_cost_limit':
      return transmission(draft, places, attribute, (table, at) => buildingCost(draft, table, at))
    default:
      throw unsupported(table, row, `type = ${type}`)
  }
}

function unsupported(table: PypsaComponents, row: number, what: string): CorridorError {
  return new CorridorError(
    'network_unsupported',
    `global_constraints.csv, row "${table.names[row]}": ${what} is not supported; leave the row out to solve without it.`,
  )
}

function factorsOf(
  draft: Draft,
  table: PypsaComponents,
  row: number,
  attribute: string,
): Map<string, number> {
  const factors = new Map<string, number>()
  let isKnown = false
  for (const [carrier, numbers] of draft.network.carriers) {
    const factor = numbers.get(attribute)
    if (factor !== undefined) isKnown = true
    if (factor !== undefined && factor !== 0) factors.set(carrier, factor)
  }
  // The one attribute that every carrier has, at zero unless it is given: nothing is limited then.
  if (isKnown || attribute === 'co2_emissions') return factors
  throw table.fault(
    row,
    `carriers.csv has no numbers in the column ${attribute}; add it, or name another attribute.`,
  )
}

/** Σ factor / efficiency · energy of generators, plus what stores that need not be full again give up. */
function primaryEnergy(draft: Draft, places: AllPlaces, factors: ReadonlyMap<string, number>): Sum {
  const { generators } = draft.network.components
  const sum = depletion(draft, places, (carrier) => factors.get(carrier) ?? 0)
  eachRow(generators, places.generators.operation, (row, first) => {
    const factor = factors.get(generators.text(row, 'carrier')) ?? 0
    if (factor === 0) return
    for (let t = 0; t < draft.snapshots; t++) {
      const efficiency = generators.at(row, 'efficiency', t)
      if (!(efficiency > 0))
        throw generators.fault(row, `efficiency is ${efficiency}; give a share above zero.`)
      const weight = draft.network.snapshots.weights.generators[t] ?? 0
      sum.terms.push({ column: first + t, value: (factor / efficiency) * weight })
    }
  })
  return sum
}

function operationalLimit(
  draft: Draft,
  places: AllPlaces,
  of: { table: PypsaComponents; row: number; carrier: string },
): Sum {
  const { generators } = draft.network.components
  const sum = depletion(draft, places, (carrier) => (carrier === of.carrier ? 1 : 0))
  eachRow(generators, places.generators.operation, (row, first) => {
    if (generators.text(row, 'carrier') !== of.carrier) return
    for (let t = 0; t < draft.snapshots; t++) {
      sum.terms.push({ column: first + t, value: draft.network.snapshots.weights.generators[t] ?? 0 })
    }
  })
  return sum
}

/** Energy taken out of stores over the horizon: initial less last level; cyclic stores give up nothing. */
function depletion(draft: Draft, places: AllPlaces, factorOf: (carrier: string) => number): Sum {
  const sum: Sum = { terms: [], offset: 0 }
  const { stores, storage_units } = draft.network.components
  const last = draft.snapshots - 1
  for (const of of [
    { table: stores, at: places.stores, cyclic: 'e_cyclic', initial: 'e_initial' },
    {
      table: storage_units,
      at: places.storage_units,
      cyclic: 'cyclic_state_of_charge',
      initial: 'state_of_charge_initial',
    },
  ]) {
    eachRow(of.table, of.at.levels, (row, first) => {
      const factor = factorOf(storedCarrier(draft, of.table, row))
      if (factor === 0 || of.table.flag(row, of.cyclic)) return
      sum.terms.push({ column: first + last, value: -factor })
      sum.offset -= factor * of.table.number(row, of.initial)
    })
  }
  return sum
}

/** Before 0.31 a store held the carrier of its bus, whatever its own column says. */
function storedCarrier(draft: Draft, table: PypsaComponents, row: number): string {
  return table.kind === 'stores' && draft.network.isBefore('0.31')
    ? busCarrier(draft, table, row, 'bus')
    : carrierOf(draft, table, row)
}

function busCarrier(draft: Draft, table: PypsaComponents, row: number, attribute: string): string {
  const { buses } = draft.network.components
  return buses.text(buses.names.indexOf(table.text(row, attribute)), 'carrier') || 'AC'
}

/** A line, link or store that names no carrier has that of its (first) bus. */
function carrierOf(draft: Draft, table: PypsaComponents, row: number): string {
  const own = table.text(row, 'carrier')
  if (own !== '') return own
  if (table.kind === 'stores') return busCarrier(draft, table, row, 'bus')
  return table.kind === 'lines' || table.kind === 'links' ? busCarrier(draft, table, row, 'bus0') : own
}

function capacityOf(draft: Draft, places: AllPlaces, of: { carrier: string; bus: string }): Sum {
  const sum: Sum = { terms: [], offset: 0 }
  const { generators, stores, storage_units, lines, links, processes, transformers } =
    draft.network.components
  const nodal = [
    [generators, places.generators, 'bus'],
    [stores, places.stores, 'bus'],
    [storage_units, places.storage_units, 'bus'],
  ] as const
  // Before 0.27 what joins two buses did not count; since then it does, at its first.
  const branches = [
    [lines, places.lines, 'bus0'],
    [links, places.links, 'bus0'],
    [processes, places.processes, 'bus0'],
    [transformers, places.transformers, 'bus0'],
  ] as const
  for (const [table, at, bus] of [...nodal, ...(draft.network.isBefore('0.27') ? [] : branches)]) {
    eachRow(table, at.capacity, (row, column) => {
      if (carrierOf(draft, table, row) !== of.carrier) return
      if (of.bus === '' || table.text(row, bus) === of.bus) sum.terms.push({ column, value: 1 })
    })
  }
  return sum
}

function transmission(
  draft: Draft,
  places: AllPlaces,
  carriers: string,
  factor: (table: PypsaComponents, row: number) => number,
): Sum {
  const sum: Sum = { terms: [], offset: 0 }
  const named = new Set(carriers.split(',').map((carrier) => carrier.replace(/[[\]()]/gu, '').trim()))
  const { lines, links } = draft.network.components
  for (const [table, at] of [
    [lines, places.lines],
    [links, places.links],
  ] as const) {
    eachRow(table, at.capacity, (row, column) => {
      const carrier = carrierOf(draft, table, row)
      if (named.has(carrier)) sum.terms.push({ column, value: factor(table, row) })
    })
  }
  return sum
}

/** Rows that have a column. */
function eachRow(
  table: PypsaComponents,
  columns: Int32Array,
  visit: (row: number, column: number) => void,
): void {
  for (let row = 0; row < table.names.length; row++) {
    const column = columns[row] ?? -1
    if (column !== -1) visit(row, column)
  }
}

import { buildingCost } from './pypsa-capacity.ts'
import { carrierOf } from './pypsa-carrier.ts'
import type { PypsaComponents } from './pypsa-components.ts'
import { depletion } from './pypsa-depletion.ts'
import type { Draft } from './pypsa-draft.ts'
import { type Scope, scopeOf, standsInAny, unsupported } from './pypsa-scope.ts'
import { type AllPlaces, eachRow, type Sum } from './pypsa-sum.ts'

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
  const scope = scopeOf(draft, table, row)
  switch (type) {
    case 'primary_energy':
      return primaryEnergy(draft, places, {
        scope,
        factors: factorsOf(draft, table, row, attribute || 'co2_emissions'),
      })
    case 'operational_limit':
      return operationalLimit(draft, places, { scope, carrier: attribute })
    case 'tech_capacity_expansion_limit':
      return capacityOf(draft, places, { scope, carrier: attribute, bus })
    case 'transmission_volume_expansion_limit':
      return transmission(draft, places, {
        scope,
        carriers: attribute,
        factor: (branches, at) => branches.number(at, 'length'),
      })
    case 'transmission_expansion_cost_limit':
      return transmission(draft, places, {
        scope,
        carriers: attribute,
        factor: (branches, at) => buildingCost(draft, branches, at) * timesPaid(branches, at, scope),
      })
    default:
      throw unsupported(table, row, `type = ${type}`)
  }
}

/** Without a period of its own a limit on cost counts each period in which a branch stands. */
function timesPaid(branches: PypsaComponents, row: number, { periods, isNamed, hasPeriods }: Scope): number {
  if (isNamed || !hasPeriods) return 1
  return periods.reduce((sum, period) => sum + (branches.standsIn(row, period) ? period.objective : 0), 0)
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
function primaryEnergy(
  draft: Draft,
  places: AllPlaces,
  { scope, factors }: { scope: Scope; factors: ReadonlyMap<string, number> },
): Sum {
  const { generators } = draft.network.components
  const sum = depletion(draft, places, {
    factorOf: (carrier) => factors.get(carrier) ?? 0,
    periods: scope.periods,
    isLimitedToStanding: scope.isNamed,
  })
  eachRow(generators, places.generators.operation, (row, first) => {
    const factor = factors.get(generators.text(row, 'carrier')) ?? 0
    if (factor === 0) return
    eachSnapshot(draft, scope, { table: generators, row }, (t, weight) => {
      const efficiency = generators.at(row, 'efficiency', t)
      if (!(efficiency > 0))
        throw generators.fault(row, `efficiency is ${efficiency}; give a share above zero.`)
      sum.terms.push({ column: first + t, value: (factor / efficiency) * weight })
    })
  })
  return sum
}

function operationalLimit(
  draft: Draft,
  places: AllPlaces,
  { scope, carrier }: { scope: Scope; carrier: string },
): Sum {
  const { generators } = draft.network.components
  const sum = depletion(draft, places, {
    factorOf: (stored) => (stored === carrier ? 1 : 0),
    periods: scope.periods,
    isLimitedToStanding: false,
  })
  eachRow(generators, places.generators.operation, (row, first) => {
    if (generators.text(row, 'carrier') !== carrier) return
    eachSnapshot(draft, scope, { table: generators, row }, (t, value) =>
      sum.terms.push({ column: first + t, value }),
    )
  })
  return sum
}

/** Snapshots of the scope in which a component stands, with what energy counts there. */
function eachSnapshot(
  draft: Draft,
  { periods }: Scope,
  { table, row }: { table: PypsaComponents; row: number },
  visit: (t: number, weight: number) => void,
): void {
  const { limits } = draft.network.snapshots.weights
  for (const period of periods) {
    if (!table.standsIn(row, period)) continue
    for (let t = period.first; t < period.end; t++) visit(t, limits[t] ?? 0)
  }
}

function capacityOf(
  draft: Draft,
  places: AllPlaces,
  of: { scope: Scope; carrier: string; bus: string },
): Sum {
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
      if (of.scope.isNamed && !standsInAny(table, row, of.scope)) return
      if (of.bus === '' || table.text(row, bus) === of.bus) sum.terms.push({ column, value: 1 })
    })
  }
  return sum
}

function transmission(
  draft: Draft,
  places: AllPlaces,
  of: {
    readonly scope: Scope
    readonly carriers: string
    readonly factor: (table: PypsaComponents, row: number) => number
  },
): Sum {
  const sum: Sum = { terms: [], offset: 0 }
  const named = new Set(of.carriers.split(',').map((carrier) => carrier.replace(/[[\]()]/gu, '').trim()))
  const { lines, links } = draft.network.components
  for (const [table, at] of [
    [lines, places.lines],
    [links, places.links],
  ] as const) {
    eachRow(table, at.capacity, (row, column) => {
      if (!named.has(carrierOf(draft, table, row)) || !standsInAny(table, row, of.scope)) return
      sum.terms.push({ column, value: of.factor(table, row) })
    })
  }
  return sum
}

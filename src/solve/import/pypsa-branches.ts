import { CorridorError } from '../../core/errors.ts'
import { type Edge, independentLoops } from './loops.ts'
import type { PypsaComponents } from './pypsa-folder.ts'
import {
  addCapacity,
  addOperation,
  type Draft,
  keep,
  nameOf,
  noPlaces,
  type Places,
} from './pypsa-operation.ts'
import { standardLineTypes } from './standard-line-types.ts'

interface Branch extends Edge {
  readonly components: PypsaComponents
  readonly row: number
  readonly first: number
}

/**
 * Lines and transformers: |s| ≤ s_max_pu · S, and Kirchhoff's voltage law, Σ over each loop of ± impedance · s = 0.
 * The impedance is the reactance where the bus is AC and the resistance where it is DC, in per unit of 1 MVA: of a line
 * x / v_nom², of a transformer x · tap ratio / s_nom (as it stands, not as it is extended).
 */
export function addBranches(draft: Draft): { lines: Places; transformers: Places } {
  const { lines, transformers } = draft.network.components
  const branches: Branch[] = []
  const places = { lines: noPlaces(lines), transformers: noPlaces(transformers) }
  addTable(draft, lines, places.lines, branches)
  addTable(draft, transformers, places.transformers, branches)
  addVoltageLaw(draft, branches)
  return places
}

function addTable(draft: Draft, components: PypsaComponents, places: Places, branches: Branch[]): void {
  for (let row = 0; row < components.names.length; row++) {
    if (!components.flag(row, 'active')) continue
    const capacity = addCapacity(draft, components, row, 's_nom')
    const first = addOperation(draft, components, row, {
      capacity,
      low: (t) => -components.at(row, 's_max_pu', t),
      high: (t) => components.at(row, 's_max_pu', t),
      cost: () => 0,
    })
    for (let t = 0; t < draft.snapshots; t++) {
      draft.written.add(draft.balanceRow(components, row, 'bus0', t), first + t, -1)
      draft.written.add(draft.balanceRow(components, row, 'bus1', t), first + t, 1)
    }
    keep(places, row, first, capacity)
    const bus = (attribute: string) => draft.balanceRow(components, row, attribute, 0) / draft.snapshots
    branches.push({ components, row, first, from: bus('bus0'), to: bus('bus1') })
  }
}

function addVoltageLaw(draft: Draft, branches: readonly Branch[]): void {
  const { written } = draft
  const { buses } = draft.network.components
  const { loops } = independentLoops(buses.names.length, branches)
  for (const loop of loops) {
    const members = loop.flatMap(({ edge, sign }) => {
      const branch = branches[edge]
      return branch === undefined ? [] : [{ branch, value: sign * impedance(draft, branch) }]
    })
    const kinds = new Set(members.map(({ branch }) => isDirectCurrent(buses, branch.from)))
    const [one] = members
    if (kinds.size > 1 && one !== undefined) {
      throw one.branch.components.fault(
        one.branch.row,
        'its loop joins AC and DC buses; use a link between them.',
      )
    }
    // Impedances in per unit are small; what counts is their ratio.
    const scale = Math.max(...members.map(({ value }) => Math.abs(value)))
    const firstRow = written.rows
    for (let t = 0; t < draft.snapshots; t++) {
      const row = written.addRow(0, 0)
      for (const { branch, value } of members) written.add(row, branch.first + t, value / scale)
    }
    const names = members.map(({ branch }) => nameOf(branch.components, branch.row))
    written.labelRows(firstRow, {
      constraint: `voltage-law:${members.map(({ branch }) => branch.components.names[branch.row]).join('+')}`,
      sentence: `Around the loop of ${names.join(', ')} the voltage differences sum to zero.`,
    })
  }
}

/** PyPSA divides flows by reactance among AC buses, and by resistance among all others. */
function isDirectCurrent(buses: PypsaComponents, row: number): boolean {
  const carrier = buses.text(row, 'carrier')
  return carrier !== '' && carrier !== 'AC'
}

/** Only asked for in loops: a branch that closes none may have any impedance. */
function impedance(draft: Draft, branch: Branch): number {
  const { components, row } = branch
  const { buses } = draft.network.components
  const isDirect = isDirectCurrent(buses, branch.from)
  const ohms = isDirect ? 'r' : 'x'
  const value =
    components.kind === 'lines' ? lineImpedance(draft, branch, ohms) : transformerImpedance(branch, ohms)
  if (value !== 0 && Number.isFinite(value)) return value
  throw components.fault(
    row,
    `${ohms} is ${value} in a loop of ${isDirect ? 'DC' : 'AC'} branches, so the flow in it is not determined; give an impedance other than zero.`,
  )
}

function lineImpedance(draft: Draft, branch: Branch, ohms: 'x' | 'r'): number {
  const { components, row } = branch
  const voltage = draft.network.components.buses.number(branch.from, 'v_nom')
  const type = components.text(row, 'type')
  if (type === '') return components.number(row, ohms) / voltage ** 2
  const known = draft.network.lineTypes.get(type) ?? standardLineTypes.get(type)
  if (known === undefined) {
    throw new CorridorError(
      'network_unsupported',
      `lines.csv, row "${components.names[row]}": type "${type}" is neither in line_types.csv nor a standard type; add it there, or give x and r and empty the type.`,
    )
  }
  return (
    (known[ohms] * components.number(row, 'length')) / components.number(row, 'num_parallel') / voltage ** 2
  )
}

function transformerImpedance({ components, row }: Branch, ohms: 'x' | 'r'): number {
  const shift = components.number(row, 'phase_shift')
  if (shift !== 0) {
    throw new CorridorError(
      'network_unsupported',
      `transformers.csv, row "${components.names[row]}": phase_shift = ${shift} in a loop is not supported; set it to 0 to solve without it, as the optimisation of PyPSA itself does.`,
    )
  }
  return (
    (components.number(row, ohms) / components.number(row, 's_nom')) * components.number(row, 'tap_ratio')
  )
}

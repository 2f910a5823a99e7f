import { independentLoops } from '../network/loops.ts'
import { addCapacity } from './pypsa-capacity.ts'
import type { PypsaComponents } from './pypsa-components.ts'
import { type Draft, nameOf, noPlaces, type Places } from './pypsa-draft.ts'
import { type Branch, impedance, isDirectCurrent } from './pypsa-impedance.ts'
import { addOperation, keep } from './pypsa-operation.ts'
import type { InvestmentPeriod } from './pypsa-periods.ts'
import { shiftAngle } from './pypsa-phase-shift.ts'

/**
 * Lines and transformers: |s| ≤ s_max_pu · S, and Kirchhoff's voltage law, Σ over each loop of ± (impedance · s + phase shift) = 0.
 * The impedance is the reactance where the bus is AC and the resistance where it is DC, in per unit of 1 MVA: of a line
 * x / v_nom², of a transformer x · tap ratio / s_nom (as it stands, not as it is extended).
 */
export function addBranches(draft: Draft): { lines: Places; transformers: Places } {
  const { lines, transformers } = draft.network.components
  const branches: Branch[] = []
  const places = { lines: noPlaces(lines), transformers: noPlaces(transformers) }
  addTable(draft, lines, places.lines, branches)
  addTable(draft, transformers, places.transformers, branches)
  // The loops of each investment period are those of the branches that stand in it.
  for (const period of draft.network.snapshots.periods) {
    const standing = branches.filter(({ components, row }) => components.standsIn(row, period))
    addVoltageLaw(draft, standing, period)
  }
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

function addVoltageLaw(draft: Draft, branches: readonly Branch[], period: InvestmentPeriod): void {
  const { written } = draft
  const { buses } = draft.network.components
  const { loops } = independentLoops(buses.names.length, branches)
  for (const loop of loops) {
    const members = loop.flatMap(({ edge, sign }) => {
      const branch = branches[edge]
      return branch === undefined ? [] : [{ branch, sign, value: sign * impedance(draft, branch) }]
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
    for (let t = period.first; t < period.end; t++) {
      const row = written.addRow(0, 0)
      for (const { branch, value } of members) written.add(row, branch.first + t, value / scale)
      for (const { branch, sign } of members) shiftAngle(draft, branch, { row, t, factor: sign / scale })
    }
    const names = members.map(({ branch }) => nameOf(branch.components, branch.row))
    written.labelRows(firstRow, {
      constraint: `voltage-law:${members.map(({ branch }) => branch.components.names[branch.row]).join('+')}`,
      sentence: `Around the loop of ${names.join(', ')} the voltage differences sum to zero.`,
    })
  }
}

import { refuseTooLarge } from '../linear/programme.ts'
import { addBranches } from './pypsa-branches.ts'
import { addBusLimits } from './pypsa-bus-limits.ts'
import { addGenerators, addLinks, addProcesses } from './pypsa-converters.ts'
import { type Draft, nameOf } from './pypsa-draft.ts'
import type { PypsaNetwork } from './pypsa-folder.ts'
import { addGlobalConstraints } from './pypsa-global.ts'
import { addGrowthLimits } from './pypsa-growth.ts'
import { addStorageUnits, addStores } from './pypsa-storage.ts'
import type { AllPlaces } from './pypsa-sum.ts'
import type { Curve } from './solve-curved.ts'
import { TripletProgramme } from './triplet-programme.ts'

export interface PypsaProgramme extends AllPlaces {
  readonly written: TripletProgramme
  /** Capital cost of the capacity that stands and may be extended: the published objective leaves it out. */
  readonly constant: number
  /** Costs that bend. */
  readonly curves: readonly Curve[]
}

/**
 * The linear optimal dispatch and expansion of a PyPSA network, with weights w of the snapshots:
 *
 * minimise Σ_i c_i P_i + Σ_t w_t Σ_i o_it x_it
 *
 * subject to, for each bus and snapshot, Σ sign · x + Σ efficiency · link in − Σ link out + Σ lines in − Σ lines out
 * = load; low · P ≤ x ≤ high · P (· status where units are committed); Σ over each loop of impedance · flow = 0; levels of stores; global constraints.
 */
export function buildPypsaProgramme(network: PypsaNetwork): PypsaProgramme {
  const { components } = network
  const snapshots = network.snapshots.labels.length
  refuseTooLarge(
    snapshots *
      (components.generators.names.length +
        components.links.names.length +
        components.processes.names.length +
        components.lines.names.length +
        components.transformers.names.length +
        2 * components.stores.names.length +
        4 * components.storage_units.names.length),
    'keep fewer snapshots in the folder, or cluster the network',
  )
  const draft = openDraft(network)
  addLoads(draft)
  const generators = addGenerators(draft)
  const links = addLinks(draft)
  const processes = addProcesses(draft)
  const { lines, transformers } = addBranches(draft)
  const stores = addStores(draft)
  const storage_units = addStorageUnits(draft)
  const places = { generators, links, processes, lines, transformers, stores, storage_units }
  addGlobalConstraints(draft, places)
  addBusLimits(draft, places)
  addGrowthLimits(draft, places)
  return { written: draft.written, constant: draft.constant, curves: draft.curves, ...places }
}

function openDraft(network: PypsaNetwork): Draft {
  const { buses } = network.components
  const snapshots = network.snapshots.labels.length
  const written = new TripletProgramme()
  for (const [row] of buses.names.entries()) {
    const first = written.rows
    for (let t = 0; t < snapshots; t++) written.addRow(0, 0)
    written.labelRows(first, {
      constraint: `bus-balance:${buses.names[row]}`,
      sentence: `What enters ${nameOf(buses, row)} equals what leaves it.`,
    })
  }
  const busRow = new Map(buses.names.map((name, row) => [name, row]))
  return {
    network,
    written,
    snapshots,
    constant: 0,
    curves: [],
    phaseShifts: new Map(),
    balanceRow: (components, row, attribute, snapshot) => {
      const bus = components.text(row, attribute)
      const at = busRow.get(bus)
      if (at !== undefined) return at * snapshots + snapshot
      throw components.fault(
        row,
        `${attribute} is "${bus}", which buses.csv does not hold; add it or name another.`,
      )
    },
  }
}

function addLoads(draft: Draft): void {
  const { loads } = draft.network.components
  for (let row = 0; row < loads.names.length; row++) {
    if (!loads.flag(row, 'active')) continue
    for (let t = 0; t < draft.snapshots; t++) {
      const load = -loads.number(row, 'sign') * loads.at(row, 'p_set', t)
      if (!Number.isFinite(load)) throw loads.fault(row, `p_set is ${load}; give a finite number.`)
      draft.written.shiftRow(draft.balanceRow(loads, row, 'bus', t), load)
    }
  }
}

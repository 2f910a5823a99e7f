import { refuseTooLarge } from '../programme.ts'
import { addBranches } from './pypsa-branches.ts'
import type { PypsaComponents, PypsaNetwork } from './pypsa-folder.ts'
import { addGlobalConstraints } from './pypsa-global.ts'
import {
  addCapacity,
  addOperation,
  addRamps,
  addSetPoints,
  type Draft,
  keep,
  nameOf,
  noPlaces,
  type Places,
  refuseStaticSetPoint,
} from './pypsa-operation.ts'
import { addStorageUnits, addStores, type StoragePlaces } from './pypsa-storage.ts'
import { TripletProgramme } from './triplet-programme.ts'

export interface PypsaProgramme {
  readonly written: TripletProgramme
  /** Capital cost of the capacity that stands and may be extended: the published objective leaves it out. */
  readonly constant: number
  readonly generators: Places
  readonly links: Places
  readonly lines: Places
  readonly transformers: Places
  readonly stores: StoragePlaces
  readonly storage_units: StoragePlaces
}

/**
 * The linear optimal dispatch and expansion of a PyPSA network, with weights w of the snapshots:
 *
 * minimise Σ_i c_i P_i + Σ_t w_t Σ_i o_it x_it
 *
 * subject to, for each bus and snapshot, Σ sign · x + Σ efficiency · link in − Σ link out + Σ lines in − Σ lines out
 * = load; low · P ≤ x ≤ high · P; Σ over each loop of impedance · flow = 0; levels of stores; global constraints.
 */
export function buildPypsaProgramme(network: PypsaNetwork): PypsaProgramme {
  const { components } = network
  const snapshots = network.snapshots.labels.length
  refuseTooLarge(
    snapshots *
      (components.generators.names.length +
        components.links.names.length +
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
  const { lines, transformers } = addBranches(draft)
  const stores = addStores(draft)
  const storage_units = addStorageUnits(draft)
  const places = { generators, links, lines, transformers, stores, storage_units }
  addGlobalConstraints(draft, places)
  return { written: draft.written, constant: draft.constant, ...places }
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

function addGenerators(draft: Draft): Places {
  const { written, network } = draft
  const { generators } = network.components
  const { weights } = network.snapshots
  const places = noPlaces(generators)
  for (let row = 0; row < generators.names.length; row++) {
    if (!generators.flag(row, 'active')) continue
    refuseStaticSetPoint(draft, generators, row, 'p_set')
    const capacity = addCapacity(draft, generators, row, 'p_nom')
    const first = addOperation(draft, generators, row, {
      capacity,
      low: (t) => generators.at(row, 'p_min_pu', t),
      high: (t) => generators.at(row, 'p_max_pu', t),
      cost: (t) => generators.at(row, 'marginal_cost', t) * (weights.objective[t] ?? 0),
    })
    for (let t = 0; t < draft.snapshots; t++) {
      written.add(draft.balanceRow(generators, row, 'bus', t), first + t, generators.number(row, 'sign'))
    }
    addSetPoints(draft, generators, row, { attribute: 'p_set', columns: [{ first, factor: 1 }] })
    addRamps(draft, generators, row, { first, capacity })
    addEnergySum(draft, generators, row, first)
    keep(places, row, first, capacity)
  }
  return places
}

function addEnergySum(draft: Draft, generators: PypsaComponents, row: number, first: number): void {
  const [least, most] = [generators.number(row, 'e_sum_min'), generators.number(row, 'e_sum_max')]
  if (least === Number.NEGATIVE_INFINITY && most === Number.POSITIVE_INFINITY) return
  const sum = draft.written.addRow(least, most)
  for (let t = 0; t < draft.snapshots; t++) {
    draft.written.add(sum, first + t, draft.network.snapshots.weights.generators[t] ?? 0)
  }
  draft.written.labelRows(sum, {
    constraint: `energy-sum:generators/${generators.names[row]}`,
    sentence: `${nameOf(generators, row)} gives between its least and greatest energy over all snapshots.`,
  })
}

function addLinks(draft: Draft): Places {
  const { written, network } = draft
  const { links } = network.components
  const places = noPlaces(links)
  const ports = links.columns.flatMap((column) => /^bus([2-9]|[1-9]\d+)$/u.exec(column)?.[1] ?? [])
  for (let row = 0; row < links.names.length; row++) {
    if (!links.flag(row, 'active')) continue
    refuseStaticSetPoint(draft, links, row, 'p_set')
    const capacity = addCapacity(draft, links, row, 'p_nom')
    const first = addOperation(draft, links, row, {
      capacity,
      low: (t) => links.at(row, 'p_min_pu', t),
      high: (t) => links.at(row, 'p_max_pu', t),
      cost: (t) => links.at(row, 'marginal_cost', t) * (network.snapshots.weights.objective[t] ?? 0),
    })
    for (let t = 0; t < draft.snapshots; t++) {
      written.add(draft.balanceRow(links, row, 'bus0', t), first + t, -1)
      written.add(draft.balanceRow(links, row, 'bus1', t), first + t, links.at(row, 'efficiency', t))
      for (const port of ports) {
        if (!links.has(row, `bus${port}`)) continue
        const efficiency = links.has(row, `efficiency${port}`) ? links.at(row, `efficiency${port}`, t) : 1
        written.add(draft.balanceRow(links, row, `bus${port}`, t), first + t, efficiency)
      }
    }
    addSetPoints(draft, links, row, { attribute: 'p_set', columns: [{ first, factor: 1 }] })
    addRamps(draft, links, row, { first, capacity })
    keep(places, row, first, capacity)
  }
  return places
}

import { addCapacity } from './pypsa-capacity.ts'
import { addCommitment } from './pypsa-commitment.ts'
import type { PypsaComponents } from './pypsa-components.ts'
import { deliverySource } from './pypsa-delay.ts'
import {
  addOperation,
  addQuadraticCost,
  addRamps,
  addSetPoints,
  type Draft,
  keep,
  nameOf,
  noPlaces,
  type Places,
} from './pypsa-operation.ts'

export function addGenerators(draft: Draft): Places {
  const { generators } = draft.network.components
  const places = noPlaces(generators)
  for (let row = 0; row < generators.names.length; row++) {
    if (!generators.flag(row, 'active')) continue
    const first = addDispatch(draft, generators, row, places)
    const sign = generators.number(row, 'sign')
    for (let t = 0; t < draft.snapshots; t++) {
      draft.written.add(draft.balanceRow(generators, row, 'bus', t), first + t, sign)
    }
    addEnergySum(draft, generators, row, first)
  }
  return places
}

/** What goes in at the first bus comes out at the others, each with its efficiency and delay. */
export function addLinks(draft: Draft): Places {
  const { links } = draft.network.components
  const places = noPlaces(links)
  const more = links.columns.flatMap((column) => /^bus([2-9]|[1-9]\d+)$/u.exec(column)?.[1] ?? [])
  for (let row = 0; row < links.names.length; row++) {
    if (!links.flag(row, 'active')) continue
    const first = addDispatch(draft, links, row, places)
    for (let t = 0; t < draft.snapshots; t++) {
      draft.written.add(draft.balanceRow(links, row, 'bus0', t), first + t, -1)
    }
    addDelivery(draft, row, first, { bus: 'bus1', suffix: '' })
    for (const port of more) {
      if (links.has(row, `bus${port}`)) addDelivery(draft, row, first, { bus: `bus${port}`, suffix: port })
    }
  }
  return places
}

function addDelivery(draft: Draft, row: number, first: number, port: { bus: string; suffix: string }): void {
  const { links } = draft.network.components
  const efficiency = `efficiency${port.suffix}`
  const source = deliverySource(draft, row, port.suffix)
  for (let t = 0; t < draft.snapshots; t++) {
    const from = source(t)
    if (from === null) continue
    const share = port.suffix === '' || links.has(row, efficiency) ? links.at(row, efficiency, t) : 1
    draft.written.add(draft.balanceRow(links, row, port.bus, t), first + from, share)
  }
}

/** Capacity, operation with its costs, set points and ramps: what generators and links share. */
function addDispatch(draft: Draft, components: PypsaComponents, row: number, places: Places): number {
  const capacity = addCapacity(draft, components, row, 'p_nom')
  const { weights } = draft.network.snapshots
  const of = {
    capacity,
    low: (t: number) => components.at(row, 'p_min_pu', t),
    high: (t: number) => components.at(row, 'p_max_pu', t),
    cost: (t: number) => components.at(row, 'marginal_cost', t) * (weights.objective[t] ?? 0),
  }
  const isCommitted = components.flag(row, 'committable')
  const first = isCommitted
    ? addCommitment(draft, components, row, of)
    : addOperation(draft, components, row, of)
  if (!isCommitted) addRamps(draft, components, row, { first, capacity })
  addQuadraticCost(draft, components, row, { ...of, first })
  addSetPoints(draft, components, row, { attribute: 'p_set', columns: [{ first, factor: 1 }] })
  keep(places, row, first, capacity)
  return first
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

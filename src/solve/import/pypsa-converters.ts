import { CorridorError } from '../../core/errors.ts'
import { addCapacity } from './pypsa-capacity.ts'
import { addCommitment } from './pypsa-commitment.ts'
import type { PypsaComponents } from './pypsa-components.ts'
import { deliverySource } from './pypsa-delay.ts'
import { type Draft, nameOf, noPlaces, type Places } from './pypsa-draft.ts'
import { addOperation, addQuadraticCost, addSetPoints, keep } from './pypsa-operation.ts'
import { addRamps } from './pypsa-ramps.ts'

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
  return addPorts(draft, links, (row) => [
    { bus: 'bus0', delay: null, share: () => -1 },
    { bus: 'bus1', delay: '', share: (t) => links.at(row, 'efficiency', t) },
    ...furtherPorts(links, row).map((port) => ({
      bus: `bus${port}`,
      delay: port,
      share: shareOf(links, row, `efficiency${port}`),
    })),
  ])
}

/** The same with a rate at every port, below zero where power is taken: −1 at the first unless it is given. */
export function addProcesses(draft: Draft): Places {
  const { processes } = draft.network.components
  return addPorts(draft, processes, (row) =>
    ['0', '1', ...furtherPorts(processes, row)].map((port) => ({
      bus: `bus${port}`,
      delay: port,
      share: port === '0' ? (t) => processes.at(row, 'rate0', t) : shareOf(processes, row, `rate${port}`),
    })),
  )
}

interface Port {
  /** Attribute that names its bus. */
  readonly bus: string
  /** Ending of its delay; null where there is none. */
  readonly delay: string | null
  /** What one unit of operation gives there. */
  readonly share: (snapshot: number) => number
}

function addPorts(draft: Draft, table: PypsaComponents, portsOf: (row: number) => readonly Port[]): Places {
  const places = noPlaces(table)
  for (let row = 0; row < table.names.length; row++) {
    if (!table.flag(row, 'active')) continue
    const first = addDispatch(draft, table, row, places)
    for (const { bus, delay, share } of portsOf(row)) {
      const source = delay === null ? (t: number) => t : deliverySource(draft, table, row, delay)
      for (let t = 0; t < draft.snapshots; t++) {
        const from = source(t)
        if (from === null) continue
        draft.written.add(draft.balanceRow(table, row, bus, t), first + from, share(t))
      }
    }
  }
  return places
}

function furtherPorts(table: PypsaComponents, row: number): string[] {
  const ports = table.columns.flatMap((column) => /^bus([2-9]|[1-9]\d+)$/u.exec(column)?.[1] ?? [])
  return ports.filter((port) => table.has(row, `bus${port}`))
}

function shareOf(table: PypsaComponents, row: number, attribute: string): (snapshot: number) => number {
  return table.has(row, attribute) ? (t) => table.at(row, attribute, t) : () => 1
}

/** Capacity, operation with its costs, set points and ramps: what generators, links and processes share. */
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
  if (isCommitted && draft.network.snapshots.hasPeriods) {
    throw new CorridorError(
      'network_unsupported',
      `${components.kind}.csv, row "${components.names[row]}": committable = True is not supported with investment periods; set it to False, or keep one period in the folder.`,
    )
  }
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
  // As PyPSA does: what stands in no investment period owes nothing.
  if (!draft.network.snapshots.periods.some((period) => generators.standsIn(row, period))) return
  const sum = draft.written.addRow(least, most)
  for (let t = 0; t < draft.snapshots; t++) {
    draft.written.add(sum, first + t, draft.network.snapshots.weights.generators[t] ?? 0)
  }
  draft.written.labelRows(sum, {
    constraint: `energy-sum:generators/${generators.names[row]}`,
    sentence: `${nameOf(generators, row)} gives between its least and greatest energy over all snapshots.`,
  })
}

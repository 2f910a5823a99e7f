import type { PypsaComponents } from './pypsa-components.ts'
import type { PypsaNetwork } from './pypsa-folder.ts'
import type { Curve } from './solve-curved.ts'
import type { TripletProgramme } from './triplet-programme.ts'

/** The programme while it is written: rows of the bus balance stand first, bus by bus, snapshot by snapshot. */
export interface Draft {
  readonly network: PypsaNetwork
  readonly written: TripletProgramme
  readonly snapshots: number
  /** Row of the balance of a bus in a snapshot; the bus is named by a component's row, which is blamed if unknown. */
  balanceRow(components: PypsaComponents, row: number, attribute: string, snapshot: number): number
  /** Money that capacity which already stands would cost: what the objective leaves out. */
  constant: number
  /** Costs that bend, each with the column that it is paid for. */
  readonly curves: Curve[]
  /** Columns of phase shifts that are chosen, by row of the transformer and snapshot. */
  readonly phaseShifts: Map<number, number>
}

/** Where the columns of one table stand; -1 where a row has none. */
export interface Places {
  /** First column of each row: one a snapshot. */
  readonly operation: Int32Array
  readonly capacity: Int32Array
}

export function noPlaces(components: PypsaComponents): Places {
  const none = () => new Int32Array(components.names.length).fill(-1)
  return { operation: none(), capacity: none() }
}

const nouns = {
  buses: 'Bus',
  generators: 'Generator',
  loads: 'Load',
  links: 'Link',
  processes: 'Process',
  lines: 'Line',
  transformers: 'Transformer',
  stores: 'Store',
  storage_units: 'Storage unit',
  global_constraints: 'Global constraint',
} as const

/** A component as sentences name it: its kind and its own name. */
export function nameOf(components: PypsaComponents, row: number): string {
  return `${nouns[components.kind]} ${components.names[row]}`
}

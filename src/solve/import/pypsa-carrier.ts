import type { PypsaComponents } from './pypsa-components.ts'
import type { Draft } from './pypsa-draft.ts'

/** A line, link or store that names no carrier has that of its (first) bus. */
export function carrierOf(draft: Draft, table: PypsaComponents, row: number): string {
  const own = table.text(row, 'carrier')
  if (own !== '') return own
  if (table.kind === 'stores') return busCarrier(draft, table, row, 'bus')
  return table.kind === 'lines' || table.kind === 'links' ? busCarrier(draft, table, row, 'bus0') : own
}

/** Before 0.31 a store held the carrier of its bus, whatever its own column says. */
export function storedCarrier(draft: Draft, table: PypsaComponents, row: number): string {
  return table.kind === 'stores' && draft.network.isBefore('0.31')
    ? busCarrier(draft, table, row, 'bus')
    : carrierOf(draft, table, row)
}

function busCarrier(draft: Draft, table: PypsaComponents, row: number, attribute: string): string {
  const { buses } = draft.network.components
  return buses.text(buses.names.indexOf(table.text(row, attribute)), 'carrier') || 'AC'
}

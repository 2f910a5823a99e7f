import { CorridorError } from '../../core/errors.ts'
import type { Edge } from '../network/loops.ts'
import type { PypsaComponents } from './pypsa-components.ts'
import type { Draft } from './pypsa-draft.ts'
import { standardLineTypes } from './standard-line-types.ts'
import type { TransformerType } from './standard-transformer-types.ts'

export interface Branch extends Edge {
  readonly components: PypsaComponents
  readonly row: number
  readonly first: number
}

/** PyPSA divides flows by reactance among AC buses, and by resistance among all others. */
export function isDirectCurrent(buses: PypsaComponents, row: number): boolean {
  const carrier = buses.text(row, 'carrier')
  return carrier !== '' && carrier !== 'AC'
}

/** Only asked for in loops: a branch that closes none may have any impedance. */
export function impedance(draft: Draft, branch: Branch): number {
  const { components, row } = branch
  const { buses } = draft.network.components
  const isDirect = isDirectCurrent(buses, branch.from)
  const ohms = isDirect ? 'r' : 'x'
  const value =
    components.kind === 'lines'
      ? lineImpedance(draft, branch, ohms)
      : transformerImpedance(draft, branch, ohms)
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

/** x · tap / s_nom; a type gives all three, x from its short-circuit voltage, for each of the parallel ones. */
function transformerImpedance(draft: Draft, { components, row }: Branch, ohms: 'x' | 'r'): number {
  const type = transformerType(draft, components, row)
  if (type === null) {
    return (
      (components.number(row, ohms) / components.number(row, 's_nom')) * components.number(row, 'tap_ratio')
    )
  }
  const r = type.vscr / 100
  const share = ohms === 'r' ? r : Math.sqrt((type.vsc / 100) ** 2 - r ** 2)
  const tap = 1 + ((components.number(row, 'tap_position') - type.tap_neutral) * type.tap_step) / 100
  return (share / components.number(row, 'num_parallel') / type.s_nom) * tap
}

export function transformerType(
  draft: Draft,
  components: PypsaComponents,
  row: number,
): TransformerType | null {
  const type = components.text(row, 'type')
  if (type === '') return null
  const known = draft.network.transformerTypes.get(type)
  if (known !== undefined) return known
  throw new CorridorError(
    'network_unsupported',
    `transformers.csv, row "${components.names[row]}": type "${type}" is neither in transformer_types.csv nor a standard type; add it there, or give x and s_nom and empty the type.`,
  )
}

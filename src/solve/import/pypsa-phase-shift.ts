import { CorridorError } from '../../core/errors.ts'
import type { Draft } from './pypsa-draft.ts'
import { type Branch, transformerType } from './pypsa-impedance.ts'

const RADIANS = Math.PI / 180

/**
 * Takes the phase shift of a transformer into the sum of a loop: a number, or a choice in each snapshot where least and
 * greatest shift differ. The optimisation of PyPSA counts it since 1.3 and left it out before.
 */
export function shiftAngle(
  draft: Draft,
  { components, row }: Branch,
  of: { readonly row: number; readonly t: number; readonly factor: number },
): void {
  const { network, written } = draft
  if (components.kind !== 'transformers') return
  const [least, most] = [components.number(row, 'phase_shift_min'), components.number(row, 'phase_shift_max')]
  const type = transformerType(draft, components, row)
  const shift = type?.phase_shift ?? components.at(row, 'phase_shift', of.t)
  if (shift === 0 && !(least < most)) return
  if (network.isBefore('1.3')) {
    if (network.isBefore('1.2')) return
    throw new CorridorError(
      'network_unsupported',
      `transformers.csv, row "${components.names[row]}": whether phase_shift = ${shift} counts in a loop differs among versions 1.2 of PyPSA; set it to 0 to leave it out, or state pypsa_version 1.3 in network.csv to count it.`,
    )
  }
  if (!(least < most)) {
    written.shiftRow(of.row, -of.factor * shift * RADIANS)
    return
  }
  const key = row * draft.snapshots + of.t
  let column = draft.phaseShifts.get(key)
  if (column === undefined) {
    column = written.addColumn(0, least * RADIANS, most * RADIANS)
    draft.phaseShifts.set(key, column)
  }
  written.add(of.row, column, of.factor)
}

import { CorridorError } from '../../core/errors.ts'
import type { Capacity } from './pypsa-capacity.ts'
import type { PypsaComponents } from './pypsa-components.ts'
import { type Draft, nameOf } from './pypsa-draft.ts'

/**
 * |x(t) - x(t-1)| ≤ ramp · P; before the first snapshot stands `p_init`, and where it is empty that snapshot is free,
 * as is the first of each further investment period.
 * Limits that the file leaves empty do not hold.
 */
export function addRamps(
  draft: Draft,
  components: PypsaComponents,
  row: number,
  of: { first: number; capacity: Capacity },
): void {
  const { written } = draft
  const firstRow = written.rows
  const initial = components.number(row, 'p_init')
  const opens = new Set(draft.network.snapshots.periods.map(({ first }) => first))
  for (let t = Number.isNaN(initial) ? 1 : 0; t < draft.snapshots; t++) {
    if (!components.stands(row, t)) continue
    if (t > 0 && opens.has(t)) {
      refuseRampsOfOldPeriods(draft, components, row, t)
      continue
    }
    for (const [attribute, direction] of [
      ['ramp_limit_up', 1],
      ['ramp_limit_down', -1],
    ] as const) {
      const share = components.at(row, attribute, t)
      if (!Number.isFinite(share)) continue
      const room = of.capacity.kind === 'fixed' ? share * of.capacity.value : 0
      const before = t === 0 ? direction * initial : 0
      const ramp = written.addRow(Number.NEGATIVE_INFINITY, room + before)
      written.add(ramp, of.first + t, direction)
      if (t > 0) written.add(ramp, of.first + t - 1, -direction)
      if (of.capacity.kind === 'chosen') written.add(ramp, of.capacity.column, -share)
    }
  }
  written.labelRows(firstRow, {
    constraint: `ramp-limit:${components.kind}/${components.names[row]}`,
    sentence: `${nameOf(components, row)} changes its output only as fast as its ramp limits allow.`,
  })
}

function refuseRampsOfOldPeriods(draft: Draft, components: PypsaComponents, row: number, t: number): void {
  if (!draft.network.isBefore('1.3')) return
  const attribute = ['ramp_limit_up', 'ramp_limit_down'].find((name) =>
    Number.isFinite(components.at(row, name, t)),
  )
  if (attribute === undefined) return
  throw new CorridorError(
    'network_unsupported',
    `${components.kind}.csv, row "${components.names[row]}": whether ${attribute} holds from one investment period to the next differs among versions of PyPSA; state pypsa_version 1.3 in network.csv to leave the first snapshot of a period free, or empty it.`,
  )
}

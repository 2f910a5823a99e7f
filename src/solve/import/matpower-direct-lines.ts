import { CorridorError } from '../../core/errors.ts'
import { type ConvexCost, freeOfCost } from './convex-cost.ts'
import { type Buses, MatpowerTable, readCost } from './matpower-table.ts'
import type { MatpowerText } from './matpower-text.ts'

/** A line of direct current, whose flow is chosen. */
export interface CaseDirectLine {
  readonly id: string
  readonly from: number
  readonly to: number
  /** Limits of the flow at its first bus, MW. */
  readonly least: number
  readonly most: number
  /** Lost whatever flows, MW, and of what flows. */
  readonly loss: number
  readonly lossShare: number
  readonly cost: ConvexCost
}

/**
 * `mpc.dcline`: limits above zero hold the flow at the first bus, limits below zero what comes at the second, which is
 * the flow less loss0 + loss1 · flow. `mpc.dclinecost` prices the flow like a generator; without it the line is free.
 */
export function readDirectLines(text: MatpowerText, { busAt, isolated }: Buses): CaseDirectLine[] {
  if ((text.matrices.get('dcline')?.rows.length ?? 0) === 0) return []
  const lines = new MatpowerTable(text, 'dcline', 11)
  const hasCost = (text.matrices.get('dclinecost')?.rows.length ?? 0) > 0
  const costs = hasCost ? new MatpowerTable(text, 'dclinecost', 4) : null
  if (costs !== null && costs.length !== lines.length) {
    throw new CorridorError(
      'network_invalid',
      `${text.file}: ${costs.length} rows of mpc.dclinecost for ${lines.length} of mpc.dcline; give one for each.`,
    )
  }
  return lines.rows.flatMap((row) => {
    const at = (column: number) => lines.at(row, column)
    if (at(2) <= 0 || isolated.has(at(0)) || isolated.has(at(1))) return []
    const [loss, lossShare] = [at(15), at(16)]
    if (!(lossShare < 1)) throw lines.fault(row, `loss1 is ${lossShare}; give a share below one.`)
    const limit = (value: number) => (value >= 0 ? value : (value + loss) / (1 - lossShare))
    const [least, most] = [limit(at(9)), limit(at(10))]
    if (least > most) throw lines.fault(row, `Pmin ${at(9)} is above Pmax ${at(10)}; give a range.`)
    return [
      {
        id: `dc-${row + 1}`,
        from: busAt(lines, row, 0),
        to: busAt(lines, row, 1),
        least,
        most,
        loss,
        lossShare,
        cost: costs === null ? freeOfCost : readCost(costs, row, { least, most }),
      },
    ]
  })
}

import { CorridorError } from '../../core/errors.ts'
import { type ConvexCost, piecewiseCost, polynomialCost } from './convex-cost.ts'
import type { MatpowerMatrix, MatpowerText } from './matpower-text.ts'

/** Buses in service, as rows of other matrices name them. */
export interface Buses {
  readonly busAt: (of: MatpowerTable, row: number, column: number) => number
  readonly isolated: ReadonlySet<number>
}

/** Rows of one matrix by column number, from 0. Columns that a file leaves out at the end are zero. */
export class MatpowerTable {
  readonly file: string
  #matrix: MatpowerMatrix

  constructor(text: MatpowerText, field: string, least: number) {
    this.file = text.file
    const matrix = text.matrices.get(field)
    if (matrix === undefined || (matrix.rows.length === 0 && field !== 'branch')) {
      throw new CorridorError('network_invalid', `${text.file}: mpc.${field} is missing or empty; give it.`)
    }
    this.#matrix = matrix
    const short = matrix.rows.findIndex((row) => row.length < least)
    if (short !== -1) throw this.fault(short, `fewer than ${least} columns; give them all.`)
  }

  get length(): number {
    return this.#matrix.rows.length
  }

  get rows(): number[] {
    return this.#matrix.rows.map((_, row) => row)
  }

  width(row: number): number {
    return this.#matrix.rows[row]?.length ?? 0
  }

  at(row: number, column: number): number {
    return this.#matrix.rows[row]?.[column] ?? 0
  }

  where(row: number): string {
    return `${this.file}, line ${this.#matrix.lines[row]} (mpc.${this.#matrix.field} row ${row + 1})`
  }

  fault(row: number, problem: string): CorridorError {
    return new CorridorError('network_invalid', `${this.where(row)}: ${problem}`)
  }
}

/** A row of `mpc.gencost` or of a matrix like it. */
export function readCost(
  cost: MatpowerTable,
  row: number,
  range: { least: number; most: number },
): ConvexCost {
  const count = cost.at(row, 3)
  const model = cost.at(row, 0)
  const width = model === 1 ? 2 * count : count
  if (!Number.isInteger(count) || count < 0 || cost.width(row) < 4 + width) {
    throw cost.fault(row, `${count} points or terms need ${4 + width} columns; give them all.`)
  }
  const numbers = Array.from({ length: width }, (_, at) => cost.at(row, 4 + at))
  const made =
    model === 1 ? piecewiseCost(numbers) : model === 2 ? polynomialCost(numbers, range) : 'an unknown model'
  if (typeof made !== 'string') return made
  throw new CorridorError(
    'network_unsupported',
    `${cost.where(row)}: ${made} is not supported; give a cost that rises ever more steeply (model 1, or 2 up to the third power).`,
  )
}

import { CorridorError } from '../../core/errors.ts'
import { type ConvexCost, piecewiseCost, polynomialCost } from './convex-cost.ts'
import type { MatpowerMatrix, MatpowerText } from './matpower-text.ts'

export interface CaseBus {
  readonly id: string
  /** Demand and shunt conductance at 1 per unit, MW. */
  readonly demand: number
}

export interface CaseGenerator {
  readonly id: string
  readonly bus: number
  readonly least: number
  readonly most: number
  readonly cost: ConvexCost
}

export interface CaseBranch {
  readonly id: string
  readonly from: number
  readonly to: number
  /** Angle in radians at a flow of one per unit. */
  readonly reactance: number
  /** Phase shift, radians. */
  readonly shift: number
  /** MW; infinite where the file gives none. */
  readonly limit: number
  /** Angle difference, radians; infinite where free. */
  readonly leastAngle: number
  readonly mostAngle: number
}

export interface MatpowerCase {
  readonly baseMva: number
  readonly buses: readonly CaseBus[]
  readonly generators: readonly CaseGenerator[]
  readonly branches: readonly CaseBranch[]
}

/** Fields that add limits or flows to the dispatch. */
const REFUSED = ['A', 'l', 'u', 'N', 'H', 'Cw', 'fparm', 'dcline', 'dclinecost', 'if', 'reserves', 'softlims']
const RADIANS = Math.PI / 180
const ISOLATED = 4
/** MATPOWER takes limits from here on as none. */
const NO_LIMIT_MVA = 1e10

/** Checks a version 2 case and keeps what is in service. Throws with file, line and mend. */
export function readMatpowerCase(text: MatpowerText): MatpowerCase {
  const version = text.scalars.get('version')
  if (version !== '2') {
    throw new CorridorError(
      'network_unsupported',
      `${text.file}: mpc.version is "${version ?? ''}"; only version 2 is read (MATPOWER: loadcase and savecase convert).`,
    )
  }
  for (const field of REFUSED) {
    if ((text.matrices.get(field)?.rows.length ?? 0) === 0) continue
    throw new CorridorError(
      'network_unsupported',
      `${text.file}: mpc.${field} changes the answer and is not supported; leave it out to solve without it.`,
      { details: { field } },
    )
  }
  const baseMva = Number(text.scalars.get('baseMVA'))
  if (!(baseMva > 0)) {
    throw new CorridorError('network_invalid', `${text.file}: mpc.baseMVA must be a number above zero.`)
  }
  const table = (field: string, width: number) => new Table(text, field, width)
  const bus = table('bus', 13)
  const rowOf = new Map<number, number>()
  const buses: CaseBus[] = []
  for (let row = 0; row < bus.length; row++) {
    const id = bus.at(row, 0)
    if (rowOf.has(id)) throw bus.fault(row, `bus ${id} stands twice; give each its number.`)
    if (bus.at(row, 1) === ISOLATED) continue
    rowOf.set(id, buses.length)
    buses.push({ id: String(id), demand: bus.at(row, 2) + bus.at(row, 4) })
  }
  const isolated = new Set<number>()
  for (let row = 0; row < bus.length; row++) if (bus.at(row, 1) === ISOLATED) isolated.add(bus.at(row, 0))
  const busAt = (of: Table, row: number, column: number): number => {
    const at = rowOf.get(of.at(row, column))
    if (at !== undefined) return at
    throw of.fault(row, `bus ${of.at(row, column)} is not in mpc.bus; add it or name another.`)
  }
  return {
    baseMva,
    buses,
    generators: readGenerators(table('gen', 10), table('gencost', 5), { busAt, isolated }),
    branches: readBranches(table('branch', 11), { busAt, isolated }, linearForm(text)),
  }
}

interface Buses {
  readonly busAt: (of: Table, row: number, column: number) => number
  readonly isolated: ReadonlySet<number>
}

function readGenerators(gen: Table, cost: Table, { busAt, isolated }: Buses): CaseGenerator[] {
  // Twice as many rows give costs of reactive power in the second half, which the linear form leaves out.
  if (cost.length !== gen.length && cost.length !== 2 * gen.length) {
    throw new CorridorError(
      'network_invalid',
      `${gen.file}: ${cost.length} rows of mpc.gencost for ${gen.length} of mpc.gen; give one for each.`,
    )
  }
  const generators: CaseGenerator[] = []
  for (let row = 0; row < gen.length; row++) {
    if (gen.at(row, 7) <= 0 || isolated.has(gen.at(row, 0))) continue
    const [most, least] = [gen.at(row, 8), gen.at(row, 9)]
    if (least > most) throw gen.fault(row, `Pmin ${least} is above Pmax ${most}; give a range.`)
    generators.push({
      id: String(row + 1),
      bus: busAt(gen, row, 0),
      least,
      most,
      cost: readCost(cost, row, { least, most }),
    })
  }
  return generators
}

function readCost(cost: Table, row: number, range: { least: number; most: number }): ConvexCost {
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

function readBranches(
  branch: Table,
  { busAt, isolated }: Buses,
  form: ReturnType<typeof linearForm>,
): CaseBranch[] {
  const circuits = new Map<string, number>()
  const branches: CaseBranch[] = []
  for (let row = 0; row < branch.length; row++) {
    const pair = `${branch.at(row, 0)}-${branch.at(row, 1)}`
    const circuit = (circuits.get(pair) ?? 0) + 1
    circuits.set(pair, circuit)
    if (branch.at(row, 10) === 0 || isolated.has(branch.at(row, 0)) || isolated.has(branch.at(row, 1)))
      continue
    if (branch.at(row, 3) === 0) {
      throw branch.fault(
        row,
        'x is zero, so the flow is not determined; give a reactance, or join the two buses.',
      )
    }
    const rate = branch.at(row, 5)
    if (rate < 0) throw branch.fault(row, `rateA is ${rate}; give zero for no limit, or a limit.`)
    const [least, most] = [branch.at(row, 11), branch.at(row, 12)]
    // As MATPOWER reads them: a pair of zeros, or of a whole turn, is no limit.
    const isHeld = (least !== 0 && least > -360) || (most !== 0 && most < 360)
    branches.push({
      id: circuit === 1 ? pair : `${pair}#${circuit}`,
      from: busAt(branch, row, 0),
      to: busAt(branch, row, 1),
      ...form((column) => branch.at(row, column)),
      limit: rate === 0 || rate >= NO_LIMIT_MVA ? Number.POSITIVE_INFINITY : rate,
      leastAngle: isHeld ? least * RADIANS : Number.NEGATIVE_INFINITY,
      mostAngle: isHeld ? most * RADIANS : Number.POSITIVE_INFINITY,
    })
  }
  return branches
}

/**
 * Two linear forms of the same branch stand behind published figures. MATPOWER's own keeps the reactance, the tap ratio
 * and the phase shift and drops the resistance. The power grid library (PGLib) publishes its DC figures for
 * b = x / (r² + x²) without taps and shifts. A case of that library is solved in its form, any other in MATPOWER's.
 */
function linearForm(text: MatpowerText): (row: (column: number) => number) => {
  reactance: number
  shift: number
} {
  const isPglib = /^pglib_/u.test(text.name)
  return (at) => {
    const [r, x, ratio] = [at(2), at(3), at(8)]
    return isPglib
      ? { reactance: (r ** 2 + x ** 2) / x, shift: 0 }
      : { reactance: x * (ratio === 0 ? 1 : ratio), shift: at(9) * RADIANS }
  }
}

/** Rows of one matrix by column number, from 0. Columns that a file leaves out at the end are zero. */
class Table {
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

import { CorridorError } from '../../core/errors.ts'
import type { ConvexCost } from './convex-cost.ts'
import { type CaseBranch, readBranches } from './matpower-branches.ts'
import { type CaseDirectLine, readDirectLines } from './matpower-direct-lines.ts'
import { type Buses, MatpowerTable, readCost } from './matpower-table.ts'
import type { MatpowerText } from './matpower-text.ts'

export interface CaseBus {
  readonly id: string
  /** Demand and shunt conductance at 1 per unit, MW. */
  readonly demand: number
  /** Angle in radians where it is fixed: of reference buses, where there are several. Null elsewhere. */
  readonly angle: number | null
}

export interface CaseGenerator {
  readonly id: string
  readonly bus: number
  readonly least: number
  readonly most: number
  readonly cost: ConvexCost
}

export interface MatpowerCase {
  readonly baseMva: number
  readonly buses: readonly CaseBus[]
  readonly generators: readonly CaseGenerator[]
  readonly branches: readonly CaseBranch[]
  readonly directLines: readonly CaseDirectLine[]
}

/** Fields that add limits or flows to the dispatch. */
const REFUSED = ['A', 'l', 'u', 'N', 'H', 'Cw', 'fparm', 'if', 'reserves', 'softlims']
const RADIANS = Math.PI / 180
const REFERENCE = 3
const ISOLATED = 4
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
  const table = (field: string, width: number) => new MatpowerTable(text, field, width)
  const bus = table('bus', 13)
  const rowOf = new Map<number, number>()
  const buses: CaseBus[] = []
  const references = bus.rows.filter((row) => bus.at(row, 1) === REFERENCE)
  const isPglib = isLibraryCase(text)
  // One reference only gives angles a level, which changes nothing; several fix the angles between them.
  const angleOf = (row: number): number | null =>
    references.length < 2 || bus.at(row, 1) !== REFERENCE ? null : isPglib ? 0 : bus.at(row, 8) * RADIANS
  for (let row = 0; row < bus.length; row++) {
    const id = bus.at(row, 0)
    if (rowOf.has(id)) throw bus.fault(row, `bus ${id} stands twice; give each its number.`)
    if (bus.at(row, 1) === ISOLATED) continue
    rowOf.set(id, buses.length)
    buses.push({ id: String(id), demand: bus.at(row, 2) + bus.at(row, 4), angle: angleOf(row) })
  }
  const isolated = new Set<number>()
  for (let row = 0; row < bus.length; row++) if (bus.at(row, 1) === ISOLATED) isolated.add(bus.at(row, 0))
  const busAt = (of: MatpowerTable, row: number, column: number): number => {
    const at = rowOf.get(of.at(row, column))
    if (at !== undefined) return at
    throw of.fault(row, `bus ${of.at(row, column)} is not in mpc.bus; add it or name another.`)
  }
  return {
    baseMva,
    buses,
    generators: readGenerators(table('gen', 10), table('gencost', 5), { busAt, isolated }),
    branches: readBranches(table('branch', 11), { busAt, isolated }, isPglib),
    directLines: readDirectLines(text, { busAt, isolated }),
  }
}

function readGenerators(
  gen: MatpowerTable,
  cost: MatpowerTable,
  { busAt, isolated }: Buses,
): CaseGenerator[] {
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

/** Whether the case is one of the power grid library (PGLib). */
function isLibraryCase(text: MatpowerText): boolean {
  return /^pglib_/u.test(text.name)
}

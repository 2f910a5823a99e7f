import type { Buses, MatpowerTable } from './matpower-table.ts'

const RADIANS = Math.PI / 180
/** Angles of the power grid library that the file leaves open. */
const LIBRARY_DEGREES = 60
/** MATPOWER takes limits from here on as none. */
const NO_LIMIT_MVA = 1e10

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

export function readBranches(
  branch: MatpowerTable,
  { busAt, isolated }: Buses,
  isPglib: boolean,
): CaseBranch[] {
  const form = linearForm(isPglib)
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
    branches.push({
      id: circuit === 1 ? pair : `${pair}#${circuit}`,
      from: busAt(branch, row, 0),
      to: busAt(branch, row, 1),
      ...form((column) => branch.at(row, column)),
      limit: rate === 0 || rate >= NO_LIMIT_MVA ? Number.POSITIVE_INFINITY : rate,
    })
  }
  return branches
}

/**
 * Two linear forms of the same branch stand behind published figures. MATPOWER's own keeps the reactance, the tap ratio
 * and the phase shift and drops the resistance; an angle limit of zero is none, unless both are given otherwise. The power
 * grid library publishes its DC figures (PowerModels) for b = x / (r² + x²) without taps and shifts, with angles held
 * within 60 degrees where the file does not hold them closer. A case of that library is solved in its form, any other in
 * MATPOWER's.
 */
function linearForm(
  isPglib: boolean,
): (row: (column: number) => number) => Pick<CaseBranch, 'reactance' | 'shift' | 'leastAngle' | 'mostAngle'> {
  return (at) => {
    const [r, x, ratio] = [at(2), at(3), at(8)]
    const [least, most] = [at(11), at(12)]
    if (isPglib) {
      const isOpen = least === 0 && most === 0
      return {
        reactance: (r ** 2 + x ** 2) / x,
        shift: 0,
        leastAngle: (isOpen || least <= -90 ? -LIBRARY_DEGREES : least) * RADIANS,
        mostAngle: (isOpen || most >= 90 ? LIBRARY_DEGREES : most) * RADIANS,
      }
    }
    const isHeld = (least !== 0 && least > -360) || (most !== 0 && most < 360)
    return {
      reactance: x * (ratio === 0 ? 1 : ratio),
      shift: at(9) * RADIANS,
      leastAngle: isHeld && least !== 0 ? least * RADIANS : Number.NEGATIVE_INFINITY,
      mostAngle: isHeld && most !== 0 ? most * RADIANS : Number.POSITIVE_INFINITY,
    }
  }
}

import type { Highs } from 'highs'
import type { CalendarDate } from '../../core/time.ts'
import type { RunLimits } from '../linear/optimise.ts'
import { refuseTooLarge } from '../linear/programme.ts'
import type { Solution } from '../solution.ts'
import type { ConvexCost } from './convex-cost.ts'
import type { CaseBranch } from './matpower-branches.ts'
import { type MatpowerCase, readMatpowerCase } from './matpower-case.ts'
import { parseMatpowerText } from './matpower-text.ts'
import { readBinding } from './read-binding.ts'
import { addCurve, type Curve, solveCurved } from './solve-curved.ts'
import type { Solved } from './solve-linear.ts'
import { type Label, TripletProgramme } from './triplet-programme.ts'

/**
 * The DC optimal power flow of a MATPOWER case, one hour:
 *
 * minimise Σ_g C_g(p_g) subject to Σ_g p − Σ f out + Σ f in = Pd + Gs at each bus,
 * less what direct-current lines take and give, x · f − θ_from + θ_to = −shift (per unit), |f| ≤ rateA, angmin ≤ θ_from − θ_to ≤ angmax, Pmin ≤ p ≤ Pmax.
 *
 * Convex costs are held by lines under them, to which tangents are added until cost and bound agree.
 */
export function solveMatpower(
  highs: Highs,
  given: { readonly file: string; readonly text: string; readonly day: CalendarDate },
  limits: RunLimits,
): Solution {
  const network = readMatpowerCase(parseMatpowerText(given.file, given.text))
  refuseTooLarge(
    2 * (network.generators.length + network.directLines.length) +
      network.branches.length +
      network.buses.length,
    'cut the case into parts',
  )
  const built = buildDispatch(network)
  const { programme, solved, cost } = solveCurved(highs, built.written, built.curves, {
    ...limits,
    isGrid: true,
  })
  const solution = toSolution(network, built, solved, { day: given.day, cost })
  return cost === null
    ? solution
    : { ...solution, binding: readBinding(built.written, programme, solved.optimum, '$') }
}

interface Dispatch {
  readonly written: TripletProgramme
  readonly power: number
  readonly flow: number
  readonly direct: number
  readonly curves: readonly Curve[]
}

function buildDispatch(network: MatpowerCase): Dispatch {
  const written = new TripletProgramme()
  for (const bus of network.buses) {
    const row = written.addRow(bus.demand, bus.demand)
    written.labelRows(row, {
      constraint: `bus-balance:${bus.id}`,
      sentence: `What enters bus ${bus.id} equals what leaves it.`,
    })
  }
  const power = written.columns
  for (const generator of network.generators) {
    const column = written.addColumn(onlySlope(generator.cost), generator.least, generator.most)
    written.add(generator.bus, column, 1)
    written.labelColumns(column, {
      constraint: `generator-limit:${generator.id}`,
      sentence: `Generator ${generator.id} at bus ${network.buses[generator.bus]?.id} stays between Pmin and Pmax.`,
    })
  }
  const flow = written.columns
  for (const branch of network.branches) {
    const { least, most, isByAngle } = flowLimits(branch, network.baseMva)
    const column = written.addColumn(0, least, most)
    written.add(branch.from, column, -1)
    written.add(branch.to, column, 1)
    written.labelColumns(column, isByAngle ? angleLabel(branch) : rateLabel(branch))
  }
  const direct = addDirectLines(network, written)
  addAngles(network, written, flow)
  return {
    written,
    power,
    flow,
    direct,
    curves: [
      ...addCosts(written, power, network.generators),
      ...addCosts(written, direct, network.directLines),
    ],
  }
}

/**
 * The flow fixes the angle between the ends, so that limits of angles are limits of the flow, and the narrower of the
 * two holds. Where no flow keeps both, a row of its own keeps the angles, for the conflict to name.
 */
function flowLimits(branch: CaseBranch, baseMva: number) {
  const { limit, reactance, shift } = branch
  const ends = [branch.leastAngle, branch.mostAngle].map((angle) => ((angle - shift) * baseMva) / reactance)
  const [least, most] = [Math.max(Math.min(...ends), -limit), Math.min(Math.max(...ends), limit)]
  return least > most
    ? { least: -limit, most: limit, isByAngle: false, isApart: true }
    : { least, most, isByAngle: least > -limit || most < limit, isApart: false }
}

const rateLabel = ({ id }: CaseBranch): Label => ({
  constraint: `branch-limit:${id}`,
  sentence: `Branch ${id} carries at most rateA.`,
})

const angleLabel = ({ id }: CaseBranch): Label => ({
  constraint: `angle-limit:${id}`,
  sentence: `The angles at the ends of branch ${id} differ by no more than angmin and angmax allow, and it carries at most rateA.`,
})

/** Angles are in radians times the base, so that flows in MW need no large factors. Their level is free. */
function addAngles(network: MatpowerCase, written: TripletProgramme, flow: number): void {
  const angle = written.columns
  for (const { angle: fixed } of network.buses) {
    written.addColumn(
      0,
      fixed === null ? Number.NEGATIVE_INFINITY : fixed * network.baseMva,
      fixed === null ? Number.POSITIVE_INFINITY : fixed * network.baseMva,
    )
  }
  for (const [at, branch] of network.branches.entries()) {
    const shift = -branch.shift * network.baseMva
    const law = written.addRow(shift, shift)
    written.add(law, flow + at, branch.reactance)
    written.add(law, angle + branch.from, -1)
    written.add(law, angle + branch.to, 1)
    written.labelRows(law, {
      constraint: `voltage-law:${branch.id}`,
      sentence: `The flow of branch ${branch.id} follows from the angles at its ends.`,
    })
    if (!flowLimits(branch, network.baseMva).isApart) continue
    const held = written.addRow(branch.leastAngle * network.baseMva, branch.mostAngle * network.baseMva)
    written.add(held, angle + branch.from, 1)
    written.add(held, angle + branch.to, -1)
    written.labelRows(held, angleLabel(branch))
  }
}

/** What leaves the first bus enters the second less what is lost: loss0 + loss1 · flow. */
function addDirectLines(network: MatpowerCase, written: TripletProgramme): number {
  const first = written.columns
  for (const line of network.directLines) {
    const column = written.addColumn(onlySlope(line.cost), line.least, line.most)
    written.add(line.from, column, -1)
    written.add(line.to, column, 1 - line.lossShare)
    written.shiftRow(line.to, line.loss)
    written.labelColumns(column, {
      constraint: `branch-limit:${line.id}`,
      sentence: `Direct-current line ${line.id} carries between Pmin and Pmax.`,
    })
  }
  return first
}

/** Slope of a cost of one line, which the column itself pays. */
function onlySlope({ lines }: ConvexCost): number {
  return lines.length === 1 ? (lines[0]?.slope ?? 0) : 0
}

/** One line is a cost of the column itself; what it starts from is paid whatever runs. */
function addCosts(
  written: TripletProgramme,
  power: number,
  paid: readonly { readonly cost: ConvexCost; readonly least: number; readonly most: number }[],
): Curve[] {
  return paid.flatMap(({ cost: curve, least: low, most: high }, at) => {
    const [only] = curve.lines
    if (only === undefined || curve.lines.length > 1) {
      return [addCurve(written, { at: power + at, low, high, curve })]
    }
    if (only.intercept !== 0) written.addColumn(only.intercept, 1, 1)
    return []
  })
}

function toSolution(
  network: MatpowerCase,
  built: Dispatch,
  solved: Solved,
  given: { readonly day: CalendarDate; readonly cost: number | null },
): Solution {
  const { optimum } = solved
  const isSolved = given.cost !== null
  const x = (column: number): number => (optimum.x[column] ?? Number.NaN) + 0
  const period = '1'
  const [carrier, unit] = ['power', 'MW']
  return {
    schema_version: '1',
    status: optimum.status,
    objective: given.cost,
    objective_constant: 0,
    periods: [{ id: period, start: given.day, days: 1 / 24 }],
    flows: !isSolved
      ? []
      : [
          ...network.branches.map((branch, at) => {
            const value = x(built.flow + at)
            const room = branch.limit - Math.abs(value)
            const headroom = Number.isFinite(room) ? Math.max(0, room) : null
            return { link: branch.id, carrier, period, value, unit, headroom }
          }),
          ...network.directLines.map((line, at) => {
            const value = x(built.direct + at)
            const room = value < 0 ? value - line.least : line.most - value
            const headroom = Number.isFinite(room) ? Math.max(0, room) : null
            return { link: line.id, carrier, period, value, unit, headroom }
          }),
        ],
    unserved: [],
    prices: !isSolved
      ? []
      : network.buses.map((bus, at) => ({
          zone: bus.id,
          carrier,
          period,
          value: (optimum.rowDual[at] ?? Number.NaN) + 0,
          unit: '$/MWh',
        })),
    stores: [],
    capacities: [],
    binding: [],
    conflict: [...solved.conflict],
    ...(optimum.status === 'infeasible' ? { relaxation: solved.relaxation } : {}),
    supplies: !isSolved
      ? []
      : network.generators.map((generator, at) => ({
          supply: generator.id,
          period,
          value: x(built.power + at),
          unit,
        })),
    conversions: [],
    class_flows: [],
  }
}

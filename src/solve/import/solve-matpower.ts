import type { Highs } from 'highs'
import type { CalendarDate } from '../../core/time.ts'
import type { RunLimits } from '../optimise.ts'
import { refuseTooLarge } from '../programme.ts'
import type { Solution } from '../solution.ts'
import { type MatpowerCase, readMatpowerCase } from './matpower-case.ts'
import { parseMatpowerText } from './matpower-text.ts'
import { readBinding } from './read-binding.ts'
import { addCurve, type Curve, solveCurved } from './solve-curved.ts'
import type { Solved } from './solve-linear.ts'
import { TripletProgramme } from './triplet-programme.ts'

const RUNS_BOTH_WAYS = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }

/**
 * The DC optimal power flow of a MATPOWER case, one hour:
 *
 * minimise Σ_g C_g(p_g) subject to Σ_g p − Σ f out + Σ f in = Pd + Gs at each bus,
 * x · f − θ_from + θ_to = −shift (per unit), |f| ≤ rateA, angmin ≤ θ_from − θ_to ≤ angmax, Pmin ≤ p ≤ Pmax.
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
    2 * network.generators.length + network.branches.length + network.buses.length,
    'cut the case into parts',
  )
  const built = buildDispatch(network)
  const { programme, solved, cost } = solveCurved(highs, built.written, built.curves, limits)
  const solution = toSolution(network, built, solved, { day: given.day, cost })
  return cost === null
    ? solution
    : { ...solution, binding: readBinding(built.written, programme, solved.optimum, '$') }
}

interface Dispatch {
  readonly written: TripletProgramme
  readonly power: number
  readonly flow: number
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
    const { lines } = generator.cost
    const slope = lines.length === 1 ? (lines[0]?.slope ?? 0) : 0
    const column = written.addColumn(slope, generator.least, generator.most)
    written.add(generator.bus, column, 1)
    written.labelColumns(column, {
      constraint: `generator-limit:${generator.id}`,
      sentence: `Generator ${generator.id} at bus ${network.buses[generator.bus]?.id} stays between Pmin and Pmax.`,
    })
  }
  const flow = written.columns
  for (const branch of network.branches) {
    const column = written.addColumn(0, -branch.limit, branch.limit)
    written.add(branch.from, column, -1)
    written.add(branch.to, column, 1)
    written.labelColumns(column, {
      constraint: `branch-limit:${branch.id}`,
      sentence: `Branch ${branch.id} carries at most rateA.`,
    })
  }
  addAngles(network, written, flow)
  return { written, power, flow, curves: addCosts(written, power, network) }
}

/** Angles are in radians times the base, so that flows in MW need no large factors. Their level is free. */
function addAngles(network: MatpowerCase, written: TripletProgramme, flow: number): void {
  const angle = written.columns
  for (const _ of network.buses) written.addColumn(0, RUNS_BOTH_WAYS.least, RUNS_BOTH_WAYS.most)
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
    if (branch.leastAngle === RUNS_BOTH_WAYS.least && branch.mostAngle === RUNS_BOTH_WAYS.most) continue
    const held = written.addRow(branch.leastAngle * network.baseMva, branch.mostAngle * network.baseMva)
    written.add(held, angle + branch.from, 1)
    written.add(held, angle + branch.to, -1)
    written.labelRows(held, {
      constraint: `angle-limit:${branch.id}`,
      sentence: `The angles at the ends of branch ${branch.id} differ by no more than angmin and angmax allow.`,
    })
  }
}

/** One line is a cost of the column itself; what it starts from is paid whatever runs. */
function addCosts(written: TripletProgramme, power: number, { generators }: MatpowerCase): Curve[] {
  return generators.flatMap(({ cost: curve, least: low, most: high }, at) => {
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
      : network.branches.map((branch, at) => {
          const value = x(built.flow + at)
          const room = branch.limit - Math.abs(value)
          const headroom = Number.isFinite(room) ? Math.max(0, room) : null
          return { link: branch.id, carrier, period, value, unit, headroom }
        }),
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

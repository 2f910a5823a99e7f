import type { Highs } from 'highs'
import { CorridorError } from '../../core/errors.ts'
import type { CalendarDate } from '../../core/time.ts'
import type { Optimum, RunLimits } from '../optimise.ts'
import { refuseTooLarge } from '../programme.ts'
import type { Solution } from '../solution.ts'
import type { CostLine } from './convex-cost.ts'
import { type MatpowerCase, readMatpowerCase } from './matpower-case.ts'
import { parseMatpowerText } from './matpower-text.ts'
import { readBinding } from './read-binding.ts'
import { type Solved, solveProgramme } from './solve-programme.ts'
import { TripletProgramme } from './triplet-programme.ts'

/** The cost found may lie this share above what is proven to be its least. */
const GAP = 1e-9
const MOST_ROUNDS = 60
const RUNS_BOTH_WAYS = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }

/**
 * The DC optimal power flow of a MATPOWER case, one hour:
 *
 * minimise Σ_g C_g(p_g) subject to Σ_g p − Σ f out + Σ f in = Pd + Gs at each bus,
 * x · f − θ_from + θ_to = −shift (per unit), |f| ≤ rateA, angmin ≤ θ_from − θ_to ≤ angmax, Pmin ≤ p ≤ Pmax.
 *
 * Convex costs are held by lines under them. Where the plan lies above its lines, a tangent is added there and it is
 * solved again, until cost and bound agree to nine digits: the bound proves the cost, which a fixed grid would not.
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
  const lines = network.generators.map((generator) => [...generator.cost.lines])
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const built = buildDispatch(network, lines)
    const programme = built.written.finish()
    const solved = solveProgramme(highs, built.written, programme, limits)
    const { optimum } = solved
    if (optimum.status !== 'optimal')
      return toSolution(network, built, solved, { day: given.day, cost: null })
    const cost = addTangents(network, built, optimum, lines)
    if (cost - optimum.objective <= GAP * (1 + Math.abs(cost))) {
      const binding = readBinding(built.written, programme, optimum, '$')
      return { ...toSolution(network, built, solved, { day: given.day, cost }), binding }
    }
  }
  throw new CorridorError(
    'solve_failed',
    `${given.file}: the costs did not settle in ${MOST_ROUNDS} rounds; report it with the case.`,
  )
}

interface Dispatch {
  readonly written: TripletProgramme
  readonly power: number
  readonly flow: number
}

function buildDispatch(network: MatpowerCase, lines: readonly (readonly CostLine[])[]): Dispatch {
  const written = new TripletProgramme()
  for (const bus of network.buses) {
    const row = written.addRow(bus.demand, bus.demand)
    written.labelRows(row, {
      constraint: `bus-balance:${bus.id}`,
      sentence: `What enters bus ${bus.id} equals what leaves it.`,
    })
  }
  const power = written.columns
  for (const [at, generator] of network.generators.entries()) {
    const known = lines[at] ?? []
    const slope = known.length === 1 ? (known[0]?.slope ?? 0) : 0
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
  addCosts(written, power, lines)
  return { written, power, flow }
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

function addCosts(written: TripletProgramme, power: number, lines: readonly (readonly CostLine[])[]): void {
  for (const [at, known] of lines.entries()) {
    const [only] = known
    if (only !== undefined && known.length === 1) {
      if (only.intercept !== 0) written.addColumn(only.intercept, 1, 1)
      continue
    }
    const cost = written.addColumn(1, RUNS_BOTH_WAYS.least, RUNS_BOTH_WAYS.most)
    for (const line of known) {
      const row = written.addRow(line.intercept, Number.POSITIVE_INFINITY)
      written.add(row, cost, 1)
      written.add(row, power + at, -line.slope)
    }
  }
}

/** True cost of the plan; where its lines fall short of it, a tangent at the plan is added for the next round. */
function addTangents(network: MatpowerCase, built: Dispatch, optimum: Optimum, lines: CostLine[][]): number {
  let cost = 0
  for (const [at, generator] of network.generators.entries()) {
    const { least, most, cost: curve } = generator
    const power = Math.min(most, Math.max(least, optimum.x[built.power + at] ?? Number.NaN))
    const value = curve.value(power)
    cost += value
    if (curve.isExact) continue
    const held = Math.max(...(lines[at] ?? []).map((line) => line.intercept + line.slope * power))
    if (value - held > GAP * 0.1 * (1 + Math.abs(value))) lines[at]?.push(curve.tangent(power))
  }
  return cost
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

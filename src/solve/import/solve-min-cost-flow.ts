import type { Highs } from 'highs'
import { CorridorError } from '../../core/errors.ts'
import type { CalendarDate } from '../../core/time.ts'
import type { RunLimits } from '../linear/optimise.ts'
import { refuseTooLarge } from '../linear/programme.ts'
import type { Solution } from '../solution.ts'
import { readBinding } from './read-binding.ts'
import { solveProgramme } from './solve-programme.ts'
import { TripletProgramme } from './triplet-programme.ts'

interface Arc {
  readonly from: number
  readonly to: number
  readonly least: number
  readonly most: number
  readonly cost: number
}

interface FlowProblem {
  /** What each node gives (above zero) or takes, by number less one. */
  readonly supply: Float64Array
  readonly arcs: readonly Arc[]
}

/**
 * Minimum-cost flow in the DIMACS form (`p min`): minimise Σ cost · f with Σ f out − Σ f in = supply at each node and
 * least ≤ f ≤ most. Whole numbers in give a whole plan out, as the corners of such a programme are whole.
 */
export function solveMinCostFlow(
  highs: Highs,
  given: { readonly file: string; readonly text: string; readonly day: CalendarDate },
  limits: RunLimits,
): Solution {
  const problem = readFlowProblem(given.file, given.text)
  refuseTooLarge(problem.arcs.length, 'cut the problem into parts')
  const written = new TripletProgramme()
  for (const [at, supply] of problem.supply.entries()) {
    // Written as what a node takes, so that its multiplier is the cost of one more unit taken there.
    const row = written.addRow(-supply, -supply)
    written.labelRows(row, {
      constraint: `node-balance:${at + 1}`,
      sentence: `What enters node ${at + 1} equals what leaves it.`,
    })
  }
  const names = arcNames(problem.arcs)
  for (const [at, arc] of problem.arcs.entries()) {
    const column = written.addColumn(arc.cost, arc.least, arc.most)
    written.add(arc.from, column, -1)
    written.add(arc.to, column, 1)
    written.labelColumns(column, {
      constraint: `arc-limit:${names[at]}`,
      sentence: `Arc ${names[at]} stays between its least and greatest flow.`,
    })
  }
  const programme = written.finish()
  const { optimum, conflict, relaxation } = solveProgramme(highs, written, programme, limits)
  const isOptimal = optimum.status === 'optimal'
  const [period, carrier, unit] = ['1', 'flow', '1']
  const x = (at: number): number => (optimum.x[at] ?? Number.NaN) + 0
  return {
    schema_version: '1',
    status: optimum.status,
    objective: isOptimal ? optimum.objective : null,
    objective_constant: 0,
    periods: [{ id: period, start: given.day, days: 1 }],
    flows: !isOptimal
      ? []
      : problem.arcs.map((arc, at) => ({
          link: names[at] ?? '',
          carrier,
          period,
          value: x(at),
          unit,
          headroom: Number.isFinite(arc.most) ? Math.max(0, arc.most - x(at)) : null,
        })),
    unserved: [],
    prices: !isOptimal
      ? []
      : Array.from(problem.supply, (_, at) => ({
          zone: String(at + 1),
          carrier,
          period,
          value: (optimum.rowDual[at] ?? Number.NaN) + 0,
          unit: 'cost',
        })),
    stores: [],
    capacities: [],
    binding: isOptimal ? readBinding(written, programme, optimum, 'cost') : [],
    conflict: [...conflict],
    ...(optimum.status === 'infeasible' ? { relaxation } : {}),
    supplies: [],
    conversions: [],
    class_flows: [],
  }
}

/** Arcs between the same nodes are told apart by a number: `3-7`, `3-7#2`. */
function arcNames(arcs: readonly Arc[]): string[] {
  const count = new Map<string, number>()
  return arcs.map(({ from, to }) => {
    const pair = `${from + 1}-${to + 1}`
    const seen = (count.get(pair) ?? 0) + 1
    count.set(pair, seen)
    return seen === 1 ? pair : `${pair}#${seen}`
  })
}

function readFlowProblem(file: string, text: string): FlowProblem {
  let supply: Float64Array | null = null
  let arcCount = 0
  const arcs: Arc[] = []
  for (const [at, line] of text.split(/\r?\n/u).entries()) {
    const [kind = '', ...words] = line.trim().split(/\s+/u)
    const fault = (problem: string) =>
      new CorridorError('network_invalid', `${file}, line ${at + 1}: ${problem}`)
    if (kind === '' || kind === 'c') continue
    if (kind === 'p') {
      if (supply !== null) throw fault('a second line "p"; leave one.')
      const [nodes, announced] = [Number(words[1]), Number(words[2])]
      if (words[0] !== 'min' || !Number.isInteger(nodes) || nodes < 1 || !Number.isInteger(announced)) {
        throw fault(`"${line.trim()}" is no minimum-cost flow; give "p min NODES ARCS".`)
      }
      refuseTooLarge(Math.max(nodes, announced), 'cut the problem into parts')
      supply = new Float64Array(nodes)
      arcCount = announced
      continue
    }
    if (supply === null)
      throw fault('a node or arc stands before the line "p min NODES ARCS"; move it below.')
    const numbers = words.map(Number)
    if (numbers.some((value) => Number.isNaN(value))) throw fault(`"${line.trim()}" holds what is no number.`)
    const { length } = supply
    const node = (value: number | undefined): number => {
      if (value !== undefined && Number.isInteger(value) && value >= 1 && value <= length) return value - 1
      throw fault(`node ${value} is not between 1 and ${length}; give a node of the problem.`)
    }
    if (kind === 'n') supply[node(numbers[0])] = numbers[1] ?? 0
    else if (kind === 'a') {
      const [from, to, least, most, cost] = numbers
      if (least === undefined || most === undefined || cost === undefined) {
        throw fault('an arc needs FROM TO LEAST MOST COST; give all five.')
      }
      // The format writes an arc without limit as one of less than nothing.
      const limit = most < 0 ? Number.POSITIVE_INFINITY : most
      if (least > limit) throw fault(`the least flow ${least} is above the greatest ${most}; give a range.`)
      arcs.push({ from: node(from), to: node(to), least, most: limit, cost })
    } else throw fault(`"${kind}" begins no line of this format; give c, p, n or a.`)
  }
  if (supply === null)
    throw new CorridorError('network_invalid', `${file}: no line "p min NODES ARCS"; give it.`)
  if (arcs.length !== arcCount) {
    throw new CorridorError(
      'network_invalid',
      `${file}: ${arcs.length} arcs where ${arcCount} are announced; the file may be cut short.`,
    )
  }
  return { supply, arcs }
}

import type { Highs } from 'highs'
import { CorridorError } from '../../core/errors.ts'
import type { CalendarDate } from '../../core/time.ts'
import type { RunLimits } from '../linear/optimise.ts'
import { refuseTooLarge } from '../linear/programme.ts'
import type { Solution } from '../solution.ts'
import { parseNumber } from './csv-table.ts'
import { readBinding } from './read-binding.ts'
import { solveProgramme } from './solve-programme.ts'
import { TripletProgramme } from './triplet-programme.ts'

interface Pipe {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly capacity: number
}

interface Grid {
  readonly names: readonly string[]
  readonly kinds: readonly string[]
  readonly pipes: readonly Pipe[]
}

const KINDS = new Set(['source', 'sink', 'transit'])

/**
 * Maximum flow of a gas grid as a table of tabs: `n id source|sink|transit country` and `e from to capacity`, capacity
 * in million m³ a day, one way. Maximise what enters at sources and leaves at sinks, with flows within capacity and
 * nothing lost at any node. A source that a pipe leads into is taken as passed through, without gas of its own: so the
 * published figure counts. `objective` is the flow, in million m³ a day.
 */
export function solveMaxFlow(
  highs: Highs,
  given: { readonly file: string; readonly text: string; readonly day: CalendarDate },
  limits: RunLimits,
): Solution {
  const grid = readGrid(given.file, given.text)
  refuseTooLarge(grid.pipes.length + grid.names.length, 'cut the grid into parts')
  const { written, sources } = writeProgramme(grid)
  const programme = written.finish()
  const { optimum, conflict } = solveProgramme(highs, written, programme, limits)
  const [period, carrier, unit] = ['1', 'gas', 'mcm/d']
  const x = (column: number): number => (optimum.x[column] ?? Number.NaN) + 0
  const empty: Solution = {
    schema_version: '1',
    status: optimum.status,
    objective: null,
    objective_constant: 0,
    periods: [{ id: period, start: given.day, days: 1 }],
    flows: [],
    unserved: [],
    prices: [],
    stores: [],
    capacities: [],
    binding: [],
    conflict: [...conflict],
    supplies: [],
    conversions: [],
    class_flows: [],
  }
  if (optimum.status !== 'optimal') return empty
  return {
    ...empty,
    objective: 0 - optimum.objective,
    flows: grid.pipes.map((pipe, at) => ({
      link: pipe.id,
      carrier,
      period,
      value: x(at),
      unit,
      headroom: Number.isFinite(pipe.capacity) ? Math.max(0, pipe.capacity - x(at)) : null,
    })),
    // Pipes of a smallest cut: one more unit of capacity lets one more unit of gas through.
    binding: readBinding(written, programme, optimum, unit),
    supplies: [...sources].map(([node, column]) => ({
      supply: grid.names[node] ?? '',
      period,
      value: x(column),
      unit,
    })),
  }
}

function writeProgramme(grid: Grid): { written: TripletProgramme; sources: ReadonlyMap<number, number> } {
  const written = new TripletProgramme()
  for (const name of grid.names) {
    const row = written.addRow(0, 0)
    written.labelRows(row, {
      constraint: `bus-balance:${name}`,
      sentence: `What enters node ${name} equals what leaves it.`,
    })
  }
  for (const pipe of grid.pipes) {
    const column = written.addColumn(0, 0, pipe.capacity)
    written.add(pipe.from, column, -1)
    written.add(pipe.to, column, 1)
    written.labelColumns(column, {
      constraint: `limit:${pipe.id}`,
      sentence: `Pipe ${pipe.id} carries at most its capacity.`,
    })
  }
  const isFed = new Set(grid.pipes.map((pipe) => pipe.to))
  const sources = new Map<number, number>()
  for (const [node, kind] of grid.kinds.entries()) {
    if (kind === 'transit' || (kind === 'source' && isFed.has(node))) continue
    const isSource = kind === 'source'
    const column = written.addColumn(isSource ? -1 : 0, 0, Number.POSITIVE_INFINITY)
    written.add(node, column, isSource ? 1 : -1)
    if (isSource) sources.set(node, column)
  }
  return { written, sources }
}

function readGrid(file: string, text: string): Grid {
  const nodeOf = new Map<string, number>()
  const kinds: string[] = []
  const pipes: Pipe[] = []
  const count = new Map<string, number>()
  for (const [at, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [kind, ...cells] = line.split('\t').map((cell) => cell.trim())
    const fault = (problem: string) =>
      new CorridorError('network_invalid', `${file}, line ${at + 1}: ${problem}`)
    if (kind === 'n') {
      const [name = '', flowType = ''] = cells
      if (nodeOf.has(name)) throw fault(`node "${name}" stands twice; give each its own name.`)
      if (!KINDS.has(flowType)) throw fault(`"${flowType}" is no kind of node; give source, sink or transit.`)
      nodeOf.set(name, kinds.length)
      kinds.push(flowType)
    } else if (kind === 'e') {
      const [from = '', to = '', capacityText = ''] = cells
      const [start, end] = [nodeOf.get(from), nodeOf.get(to)]
      if (start === undefined || end === undefined) {
        throw fault(`"${start === undefined ? from : to}" is no node above; add its line.`)
      }
      const capacity = parseNumber(capacityText)
      if (capacity === undefined || !(capacity >= 0)) {
        throw fault(`the capacity is "${capacityText}"; give a number of zero or more.`)
      }
      const pair = `${from}>${to}`
      const seen = (count.get(pair) ?? 0) + 1
      count.set(pair, seen)
      pipes.push({ id: seen === 1 ? pair : `${pair}#${seen}`, from: start, to: end, capacity })
    } else
      throw fault(
        `"${line.slice(0, 40)}" begins with neither n nor e; give nodes and edges with tabs between.`,
      )
  }
  if (pipes.length === 0) {
    throw new CorridorError(
      'network_invalid',
      `${file}: no edges; give lines "e FROM TO CAPACITY" with tabs.`,
    )
  }
  return { names: [...nodeOf.keys()], kinds, pipes }
}

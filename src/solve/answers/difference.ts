import { readableNumber, readableUnit } from '../../core/readable.ts'
import type { SolveResult } from '../result.ts'
import { type ChangeArc, type ChangeGraph, changeGraph, type Terminal } from './difference-graph.ts'

/** One term of the difference of two runs: an amount that left some rows and came to others. */
export interface Movement {
  /** `moved`: from route to route, nothing else changed. `changed`: it begins or ends at a source, use, store or loss. */
  readonly kind: 'moved' | 'changed'
  /** Mean rate over the periods compared, in `unit`; above zero. */
  readonly amount: number
  readonly unit: string
  readonly carrier: string
  /** Where the amount now comes from, and where it went; null for a move between routes. */
  readonly from: Terminal | null
  readonly to: Terminal | null
  /** Rows (`links/ID`, `conversions/ID`) that carry less and more, in order of the way. */
  readonly less: readonly string[]
  readonly more: readonly string[]
  readonly sentence: string
}

export interface DifferenceOptions {
  /** First period compared, and the one after the last; default: all. */
  readonly from?: number
  readonly until?: number
}

/**
 * The difference of two canonical solutions as movements that sum to it: over every row, the amounts of the movements
 * that name it as `more` less those that name it as `less` give its change (after losses on the way). Largest first;
 * of equal ways the shortest, then by id, so that the same runs always give the same statements.
 */
export function differenceOfSolutions(
  base: SolveResult,
  shocked: SolveResult,
  options: DifferenceOptions = {},
): readonly Movement[] {
  const until = options.until ?? base.periods.length
  const graph = changeGraph(base, shocked, options.from ?? 0, until)
  const outgoing = new Map<string, ChangeArc[]>()
  for (const arc of graph.arcs) outgoing.set(arc.tail, [...(outgoing.get(arc.tail) ?? []), arc])
  for (const arcs of outgoing.values()) arcs.sort(largerFirst)
  const noise = graph.arcs.reduce((most, arc) => Math.max(most, arc.remaining), 0) * 1e-6
  /** The same way found twice is one statement. */
  const found = new Map<string, { way: readonly ChangeArc[]; amount: number }>()
  const take = (way: readonly ChangeArc[]): void => {
    const amount = Math.min(...way.map((arc) => arc.remaining))
    for (const arc of way) arc.remaining -= amount
    const key = way.map((arc) => `${arc.tail}>${arc.row}>${arc.head}`).join(' ')
    found.set(key, { way, amount: amount + (found.get(key)?.amount ?? 0) })
  }
  for (const isPathPass of [true, false]) {
    for (;;) {
      const open = graph.arcs.filter(
        (arc) => arc.remaining > noise && (!isPathPass || graph.terminals.has(arc.tail)),
      )
      const first = open.sort(largerFirst)[0]
      if (first === undefined) break
      const goal = isPathPass
        ? (node: string) => graph.terminals.has(node)
        : (node: string) => node === first.tail
      const way = shortestWay(first, goal, outgoing, noise)
      // Rounding can leave an arc without a continuation; it is smaller than anything stated.
      if (way === null) first.remaining = 0
      else take(isPathPass ? way : startingWithMore(way))
    }
  }
  return [...found.values()]
    .map(({ way, amount }) => describe(base, graph, way, amount))
    .sort((a, b) => b.amount - a.amount || (a.sentence < b.sentence ? -1 : 1))
}

function largerFirst(a: ChangeArc, b: ChangeArc): number {
  return b.remaining - a.remaining || (a.row < b.row ? -1 : a.row > b.row ? 1 : 0)
}

/** A closed way begins where the flow that fell ends and the one that rose begins. */
function startingWithMore(way: readonly ChangeArc[]): readonly ChangeArc[] {
  const at = way.findIndex((arc, i) => arc.direction === 'more' && way.at(i - 1)?.direction === 'less')
  return at <= 0 ? way : [...way.slice(at), ...way.slice(0, at)]
}

/** Breadth first from `first`, so that a statement names as few rows as can carry it. */
function shortestWay(
  first: ChangeArc,
  isGoal: (node: string) => boolean,
  outgoing: ReadonlyMap<string, readonly ChangeArc[]>,
  noise: number,
): readonly ChangeArc[] | null {
  const reached = new Map<string, { arc: ChangeArc; before: string | null }>()
  reached.set(first.head, { arc: first, before: null })
  const queue = [first.head]
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    if (isGoal(node)) return trace(node, reached)
    for (const arc of outgoing.get(node) ?? []) {
      if (arc.remaining <= noise || reached.has(arc.head)) continue
      reached.set(arc.head, { arc, before: node })
      queue.push(arc.head)
    }
  }
  return null
}

function trace(
  end: string,
  reached: ReadonlyMap<string, { arc: ChangeArc; before: string | null }>,
): readonly ChangeArc[] {
  const way: ChangeArc[] = []
  for (let step = reached.get(end); step !== undefined; ) {
    way.unshift(step.arc)
    step = step.before === null ? undefined : reached.get(step.before)
  }
  return way
}

function describe(
  base: SolveResult,
  graph: ChangeGraph,
  way: readonly ChangeArc[],
  amount: number,
): Movement {
  const from = graph.terminals.get(way[0]?.tail ?? '') ?? null
  const to = graph.terminals.get(way.at(-1)?.head ?? '') ?? null
  const routes = way.filter((arc) => arc.row.startsWith('links/') || arc.row.startsWith('conversions/'))
  const less = routes.filter((arc) => arc.direction === 'less').reverse()
  const more = routes.filter((arc) => arc.direction === 'more')
  const bus = [way[0]?.head, way[0]?.tail]
    .map((id) => base.network.buses.find((one) => one.id === id))
    .find(Boolean)
  const carrier = bus?.carrier ?? 'gas'
  const unit = base.network.units[carrier]
  const size = `${readableNumber(amount)} ${readableUnit(unit)}`
  const [start, end] = [way[0], way.at(-1)]
  const names = { less: less.map((arc) => arc.name), more: more.map((arc) => arc.name) }
  return {
    kind: from === null && to === null ? 'moved' : 'changed',
    amount,
    unit,
    carrier,
    from,
    to,
    less: less.map((arc) => arc.row),
    more: more.map((arc) => arc.row),
    sentence: sentenceOf(
      size,
      names,
      from && start ? [from, start.direction] : null,
      to && end ? [to, end.direction] : null,
    ),
  }
}

type End = readonly [Terminal, 'more' | 'less']

function sentenceOf(
  size: string,
  names: { less: readonly string[]; more: readonly string[] },
  from: End | null,
  to: End | null,
): string {
  const less = names.less.length === 0 ? '' : ` over ${names.less.join(', ')}`
  const more = names.more.length === 0 ? '' : ` over ${names.more.join(', ')}`
  if (from === null || to === null) {
    return less === '' || more === ''
      ? `${size} less circulates${less}${more}.`
      : `${size} moved from ${names.less.join(', ')} to ${names.more.join(', ')}.`
  }
  const tail = [less === '' ? '' : `less${less}`, more === '' ? '' : `more${more}`].filter(
    (part) => part !== '',
  )
  const way = tail.length === 0 ? '' : `: ${tail.join('; ')}`
  return `${size}: ${clause(from)}, ${clause(to)}${way}.`
}

function clause([terminal, direction]: End): string {
  const { kind, name } = terminal
  const isMore = direction === 'more'
  switch (kind) {
    case 'supply':
      return `${name} gives ${isMore ? 'more' : 'less'}`
    case 'demand':
      return `${name} gets ${isMore ? 'more' : 'less'}`
    case 'store':
      return isMore ? `${name} is drawn on` : `${name} keeps or takes in more`
    case 'loss':
      return `${isMore ? 'more' : 'less'} is lost on ${name}`
    case 'conversion':
      return `${isMore ? 'more' : 'less'} is used up in ${name}`
    case 'difference':
      return `${name} ${isMore ? 'rises' : 'falls'}`
  }
}

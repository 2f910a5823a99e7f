import type { Atlas } from '../../atlas/atlas.ts'
import { observedRate } from '../../atlas/figures.ts'
import type { Network } from '../../atlas/network.ts'
import { carriers } from '../../atlas/tables/cells.ts'
import type { Carrier, ObservedFlow } from '../../atlas/tables.ts'
import { addDays, type CalendarDate, calendarDate, daysBetween } from '../../core/time.ts'
import { type ErrorSummary, reproduceFlows, summariseErrors } from '../../solve/base/reproduce-flows.ts'
import { withCarriers } from '../../solve/network/with-carriers.ts'
import { openAtlas } from '../load-atlas.ts'
import { loadSolver } from '../load-solver.ts'
import type { Progress } from '../progress.ts'
import type { MonthLesson } from './known-month.ts'
import { learnFromMonth, leaveOutBorders } from './leave-out-borders.ts'

export const reproducedCarriers = carriers

/**
 * `ahead`: no flow of the interval is known. `border`: all is known that was published of the interval but for the
 * border itself.
 */
export const reproductionMethods = ['ahead', 'border'] as const
type Method = (typeof reproductionMethods)[number]

export interface ReproducedFlow {
  readonly method: Method
  readonly id: string
  readonly name: string
  readonly carrier: Carrier
  readonly use: ObservedFlow['use']
  readonly from: string
  readonly to: string
  readonly observed: number
  readonly low: number | null
  readonly high: number | null
  readonly modelled: number
  /** As known on the eve of the interval, carried forward: what any model has to beat. Null where nothing was. */
  readonly persistence: number | null
  readonly unit: string
  /** Share of the observed flow; null where the observed flow is below the least that is counted. */
  readonly error: number | null
  readonly source: string
}

interface ErrorGroup extends ErrorSummary {
  readonly method: Method
  readonly carrier: Carrier
  readonly use: ObservedFlow['use']
  readonly interval: 'year' | 'month' | 'other'
  /** Sum of the misses over the sum of the observed flows, small flows included. */
  readonly weighted: number
  /** The same for the flow figures carried forward unchanged. */
  readonly persistence: ErrorSummary
  /** Of flows of ten times the least that is counted, or more. */
  readonly large: ErrorSummary
}

export interface Reproduction {
  readonly groups: readonly ErrorGroup[]
  /** Largest error first. */
  readonly flows: readonly ReproducedFlow[]
}

/** Errors are counted from these flows on, in the rate unit; below, a share of the flow says nothing. */
const least: Readonly<Record<Carrier, number>> = {
  gas: 10,
  lng: 10,
  crude: 10,
  products: 10,
  power: 1,
  coal: 5,
}

const LARGE = 10
/** Shortest year: its use, production and trade are those of the base. */
const YEAR_DAYS = 365
const limits = { timeLimitSeconds: 120 }

/**
 * How well the base reproduces observed flows. Each interval is solved on the network of its first day with the flow
 * figures of the day before, so that no flow of the same period is known; production, demand, capacities, stores and
 * measures are those of the day.
 */
export async function reproduceAtlas(options: {
  readonly carrier: Carrier | null
  /** Null: both. */
  readonly method: Method | null
  readonly progress: Progress
}): Promise<Reproduction> {
  const { atlas } = openAtlas()
  const highs = await loadSolver()
  const intervals = grouped(
    atlas.tables.observations.filter(
      (row) => row.use !== 'record' && (options.carrier === null || family(options.carrier).has(row.carrier)),
    ),
    (row) => [row.from, row.to, [...family(row.carrier)].join('+')].join(' '),
  )
  const flows: ReproducedFlow[] = []
  const lessons = new Map<CalendarDate, MonthLesson>()
  for (const [key, rows] of [...intervals].sort()) {
    const [from = '', to = ''] = key.split(' ')
    const first = rows[0]
    if (first === undefined) continue
    options.progress.say(`reproducing ${rows.length} flows of ${from} to ${to}`)
    const start = calendarDate(from)
    const eve = addDays(start, -1)
    const network = flowsAsOf(atlas, withCarriers(atlas.networkAt(start), family(first.carrier)), eve)
    const days = daysBetween(start, calendarDate(to)) + 1
    if (options.method !== 'border') {
      const { flows: modelled } = reproduceFlows(highs, network, { start, days }, limits)
      flows.push(...rows.flatMap((row) => compare(atlas, network, row, modelled, eve)))
    }
    const isMetered = atlas.tables.balances.some((row) => row.from === from && row.to === to)
    if (options.method !== 'ahead' && (isMetered || days >= YEAR_DAYS)) {
      const lesson = lessons.get(eve) ?? null
      const leftOut = leaveOutBorders(highs, atlas, network, rows, lesson, limits)
      const taught = isMetered ? learnFromMonth(highs, atlas, network, rows, lesson, limits) : null
      if (taught !== null) lessons.set(calendarDate(to), taught)
      flows.push(
        ...leftOut.flatMap(({ row, modelled, before }) => besides(atlas, row, 'border', modelled, before)),
      )
    }
  }
  flows.sort((a, b) => (b.error ?? -1) - (a.error ?? -1) || (a.id < b.id ? -1 : 1))
  return { groups: groupsOf(flows), flows }
}

/** Carriers that one programme has to hold together. */
function family(carrier: Carrier): ReadonlySet<Carrier> {
  if (carrier === 'gas' || carrier === 'lng') return new Set<Carrier>(['gas', 'lng'])
  if (carrier === 'crude' || carrier === 'products') return new Set<Carrier>(['crude', 'products'])
  return new Set([carrier])
}

/** The network with the flow figures that were known on another day. */
function flowsAsOf(atlas: Atlas, network: Network, day: CalendarDate): Network {
  const links = network.links.map((link) => ({ ...link, flow: atlas.figure('links', link.id, 'flow', day) }))
  const conversions = network.conversions.map((plant) => ({
    ...plant,
    flow: atlas.figure('conversions', plant.id, 'flow', day),
  }))
  return { ...network, links, conversions }
}

function compare(
  atlas: Atlas,
  network: Network,
  row: ObservedFlow,
  flows: ReadonlyMap<string, number>,
  eve: CalendarDate,
): ReproducedFlow[] {
  const links = linksOf(network, row)
  const modelled = links.reduce((sum, link) => sum + (flows.get(link) ?? 0), 0)
  const before = links.flatMap((link) => atlas.figure('links', link, 'flow', eve)?.value ?? [])
  const carried = before.length === 0 ? null : before.reduce((sum, value) => sum + value, 0)
  return besides(atlas, row, 'ahead', modelled, carried)
}

/** What was modelled beside what was observed; nothing where the observed unit is none of a rate. */
function besides(
  atlas: Atlas,
  row: ObservedFlow,
  method: Method,
  modelled: number,
  persistence: number | null,
): ReproducedFlow[] {
  const observed = observedRate(atlas, row)
  if (observed === null) return []
  const { id, name, carrier, use, from, to, source } = row
  const { value, low, high, unit } = observed
  const error = value < least[carrier] ? null : Math.abs(modelled - value) / value
  const said = { modelled, persistence, unit, error, source }
  return [{ method, id, name, carrier, use, from, to, observed: value, low, high, ...said }]
}

function linksOf(network: Network, row: ObservedFlow): readonly string[] {
  const named = row.links.split(/\s+/u).filter((part) => part !== '')
  if (named.length > 0) return named
  const [from, to] = [`${row.from_zone}:${row.carrier}`, `${row.to_zone}:${row.carrier}`]
  return network.links.filter((link) => link.from === from && link.to === to).map((link) => link.id)
}

function groupsOf(flows: readonly ReproducedFlow[]): ErrorGroup[] {
  const groups = grouped(flows, (flow) => [flow.method, flow.carrier, flow.use, lengthOf(flow)].join(' '))
  return [...groups.values()].flatMap((rows): ErrorGroup[] => {
    const first = rows[0]
    if (first === undefined) return []
    const counted = rows.filter((row) => row.error !== null)
    const carried = counted.flatMap((row) =>
      row.persistence === null ? [] : [Math.abs(row.persistence - row.observed) / row.observed],
    )
    return [
      {
        method: first.method,
        carrier: first.carrier,
        use: first.use,
        interval: lengthOf(first),
        ...summariseErrors(counted.flatMap((row) => row.error ?? [])),
        weighted: weightedError(rows),
        persistence: summariseErrors(carried),
        large: summariseErrors(
          counted.flatMap((row) => (row.observed >= LARGE * least[row.carrier] ? (row.error ?? []) : [])),
        ),
      },
    ]
  })
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

function weightedError(rows: readonly ReproducedFlow[]): number {
  const missed = rows.reduce((sum, row) => sum + Math.abs(row.modelled - row.observed), 0)
  return (
    missed /
    Math.max(
      rows.reduce((sum, row) => sum + row.observed, 0),
      1e-9,
    )
  )
}

function lengthOf(flow: { from: string; to: string }): ErrorGroup['interval'] {
  const days = daysBetween(calendarDate(flow.from), calendarDate(flow.to)) + 1
  if (days >= 365 && days <= 366) return 'year'
  return days >= 28 && days <= 31 ? 'month' : 'other'
}

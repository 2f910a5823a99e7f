import type { Bounds } from '../linear/bounds.ts'
import { type FlowArc, ResidualGrid } from '../network/outage-flows.ts'
import type { PairFamily } from '../network/pair-items.ts'
import type { DeltaProgramme } from './delta-programme.ts'
import type { Frame } from './frame.ts'

/** What the solver leaves of a rate that is zero. */
const SMALL = 1e-6

/** Zones of one country that share a carrier, with what the country has of its own there. */
export interface Homeland {
  readonly buses: readonly number[]
  readonly finals: readonly number[]
  /** Sources that give of themselves: neither called emergency sources nor fields with two products. */
  readonly supplies: readonly number[]
  readonly stores: readonly number[]
  /** Links between the zones. */
  readonly inside: readonly number[]
}

export interface Shortfall {
  /** What the country forgoes and nothing of its own could have met, rate of the carrier. */
  readonly missing: number
  readonly asked: number
}

/**
 * What of a country's shortage its own sources and stores could not have met, period by period from `from` on
 * (`own-demand-first` in docs/model.md):
 *
 *   S' = S - max flow from what is left of its sources and stores over its own links to what it forgoes
 *
 * Of a store is left, in period p, its free rate (withdrawal not made, injection made) and the least stock of all later
 * periods less what earlier periods were counted to take of it, over h_p: earlier periods take first, so that no unit
 * of stock is counted twice. Losses inside a country are left out.
 */
export function unavoidableShortages(
  frame: Frame,
  delta: DeltaProgramme,
  bounds: Bounds,
  x: Float64Array,
  { home, from }: { readonly home: Homeland; readonly from: number },
): readonly Shortfall[] {
  const { width } = delta
  const taken = new Float64Array(home.stores.length)
  const left = home.stores.map((store) => stockLeft(delta, bounds, x, store))
  const place = new Map(home.buses.map((bus, at) => [bus, at]))
  const at = (bus: number): number => place.get(bus) ?? 0
  const [source, sink] = [home.buses.length, home.buses.length + 1]
  const found: Shortfall[] = []
  for (let p = from; p < width; p++) {
    const { missing, asked, byBus } = shortage(frame, delta, home, x, p)
    if (missing <= SMALL) {
      found.push({ missing, asked })
      continue
    }
    const days = frame.periods[p]?.days ?? 1
    const room = (family: PairFamily, item: number): Room =>
      roomOf(delta, bounds, x, family, item * width + p)
    const arcs: FlowArc[] = home.stores.map((store, n) => {
      const rate = room('withdrawal', store).up + room('injection', store).down
      const stock = Math.max(0, (left[n]?.[p] ?? 0) - (taken[n] ?? 0)) / days
      return {
        from: source,
        to: at(frame.items.withdrawal[store]?.bus ?? -1),
        capacity: Math.min(rate, stock),
      }
    })
    for (const supply of home.supplies) {
      const bus = frame.items.supply[supply]?.bus ?? -1
      arcs.push({ from: source, to: at(bus), capacity: room('supply', supply).up })
    }
    for (const link of home.inside) {
      const [one, other] = linkEnds(frame, link)
      const { up, down } = room('link', link)
      arcs.push(
        { from: at(one), to: at(other), capacity: up },
        { from: at(other), to: at(one), capacity: down },
      )
    }
    for (const [bus, amount] of byBus) arcs.push({ from: at(bus), to: sink, capacity: amount })
    const grid = new ResidualGrid(home.buses.length + 2, arcs)
    const met = grid.send(source, sink, missing)
    home.stores.forEach((_, n) => {
      taken[n] = (taken[n] ?? 0) + days * grid.flowOn(n)
    })
    found.push({ missing: Math.max(0, missing - met), asked })
  }
  return found
}

interface Room {
  /** By how much the rate may rise, and fall, within its limits. */
  readonly up: number
  readonly down: number
}

function roomOf(
  delta: DeltaProgramme,
  { lower, upper }: Bounds,
  x: Float64Array,
  family: PairFamily,
  at: number,
): Room {
  const [less, more] = [delta.less[family] + at, delta.more[family] + at]
  const over = (column: number): number => Math.max(0, (upper[column] ?? 0) - (x[column] ?? 0))
  const under = (column: number): number => Math.max(0, (x[column] ?? 0) - (lower[column] ?? 0))
  return { up: over(more) + under(less), down: under(more) + over(less) }
}

/** By period the least that the store holds then or later. */
function stockLeft(delta: DeltaProgramme, bounds: Bounds, x: Float64Array, store: number): Float64Array {
  const { width } = delta
  const left = new Float64Array(width)
  let least = Number.POSITIVE_INFINITY
  for (let p = width - 1; p >= 0; p--) {
    const column = delta.level + store * width + p
    least = Math.min(least, (x[column] ?? 0) - (bounds.lower[column] ?? 0))
    left[p] = Math.max(0, least)
  }
  return left
}

function shortage(
  frame: Frame,
  delta: DeltaProgramme,
  { finals }: Homeland,
  x: Float64Array,
  period: number,
): { readonly missing: number; readonly asked: number; readonly byBus: ReadonlyMap<number, number> } {
  let missing = 0
  let asked = 0
  const byBus = new Map<number, number>()
  for (const d of finals) {
    const bus = frame.index.busOf(frame.index.finals[d]?.bus ?? '')
    const steps = frame.index.steps.get(frame.index.carrierOf(bus))?.length ?? 0
    const first = delta.unserved[d] ?? 0
    let amount = 0
    for (let k = 0; k < steps; k++) amount += x[first + k * delta.width + period] ?? 0
    missing += amount
    asked += frame.baseDemand[d * delta.width + period] ?? 0
    if (amount > 0) byBus.set(bus, (byBus.get(bus) ?? 0) + amount)
  }
  return { missing, asked, byBus }
}

function linkEnds({ index }: Frame, link: number): readonly [from: number, to: number] {
  const row = index.network.links[link]
  return [index.busOf(row?.from ?? ''), index.busOf(row?.to ?? '')]
}

/** By `COUNTRY/CARRIER` the zones of each country with what lies in them; a zone without a country is its own. */
export function homelands(frame: Frame): ReadonlyMap<string, Homeland> {
  const { index } = frame
  const keyOf = homeOf(frame)
  const homes = new Map<string, Record<keyof Homeland, number[]>>()
  const homeAt = (bus: number) => {
    const key = keyOf(bus)
    const home = homes.get(key) ?? { buses: [], finals: [], supplies: [], stores: [], inside: [] }
    homes.set(key, home)
    return home
  }
  const bound = new Set(
    frame.sides.flatMap((side) =>
      side.terms.flatMap(({ family, item }) => (family === 'supply' ? [item] : [])),
    ),
  )
  index.buses.forEach((_, bus) => {
    homeAt(bus).buses.push(bus)
  })
  index.finals.forEach((demand, d) => {
    homeAt(index.busOf(demand.bus)).finals.push(d)
  })
  index.network.supplies.forEach((supply, s) => {
    if (supply.kind !== 'emergency' && !bound.has(s)) homeAt(index.busOf(supply.bus)).supplies.push(s)
  })
  index.network.stores.forEach((store, g) => {
    homeAt(index.busOf(store.bus)).stores.push(g)
  })
  index.network.links.forEach((_, l) => {
    const [one, other] = linkEnds(frame, l)
    if (keyOf(one) === keyOf(other)) homeAt(one).inside.push(l)
  })
  return homes
}

/** `COUNTRY/CARRIER` of a bus. */
export function homeOf({ index }: Frame): (bus: number) => string {
  return (bus) => `${index.buses[bus]?.country ?? index.buses[bus]?.zone ?? ''}/${index.carrierOf(bus)}`
}

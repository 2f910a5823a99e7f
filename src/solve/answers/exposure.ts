import type { Network, NetworkLink } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import type { Because } from '../../core/provenance.ts'
import type { Exposure, Series, SolveResult } from '../result.ts'

/** Part of an asset's carriage, or of a source's output, that is an actor's; 0 to 1. */
interface Share {
  readonly actor: string
  readonly share: number
}

/** EUR per unit of a carrier, as a range: stated, not computed. */
interface StatedPrice {
  readonly low: number
  readonly central: number
  readonly high: number
  readonly because: Because
}

interface ExposureInput {
  readonly network: Network
  readonly base: SolveResult
  readonly run: SolveResult
  /** Links that are owned together, with their owners on the day. A link may stand in one of them at most. */
  readonly carriage: readonly { readonly links: readonly string[]; readonly owners: readonly Share[] }[]
  /** Whose a source's output is on the day, by id of the supply. */
  readonly production: ReadonlyMap<string, readonly Share[]>
  readonly prices: ReadonlyMap<Carrier, StatedPrice>
}

/** Amounts under this, in units over the horizon, are what the solver leaves behind. */
const NOISE = 1e-3

/**
 * Energy that owners and transit countries lose over the horizon, with its worth, largest worth first. Carriage is what
 * enters an owner's links from elsewhere, so that energy that passes several of them counts once. Transit of a country
 * is the most that can pass through it of a carrier in each period: of a country that also produces, a bound.
 */
export function exposureOf(input: ExposureInput): readonly Exposure[] {
  const { network, base, run } = input
  if (base.status !== 'optimal' || run.status !== 'optimal') return []
  const found = new Map<
    string,
    { kind: Exposure['kind']; of: string; carrier: Carrier; base: number; lost: number }
  >()
  const add = (
    kind: Exposure['kind'],
    of: string,
    carrier: Carrier,
    amount: (in_: SolveResult) => number,
  ) => {
    const key = `${kind} ${of} ${carrier}`
    const before = found.get(key) ?? { kind, of, carrier, base: 0, lost: 0 }
    const undisturbed = amount(base)
    found.set(key, {
      ...before,
      base: before.base + undisturbed,
      lost: before.lost + undisturbed - amount(run),
    })
  }
  const links = new Map(network.links.map((link) => [link.id, link]))
  for (const { links: ids, owners } of input.carriage) {
    const owned = ids.flatMap((id) => links.get(id) ?? [])
    for (const carrier of new Set(owned.map((link) => link.carrier))) {
      const own = owned.filter((link) => link.carrier === carrier)
      for (const { actor, share } of owners) {
        add('carriage', `actors/${actor}`, carrier, (in_) => share * entering(own, in_))
      }
    }
  }
  const buses = new Map(network.buses.map((bus) => [bus.id, bus]))
  for (const supply of network.supplies) {
    const carrier = buses.get(supply.bus)?.carrier
    if (carrier === undefined) continue
    for (const { actor, share } of input.production.get(supply.id) ?? []) {
      add('production', `actors/${actor}`, carrier, (in_) => share * over(in_, in_.output.get(supply.id)))
    }
  }
  for (const { country, carrier, into, out } of borders(network)) {
    add('transit', `countries/${country}`, carrier, (in_) =>
      in_.periods.reduce((sum, { days }, p) => sum + days * passing(into, out, in_, p), 0),
    )
  }
  return [...found.values()]
    .filter(({ lost }) => Math.abs(lost) > NOISE)
    .map((one): Exposure => {
      const price = input.prices.get(one.carrier)
      const ends = price === undefined ? [] : [one.lost * price.low, one.lost * price.high]
      return {
        ...one,
        unit: network.units[one.carrier].replace(/_d$/u, ''),
        money:
          price === undefined
            ? null
            : { low: Math.min(...ends), central: one.lost * price.central, high: Math.max(...ends) },
        because: price === undefined ? [] : [price.because],
      }
    })
    .sort((a, b) => worth(b) - worth(a) || (a.of < b.of ? -1 : 1))
}

/** Steps of demand as prices: what is forgone first is worth the high end, a market outlet 0.8 of it the low one. */
export function pricesOfTiers(network: Network): ReadonlyMap<Carrier, StatedPrice> {
  const first = new Map<Carrier, StatedPrice>()
  for (const { carrier, price } of network.tiers) {
    if (price.value >= (first.get(carrier)?.high ?? Number.POSITIVE_INFINITY)) continue
    const [low, central, high] = [0.8 * price.value, 0.9 * price.value, price.value]
    first.set(carrier, { low, central, high, because: price.because })
  }
  return first
}

function worth({ money, lost }: Exposure): number {
  return money === null ? Math.abs(lost) : Math.abs(money.central)
}

function over(in_: SolveResult, series: Series | undefined): number {
  return in_.periods.reduce((sum, { days }, p) => sum + days * (series?.[p] ?? 0), 0)
}

function sent(links: readonly NetworkLink[], in_: SolveResult, p: number): number {
  return links.reduce((sum, link) => sum + (in_.flow.get(link.id)?.[p] ?? 0), 0)
}

function arriving(links: readonly NetworkLink[], in_: SolveResult, p: number): number {
  return links.reduce((sum, link) => sum + (1 - link.loss) * (in_.flow.get(link.id)?.[p] ?? 0), 0)
}

/**
 * The most that can pass through a country in a period from what enters it and what leaves it, where what comes by sea
 * does not leave by sea: a maximum flow between the two ways in and the two ways out.
 */
function passing(
  into: readonly NetworkLink[],
  out: readonly NetworkLink[],
  in_: SolveResult,
  p: number,
): number {
  const isLand = ({ kind }: NetworkLink): boolean => kind !== 'sea' && kind !== 'market'
  const overLand = arriving(into.filter(isLand), in_, p) + sent(out.filter(isLand), in_, p)
  return Math.min(arriving(into, in_, p), sent(out, in_, p), overLand)
}

/** What enters a set of links at each bus beyond what the set itself brings there, over the horizon. */
function entering(links: readonly NetworkLink[], in_: SolveResult): number {
  const starts = [...new Set(links.map((link) => link.from))].map((bus) => ({
    out: links.filter((link) => link.from === bus),
    into: links.filter((link) => link.to === bus),
  }))
  return in_.periods.reduce(
    (sum, { days }, p) =>
      sum +
      days *
        starts.reduce((all, at) => all + Math.max(0, sent(at.out, in_, p) - arriving(at.into, in_, p)), 0),
    0,
  )
}

/** Links over each country's borders, by carrier; countries that only give or only take are none of transit. */
function borders(network: Network) {
  const countryOf = new Map(network.buses.map((bus) => [bus.id, bus.country]))
  const found = new Map<
    string,
    { country: string; carrier: Carrier; into: NetworkLink[]; out: NetworkLink[] }
  >()
  const at = (country: string, carrier: Carrier) => {
    const key = `${country} ${carrier}`
    const one = found.get(key) ?? { country, carrier, into: [], out: [] }
    found.set(key, one)
    return one
  }
  for (const link of network.links) {
    const [from, to] = [countryOf.get(link.from), countryOf.get(link.to)]
    if (from === to) continue
    if (from !== undefined) at(from, link.carrier).out.push(link)
    if (to !== undefined) at(to, link.carrier).into.push(link)
  }
  return [...found.values()].filter(({ into, out }) => into.length > 0 && out.length > 0)
}

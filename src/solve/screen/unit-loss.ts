import type { Network } from '../../atlas/network.ts'
import type { BaseCase } from '../base/base-case.ts'

/** What taking one unit a day off a row costs at most, EUR for each day, or why no such bound holds. */
export type UnitLoss =
  | { readonly kind: 'bound'; readonly value: number }
  | { readonly kind: 'off'; readonly because: string }

/** The dearest tier and the half rise above it that spreads shortage within it. */
const TOP_OF_DEAREST_TIER = 1.5

/**
 * The worst downstream factor of a unit (docs/model.md, screening). Whatever flows through a row goes from a source
 * to a use: take the whole way out of the plan and the rest still balances. That costs at most the dearest way to go
 * without, times the gains of conversions on the way, and loses the credit of any row on it whose cost with wedge is
 * below zero, each row counted once, in amounts enlarged by the losses on the way. A field's other product goes with
 * it, and what a contract's routes no longer bring is paid for. Off where a minimum flow keeps a row from falling, or
 * where Kirchhoff's law or owners told apart couple rows: a way cannot be taken out by itself then.
 */
export function unitLoss(
  network: Network,
  base: BaseCase,
  features: { readonly minimumFlows: boolean; readonly kirchhoffLines: boolean },
): UnitLoss {
  if (features.minimumFlows)
    return { kind: 'off', because: 'a minimum flow keeps routes from falling to nothing' }
  if (features.kirchhoffLines) {
    return { kind: 'off', because: 'lines under Kirchhoff’s voltage law cannot lose a flow one by one' }
  }
  const dearest = TOP_OF_DEAREST_TIER * Math.max(0, ...network.tiers.map((tier) => tier.price.value))
  if ((network.refusals ?? []).some(({ isInForce }) => isInForce)) {
    return { kind: 'off', because: 'owners told apart by a measure share routes with others' }
  }
  const company = companionsOf(network)
  if (company === null) {
    return { kind: 'off', because: 'a by-product leaves by routes that begin elsewhere' }
  }
  // A way passes a bus once: it has fewer links than there are buses, and one conversion of each kind.
  const kept = network.links.map((link) => 1 - link.loss).sort((a, b) => a - b)
  const shrink = kept.slice(0, Math.max(0, network.buses.length - 1)).reduce((product, of) => product * of, 1)
  const kinds = new Map<string, { most: number; least: number }>()
  for (const { from, to, efficiency } of network.conversions) {
    const kind = `${from.split(':')[1]} ${to.split(':')[1]}`
    const seen = kinds.get(kind) ?? { most: 1, least: 1 }
    kinds.set(kind, { most: Math.max(seen.most, efficiency), least: Math.min(seen.least, efficiency) })
  }
  let [gain, least] = [1, shrink]
  for (const { most, least: smallest } of kinds.values()) {
    gain *= most
    least *= smallest
  }
  if (!(least > 0)) return { kind: 'off', because: 'a route or conversion loses all that enters it' }
  const lowestWedge = new Map<string, number>()
  for (const wedge of base.wedges) {
    lowestWedge.set(wedge.row, Math.min(lowestWedge.get(wedge.row) ?? 0, wedge.value))
  }
  let credit = 0
  const count = (row: string, cost: number): void => {
    credit += Math.max(0, -(cost + (lowestWedge.get(row) ?? 0)))
  }
  for (const link of network.links) count(`links/${link.id}`, link.cost?.value ?? 0)
  for (const { id } of network.conversions) count(`conversions/${id}`, 0)
  for (const { id } of network.stores) count(`stores/${id}`, 0)
  // A unit less on each route of a contract is a unit less taken: at most its whole price is paid for nothing.
  const dearestOutlet = Math.max(0, ...network.tiers.map((tier) => tier.price.value))
  const owed = (network.contracts ?? []).reduce(
    (sum, { links, price }) => sum + links.length * (price?.value ?? dearestOutlet),
    0,
  )
  const sources = network.supplies.map((supply) => {
    return Math.max(0, -((supply.cost?.value ?? 0) + (lowestWedge.get(`supplies/${supply.id}`) ?? 0)))
  })
  const outlets = network.demands
    .filter((demand) => demand.kind === 'market')
    .map((demand) => -(lowestWedge.get(`demands/${demand.id}`) ?? 0))
  const end = dearest + Math.max(0, ...outlets)
  const way = gain * end + (credit + owed + Math.max(0, ...sources)) / least
  return { kind: 'bound', value: way * (1 + company) }
}

/**
 * Units of a field's other product that go at most with one of either: giving Δ less of the main product takes at most
 * ρ⁺ Δ of the by-product along, and Δ less of the by-product at most Δ / ρ⁻ of the main one; what then is left keeps
 * all three rows (docs/model.md, pairs). Null where a named way out does not begin at the by-product's bus: what other
 * sources send by it could not be told from what must leave by it.
 */
function companionsOf(network: Network): number | null {
  const supplies = new Map(network.supplies.map((supply) => [supply.id, supply]))
  const links = new Map(network.links.map((link) => [link.id, link]))
  let most = 0
  for (const { main, by, ratio, outlets } of network.jointProducts ?? []) {
    const bus = supplies.get(by)?.bus
    if (bus === undefined || !supplies.has(main)) continue
    if (outlets.some((id) => links.has(id) && links.get(id)?.from !== bus)) return null
    const [least, top] = [ratio.low ?? ratio.value, ratio.high ?? ratio.value]
    most = Math.max(most, top, least > 0 ? 1 / least : 0)
  }
  return most
}

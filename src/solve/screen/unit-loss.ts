import type { Network } from '../../atlas/network.ts'
import type { BaseCase } from '../base-case.ts'

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
 * below zero, each row counted once, in amounts enlarged by the losses on the way. Off where a minimum flow keeps a
 * row from falling, or where Kirchhoff's law, joint products, contracts or owners told apart couple rows: a way cannot
 * be taken out by itself then.
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
  const coupled: readonly [readonly unknown[] | undefined, string][] = [
    [network.jointProducts, 'fields with joint products cannot lose one product by itself'],
    [network.refusals, 'owners told apart by a measure share routes with others'],
    [network.contracts, 'contracts owe what is not taken'],
  ]
  for (const [rows, because] of coupled)
    if (rows !== undefined && rows.length > 0) return { kind: 'off', because }
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
  const sources = network.supplies.map((supply) => {
    return Math.max(0, -((supply.cost?.value ?? 0) + (lowestWedge.get(`supplies/${supply.id}`) ?? 0)))
  })
  const outlets = network.demands
    .filter((demand) => demand.kind === 'market')
    .map((demand) => -(lowestWedge.get(`demands/${demand.id}`) ?? 0))
  const end = dearest + Math.max(0, ...outlets)
  return { kind: 'bound', value: gain * end + (credit + Math.max(0, ...sources)) / least }
}

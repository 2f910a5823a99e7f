import type { NetworkRefusal } from '../../atlas/network.ts'
import type { NetworkIndex } from '../network/network-index.ts'

/** Energy told apart by its owner, with where it can get from its sources; indices are those of the network's rows. */
export interface SupplyClass {
  readonly id: string
  readonly name: string
  readonly origins: readonly string[]
  /** Sources with the class's share of each, 0 to 1. */
  readonly supplies: readonly (readonly [item: number, share: number])[]
  readonly links: readonly number[]
  readonly buses: readonly number[]
}

/** One measure's refusal of a class. */
export interface Refused {
  readonly measure: string
  readonly name: string
  readonly isInForce: boolean
  readonly ofClass: number
  readonly links: ReadonlySet<number>
  readonly buses: ReadonlySet<number>
}

export interface SupplyClasses {
  readonly classes: readonly SupplyClass[]
  /**
   * Classes that share capacity, each a list of indices: all in one group where their origins are different actors;
   * each alone where they may overlap, since energy of both would else be counted twice.
   */
  readonly groups: readonly (readonly number[])[]
  readonly refusals: readonly Refused[]
}

/**
 * The classes that measures in force, or those `imposed` by id, tell apart; refusals with the same origins share one.
 * A refusal without a source or without a place that its class can reach makes none.
 */
export function supplyClasses(index: NetworkIndex, imposed: readonly string[]): SupplyClasses {
  const classes: SupplyClass[] = []
  const refusals: Refused[] = []
  const byOrigins = new Map<string, number>()
  const linkAt = new Map(index.network.links.map((link, at) => [link.id, at]))
  for (const refusal of index.network.refusals ?? []) {
    if (!refusal.isInForce && !imposed.includes(refusal.measure)) continue
    const key = [...refusal.shares]
      .map(([supply, share]) => `${supply} ${share}`)
      .sort()
      .join(' ')
    const found = byOrigins.get(key)
    const candidate = found === undefined ? classOf(index, refusal) : classes[found]
    if (candidate === undefined) continue
    const places = {
      links: new Set(
        refusal.links.flatMap((id) => linkAt.get(id) ?? []).filter((at) => candidate.links.includes(at)),
      ),
      buses: new Set(refusal.buses.map((id) => index.busOf(id)).filter((at) => candidate.buses.includes(at))),
    }
    if (candidate.supplies.length === 0 || places.links.size + places.buses.size === 0) continue
    const ofClass = found ?? classes.push(candidate) - 1
    byOrigins.set(key, ofClass)
    const { measure, name, isInForce } = refusal
    refusals.push({ measure, name, isInForce, ofClass, ...places })
  }
  const every = classes.map((_, at) => at)
  return { classes, refusals, groups: areApart(classes) ? [every] : every.map((at) => [at]) }
}

function areApart(classes: readonly SupplyClass[]): boolean {
  const origins = classes.flatMap((of) => of.origins)
  return new Set(origins).size === origins.length && origins.every((origin) => origin.startsWith('actors/'))
}

function classOf(index: NetworkIndex, refusal: NetworkRefusal): SupplyClass {
  const supplies = index.network.supplies.flatMap((supply, at) => {
    const share = refusal.shares.get(supply.id)
    return share === undefined ? [] : [[at, share] as const]
  })
  const reached = new Set(supplies.map(([at]) => index.busOf(index.network.supplies[at]?.bus ?? '')))
  const links = new Set<number>()
  for (let size = -1; size !== links.size; ) {
    size = links.size
    index.network.links.forEach((link, at) => {
      if (!reached.has(index.busOf(link.from))) return
      links.add(at)
      reached.add(index.busOf(link.to))
    })
  }
  return {
    id: refusal.id,
    name: refusal.name,
    origins: refusal.origins,
    supplies,
    links: [...links].sort((a, b) => a - b),
    buses: [...reached].sort((a, b) => a - b),
  }
}

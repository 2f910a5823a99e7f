import type { Carrier } from '../atlas/tables.ts'
import { flowOf, zoneOf } from './network-parts.ts'
import type { World } from './story-context.ts'

/** What leaves a country of a carrier over what enters it, by the day; below zero where more enters. */
export function netExport(code: string, carrier: Carrier, { atlas, network }: World): number {
  const own = new Set(atlas.zonesOf(code))
  const links = network.links.filter((link) => link.carrier === carrier && link.closed_by === null)
  const leaving = links.filter(({ from, to }) => own.has(zoneOf(from)) && !own.has(zoneOf(to)))
  const entering = links.filter(({ from, to }) => own.has(zoneOf(to)) && !own.has(zoneOf(from)))
  return flowOf(leaving) - flowOf(entering)
}

import type { CalendarDate } from '../core/time.ts'
import type { Atlas } from './atlas.ts'
import { holdsOn } from './holds-on.ts'
import type { NetworkLink, NetworkRefusal, NetworkSupply } from './network.ts'
import type { Row } from './tables.ts'

const words = (text: string): readonly string[] => text.split(/\s+/u).filter((part) => part !== '')

/** What the refusals of all measures mean on the day: shares of sources, links and buses. */
export function buildRefusals(
  atlas: Atlas,
  date: CalendarDate,
  rows: { readonly links: readonly NetworkLink[]; readonly supplies: readonly NetworkSupply[] },
): readonly NetworkRefusal[] {
  const buses = new Set([
    ...rows.links.flatMap((link) => [link.from, link.to]),
    ...rows.supplies.map((supply) => supply.bus),
  ])
  return atlas.tables.refusals.flatMap((refusal): NetworkRefusal[] => {
    const measure = atlas.tables.measures.find((row) => row.id === refusal.measure)
    if (measure === undefined) return []
    const exempts = new Set(words(measure.exempts))
    const isExempt = (table: string, row: { id: string; asset: string | null }) =>
      namesOf(atlas, table, row).some((name) => exempts.has(name))
    const shares = new Map<string, number>()
    for (const supply of rows.supplies) {
      if (!supply.bus.endsWith(`:${refusal.carrier}`) || isExempt('supplies', supply)) continue
      const share = shareOf(atlas, date, refusal, supply)
      if (share > 0) shares.set(supply.id, Math.min(1, share))
    }
    const places = new Set(words(refusal.places))
    const zones = new Set([...places].flatMap((place) => zonesOf(atlas, place)))
    const links = rows.links
      .filter((link) => link.carrier === refusal.carrier && !isExempt('links', link))
      .filter((link) => namesOf(atlas, 'links', link).some((name) => places.has(name)))
    return [
      {
        id: refusal.id,
        measure: measure.id,
        name: measure.name,
        isInForce: holdsOn(measure, date),
        origins: words(refusal.origins),
        shares,
        links: links.map((link) => link.id),
        buses: [...zones].map((zone) => `${zone}:${refusal.carrier}`).filter((bus) => buses.has(bus)),
      },
    ]
  })
}

function namesOf(atlas: Atlas, table: string, row: { id: string; asset: string | null }): readonly string[] {
  const assets = row.asset === null ? [] : [row.asset, ...atlas.ancestors(row.asset).map(({ id }) => id)]
  return [`${table}/${row.id}`, ...assets.map((asset) => `assets/${asset}`)]
}

function zonesOf(atlas: Atlas, ref: string): readonly string[] {
  const [table, row = ''] = ref.split('/')
  return table === 'zones' || table === 'countries' ? atlas.zonesOf(row) : []
}

/** A country's or zone's energy is all that is produced there; an actor's its share of each source. */
function shareOf(atlas: Atlas, date: CalendarDate, refusal: Row<'refusals'>, supply: NetworkSupply): number {
  const origins = words(refusal.origins)
  const zone = supply.bus.split(':')[0] ?? ''
  if (origins.some((origin) => zonesOf(atlas, origin).includes(zone))) return 1
  const actors = new Set(origins.filter((origin) => origin.startsWith('actors/')))
  return atlas.tables.supply_actors
    .filter((row) => row.supply === supply.id && actors.has(`actors/${row.actor}`) && holdsOn(row, date))
    .reduce((sum, row) => sum + row.share_pct / 100, 0)
}

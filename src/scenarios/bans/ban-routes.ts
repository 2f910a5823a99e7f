import type { Network, NetworkLink } from '../../atlas/network.ts'
import type { Carrier, Row } from '../../atlas/tables.ts'
import { listed } from '../../core/listed.ts'
import { addDays, type CalendarDate, calendarDate } from '../../core/time.ts'
import { flowOf, zoneOf } from '../network-parts.ts'
import type { World } from '../story-context.ts'
import type { OutageTarget } from '../target.ts'
import { borderTarget } from '../targets/border-target.ts'
import { contractsOf } from '../targets/buyers-part.ts'
import { waysInto } from '../targets/ways-into.ts'
import type { Exemptions } from './ban-exemptions.ts'

/** From this share on it is all of it. */
const WHOLE = 0.95

/** Who no longer lets in whose energy. */
export interface Parties {
  /** Codes of those who no longer buy, and the name of their body. */
  readonly buyers: readonly string[]
  readonly body: string | null
  /** Code of the country whose energy is banned; null: the one of the two that sends. */
  readonly origin: string | null
}

/** A ban of one carrier. */
export interface Ban extends Parties {
  readonly carrier: Carrier
  readonly exempt: Exemptions
}

/** The measure of the atlas that is the ban: of the buyers or their body, closing routes by which the origin sends. */
function measuresOf({ buyers, body, carrier, origin }: Ban, { atlas }: World): readonly Row<'measures'>[] {
  const imposers = new Set([
    body,
    ...(body === null ? buyers : []).map((code) => atlas.nameOf(`countries/${code}`)),
  ])
  const zones = new Set((origin === null ? buyers : [origin]).flatMap((code) => atlas.zonesOf(code)))
  // Of two countries only what leads from one to the other, whichever sends.
  const isBetween = (to: string): boolean => origin !== null || zones.has(to)
  const fromOrigin = new Set(
    atlas.tables.links.flatMap((link) =>
      zones.has(link.from_zone) && isBetween(link.to_zone) && link.carrier === carrier
        ? [`links/${link.id}`]
        : [],
    ),
  )
  return atlas.tables.measures.filter(
    ({ imposed_by, effect, targets, carrier: of }) =>
      of === carrier &&
      imposers.has(imposed_by) &&
      (effect === 'closed' || effect === 'phase_out') &&
      targets.split(/\s+/u).some((target) => fromOrigin.has(target)),
  )
}

/**
 * The network of the day before the ban and the day on which it begins; where the atlas has the ban in force by then, the
 * network of the day before its measure, and the day of the measure.
 */
export function whenStopped(
  ban: Ban,
  { start, asOf }: { readonly start: CalendarDate; readonly asOf: CalendarDate | null },
  { atlas, network }: World,
): { readonly network: Network; readonly from: CalendarDate } {
  const on = (day: CalendarDate): Network => (day === network.as_of ? network : atlas.networkAt(day))
  const own = on(asOf ?? addDays(start, -1))
  const known = { network: own, from: start }
  if (asOf !== null || closedBy(ban, { atlas, network: own }).length > 0) return known
  const before = measuresOf(ban, { atlas, network: own })
    .flatMap(({ valid_from }) =>
      valid_from !== null && valid_from <= own.as_of ? [addDays(calendarDate(valid_from), -1)] : [],
    )
    .sort()
    .reverse()
  for (const day of before) {
    const then = on(day)
    if (closedBy(ban, { atlas, network: then }).length > 0) return { network: then, from: addDays(day, 1) }
  }
  return known
}

/** The routes that carry something and that the measures of the atlas close. */
function closedBy(ban: Ban, world: World): readonly NetworkLink[] {
  const routes = new Set(measuresOf(ban, world).flatMap(({ targets }) => targets.split(/\s+/u)))
  return world.network.links.filter(
    (link) => routes.has(`links/${link.id}`) && link.closed_by === null && flowOf([link]) > 0,
  )
}

/** All that enters a bloc from an origin: by the routes that its measure in the atlas closes, else by all that lead there. */
export function intoBloc(ban: Ban & { readonly origin: string }, world: World): OutageTarget | null {
  const { buyers, body, carrier, origin, exempt } = ban
  const { atlas, network } = world
  const taking = buyers.filter((code) => !exempt.countries.includes(code))
  const zones = new Set(taking.flatMap((code) => atlas.zonesOf(code)))
  const closing = closedBy(ban, world)
  const all = new Set(buyers.flatMap((code) => atlas.zonesOf(code)))
  const ways =
    closing.length > 0
      ? { links: closing, share: 1 }
      : waysInto(all, new Set(atlas.zonesOf(origin)), carrier, network)
  const isSpared = (link: NetworkLink): boolean => all.has(zoneOf(link.to)) && !zones.has(zoneOf(link.to))
  const links = ways?.links.filter((link) => !isSpared(link)) ?? []
  if (ways === null || links.length === 0) return null
  // Whoever is exempt and has no way of its own gets what it has by contract through the others.
  const inland = exempt.countries.flatMap((to) => {
    const own = new Set(atlas.zonesOf(to))
    const hasOwn = ways.links.some((link) => own.has(zoneOf(link.to)))
    return (
      (hasOwn || carrier === 'lng' ? null : contractsOf({ from: origin, to, carrier }, new Set(), world)) ??
      []
    )
  })
  const spared = Math.min(1, inland.reduce((sum, { rate }) => sum + rate, 0) / flowOf(links))
  const share = ways.share * (1 - spared)
  if (share <= 0) return null
  const target = borderTarget({ from: origin, to: taking, carrier, links }, atlas)
  const sender = atlas.nameOf(`countries/${origin}`)
  const what = atlas.nameOf(`carriers/${carrier}`)
  const others = buyers
    .filter((code) => !taking.includes(code))
    .map((code) => atlas.nameOf(`countries/${code}`))
  const bloc = others.length === 0 ? body : `${body} without ${listed(others)}`
  const name = `${what} from ${sender} to the ${bloc}`
  return {
    ...target,
    subject: `countries/${origin}-imports-${carrier}`,
    name,
    ...(share < WHOLE
      ? {
          within: {
            name: `all ${what} that enters on these ways`,
            share,
            because: [
              ...links.flatMap((link) => (link.flow === null ? [] : [link.flow.because])),
              ...inland.flatMap(({ because }) => because),
            ],
          },
        }
      : {}),
  }
}

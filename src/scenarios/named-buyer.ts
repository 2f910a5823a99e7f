import type { Atlas } from '../atlas/atlas.ts'
import type { Asset } from '../atlas/tables.ts'
import { assumptionOf } from './assumptions.ts'
import { beforeOutage } from './before-outage.ts'
import { countriesOf, type EventFacts } from './event-facts.ts'
import { deliveriesLost } from './find-deliveries.ts'
import { flowOf, zoneOf } from './network-parts.ts'
import type { StoryContext, World } from './story-context.ts'
import type { OutageTarget } from './target.ts'
import { contractsOf } from './targets/buyers-part.ts'
import { isAfterDamage } from './topics.ts'

/** From this share on it is all of it. */
const WHOLE = 0.95

/** Whom a plant or a line no longer delivers to. */
interface Buyer {
  /** Code of its country. */
  readonly country: string
  /** `TABLE/ROW` of the company or the country. */
  readonly ref: string
}

/**
 * Of a plant or a line that halts deliveries to one buyer, the buyer's part: of an exporter of LNG what the buyer's contracts
 * come to, of a line what reaches the buyer's country by its contract. Null where a plant's part is not known: cargoes are
 * sold to many. The target itself where nobody in particular is named, or something broke.
 */
export function partOfNamedBuyer(target: OutageTarget, context: StoryContext): OutageTarget | null {
  const { facts } = context
  if (target.asset === null || facts.event.type !== 'supply_halt' || facts.claims.some(isAfterDamage))
    return target
  return isLiquefaction(target, context)
    ? ofPlant(target, target.asset, context)
    : ofLine(target, target.asset, context)
}

/** Why a halt to one buyer has no question; null where none is told of a plant. */
export function whyNoBuyer(facts: EventFacts, { atlas, network }: World): string | null {
  if (facts.event.type !== 'supply_halt') return null
  for (const asset of atlas.tables.assets) {
    if (!facts.refs.has(`assets/${asset.id}`)) continue
    const isPlant = network.conversions.some((one) => one.asset === asset.id && one.to.endsWith(':lng'))
    const [buyer] = isPlant ? buyersOf(facts, asset, { atlas, network }, true) : []
    if (buyer === undefined) continue
    return `${asset.name} sells its cargoes to many, and the atlas has no contract with ${atlas.nameOf(buyer.ref)} in force on that day: with its size in the report, or as a row of contracts, its part is computed`
  }
  return null
}

function isLiquefaction({ plants }: OutageTarget, { network }: World): boolean {
  return plants.some(({ ref }) =>
    network.conversions.some((one) => `conversions/${one.id}` === ref && one.to.endsWith(':lng')),
  )
}

/** Named companies that neither run nor own the asset and are at home elsewhere; of a plant countries too. */
function buyersOf(
  facts: EventFacts,
  asset: Asset,
  { atlas, network }: World,
  withCountries: boolean,
): readonly Buyer[] {
  const exporter = exporterOf(asset, { atlas, network })
  const own = new Set([asset.operator, ...atlas.owners(asset.id, network.as_of).map(({ actor }) => actor)])
  const companies = atlas.tables.actors.flatMap(({ id, kind, country }): Buyer[] =>
    kind === 'company' &&
    facts.refs.has(`actors/${id}`) &&
    !own.has(id) &&
    country !== '' &&
    country !== exporter
      ? [{ country, ref: `actors/${id}` }]
      : [],
  )
  if (companies.length > 0 || !withCountries) return companies
  const home = new Set([exporter, ...[...own].map((id) => homeOf(id ?? '', atlas))])
  return countriesOf(facts).flatMap((country) =>
    home.has(country) ? [] : [{ country, ref: `countries/${country}` }],
  )
}

function homeOf(actor: string, atlas: Atlas): string {
  return atlas.tables.actors.find(({ id }) => id === actor)?.country ?? ''
}

/** The country that sends: where a plant stands, or where the fullest link of a line begins. */
function exporterOf(asset: Asset, { atlas, network }: World): string {
  if (!asset.country.includes(' ')) return asset.country
  const parts = new Set([asset.id, ...atlas.partsOf(asset.id).map(({ id }) => id)])
  const [fullest] = network.links
    .filter((link) => link.asset !== null && parts.has(link.asset))
    .sort((a, b) => flowOf([b]) - flowOf([a]))
  const zone = fullest === undefined ? '' : zoneOf(fullest.from)
  return atlas.tables.zones.find(({ id }) => id === zone)?.country ?? ''
}

function ofPlant(target: OutageTarget, asset: Asset, { facts, ...world }: StoryContext): OutageTarget | null {
  const { atlas, network } = world
  const [buyer, second] = buyersOf(facts, asset, world, true)
  if (buyer === undefined || second !== undefined) return target
  const refs = new Set(buyer.ref.startsWith('actors/') ? [buyer.ref] : [])
  const way = { from: exporterOf(asset, world), to: buyer.country, carrier: 'gas' as const }
  const contracts = contractsOf(way, refs, world)
  const flow = beforeOutage(network, [], target.plants)?.flow ?? 0
  if (contracts === null || !(flow > 0)) return null
  const share = Math.min(1, contracts.rate / flow) * (target.within?.share ?? 1)
  return {
    ...target,
    name: `${target.name} to ${atlas.nameOf(buyer.ref)}`,
    to: [buyer.country],
    within: {
      name: target.within?.name ?? asset.name,
      share,
      because: [...contracts.because, ...(target.within?.because ?? [])],
    },
    released: assumptionOf(atlas, 'cargo-resold'),
  }
}

function ofLine(target: OutageTarget, asset: Asset, context: StoryContext): OutageTarget {
  const { facts, atlas } = context
  const [buyer, second] = buyersOf(facts, asset, context, false)
  if (buyer === undefined || second !== undefined || target.carrying.length === 0) return target
  const from = exporterOf(asset, context)
  if (from === '' || from === buyer.country) return target
  const part = deliveriesLost([from], [buyer.country], [target.carrier], context)
  if (part === null) return target
  const isKnown =
    contractsOf({ from, to: buyer.country, carrier: target.carrier }, facts.refs, context) !== null
  const isWhole = (part.within?.share ?? 1) >= WHOLE
  return {
    ...part,
    name: `${part.name} for ${atlas.nameOf(buyer.ref)}`,
    ...(isKnown || !isWhole ? {} : { released: assumptionOf(atlas, 'others-part-unknown') }),
  }
}

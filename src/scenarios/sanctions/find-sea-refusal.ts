import type { Carrier } from '../../atlas/tables.ts'
import type { Because } from '../../core/provenance.ts'
import { assumptionOf, rangeOf } from '../assumptions.ts'
import { bodiesOf } from '../bodies.ts'
import { carriersTold } from '../carriers-told.ts'
import { effectiveDay } from '../effective-day.ts'
import { type ClaimFacts, countriesOf, countriesTold, type EventFacts, refsOf } from '../event-facts.ts'
import { flowOf } from '../network-parts.ts'
import type { Question } from '../question.ts'
import type { StoryContext, World } from '../story-context.ts'
import { isOf, speaksOf, standing } from '../topics.ts'
import { draftSeaRefusal } from './draft-sea-refusal.ts'
import { isKnownSanction } from './known-sanction.ts'
import { asKnown, loadingLinks, seaPurchase } from './sea-purchase.ts'

/** Carriers that are sold at sea to whoever pays, and whose cargoes find another buyer. */
const bySea: readonly Carrier[] = ['crude', 'products', 'coal', 'lng']

/**
 * Cargoes that one buyer no longer takes, or that ships, insurers and ports may no longer serve: they go to others, on
 * longer ways and cheaper. `isBeside`: the reports' ban is asked already of what comes by pipeline and rail; then only what
 * the atlas has of their trade at sea is asked too.
 */
export function seaRefusals(
  context: StoryContext,
  { asOf, isBeside }: { readonly asOf: Question['networkDate'] | null; readonly isBeside: boolean },
): readonly Question[] {
  const { facts, atlas } = context
  const claims = standing(facts).filter((claim) => !isOf(claim, 'made_from') && !isOf(claim, 'waiver'))
  // Tankers that are on a list already may be refused anew, where a port does not let them in.
  const isNew = !isKnownSanction(facts)
  const ofPorts = claims.filter(isOfPorts)
  const ofShips = ofPorts.length > 0 || !isNew ? [] : claims.filter(isOfShips)
  const ofBuyer = isNew ? claims.filter(isOfPurchases) : []
  const own = carriersTold(facts)
  const named = own.length > 0 ? own : context.story.flatMap(carriersTold)
  const told = bySea.filter((carrier) => named.includes(carrier))
  // Where only tankers are named, it is crude that they carry.
  const wanted = told.length === 0 && ofShips.length + ofPorts.length > 0 ? (['crude'] as const) : told
  const isOil = wanted.some((one) => one === 'crude') && wanted.some((one) => one === 'products')
  const carriers: readonly Carrier[] = isOil ? wanted : wanted.slice(0, 1)
  return carriers.flatMap((carrier) => {
    const start = (asOf === null ? effectiveDay(claims, carrier, atlas) : null) ?? context.start
    const then = { ...context, start }
    if (ofPorts.length > 0) return byBuyer(carrier, ofPorts, then, 'ports')
    const onShips = ofShips.length > 0 ? byShips(carrier, then) : null
    if (onShips !== null) return [onShips]
    return ofBuyer.length > 0 ? byBuyer(carrier, ofBuyer, then, isBeside ? 'beside' : 'alone') : []
  })
}

/** Ports that do not let tankers in, by a ban of the state or of their own. */
function isOfPorts(claim: ClaimFacts): boolean {
  const { event, cues } = claim.claim
  const isRefused =
    isOf(claim, 'forbidding') ||
    event === 'policy_opposition' ||
    cues.some((cue) => /^(?:event|also):oppose:/u.test(cue))
  return (
    (event === 'sanction' || event === 'supply_halt' || event === 'policy_opposition') &&
    isOf(claim, 'port_call') &&
    isOf(claim, 'shipping') &&
    isRefused
  )
}

/** A ban on carrying, insuring or landing it, or a price above which nobody may. */
function isOfShips(claim: ClaimFacts): boolean {
  const { event } = claim.claim
  const isCap = isOf(claim, 'price_cap')
  if (event === 'price_move' || event === 'supply_change') return isCap
  return (event === 'sanction' || event === 'supply_halt') && (isOf(claim, 'shipping') || isCap)
}

/** It is what is bought abroad that is banned or ends. */
function isOfPurchases(claim: ClaimFacts): boolean {
  const isBought = isOf(claim, 'buying')
  if (isOf(claim, 'abroad') && !isBought) return false
  const { event } = claim.claim
  if (event === 'sanction') return isOf(claim, 'forbidding')
  return (
    (event === 'supply_halt' || event === 'agreement') &&
    isBought &&
    (speaksOf(claim, 'halt') || isOf(claim, 'forbidding'))
  )
}

/** Of a country's cargoes those that sail on ships of owners, or with insurers, that obey. */
function byShips(carrier: Carrier, context: StoryContext): Question | null {
  const { facts, atlas } = context
  const bodies = bodiesOf(facts, atlas)
  const own = countriesTold(facts, atlas)
  const told = own.length > 0 ? own : besideIn(facts, context)
  const named = told.filter((code) => bodies.every(({ members }) => !members.includes(code)))
  const sellers = named
    .map((seller) => ({ seller, links: loadingLinks({ seller, carrier }, context) }))
    .filter(({ links }) => links.length > 0)
  // Who forbids may send cargoes of its own: the one that the words mark by its oil alone is meant.
  const implied = new Set(
    facts.claims.flatMap(({ claim }) => claim.assets_implied).flatMap((name) => atlas.refOf(name) ?? []),
  )
  const meant =
    sellers.length > 1 ? sellers.filter(({ seller }) => implied.has(`countries/${seller}`)) : sellers
  const [only, second] = meant
  if (only === undefined || second !== undefined) return null
  const share = rangeOf(assumptionOf(atlas, 'western-shipping-share'))
  const flow = flowOf(only.links)
  const what = atlas.nameOf(`carriers/${carrier}`)
  return draftSeaRefusal(context, {
    seller: only.seller,
    carrier,
    links: only.links,
    exposed: share.central * flow,
    spread: { low: share.low / share.central, high: share.high / share.central },
    obeyed: assumptionOf(atlas, 'refusal-obeyed'),
    premise: assumptionOf(atlas, 'western-shipping-share'),
    name: `${what} of ${atlas.nameOf(`countries/${only.seller}`)} on ships and with insurers that obey`,
    buyer: null,
    because: [],
  })
}

/** "A ban on insuring tankers", "that carry the oil of X": countries of the claim that goes on where one of these ends. */
function besideIn(facts: EventFacts, { atlas }: World): readonly string[] {
  const refs = facts.claims.flatMap((told) =>
    told.reading.claims
      .filter(({ span }) => span[0] >= told.claim.span[1] && span[0] - told.claim.span[1] <= MOST_BETWEEN)
      .flatMap((claim) => refsOf({ ...told, claim }, atlas)),
  )
  return [...new Set(refs.flatMap((ref) => (ref.startsWith('countries/') ? [ref.slice(10)] : [])))]
}

/** Characters between two claims of one sentence. */
const MOST_BETWEEN = 3

/** Countries that the words give as where ports lie: those of named places that are no seats of government. */
function portStates(facts: EventFacts, { atlas }: World): readonly string[] {
  return [...facts.refs].flatMap((ref) => {
    const row = atlas.row(ref)
    if (row?.table !== 'places') return []
    const { metonym, country } = row.row as { metonym?: string | null; country?: string }
    return metonym || !country ? [] : [country]
  })
}

function byBuyer(
  carrier: Carrier,
  claims: readonly ClaimFacts[],
  context: StoryContext,
  how: 'alone' | 'beside' | 'ports',
): readonly Question[] {
  const { facts, atlas } = context
  if (bodiesOf(facts, atlas).length > 0) return []
  const homes = atlas.tables.actors.flatMap(({ id, country }) =>
    facts.refs.has(`actors/${id}`) && country !== '' && !country.includes(' ') ? [country] : [],
  )
  const named = [
    ...new Set([
      ...countriesOf(facts),
      ...countriesTold(facts, atlas),
      ...homes,
      ...portStates(facts, context),
    ]),
  ]
  const pairs = named.flatMap((seller) =>
    named.flatMap((buyer) => (seller === buyer ? [] : [{ seller, buyer, carrier }])),
  )
  const known = pairs.filter((pair) => asKnown(pair, context) !== null)
  if (known.length === 0 && (how === 'beside' || named.length !== 2)) return []
  const found = (known.length > 0 ? known : pairs)
    .flatMap((pair) => {
      const purchase = seaPurchase(pair, claims, context)
      const links = loadingLinks(pair, context)
      return purchase === null || links.length === 0 ? [] : [{ pair, purchase, links }]
    })
    .sort((a, b) => b.purchase.central - a.purchase.central)
  const [most] = found
  if (most === undefined) return []
  const { pair, purchase, links } = most
  const nameOf = (code: string): string => atlas.nameOf(`countries/${code}`)
  return [
    draftSeaRefusal(context, {
      seller: pair.seller,
      carrier,
      links,
      exposed: Math.min(purchase.central, flowOf(links)),
      spread: { low: purchase.low / purchase.central, high: purchase.high / purchase.central },
      obeyed: assumptionOf(atlas, how === 'ports' ? 'refusal-obeyed' : 'ban-obeyed'),
      premise: null,
      name: `${atlas.nameOf(`carriers/${carrier}`)} from ${nameOf(pair.seller)} to ${nameOf(pair.buyer)} by sea`,
      buyer: { code: pair.buyer, from: purchase.from },
      because: purchase.because as readonly Because[],
    }),
  ]
}

import type { Atlas } from '../atlas/atlas.ts'
import { rateUnits } from '../atlas/figures.ts'
import { carriers } from '../atlas/tables/cells.ts'
import type { Carrier } from '../atlas/tables.ts'
import { listed } from '../core/listed.ts'
import { daysBetween, isoBounds } from '../core/time.ts'
import { type Body, bodiesOf } from './bodies.ts'
import { familyOf } from './carrier-families.ts'
import { carriersTold } from './carriers-told.ts'
import { claimedChanges, spanOf } from './claimed/claimed-change.ts'
import { draftDemand } from './draft-demand.ts'
import { draftRelease } from './draft-release.ts'
import { draftLevel, draftNoFilling, toldLevel } from './draft-stocks.ts'
import { assetsOf, type ClaimFacts, countriesOf, countriesTold, type EventFacts } from './event-facts.ts'
import { assetRow, flowOf, linksBetween, usableCapacity, zoneOf } from './network-parts.ts'
import type { Question } from './question.ts'
import { draftLineRise, mainSection } from './rises/draft-line-rise.ts'
import { draftRise } from './rises/draft-rise.ts'
import { siteNamed, siteWithin } from './store-sites.ts'
import type { StoryContext } from './story-context.ts'
import type { OutageTarget } from './target.ts'
import { borderTarget, targetOfBorder } from './targets/border-target.ts'
import { routeInto } from './targets/buyers-part.ts'
import { linesOfOperators } from './targets/lines-of-operators.ts'
import { targetOfOutput, targetsOfAsset } from './targets/outage-target.ts'
import { type Way, wayTold } from './targets/way-told.ts'
import { zoneOfAsset } from './targets/zone-of-asset.ts'
import { directionOf, isOf, speaksOf, standing } from './topics.ts'

/** Longer than this is a statistic of what has been, no change that is still to be met. */
const LONGEST_PAST_DAYS = 31

/** Whether an event is about what is used or stored, and not about what is supplied. */
export function isOfUseOrStocks(facts: EventFacts, atlas: Atlas): boolean {
  return isOfDemand(facts) || isOfStocks(facts, atlas)
}

function isOfDemand(facts: EventFacts): boolean {
  return standing(facts).some(
    (claim) => isOf(claim, 'demand') && !isOf(claim, 'output') && !isOf(claim, 'delivery'),
  )
}

function isOfStocks(facts: EventFacts, atlas: Atlas): boolean {
  return (
    toldLevel(facts, atlas) !== null ||
    standing(facts).some(
      (claim) =>
        (isOf(claim, 'reserve') && isOf(claim, 'release')) ||
        (isOf(claim, 'filling') && speaksOf(claim, 'halt')),
    )
  )
}

/** The questions that a change of demand, news of stores, or a rise of what is supplied raises. */
export function changeQuestions(context: StoryContext): readonly Question[] {
  const { facts } = context
  if (isPastStatistic(facts)) return []
  if (isOfStocks(facts, context.atlas)) return stocksQuestions(context)
  if (isOfDemand(facts)) return demandQuestions(context)
  return riseQuestions(context)
}

/** "Demand rose 3 % in 2024": the base has it already, as far as the atlas has that year. */
function isPastStatistic({ event, claims }: EventFacts): boolean {
  const bounds = event.time === null ? null : isoBounds(event.time)
  if (event.modality !== 'happened' || !bounds?.first || !bounds.last) return false
  const published = claims.flatMap(({ reading }) => reading.published ?? []).sort()[0]
  const days = daysBetween(bounds.first, bounds.last) + 1
  return days > LONGEST_PAST_DAYS || (days > 20 && published !== undefined && bounds.last < published)
}

/** The countries that an event is about: those that it names, those of a body that it names, else of its headline. */
function whereOf(
  facts: EventFacts,
  atlas: Atlas,
): { readonly countries: readonly string[]; readonly body: Body | null } {
  const named = countriesOf(facts)
  if (named.length > 0) return { countries: named, body: null }
  const [body] = bodiesOf(facts, atlas)
  if (body !== undefined) return { countries: body.members, body }
  return { countries: countriesTold(facts, atlas), body: null }
}

/** One carrier of each family that an event speaks of. */
function familiesTold(facts: EventFacts): readonly Carrier[] {
  const told = carriersTold(facts)
  return told.filter((carrier, at) => told.findIndex((one) => familyOf(one) === familyOf(carrier)) === at)
}

function demandQuestions({ facts, story, ...world }: StoryContext): readonly Question[] {
  const { countries, body } = whereOf(facts, world.atlas)
  if (countries.length === 0) return []
  return familiesTold(facts).flatMap(
    (carrier) => draftDemand({ facts, ...world, carrier, countries, body: body?.name ?? null }) ?? [],
  )
}

function stocksQuestions({ facts, story, ...world }: StoryContext): readonly Question[] {
  const { atlas, network } = world
  const { countries, body } = whereOf(facts, atlas)
  const site = siteNamed(facts, atlas)
  const siteZone = site === null ? null : zoneOfAsset(site, atlas)
  const zones = new Set(siteZone === null ? countries.flatMap((code) => atlas.zonesOf(code)) : [siteZone])
  const isRelease = standing(facts).some((claim) => isOf(claim, 'reserve') && isOf(claim, 'release'))
  const told = carriersTold(facts)
  // Emergency stocks that are named without what is in them are of oil; other stores that give percent are of gas.
  const wanted: readonly Carrier[] = told.length > 0 ? told : isRelease ? ['crude'] : ['gas']
  const owner =
    siteZone === null
      ? (body?.name ?? listed(countries.map((code) => atlas.nameOf(`countries/${code}`))))
      : atlas.nameOf(`zones/${siteZone}`)
  for (const carrier of carriers.filter((one) => wanted.includes(one))) {
    const stores = network.stores.filter(
      ({ bus, kind, volume }) =>
        bus.endsWith(`:${carrier}`) &&
        zones.has(zoneOf(bus)) &&
        volume.value > 0 &&
        (kind === 'strategic') === isRelease,
    )
    if (stores.length === 0) continue
    const input = { facts, ...world, stores, carrier, owner }
    if (isRelease) return [draftRelease(input)].flatMap((question) => question ?? [])
    const level = toldLevel(facts, atlas)
    if (level === null) return [draftNoFilling(input)]
    if (site === null) return [draftLevel(input, level)]
    const within = siteWithin(site, stores, { atlas, day: network.as_of })
    return within === null ? [] : [draftLevel({ ...input, site: within }, level)]
  }
  return []
}

/** More output, or more deliveries, by a stated size: of a plant or field, over a border, of countries or of a body. */
function riseQuestions(context: StoryContext): readonly Question[] {
  const { facts, atlas, network, start } = context
  const growing = standing(facts).filter(
    (claim) => directionOf(claim) === 'up' && !isOf(claim, 'on_hold') && !isOf(claim, 'demand'),
  )
  const ofPower = powerRises(context, growing)
  if (ofPower.length > 0) return ofPower
  const rising = growing.filter((claim) => isOf(claim, 'output') || isOf(claim, 'delivery'))
  if (rising.length === 0) return []
  if (isOthersPart(context, rising)) return []
  const onLine = lineRises(context, rising)
  if (onLine.length > 0) return onLine
  for (const { target, flow } of risingTargets(context)) {
    const { carrier } = target
    const by = spanOf(claimedChanges(rising, { flow, carrier, unit: rateUnits[carrier] }))
    const question = by === null ? null : draftRise({ facts, atlas, network, start, target, by })
    if (question !== null) return [question]
  }
  return []
}

/**
 * "Country X doubles what it sends by the line of Y": how much of the line is X's nobody says, where X is no country of the
 * line, and a share of it is no amount.
 */
function isOthersPart({ facts, atlas }: StoryContext, rising: readonly ClaimFacts[]): boolean {
  const lines = assetsOf(facts).flatMap((id) => assetRow(atlas, id) ?? [])
  const isElsewhere = lines.some(
    ({ kind, country }) =>
      kind === 'pipeline' &&
      country !== '' &&
      countriesOf(facts).some((code) => !country.split(' ').includes(code)),
  )
  return isElsewhere && rising.every(({ quantities }) => quantities.every(({ unit }) => !unit.includes('/')))
}

/** "Flows by the line are to rise by 15 %": of the line itself, by what it carries on the day. */
function lineRises(context: StoryContext, rising: readonly ClaimFacts[]): readonly Question[] {
  const { facts, atlas, network } = context
  const ids = [...assetsOf(facts), ...linesOfOperators(facts, atlas)]
  for (const id of ids) {
    const asset = assetRow(atlas, id)
    const [target] =
      asset === null ? [] : targetsOfAsset(asset, { facts, claims: facts.claims }, { atlas, network })
    if (target === undefined || target.plants.length > 0 || target.within !== undefined) continue
    const { carrier } = target
    const flow = flowOf(mainSection(target.carrying))
    const by = spanOf(claimedChanges(rising, { flow, carrier, unit: rateUnits[carrier] }))
    const question = by === null ? null : draftLineRise(context, target, by)
    if (question !== null) return [question]
  }
  return []
}

/** "X exports 200 MW more power to Y": of the lines from X to Y, which may stand idle by the atlas. */
function powerRises(context: StoryContext, rising: readonly ClaimFacts[]): readonly Question[] {
  const { facts, atlas, network } = context
  if (assetsOf(facts).length > 0 || !carriersTold(facts).includes('power')) return []
  const way = wayTold(facts, rising) ?? usualWay(context, rising)
  if (way === null) return []
  const { from, to } = way
  const zones = (code: string): ReadonlySet<string> => new Set(atlas.zonesOf(code))
  const links = linksBetween(network, 'power', zones(from), zones(to)).filter(
    (link) => usableCapacity(link) !== 0,
  )
  const changes = claimedChanges(rising, { flow: flowOf(links), carrier: 'power', unit: rateUnits.power })
  const by = links.length === 0 ? null : spanOf(changes)
  const target = borderTarget({ from, to: [to], carrier: 'power', links }, atlas)
  const question = by === null ? null : draftLineRise(context, target, by)
  return question === null ? [] : [question]
}

/** "More power flows from X to Y", without a word of who sells: the way that most of it goes. */
function usualWay({ facts, atlas, network }: StoryContext, rising: readonly ClaimFacts[]): Way | null {
  const isFlow =
    rising.some((claim) => isOf(claim, 'delivery')) && !rising.some((claim) => isOf(claim, 'output'))
  const named = countriesOf(facts)
  const border = isFlow && named.length === 2 ? targetOfBorder(named, 'power', { atlas, network }) : null
  const [to] = border?.to ?? []
  const from = named.find((code) => code !== to)
  return to === undefined || from === undefined ? null : { from, to }
}

interface Rising {
  readonly target: OutageTarget
  /** What percentages are of. */
  readonly flow: number
}

function risingTargets({ facts, atlas, network }: StoryContext): readonly Rising[] {
  const world = { atlas, network }
  const ofAssets = assetsOf(facts).flatMap((id): readonly Rising[] => {
    const asset = assetRow(atlas, id)
    if (asset === null) return []
    return targetsOfAsset(asset, { facts, claims: facts.claims }, world)
      .filter(({ plants }) => plants.length > 0)
      .map((target) => ({ target, flow: givenBy(target, world) * (target.within?.share ?? 1) }))
  })
  if (ofAssets.length > 0) return ofAssets
  const [body] = bodiesOf(facts, atlas)
  const isOfOutput = standing(facts).some((claim) => isOf(claim, 'output'))
  // Who tells that it sends more to another need not name itself again.
  const named = isOfOutput ? whereBroughtUp(facts, atlas) : countriesTold(facts, atlas)
  return familiesTold(facts).flatMap((carrier): readonly Rising[] => {
    const whole = (codes: readonly string[], name?: string): readonly Rising[] => {
      const target = targetOfOutput(codes, carrier, world, name)
      return target === null ? [] : [{ target, flow: givenBy(target, world) }]
    }
    const border = named.length === 2 ? targetOfBorder(named, carrier, world) : null
    if (border !== null) {
      // Who sends more brings more up; percentages are of what crosses.
      const from = border.subject.slice('countries/'.length).split('-')[0] ?? ''
      return whole([from]).map(({ target }) => ({ target, flow: flowOf(border.carrying) }))
    }
    if (!isOfOutput && body === undefined) {
      const from = senderOf(named, carrier, world)
      return from === null ? [] : whole([from.code]).map(({ target }) => ({ target, flow: from.flow }))
    }
    return body === undefined ? (named.length > 0 ? whole(named) : []) : whole(body.members, body.name)
  })
}

/** The named countries without the home of a named company that works abroad: "a US licence for the company in Y". */
function whereBroughtUp(facts: EventFacts, atlas: Atlas): readonly string[] {
  const named = countriesOf(facts)
  const homes = new Set(
    atlas.tables.actors.flatMap(({ id, kind, country }) =>
      kind === 'company' && facts.refs.has(`actors/${id}`) ? [country] : [],
    ),
  )
  const abroad = named.filter((code) => !homes.has(code))
  return abroad.length > 0 ? abroad : named
}

/**
 * Of two countries the one from which the other gets it through others; of one, itself if it sends more of the carrier
 * away than comes in: what is delivered to a buyer the buyer does not bring up.
 */
function senderOf(
  named: readonly string[],
  carrier: Carrier,
  world: Pick<StoryContext, 'atlas' | 'network'>,
): { readonly code: string; readonly flow: number } | null {
  const { atlas, network } = world
  const [a, b, more] = named
  if (a === undefined || more !== undefined) return null
  if (b !== undefined) {
    const ways = [
      { from: a, to: b, carrier },
      { from: b, to: a, carrier },
    ]
    const found = ways.flatMap((way) => {
      const route = routeInto(way, world)
      return route === null ? [] : [{ code: way.from, flow: flowOf(route.links) }]
    })
    return found.sort((one, other) => other.flow - one.flow)[0] ?? null
  }
  const own = new Set(atlas.zonesOf(a))
  const links = network.links.filter((link) => link.carrier === carrier)
  const sent = flowOf(links.filter(({ from, to }) => own.has(zoneOf(from)) && !own.has(zoneOf(to))))
  const got = flowOf(links.filter(({ from, to }) => own.has(zoneOf(to)) && !own.has(zoneOf(from))))
  return sent > got ? { code: a, flow: sent } : null
}

function givenBy({ plants }: OutageTarget, { network }: Pick<StoryContext, 'network'>): number {
  return plants.reduce((sum, { ref }) => {
    const id = ref.slice(ref.indexOf('/') + 1)
    const rows = ref.startsWith('supplies/')
      ? network.supplies.find((row) => row.id === id)?.output
      : network.conversions.find((row) => row.id === id)?.flow
    return sum + (rows?.value ?? 0)
  }, 0)
}

import type { Atlas } from '../atlas/atlas.ts'
import type { Network } from '../atlas/network.ts'
import type { EventType } from '../claims/claim.ts'
import { listed } from '../core/listed.ts'
import { whyNoImportBan } from './bans/find-import-ban.ts'
import { statesAmount } from './claimed/claimed-falls.ts'
import { assetsOf, carriersOf, countriesOf, countriesThrough, type EventFacts } from './event-facts.ts'
import { assetRow, linksOfAsset, usableCapacity } from './network-parts.ts'
import { isOfPowerPlants, unlistedPlants } from './power-plants.ts'
import { namesUnbuilt } from './projects/project-lines.ts'
import { isKnownSanction } from './sanctions/known-sanction.ts'
import { directionOf, isOf, isPutFarOff, LOSING } from './topics.ts'

const byType: Readonly<Record<EventType, string>> = {
  agreement:
    'an agreement names no amount, route and date together that the model could carry as a change of supply',
  negotiation:
    'talks change no flow; nothing in them names a route of the atlas that is closed, or a supply at risk',
  visit_or_meeting: 'a meeting changes no flow by itself',
  statement: 'a statement changes no flow by itself',
  supply_start: 'no route or source of the atlas answers to it on that day',
  supply_halt: 'no route of the atlas answers to it on that day',
  supply_change: 'no route of the atlas answers to it on that day, or no size is stated',
  outage_or_attack: 'the asset is not in the network of the atlas, or carried nothing on that day',
  repair_or_restart: 'no route of the atlas that is out of service answers to it on that day',
  construction: 'no plant, field or refinery of the atlas answers to it, or it is already built',
  discovery_or_drilling:
    'no source of the atlas in the named countries answers to it, or it is already drilled',
  sanction:
    'no refusal of the atlas keeps apart the energy of the named owners on that day, or it is in force already',
  sanction_relief: 'relief lifts a refusal, and the atlas has none in force for the named owners on that day',
  price_move:
    'a price is a result of the model, not an input; no return or outage in the same story explains it',
  investment_or_loan: 'money moves no energy within the horizon; it stands in the register of commitments',
  transit:
    'it describes how things are, not a change; where the atlas has the figure it stands beside the model',
  military: 'military matters are outside what the model computes',
  policy_opposition: 'a position on policy changes no flow; it bears on whether measures are lifted',
  other: 'it describes no change of supply',
}

/** Types that change no flow wherever they happen: a zone that is missing is not the reason. */
const withoutFlow: ReadonlySet<EventType> = new Set([
  'negotiation',
  'visit_or_meeting',
  'statement',
  'military',
  'policy_opposition',
  'investment_or_loan',
  'price_move',
  'sanction',
  'sanction_relief',
])

/** In the network, and closed or without capacity in all its links. */
function isIdle(asset: string, atlas: Atlas, network: Network): boolean {
  const links = linksOfAsset(atlas, network, asset)
  return links.length > 0 && links.every((link) => usableCapacity(link) === 0)
}

/** Why an event that the reports tell has no computed effect, in words for people. */
export function whyNotComputed(facts: EventFacts, atlas: Atlas, network: Network): string {
  if ([...facts.refs].some((ref) => ref === 'carriers/nuclear' || ref === 'carriers/uranium')) {
    return 'nuclear fuel is no carrier of the programme; by its ledger no reactor of the named countries depends on a supplier that is named'
  }
  const isTold = facts.event.modality !== 'denied'
  const way = isTold ? whyNoWay(facts, atlas) : null
  if (way !== null) return way
  if (isTold && facts.claims.some((told) => isOf(told, 'waiver')) && !LOSING.has(facts.event.type))
    return 'a permission changes a flow where two named countries trade what it is for by pipeline, cable or rail on that day, or where the atlas knows the share of the licensed company; how much more it lets flow no report says. With an amount per day it is computed as more output; else a scenario of your own says how much (corridor solve --scenario)'
  if (isTold && facts.claims.some((told) => isOf(told, 'duty')))
    return 'a duty makes what is bought dearer: how much less of it is bought no report says, and where two countries are named between which the atlas has a flow of it, what hangs on that is asked'
  if (isTold && facts.claims.some((told) => isOf(told, 'on_hold')))
    return 'a rise that is put off leaves supply as it is; where a report says how large a step of it is, what that would have added is asked'
  const noBan = isTold ? whyNoImportBan(facts, atlas) : null
  if (noBan !== null) return noBan
  if (isTold && facts.event.type === 'sanction' && facts.claims.some((told) => isOf(told, 'made_from')))
    return 'whose crude a product was made from the model does not follow: refineries mix what they buy'
  if (isTold && facts.event.type === 'sanction' && facts.claims.some((told) => isOf(told, 'shipping')))
    return 'what ships, insurers and ports may no longer serve is computed where the cargoes of one country are named that the atlas has at sea, and, of ports, where their state buys them'
  if (isTold && isKnownSanction(facts))
    return 'it tells of sanctions that are in force already; only new ones change what flows'
  if (isTold && withoutFlow.has(facts.event.type)) return byType[facts.event.type]
  if (isTold && (facts.event.type === 'outage_or_attack' || facts.event.type === 'supply_halt')) {
    if (namesUnbuilt(facts, atlas, network) && facts.claims.some((told) => isOf(told, 'lapsed')))
      return 'it is not built yet and carries nothing: that it does not come changes no flow'
    const idle = assetsOf(facts).find((asset) => isIdle(asset, atlas, network))
    if (idle !== undefined)
      return `${atlas.nameOf(`assets/${idle}`)} carried nothing on that day, so its loss takes nothing away`
  }
  if (isTold && isPutFarOff(facts))
    return 'it is put off: what does not work yet carries nothing, and that it comes later changes no flow of today'
  const countries = [...facts.refs].filter((ref) => ref.startsWith('countries/')).map((ref) => ref.slice(10))
  const outside = countries.filter((code) => atlas.zonesOf(code).length === 0)
  if (outside.length > 0 && outside.length === countries.length) {
    const names = outside.map((code) => atlas.nameOf(`countries/${code}`)).join(', ')
    return `the atlas has no zone yet for ${names}`
  }
  if (facts.event.modality === 'denied')
    return 'it is denied: a denial is set beside what it denies and changes no flow'
  return whyNothingLost(facts, atlas) ?? byType[facts.event.type]
}

/** Types that tell of what passes from one country to another. */
const passing: ReadonlySet<EventType> = new Set(['transit', 'supply_change', 'agreement', 'negotiation'])

/** Words that name a way through a country along which the atlas has nothing; null where they name none. */
function whyNoWay(facts: EventFacts, atlas: Atlas): string | null {
  const through = countriesThrough(facts, atlas)
  const carriers = carriersOf(facts)
  const isHalted = LOSING.has(facts.event.type) && facts.claims.some((told) => isOf(told, 'transit'))
  const isPassage = passing.has(facts.event.type) && through.length > 0
  if (!(isPassage || isHalted) || carriers.length === 0) return null
  if (assetsOf(facts).length > 0 || countriesOf(facts).length < 3) return null
  const nameOf = (code: string): string => atlas.nameOf(`countries/${code}`)
  const ends = countriesOf(facts).filter((code) => !through.includes(code))
  const what = listed(carriers.map((carrier) => atlas.nameOf(`carriers/${carrier}`)))
  const way = isPassage
    ? `passes through ${listed(through.map(nameOf))} between ${listed(ends.map(nameOf))}`
    : `passes between ${listed(countriesOf(facts).map(nameOf))}`
  return `the atlas has no way on which ${what} ${way} on that day: with its links and what flows there in an atlas of your own it is computed`
}

/** What a report would have to say of a power plant that the atlas does not list; null where it tells of none. */
function whyNoPowerPlant(facts: EventFacts): string | null {
  if (!isOfPowerPlants(facts) || assetsOf(facts).length > 0) return null
  const [plant = 'the power plant'] = facts.claims.flatMap(unlistedPlants)
  if (countriesOf(facts).length === 0)
    return `the atlas does not list ${plant}, and no report says in which country it stands: with its country and how many megawatts are out it is computed`
  return `the atlas does not list ${plant}, and no report says how many megawatts it gives or how many are out: with either it is computed as so much of the power of its country`
}

/** What a report, or the atlas, would have to say for a loss to be computed; null where it is no loss. */
function whyNothingLost(facts: EventFacts, atlas: Atlas): string | null {
  const { event } = facts
  if (!LOSING.has(event.type)) return null
  if (facts.claims.every(({ claim }) => claim.polarity === 'negative'))
    return 'it says that nothing is lost, and changes no flow'
  if (event.modality === 'possible' || event.modality === 'conditional')
    return 'it is told as possible only; a scenario of your own computes it (corridor solve --scenario)'
  const noPlant = whyNoPowerPlant(facts)
  if (noPlant !== null) return noPlant
  const names = assetsOf(facts).flatMap((id) => assetRow(atlas, id)?.name ?? [])
  if (event.type === 'supply_change' && !statesAmount(facts)) return 'no report says how much'
  if (names.length > 0)
    return `${names.join(', ')}: nothing of the network answers to it on that day, or neither the atlas nor a report says how large it is`
  if (facts.claims.some((told) => isOf(told, 'buying') && directionOf(told) === 'up'))
    return 'more that a buyer takes is what the model itself decides; no report says that more is used'
  const isPiped = carriersOf(facts).some((carrier) => carrier === 'power' || carrier === 'gas')
  if (!isPiped && facts.claims.some((told) => isOf(told, 'buying')))
    return 'who buys from whom by sea is not followed: cargoes that one buyer leaves go to others'
  if (countriesOf(facts).length > 0)
    return 'no asset is named; between the named countries nothing of the kind flows, and without a size it is not known how much of their output is meant'
  return 'nothing that the atlas knows is named'
}

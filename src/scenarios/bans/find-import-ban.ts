import type { Carrier } from '../../atlas/tables.ts'
import { listed } from '../../core/listed.ts'
import type { CalendarDate } from '../../core/time.ts'
import { assumptionOf } from '../assumptions.ts'
import { bodiesOf } from '../bodies.ts'
import { effectiveDay } from '../effective-day.ts'
import { type ClaimFacts, countriesOf, countriesTold, type EventFacts } from '../event-facts.ts'
import { findDeliveries } from '../find-deliveries.ts'
import { draftOutage } from '../outages/draft-outage.ts'
import type { Question } from '../question.ts'
import type { StoryContext, World } from '../story-context.ts'
import type { OutageTarget } from '../target.ts'
import { isOf, speaksOf, standing } from '../topics.ts'
import { besideBan, exemptionsOf } from './ban-exemptions.ts'
import { asHalt, carriersBanned } from './ban-parts.ts'
import { type Ban, intoBloc, type Parties, whenStopped } from './ban-routes.ts'

/**
 * Countries, or a body of states, that no longer let in what another sends: a ban, a phase-out or an end of purchases is a
 * halt of what enters from that origin, from the day that is told on, but for those who are told to be exempt.
 */
export function importBan(context: StoryContext, asOf: CalendarDate | null): readonly Question[] {
  const { facts, story, atlas } = context
  const parties = partiesOf(facts, atlas)
  if (parties === null) return []
  const claims = standing(facts).filter(isOfImports)
  const told = exemptionsOf(besideBan(facts, story), atlas)
  // "All members but for deliveries by pipeline to two of them, and a third": some stand in the words of the ban.
  const named = told.events.length > 0 && parties.body !== null ? countriesOf(facts) : []
  const exempt = { ...told, countries: [...new Set([...told.countries, ...named])] }
  return carriersOfBan(claims, facts).flatMap((carrier) => {
    const later = asOf === null ? effectiveDay(claims, carrier, atlas) : null
    const halt = asHalt(facts, { isForGood: true })
    const start = later ?? context.start
    const ban: Ban = { ...parties, carrier, exempt }
    const { network, from } = whenStopped(ban, { start, asOf }, context)
    const then = { ...context, facts: later === null ? halt : withoutDays(halt), network, start: from }
    const target = targetOfImports(ban, then)
    if (target === null) return []
    const question = draftOutage({ ...then, target, related: [] })
    return [{ ...question, events: [...question.events, ...told.events] }]
  })
}

/** "From autumn on": the days that are told are those of its beginning, and no length. */
function withoutDays(facts: EventFacts): EventFacts {
  return {
    ...facts,
    event: { ...facts.event, time: null },
    claims: facts.claims.map((one) => ({ ...one, claim: { ...one.claim, time: null } })),
  }
}

/** Why a ban on imports that is told has no question; null where the event tells none. */
export function whyNoImportBan(facts: EventFacts, atlas: World['atlas']): string | null {
  const parties = partiesOf(facts, atlas)
  if (parties === null) return null
  const carriers = carriersOfBan(standing(facts).filter(isOfImports), facts)
  const names = listed(carriers.map((carrier) => atlas.nameOf(`carriers/${carrier}`)))
  if (carriers.length === 0)
    return 'a ban on imports of something that is no carrier of the model, or whose name was not read'
  if (carriers.some((carrier) => bySea.has(carrier)))
    return `of ${names} nothing comes by pipeline, by rail or by ships of their own between the two by the atlas on that day, and who buys from whom on the open sea is not followed: cargoes that one buyer leaves go to others. A scenario of your own can close the links that you mean (corridor solve --scenario)`
  return `no ${names} flows between the two by the atlas on that day, so a ban takes nothing away; where the reports know better, a scenario of your own says how much (corridor solve --scenario)`
}

/** Carriers that are sold at sea to whoever pays. */
const bySea: ReadonlySet<Carrier> = new Set<Carrier>(['crude', 'products', 'coal', 'lng'])

/** It is what comes from abroad that is banned or ends, and not what a country sends. */
function isOfImports(claim: ClaimFacts): boolean {
  // Who may not insure or carry it, and what others make of it, is no border that closes.
  if (isOf(claim, 'shipping') || isOf(claim, 'made_from')) return false
  const isBought = isOf(claim, 'buying')
  if (isOf(claim, 'abroad') && !isBought) return false
  switch (claim.claim.event) {
    case 'supply_halt':
      return isBought && (speaksOf(claim, 'halt') || isOf(claim, 'forbidding'))
    case 'sanction':
      return isOf(claim, 'forbidding')
    case 'agreement':
      return isBought && isOf(claim, 'forbidding')
    default:
      return false
  }
}

/** Who bans whose: a body of states and one country outside it, or two countries of which one sends the other. */
function partiesOf(facts: EventFacts, atlas: World['atlas']): Parties | null {
  if (!standing(facts).some(isOfImports)) return null
  const homes = atlas.tables.actors.flatMap(({ id, country }) =>
    facts.refs.has(`actors/${id}`) && country !== '' && !country.includes(' ') ? [country] : [],
  )
  const told = countriesTold(facts, atlas)
  const named = [...new Set([...countriesOf(facts), ...told, ...homes])]
  for (const { name, members } of bodiesOf(facts, atlas)) {
    const [origin, second] = named.filter((code) => !members.includes(code))
    if (origin !== undefined && second === undefined) return { buyers: members, body: name, origin }
  }
  return named.length === 2 ? { buyers: named, body: null, origin: null } : null
}

/** What is banned; a ban of gas that names no pipeline and no LNG is of both. */
function carriersOfBan(claims: readonly ClaimFacts[], facts: EventFacts): readonly Carrier[] {
  const named = carriersBanned(claims, facts)
  const isGas = facts.refs.has('carriers/gas') || facts.refs.has('carriers/lng')
  if (!isGas || !named.some((carrier) => carrier === 'gas' || carrier === 'lng')) return named
  const both: readonly Carrier[] = ['gas', 'lng']
  return facts.refs.has('carriers/gas') ? both : ['lng']
}

function targetOfImports(ban: Ban, context: StoryContext): OutageTarget | null {
  const { origin, carrier, exempt } = ban
  const { atlas } = context
  const target = origin === null ? bought(ban, context) : intoBloc({ ...ban, origin }, context)
  if (target === null || target.carrier !== carrier) return null
  const gaps = assumptionOf(atlas, exempt.isUnsized ? 'import-ban-gaps-exempted' : 'import-ban-gaps')
  return {
    ...target,
    lasts: assumptionOf(atlas, 'import-ban-days'),
    released: target.released ?? { ...gaps, because: [...exempt.because, ...gaps.because] },
  }
}

/** What one of two countries sends the other, by contract where one is known. */
function bought({ carrier }: Ban, context: StoryContext): OutageTarget | null {
  const { facts } = context
  const refs = new Set([...facts.refs].filter((ref) => !ref.startsWith('carriers/')))
  return findDeliveries({ ...context, story: [], facts: { ...facts, refs: refs.add(`carriers/${carrier}`) } })
}

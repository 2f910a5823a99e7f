import type { NetworkLink } from '../atlas/network.ts'
import { type Carrier, carriers } from '../atlas/tables.ts'
import { listed } from '../core/listed.ts'
import { isoBounds } from '../core/time.ts'
import { assumptionOf } from './assumptions.ts'
import { bodiesOf } from './bodies.ts'
import { carriersTold } from './carriers-told.ts'
import { draftOutage } from './draft-outage.ts'
import { type ClaimFacts, countriesOf, countriesTold, type EventFacts } from './event-facts.ts'
import { areNear } from './near-in-time.ts'
import { flowOf, zoneOf } from './network-parts.ts'
import { productsTold } from './product-shares.ts'
import type { Question } from './question.ts'
import type { StoryContext, World } from './story-context.ts'
import type { OutageTarget } from './target.ts'
import { isOf, standing } from './topics.ts'

/** From this share on it is all of it. */
const WHOLE = 0.95

/**
 * A country that keeps its own energy at home: a ban on its exports, or a halt of them, told without an asset or a buyer.
 * What is banned is a halt that the exporter orders, of all that leaves the country but for those who are exempt.
 */
export function exportBan(context: StoryContext): readonly Question[] {
  const { facts, story } = context
  const claims = standing(facts).filter(isOfOwnExports)
  const country = claims.length === 0 ? null : exporterOf(facts, context)
  if (country === null) return []
  const beside = story.filter(
    (other) =>
      areNear(facts.day, other.day, AT_ONCE_DAYS) &&
      (other.event.type === 'sanction_relief' || other.event.type === 'sanction'),
  )
  return carriersBanned(claims, facts).flatMap((carrier) => {
    const target = targetOfExports({ country, carrier, claims, beside }, context)
    return target === null ? [] : [draftOutage({ ...context, facts: asHalt(facts), target, related: [] })]
  })
}

/** Days within which what is exempt is told of the same ban. */
const AT_ONCE_DAYS = 3

/** It is what leaves a country that is banned or stops, and not what somebody buys. */
function isOfOwnExports(claim: ClaimFacts): boolean {
  const { event } = claim.claim
  if (!isOf(claim, 'abroad') || isOf(claim, 'buying')) return false
  return event === 'supply_halt' || (event === 'sanction' && isOf(claim, 'forbidding'))
}

/** The one country that is named, itself or by an office of it; a body is named only as one of whose members it is. */
function exporterOf(facts: EventFacts, { atlas }: World): string | null {
  const homes = atlas.tables.actors.flatMap(({ id, kind, country }) =>
    facts.refs.has(`actors/${id}`) && kind !== 'company' && country !== '' && !country.includes(' ')
      ? [country]
      : [],
  )
  const named = [...new Set([...countriesOf(facts), ...homes])]
  const [country, second] = named.length > 0 ? named : countriesTold(facts, atlas)
  if (country === undefined || second !== undefined) return null
  return bodiesOf(facts, atlas).every(({ members }) => members.includes(country)) ? country : null
}

/** The carrier that the claims name first, with those of its kind; power beside it is what the ban is for. */
function carriersBanned(claims: readonly ClaimFacts[], facts: EventFacts): readonly Carrier[] {
  const told = carriersTold(facts)
  const [first] = claims.flatMap(({ claim, reading }) =>
    claim.assets.flatMap((name) => {
      const ref = reading.entities.find(({ canonical }) => canonical === name)?.atlas
      return carriers.filter((carrier) => ref === `carriers/${carrier}`)
    }),
  )
  if (first === undefined) return told.slice(0, 1)
  const isOil = first === 'crude' || first === 'products'
  return isOil ? told.filter((carrier) => carrier === 'crude' || carrier === 'products') : [first]
}

interface Ban {
  readonly country: string
  readonly carrier: Carrier
  readonly claims: readonly ClaimFacts[]
  /** What is told beside it: who is exempt. */
  readonly beside: readonly EventFacts[]
}

function targetOfExports(ban: Ban, { facts, atlas, network }: StoryContext): OutageTarget | null {
  const { country, carrier, claims } = ban
  const own = new Set(atlas.zonesOf(country))
  const exempt = exemptFrom(ban, { facts, atlas })
  const leaving = network.links.filter(
    (link) =>
      link.carrier === carrier &&
      own.has(zoneOf(link.from)) &&
      !own.has(zoneOf(link.to)) &&
      flowOf([link]) > 0 &&
      link.closed_by === null,
  )
  const isExempt = (link: NetworkLink): boolean => exempt.zones.has(zoneOf(link.to))
  const carrying = leaving.filter((link) => !isExempt(link))
  if (carrying.length === 0) return null
  const part = carrier === 'products' ? productsTold(claims, country, atlas) : null
  const what =
    part !== null && part.names.length > 0 ? listed(part.names) : atlas.nameOf(`carriers/${carrier}`)
  const nameOf = atlas.nameOf(`countries/${country}`)
  const gaps = exempt.isUnsized ? 'export-ban-gaps-exempted' : 'export-ban-gaps'
  return {
    subject: `countries/${country}-exports-${carrier}`,
    name: `${what} that ${nameOf} exports`,
    kind: 'border',
    asset: null,
    carrier,
    carrying,
    plants: [],
    released: assumptionOf(atlas, gaps),
    ...(part !== null && part.share < WHOLE
      ? {
          within: {
            name: `all ${atlas.nameOf(`carriers/${carrier}`)} that ${nameOf} exports`,
            share: part.share,
            because: part.because,
          },
        }
      : {}),
  }
}

/** Zones of the countries that are told to be exempt, and whether something else is, of unknown size. */
function exemptFrom(
  { country, beside }: Ban,
  { facts, atlas }: Pick<StoryContext, 'facts' | 'atlas'>,
): { readonly zones: ReadonlySet<string>; readonly isUnsized: boolean } {
  const relief = beside.filter(
    ({ event, claims }) =>
      event.type === 'sanction_relief' || claims.every(({ claim }) => claim.polarity === 'negative'),
  )
  const codes = [facts, ...relief].flatMap((told) => [
    ...bodiesOf(told, atlas).flatMap(({ members }) => members),
    ...(told === facts ? [] : countriesOf(told)),
  ])
  const others = codes.filter((code) => code !== country)
  return {
    zones: new Set(others.flatMap((code) => atlas.zonesOf(code))),
    isUnsized: relief.length > 0 && others.length === 0,
  }
}

/** A ban told as a halt, with the lengths and ends that it names; that it is over for good it does not say. */
function asHalt(facts: EventFacts): EventFacts {
  // "For January" is from its first day to its last.
  const bounds = /^\d{4}-\d{2}$/u.test(facts.event.time ?? '') ? isoBounds(facts.event.time ?? '') : null
  const time = bounds === null ? facts.event.time : `${bounds.first}/${bounds.last}`
  return {
    ...facts,
    event: { ...facts.event, time, type: 'supply_halt' },
    claims: facts.claims.map((one) => ({
      ...one,
      claim: {
        ...one.claim,
        event: 'supply_halt',
        cues: one.claim.cues.filter((cue) => !cue.startsWith('topic:ending:')),
      },
    })),
  }
}

import type { NetworkLink } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import { listed } from '../../core/listed.ts'
import { assumptionOf } from '../assumptions.ts'
import { bodiesOf } from '../bodies.ts'
import {
  assetsOf,
  type ClaimFacts,
  countriesOf,
  countriesTold,
  countryOfHeadline,
  type EventFacts,
} from '../event-facts.ts'
import { assetRow, flowOf, zoneOf } from '../network-parts.ts'
import { draftOutage } from '../outages/draft-outage.ts'
import type { Question } from '../question.ts'
import type { StoryContext, World } from '../story-context.ts'
import type { OutageTarget } from '../target.ts'
import { isOf, standing } from '../topics.ts'
import { besideBan, exemptionsOf } from './ban-exemptions.ts'
import { asHalt, carriersBanned } from './ban-parts.ts'
import { productsTold } from './product-shares.ts'

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
  const beside = besideBan(facts, story)
  return carriersBanned(claims, facts).flatMap((carrier) => {
    const target = targetOfExports({ country, carrier, claims, beside }, context)
    const halt = asHalt(facts, { isForGood: false })
    return target === null ? [] : [draftOutage({ ...context, facts: halt, target, related: [] })]
  })
}

/** It is what leaves a country that is banned or stops, and not what somebody buys. */
function isOfOwnExports(claim: ClaimFacts): boolean {
  const { event } = claim.claim
  if (!isOf(claim, 'abroad') || isOf(claim, 'buying')) return false
  return event === 'supply_halt' || (event === 'sanction' && isOf(claim, 'forbidding'))
}

/**
 * The one country that is named, itself, by an office of it or by a plant in it; else whoever the headline names ("the
 * parliament banned"). A body is named only as one of whose members it is.
 */
function exporterOf(facts: EventFacts, { atlas }: World): string | null {
  const homes = atlas.tables.actors.flatMap(({ id, kind, country }) =>
    facts.refs.has(`actors/${id}`) && kind !== 'company' && country !== '' && !country.includes(' ')
      ? [country]
      : [],
  )
  const named = [...new Set([...countriesOf(facts), ...homes])]
  const told = named.length > 0 ? named : countriesTold(facts, atlas)
  const headline = told.length === 0 ? countryOfHeadline(facts) : null
  const plants = assetsOf(facts).flatMap((id) => assetRow(atlas, id)?.country.split(' ') ?? [])
  const meant = headline === null ? [...new Set(plants)] : [headline]
  const [country, second] = told.length > 0 ? told : meant
  if (country === undefined || second !== undefined) return null
  return bodiesOf(facts, atlas).every(({ members }) => members.includes(country)) ? country : null
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
  const exempt = exemptionsOf(ban.beside, atlas, facts)
  const spared = new Set(
    exempt.countries.filter((code) => code !== country).flatMap((code) => atlas.zonesOf(code)),
  )
  const leaving = network.links.filter(
    (link) =>
      link.carrier === carrier &&
      own.has(zoneOf(link.from)) &&
      !own.has(zoneOf(link.to)) &&
      flowOf([link]) > 0 &&
      link.closed_by === null,
  )
  const isExempt = (link: NetworkLink): boolean => spared.has(zoneOf(link.to))
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

import type { Atlas } from '../../atlas/atlas.ts'
import type { Because } from '../../core/provenance.ts'
import { assumptionOf, rangeOf } from '../assumptions.ts'
import { asHalt } from '../bans/ban-parts.ts'
import { familyOf } from '../carrier-families.ts'
import { carriersTold } from '../carriers-told.ts'
import { statesAmount } from '../claimed/claimed-falls.ts'
import { draftTrade } from '../draft-trade.ts'
import { countriesOf, type EventFacts } from '../event-facts.ts'
import { draftOutage } from '../outages/draft-outage.ts'
import type { Question } from '../question.ts'
import { draftRise } from '../rises/draft-rise.ts'
import type { StoryContext, World } from '../story-context.ts'
import type { OutageTarget } from '../target.ts'
import { borderTarget, targetOfBorder } from '../targets/border-target.ts'
import { routeInto } from '../targets/buyers-part.ts'
import { targetOfOutput } from '../targets/outage-target.ts'
import { isOf, speaksOf, standing } from '../topics.ts'
import { asThought, licensedPlants } from './licensed-plants.ts'

/** Types as which a permission is told, or its end. */
const telling: ReadonlySet<string> = new Set([
  'sanction_relief',
  'sanction',
  'supply_halt',
  'agreement',
  'transit',
  // "Lets the company export again" reads as a restart.
  'repair_or_restart',
])

/**
 * A licence, a waiver or an exemption that lets something flow. Where it is given or prolonged nothing changes, and the
 * question is what hangs on it; where it has ended, what flowed under it may stop.
 */
export function reliefQuestions(context: StoryContext): readonly Question[] {
  const { facts } = context
  // Who is exempt from a ban is told beside it: the ban is the question.
  const claims = standing(facts).filter((claim) => isOf(claim, 'waiver') && !isOf(claim, 'forbidding'))
  // "Lifted the sanctions on its exports": no licence is named, and it is let go all the same.
  if (facts.event.type === 'sanction_relief' && claims.length === 0)
    return standing(facts).length > 0 && exempts(facts) === false ? freed(null, context) : []
  if (!telling.has(facts.event.type) || claims.length === 0) return []
  const hasLapsed = claims.some(
    (claim) => isOf(claim, 'lapsed') || (claim.claim.event === 'supply_halt' && speaksOf(claim, 'halt')),
  )
  const targets = permitted(context)
  if (targets.length > 0) {
    return hasLapsed
      ? targets.map((target) => ended(target, 'waiver-end-goes-on', context))
      : hangingOn(targets, context)
  }
  const own = shareOfCompany(facts, context)
  const plants = own === null ? licensedPlants(context) : []
  if (plants.length > 0)
    return plants.map((target) =>
      hasLapsed ? ended(target, 'licence-end-goes-on', context) : withoutLicence(target, context),
    )
  if (hasLapsed) return own === null ? [] : [ended(own, 'licence-end-goes-on', context)]
  // What has been prolonged frees nothing anew: what is licensed hangs on it.
  return claims.some((claim) => isOf(claim, 'prolonged')) ? [] : freed(own, context)
}

/** Whether a ban stands beside it: who is exempt from one is told with it. */
function exempts(facts: EventFacts): boolean {
  return facts.claims.some((claim) => isOf(claim, 'forbidding') || isOf(claim, 'waiver'))
}

/** More of what a licensed company gives, or of what a country that is no longer sanctioned does: a range from what it gives today. */
function freed(own: OutageTarget | null, context: StoryContext): readonly Question[] {
  const { facts, atlas } = context
  // With an amount it is a rise of that.
  if (statesAmount(facts)) return []
  const [whole] = own === null ? sanctioned(context) : [own]
  if (whole === undefined) return []
  const premise = assumptionOf(atlas, own === null ? 'relief-frees' : 'licence-frees')
  const part = rangeOf(premise)
  const today = outputOf(whole, context) * (whole.within?.share ?? 1)
  const because: Because[] = [...facts.claims.map((claim) => claim.because), ...(whole.within?.because ?? [])]
  const by = { low: part.low * today, central: part.central * today, high: part.high * today, because }
  return [draftRise({ ...context, target: whole, by, premise })].flatMap((question) => question ?? [])
}

/** What a country brings up whose energy is let go: of those that are named the one that measures of the atlas are laid on. */
function sanctioned({ facts, ...world }: StoryContext): readonly OutageTarget[] {
  const { atlas } = world
  const laidOn = new Set(atlas.tables.measures.flatMap(({ targets }) => targets.split(/\s+/u)))
  const homes = new Set(
    atlas.tables.actors.flatMap(({ id, country }) => (laidOn.has(`actors/${id}`) ? [country] : [])),
  )
  const named = countriesOf(facts)
  const under = named.filter((code) => laidOn.has(`countries/${code}`) || homes.has(code))
  const [code, second] = named.length === 1 ? named : under
  const [carrier] = carriersTold(facts)
  if (code === undefined || second !== undefined || carrier === undefined) return []
  // Beside whose energy is let go, who lets it go: talk of sanctions between two others lifts none.
  const imposing = new Set(atlas.tables.measures.map(({ imposed_by }) => imposed_by))
  const isImposer = (other: string): boolean => imposing.has(atlas.nameOf(`countries/${other}`))
  if (!named.every((other) => other === code || isImposer(other))) return []
  return [targetOfOutput([code], carrier, world)].flatMap((target) => target ?? [])
}

function outputOf({ plants }: OutageTarget, { network }: World): number {
  return plants.reduce(
    (sum, { ref }) => sum + (network.supplies.find(({ id }) => `supplies/${id}` === ref)?.output?.value ?? 0),
    0,
  )
}

/** What flows between two of the named countries, whoever of them gives the permission: of each family of carriers. */
export function permitted({ facts, ...world }: StoryContext): readonly OutageTarget[] {
  const told = carriersTold(facts)
  // "Iranian gas": the country stands in the adjective alone.
  const implied = facts.claims
    .flatMap(({ claim }) => claim.assets_implied)
    .flatMap((name) => world.atlas.refOf(name) ?? [])
    .flatMap((ref) => (ref.startsWith('countries/') ? [ref.slice(10)] : []))
  const countries = [...new Set([...countriesOf(facts), ...implied])]
  if (countries.length < 2) return []
  return told
    .filter((carrier, at) => told.findIndex((one) => familyOf(one) === familyOf(carrier)) === at)
    .flatMap((carrier) => {
      const pairs = countries.flatMap((from) =>
        countries.flatMap((to): OutageTarget[] => {
          if (from === to) return []
          const border = targetOfBorder([from, to], carrier, world)
          if (border !== null) return border.to?.[0] === to ? [border] : []
          const route = routeInto({ from, to, carrier }, world)
          return route === null
            ? []
            : [borderTarget({ from, to: [to], carrier, links: route.links }, world.atlas)]
        }),
      )
      const [first] = pairs
      return first === undefined ? [] : [first]
    })
}

/** The permission is gone: what flowed under it stops, but for what goes on all the same. */
function ended(target: OutageTarget, premise: string, context: StoryContext): Question {
  const facts = asHalt(context.facts, { isForGood: false })
  return draftOutage({
    ...context,
    facts,
    related: [],
    target: { ...target, released: assumptionOf(context.atlas, premise) },
  })
}

/** What would stop if the licence for it ended, where it is given or prolonged. */
function withoutLicence(target: OutageTarget, context: StoryContext): Question {
  const facts = asThought(asHalt(context.facts, { isForGood: false }))
  return draftOutage({ ...context, facts, related: [], target })
}

const UNGIVEN =
  'What if: the permission had not come, or ends. No report says that it does; the reports speak of giving or prolonging it'

/** What if it had not been given: each carrier by itself. */
export function hangingOn(
  targets: readonly OutageTarget[],
  context: StoryContext,
  whatIf = UNGIVEN,
): readonly Question[] {
  return targets.flatMap(({ carrier, carrying, subject, to }) => {
    const [pair = ''] = subject.slice('countries/'.length).split(`-${carrier}`)
    const [from = ''] = pair.split('-')
    const flows = [{ carrier, from, to: to?.[0] ?? '', links: carrying }]
    return draftTrade({ ...context, flows, whatIf }) ?? []
  })
}

/** What a company brings up in the other named country, by its share there; null where the atlas has none. */
function shareOfCompany(facts: EventFacts, world: World): OutageTarget | null {
  const { atlas, network } = world
  for (const country of countriesOf(facts)) {
    const whole = targetOfOutput([country], 'crude', world)
    if (whole === null) continue
    const held = sharesHeld(facts, whole, atlas, network.as_of)
    if (held === null) continue
    return {
      ...whole,
      name: `${held.name} in ${atlas.nameOf(`countries/${country}`)}`,
      within: { name: whole.name, share: held.share, because: held.because },
    }
  }
  return null
}

function sharesHeld(
  facts: EventFacts,
  { plants }: OutageTarget,
  atlas: Atlas,
  day: string,
): { readonly name: string; readonly share: number; readonly because: readonly Because[] } | null {
  const ids = new Set(plants.map(({ ref }) => ref.slice(ref.indexOf('/') + 1)))
  const rows = atlas.tables.supply_actors.filter(
    ({ supply, actor, valid_from, valid_to }) =>
      ids.has(supply) &&
      facts.refs.has(`actors/${actor}`) &&
      (valid_from === null || valid_from <= day) &&
      (valid_to === null || valid_to >= day),
  )
  const [row] = rows
  if (row === undefined || ids.size !== 1) return null
  return {
    name: `crude oil of ${atlas.nameOf(`actors/${row.actor}`)}`,
    share: row.share_pct / 100,
    because: [`atlas:supply_actors/${row.supply}/share_pct`],
  }
}

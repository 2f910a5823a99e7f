import type { Atlas } from '../atlas/atlas.ts'
import type { Because } from '../core/provenance.ts'
import { assumptionOf } from './assumptions.ts'
import { asHalt } from './ban-parts.ts'
import { borderTarget, targetOfBorder } from './border-target.ts'
import { routeInto } from './buyers-part.ts'
import { familyOf } from './carrier-families.ts'
import { carriersTold } from './carriers-told.ts'
import { draftOutage } from './draft-outage.ts'
import { draftTrade } from './draft-trade.ts'
import { countriesOf, type EventFacts } from './event-facts.ts'
import { targetOfOutput } from './outage-target.ts'
import type { Question } from './question.ts'
import type { StoryContext, World } from './story-context.ts'
import type { OutageTarget } from './target.ts'
import { isOf, speaksOf, standing } from './topics.ts'

/** Types as which a permission is told, or its end. */
const telling: ReadonlySet<string> = new Set([
  'sanction_relief',
  'sanction',
  'supply_halt',
  'agreement',
  'transit',
])

/**
 * A licence, a waiver or an exemption that lets something flow. Where it is given or prolonged nothing changes, and the
 * question is what hangs on it; where it has ended, what flowed under it may stop.
 */
export function reliefQuestions(context: StoryContext): readonly Question[] {
  const { facts } = context
  // Who is exempt from a ban is told beside it: the ban is the question.
  const claims = standing(facts).filter((claim) => isOf(claim, 'waiver') && !isOf(claim, 'forbidding'))
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
  const own = hasLapsed ? shareOfCompany(facts, context) : null
  return own === null ? [] : [ended(own, 'licence-end-goes-on', context)]
}

/** What flows between two of the named countries, whoever of them gives the permission: of each family of carriers. */
function permitted({ facts, ...world }: StoryContext): readonly OutageTarget[] {
  const told = carriersTold(facts)
  const countries = countriesOf(facts)
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

/** What if it had not been given: each carrier by itself. */
function hangingOn(targets: readonly OutageTarget[], context: StoryContext): readonly Question[] {
  return targets.flatMap(({ carrier, carrying, subject, to }) => {
    const [pair = ''] = subject.slice('countries/'.length).split(`-${carrier}`)
    const [from = ''] = pair.split('-')
    const flows = [{ carrier, from, to: to?.[0] ?? '', links: carrying }]
    return (
      draftTrade({
        ...context,
        flows,
        whatIf:
          'What if: the permission had not come, or ends. No report says that it does; the reports speak of giving or prolonging it',
      }) ?? []
    )
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

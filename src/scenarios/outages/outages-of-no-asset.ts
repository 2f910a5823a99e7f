import type { Atlas } from '../../atlas/atlas.ts'
import { rateUnits } from '../../atlas/figures.ts'
import { bodiesOf } from '../bodies.ts'
import { familyOf } from '../carrier-families.ts'
import { carriersTold } from '../carriers-told.ts'
import { statesAmount, statesFall } from '../claimed/claimed-falls.ts'
import { claimedCapacity } from '../claimed/claimed-losses.ts'
import { isRate } from '../claimed/claimed-range.ts'
import { assetsOf, countriesOf, countriesTold, countryOfHeadline, type EventFacts } from '../event-facts.ts'
import { findDeliveries, whoseOutput } from '../find-deliveries.ts'
import { areNear } from '../near-in-time.ts'
import { flowOf } from '../network-parts.ts'
import { isOfPowerPlants } from '../power-plants.ts'
import type { Question } from '../question.ts'
import type { StoryContext } from '../story-context.ts'
import type { OutageTarget } from '../target.ts'
import { targetOfBorder } from '../targets/border-target.ts'
import { targetOfOutput, targetOfRefining } from '../targets/outage-target.ts'
import { ofSamePlants, targetOfPowerPlants } from '../targets/power-plant-target.ts'
import { wayTold } from '../targets/way-told.ts'
import { isOf, mayBeOutput } from '../topics.ts'
import { draftOutage } from './draft-outage.ts'
import { isReturnOfAll } from './end-of-outage.ts'
import { targetOfUnnamedLine } from './unnamed-line.ts'

/** Where no asset is named: what crosses the border of two countries, or what countries bring up. */
export function outagesOfNoAsset(context: StoryContext): readonly Question[] {
  const { facts, atlas, network } = context
  if (facts.event.type === 'repair_or_restart') return []
  const isCut = statesFall(facts) || (facts.event.type !== 'supply_change' && statesAmount(facts))
  const named = carriersTold(facts)
  const told = countriesTold(facts, atlas)
  const returns = context.story.filter((other) => isReturnOfAll(other, facts))
  if (isOfPowerPlants(facts)) {
    const [country, second] = countryOfPlants(context)
    const target =
      country === undefined || second !== undefined ? null : targetOfPowerPlants(country, context)
    if (target !== null)
      return [draftOutage({ ...context, related: [...returns, ...ofSamePlants(context)], target })]
    // What stands still is the plant, and none of the coal that it burns.
    if (!statesFall(facts)) return []
  }
  const line = targetOfUnnamedLine(context)
  if (line !== null) return [draftOutage({ ...context, related: returns, target: line })]
  const refining = isCut && isOfRefining(facts) ? targetOfRefining(told, { atlas, network }) : null
  if (refining !== null) return [draftOutage({ ...context, related: [], target: refining })]
  return named
    .filter((carrier, at) => named.findIndex((one) => familyOf(one) === familyOf(carrier)) === at)
    .flatMap((carrier) => {
      const world = { atlas, network }
      const isLost = isCut || facts.event.type === 'supply_halt'
      const border = isLost
        ? (targetOfBorder(told, carrier, world, wayTold(facts, facts.claims)) ??
          borderInStory(carrier, context))
        : null
      // Without a size nobody can say how much of a country's output is gone.
      const output = (codes: readonly string[], name?: string) =>
        isCut && mayBeOutput(facts, countriesOf(facts)) ? targetOfOutput(codes, carrier, world, name) : null
      const target =
        (border && partStated(border, context)) ??
        output(whoseOutput(facts, atlas, [])) ??
        output(countryMeant(facts, atlas)) ??
        bodiesOf(facts, atlas).flatMap(({ members, name }) => output(members, name) ?? [])[0] ??
        null
      return target === null ? [] : [draftOutage({ ...context, related: returns, target })]
    })
}

/** "60 % of the country's refining capacity is out": what is struck is its refining, not its crude. */
function isOfRefining({ claims }: EventFacts): boolean {
  return claims.some(
    (told) => isOf(told, 'refining') && told.quantities.some(({ unit }) => unit === '%' || isRate(unit)),
  )
}

/** "halting exports to Y", where another sentence names who sends them: the one country of the story with which Y trades. */
function borderInStory(
  carrier: OutageTarget['carrier'],
  { facts, story, atlas, network }: StoryContext,
): OutageTarget | null {
  const told = countriesOf(facts)
  if (told.length !== 1) return null
  const others = new Set(story.flatMap(countriesOf).filter((code) => !told.includes(code)))
  const borders = [...others].flatMap(
    (code) => targetOfBorder([...told, code], carrier, { atlas, network }) ?? [],
  )
  return borders.length === 1 ? (borders[0] ?? null) : null
}

/**
 * A border over which a country sends its own and what it carries for others: where the story states less than all
 * that crosses, that is what stops.
 */
function partStated(border: OutageTarget, { facts, story }: StoryContext): OutageTarget {
  const { carrier, carrying, name } = border
  const named = new Set(countriesOf(facts))
  const about = story.filter((other) => countriesOf(other).every((code) => named.has(code)))
  const claims = [facts, ...about.filter((other) => countriesOf(other).length > 0)].flatMap(
    (one) => one.claims,
  )
  const flow = flowOf(carrying)
  const stated = claimedCapacity(claims, { carrier, unit: rateUnits[carrier] })
  if (stated === null || !(flow > 0) || stated.value >= 0.95 * flow) return border
  return { ...border, within: { name: `all ${name}`, share: stated.value / flow, because: [stated.because] } }
}

/** The country in which plants stand: of the event, else of its headline, else the only one of its story. */
function countryOfPlants({ facts, story, atlas }: StoryContext): readonly string[] {
  const named = countriesOf(facts)
  if (named.length > 0) return named
  const meant = countryMeant(facts, atlas)
  return meant.length > 0 ? meant : [...new Set(story.flatMap(countriesOf))]
}

/** "The country's exports": whoever the headline names, where the event names nobody. */
function countryMeant(facts: EventFacts, atlas: Atlas): readonly string[] {
  if (countriesOf(facts).length > 0 || assetsOf(facts).length > 0) return []
  const told = countriesTold(facts, atlas)
  const named = told.length === 0 ? countryOfHeadline(facts) : null
  return told.length === 1 ? told : named === null ? [] : [named]
}

/** A halt, or a cut of a stated size, by a supplier that is named by its company, or over a third country. */
export function haltedDeliveries(context: StoryContext): readonly Question[] {
  const { facts, story } = context
  const isCut =
    facts.event.type === 'supply_halt' || (facts.event.type === 'supply_change' && statesFall(facts))
  const target = isCut ? findDeliveries(context) : null
  if (target === null) return []
  const related = story.filter(
    (other) =>
      (other.event.type === 'outage_or_attack' && areNear(facts.day, other.day)) ||
      isReturnOfAll(other, facts),
  )
  return [draftOutage({ ...context, target, related })]
}

import type { Atlas } from '../../atlas/atlas.ts'
import { rateUnits } from '../../atlas/figures.ts'
import type { Asset } from '../../atlas/tables.ts'
import { bodiesOf } from '../bodies.ts'
import { familyOf } from '../carrier-families.ts'
import { carriersTold } from '../carriers-told.ts'
import { fallInWords, statesAmount } from '../claimed/claimed-falls.ts'
import { claimedDurations, isProlongedTo } from '../claimed/claimed-lengths.ts'
import { claimedCapacity } from '../claimed/claimed-losses.ts'
import { isRate } from '../claimed/claimed-range.ts'
import { lostShare } from '../claimed/told-state.ts'
import {
  assetsOf,
  carriersOf,
  countriesOf,
  countriesTold,
  countryOfHeadline,
  type EventFacts,
} from '../event-facts.ts'
import { findDeliveries } from '../find-deliveries.ts'
import { partOfNamedBuyer } from '../named-buyer.ts'
import { areNear } from '../near-in-time.ts'
import { assetRow, flowOf } from '../network-parts.ts'
import type { Question } from '../question.ts'
import type { StoryContext } from '../story-context.ts'
import type { OutageTarget } from '../target.ts'
import { targetOfBorder } from '../targets/border-target.ts'
import { targetOfOutput, targetOfRefining, targetsOfAsset } from '../targets/outage-target.ts'
import { isLessPassage } from '../told-otherwise.ts'
import { isOf, mayBeOutput } from '../topics.ts'
import { draftOutage } from './draft-outage.ts'
import { haltedBehind, isOfStruckLine, isSizeOf, isStruckBefore } from './fed-by-station.ts'
import { LONGEST_RUN_DAYS, toldStretch } from './outage-days.ts'
import { sentAbroad } from './sent-abroad.ts'
import { struckAssets } from './struck-assets.ts'

/** A report that strikes more at once than this is a list; each has its own report. */
const MOST_ASSETS = 3

/** Work on something that runs, told with its days or its length: it takes capacity away for that time. */
export function isMaintenance(facts: EventFacts): boolean {
  if (facts.event.type !== 'repair_or_restart') return false
  if (toldStretch(facts) !== null) return true
  return (
    (claimedDurations(facts.claims).length > 0 || facts.claims.some(isProlongedTo)) &&
    facts.claims.some(({ claim }) => claim.cues.some((cue) => cue.startsWith('event:maintain:')))
  )
}

/**
 * The outages that an event tells: of the most specific asset that carries something, and of others of the same kind
 * ("two refineries"), which no line joins to it.
 */
export function outageQuestions(context: StoryContext): readonly Question[] {
  const { facts, atlas, network, start, story } = context
  const questions: Question[] = []
  for (const id of struckAssets(facts, atlas)) {
    const asset = assetRow(atlas, id)
    if (asset === null || (questions.length > 0 && !isAlike(questions, asset, atlas))) continue
    if (questions.length >= MOST_ASSETS) break
    // What the station feeds is asked of itself.
    if (haltedBehind(asset, context) !== null) continue
    const related = relatedTo(id, context)
    // A change of supply without an outage says how much flows; only one with a stated fall says what is left.
    const claims = [facts, ...related].flatMap((told) => told.claims)
    const hasOutage = claims.some(
      ({ claim }) => claim.event === 'outage_or_attack' || claim.event === 'supply_halt',
    )
    if (facts.event.type === 'supply_change' && !hasOutage && !statesFall(facts)) continue
    // What the reports say of its size may stand in an event of another kind.
    const told = [...claims, ...story.flatMap((other) => other.claims)]
    const abroad = sentAbroad(asset, context)
    const targets =
      abroad === null ? targetsOfAsset(asset, { facts, claims: told }, { atlas, network }) : [abroad]
    for (const whole of targets) {
      const target = partOfNamedBuyer(whole, context)
      // Of cargoes for one of many buyers nobody knows how many they are.
      if (target === null) return questions
      questions.push(draftOutage({ facts, atlas, network, start, story, related, target }))
    }
  }
  // An asset that the network lacks says nothing, unless its country and the size of the loss are told beside it.
  const isElsewhere = assetsOf(facts).length > 0
  const isSized = statesFall(facts) && countriesOf(facts).length > 0
  if (questions.length > 0 || (isElsewhere && facts.event.type !== 'supply_halt' && !isSized))
    return questions
  // "Gas to the country has stopped" after its line's station was struck: the station's question answers it.
  if (story.some((other) => isOfStruckLine(facts, other, context) || isSizeOf(facts, other, context)))
    return []
  const found = isElsewhere && !isSized ? [] : withoutAsset(context)
  return found.length > 0 ? found : deliveries(context)
}

/** A halt, or a cut of a stated size, by a supplier that is named by its company, or over a third country. */
function deliveries(context: StoryContext): readonly Question[] {
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

/** "The flow will start again in two days": of no asset, and of no other country or carrier than what stopped. */
function isReturnOfAll(other: EventFacts, facts: EventFacts): boolean {
  if (other.event.type !== 'repair_or_restart' || assetsOf(other).length > 0) return false
  const [countries, carriers] = [countriesOf(facts), carriersTold(facts)]
  return (
    mayEnd(facts, other) &&
    countriesOf(other).every((code) => countries.includes(code)) &&
    carriersTold(other).every((carrier) => carriers.includes(carrier))
  )
}

/** Whether one event may be the end of another: near it, or announced for a day within a run behind it. */
function mayEnd(facts: EventFacts, end: EventFacts): boolean {
  if (areNear(facts.day, end.day)) return true
  const isAhead = end.event.type === 'repair_or_restart' && end.event.modality === 'announced_or_planned'
  return isAhead && facts.day !== null && end.day !== null && end.day > facts.day
    ? areNear(facts.day, end.day, LONGEST_RUN_DAYS)
    : false
}

/** Where no asset is named: what crosses the border of two countries, or what countries bring up. */
function withoutAsset(context: StoryContext): readonly Question[] {
  const { facts, atlas, network } = context
  if (facts.event.type === 'repair_or_restart') return []
  const isCut = statesFall(facts) || (facts.event.type !== 'supply_change' && statesAmount(facts))
  const named = carriersTold(facts)
  const told = countriesTold(facts, atlas)
  const returns = context.story.filter((other) => isReturnOfAll(other, facts))
  const refining = isCut && isOfRefining(facts) ? targetOfRefining(told, { atlas, network }) : null
  if (refining !== null) return [draftOutage({ ...context, related: [], target: refining })]
  return named
    .filter((carrier, at) => named.findIndex((one) => familyOf(one) === familyOf(carrier)) === at)
    .flatMap((carrier) => {
      const world = { atlas, network }
      const isLost = isCut || facts.event.type === 'supply_halt'
      const border = isLost ? (targetOfBorder(told, carrier, world) ?? borderInStory(carrier, context)) : null
      // Without a size nobody can say how much of a country's output is gone.
      const output = (codes: readonly string[], name?: string) =>
        isCut && mayBeOutput(facts, countriesOf(facts)) ? targetOfOutput(codes, carrier, world, name) : null
      const target =
        (border && partStated(border, context)) ??
        output(countriesOf(facts)) ??
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

/** "The country's exports": whoever the headline names, where the event names nobody. */
function countryMeant(facts: EventFacts, atlas: Atlas): readonly string[] {
  if (countriesOf(facts).length > 0 || assetsOf(facts).length > 0) return []
  const told = countriesTold(facts, atlas)
  const named = told.length === 0 ? countryOfHeadline(facts) : null
  return told.length === 1 ? told : named === null ? [] : [named]
}

/** Of one kind with what was found first, and neither a part of it nor what it is a part of. */
function isAlike(questions: readonly Question[], asset: Asset, atlas: Atlas): boolean {
  const family = new Set([asset.id, ...atlas.ancestors(asset.id).map(({ id }) => id)])
  return questions.every(({ subject }) => {
    const id = subject.replace('assets/', '')
    const isJoined = family.has(id) || atlas.ancestors(id).some((above) => above.id === asset.id)
    return !isJoined && assetRow(atlas, id)?.kind === asset.kind
  })
}

function relatedTo(asset: string, context: StoryContext): EventFacts[] {
  const { facts, atlas, story } = context
  const line = new Set([asset, ...atlas.ancestors(asset).map((above) => above.id)])
  const operators = new Set([...line].flatMap((id) => assetRow(atlas, id)?.operator ?? []))
  return story
    .filter(
      (other) =>
        ['supply_change', 'supply_halt', 'repair_or_restart', 'outage_or_attack'].includes(
          other.event.type,
        ) ||
        isLessPassage(other, atlas) ||
        other.claims.some((told) => lostShare(told) !== null),
    )
    .filter((other) => mayEnd(facts, other))
    .filter(
      (other) =>
        isOnLine(other, line, operators) ||
        isOfSoleAsset(other, line, { facts, story }) ||
        isStruckBefore(asset, other, context) ||
        isSizeOf(other, facts, context) ||
        isOfStruckLine(other, facts, context),
    )
}

/** "The company expects to resume in three days": about the one thing that the story says is struck. */
function isOfSoleAsset(
  other: EventFacts,
  line: ReadonlySet<string>,
  { facts, story }: Pick<StoryContext, 'facts' | 'story'>,
): boolean {
  const isOfNobody = countriesOf(other).length === 0 && carriersOf(other).length === 0
  const isBare =
    other.event.type === 'repair_or_restart' || (other.event.type === 'supply_halt' && isOfNobody)
  if (!isBare || assetsOf(other).length > 0) return false
  const lost = [facts, ...story].filter(({ event }) => interrupting.has(event.type))
  return lost.every((one) => assetsOf(one).every((id) => line.has(id)))
}

const interrupting: ReadonlySet<string> = new Set(['outage_or_attack', 'supply_halt'])

/** A fall in percent, or an amount under a cue of falling. */
function statesFall(facts: EventFacts): boolean {
  return facts.claims.some((told) => {
    const { claim, quantities } = told
    if (fallInWords(told) !== null) return true
    const falls = claim.cues.some((cue) => cue.startsWith('event:fall:'))
    return quantities.some(
      ({ unit, value }) =>
        (unit === '%' && (Array.isArray(value) ? value[0] : value) < 0) ||
        (falls && (unit === '%' || isRate(unit))),
    )
  })
}

function isOnLine(facts: EventFacts, line: ReadonlySet<string>, operators: ReadonlySet<string>): boolean {
  return (
    assetsOf(facts).some((id) => line.has(id)) || [...operators].some((id) => facts.refs.has(`actors/${id}`))
  )
}

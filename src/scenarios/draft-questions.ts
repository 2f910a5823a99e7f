import type { Atlas } from '../atlas/atlas.ts'
import type { EventType } from '../claims/claim.ts'
import { addDays, type CalendarDate, parseCalendarDate } from '../core/time.ts'
import { exportBan } from './bans/find-export-ban.ts'
import { importBan } from './bans/find-import-ban.ts'
import { statesAmount } from './claimed/claimed-falls.ts'
import { whyNoContract } from './contracts/contract-terms.ts'
import { contractQuestion } from './contracts/draft-contract.ts'
import { draftHalt, findHaltTarget } from './draft-halt.ts'
import { draftTrade, findTrade } from './draft-trade.ts'
import {
  carriersOf,
  countriesOf,
  countriesThrough,
  countriesTold,
  type EventFacts,
  homesOfCompanies,
} from './event-facts.ts'
import { changeQuestions, isOfUseOrStocks } from './find-changes.ts'
import { levelQuestion, whyNoLevel } from './find-levels.ts'
import { isSame, merge, withoutAskedTwice } from './merge-questions.ts'
import { whyNoBuyer } from './named-buyer.ts'
import { isMaintenance, outageQuestions } from './outages/find-outages.ts'
import { enlargementQuestions } from './projects/find-enlargement.ts'
import { projectQuestions } from './projects/find-projects.ts'
import { isBuilding, namesUnbuilt } from './projects/project-lines.ts'
import { hasBegun } from './projects/project-timing.ts'
import type { NotComputed, ObservedMove, Question } from './question.ts'
import { draftIncrease, findRoute } from './rises/draft-increase.ts'
import { onwardQuestion } from './rises/find-onward.ts'
import { restartQuestion, returnQuestion } from './rises/find-returns.ts'
import { isOnHold, pausedRise } from './rises/paused-rise.ts'
import { draftSanction, findRefusal } from './sanctions/draft-sanction.ts'
import { dutyQuestions } from './sanctions/find-duty.ts'
import { reliefQuestions } from './sanctions/find-relief.ts'
import { seaRefusals } from './sanctions/find-sea-refusal.ts'
import { isKnownSanction } from './sanctions/known-sanction.ts'
import { isLessPassage, isNotOfOwners, isOfDenial, isOfRestart, isRise } from './told-otherwise.ts'
import { directionOf, isOf, isOnlyThought, isPutFarOff, LOSING, speaksOf, standing } from './topics.ts'
import { withoutIdleWhatIfs } from './what-ifs.ts'
import { whyNoLoss } from './why-no-loss.ts'
import { whyNotComputed } from './why-not-computed.ts'

export interface DraftInput {
  readonly facts: readonly EventFacts[]
  readonly atlas: Atlas
  /** Day for events that nothing dates. */
  readonly fallbackDay: CalendarDate
  /** Overrides the day of the network for all (`--as-of`). */
  readonly asOf: CalendarDate | null
}

export interface Drafted {
  readonly questions: readonly Question[]
  readonly notComputed: readonly NotComputed[]
}

/** The computable questions that events raise, each once, and the events that raise none with the reason. */
export function draftQuestions(input: DraftInput): Drafted {
  const questions: Question[] = []
  const used = new Set<string>()
  for (const facts of input.facts) {
    for (const question of questionsOf(facts, input)) {
      const at = questions.findIndex((known) => isSame(known, question, input.atlas))
      const known = questions[at]
      if (known === undefined) questions.push(question)
      else questions[at] = merge(known, question, input.atlas)
      if (question.observedMove) used.add(eventOfMove(question.observedMove, input.facts))
    }
  }
  const told = withoutAskedTwice(withoutIdleWhatIfs(questions))
  for (const { events } of told) for (const event of events) used.add(event)
  const notComputed = input.facts
    .filter((facts) => !used.has(facts.event.id))
    .map((facts) => ({
      story: facts.story,
      event: facts.event.id,
      what: facts.event.title,
      because: whyNoLoss(facts, storyOf(facts, input)) ?? whyNone(facts, input),
    }))
  return { questions: told, notComputed }
}

/** Why an event has no question, on the network of its day. */
function whyNone(facts: EventFacts, input: DraftInput): string {
  const { atlas } = input
  const start = startOf(facts.day, input)
  const network = atlas.networkAt(input.asOf ?? start)
  return (
    whyNoBuyer(facts, { atlas, network }) ??
    whyNoLevel({ facts, atlas, network, start, story: storyOf(facts, input) }) ??
    whyNoContract({ facts, atlas, network, start, story: storyOf(facts, input) }) ??
    whyNotComputed(facts, atlas, network)
  )
}

const returning: ReadonlySet<EventType> = new Set([
  'negotiation',
  'repair_or_restart',
  'supply_start',
  'agreement',
  'policy_opposition',
  'sanction_relief',
])
const routing: ReadonlySet<EventType> = new Set(['supply_change', 'transit', 'agreement', 'negotiation'])
const supplying: ReadonlySet<EventType> = new Set([
  'supply_halt',
  'negotiation',
  'agreement',
  'statement',
  'supply_change',
])

/** Types that may tell of more output. */
const rising: ReadonlySet<EventType> = new Set(['supply_change', 'supply_start', 'agreement', 'other'])

/** Types that impose, threaten or weigh a refusal to buy. */
const sanctioning: ReadonlySet<EventType> = new Set(['sanction'])

/** Types as which a price cap, or ports that let nobody in, are told too. */
const refusing: ReadonlySet<EventType> = new Set(['price_move', 'policy_opposition', 'supply_change'])

/** Types of talks, where what sanctions do may be what is talked about. */
const meeting: ReadonlySet<EventType> = new Set(['negotiation', 'visit_or_meeting'])

/** Types that may tell of a country that keeps its own energy at home. */
const banning: ReadonlySet<EventType> = new Set(['sanction', 'supply_halt'])

/** Types that speak of something new, while it is still to come. */
const projects: ReadonlySet<EventType> = new Set(['construction', 'discovery_or_drilling', 'supply_start'])
const planned: ReadonlySet<string> = new Set(['announced_or_planned', 'possible', 'ongoing'])

/** Types as which something new is agreed, decided or put off. */
const building: ReadonlySet<EventType> = new Set([
  'agreement',
  'negotiation',
  'investment_or_loan',
  'construction',
])

/** Types that speak of what two countries send each other, without saying that it changes. */
const trading: ReadonlySet<EventType> = new Set(['agreement', 'negotiation', 'supply_change'])

/** Days after the network's within which what is told to come begins on its own day. */
const MOST_AHEAD = 366

/** The day from which an event is computed: its own, or that of the network asked for where it has come by then. */
function startOf(day: CalendarDate | null, { asOf, fallbackDay }: DraftInput): CalendarDate {
  if (asOf === null) return day ?? fallbackDay
  return day !== null && day > asOf && day <= addDays(asOf, MOST_AHEAD) ? day : asOf
}

function questionsOf(facts: EventFacts, input: DraftInput): readonly Question[] {
  const { atlas } = input
  const { event } = facts
  const start = startOf(firstDayOf(facts), input)
  // What is lost worked on the day before: on the day itself the atlas may have it gone already.
  const isLoss = LOSING.has(event.type) || isLessPassage(facts, atlas)
  const isBefore = isLoss || event.type === 'sanction_relief'
  const network = atlas.networkAt(input.asOf ?? (isBefore ? addDays(start, -1) : start))
  const story = storyOf(facts, input)
  const common = { facts, atlas, network, start }
  const found: (Question | null)[] = []
  const isUnasked = (): boolean => !found.some((question) => question !== null)
  const isDenied = event.modality === 'denied' || isOfDenial(facts)
  const isThought = isOnlyThought(facts)
  // A rise of demand is no loss of supply, and a fall of it frees supply.
  if (!isDenied && isOfUseOrStocks(facts, atlas)) return changeQuestions({ ...common, story })
  // What is to be able to carry more is built first.
  if (!isDenied) {
    const enlarged = enlargementQuestions({ ...common, story })
    if (enlarged.length > 0) return enlarged
  }
  // What does not rise goes on as it is.
  if (!isDenied && isOnHold(facts)) return [pausedRise({ ...common, story })].flatMap((one) => one ?? [])
  if (!isDenied && !isThought) {
    const allowed = reliefQuestions({ ...common, story })
    if (allowed.length > 0) return allowed
    const dear = dutyQuestions({ ...common, story })
    if (dear.length > 0) return dear
  }
  const isNoLoss = whyNoLoss(facts, story) !== null
  if (!isDenied && !isThought && !isNoLoss && !isPutFarOff(facts) && (isLoss || isMaintenance(facts))) {
    found.push(...outageQuestions({ ...common, story }))
  }
  if (!isDenied && !isThought && isUnasked()) found.push(levelQuestion({ ...common, story }))
  // A market that moves on words about a line that carries nothing weighs its return.
  if (!isDenied && event.type === 'price_move') found.push(returnQuestion({ ...common, story }))
  if (!isDenied && returning.has(event.type) && isUnasked())
    found.push(returnQuestion({ ...common, story }) ?? restartQuestion({ ...common, story }))
  if (!isDenied && routing.has(event.type) && event.modality !== 'happened') {
    const among = { atlas, network, carriers: carriersOf(facts), through: countriesThrough(facts, atlas) }
    const told = countriesTold(facts, atlas)
    // "Gazprom will send more": the company stands for where its gas comes from.
    const route =
      findRoute(among, countriesOf(facts)) ??
      findRoute(among, told) ??
      findRoute(among, [...new Set([...homesOfCompanies(facts, atlas), ...countriesOf(facts)])])
    if (route !== null && isAboutMore(facts)) {
      const related = story.filter((other) => countriesOf(other).length >= 3).flatMap((other) => other.claims)
      found.push(draftIncrease({ facts, related, network, route, start }))
    }
  }
  if (supplying.has(event.type) && carriersOf(facts).includes('gas') && !isRise(facts)) {
    const target = findHaltTarget(facts, atlas, network)
    if (target !== null) found.push(draftHalt({ ...common, target }))
  }
  // What a country no longer lets out is a halt, whether it is told as one or as a ban.
  const bans = !isDenied && !isThought && banning.has(event.type) && isUnasked()
  if (bans) found.push(...exportBan({ ...common, story: withExemptions(facts, story, input) }))
  const ends = !isDenied && !isThought && (banning.has(event.type) || event.type === 'agreement')
  if (ends && isUnasked()) {
    const beside = { ...common, story: withExemptions(facts, story, input) }
    const overland = importBan(beside, input.asOf)
    found.push(...overland, ...seaRefusals(beside, { asOf: input.asOf, isBeside: overland.length > 0 }))
  }
  if (!isDenied && !isThought && isUnasked() && refusing.has(event.type))
    found.push(...seaRefusals({ ...common, story }, { asOf: input.asOf, isBeside: false }))
  // Who is on a list already is told beside other news.
  const isNew =
    (sanctioning.has(event.type) && !isKnownSanction(facts) && !facts.claims.some(isNotOfOwners)) ||
    // "They discussed what the sanctions do to the companies": what would they do?
    (meeting.has(event.type) && facts.claims.some((claim) => speaksOf(claim, 'sanction')))
  if (!isDenied && isNew && isUnasked()) {
    const refusal = findRefusal(facts, story, { atlas, network })
    if (refusal !== null) found.push(draftSanction({ facts, atlas, network, refusal, start }))
  }
  // What may be cut or struck is asked as what that would do, where nothing says more.
  const mayBeLost = !isDenied && isThought && !isNoLoss && isLoss && standing(facts).length > 0
  if (mayBeLost && isUnasked()) found.push(...outageQuestions({ ...common, story }))
  if (!isDenied && rising.has(event.type) && isUnasked()) found.push(...changeQuestions({ ...common, story }))
  if (!isDenied && !isThought && isUnasked()) found.push(contractQuestion({ ...common, story }))
  const raised = found.filter((question) => question !== null)
  // "A terminal of 5 bcm is to start up": what it can carry is told, and that it is new.
  const tellsStart = event.type === 'other' && standing(facts).some((claim) => speaksOf(claim, 'start'))
  const isPlan = (projects.has(event.type) || tellsStart) && planned.has(event.modality)
  const isPutOff =
    isLoss && facts.claims.some((claim) => isOf(claim, 'late')) && namesUnbuilt(facts, atlas, network)
  const isToBeBuilt = !isDenied && ((building.has(event.type) && isBuilding(facts)) || isPutOff)
  const isNewlyAtWork = !isDenied && hasBegun(facts)
  if (raised.length === 0 && (isPlan || isToBeBuilt || isNewlyAtWork) && !isOfRestart(facts, story))
    raised.push(...projectQuestions({ ...common, story }, input.fallbackDay))
  if (!isDenied && routing.has(event.type)) raised.push(...onwardQuestion({ ...common, story }))
  if (raised.some(({ kind }) => kind !== 'increase') || isDenied || isThought || !trading.has(event.type))
    return raised
  // What is to grow or fall by so much is asked as that, not as what if all of it stopped.
  if (standing(facts).some((claim) => directionOf(claim) !== null && statesAmount(facts))) return raised
  // Less of it after something broke is asked of what broke.
  const isOfOutage = standing(facts).some((claim) => directionOf(claim) === 'down') && story.some(isOutage)
  if (event.type === 'supply_change' && isOfOutage) return raised
  const named = { countries: countriesOf(facts), carriers: carriersOf(facts) }
  if (named.countries.length !== 2) return raised
  const trades = findTrade(atlas, network, named).flatMap((flows) => draftTrade({ ...common, flows }) ?? [])
  return [...raised, ...trades]
}

/** Of work that is prolonged the day that is told is its new end: it goes on from the day of the report. */
function firstDayOf({ day, claims }: EventFacts): CalendarDate | null {
  const told = claims.flatMap(({ reading }) => parseCalendarDate(reading.published ?? '') ?? []).sort()[0]
  const isEnd = told !== undefined && day !== null && day > told
  return isEnd && claims.some((claim) => isOf(claim, 'prolonged')) ? told : day
}

/** The other events of an event's story. */
function storyOf(facts: EventFacts, input: DraftInput): readonly EventFacts[] {
  return input.facts.filter((other) => other.story === facts.story && other.event.id !== facts.event.id)
}

/** A story with what the same reports tell of exemptions: "Hungary is exempt" names nothing else of the ban. */
function withExemptions(
  facts: EventFacts,
  story: readonly EventFacts[],
  { facts: all }: DraftInput,
): readonly EventFacts[] {
  const reports = new Set(facts.claims.map(({ reading }) => reading.id))
  const beside = all.filter(
    (other) =>
      other.event.type === 'sanction_relief' &&
      !story.includes(other) &&
      other.claims.some(({ reading }) => reports.has(reading.id)),
  )
  return [...story, ...beside]
}

function isOutage({ event }: EventFacts): boolean {
  return event.type === 'outage_or_attack'
}

/** A plan is about more where it is planned or possible and not a cut. */
function isAboutMore(facts: EventFacts): boolean {
  return facts.event.type === 'supply_change' || facts.event.type === 'transit'
}

function eventOfMove(move: ObservedMove, facts: readonly EventFacts[]): string {
  return facts.find(({ claims }) => claims.some((claim) => claim.because === move.because))?.event.id ?? ''
}

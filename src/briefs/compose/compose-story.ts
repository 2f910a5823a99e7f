import type { Event, Story } from '../../events/event.ts'
import type { NotComputed, Question } from '../../scenarios/question.ts'
import type { BriefClaim, BriefStory, Effect } from '../brief.ts'
import { type Answered, mainRun, type ScenarioRun } from './answered.ts'
import { answerOf, unanswered } from './answers.ts'
import { chartOf } from './charts.ts'
import { figuresWithin } from './claim-figures.ts'
import { effectsOfRun } from './effects.ts'
import { exposureEffects } from './exposure-effects.ts'
import { ownerEffects, priceEffects, stockEffects } from './further-effects.ts'
import { lastingEffects } from './lasting-effects.ts'
import { mapOf } from './map-of.ts'
import { meanOver, stretchesOf } from './over-time.ts'
import { toldSentence, toldTitle } from './story-title.ts'

export interface StoryPlace {
  readonly id: string
  readonly events: readonly string[]
  readonly notComputed: readonly NotComputed[]
  /** Claims of the story's events. */
  readonly claims: readonly BriefClaim[]
}

/** A story with its computed answer: the main scenario in full, the other scenarios by the flow that they are about. */
export function composeStory(answered: Answered, place: StoryPlace): BriefStory {
  const { question } = answered
  const main = mainRun(answered)
  const drawn = main === null ? null : mapOf(answered, main)
  return {
    id: place.id,
    title: question.title,
    answer: answerOf(answered),
    events: [...place.events],
    network_date: question.networkDate,
    scenarios: answered.runs.map(({ scenario }) => ({
      id: scenario.id,
      title: scenario.title,
      shocks: scenario.shocks,
      assumptions: scenario.assumptions,
    })),
    effects: main === null ? [] : allEffects(answered, main),
    not_computed: place.notComputed.map(({ what, because }) => ({ what, because })),
    moved: main === null ? [] : [...main.moved],
    reasons:
      main === null
        ? []
        : main.reasons.map(({ sentence, constraint }) => ({
            sentence,
            because: [`constraint:${constraint}`],
          })),
    plausibility: [...(main === null ? [] : plausibilityOf(answered, main)), ...figuresWithin(place.claims)],
    map: drawn === null ? [] : [...drawn.flows],
    ...(drawn === null ? {} : { map_case: drawn.shown, map_period: drawn.period }),
    charts: main === null ? [] : [chartOf(answered, main)],
  }
}

/** A story in which nothing is computed: its events stand with the reason. */
export function storyWithoutNumbers(
  story: Story,
  told: { readonly events: readonly Event[]; readonly claims: readonly BriefClaim[] },
  notComputed: readonly NotComputed[],
): BriefStory {
  const reports = new Set(told.claims.map((claim) => claim.report)).size
  return {
    id: story.id,
    title: toldTitle(told.events, told.claims),
    answer: unanswered(toldSentence(told.events, reports)),
    events: [...story.events],
    network_date: null,
    scenarios: [],
    effects: [],
    not_computed: notComputed.map(({ what, because }) => ({ what, because })),
    moved: [],
    reasons: [],
    plausibility: [...figuresWithin(told.claims)],
    map: [],
    charts: [],
  }
}

/** What the question asks first: its own flow and what is not served, then prices and stocks, the other scenarios, the rest. */
function allEffects(answered: Answered, main: ScenarioRun): Effect[] {
  const all = effectsOfRun(answered, main)
  const asked = (effect: Effect): boolean =>
    ['flow', 'unserved demand', 'emergency supply'].includes(effect.measure)
  const single = all.filter((effect) => asked(effect) && isChanged(effect))
  return [
    ...(single.length === 0 ? all.filter(asked).slice(0, 1) : single),
    ...priceEffects(answered),
    ...lastingEffects(answered, main),
    ...stockEffects(answered, main),
    ...answered.runs.filter((run) => run !== main).flatMap((run) => shortEffects(answered, run)),
    ...all.filter((effect) => !asked(effect)),
    ...ownerEffects(answered, main),
    ...exposureEffects(answered, main),
  ]
}

function isChanged({ base, low, central, high }: Effect): boolean {
  return [low, central, high].some(
    (value) => Math.abs(value - (base ?? 0)) > 0.005 * Math.max(Math.abs(base ?? 0), Math.abs(value)),
  )
}

/** What is shown of the scenarios beside the main one, by the kind of question. */
const shownOf: Readonly<Record<Question['kind'], readonly string[]>> = {
  outage: ['flow'],
  return: ['flow'],
  increase: ['flow'],
  halt: ['unserved demand', 'emergency supply'],
  project: ['flow'],
  sanction: ['flow'],
  trade: ['unserved demand', 'production', 're-routed flow'],
  rise: ['flow'],
  demand: ['unserved demand'],
  stocks: ['unserved demand'],
  restart: ['flow'],
}

/** For a scenario beside the main one: the subject's flow and what is not served. */
function shortEffects(answered: Answered, run: ScenarioRun): readonly Effect[] {
  const kept = shownOf[answered.question.kind]
  const last = stretchesOf(run.base.periods).at(-1)?.label ?? ''
  const all = effectsOfRun(answered, run).filter(
    (effect) => kept.includes(effect.measure) && effect.period.endsWith(last),
  )
  const changed = all.filter(isChanged)
  return changed.length === 0 ? all.slice(0, 1) : changed
}

/** Model beside observed figure for the subject's links and the largest flows around them, base case. */
function plausibilityOf(answered: Answered, run: ScenarioRun): BriefStory['plausibility'] {
  const { network, question } = answered
  const whole = stretchesOf(run.base.periods).at(-1)
  if (whole === undefined) return []
  const ends = new Set(
    network.links.filter((link) => question.links.includes(link.id)).flatMap((link) => [link.from, link.to]),
  )
  return network.links
    .filter((link) => link.flow !== null && (ends.has(link.from) || ends.has(link.to)))
    .map((link) => ({
      what: `Flow on ${link.name}`,
      observed: link.flow?.value ?? 0,
      modelled: meanOver(run.base.flow.get(link.id), run.base.periods, whole),
      unit: network.units[link.carrier],
      because: link.flow === null ? [] : [link.flow.because],
    }))
    .sort((a, b) => b.observed - a.observed)
    .slice(0, 8)
}

import type { Event, Story } from '../../events/event.ts'
import type { NotComputed, Question } from '../../scenarios/question.ts'
import type { BriefClaim, BriefStory, Effect } from '../brief.ts'
import { formatNumber } from '../number-format.ts'
import { type Answered, mainRun, type ScenarioRun } from './answered.ts'
import { answerOf, percentRange, unanswered } from './answers.ts'
import { chartOf } from './charts.ts'
import { figuresWithin } from './claim-figures.ts'
import { effectsOfRun } from './effects.ts'
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
    ...stockEffects(answered, main),
    ...answered.runs.filter((run) => run !== main).flatMap((run) => shortEffects(answered, run)),
    ...all.filter((effect) => !asked(effect)),
    ...ownerEffects(answered, main),
  ]
}

function isChanged({ base, low, central, high }: Effect): boolean {
  return [low, central, high].some(
    (value) => Math.abs(value - (base ?? 0)) > 0.005 * Math.max(Math.abs(base ?? 0), Math.abs(value)),
  )
}

/** What a price effect names: a market is wider than the zone where the line ends. */
export function marketFedRef(question: Question): string {
  return `markets/fed-by-${question.subject.slice(question.subject.indexOf('/') + 1)}`
}

/** Price changes by scenario, and what an observed move would mean. */
function priceEffects(answered: Answered): readonly Effect[] {
  const { question, runs, implied } = answered
  const common = {
    zone: marketFedRef(question),
    carrier: question.carrier,
    period: `${question.days} days`,
    status: 'computed' as const,
  }
  const prices = runs.flatMap((run): Effect[] => {
    const price = run.priceChange
    if (price === null || (price.low === 0 && price.high === 0)) return []
    const { low, central, high } = price
    const sentence = `The price in ${price.zone} changes by ${percentRange(low, high)}.`
    return [
      {
        ...common,
        measure: 'price change',
        base: 0,
        low,
        central,
        high,
        unit: '%',
        because: [...price.because],
        sentence,
        scenario: run.scenario.id,
      },
    ]
  })
  if (implied === null || !implied.identified) return prices
  const full = runs.find((run) => run.scenario.id.endsWith('full-lifted'))
  const [low, high] = [100 * implied.low, 100 * implied.high]
  return [
    ...prices,
    {
      ...common,
      measure: 'implied change of probability',
      base: 0,
      low,
      central: (low + high) / 2,
      high,
      unit: 'percentage points',
      because: [...implied.because],
      sentence: implied.sentence,
      ...(full === undefined ? {} : { scenario: full.scenario.id }),
    },
  ]
}

/** For a scenario beside the main one: the subject's flow and what is not served. */
function shortEffects(answered: Answered, run: ScenarioRun): readonly Effect[] {
  const kept = answered.question.kind === 'halt' ? ['unserved demand', 'emergency supply'] : ['flow']
  const last = stretchesOf(run.base.periods).at(-1)?.label ?? ''
  const all = effectsOfRun(answered, run).filter(
    (effect) => kept.includes(effect.measure) && effect.period.endsWith(last),
  )
  const changed = all.filter(isChanged)
  return changed.length === 0 ? all.slice(0, 1) : changed
}

/** How long the tanks at either end of the line last against its flow: days until loading or pumping must stop. */
function stockEffects(answered: Answered, run: ScenarioRun): readonly Effect[] {
  const { question, network } = answered
  if (question.kind !== 'outage') return []
  const links = network.links.filter((link) => question.links.includes(link.id))
  const buses = new Set(links.flatMap((link) => [link.from, link.to]))
  const first = stretchesOf(run.base.periods)[0]
  return network.stores
    .filter((store) => buses.has(store.bus) && store.kind === 'tank')
    .flatMap((store): Effect[] => {
      const through = Math.max(
        ...links.map((link) =>
          first === undefined ? 0 : meanOver(run.base.flow.get(link.id), run.base.periods, first),
        ),
      )
      if (!(through > 0)) return []
      const free = Math.max(0, store.volume.value - store.level.value) / through
      const whole = store.volume.value / through
      return [
        {
          measure: 'tank days',
          zone: `stores/${store.id}`,
          carrier: question.carrier,
          period: 'at the shock',
          base: null,
          low: Math.min(free, whole),
          central: free,
          high: whole,
          unit: 'day',
          status: 'computed',
          because: [store.volume.because, store.level.because],
          sentence: `${store.name} hold ${formatNumber(whole, 2)} days of the base flow; from the level assumed they fill in ${formatNumber(free, 2)} days if loading stops.`,
        },
      ]
    })
}

/** What each owner's share of the line carries before and after; shares of ownership, not of contracts. */
function ownerEffects(answered: Answered, run: ScenarioRun): readonly Effect[] {
  const { question, network, atlas } = answered
  const link = network.links.find((candidate) => candidate.id === question.links[0])
  const line = question.subject.startsWith('assets/') ? question.subject.slice(7) : null
  if (question.kind !== 'outage' || link === undefined || line === null) return []
  const owned = [line, ...atlas.ancestors(line).map((asset) => asset.id)].find(
    (id) => atlas.owners(id, question.networkDate).length > 0,
  )
  const stretch = stretchesOf(run.base.periods)[0]
  if (owned === undefined || stretch === undefined) return []
  const flow = (result: ScenarioRun['base']): number =>
    meanOver(result.flow.get(link.id), result.periods, stretch)
  return atlas
    .owners(owned, question.networkDate)
    .slice(0, 6)
    .map((owner): Effect => {
      const share = owner.share_pct / 100
      const values = [run.low, run.central, run.high].map((result) => share * flow(result))
      return {
        measure: 'flow by share of ownership',
        zone: `actors/${owner.actor}`,
        carrier: question.carrier,
        period: stretch.label,
        base: share * flow(run.base),
        low: Math.min(...values),
        central: values[1] ?? 0,
        high: Math.max(...values),
        unit: network.units[question.carrier],
        status: 'computed',
        scenario: run.scenario.id,
        because: [`constraint:link-capacity:${link.id}`, ...(link.flow === null ? [] : [link.flow.because])],
        sentence: `${owner.name} owns ${owner.share_pct} % of the line, by which this is counted; who ships how much by contract is not known.`,
      }
    })
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

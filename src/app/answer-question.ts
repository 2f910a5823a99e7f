import type { Highs } from 'highs'
import type { Atlas } from '../atlas/atlas.ts'
import type { Network } from '../atlas/network.ts'
import type { Answered, ScenarioRun } from '../briefs/compose/answered.ts'
import { isLasting } from '../briefs/compose/is-lasting.ts'
import { CorridorError } from '../core/errors.ts'
import { calendarDate } from '../core/time.ts'
import { assumptionOf, rangeOf } from '../scenarios/assumptions.ts'
import { carrierFamilies } from '../scenarios/carrier-families.ts'
import { type Case, concreteShocks, isDefinite } from '../scenarios/concrete.ts'
import { mixtureBelow } from '../scenarios/mixture.ts'
import type { Question } from '../scenarios/question.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { lastingOf } from '../solve/answers/lasting.ts'
import type { BaseMemory } from '../solve/base/base-memory.ts'
import { defaultPickUp, type PickUp, type PickUpOf } from '../solve/network/pick-up.ts'
import { scopeNetwork } from '../solve/network/scope-network.ts'
import { withCarriers } from '../solve/network/with-carriers.ts'
import type { SolveResult } from '../solve/result.ts'
import { createSession, type Session } from '../solve/session.ts'
import { explainRun } from './explain-run.ts'
import { measureExposure } from './measure-exposure.ts'
import { measureTargetsOf } from './measure-targets.ts'
import { impliedChange, priceChange } from './prices/price-answers.ts'
import { breathe, type Watched } from './progress.ts'
import { withAdded } from './with-added.ts'

export interface AnswerContext {
  readonly atlas: Atlas
  readonly highs: Highs
  readonly progress: Watched
  /** Bases found for questions before this one. */
  readonly baseMemory: BaseMemory
}

/** Solves every scenario of a question at the three ends of its ranges, in one session. */
export async function answerQuestion(question: Question, context: AnswerContext): Promise<Answered> {
  const { atlas, progress } = context
  const whole = withAdded(atlas.networkAt(question.networkDate), question.added)
  const network = scopeQuestion(question, whole)
  const start = calendarDate(question.scenarios[0]?.start ?? question.networkDate)
  const session = createSession(context.highs, network, {
    grid: isLasting(question) ? 'months' : 'brief',
    start,
    days: question.days,
    pickUp: pickUpFor(question, atlas),
    measureTargets: measureTargetsOf(atlas),
    imposable: question.scenarios.flatMap(({ shocks }) =>
      shocks.filter(({ field }) => field === 'measure').map(({ asset }) => asset.replace('measures/', '')),
    ),
    baseMemory: context.baseMemory,
    shouldStop: () => progress.signal.aborted,
  })
  try {
    const base = session.base()
    const runs: ScenarioRun[] = []
    for (const [index, scenario] of question.scenarios.entries()) {
      await breathe(progress)
      progress.say(`solving ${index + 1} of ${question.scenarios.length}: ${scenario.title}`)
      runs.push(solveScenario({ scenario, session, base, question, context, world: whole }))
    }
    const belief = question.beliefs.length > 0 ? fallProbability(question, network, base) : null
    const answered: Answered = { question, network, runs, implied: null, fallProbability: belief, atlas }
    return { ...answered, implied: impliedChange(answered) }
  } finally {
    session.dispose()
  }
}

/**
 * The part of the network that a question is solved on: its carriers' families, as far as links join what it touches.
 * Across families plants keep to their base: gas burnt for power stays demand, though a shortage may turn it off.
 */
function scopeQuestion(question: Question, whole: Network): Network {
  const touched = touchedBuses(question, whole)
  const carriers = new Set(
    whole.buses
      .filter((bus) => touched.includes(bus.id) || mainProducts(question, whole).includes(bus.id))
      .map((bus) => bus.carrier),
  )
  const wanted = new Set(
    carrierFamilies.filter((family) => family.some((carrier) => carriers.has(carrier))).flat(),
  )
  return scopeNetwork(withCarriers(whole, wanted), [...touched, ...mainProducts(question, whole)])
}

/** Buses of the main products that cannot be had without a by-product whose source or way out is the question. */
function mainProducts(question: Question, network: Network): readonly string[] {
  const struck = new Set(question.scenarios.flatMap(({ shocks }) => shocks.map(({ asset }) => asset)))
  const joint = (network.jointProducts ?? []).filter(
    ({ by, outlets }) => struck.has(`supplies/${by}`) || outlets.some((link) => struck.has(`links/${link}`)),
  )
  return network.supplies
    .filter((supply) => joint.some(({ main }) => main === supply.id))
    .map(({ bus }) => bus)
}

/** Buses of the question's carrier, and the ends of its links of other carriers. */
function touchedBuses(question: Question, network: Network): readonly string[] {
  const links = network.links.filter((link) => question.links.includes(link.id))
  const own = network.buses.filter((bus) => bus.carrier === question.carrier)
  return [...own.map((bus) => bus.id), ...links.flatMap((link) => [link.from, link.to])]
}

interface ScenarioInput {
  readonly scenario: Scenario
  readonly session: Session
  readonly base: SolveResult
  readonly question: Question
  readonly context: AnswerContext
  /** The whole network of the day. */
  readonly world: Network
}

function solveScenario({ scenario, session, base, question, context, world }: ScenarioInput): ScenarioRun {
  const isMain = scenario.id === question.main
  const solveAt = (at: Case): SolveResult => {
    const result = session.solve(concreteShocks(scenario, at), {
      beliefDays: scenario.belief_days,
      sharing: scenario.sharing ?? 'cooperative',
      // What explains a run is found beside it.
      keeps: isMain,
    })
    if (result.status === 'cancelled') throw new CorridorError('cancelled', 'cancelled while solving')
    if (result.status !== 'optimal') {
      throw new CorridorError(
        result.status === 'infeasible' ? 'solve_infeasible' : 'solve_failed',
        `${scenario.title}: the programme ended ${result.status}: ${result.conflict.map((one) => one.sentence).join('; ') || 'no conflict was found'}`,
      )
    }
    return result
  }
  const central = scenario.shocks.length === 0 ? base : solveAt('central')
  // A side scenario of a halt only says what one measure covers: its central run is enough.
  const isOneCase = isDefinite(scenario) || (question.kind === 'halt' && scenario.id !== question.main)
  const [low, high] = isOneCase ? [central, central] : [solveAt('low'), solveAt('high')]
  const explained = isMain
    ? explainRun({ session, base, central, worst: low, scenario })
    : { moved: [], reasons: [] }
  const run: ScenarioRun = {
    scenario,
    base,
    low,
    central,
    high,
    ...explained,
    priceChange: null,
    lasting: null,
    exposure: noExposure,
  }
  const exposedBy = (result: SolveResult) =>
    measureExposure({ atlas: context.atlas, day: question.networkDate, base, run: result })
  return {
    ...run,
    lasting:
      isMain && (question.kind === 'outage' || question.kind === 'halt') && scenario.shocks.length > 0
        ? lastingOf(session, concreteShocks(scenario, 'low'), low, {
            beliefDays: scenario.belief_days,
            sharing: scenario.sharing ?? 'cooperative',
          })
        : null,
    exposure:
      isMain && question.kind === 'outage'
        ? { low: exposedBy(low), central: exposedBy(central), high: exposedBy(high) }
        : noExposure,
    priceChange: priceChange(run, { question, network: session.network, atlas: context.atlas, world }),
  }
}

const noExposure: ScenarioRun['exposure'] = { low: [], central: [], high: [] }

/** How fast routes take up more: at once for what was planned, else at the pace of their kind, by premises of the atlas. */
function pickUpFor(question: Question, atlas: Atlas): PickUpOf {
  if (question.kind === 'increase' || question.kind === 'rise') return () => atOnce
  const own = new Set(['return', 'project'].includes(question.kind) ? question.links : [])
  const rail = rangeOf(assumptionOf(atlas, 'pick-up-rail'))
  const cargo = rangeOf(assumptionOf(atlas, 'pick-up-cargoes'))
  const nomination = rangeOf(assumptionOf(atlas, 'pick-up-nomination'))
  return (link) => {
    if (own.has(link.id)) return atOnce
    const usual = defaultPickUp(link)
    if (link.kind === 'rail')
      return { ...usual, delayDays: rail.central, fullDays: Math.max(usual.fullDays, rail.high) }
    if (link.kind === 'sea')
      return { ...usual, delayDays: cargo.low, fullDays: Math.max(usual.fullDays, cargo.high) }
    // A route that carries something has contracts; one that stands idle needs a first nomination.
    const isIdle = link.kind === 'pipeline' && !link.isAuctioned && !((link.flow?.value ?? 0) > 0)
    return isIdle
      ? { ...usual, delayDays: nomination.central, fullDays: Math.max(usual.fullDays, nomination.high + 30) }
      : usual
  }
}

const atOnce: PickUp = { delayDays: 0, fullDays: 0, fraction: 1 }

/** Share of the beliefs about capacity that leave less than the base flow. */
function fallProbability(question: Question, network: Network, base: SolveResult): number | null {
  const shares = question.links.flatMap((id) => {
    const link = network.links.find((candidate) => candidate.id === id)
    const flow = base.flow.get(id)?.[0]
    return link?.capacity && link.capacity.value > 0 && flow !== undefined ? [flow / link.capacity.value] : []
  })
  return shares.length === 0 ? null : mixtureBelow(question.beliefs, Math.max(...shares))
}

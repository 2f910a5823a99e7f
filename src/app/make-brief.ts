import type { Atlas } from '../atlas/atlas.ts'
import type { Brief } from '../briefs/brief.ts'
import { carriedNothing } from '../briefs/compose/answer-outage.ts'
import type { Answered } from '../briefs/compose/answered.ts'
import { composeBrief } from '../briefs/compose/compose-brief.ts'
import type { Problem } from '../core/errors.ts'
import { counted } from '../core/listed.ts'
import type { CalendarDate } from '../core/time.ts'
import { draftQuestions } from '../scenarios/draft-questions.ts'
import { factsOfEvents } from '../scenarios/event-facts.ts'
import { findFuelQuestions } from '../scenarios/find-fuel-questions.ts'
import { findReportedLosses } from '../scenarios/outages/reported-loss.ts'
import type { NotComputed } from '../scenarios/question.ts'
import { answerFuel } from './answer-fuel.ts'
import { answerQuestions } from './answer-questions.ts'
import { openNetwork } from './open-network.ts'
import type { Progress } from './progress.ts'
import { type ReadOptions, readReports } from './read-reports.ts'
import { reconcileReports } from './reconcile-reports.ts'
import { today } from './today.ts'

export interface BriefOptions extends Omit<ReadOptions, 'atlas' | 'withTraces'> {
  /** Day of the network for every question; default: the day of the event. */
  readonly asOf: CalendarDate | null
  readonly progress: Progress
  /** Folder of an atlas of the user's own; a folder without zones lies over the shipped one. */
  readonly network?: string | undefined
  /** An atlas that is open already, in place of `network`. */
  readonly atlas?: Atlas | undefined
}

/** The whole way: reports, claims, events, scenarios, solve, brief. */
export async function makeBrief(
  paths: readonly string[],
  options: BriefOptions,
): Promise<{ brief: Brief; problems: readonly Problem[]; notes: readonly string[] }> {
  const { progress } = options
  const atlas = options.atlas ?? openNetwork(options.network)
  const { readings, problems, notes } = await readReports(paths, { ...options, atlas })
  const events = reconcileReports(readings, atlas)
  progress.say(
    `${counted(events.events.length, 'event', 'events')} in ${counted(events.stories.length, 'story', 'stories')}`,
  )
  const facts = factsOfEvents(events, readings, atlas)
  const drafted = draftQuestions({ facts, atlas, fallbackDay: today(), asOf: options.asOf })
  const fuel = findFuelQuestions(facts, atlas, today())
    .map((question) => answerFuel(question, atlas, today()))
    .filter(({ losses }) => losses.length > 0)
  const ofFuel = new Set(fuel.flatMap(({ question }) => question.events))
  const notComputed: NotComputed[] = drafted.notComputed.filter(({ event }) => !ofFuel.has(event))
  const answered: Answered[] = []
  const outcomes = await answerQuestions(drafted.questions, { atlas, network: options.network, progress })
  for (const { question, outcome } of outcomes) {
    if (outcome.kind === 'answered') answered.push(outcome.answered)
    else {
      const { story, title: what } = question
      for (const event of question.events) notComputed.push({ story, event, what, because: outcome.because })
    }
  }
  const storiesOf = (some: readonly Answered[]) => new Set(some.map(({ question }) => question.story))
  const asked = storiesOf(answered.filter((one) => !carriedNothing(one)))
  const idle = storiesOf(answered.filter(carriedNothing))
  const reported = findReportedLosses({ facts, asked, idle, atlas, fallbackDay: today() })
  const told = new Set(reported.map(({ story }) => story))
  const brief = composeBrief({
    readings,
    events,
    answered: answered.filter(({ question }) => !told.has(question.story)),
    fuel,
    notComputed,
    reported,
    problems,
    atlas,
    today: today(),
  })
  return { brief, problems, notes }
}

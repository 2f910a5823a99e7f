import type { Atlas } from '../../atlas/atlas.ts'
import type { Network } from '../../atlas/network.ts'
import type { CalendarDate } from '../../core/time.ts'
import { rangeOf } from '../assumptions.ts'
import type { EventFacts } from '../event-facts.ts'
import type { AddedRow, Question } from '../question.ts'
import type { Assumption, Scenario, Shock } from '../scenario.ts'
import { projectOdds } from './project-stage.ts'
import { hasBegun, projectTiming } from './project-timing.ts'

const DAYS = 365

interface ProjectParts {
  readonly facts: EventFacts
  readonly atlas: Atlas
  readonly network: Network
  /** Day on which work begins or the plan was told. */
  readonly start: CalendarDate
  /** Years from `start` to what it first gives. */
  readonly lead: Assumption
  /** What it would first give: an output, or a flow. */
  readonly first: 'output' | 'flow'
  readonly name: string
  /** The row that it adds to the network, a second one where a line runs both ways. */
  readonly added: readonly [AddedRow, ...AddedRow[]]
  /** How many of these rows, from the first, what it adds is counted by; absent: all. */
  readonly counted?: number
  /** What is added, in the unit of the carrier, from the earliest day on. */
  readonly shockOf: (row: AddedRow, from: CalendarDate) => Shock
  readonly carrier: Question['carrier']
  readonly planned: NonNullable<Question['project']>['planned']
  /** What the answer rests on beside the lead time and the odds. */
  readonly size: readonly Assumption[]
  readonly others: readonly Assumption[]
}

/** The what-if of a project: early, late or never, over the year that follows its earliest first day. */
export function projectQuestion(parts: ProjectParts): Question {
  const { facts, atlas, network, start, lead, first, name, added, carrier, planned } = parts
  const isBegun = hasBegun(facts)
  const { early, usual, late, premises } = projectTiming(facts, { start, lead, atlas })
  const odds = isBegun ? null : projectOdds(facts, atlas)
  const build = (id: string, title: string, shocks: readonly Shock[]): Scenario => ({
    id: `${facts.event.id}-${id}`,
    title,
    network_date: network.as_of,
    start: early,
    days: DAYS,
    belief_days: DAYS,
    shocks: [...shocks],
    assumptions: [...parts.size, ...premises, ...(odds === null ? [] : [odds]), ...parts.others],
    watch: [],
  })
  const earliest = build(
    'early',
    isBegun ? `First ${first} on ${early}` : `First ${first} on ${early}, the earliest taken`,
    added.map((row) => parts.shockOf(row, early)),
  )
  const [{ table, id }] = added
  const isLine = table === 'links'
  return {
    id: `${facts.event.id}-project`,
    kind: 'project',
    title: isBegun ? `${name}: what it adds` : `${name}: what it would add, early, late or never`,
    story: facts.story,
    events: [facts.event.id],
    because: facts.claims.map((claim) => claim.because),
    subject: `${table}/${id}`,
    subjectName: name,
    carrier,
    links: isLine ? added.slice(0, parts.counted ?? added.length).map((row) => row.id) : [],
    plants: isLine ? [] : added.map((row) => `${table}/${row.id}`),
    cause: 'cut',
    networkDate: network.as_of,
    days: DAYS,
    scenarios: isBegun
      ? [earliest]
      : [
          earliest,
          build('late', `First ${first} on ${usual} or later, to ${late}`, []),
          build('never', 'It never comes', []),
        ],
    main: earliest.id,
    beliefs: [],
    observedMove: null,
    added,
    project: {
      planned,
      odds: odds === null ? null : rangeOf(odds),
      stage: odds?.statement ?? 'It has begun to work',
    },
  }
}

import type { Atlas } from '../atlas/atlas.ts'
import { rateUnits } from '../atlas/figures.ts'
import type { Network } from '../atlas/network.ts'
import { addDays, type CalendarDate } from '../core/time.ts'
import { assumptionOf, rangeOf } from './assumptions.ts'
import type { EventFacts } from './event-facts.ts'
import type { LineTarget } from './project-lines.ts'
import { projectSize } from './project-size.ts'
import { projectOdds } from './project-stage.ts'
import type { AddedRow, Question } from './question.ts'
import type { Scenario, Shock } from './scenario.ts'

const DAYS = 365

const premisesOf: Readonly<Record<LineTarget['kind'], { lead: string; size: string; ramp: string }>> = {
  pipeline: { lead: 'lead-time-pipeline', size: 'project-line-size', ramp: 'ramp-up-line' },
  interconnector: { lead: 'lead-time-interconnector', size: 'project-cable-size', ramp: 'ramp-up-plant' },
  'lng export': { lead: 'lead-time-lng-export', size: 'project-lng-size', ramp: 'ramp-up-plant' },
  'lng import': { lead: 'lead-time-lng-import', size: 'project-lng-size', ramp: 'ramp-up-plant' },
}

export interface LineProjectInput {
  readonly facts: EventFacts
  readonly atlas: Atlas
  readonly network: Network
  readonly target: LineTarget
  readonly start: CalendarDate
}

/**
 * A line or terminal that comes early, late or never. Officials state its capacity; in its first year it carries the share
 * of that which new ones do, as far as anybody wants it.
 */
export function draftLineProject({ facts, atlas, network, target, start }: LineProjectInput): Question {
  const { kind, carrier, name, ways } = target
  const premises = premisesOf[kind]
  const lead = assumptionOf(atlas, premises.lead)
  const size = projectSize(facts, carrier, premises.size, atlas)
  const ramp = assumptionOf(atlas, premises.ramp)
  const odds = projectOdds(facts, atlas)
  const [years, sizes, part] = [rangeOf(lead), rangeOf(size), rangeOf(ramp)]
  const after = (count: number): CalendarDate => addDays(start, Math.round(count * 365))
  const [early, usual, late] = [after(years.low), after(years.central), after(years.high)]
  const because = facts.claims.map((claim) => claim.because)
  const table = kind === 'lng export' ? 'supplies' : kind === 'lng import' ? 'conversions' : 'links'
  const added = ways.map(({ from, to }, at): AddedRow => {
    return {
      table,
      id: `project-${facts.event.id}${at === 0 ? '' : '-back'}`,
      name: at === 0 ? name : `${name}, the other way`,
      bus: from,
      to,
      efficiency: 1,
      because: `assumption:${size.id}`,
    }
  })
  const shocks = added.map(
    (row): Shock => ({
      asset: `${row.table}/${row.id}`,
      field: row.table === 'supplies' ? 'supply' : 'capacity',
      low: sizes.low * part.low,
      central: sizes.central * part.central,
      high: sizes.high * part.high,
      unit: rateUnits[carrier],
      from: early,
      to: null,
      status: size.status === 'reported' ? 'estimated' : size.status,
      because: [...size.because, ...because, ...ramp.because],
    }),
  )
  const build = (id: string, title: string, of: readonly Shock[]): Scenario => ({
    id: `${facts.event.id}-${id}`,
    title,
    network_date: network.as_of,
    start: early,
    days: DAYS,
    belief_days: DAYS,
    shocks: [...of],
    assumptions: [size, ramp, lead, odds],
    watch: [],
  })
  const scenarios = [
    build('early', `First flow on ${early}, the earliest taken`, shocks),
    build('late', `First flow on ${usual} or later, to ${late}`, []),
    build('never', 'It never comes', []),
  ]
  const [first] = added
  return {
    id: `${facts.event.id}-project`,
    kind: 'project',
    title: `${name}: what it would add, early, late or never`,
    story: facts.story,
    events: [facts.event.id],
    because,
    subject: `${table}/${first?.id ?? ''}`,
    subjectName: name,
    carrier,
    links: table === 'links' ? added.map(({ id }) => id) : [],
    plants: table === 'links' ? [] : added.map(({ id }) => `${table}/${id}`),
    cause: 'cut',
    networkDate: network.as_of,
    days: DAYS,
    scenarios,
    main: scenarios[0]?.id ?? '',
    beliefs: [],
    observedMove: null,
    added,
    project: { planned: sizes, odds: rangeOf(odds), stage: odds.statement },
  }
}

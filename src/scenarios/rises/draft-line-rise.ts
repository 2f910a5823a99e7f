import { rateUnits } from '../../atlas/figures.ts'
import type { NetworkLink } from '../../atlas/network.ts'
import type { Because } from '../../core/provenance.ts'
import { flowOf, usableCapacity } from '../network-parts.ts'
import { ofOneScenario } from '../of-one-scenario.ts'
import type { Question } from '../question.ts'
import type { Assumption, Scenario, Shock } from '../scenario.ts'
import type { StoryContext } from '../story-context.ts'
import type { OutageTarget } from '../target.ts'

/** A year: what is raised stays so, and storage is filled and emptied once. */
const DAYS = 365

interface Span {
  readonly low: number
  readonly central: number
  readonly high: number
  readonly because: readonly Because[]
}

/**
 * The links of a line by which what it carries is counted: its fullest one, and those beside it between the same zones,
 * idle ones too. A line in sections carries the same in each. A line that carries nothing has none, but for one of power,
 * which flows the other way at other hours.
 */
export function mainSection(links: readonly NetworkLink[]): readonly NetworkLink[] {
  const [fullest] = [...links].sort((a, b) => flowOf([b]) - flowOf([a]) || (a.id < b.id ? -1 : 1))
  if (fullest === undefined || (!(flowOf([fullest]) > 0) && fullest.carrier !== 'power')) return []
  const beside = links.filter(
    (link) =>
      link !== fullest && link.from === fullest.from && link.to === fullest.to && usableCapacity(link) !== 0,
  )
  return [fullest, ...beside]
}

/** More on a line by as much as the reports say, as far as its links can carry it. */
export function draftLineRise(
  { facts, network, start }: Omit<StoryContext, 'story'>,
  target: OutageTarget,
  by: Span,
): Question | null {
  const section = mainSection(target.carrying)
  if (section.length === 0) return null
  const flow = flowOf(section)
  const figures = section.flatMap((link) => (link.flow === null ? [] : [link.flow.because]))
  const because = [...new Set([...by.because, ...facts.claims.map((claim) => claim.because)])]
  const size: Assumption = {
    id: 'increase-size',
    statement: `What ${target.name} carries then: its flow of the day with as much more as the reports tell`,
    low: flow + by.low,
    central: flow + by.central,
    high: flow + by.high,
    unit: rateUnits[target.carrier],
    status: 'estimated',
    because: [...because, ...figures],
  }
  const ends = [by.low, by.central, by.high].map((more) => spread(section, flow + more))
  const shocks = section.map((link, at): Shock => {
    return {
      asset: `links/${link.id}`,
      field: 'flow',
      low: ends[0]?.[at] ?? 0,
      central: ends[1]?.[at] ?? 0,
      high: ends[2]?.[at] ?? 0,
      unit: link.flow?.unit ?? rateUnits[target.carrier],
      from: start,
      to: null,
      status: 'estimated',
      because: size.because,
    }
  })
  const id = target.subject.slice(target.subject.indexOf('/') + 1)
  const scenario: Scenario = {
    id: `${id}-increase`,
    title: `More on ${target.name}`,
    network_date: network.as_of,
    start,
    days: DAYS,
    belief_days: DAYS,
    shocks,
    assumptions: [size],
    watch: [...new Set(section.map(({ to }) => to))],
  }
  return {
    id: `${facts.event.id}-increase`,
    kind: 'increase',
    title: `More on ${target.name}: how far it goes`,
    ...ofOneScenario(facts, scenario, network.as_of),
    because,
    subject: target.subject,
    subjectName: target.name,
    carrier: target.carrier,
    links: section.map((link) => link.id),
    ...(section.length > 1 ? { linksName: target.name } : {}),
    plants: [],
    cause: 'cut',
  }
}

/** An amount over links side by side: to each what it carries, then what it has free, the rest to the first. */
export function spread(section: readonly NetworkLink[], amount: number): readonly number[] {
  const flows = section.map((link) => flowOf([link]))
  let left = amount - flows.reduce((sum, one) => sum + one, 0)
  const filled = section.map((link, at) => {
    const own = flows[at] ?? 0
    const free = Math.max(0, (usableCapacity(link) ?? Number.POSITIVE_INFINITY) - own)
    const more = Math.min(free, Math.max(0, left))
    left -= more
    return own + more
  })
  return filled.map((one, at) => (at === 0 ? one + Math.max(0, left) : one))
}

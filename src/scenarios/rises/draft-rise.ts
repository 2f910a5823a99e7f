import type { Atlas } from '../../atlas/atlas.ts'
import { rateUnits } from '../../atlas/figures.ts'
import type { Network } from '../../atlas/network.ts'
import type { Because } from '../../core/provenance.ts'
import type { CalendarDate } from '../../core/time.ts'
import { assumptionOf, rangeOf } from '../assumptions.ts'
import type { EventFacts } from '../event-facts.ts'
import { ofOneScenario } from '../of-one-scenario.ts'
import type { AddedRow, Question } from '../question.ts'
import type { Assumption, Scenario, Shock } from '../scenario.ts'
import type { OutageTarget } from '../target.ts'

/** A year: what is raised stays so, and storage is filled and emptied once. */
const DAYS = 365

export interface RiseInput {
  readonly facts: EventFacts
  readonly atlas: Atlas
  readonly network: Network
  readonly start: CalendarDate
  /** What gives more: sources or plants of an asset, or of countries. */
  readonly target: OutageTarget
  /** By how much, per day in the unit of the carrier. */
  readonly by: {
    readonly low: number
    readonly central: number
    readonly high: number
    readonly because: readonly Because[]
  }
  /** The premise that the size rests on, where no report states it. */
  readonly premise?: Assumption
}

/**
 * More of what an asset or countries give. It is added beside what they give today, in each by its share of that, since
 * their own rows are held at what they gave by quotas and contracts. Of a rise that states agree on less than all comes
 * as a rule; of one that an operator tells, all.
 */
export function draftRise(input: RiseInput): Question | null {
  const { facts, atlas, network, start, target, by, premise } = input
  const sites = sitesOf(network, target)
  const total = sites.reduce((sum, { size }) => sum + size, 0)
  if (sites.length === 0 || !(total > 0)) return null
  const isAgreed = target.kind === 'output' && premise === undefined
  const realised = isAgreed ? assumptionOf(atlas, 'output-rise-realised') : null
  const part = realised === null ? { low: 1, central: 1, high: 1 } : rangeOf(realised)
  const size: Assumption = {
    id: 'rise-size',
    statement: `What ${target.name} gives more, ${premise === undefined ? 'as the reports tell it' : 'by the premise beside it'}`,
    low: by.low,
    central: by.central,
    high: by.high,
    unit: rateUnits[target.carrier],
    status: premise === undefined ? 'reported' : 'estimated',
    because: [...by.because],
  }
  const claims = facts.claims.map((claim) => claim.because)
  const because = [...new Set([...by.because, ...claims])]
  const stem = target.subject.slice(target.subject.indexOf('/') + 1).toLowerCase()
  const added = sites.map(({ bus, to, efficiency }, index): AddedRow => {
    return {
      table: to === null ? 'supplies' : 'conversions',
      id: `more-${stem}-${index + 1}`,
      name: `What ${target.name} gives more`,
      bus,
      to,
      efficiency,
      because: by.because[0] ?? 'assumption:rise-size',
    }
  })
  const shocks = added.map((row, index): Shock => {
    const share = (sites[index]?.size ?? 0) / total
    return {
      asset: `${row.table}/${row.id}`,
      field: row.table === 'supplies' ? 'supply' : 'capacity',
      low: by.low * part.low * share,
      central: by.central * part.central * share,
      high: by.high * part.high * share,
      unit: rateUnits[target.carrier],
      from: start,
      to: null,
      status: realised === null && premise === undefined ? 'reported' : 'estimated',
      because: [...because, ...(realised?.because ?? [])],
    }
  })
  const scenario: Scenario = {
    id: `${stem}-rise`,
    title: `More from ${target.name}`,
    network_date: network.as_of,
    start,
    days: DAYS,
    belief_days: DAYS,
    shocks,
    assumptions: [
      size,
      ...(realised === null ? [] : [realised]),
      ...(premise === undefined ? [] : [premise]),
    ],
    watch: [],
  }
  return {
    id: `${facts.event.id}-rise-${target.carrier}`,
    kind: 'rise',
    title: `More from ${target.name}: what it adds`,
    ...ofOneScenario(facts, scenario, network.as_of),
    because,
    subject: target.subject,
    subjectName: target.name,
    carrier: target.carrier,
    links: [],
    plants: added.map((row) => `${row.table}/${row.id}`),
    cause: 'cut',
    added,
  }
}

interface Site {
  readonly bus: string
  readonly to: string | null
  readonly efficiency: number
  /** What it gives or takes in today. */
  readonly size: number
}

/** One site a bus, with all that the target has there. */
function sitesOf(network: Network, { plants }: OutageTarget): readonly Site[] {
  const sites = new Map<string, Site>()
  for (const { ref, bus } of plants) {
    const id = ref.slice(ref.indexOf('/') + 1)
    const supply = ref.startsWith('supplies/') ? network.supplies.find((row) => row.id === id) : undefined
    const plant = ref.startsWith('supplies/') ? undefined : network.conversions.find((row) => row.id === id)
    const size = supply?.output?.value ?? plant?.flow?.value ?? plant?.capacity?.value ?? 0
    // LNG is what a liquefaction plant is told in, and what its buyers wait for: the gas that it draws is not asked about.
    const isLiquefaction = plant?.to.endsWith(':lng') ?? false
    const site = {
      bus: isLiquefaction ? (plant?.to ?? bus) : bus,
      to: isLiquefaction ? null : (plant?.to ?? null),
      efficiency: isLiquefaction ? 1 : (plant?.efficiency ?? 1),
    }
    const key = `${site.bus} ${site.to}`
    const before = sites.get(key)
    sites.set(key, { ...site, size: size + (before?.size ?? 0) })
  }
  return [...sites.values()].filter(({ size }) => size > 0)
}

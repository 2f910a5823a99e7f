import type { Atlas } from '../../atlas/atlas.ts'
import type { Network, NetworkLink } from '../../atlas/network.ts'
import type { Measure } from '../../atlas/tables.ts'
import type { CalendarDate } from '../../core/time.ts'
import { assumptionOf, rangeOf } from '../assumptions.ts'
import type { EventFacts } from '../event-facts.ts'
import { assetRow, usableCapacity } from '../network-parts.ts'
import type { ObservedMove, Question } from '../question.ts'
import type { Assumption, Scenario, Shock } from '../scenario.ts'

/** A year: what returns is sold in contracts, and storage has to be filled and emptied once. */
const DAYS = 365

export interface ReturnInput {
  readonly facts: EventFacts
  readonly atlas: Atlas
  readonly network: Network
  /** Asset that may come back, or null where the reports name only the commodity and the two sides. */
  readonly asset: string | null
  /** Its links that carry nothing on the day. */
  readonly links: readonly NetworkLink[]
  readonly start: CalendarDate
  readonly observedMove: ObservedMove | null
}

/** The return of closed links in part (those that still stand) and in full, with measures in force and lifted. */
export function draftReturn(input: ReturnInput): Question | null {
  const { atlas, links, start, facts, network } = input
  const first = links[0]
  if (first === undefined || links.some((link) => (usableCapacity(link) ?? 0) > 0)) return null
  const standing = links.filter((link) => (link.capacity?.value ?? 0) > 0)
  const measures = closingMeasures(atlas, links, start)
  const name = (input.asset === null ? null : assetRow(atlas, input.asset)?.name) ?? first.name
  const utilisation = assumptionOf(atlas, 'return-utilisation')
  const common = { input, measures, utilisation }
  const scenarios = [
    ...(standing.length > 0 && standing.length < links.length
      ? [
          scenario(common, {
            id: 'part-in-force',
            title: `${name} in part, measures in force`,
            back: standing,
            lift: false,
          }),
          scenario(common, {
            id: 'part-lifted',
            title: `${name} in part, measures lifted`,
            back: standing,
            lift: true,
          }),
        ]
      : []),
    scenario(common, {
      id: 'full-in-force',
      title: `${name} in full, measures in force`,
      back: links,
      lift: false,
    }),
    scenario(common, {
      id: 'full-lifted',
      title: `${name} in full, measures lifted`,
      back: links,
      lift: true,
    }),
  ]
  const main = scenarios.find((one) => one.id.endsWith('part-lifted')) ?? scenarios[scenarios.length - 1]
  if (main === undefined) return null
  return {
    id: `${facts.event.id}-return`,
    kind: 'return',
    title: `${name}: what its return would do to supply`,
    story: facts.story,
    events: [facts.event.id],
    because: facts.claims.map((claim) => claim.because),
    subject: input.asset === null ? `links/${first.id}` : `assets/${input.asset}`,
    subjectName: name,
    carrier: first.carrier,
    links: links.map((link) => link.id),
    plants: [],
    cause: 'cut',
    networkDate: network.as_of,
    days: DAYS,
    scenarios,
    main: main.id,
    beliefs: [],
    observedMove: input.observedMove,
  }
}

/** Measures of the day that close any of the links. */
function closingMeasures(
  atlas: Atlas,
  links: readonly NetworkLink[],
  start: CalendarDate,
): readonly Measure[] {
  const closing = new Set(links.flatMap((link) => link.closures ?? []))
  return atlas.measuresAt(start).filter((measure) => closing.has(measure.id))
}

interface Variant {
  readonly id: string
  readonly title: string
  readonly back: readonly NetworkLink[]
  readonly lift: boolean
}

function scenario(
  common: { input: ReturnInput; measures: readonly Measure[]; utilisation: Assumption },
  variant: Variant,
): Scenario {
  const { input, measures, utilisation } = common
  const share = rangeOf(utilisation)
  // A measure in force keeps a link closed whatever it could carry; lifting comes first, then what is carried.
  const open = variant.back.filter((link) => variant.lift || link.closed_by === null)
  const shocks = open.flatMap((link): Shock[] => {
    const design = designCapacity(input.atlas, link)
    if (design === null) return []
    return [
      {
        asset: `links/${link.id}`,
        field: 'capacity',
        low: design.value * share.low,
        central: design.value * share.central,
        high: design.value * share.high,
        unit: design.unit,
        from: input.start,
        to: null,
        status: 'assumed',
        because: [
          ...input.facts.claims.map((claim) => claim.because),
          design.because,
          ...utilisation.because,
        ],
      },
    ]
  })
  const lifted = measures.map(
    (measure): Shock => ({
      asset: `measures/${measure.id}`,
      field: 'measure',
      low: 0,
      central: 0,
      high: 0,
      unit: 'in_force',
      from: input.start,
      to: null,
      status: 'assumed',
      because: [`atlas:measures/${measure.id}/valid_from`],
    }),
  )
  return {
    id: `${input.asset ?? 'route'}-${variant.id}`,
    title: variant.title,
    network_date: input.network.as_of,
    start: input.start,
    days: DAYS,
    belief_days: DAYS,
    shocks: [...(variant.lift ? lifted : []), ...shocks],
    assumptions: [
      utilisation,
      ...measures.map((measure): Assumption => measurePremise(measure, variant.lift)),
    ],
    watch: [],
  }
}

function measurePremise(measure: Measure, isLifted: boolean): Assumption {
  return {
    id: `${measure.id}-${isLifted ? 'lifted' : 'in-force'}`,
    statement: `${measure.name} (${measure.imposed_by}) is ${isLifted ? 'lifted' : 'in force'}`,
    low: null,
    central: isLifted ? 0 : 1,
    high: null,
    unit: 'in_force',
    status: isLifted ? 'assumed' : measure.status,
    because: [`atlas:measures/${measure.id}/valid_from`],
  }
}

/** Capacity of a link before it was closed: the largest that the atlas dates. */
function designCapacity(
  atlas: Atlas,
  link: NetworkLink,
): { value: number; unit: string; because: string } | null {
  const dated = atlas
    .figuresOf('links', link.id)
    .filter((figure) => figure.field === 'capacity')
    .flatMap((figure) => {
      const sourced = atlas.figure(
        'links',
        link.id,
        'capacity',
        (figure.valid_from ?? '1900-01-01') as CalendarDate,
      )
      return sourced === null ? [] : [sourced]
    })
    .sort((a, b) => b.value - a.value)
  const largest = dated[0]
  return largest && largest.value > 0
    ? { value: largest.value, unit: largest.unit, because: largest.because }
    : null
}

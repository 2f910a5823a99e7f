import type { Atlas } from '../atlas/atlas.ts'
import type { Network, NetworkLink } from '../atlas/network.ts'
import type { Asset } from '../atlas/tables.ts'
import type { Because, Status } from '../core/provenance.ts'
import { addDays, type CalendarDate, daysBetween, isoBounds } from '../core/time.ts'
import { assumptionOf, centralOf, rangeOf } from './assumptions.ts'
import { type ClaimedRange, claimedDurations, claimedFalls } from './claimed-numbers.ts'
import type { ClaimFacts, EventFacts } from './event-facts.ts'
import { mixtureQuantile } from './mixture.ts'
import { assetRow, linksBeside, linksOfAsset, plantsOfAsset, usableCapacity } from './network-parts.ts'
import type { CapacityBelief, Question } from './question.ts'
import type { Assumption, Scenario, Shock } from './scenario.ts'
import {
  capacityWithDragReducer,
  capacityWithHeadRedistributed,
  capacityWithoutCountermeasure,
} from './station-hydraulics.ts'

/** The run must outlast the slowest repair, and stay within what a belief about repair can mean. */
const LONGEST_RUN_DAYS = 180

export interface OutageInput {
  readonly facts: EventFacts
  /** Other events of the story on the same line: they may state the size or the repair. */
  readonly related: readonly EventFacts[]
  readonly atlas: Atlas
  readonly network: Network
  /** Id of the struck asset. */
  readonly asset: string
  readonly start: CalendarDate
}

/** An outage as a range of capacity on the links, plants or sources that the asset is; null where it is none. */
export function draftOutage(input: OutageInput): Question | null {
  const { atlas, network, facts, start } = input
  const asset = assetRow(atlas, input.asset)
  if (asset === null) return null
  const carrying = linksOfAsset(atlas, network, asset.id)
  const plants = carrying.length > 0 ? [] : plantsOfAsset(atlas, network, asset.id)
  const links = carrying.length > 0 ? carrying : linksBeside(network, plants)
  const carrier = carrying[0]?.carrier ?? plants[0]?.carrier
  if (carrier === undefined) return null
  // What carried nothing before loses nothing now.
  if (plants.length === 0 && carrying.every((link) => usableCapacity(link) === 0)) return null
  const claims = [facts, ...input.related].flatMap((told) => told.claims)
  const falls = claimedFalls(claims)
  const repair = repairDays({ asset, facts, claims, atlas, start })
  const size = sizeOfOutage({
    asset,
    links,
    falls,
    atlas,
    network,
    start,
    isHalt: facts.event.type === 'supply_halt',
  })
  const because = [
    ...new Set([...falls.map((fall) => fall.because), ...facts.claims.map((claim) => claim.because)]),
  ]
  const shock = (ref: string, field: Shock['field']): Shock => ({
    asset: ref,
    field,
    ...size.factor,
    unit: '1',
    from: start,
    to: addDays(start, Math.round(repair.high) - 1),
    status: size.status,
    because: [...because, ...size.assumptions.flatMap((assumption) => assumption.because)],
  })
  const shocks = [
    ...carrying.map((link) => shock(`links/${link.id}`, 'capacity')),
    ...plants.map((plant) => shock(plant.ref, plant.field)),
  ]
  const cause = causeOf(facts)
  const days = Math.min(LONGEST_RUN_DAYS, Math.max(91, Math.round(repair.high) + 28))
  const scenario: Scenario = {
    id: `${asset.id}-outage`,
    title: `${asset.name} works at reduced capacity`,
    network_date: network.as_of,
    start,
    days,
    belief_days: Math.round(repair.central),
    shocks,
    assumptions: [...size.assumptions, repair.assumption],
    watch: [],
  }
  return {
    id: `${facts.event.id}-outage`,
    kind: 'outage',
    title: `${asset.name}: what the ${cause} does to supply`,
    story: facts.story,
    events: [facts, ...input.related.filter(statesSomething)].map((told) => told.event.id),
    because,
    subject: `assets/${asset.id}`,
    subjectName: asset.name,
    carrier,
    links: links.map((link) => link.id),
    plants: plants.map((plant) => plant.ref),
    cause,
    networkDate: network.as_of,
    days,
    scenarios: [scenario],
    main: scenario.id,
    beliefs: size.beliefs,
    observedMove: null,
  }
}

function causeOf({ event }: EventFacts): Question['cause'] {
  switch (event.type) {
    case 'supply_halt':
      return 'halt'
    case 'supply_change':
      return 'cut'
    default:
      return 'damage'
  }
}

/** Whether an event gives the outage a size or a length. */
function statesSomething({ claims }: EventFacts): boolean {
  return claimedFalls(claims).length > 0 || claimedDurations(claims).length > 0
}

interface Repair {
  readonly low: number
  readonly central: number
  readonly high: number
  readonly assumption: Assumption
}

/** Days of an event told from one day to another, both included; null where it is not so told. */
function toldStretch({ event }: EventFacts): number | null {
  const bounds = event.time?.includes('/') ? isoBounds(event.time) : null
  if (!bounds?.first || !bounds.last) return null
  const days = daysBetween(bounds.first, bounds.last) + 1
  // Two days are how a night is written, not how long a line stands still.
  return days > 2 && days <= LONGEST_RUN_DAYS ? days : null
}

/** Days of repair: as told from day to day; as claimed; else as the atlas has it for the asset; else the assumption for its kind. */
function repairDays(input: {
  readonly asset: Asset
  readonly facts: EventFacts
  readonly claims: readonly ClaimFacts[]
  readonly atlas: Atlas
  readonly start: CalendarDate
}): Repair {
  const { asset, facts, claims, atlas, start } = input
  const assumed = assumptionOf(atlas, repairAssumption(asset))
  const stretch = toldStretch(facts)
  if (stretch !== null) {
    const statement = `Days that ${asset.name} stands still, from the first to the last day that the reports name`
    const because = facts.claims.map((claim) => claim.because)
    const range = { low: stretch, central: stretch, high: stretch }
    return { ...range, assumption: { ...assumed, ...range, statement, status: 'reported', because } }
  }
  const claimed = claimedDurations(claims)
  if (claimed.length > 0) {
    const low = Math.min(...claimed.map((range) => range.low))
    const high = Math.max(...claimed.map((range) => range.high))
    const who = [...new Set(claimed.map((range) => range.who))].join(', ')
    const because = claimed.map((range) => range.because)
    const statement = `Days until ${asset.name} works again, as claimed by ${who}`
    const central = (low + high) / 2
    return {
      low,
      central,
      high,
      assumption: { ...assumed, statement, low, central, high, status: 'reported', because },
    }
  }
  const known = atlas.figure('assets', asset.id, 'duration', start)
  if (known !== null) {
    const range = { low: known.low ?? known.value, central: known.value, high: known.high ?? known.value }
    const statement = `Days until ${asset.name} works again after damage`
    return {
      ...range,
      assumption: { ...assumed, ...range, statement, status: known.status, because: [known.because] },
    }
  }
  return { ...rangeOf(assumed), assumption: assumed }
}

function repairAssumption(asset: Asset): string {
  if (asset.kind === 'station') return 'repair-days-station'
  return ['port', 'terminal', 'mooring'].includes(asset.kind) ? 'repair-days-port' : 'repair-days-other'
}

interface Size {
  /** Factor on capacity: `low` leaves least. */
  readonly factor: { readonly low: number; readonly central: number; readonly high: number }
  readonly status: Status
  readonly beliefs: readonly CapacityBelief[]
  readonly assumptions: readonly Assumption[]
}

interface SizeInput {
  readonly asset: Asset
  readonly links: readonly NetworkLink[]
  readonly falls: readonly ClaimedRange[]
  readonly atlas: Atlas
  readonly network: Network
  readonly start: CalendarDate
  /** The reports say that it stops, not that it carries less. */
  readonly isHalt: boolean
}

function sizeOfOutage(input: SizeInput): Size {
  const { asset, falls, atlas } = input
  if (asset.kind === 'station' && !input.isHalt) {
    const stations = stationsOfLine(input)
    if (stations !== null) return sizeOfStation(input, stations)
  }
  if (falls.length === 0 && input.isHalt) {
    return { factor: { low: 0, central: 0, high: 0 }, status: 'reported', beliefs: [], assumptions: [] }
  }
  if (falls.length === 0) {
    const loss = assumptionOf(atlas, 'outage-loss')
    const { low, central, high } = rangeOf(loss)
    return {
      factor: { low: 1 - high, central: 1 - central, high: 1 - low },
      status: 'assumed',
      beliefs: [],
      assumptions: [loss],
    }
  }
  const spread = assumptionOf(atlas, 'outage-claim-spread')
  const share = rangeOf(spread)
  const worst = Math.max(...falls.map((fall) => fall.high))
  const mildest = Math.min(...falls.map((fall) => fall.low))
  return {
    factor: {
      low: 1 - worst * share.high,
      central: 1 - ((worst + mildest) / 2) * share.central,
      high: 1 - mildest * share.low,
    },
    status: 'estimated',
    beliefs: [],
    assumptions: [spread],
  }
}

function stationsOfLine({ asset, atlas, start }: SizeInput): number | null {
  for (const line of [asset, ...atlas.ancestors(asset.id)]) {
    const count = atlas.figure('assets', line.id, 'stations', start)
    if (count !== null && count.value >= 2) return Math.round(count.value)
  }
  return null
}

/** The declared mixture of MODEL: no countermeasure, head redistributed, drag reducer, and each stated figure. */
function sizeOfStation({ falls, atlas, asset }: SizeInput, stations: number): Size {
  const exponent = assumptionOf(atlas, 'friction-exponent')
  const drag = assumptionOf(atlas, 'drag-reduction')
  const weights = {
    none: assumptionOf(atlas, 'station-none-weight'),
    head: assumptionOf(atlas, 'station-head-weight'),
    drag: assumptionOf(atlas, 'station-drag-weight'),
    claim: assumptionOf(atlas, 'station-claim-weight'),
  }
  const m = rangeOf(exponent)
  const d = rangeOf(drag)
  const hydraulics = (weight: Assumption, label: string, from: number, to: number): CapacityBelief => ({
    weight: centralOf(weight),
    low: Math.min(from, to),
    high: Math.max(from, to),
    label,
    because: [...exponent.because, ...weight.because],
  })
  const beliefs: CapacityBelief[] = [
    hydraulics(
      weights.none,
      'nothing makes up for the station',
      capacityWithoutCountermeasure(m.high),
      capacityWithoutCountermeasure(m.low),
    ),
    hydraulics(
      weights.head,
      `the other ${stations - 1} of ${stations} stations take over its head`,
      capacityWithHeadRedistributed(stations, m.low),
      capacityWithHeadRedistributed(stations, m.high),
    ),
    hydraulics(
      weights.drag,
      'drag reducer is dosed in the double span',
      capacityWithDragReducer(d.low, m.high),
      capacityWithDragReducer(d.high, m.high),
    ),
    ...falls.map((fall) => ({
      weight: centralOf(weights.claim) / falls.length,
      low: 1 - fall.high,
      high: 1 - fall.low,
      label: `capacity as claimed by ${fall.who}`,
      because: [fall.because as Because, ...weights.claim.because],
    })),
  ]
  const line = atlas.ancestors(asset.id)[0]
  const count: Assumption = {
    id: `stations-${line?.id ?? asset.id}`,
    statement: `Stations on ${line?.name ?? asset.name}`,
    low: null,
    central: stations,
    high: null,
    unit: 'count',
    status: 'reported',
    because: [`atlas:assets/${line?.id ?? asset.id}/stations`],
  }
  return {
    factor: {
      low: mixtureQuantile(beliefs, 0.05),
      central: mixtureQuantile(beliefs, 0.5),
      high: mixtureQuantile(beliefs, 0.95),
    },
    status: 'estimated',
    beliefs,
    assumptions: [
      exponent,
      drag,
      weights.none,
      weights.head,
      weights.drag,
      ...(falls.length > 0 ? [weights.claim] : []),
      count,
    ],
  }
}

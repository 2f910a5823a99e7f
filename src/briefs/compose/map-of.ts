import type { SolveResult } from '../../solve/result.ts'
import type { MapFlow } from '../brief.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { isLasting } from './is-lasting.ts'
import { meanOver, type Stretch, stretchesOf } from './over-time.ts'

/** Arrows that a map of one story can carry and still be read. */
const MOST_ARROWS = 28
/** Changes below this share of the largest are told in the effects and would only clutter the map. */
const SMALL = 0.04
/** Unchanged flows before and behind the subject, drawn for orientation, largest first. */
const MOST_CALM = 12
/** Borders that a flow may be away from the subject and still be drawn. */
const HOPS = 2

function isMoved(result: SolveResult, base: SolveResult, link: string, over: Stretch): boolean {
  const before = meanOver(base.flow.get(link), base.periods, over)
  return Math.abs(meanOver(result.flow.get(link), base.periods, over) - before) > 0.01 * Math.max(1, before)
}

export interface DrawnFlows {
  readonly flows: readonly MapFlow[]
  /** The case after the shock that is drawn. */
  readonly shown: 'low' | 'central'
  /** What the flows are means over. */
  readonly period: string
}

/** The flows around the subject: its own links, those that changed, and those that bring or take on what it carries. */
export function mapOf(answered: Answered, run: ScenarioRun): DrawnFlows {
  const { network, question, atlas } = answered
  const zone = (bus: string): string => bus.slice(0, bus.lastIndexOf(':'))
  const subjects = new Set(question.links)
  const links = network.links.filter((link) => link.carrier === question.carrier)
  let near = new Set(
    [
      ...links.filter((link) => subjects.has(link.id)).flatMap((link) => [link.from, link.to]),
      ...(question.added ?? []).map(({ bus }) => bus),
    ].map(zone),
  )
  for (let hop = 0; hop < HOPS; hop++) {
    near = new Set([
      ...near,
      ...links
        .filter((link) => near.has(zone(link.from)) || near.has(zone(link.to)))
        .flatMap((link) => [zone(link.from), zone(link.to)]),
    ])
  }
  // What comes suddenly is felt at first; what is planned lasts.
  const whole = stretchesOf(run.base.periods).at(isLasting(question) || question.kind === 'sanction' ? -1 : 0)
  if (whole === undefined) return { flows: [], shown: 'central', period: '' }
  // Where the central case changes nothing the map shows the low one: it is what a reader has to fear.
  const centralMoves = links.some((link) => isMoved(run.central, run.base, link.id, whole))
  const shown = centralMoves ? run.central : run.low
  const places = new Map(atlas.tables.zones.map((row) => [row.id, row]))
  const flows = links
    .filter((link) => near.has(zone(link.from)) && near.has(zone(link.to)))
    .flatMap((link) => {
      const from = places.get(zone(link.from))
      const to = places.get(zone(link.to))
      if (!from || !to) return []
      const base = meanOver(run.base.flow.get(link.id), run.base.periods, whole)
      const central = meanOver(shown.flow.get(link.id), run.base.periods, whole)
      return [
        {
          rank: subjects.has(link.id)
            ? Number.POSITIVE_INFINITY
            : Math.max(base, central) + 4 * Math.abs(central - base),
          flow: {
            link: link.id,
            name: link.name,
            carrier: link.carrier,
            from: { name: from.name, lat: from.lat, lon: from.lon },
            to: { name: to.name, lat: to.lat, lon: to.lon },
            base,
            central,
            capacity: link.capacity?.value ?? null,
            unit: network.units[link.carrier],
          },
        },
      ]
    })
    .filter(
      ({ rank, flow }) =>
        rank > 1e-6 && (subjects.has(flow.link) || Math.max(flow.base, flow.central) > 1e-6),
    )
    .sort((a, b) => b.rank - a.rank || (a.flow.link < b.flow.link ? -1 : 1))
    .map(({ flow }) => flow)
  const ends = new Set(atlas.tables.zones.filter((row) => row.kind === 'market').map((row) => row.id))
  const flowing = links
    .filter((link) => meanOver(run.base.flow.get(link.id), run.base.periods, whole) > 1e-6)
    .map(({ id, from, to }) => ({ id, from: zone(from), to: zone(to) }))
  const own = links.filter(({ id }) => subjects.has(id))
  const added = (question.added ?? []).map(({ bus, to }) => zone(to ?? bus))
  const behind = [...own.map(({ to }) => zone(to)), ...added]
  const before = own.map(({ from }) => zone(from))
  const onWay = new Set([
    ...alongFlow(flowing, behind, { side: 'down', ends }),
    ...alongFlow(flowing, before, { side: 'up', ends }),
  ])
  return {
    flows: readable(flows, { subjects, onWay }),
    shown: centralMoves ? 'central' : 'low',
    period: whole.label,
  }
}

interface Way {
  readonly id: string
  readonly from: string
  readonly to: string
}

/** Ids of the lines that take on what comes from some zones, or bring what goes there, a few borders on. */
function alongFlow(
  ways: readonly Way[],
  start: readonly string[],
  { side, ends }: { readonly side: 'down' | 'up'; readonly ends: ReadonlySet<string> },
): readonly string[] {
  const [near, far] = side === 'down' ? (['from', 'to'] as const) : (['to', 'from'] as const)
  // What goes into a sea basin or a market is mixed with everybody's: what comes out is no part of it.
  const isThrough = (zone: string): boolean => !ends.has(zone)
  let zones = new Set(start.filter(isThrough))
  const found = new Set<string>()
  for (let hop = 0; hop < HOPS; hop++) {
    const next = ways.filter((way) => zones.has(way[near]) && !found.has(way.id))
    for (const { id } of next) found.add(id)
    zones = new Set(next.map((way) => way[far]).filter(isThrough))
  }
  return [...found]
}

/** The subject, what changes enough to matter beside it, and the largest calm flows that bring or take on its own. */
function readable(
  flows: readonly MapFlow[],
  of: { readonly subjects: ReadonlySet<string>; readonly onWay: ReadonlySet<string> },
): readonly MapFlow[] {
  const change = (flow: MapFlow): number => Math.abs(flow.central - flow.base)
  const largest = Math.max(0, ...flows.map(change))
  const isCalm = (flow: MapFlow): boolean =>
    change(flow) <= 0.005 * Math.max(flow.base, flow.central) && !of.subjects.has(flow.link)
  const calm = flows.filter((flow) => isCalm(flow) && of.onWay.has(flow.link)).slice(0, MOST_CALM)
  return flows
    .filter(
      (flow) =>
        of.subjects.has(flow.link) || (isCalm(flow) ? calm.includes(flow) : change(flow) >= SMALL * largest),
    )
    .slice(0, MOST_ARROWS)
}

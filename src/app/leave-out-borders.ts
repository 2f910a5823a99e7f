import type { Highs } from 'highs'
import type { Atlas } from '../atlas/atlas.ts'
import { balanceRate, observedRate } from '../atlas/figures.ts'
import type { Network, NetworkLink } from '../atlas/network.ts'
import type { ObservedFlow } from '../atlas/tables.ts'
import type { Sourced } from '../core/provenance.ts'
import { addDays, type CalendarDate, calendarDate, daysBetween } from '../core/time.ts'
import { type MeteredRate, withMeteredBalance } from '../solve/metered-balance.ts'
import type { RunLimits } from '../solve/optimise.ts'
import { reproduceFlows } from '../solve/reproduce-flows.ts'

/** A flow that was left out, with what the rest of the month says it was and what it was the month before. */
export interface LeftOutFlow {
  readonly row: ObservedFlow
  readonly modelled: number
  readonly before: number | null
}

/** Observations of the month before, at most so many days long. */
const LONGEST_MONTH = 31

/**
 * Leaves out one border at a time: all rows of the interval between two zones, in both directions, are unknown and the
 * network keeps for them what flowed the month before. Everything else that was published of the interval is known:
 * flows at the other borders, use, production and what was put into store. Where two countries both report what they
 * import, a border between them that neither reports had no flow.
 *
 * `base`: the network of the first day with the flow figures of its eve.
 */
export function leaveOutBorders(
  highs: Highs,
  atlas: Atlas,
  base: Network,
  rows: readonly ObservedFlow[],
  limits: RunLimits,
): LeftOutFlow[] {
  const [first] = rows
  if (first === undefined) return []
  const start = calendarDate(first.from)
  const days = daysBetween(start, calendarDate(first.to)) + 1
  const { network: lately, links: seenLately } = withFlowsBefore(atlas, base, start)
  const { network, metered } = withMeteredBalance(lately, meteredRates(atlas, first))
  const reporters = new Set(
    rows.filter(({ carrier }) => carrier === 'gas').flatMap((row) => endsOf(base, row)),
  )
  const reported = new Set(rows.flatMap((row) => linksOf(row)))
  const unreported = network.links.filter(
    ({ id, carrier, from, to }) =>
      carrier === 'gas' && !reported.has(id) && reporters.has(from) && reporters.has(to),
  )
  const answers = new Map<string, ReadonlyMap<string, number>>()
  const flowsWithout = (row: ObservedFlow): ReadonlyMap<string, number> => {
    const held = borderOf(base, row)
    const key = [...held].sort().join(' ')
    const known = answers.get(key)
    if (known !== undefined) return known
    const told = new Map<string, Sourced>(unreported.filter(({ id }) => !held.has(id)).map(nothing))
    for (const other of rows) {
      const ids = linksOf(other)
      const rate = ids.some((id) => held.has(id)) ? null : observedRate(atlas, other)
      if (rate !== null) for (const [id, flow] of shared(network, ids, rate)) told.set(id, flow)
    }
    const question = {
      start,
      days,
      metered: { rows: new Set([...metered, ...told.keys()]), lately: seenLately },
    }
    const flows = reproduceFlows(highs, withFlows(network, told), question, limits)
    answers.set(key, flows)
    return flows
  }
  return rows.map((row) => {
    const flows = flowsWithout(row)
    const ids = linksOf(row)
    const before = ids.filter((id) => seenLately.has(id))
    return {
      row,
      modelled: sum(ids, (id) => flows.get(id) ?? 0),
      before: before.length === 0 ? null : sum(ids, (id) => flowOf(network, id)),
    }
  })
}

/** The network with the flows of the month that ended the day before `start`, and the links that were seen then. */
function withFlowsBefore(
  atlas: Atlas,
  base: Network,
  start: CalendarDate,
): { readonly network: Network; readonly links: ReadonlySet<string> } {
  const eve = addDays(start, -1)
  const seen = new Map<string, Sourced>()
  for (const row of atlas.tables.observations) {
    if (row.use === 'record' || row.to !== eve || daysBetween(calendarDate(row.from), eve) >= LONGEST_MONTH)
      continue
    const rate = observedRate(atlas, row)
    if (rate !== null) for (const [id, flow] of shared(base, linksOf(row), rate)) seen.set(id, flow)
  }
  // What is reported one way only was nothing the other way.
  const ways = new Set(base.links.filter(({ id }) => seen.has(id)).map(({ from, to }) => `${to} ${from}`))
  for (const link of base.links) {
    if (link.carrier === 'gas' && !seen.has(link.id) && ways.has(`${link.from} ${link.to}`))
      seen.set(...nothing(link))
  }
  return { network: withFlows(base, seen), links: new Set(seen.keys()) }
}

function meteredRates(atlas: Atlas, { from, to }: ObservedFlow): MeteredRate[] {
  return atlas.tables.balances.flatMap((row) => {
    const rate = row.from === from && row.to === to ? balanceRate(row) : null
    const { id, name, item } = row
    return rate === null ? [] : [{ id, name, item, bus: `${row.zone}:${row.carrier}`, rate }]
  })
}

/** A rate over several links in proportion to what they carry, evenly where they carry nothing. */
function shared(network: Network, ids: readonly string[], rate: Sourced): [string, Sourced][] {
  const total = sum(ids, (id) => flowOf(network, id))
  return ids.map((id) => {
    const share = total > 0 ? flowOf(network, id) / total : 1 / ids.length
    return [id, { ...rate, value: rate.value * share, low: null, high: null }]
  })
}

/** All links between the zones that the row's links join, in both directions. */
function borderOf(network: Network, row: ObservedFlow): ReadonlySet<string> {
  const ids = new Set(linksOf(row))
  const pairs = new Set(network.links.filter(({ id }) => ids.has(id)).map(pairOf))
  return new Set([...ids, ...network.links.filter((link) => pairs.has(pairOf(link))).map(({ id }) => id)])
}

function endsOf(network: Network, row: ObservedFlow): string[] {
  const ids = new Set(linksOf(row))
  return network.links.filter(({ id }) => ids.has(id)).map(({ to }) => to)
}

function withFlows(network: Network, flows: ReadonlyMap<string, Sourced>): Network {
  const links = network.links.map((link) => ({ ...link, flow: flows.get(link.id) ?? link.flow }))
  return { ...network, links }
}

function nothing({ id, capacity, flow }: NetworkLink): [string, Sourced] {
  const like = flow ?? capacity
  const unit = like?.unit ?? 'gwh_d'
  const because = like?.because ?? (`atlas:links/${id}/flow` as const)
  return [id, { value: 0, low: null, high: null, unit, status: 'estimated', because }]
}

function linksOf(row: ObservedFlow): readonly string[] {
  return row.links.split(/\s+/u).filter((part) => part !== '')
}

function pairOf({ from, to }: NetworkLink): string {
  return [from, to].sort().join(' ')
}

function flowOf(network: Network, id: string): number {
  return network.links.find((link) => link.id === id)?.flow?.value ?? 0
}

function sum(ids: readonly string[], rateOf: (id: string) => number): number {
  return ids.reduce((total, id) => total + rateOf(id), 0)
}

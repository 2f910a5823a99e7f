import type { Atlas } from '../../atlas/atlas.ts'
import { balanceRate, observedRate } from '../../atlas/figures.ts'
import type { Network } from '../../atlas/network.ts'
import type { ObservedFlow } from '../../atlas/tables.ts'
import type { Sourced } from '../../core/provenance.ts'
import { addDays, type CalendarDate, calendarDate, daysBetween } from '../../core/time.ts'
import { type MeteredRate, withMeteredBalance } from '../../solve/base/metered-balance.ts'
import { endsOf, linksOf, nothing, shared, withFlows } from './carried-flows.ts'
import { drawnOverTheYear, ofTheYear } from './known-year.ts'

/** Observations of the month before, at most so many days long. */
const LONGEST_MONTH = 31

/** What months of which all is known taught about the next one. */
export interface MonthLesson {
  /** How many months it rests on. */
  readonly months: number
  /** By link that nobody observed: what the balances at its ends left for it. */
  readonly flows: ReadonlyMap<string, number>
  /** By well that nobody metered, in a zone whose use was: what the balance left for it. */
  readonly outputs: ReadonlyMap<string, number>
  /** By bus whose use was metered: by how much its balance missed, above zero a source that no row explains. */
  readonly differences: ReadonlyMap<string, number>
}

/** A month as known but for its flows: what was metered, what flowed the month before and what that month taught. */
export interface KnownMonth {
  readonly start: CalendarDate
  readonly days: number
  readonly network: Network
  readonly metered: ReadonlySet<string>
  readonly lately: ReadonlySet<string>
  readonly differences: ReadonlyMap<string, number>
  /** What was published of the month's flows, by link, but for those held back. */
  readonly told: (heldBack: ReadonlySet<string>) => ReadonlyMap<string, Sourced>
}

export function knownMonth(
  atlas: Atlas,
  base: Network,
  rows: readonly ObservedFlow[],
  lesson: MonthLesson | null,
): KnownMonth | null {
  const [first] = rows
  if (first === undefined) return null
  const start = calendarDate(first.from)
  const days = daysBetween(start, calendarDate(first.to)) + 1
  const { network: lately, links: seenLately } =
    days > LONGEST_MONTH
      ? { network: base, links: new Set(base.links.flatMap(({ id, flow }) => (flow === null ? [] : [id]))) }
      : withFlowsBefore(atlas, base, start, lesson)
  const rates = days > LONGEST_MONTH ? drawnOverTheYear(atlas, base, first, days) : meteredRates(atlas, first)
  const balanced = withMeteredBalance(withOutputs(lately, lesson), rates)
  const { network } = balanced
  const metered =
    days > LONGEST_MONTH
      ? new Set([...balanced.metered, ...ofTheYear(atlas, network, start)])
      : balanced.metered
  const reporters = new Set(
    rows.filter(({ carrier }) => carrier === 'gas').flatMap((row) => endsOf(base, row)),
  )
  const reported = new Set(rows.flatMap((row) => linksOf(row)))
  const unreported = network.links.filter(
    ({ id, carrier, from, to }) =>
      carrier === 'gas' && !reported.has(id) && reporters.has(from) && reporters.has(to),
  )
  return {
    start,
    days,
    network,
    metered,
    lately: seenLately,
    differences: new Map(
      rates
        .filter(({ item }) => item === 'use')
        .map(({ bus }) => [bus, lesson?.differences.get(bus) ?? 0] as const),
    ),
    told: (heldBack) => {
      const told = new Map<string, Sourced>(unreported.filter(({ id }) => !heldBack.has(id)).map(nothing))
      for (const other of rows) {
        const ids = linksOf(other)
        const rate = ids.some((id) => heldBack.has(id)) ? null : observedRate(atlas, other)
        if (rate !== null) for (const [id, flow] of shared(network, ids, rate)) told.set(id, flow)
      }
      return told
    },
  }
}

/** The network with what wells gave the month before by the balance of that month. */
function withOutputs(network: Network, lesson: MonthLesson | null): Network {
  const supplies = network.supplies.map((supply) => {
    const value = lesson?.outputs.get(supply.id)
    return value === undefined || supply.output === null
      ? supply
      : { ...supply, output: { ...supply.output, value, low: null, high: null }, profile: [] }
  })
  return { ...network, supplies }
}

/** The network with the flows of the month that ended the day before `start`, and the links that were seen then. */
function withFlowsBefore(
  atlas: Atlas,
  base: Network,
  start: CalendarDate,
  lesson: MonthLesson | null,
): { readonly network: Network; readonly links: ReadonlySet<string> } {
  const eve = addDays(start, -1)
  const seen = new Map<string, Sourced>()
  const reporters = new Set<string>()
  for (const row of atlas.tables.observations) {
    if (row.use === 'record' || row.to !== eve || daysBetween(calendarDate(row.from), eve) >= LONGEST_MONTH)
      continue
    const rate = observedRate(atlas, row)
    if (rate === null) continue
    for (const [id, flow] of shared(base, linksOf(row), rate)) seen.set(id, flow)
    if (row.carrier === 'gas') for (const zone of endsOf(base, row)) reporters.add(zone)
  }
  // What is reported one way only was nothing the other way, if who would have bought it reports at all.
  const ways = new Set(base.links.filter(({ id }) => seen.has(id)).map(({ from, to }) => `${to} ${from}`))
  for (const link of base.links) {
    const isOtherWay = ways.has(`${link.from} ${link.to}`) && reporters.has(link.to)
    if (link.carrier === 'gas' && !seen.has(link.id) && isOtherWay) seen.set(...nothing(link))
    if (link.carrier !== 'gas' || seen.has(link.id)) continue
    const left = lesson?.flows.get(link.id)
    if (left !== undefined) seen.set(link.id, { ...nothing(link)[1], value: left })
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

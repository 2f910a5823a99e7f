import type { Highs } from 'highs'
import type { Atlas } from '../../atlas/atlas.ts'
import type { Network, NetworkLink } from '../../atlas/network.ts'
import type { ObservedFlow } from '../../atlas/tables.ts'
import { reproduceFlows } from '../../solve/base/reproduce-flows.ts'
import type { RunLimits } from '../../solve/linear/optimise.ts'
import { flowOf, linksOf, sum, withFlows } from './carried-flows.ts'
import { type KnownMonth, knownMonth, type MonthLesson } from './known-month.ts'

/** A flow that was left out, with what the rest of the month says it was and what it was the month before. */
export interface LeftOutFlow {
  readonly row: ObservedFlow
  readonly modelled: number
  readonly before: number | null
}

/**
 * Leaves out one border at a time: all rows of the interval between two zones, in both directions, are unknown and the
 * network keeps for them what flowed the month before. Everything else that was published of the interval is known:
 * flows at the other borders, use, production and what was put into store. Where two countries both report what they
 * import, a border between them that neither reports had no flow.
 *
 * `base`: the network of the first day with the flow figures of its eve. `lesson`: of the month that ended on that eve.
 */
export function leaveOutBorders(
  highs: Highs,
  atlas: Atlas,
  base: Network,
  rows: readonly ObservedFlow[],
  lesson: MonthLesson | null,
  limits: RunLimits,
): LeftOutFlow[] {
  const month = knownMonth(atlas, base, rows, lesson)
  if (month === null) return []
  const answers = new Map<string, ReadonlyMap<string, number>>()
  const flowsWithout = (row: ObservedFlow): ReadonlyMap<string, number> => {
    const held = borderOf(base, row)
    const key = [...held].sort().join(' ')
    const flows = answers.get(key) ?? reproduced(highs, month, held, limits).flows
    answers.set(key, flows)
    return flows
  }
  return rows.map((row) => {
    const flows = flowsWithout(row)
    const ids = linksOf(row)
    const before = ids.filter((id) => month.lately.has(id))
    return {
      row,
      modelled: sum(ids, (id) => flows.get(id) ?? 0),
      before: before.length === 0 ? null : sum(ids, (id) => flowOf(month.network, id)),
    }
  })
}

/**
 * Of a month of which all is known: flows that nobody observed, what unmetered wells gave, and by how much each metered
 * balance misses; of the latter two the mean with the months before, since what a single month misses by (cargoes landed
 * and not sent out, meters read late) turns round in the next.
 */
export function learnFromMonth(
  highs: Highs,
  atlas: Atlas,
  base: Network,
  rows: readonly ObservedFlow[],
  lesson: MonthLesson | null,
  limits: RunLimits,
): MonthLesson | null {
  const month = knownMonth(atlas, base, rows, lesson)
  if (month === null) return null
  const { flows, outputs, differences } = reproduced(highs, month, new Set(), limits)
  const wells = month.network.supplies.filter(
    ({ id, bus, kind }) => kind === 'production' && !month.metered.has(id) && month.differences.has(bus),
  )
  const told = month.told(new Set())
  const months = (lesson?.months ?? 0) + 1
  const meanOf = (earlier: ReadonlyMap<string, number> | undefined, id: string, value: number): number =>
    value + ((earlier?.get(id) ?? value) - value) * ((months - 1) / months)
  return {
    months,
    flows: new Map([...flows].filter(([id]) => !told.has(id))),
    outputs: new Map(wells.map(({ id }) => [id, meanOf(lesson?.outputs, id, outputs.get(id) ?? 0)])),
    differences: new Map(
      [...month.differences.keys()].map((bus) => [
        bus,
        meanOf(lesson?.differences, bus, differences.get(bus) ?? 0),
      ]),
    ),
  }
}

function reproduced(
  highs: Highs,
  { network, metered, lately, differences, start, days, told }: KnownMonth,
  heldBack: ReadonlySet<string>,
  limits: RunLimits,
) {
  const known = told(heldBack)
  const question = {
    start,
    days,
    metered: { rows: new Set([...metered, ...known.keys()]), lately, differences },
  }
  return reproduceFlows(highs, withFlows(network, known), question, limits)
}

/** All links between the zones that the row's links join, in both directions. */
function borderOf(network: Network, row: ObservedFlow): ReadonlySet<string> {
  const ids = new Set(linksOf(row))
  const pairs = new Set(network.links.filter(({ id }) => ids.has(id)).map(pairOf))
  return new Set([...ids, ...network.links.filter((link) => pairs.has(pairOf(link))).map(({ id }) => id)])
}

function pairOf({ from, to }: NetworkLink): string {
  return [from, to].sort().join(' ')
}

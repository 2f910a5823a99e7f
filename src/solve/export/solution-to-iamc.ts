import { type CsvValue, csvText } from '../../core/csv.ts'
import type { Solution } from '../solution.ts'

export interface IamcOptions {
  /** Name and version of the model, and of the scenario. */
  readonly model: string
  readonly scenario: string
  /** Zones at the ends of a link; a link that is not in it is a region of its own. */
  readonly ends: ReadonlyMap<string, { readonly from: string; readonly to: string }>
}

/**
 * A solution as the long table of the Integrated Assessment Modeling Consortium (columns model, scenario, region,
 * variable, unit, time, value; `time` is the first day of the period, or its name where several begin alike, as in
 * investment periods). Flows between two zones are summed under the
 * directional region `FROM>TO`. Capacities that were chosen stand at the first period.
 */
export function solutionToIamc(solution: Solution, options: IamcOptions): string {
  const isAlike = new Set(solution.periods.map(({ start }) => start)).size < solution.periods.length
  const starts = new Map(solution.periods.map(({ id, start }) => [id, isAlike ? id : start]))
  const sums = new Map<string, { readonly key: readonly string[]; value: number }>()
  const add = (
    region: string,
    variable: string,
    row: { unit: string; period: string; value: number },
  ): void => {
    const key = [region, variable, row.unit, starts.get(row.period) ?? row.period]
    const kept = sums.get(key.join('\u0000'))
    if (kept === undefined) sums.set(key.join('\u0000'), { key, value: row.value })
    else kept.value += row.value
  }
  for (const flow of solution.flows) {
    const ends = options.ends.get(flow.link)
    add(ends === undefined ? flow.link : `${ends.from}>${ends.to}`, `Trade|${titled(flow.carrier)}`, flow)
  }
  for (const row of solution.unserved)
    add(row.zone, `Unserved Demand|${titled(row.carrier)}|${row.tier}`, row)
  for (const row of solution.prices) add(row.zone, `Marginal Cost|${titled(row.carrier)}`, row)
  for (const row of solution.stores) add(row.store, 'Storage|Level', { ...row, value: row.level })
  for (const row of solution.supplies) add(row.supply, 'Supply', row)
  for (const row of solution.conversions) add(row.conversion, 'Conversion|Output', row)
  const [first] = solution.periods
  for (const row of solution.capacities) add(row.asset, 'Capacity', { ...row, period: first?.id ?? '' })
  return csvText(
    ['model', 'scenario', 'region', 'variable', 'unit', 'time', 'value'],
    [...sums.values()].map(({ key, value }): CsvValue[] => [options.model, options.scenario, ...key, value]),
  )
}

function titled(carrier: string): string {
  return carrier === 'lng' ? 'LNG' : carrier.charAt(0).toUpperCase() + carrier.slice(1)
}

import { join } from 'node:path'
import { openAtlas } from '../../src/app/load-atlas.ts'
import { loadSolver } from '../../src/app/load-solver.ts'
import { openScenario } from '../../src/app/scenario-files.ts'

import type { Network } from '../../src/atlas/network.ts'
import { calendarDate } from '../../src/core/time.ts'
import { concreteShocks } from '../../src/scenarios/concrete.ts'
import type { SharingRule } from '../../src/scenarios/scenario.ts'
import { withCarriers } from '../../src/solve/network/with-carriers.ts'
import { toSolutionJson } from '../../src/solve/results/to-solution-json.ts'
import { createSession } from '../../src/solve/session.ts'
import type { Solution } from '../../src/solve/solution.ts'

export interface GasRun {
  readonly network: Network
  readonly base: Solution
  readonly shocked: Solution
}

const { atlas } = openAtlas()

/** A scenario of this folder on the gas network of its day, at its central values. */
export async function runGas(name: string, sharing: SharingRule): Promise<GasRun> {
  const scenario = openScenario(join(import.meta.dirname, `${name}.yaml`), atlas)
  const network = withCarriers(atlas.networkAt(calendarDate(scenario.network_date)), new Set(['gas', 'lng']))
  const session = createSession(await loadSolver(), network, {
    grid: 'brief',
    start: calendarDate(scenario.start),
    days: scenario.days,
  })
  try {
    const base = session.base()
    const shocked = session.solve(concreteShocks(scenario, 'central'), {
      beliefDays: scenario.belief_days,
      sharing,
    })
    return { network, base: toSolutionJson(base, network), shocked: toSolutionJson(shocked, network) }
  } finally {
    session.dispose()
  }
}

/** Unserved gas of a zone in GWh a day, by period. */
export function unservedBy(solution: Solution, zone: string): readonly number[] {
  return solution.periods.map((period) =>
    solution.unserved
      .filter((row) => row.zone === zone && row.carrier === 'gas' && row.period === period.id)
      .reduce((sum, row) => sum + row.value, 0),
  )
}

/** Use of a zone in GWh a day over the days of each period. */
export function demandBy(run: GasRun, zone: string): readonly number[] {
  const demands = run.network.demands.filter(
    (demand) => demand.bus === `${zone}:gas` && demand.kind === 'final',
  )
  return run.shocked.periods.map((period) => {
    let sum = 0
    for (let day = 0; day < period.days; day++) {
      const month = new Date(Date.parse(period.start) + day * 86_400_000).getUTCMonth()
      for (const demand of demands) sum += demand.rate.value * (demand.profile[month] ?? 1)
    }
    return sum / period.days
  })
}

/** Flow of a link in each period, GWh a day; 0 where the link is not there. */
export function flowBy(solution: Solution, link: string): readonly number[] {
  return solution.periods.map(
    (period) => solution.flows.find((row) => row.link === link && row.period === period.id)?.value ?? 0,
  )
}

/** Net imports and production of a zone on the first day, stores left out. */
export function supplyOnFirstDay(run: GasRun, solution: Solution, zone: string): number {
  const first = solution.periods[0]?.id
  const bus = `${zone}:gas`
  let sum = run.network.supplies
    .filter((supply) => supply.bus === bus)
    .reduce((total, supply) => total + (supply.output?.value ?? 0), 0)
  for (const row of solution.flows) {
    const link = run.network.links.find((one) => one.id === row.link)
    if (link === undefined || row.period !== first) continue
    if (link.to === bus || link.to === `${zone}:lng`) sum += row.value
    if (link.from === bus) sum -= row.value
  }
  return sum
}

/** Spearman's rank correlation; ties share their mean rank. */
export function spearman(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [ranks(one), ranks(other)]
  const mean = (a.length + 1) / 2
  let [top, left, right] = [0, 0, 0]
  a.forEach((rank, index) => {
    const [x, y] = [rank - mean, (b[index] ?? mean) - mean]
    top += x * y
    left += x * x
    right += y * y
  })
  return top / Math.sqrt(left * right)
}

function ranks(values: readonly number[]): number[] {
  return values.map(
    (value) =>
      1 +
      values.filter((other) => other < value).length +
      (values.filter((other) => other === value).length - 1) / 2,
  )
}

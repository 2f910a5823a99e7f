import type { solveNetwork } from '../app/solve-network.ts'
import { readableUnit } from '../core/readable.ts'

type Solution = Awaited<ReturnType<typeof solveNetwork>>

/** Rows of a table in a terminal that a person can take in; `--json` has all. */
const MOST_ROWS = 15

/** What a person reads of a solution in a terminal: the largest rows of each kind; `--json` has all. */
export function showSolution(solution: Solution): string {
  const last = solution.periods.at(-1)
  if (last === undefined) return `${solution.status}: no period`
  if (solution.status !== 'optimal') return `${solution.status}: no numbers`
  const flows = solution.flows.filter((flow) => flow.period === last.id).sort((a, b) => b.value - a.value)
  const unserved = solution.unserved.filter((row) => row.value > 1e-6)
  const number = (value: number): string => value.toFixed(1).padStart(10)
  return [
    `${solution.status}; ${solution.periods.length} period${solution.periods.length === 1 ? '' : 's'} from ${solution.periods[0]?.start} to ${last.start}`,
    ...(solution.objective === null
      ? []
      : [`objective ${solution.objective}, beside a constant ${solution.objective_constant}`]),
    '',
    `Largest flows in the last period (${flows.length} links)`,
    ...flows
      .slice(0, MOST_ROWS)
      .map(
        (flow) =>
          `${number(flow.value)} ${readableUnit(flow.unit)}  ${flow.link}${flow.headroom === null ? '' : `  headroom ${flow.headroom.toFixed(1)}`}`,
      ),
    '',
    unserved.length === 0 ? 'All demand is served.' : `Unserved demand (${unserved.length} rows)`,
    ...unserved
      .slice(0, MOST_ROWS)
      .map(
        (row) =>
          `${number(row.value)} ${readableUnit(row.unit)}  ${row.zone} ${row.carrier}, ${row.tier}, ${row.period}`,
      ),
    ...showPeaks(solution),
    ...(solution.capacities.length === 0 ? [] : ['', 'Built, or chosen']),
    ...solution.capacities
      .slice(0, MOST_ROWS)
      .map((row) => `${number(row.value)} ${readableUnit(row.unit)}  ${row.asset}`),
    ...showExposure(solution),
    ...(solution.binding.length === 0 ? [] : ['', 'What limits it']),
    ...solution.binding.slice(0, MOST_ROWS).map((row) => `  ${row.sentence}`),
  ].join('\n')
}

/** Why a solve that is not optimal gave no numbers, and what to do next. */
export function whyNot({ status, conflict, relaxation, bound }: Solution): string {
  const sentences = conflict.map((one) => one.sentence).join(' ') || 'no conflict was found'
  if (status === 'unbounded') {
    return `the cost falls without end: ${sentences} Give finite capacities, or costs that do not earn money`
  }
  if (status !== 'time_limit') {
    const least = (relaxation ?? []).map((one) => one.sentence).join(' ')
    return `the programme ended ${status}. These cannot all hold: ${sentences}${least === '' ? '' : ` The least that would have to give way: ${least}`}`
  }
  // Under one a bound is what arithmetic leaves of zero.
  const least = bound == null ? null : Math.abs(bound) < 1 ? '0' : bound.toPrecision(6)
  const proved = least === null ? 'nothing is proved of its cost' : `its objective is at least ${least}`
  return `time ran out before an answer was found: ${proved}; give more with --time-limit`
}

function showExposure({ exposure }: Solution): string[] {
  if (exposure === undefined) return []
  const million = (value: number): string => (value / 1e6).toFixed(1)
  return [
    '',
    exposure.length === 0
      ? 'No owner and no transit country loses anything.'
      : 'Lost over the horizon, below zero gained (energy, and its worth at 0.8 to 1 of the price of the first step of demand, million EUR)',
    ...exposure.slice(0, MOST_ROWS).map(({ kind, of, carrier, lost, unit, money }) => {
      const worth = money === null ? '' : `  ${million(money.low)} to ${million(money.high)}`
      return `${lost.toFixed(1).padStart(10)} ${readableUnit(unit)}  ${kind} of ${carrier}, ${of}${worth}`
    }),
  ]
}

function showPeaks({ power_peaks = [] }: Solution): string[] {
  if (power_peaks.length === 0) return []
  const worst = [...power_peaks].sort((a, b) => b.unserved - a.unserved).slice(0, MOST_ROWS)
  return [
    '',
    `Power short in the hours of peak (${power_peaks.length} rows)`,
    ...worst.map(
      ({ zone, period, asked, unserved, unit }) =>
        `${unserved.toFixed(0).padStart(10)} ${unit}  of ${asked.toFixed(0)}  ${zone}, ${period}`,
    ),
  ]
}

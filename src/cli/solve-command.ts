import type { Command } from 'commander'
import type { Config } from '../app/config.ts'
import { exportSolution, solutionFormatsOf } from '../app/export-solution.ts'
import type { Progress } from '../app/progress.ts'
import { type EnsembleAnswer, runEnsemble } from '../app/run-ensemble.ts'
import type { solveNetwork } from '../app/solve-network.ts'
import { runTask } from '../app/tasks/run-task.ts'
import { today } from '../app/today.ts'
import { CorridorError } from '../core/errors.ts'
import { readableUnit } from '../core/readable.ts'
import type { CommandContext } from './command-context.ts'
import { dayOption, numberOption, progressOf } from './options.ts'

interface SolveFlags {
  readonly network?: string
  readonly scenario?: string
  readonly asOf?: string
  readonly sharing?: string
  readonly ensemble?: string
  readonly workers?: string
  readonly tolerance?: string
  readonly parameters?: boolean
  readonly exposure?: boolean
  readonly timeLimit?: string
  readonly breakEven?: string
  readonly json?: boolean
  readonly export?: string
  readonly out?: string
}

export function addSolveCommand(program: Command, context: CommandContext, settings: () => Config): void {
  program
    .command('solve')
    .description('solve the base case of a day, or a scenario: flows, unserved demand, prices, stocks')
    .option(
      '-n, --network <path>',
      'an atlas of your own, a PyPSA CSV folder or a MATPOWER file (default: the shipped atlas)',
    )
    .option('-s, --scenario <file>', 'a scenario file, or the id of a shipped one')
    .option('--as-of <date>', 'day of the network, YYYY-MM-DD (default: the day of the scenario, else today)')
    .option(
      '--sharing <rule>',
      'who bears a shortage: cooperative (equal shares) or own_first (exports cut); default: as the scenario says',
    )
    .option(
      '--ensemble <members>',
      'draw a scenario this often at most, and give percentiles with sampling error',
    )
    .option('--workers <number>', 'with --ensemble: threads (default: one a processor, at most four)')
    .option(
      '--tolerance <share>',
      'with --ensemble: error at which it stops, of the width between 5 and 95 % (0.02)',
    )
    .option('--break-even <field>', 'the duration or size of a scenario at which someone goes short')
    .option('--parameters', 'with --ensemble: also with re-routing half and twice as fast')
    .option('--exposure', 'what owners and transit countries lose by a scenario, in energy and money')
    .option(
      '--time-limit <seconds>',
      'for one optimisation of a scenario (60) or a foreign network (600); where it runs out, a bound on the cost and no answer',
    )
    .option('--json', 'print JSON (schemas/solution.schema.json)')
    .option(
      '--export <formats>',
      'write csv, geojson, iamc, parquet or pypsa (several with commas) into --out',
    )
    .option('-o, --out <folder>', 'folder of --export (default: corridor-solution)')
    .action(async (flags: SolveFlags, command: Command) => {
      const config = settings()
      const progress = progressOf(command, context, config)
      const network = flags.network ?? config.network
      if (flags.ensemble !== undefined) {
        const answer = await ensembleOf(flags, network, progress)
        context.terminal.print(flags.json ? JSON.stringify(answer) : showEnsemble(answer))
        return
      }
      if (flags.breakEven !== undefined) {
        if (flags.scenario === undefined) {
          throw new CorridorError('option_invalid', '--break-even needs a scenario: name one with --scenario')
        }
        const { scenario, breakEven: field } = flags
        const answer = await runTask<'break-even'>(
          { kind: 'break-even', options: { network, scenario, field } },
          progress,
        )
        context.terminal.print(flags.json ? JSON.stringify(answer) : answer.sentence)
        return
      }
      const options = {
        network,
        scenario: flags.scenario,
        asOf: dayOption('--as-of', flags.asOf ?? config.as_of),
        sharing: flags.sharing,
        exposure: flags.exposure ?? false,
        timeLimitSeconds:
          flags.timeLimit === undefined ? undefined : numberOption('--time-limit', flags.timeLimit, 0),
        today: today(),
      }
      const formats = flags.export === undefined ? [] : solutionFormatsOf(flags.export, network)
      const solution = await runTask<'solve'>({ kind: 'solve', options }, progress)
      context.terminal.print(flags.json ? JSON.stringify(solution) : showSolution(solution))
      if (formats.length > 0) {
        const out = flags.out ?? 'corridor-solution'
        const given = { solution, formats, network, scenario: flags.scenario, out }
        context.terminal.tell(`written: ${exportSolution(given).join('  ')}`)
      }
      if (solution.status !== 'optimal') {
        throw new CorridorError(
          solution.status === 'infeasible' ? 'solve_infeasible' : 'solve_failed',
          whyNot(solution),
        )
      }
    })
}

function whyNot({ status, conflict, relaxation, bound }: Solution): string {
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

function ensembleOf(
  flags: SolveFlags,
  network: string | undefined,
  progress: Progress,
): Promise<EnsembleAnswer> {
  if (flags.scenario === undefined) {
    throw new CorridorError('option_invalid', '--ensemble draws from a scenario: name one with --scenario')
  }
  return runEnsemble({
    network,
    scenario: flags.scenario,
    members: Math.round(numberOption('--ensemble', flags.ensemble ?? '', 1)),
    parameters: flags.parameters ?? false,
    progress,
    ...(flags.workers === undefined
      ? {}
      : { workers: Math.round(numberOption('--workers', flags.workers, 1)) }),
    ...(flags.tolerance === undefined ? {} : { tolerance: numberOption('--tolerance', flags.tolerance, 0) }),
  })
}

function showEnsemble(of: EnsembleAnswer): string {
  const table = (events: EnsembleAnswer['events']) =>
    events.flatMap(({ measure, bus, unit, mean, percentiles }) => [
      `${measure}${bus === null ? '' : ` at ${bus}`} (${readableUnit(unit)}): mean ${show(mean)}`,
      ...percentiles.map((one) => `  ${String(one.percent).padStart(3)} %  ${show(one)}`),
    ])
  return [
    `${of.members} members in ${of.replicates} replicates; ${howTight(of)}`,
    ...table(of.events),
    ...of.parameters.flatMap(({ pace, events }) => [
      `With re-routing ${pace} times as fast`,
      ...table(events),
    ]),
  ].join('\n')
}

function howTight({ are_alike, is_tight }: EnsembleAnswer): string {
  if (are_alike) {
    return 'all alike: the scenario leaves nothing open that changes them (low and high of a shock, or "uncertain")'
  }
  return is_tight ? 'tight enough' : 'errors are wider than asked for: draw more'
}

function show({ value, error }: { readonly value: number; readonly error: number }): string {
  return `${value.toPrecision(5)} ± ${error.toPrecision(2)}`
}

type Solution = Awaited<ReturnType<typeof solveNetwork>>

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

/** Rows of a table in a terminal that a person can take in; `--json` has all. */
const MOST_ROWS = 15

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

function showSolution(solution: Solution): string {
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

import type { Command } from 'commander'
import type { Config } from '../app/config.ts'
import { exportSolution, solutionFormatsOf } from '../app/export-solution.ts'
import type { Progress } from '../app/progress.ts'
import { type EnsembleAnswer, runEnsemble } from '../app/run-ensemble.ts'
import { runTask } from '../app/tasks/run-task.ts'
import { today } from '../app/today.ts'
import { expectWritable } from '../app/write-files.ts'
import { CorridorError } from '../core/errors.ts'
import type { CommandContext } from './command-context.ts'
import { dayOption, numberOption, progressOf } from './options.ts'
import { showEnsemble } from './show-ensemble.ts'
import { showSolution, whyNot } from './show-solution.ts'

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
      expectCompany(flags)
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
      const out = flags.out ?? 'corridor-solution'
      if (formats.length > 0) expectWritable(out)
      const solution = await runTask<'solve'>({ kind: 'solve', options }, progress)
      context.terminal.print(flags.json ? JSON.stringify(solution) : showSolution(solution))
      if (formats.length > 0) {
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

/** A flag that would do nothing without another is refused, so that nobody takes its silence for an answer. */
function expectCompany(flags: SolveFlags): void {
  const alone = (flag: string, value: unknown, needs: string, company: unknown): void => {
    if (value === undefined || company !== undefined) return
    throw new CorridorError(
      'option_invalid',
      `${flag} does nothing without ${needs}: add it, or leave ${flag} out`,
    )
  }
  alone('--workers', flags.workers, '--ensemble', flags.ensemble)
  alone('--tolerance', flags.tolerance, '--ensemble', flags.ensemble)
  alone('--parameters', flags.parameters, '--ensemble', flags.ensemble)
  alone('--out', flags.out, '--export', flags.export)
}

import type { Command } from 'commander'
import type { Config } from '../app/config.ts'
import { computeNMinusOne } from '../app/n-minus-one.ts'
import type { ListedLoss, Screening } from '../app/screen-network.ts'
import { runTask } from '../app/tasks/run-task.ts'
import { today } from '../app/today.ts'
import { readableUnit } from '../core/readable.ts'
import type { CommandContext } from './command-context.ts'
import { dayOption, numberOption, progressOf } from './options.ts'

interface ScreenFlags {
  readonly network?: string
  readonly asOf?: string
  readonly carrier?: string
  readonly pairs?: boolean
  readonly top: string
  readonly days: string
  readonly n1?: string
  readonly peakDemand?: string
  readonly demandSide: string
  readonly json?: boolean
}

export function addScreenCommand(program: Command, context: CommandContext, settings: () => Config): void {
  program
    .command('screen')
    .description(
      'lose every asset by itself and rank by unserved demand, cost and marginal cost; or N-1 of an area',
    )
    .option('-n, --network <path>', 'an atlas of your own (default: the shipped atlas)')
    .option('--as-of <date>', 'day of the network, YYYY-MM-DD (default: today)')
    .option('--carrier <carrier>', 'only assets of crude, products, gas, lng, coal or power')
    .option('--pairs', 'also the dearest double outages')
    .option('--top <number>', 'how many are listed', '20')
    .option('--days <number>', 'days that an outage lasts', '91')
    .option(
      '--n1 <zones>',
      'instead: N-1 of Regulation (EU) 2017/1938 for zones or countries, with commas between',
    )
    .option(
      '--peak-demand <gwh_d>',
      'with --n1: demand of a day once in twenty years (default: highest day published, else highest month)',
    )
    .option('--demand-side <gwh_d>', 'with --n1: what market-based demand-side measures cover', '0')
    .option('--json', 'print JSON')
    .action(async (flags: ScreenFlags, command: Command) => {
      const config = settings()
      const network = flags.network ?? config.network
      const day = dayOption('--as-of', flags.asOf ?? config.as_of) ?? today()
      const { print } = context.terminal
      if (flags.n1 !== undefined) {
        const answer = computeNMinusOne({
          network,
          day,
          area: flags.n1.split(',').map((name) => name.trim()),
          peakDemand:
            flags.peakDemand === undefined ? undefined : numberOption('--peak-demand', flags.peakDemand, 0),
          demandSide: numberOption('--demand-side', flags.demandSide, 0),
        })
        print(flags.json ? JSON.stringify(answer) : showNMinusOne(answer))
        return
      }
      const options = {
        network,
        day,
        carrier: flags.carrier,
        pairs: flags.pairs ?? false,
        top: Math.round(numberOption('--top', flags.top, 1)),
        days: Math.round(numberOption('--days', flags.days, 1)),
      }
      const screening = await runTask<'screen'>(
        { kind: 'screen', options },
        progressOf(command, context, config),
      )
      print(flags.json ? JSON.stringify(screening) : showScreening(screening))
    })
}

function showScreening(of: Screening): string {
  return [
    `${of.contingencies} assets as of ${of.as_of}, each lost for ${of.days} days; ${of.idle.length} stand idle and cost nothing`,
    '',
    'Worst single outages, day by day',
    ...of.again.map(showLoss),
    '',
    `All, on the screening grid (${of.singles.length} of ${of.contingencies - of.idle.length})`,
    ...of.singles.map(showLoss),
    ...(of.pairs === null
      ? []
      : [
          '',
          `Dearest pairs of ${of.pairs.count}: ${of.pairs.solved} solved, ${of.pairs.known} known from one outage, ${of.pairs.pruned} ruled out by their bound${of.pairs.unpruned === null ? '' : ` (${of.pairs.unpruned})`}`,
          ...of.pairs.losses.map(showLoss),
        ]),
  ].join('\n')
}

function showLoss(loss: ListedLoss): string {
  const missing = loss.unserved.map(
    ({ carrier, value, unit }) => `${value.toFixed(0)} ${readableUnit(unit)} of ${carrier} unserved`,
  )
  const rise =
    loss.price_rise === null
      ? ''
      : `; marginal cost up ${loss.price_rise.value.toFixed(0)} ${readableUnit(loss.price_rise.unit)} at ${loss.price_rise.bus}`
  return `${(loss.cost_eur / 1e6).toFixed(0).padStart(9)} MEUR  ${loss.assets.map(({ name }) => name).join(' + ')}${missing.length === 0 ? '' : `: ${missing.join(', ')}`}${rise}`
}

function showNMinusOne(of: ReturnType<typeof computeNMinusOne>): string {
  const row = (name: string, value: number) => `${value.toFixed(0).padStart(8)} GWh/d  ${name}`
  const percent = (value: number) => `${value.toFixed(1)} %`
  return [
    `N-1 of ${of.zones.join(', ')} as of ${of.as_of} (Regulation (EU) 2017/1938, Annex II)`,
    row('entry points', of.entry),
    row('production', of.production),
    row('storage, full', of.storage),
    row('LNG', of.lng),
    row(`largest infrastructure: ${of.largest.name}`, of.largest.capacity),
    row(`demand, ${of.peak_demand_is}`, of.peak_demand),
    `N-1 with full stores ${percent(of.full.n1)}, with demand-side measures ${percent(of.full.n1WithDemandSide)}`,
    `N-1 with stores at 30 % (${percent(100 * of.deliverability_at_30)} of deliverability) ${percent(of.at30.n1)}, with demand-side measures ${percent(of.at30.n1WithDemandSide)}`,
  ].join('\n')
}

import { type Command, Option } from 'commander'
import type { Config } from '../app/config.ts'
import {
  type Reproduction,
  reproduceAtlas,
  reproducedCarriers,
  reproductionMethods,
} from '../app/reproduce/reproduce-atlas.ts'
import type { CommandContext } from './command-context.ts'
import { progressOf } from './options.ts'

/** `corridor atlas reproduce`: how well the base gives back flows that it was not told. */
export function addReproduceCommand(atlas: Command, context: CommandContext, settings: () => Config): void {
  const { terminal } = context
  atlas
    .command('reproduce')
    .description(
      'solve the base of past days without the flows of those days and compare with what was observed',
    )
    .addOption(new Option('--carrier <carrier>', 'one carrier only').choices(reproducedCarriers))
    .addOption(
      new Option(
        '--method <method>',
        'ahead: no flow of the days is known; border: all but one border is known',
      ).choices(reproductionMethods),
    )
    .option('--json', 'print JSON')
    .action(
      async (
        flags: {
          carrier?: (typeof reproducedCarriers)[number]
          method?: (typeof reproductionMethods)[number]
          json?: boolean
        },
        command: Command,
      ) => {
        const reproduction = await reproduceAtlas({
          carrier: flags.carrier ?? null,
          method: flags.method ?? null,
          progress: progressOf(command, context, settings()),
        })
        if (flags.json) terminal.print(JSON.stringify({ schema_version: '1', ...reproduction }))
        else terminal.print(lines(reproduction).join('\n'))
      },
    )
}

function lines({ groups, flows }: Reproduction): string[] {
  const percent = (share: number | null): string => (share === null ? '-' : `${(share * 100).toFixed(0)} %`)
  return [
    'method, carrier, use, interval: flows; error median, 90th percentile, by volume (flows carried forward: median, 90th percentile); large flows: median, 90th percentile',
    ...groups.map(
      (group) =>
        `${group.method}, ${group.carrier}, ${group.use}, ${group.interval}: ${group.count}; ${percent(group.median)}, ${percent(group.p90)}, ${percent(group.weighted)} (${percent(group.persistence.median)}, ${percent(group.persistence.p90)}); ${group.large.count}: ${percent(group.large.median)}, ${percent(group.large.p90)}`,
    ),
    '',
    'misses above 40 %, largest first:',
    ...flows
      .filter((flow) => (flow.error ?? 0) > 0.4)
      .map(
        (flow) =>
          `${flow.method}: ${flow.id}: observed ${flow.observed.toFixed(0)}, modelled ${flow.modelled.toFixed(0)} ${flow.unit} (${percent(flow.error)}), ${flow.from} to ${flow.to}`,
      ),
  ]
}

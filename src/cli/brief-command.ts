import type { Command } from 'commander'
import type { Config } from '../app/config.ts'
import { makeBrief } from '../app/make-brief.ts'
import { summaryOf, writeBrief } from '../app/write-brief.ts'
import { expectWritable } from '../app/write-files.ts'
import type { CommandContext } from './command-context.ts'
import { statusOf } from './exit.ts'
import {
  dayOption,
  inputOptions,
  progressOf,
  type ReportFlags,
  readerOptions,
  withReportFlags,
} from './options.ts'
import { tellProblems } from './terminal.ts'

export function addBriefCommand(program: Command, context: CommandContext, settings: () => Config): void {
  withReportFlags(program.command('brief'))
    .description(
      'what the reports claim, and what it would do to supply: brief.html, brief.md, brief.json, claims.csv',
    )
    .option('-o, --out <folder>', 'folder for the brief (default: corridor-brief)')
    .option('--as-of <date>', 'day of the network, YYYY-MM-DD (default: the day of each event)')
    .action(
      async (paths: string[], flags: ReportFlags & { out?: string; asOf?: string }, command: Command) => {
        const config = settings()
        const { terminal } = context
        const folder = flags.out ?? config.out ?? 'corridor-brief'
        expectWritable(folder)
        const { brief, problems, notes } = await makeBrief(paths, {
          ...inputOptions(flags, config),
          ...readerOptions(flags, config),
          network: flags.network ?? config.network,
          asOf: dayOption('--as-of', flags.asOf ?? config.as_of),
          progress: progressOf(command, context, config),
        })
        const written = writeBrief(brief, folder)
        if (flags.json) terminal.print(JSON.stringify(brief))
        else {
          terminal.print(summaryOf(brief, terminal))
          terminal.print(`\nThe brief: ${written.join('  ')}`)
        }
        for (const note of notes) terminal.tell(`corridor: ${note}`)
        tellProblems(terminal, problems)
        context.finish(statusOf(problems))
      },
    )
}

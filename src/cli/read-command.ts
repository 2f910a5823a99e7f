import type { Command } from 'commander'
import type { Config } from '../app/config.ts'
import { openAtlas } from '../app/load-atlas.ts'
import { readReports } from '../app/read-reports.ts'
import type { CommandContext } from './command-context.ts'
import { statusOf } from './exit.ts'
import { inputOptions, progressOf, type ReportFlags, readerOptions, withReportFlags } from './options.ts'
import { showReading } from './show-reading.ts'
import { tellProblems } from './terminal.ts'

export function addReadCommand(program: Command, context: CommandContext, settings: () => Config): void {
  withReportFlags(program.command('read'))
    .description('read reports: claims, names, numbers and dates, each with its exact words')
    .action(async (paths: string[], flags: ReportFlags, command: Command) => {
      const config = settings()
      const { terminal } = context
      const { readings, problems, notes } = await readReports(paths, {
        ...inputOptions(flags, config),
        ...readerOptions(flags, config),
        atlas: openAtlas().atlas,
        progress: progressOf(command, context, config),
      })
      for (const reading of readings) {
        terminal.print(
          flags.json ? JSON.stringify(reading) : showReading(reading, { colour: terminal.colour }),
        )
      }
      for (const note of notes) terminal.tell(`corridor: ${note}`)
      tellProblems(terminal, problems)
      context.finish(statusOf(problems))
    })
}

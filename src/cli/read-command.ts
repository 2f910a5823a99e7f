import { type Command, CommanderError } from 'commander'
import type { Config } from '../app/config.ts'
import { openNames } from '../app/open-network.ts'
import { readReports } from '../app/read-reports.ts'
import type { CommandContext } from './command-context.ts'
import { statusOf } from './exit.ts'
import { inputOptions, progressOf, type ReportFlags, readerOptions, withReportFlags } from './options.ts'
import { showExplanation } from './show-explanation.ts'
import { showMarkedReport } from './show-marked-report.ts'
import { showReading } from './show-reading.ts'
import { tellProblems } from './terminal.ts'

interface ReadFlags extends ReportFlags {
  readonly explain?: string | true
  readonly text?: boolean
}

const CLAIM_ID = /^c\d+$/u

export function addReadCommand(program: Command, context: CommandContext, settings: () => Config): void {
  withReportFlags(program.command('read'), { isOptional: true })
    .description('read reports: claims, names, numbers and dates, each with its exact words')
    .option('--explain [claim]', 'which cues and rules made each claim, or one of them (c3)')
    .option('--text', 'show the report with its claims marked (in a terminal with colours: always)')
    .action(async (given: string[], flags: ReadFlags, command: Command) => {
      const config = settings()
      const { terminal } = context
      // `read --explain report.txt`: what is no claim is a path.
      const isClaim = typeof flags.explain === 'string' && CLAIM_ID.test(flags.explain)
      const paths = typeof flags.explain === 'string' && !isClaim ? [...given, flags.explain] : given
      if (paths.length === 0) throw wrongUsage(command, "error: missing required argument 'path'")
      const { readings, problems, notes, traces } = await readReports(paths, {
        ...inputOptions(flags, config),
        ...readerOptions(flags, config),
        atlas: openNames(flags.network ?? config.network),
        progress: progressOf(command, context, config),
        withTraces: flags.explain !== undefined,
      })
      for (const reading of readings) {
        const traced = traces.get(reading.id) ?? []
        if (flags.json) {
          terminal.print(
            JSON.stringify(flags.explain === undefined ? reading : { ...reading, traces: traced }),
          )
          continue
        }
        if (flags.explain !== undefined) {
          const claim = isClaim && typeof flags.explain === 'string' ? flags.explain : null
          terminal.print(`${reading.id}  [${reading.lang}]\n`)
          terminal.print(showExplanation(reading, traced, { claim, colour: terminal.colour }))
          continue
        }
        if (flags.text || terminal.colour) terminal.print(`${showMarkedReport(reading, terminal)}\n`)
        terminal.print(showReading(reading, { colour: terminal.colour }))
      }
      for (const note of notes) terminal.tell(`corridor: ${note}`)
      tellProblems(terminal, problems)
      context.finish(statusOf(problems))
    })
}

function wrongUsage(command: Command, message: string): CommanderError {
  command.configureOutput().writeErr?.(`${message}\n`)
  command.outputHelp({ error: true })
  return new CommanderError(2, 'commander.missingArgument', message)
}

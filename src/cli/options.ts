import type { Command } from 'commander'
import type { Config } from '../app/config.ts'
import type { Progress } from '../app/progress.ts'
import { CorridorError } from '../core/errors.ts'
import { type CalendarDate, parseCalendarDate } from '../core/time.ts'
import type { CommandContext } from './command-context.ts'

/** Flags that every command over reports has. */
export interface ReportFlags {
  readonly published?: readonly string[]
  readonly recursive?: boolean
  readonly json?: boolean
}

export function withReportFlags(command: Command): Command {
  return command
    .argument('<path...>', '.txt, .html, .htm or .json reports, folders of them, or - for standard input')
    .option(
      '-p, --published <date>',
      'day of publication, YYYY-MM-DD, for all undated reports; FILE=DATE for one (repeat it)',
      (value: string, before: string[] | undefined) => [...(before ?? []), value],
    )
    .option('-r, --recursive', 'read subfolders too')
    .option('--json', 'print JSON (docs/guide.md, schemas/)')
}

/** Flags over settings: what the user typed wins. */
export function inputOptions(
  flags: ReportFlags,
  config: Config,
): { published: readonly string[]; recursive: boolean } {
  const settled = config.published === undefined ? [] : [config.published].flat()
  return { published: flags.published ?? settled, recursive: flags.recursive ?? config.recursive ?? false }
}

/** Progress as lines on standard error, unless `--quiet`. */
export function progressOf(command: Command, context: CommandContext, config: Config): Progress {
  const isQuiet = command.optsWithGlobals<{ quiet?: boolean }>().quiet ?? config.quiet ?? false
  return { say: (message) => (isQuiet ? undefined : context.terminal.tell(message)), signal: context.signal }
}

/** A day given to a flag; null where the flag is absent. Throws `date_impossible` on anything else. */
export function dayOption(flag: string, value: string | undefined): CalendarDate | null {
  if (value === undefined) return null
  const day = parseCalendarDate(value)
  if (day === null) {
    throw new CorridorError(
      'date_impossible',
      `${flag} ${value}: not a day that exists; write it as YYYY-MM-DD`,
    )
  }
  return day
}

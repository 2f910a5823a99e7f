import type { Command } from 'commander'
import type { Config } from '../app/config.ts'
import { openModelReader } from '../app/llm/model-reader.ts'
import { modelSettings } from '../app/llm/model-settings.ts'
import type { Progress } from '../app/progress.ts'
import { CorridorError } from '../core/errors.ts'
import { type CalendarDate, parseCalendarDate } from '../core/time.ts'
import type { CommandContext } from './command-context.ts'

/** Flags that every command over reports has. */
export interface ReportFlags {
  readonly published?: readonly string[]
  readonly recursive?: boolean
  readonly json?: boolean
  readonly reader?: string
  readonly llmAddress?: string
  readonly llmModel?: string
  readonly timeLimit?: string
  readonly lexicons?: string
  readonly network?: string
}

export function withReportFlags(command: Command, options: { isOptional?: boolean } = {}): Command {
  return command
    .argument(
      options.isOptional ? '[path...]' : '<path...>',
      '.txt, .html, .htm or .json reports, feeds (.xml, .rss, .atom, JSON Feed), folders of them, or - for standard input',
    )
    .option(
      '-p, --published <date>',
      'day of publication, YYYY-MM-DD, for all undated reports; FILE=DATE for one (repeat it)',
      (value: string, before: string[] | undefined) => [...(before ?? []), value],
    )
    .option('-r, --recursive', 'read subfolders too')
    .option('--json', 'print JSON (docs/guide.md, schemas/)')
    .option('--reader <which>', 'embedded (default), llm, or both (docs/reading-with-a-model.md)')
    .option('--llm-address <url>', 'an OpenAI-compatible service for --reader llm or both')
    .option(
      '--llm-model <name>',
      'model to ask there; the key comes from CORRIDOR_LLM_KEY or the settings file',
    )
    .option('--time-limit <seconds>', 'time for reading one report (default 30)')
    .option(
      '--lexicons <dir>',
      'a folder with lexicons of your own beside the shipped ones (docs/adding-a-language.md)',
    )
    .option('-n, --network <folder>', 'an atlas of your own, or tables to lay over the shipped one')
}

/** The reader that flags and settings ask for; null: the embedded one alone. Wrong values are wrong usage. */
export function readerOptions(
  flags: ReportFlags,
  config: Config,
): { model: ReturnType<typeof openModelReader> | null; timeLimit: number | undefined } {
  const reader = flags.reader ?? config.reader ?? 'embedded'
  if (reader !== 'embedded' && reader !== 'llm' && reader !== 'both')
    throw new CorridorError('option_invalid', `--reader ${reader}: write embedded, llm or both`)
  const timeLimit = flags.timeLimit === undefined ? config.time_limit : Number(flags.timeLimit)
  if (timeLimit !== undefined && !(timeLimit > 0 && timeLimit < 1e6))
    throw new CorridorError(
      'option_invalid',
      `--time-limit ${flags.timeLimit}: write a number of seconds above 0`,
    )
  if (reader === 'embedded') return { model: null, timeLimit }
  const settings = modelSettings({
    ...config,
    llm_address: flags.llmAddress ?? config.llm_address,
    llm_model: flags.llmModel ?? config.llm_model,
  })
  return { model: openModelReader(settings, reader), timeLimit }
}

/** Flags over settings: what the user typed wins. */
export function inputOptions(
  flags: ReportFlags,
  config: Config,
): { published: readonly string[]; recursive: boolean; lexicons: string | undefined } {
  const settled = config.published === undefined ? [] : [config.published].flat()
  return {
    published: flags.published ?? settled,
    recursive: flags.recursive ?? config.recursive ?? false,
    lexicons: flags.lexicons ?? config.lexicons,
  }
}

/** Progress as lines on standard error, unless `--quiet`. */
export function progressOf(command: Command, context: CommandContext, config: Config): Progress {
  const isQuiet = command.optsWithGlobals<{ quiet?: boolean }>().quiet ?? config.quiet ?? false
  return { say: (message) => (isQuiet ? undefined : context.terminal.tell(message)), signal: context.signal }
}

/** What only scenarios impose stands in the atlas from 2100 on, so that it is in force on no day of its own. */
const LAST_DAY = '2099-12-31'

/** A day given to a flag, before 2100; null where the flag is absent. Throws `date_impossible` on anything else. */
export function dayOption(flag: string, value: string | undefined): CalendarDate | null {
  if (value === undefined) return null
  const day = parseCalendarDate(value)
  if (day === null) {
    throw new CorridorError(
      'date_impossible',
      `${flag} ${value}: not a day that exists; write it as YYYY-MM-DD`,
    )
  }
  if (day > LAST_DAY) {
    throw new CorridorError(
      'date_impossible',
      `${flag} ${value}: further ahead than the atlas looks; take a day before 2100`,
    )
  }
  return day
}

/** A number given to a flag, at least `least`. Throws `option_invalid` on anything else. */
export function numberOption(flag: string, value: string, least: number): number {
  const number = Number(value)
  if (value.trim() !== '' && Number.isFinite(number) && number >= least) return number
  throw new CorridorError('option_invalid', `${flag} ${value}: write a number of at least ${least}`)
}

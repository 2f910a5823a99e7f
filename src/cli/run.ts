import { Command, CommanderError } from 'commander'
import { loadConfig } from '../app/config.ts'
import { packageVersion } from '../app/package-root.ts'
import { addAtlasCommands } from './atlas-commands.ts'
import { addBriefCommand } from './brief-command.ts'
import type { CommandContext } from './command-context.ts'
import { addEventsCommand } from './events-command.ts'
import { statusOfFailure } from './exit.ts'
import { addLexiconCommands } from './lexicon-commands.ts'
import { addReadCommand } from './read-command.ts'
import { addScenarioCommands } from './scenario-commands.ts'
import { addScreenCommand } from './screen-command.ts'
import { addSolveCommand } from './solve-command.ts'
import type { Terminal } from './terminal.ts'

const WRONG_USAGE = 2
const CANCELLED = 130

/** Runs one command line and gives its exit status (CONTRACT, exit codes). Never throws. */
export async function run(argv: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
  let status = 0
  const context: CommandContext = {
    terminal,
    signal,
    finish: (value) => {
      status = value
    },
  }
  try {
    const program = buildProgram(context)
    await program.parseAsync([...argv], { from: 'user' })
    return signal.aborted ? CANCELLED : status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE
    if (signal.aborted) {
      terminal.tell('corridor: cancelled')
      return CANCELLED
    }
    return statusOfFailure(error, terminal)
  }
}

function buildProgram(context: CommandContext): Command {
  const { terminal } = context
  const program = new Command('corridor')
    .description(
      'Reads energy news in the languages it is written in, keeps who claimed what in whose words, and computes what it would do to supply. Everything runs on this machine.',
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .option('-q, --quiet', 'no progress on standard error')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showSuggestionAfterError(true)
    .showHelpAfterError('(corridor --help lists the commands)')
    .configureOutput({
      writeOut: (text) => terminal.print(text.replace(/\n$/u, '')),
      writeErr: (text) => terminal.tell(text.replace(/\n$/u, '')),
    })
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  corridor brief examples/reports          what the reports claim and what it would do to supply
  corridor read report.txt --json          claims of one report, one JSON object a line
  corridor atlas show "Nord Stream"        what the atlas knows of an asset, with its sources
  corridor scenario list                   shipped what-ifs

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs could not be used, 130 cancelled.
Settings: corridor.config.json here, then CORRIDOR_… in the environment, then flags. NO_COLOR is obeyed.`,
    )
  const settings = () => loadConfig(process.cwd(), process.env)
  addReadCommand(program, context, settings)
  addEventsCommand(program, context, settings)
  addBriefCommand(program, context, settings)
  addSolveCommand(program, context, settings)
  addScreenCommand(program, context, settings)
  addAtlasCommands(program, context, settings)
  addScenarioCommands(program, context)
  addLexiconCommands(program, context)
  return program
}

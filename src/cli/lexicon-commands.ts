import type { Command } from 'commander'
import { checkLexicons } from '../app/lexicon-use.ts'
import type { CommandContext } from './command-context.ts'

export function addLexiconCommands(program: Command, context: CommandContext): void {
  const { terminal } = context
  const lexicon = program.command('lexicon').description('what the embedded reader knows of each language')
  lexicon
    .command('check')
    .description('contradictions, cues that cannot be found, duplicates, missing files and lists')
    .argument('[lang]', 'two-letter code of one language (default: all)')
    .option('--lexicons <dir>', 'a folder with lexicons of your own beside the shipped ones')
    .action((lang: string | undefined, flags: { lexicons?: string }) => {
      const { languages, problems } = checkLexicons(lang, flags.lexicons)
      for (const problem of problems) terminal.tell(problem.message)
      const outcome = problems.length === 0 ? 'no fault found' : `${problems.length} faults`
      terminal.print(`${languages.join(', ')}: ${outcome}`)
      context.finish(problems.length === 0 ? 0 : 1)
    })
}

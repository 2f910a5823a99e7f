import { CorridorError, exitStatus, type Problem } from '../core/errors.ts'
import { oneLine, type Terminal, tellProblems } from './terminal.ts'

/** Exit status of a run that did its work: 3 where some inputs could not be used. */
export function statusOf(problems: readonly Problem[]): 0 | 3 {
  return problems.length > 0 ? 3 : 0
}

/** Tells what went wrong, one line a fact, and gives the exit status of CONTRACT. */
export function statusOfFailure(error: unknown, terminal: Terminal): number {
  if (error instanceof CorridorError) {
    const problems = error.details.problems
    if (Array.isArray(problems)) tellProblems(terminal, problems as Problem[])
    terminal.tell(`corridor: ${oneLine(error.message)}`)
    const suggestions = error.details.suggestions
    if (Array.isArray(suggestions) && suggestions.length > 0) {
      terminal.tell(`corridor: did you mean ${suggestions.join(', ')}?`)
    }
    return exitStatus[error.code]
  }
  if (isBrokenPipe(error)) return 0
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  terminal.tell(`corridor: an internal error, please report it with the command that you gave: ${reason}`)
  return exitStatus.internal
}

/** The reader of our output went away (`corridor read … | head`): nothing is wrong. */
function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE'
}

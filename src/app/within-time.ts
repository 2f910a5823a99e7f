import { createContext, Script } from 'node:vm'
import { CorridorError } from '../core/errors.ts'

const TIMED_OUT = 'ERR_SCRIPT_EXECUTION_TIMEOUT'
const script = new Script('run()')

/**
 * Runs work that does not yield, and ends it when its time is over: the engine stops it even inside one long
 * regular expression. Throws `reading_too_slow`, with `where`, then; other errors pass through. What the work had
 * half changed stays half changed, so what it used should be made anew.
 */
export function withinTime<T>(seconds: number, where: string, work: () => T): T {
  let result: { readonly value: T } | null = null
  const sandbox = createContext({
    run: () => {
      result = { value: work() }
    },
  })
  try {
    script.runInContext(sandbox, { timeout: Math.max(1, Math.round(seconds * 1000)) })
  } catch (error) {
    // The engine's own error belongs to the sandbox and is no instance of the Error of this context.
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === TIMED_OUT) {
      throw new CorridorError(
        'reading_too_slow',
        `${where}: not read within ${seconds} seconds: split it, or give more time with --time-limit`,
      )
    }
    throw error
  }
  if (result === null) throw new CorridorError('internal', `${where}: the work ended without a result`)
  return (result as { readonly value: T }).value
}

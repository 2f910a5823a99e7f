import { CorridorError } from '../core/errors.ts'

/** How work that does not yield tells how far it is, and asks whether it should stop. */
export interface Watched {
  /** One short line, e.g. `reading 3 of 5: report.txt`. */
  readonly say: (message: string) => void
  readonly signal: { readonly aborted: boolean }
}

/** The same where the caller can be told of the end too. */
export interface Progress extends Watched {
  readonly signal: AbortSignal
}

/** Says nothing and never stops: for tests and for programs that embed Corridor. */
export const silentProgress: Progress = { say: () => {}, signal: new AbortController().signal }

/** Lets waiting signals in between two pieces of work, then throws `cancelled` if one asked to stop. */
export async function breathe(progress: Watched): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  if (progress.signal.aborted) throw new CorridorError('cancelled', 'cancelled; nothing was written')
}

import type { Terminal } from './terminal.ts'

/** What every command needs; `finish` sets the exit status. */
export interface CommandContext {
  readonly terminal: Terminal
  readonly signal: AbortSignal
  readonly finish: (status: number) => void
}

import pc from 'picocolors'
import type { Problem } from '../core/errors.ts'

/** Where a command writes: data to standard output, everything else to standard error. */
export interface Terminal {
  /** Data of the command; ends with a line break. */
  readonly print: (text: string) => void
  /** Something for the person: progress, hints, problems. */
  readonly tell: (text: string) => void
  readonly colour: boolean
  readonly width: number
}

/** The real terminal. Colours follow NO_COLOR and FORCE_COLOR, and stop where output is no terminal. */
export function openTerminal(): Terminal {
  return {
    print: (text) => process.stdout.write(`${text}\n`),
    tell: (text) => process.stderr.write(`${text}\n`),
    colour: pc.isColorSupported && process.stdout.isTTY === true,
    width: Math.min(process.stdout.columns ?? 100, 120),
  }
}

/** What is told may carry words of a file of any kind: no control character of it reaches the screen. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}

/** One line for each input that could not be used. */
export function tellProblems(terminal: Terminal, problems: readonly Problem[]): void {
  for (const problem of problems) terminal.tell(`corridor: ${oneLine(problem.message)}`)
}

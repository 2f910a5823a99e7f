/** How a use case tells how far it is, and asks whether it should stop. */
export interface Progress {
  /** One short line, e.g. `reading 3 of 5: report.txt`. */
  readonly say: (message: string) => void
  readonly signal: AbortSignal
}

/** Says nothing and never stops: for tests and for programs that embed Corridor. */
export const silentProgress: Progress = { say: () => {}, signal: new AbortController().signal }

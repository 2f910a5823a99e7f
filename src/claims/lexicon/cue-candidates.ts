import type { Token } from '../text/tokens.ts'
import type { Compiled } from './cue-pattern.ts'

/** The cues that a word may begin: of ten nine are phrases that their second word rules out. */
export interface Candidates {
  readonly all: readonly Compiled[]
  /** Those whose second word is left open or that have none. */
  readonly open: readonly Compiled[]
  /** By the second word those that it goes on with, and the open ones, in the order of all. */
  readonly bySecond: ReadonlyMap<string, readonly Compiled[]>
}

export const NO_CANDIDATES: Candidates = { all: [], open: [], bySecond: new Map() }

export function bySecondWord(all: readonly Compiled[]): Candidates {
  const seconds = new Set(all.flatMap(({ second }) => second ?? []))
  const open = all.filter(({ second }) => second === null)
  const goingOnWith = (word: string) => all.filter(({ second }) => second === null || second === word)
  return { all, open, bySecond: new Map([...seconds].map((word) => [word, goingOnWith(word)])) }
}

/** Those of the cues that may go on with the next word; the rest of each is still to be met. */
export function candidatesBefore(
  { all, open, bySecond }: Candidates,
  next: Token | undefined,
): readonly Compiled[] {
  if (bySecond.size === 0 || next === undefined) return open
  const [form, ...others] = next.forms
  // Arabic words may be met without what is written onto them.
  if (others.length > 0) return all
  return (form === undefined ? undefined : bySecond.get(form)) ?? open
}

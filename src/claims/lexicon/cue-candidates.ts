import type { Token } from '../text/tokens.ts'
import type { Candidates, Compiled } from './cue.ts'

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

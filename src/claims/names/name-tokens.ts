import { foldWithOffsets } from './fold-text.ts'

export type Script = 'latin' | 'cyrillic' | 'greek' | 'arabic' | 'han' | 'number' | 'other'

/** A run of letters and digits, with a plus sign behind it (OPEC+); a Han character stands alone. */
export interface NameToken {
  readonly start: number
  readonly end: number
  readonly raw: string
  readonly fold: string
  /** Offsets of the folded units within `raw`. */
  readonly offsets: readonly number[]
  readonly script: Script
  /** First letter is upper case (Latin, Cyrillic, Greek). */
  readonly isCapital: boolean
  /** Two or more letters, none of them lower case. */
  readonly isUpper: boolean
  /** What stands between the token before and this one. */
  readonly gap: string
}

const pattern = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}\u0640\u200c\u200d])+\+?/gu

const scripts: ReadonlyArray<readonly [Script, RegExp]> = [
  ['number', /^\p{N}/u],
  ['latin', /^\p{Script=Latin}/u],
  ['cyrillic', /^\p{Script=Cyrillic}/u],
  ['greek', /^\p{Script=Greek}/u],
  ['arabic', /^\p{Script=Arabic}/u],
  ['han', /^\p{Script=Han}/u],
]

function scriptOf(raw: string): Script {
  for (const [script, start] of scripts) if (start.test(raw)) return script
  return 'other'
}

type Word = Pick<NameToken, 'fold' | 'offsets' | 'script' | 'isCapital' | 'isUpper'>

/** Words come again and again; what is kept is bounded. */
const words = new Map<string, Word>()
const mostKept = 20_000
const longestKept = 40

function wordOf(raw: string): Word {
  const known = words.get(raw)
  if (known !== undefined) return known
  const { fold, offsets } = foldWithOffsets(raw)
  const word = {
    fold,
    offsets,
    script: scriptOf(raw),
    isCapital: /^\p{Lu}/u.test(raw),
    isUpper: /^[\p{Lu}\p{N}\p{M}]{2,}\+?$/u.test(raw) && /\p{Lu}/u.test(raw),
  }
  if (raw.length > longestKept) return word
  if (words.size >= mostKept) words.clear()
  words.set(raw, word)
  return word
}

/** Splits into tokens; hyphens, quotes, dots and apostrophes stand in the gaps. Linear in the text. */
export function tokeniseNames(text: string): NameToken[] {
  const tokens: NameToken[] = []
  let last = 0
  for (const found of text.matchAll(pattern)) {
    const raw = found[0]
    const start = found.index
    const { fold, offsets, script, isCapital, isUpper } = wordOf(raw)
    const gap = text.slice(last, start)
    last = start + raw.length
    if (fold === '') continue
    tokens.push({ start, end: last, raw, fold, offsets, script, isCapital, isUpper, gap })
  }
  return tokens
}

/**
 * True when a name may run across the gap before `token`: spaces, hyphens, quotes, a middle dot, an ampersand;
 * a full stop only after an initial, never a paragraph break.
 */
export function joins(previous: NameToken, token: NameToken): boolean {
  const gap = token.gap
  if (gap === '') return true
  if (gap.length > 3) return false
  if (/^[\s\u00a0'’‘`«»"“”„‹›&·・‐‑‒–—−\-/]+$/u.test(gap)) return !/\n\s*\n/u.test(gap)
  return /^\.\s?$/u.test(gap) && previous.raw.length <= 2
}

/** Whether the token at a place continues the one before it: what a phrase index asks at every step. */
export function joinsAt(tokens: readonly NameToken[]): (i: number) => boolean {
  return (i) => {
    const before = tokens[i - 1]
    const here = tokens[i]
    return before !== undefined && here !== undefined && joins(before, here)
  }
}

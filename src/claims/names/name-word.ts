import { foldWithOffsets } from './spelling/fold-text.ts'

export type Script = 'latin' | 'cyrillic' | 'greek' | 'arabic' | 'han' | 'number' | 'other'

/** What a word is by its letters alone. */
export interface NameWord {
  readonly fold: string
  /** Offsets of the folded units within `raw`. */
  readonly offsets: readonly number[]
  readonly script: Script
  /** First letter is upper case (Latin, Cyrillic, Greek). */
  readonly isCapital: boolean
  /** Two or more letters, none of them lower case. */
  readonly isUpper: boolean
}

/** Which questions a word has been asked, and which it answered with yes: a bit each. */
interface WordFlags {
  asked: number
  yes: number
}

/** What a token of a text may stand for. */
export interface TokenForms {
  readonly exact: string
  /** The token less each ending its language allows, the whole token included. */
  readonly stems: readonly string[]
  /** First words only: the token without proclitics; `shift` folded units were taken off. */
  readonly withoutClitics: ReadonlyArray<{ readonly key: string; readonly shift: number }>
  /** Kept with the word where one set of lists is asked of many texts. */
  readonly flags?: WordFlags
}

/** A word as it is printed, with what it may stand for in a language. */
export interface FormedWord extends NameWord {
  readonly forms: TokenForms
}

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

export function nameWord(raw: string): NameWord {
  const { fold, offsets } = foldWithOffsets(raw)
  return {
    fold,
    offsets,
    script: scriptOf(raw),
    isCapital: /^\p{Lu}/u.test(raw),
    isUpper: /^[\p{Lu}\p{N}\p{M}]{2,}\+?$/u.test(raw) && /\p{Lu}/u.test(raw),
  }
}

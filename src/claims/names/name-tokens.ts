import { cutNames, type Word, type WordCut } from '../words.ts'
import { type NameWord, nameWord } from './name-word.ts'

/** A run of letters and digits, with a plus sign behind it (OPEC+); a Han character stands alone. */
export interface NameToken extends NameWord {
  readonly start: number
  readonly end: number
  readonly raw: string
  /** What stands between the token before and this one. */
  readonly gap: string
}

const isHan = (text: string, at: number): boolean => /^\p{Script=Han}/u.test(text.slice(at, at + 2))

/** Splits into tokens; hyphens, quotes, dots and apostrophes stand in the gaps. Linear in the text. */
export function tokeniseNames(text: string): NameToken[] {
  return tokensAndWords(text, cutNames(text), (_, raw) => nameWord(raw)).tokens
}

/** The same of a text whose words are cut, with what `wordOf` says of each as it is printed: OPEC+ of OPEC. */
export function tokensAndWords<W extends NameWord>(
  text: string,
  cut: WordCut,
  wordOf: (word: Word, raw: string) => W,
): { readonly tokens: NameToken[]; readonly words: W[] } {
  const tokens: NameToken[] = []
  const words: W[] = []
  let last = 0
  cut.words.forEach((one, at) => {
    const [start, wordEnd] = [cut.ends[2 * at] ?? 0, cut.ends[2 * at + 1] ?? 0]
    // "+Name+": the pluses of Polish wires are quotation marks within a quotation.
    const hasPlus = text[wordEnd] === '+' && text[start - 1] !== '+' && !isHan(text, start)
    const end = hasPlus ? wordEnd + 1 : wordEnd
    const raw = hasPlus ? text.slice(start, end) : one.printed
    const word = wordOf(one, raw)
    const { fold, offsets, script, isCapital, isUpper } = word
    const gap = text.slice(last, start)
    last = end
    if (fold === '') return
    tokens.push({ start, end, raw, fold, offsets, script, isCapital, isUpper, gap })
    words.push(word)
  })
  return { tokens, words }
}

/** How the name of a site ends: "Lenta.ru", "Цензор.НЕТ". */
const DOMAIN = /^\p{L}{2,4}$/u

/**
 * True when a name may run across the gap before `token`: spaces, hyphens, quotes, a middle dot, an ampersand;
 * a full stop only after an initial or before the end of a site's name, never a paragraph break.
 */
export function joins(previous: NameToken, token: NameToken): boolean {
  const gap = token.gap
  if (gap === ' ' || gap === '') return true
  if (gap.length > 3) return false
  if (/^[\s\u00a0'’‘`«»"“”„‹›&·・‐‑‒–—−\-/]+$/u.test(gap)) return !/\n\s*\n/u.test(gap)
  if (gap === '.' && DOMAIN.test(token.raw)) return true
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

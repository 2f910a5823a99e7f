import type { Candidates } from './lexicon/cue.ts'
import type { FormedWord } from './names/name-word.ts'
import { wordEnds } from './text/word-ends.ts'

/**
 * A word as it is printed, with what the readers of words have found of it, each in a place of its own; null before one
 * was asked. So a word is looked up once a text, not once by each of them.
 */
export interface Word {
  readonly printed: string
  /** Folded spellings that a cue may match, see `Token`. */
  forms: readonly string[] | null
  /** What it may stand for in a name. */
  named: FormedWord | null
  /** The cues that it may begin, and the matcher that found them. */
  cues: { readonly by: object; readonly candidates: Candidates } | null
}

const wordOf = (printed: string): Word => ({ printed, forms: null, named: null, cues: null })

const MOST_KEPT = 20_000
const LONGEST_KEPT = 40

/** The words of one language: they come again and again, and what is kept of them is bounded. */
export class Vocabulary {
  readonly #words = new Map<string, Word>()

  readonly of = (printed: string): Word => {
    const before = this.#words.get(printed)
    if (before !== undefined) return before
    const word = wordOf(printed)
    if (printed.length > LONGEST_KEPT) return word
    if (this.#words.size >= MOST_KEPT) this.#words.clear()
    this.#words.set(printed, word)
    return word
  }
}

/** The words of a text in order, and where each starts and ends in turn. */
export interface WordCut {
  readonly words: readonly Word[]
  readonly ends: readonly number[]
}

/** `of`: the words that are kept of the language; none are without. */
export function cutWords(text: string, of: (printed: string) => Word = wordOf): WordCut {
  return cutAt(text, wordEnds(text, false), of)
}

const JOINERS = /[\u200c\u200d]/u

/** The same for names: the invisible joiners of Arabic letters part no word. `cut`: the words as they are parted there. */
export function cutNames(text: string, of: (printed: string) => Word = wordOf, cut?: WordCut): WordCut {
  return cut === undefined || JOINERS.test(text) ? cutAt(text, wordEnds(text, true), of) : cut
}

function cutAt(text: string, ends: readonly number[], of: (printed: string) => Word): WordCut {
  const words: Word[] = []
  for (let at = 0; at < ends.length; at += 2) words.push(of(text.slice(ends[at], ends[at + 1])))
  return { words, ends }
}

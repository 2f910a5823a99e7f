import { Beginnings } from './beginnings.ts'
import type { IndexedName } from './indexed-name.ts'
import type { TokenForms } from './name-word.ts'
import { WordFlag } from './word-flag.ts'

/** Names of fewer letters are not looked for. */
export const SHORTEST_GLUED = 6
/** By so many letters nearly all that is no name is known. */
export const LONG_HEAD = 10
/** Places of its flags; no phrase index has them. */
const PLACE = 30
const ALONE_PLACE = 27

/** Names without their spaces, for glued and split spellings: as they stand, and without the ending of their last word. */
export class GluedNames {
  readonly #exact = new Map<string, IndexedName[]>()
  readonly #stemmed = new Map<string, IndexedName[]>()
  /** What names and stems begin with: most words of a text begin none. */
  readonly #heads = new Beginnings(1 << 19)
  /** The longer beginnings of names and stems; those that are not so long stand whole. */
  readonly #longHeads = new Beginnings(1 << 18)
  readonly #shortStems = new Beginnings(1 << 12)
  readonly #shortLengths = new Set<number>()
  readonly #begin = new WordFlag(PLACE, (word) => this.#anyBegins(word))
  readonly #alone = new WordFlag(ALONE_PLACE, ({ exact }) => this.#exact.get(exact)?.some(isParted) === true)

  add(joined: string, stemmed: string, name: IndexedName): void {
    push(this.#exact, joined, name)
    this.#addHeads(joined)
    if (stemmed === joined) return
    push(this.#stemmed, stemmed, name)
    this.#addHeads(stemmed)
    if (stemmed.length < SHORTEST_GLUED) {
      this.#shortStems.add(stemmed, stemmed.length)
      this.#shortLengths.add(stemmed.length)
    }
  }

  #addHeads(name: string): void {
    for (let length = 1; length <= Math.min(name.length, SHORTEST_GLUED); length++)
      this.#heads.add(name, length)
    if (name.length >= SHORTEST_GLUED) this.#longHeads.add(name, Math.min(name.length, LONG_HEAD))
  }

  exactly(joined: string): readonly IndexedName[] | undefined {
    return this.#exact.get(joined)
  }

  /** Names whose last word has an ending taken off. */
  stemmed(stem: string): readonly IndexedName[] | undefined {
    return this.#stemmed.get(stem)
  }

  /** Whether a name may begin with these letters, or they with the stem of one: a beginning of six tells it. */
  mayBegin(letters: string): boolean {
    return (
      this.#heads.mayHold(letters, Math.min(letters.length, SHORTEST_GLUED)) ||
      this.#beginsWithShortStem(letters)
    )
  }

  /**
   * Whether letters that may begin a name (`mayBegin`) are one, or go on to be one: false where neither they nor a stem
   * within them, nor any name that is longer, is listed. A beginning of ten tells it; less may all go on.
   */
  mayGoOn(letters: string): boolean {
    if (letters.length < LONG_HEAD) return true
    for (let length = LONG_HEAD; length >= SHORTEST_GLUED; length--)
      if (this.#longHeads.mayHold(letters, length)) return true
    return this.#beginsWithShortStem(letters)
  }

  #beginsWithShortStem(letters: string): boolean {
    for (const length of this.#shortLengths)
      if (length <= letters.length && this.#shortStems.mayHold(letters, length)) return true
    return false
  }

  /** The same of a word, with or without what is written onto its front. */
  mayBeginWith(word: TokenForms): boolean {
    return this.#begin.of(word)
  }

  /** Whether the word as it stands is a name that is listed in several words. */
  isPartedName(word: TokenForms): boolean {
    return this.#alone.of(word)
  }

  #anyBegins({ exact, withoutClitics }: TokenForms): boolean {
    if (withoutClitics.length === 0) return this.mayBegin(exact) && this.mayGoOn(exact)
    return this.mayBegin(exact) || withoutClitics.some(({ key }) => this.mayBegin(key))
  }
}

/** A name in one word that is found in one word is what the index of phrases has found already. */
export function isParted({ entry }: IndexedName): boolean {
  return /[\s\-‑–]/u.test(entry.name.trim())
}

function push(map: Map<string, IndexedName[]>, key: string, value: IndexedName): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

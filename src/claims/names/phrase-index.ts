import type { TokenForms } from './token-forms.ts'
import { WordFlag } from './word-flag.ts'

/** Most nodes end a name: nothing follows, and they have no maps. */
interface Node<T> {
  exact: Map<string, Node<T>> | null
  stem: Map<string, Node<T>> | null
  readonly payloads: T[]
}

/** Phrase found from one token on. */
export interface PhraseHit<T> {
  /** First token, and the one after the last. */
  readonly from: number
  readonly to: number
  /** Folded units that a clitic takes from the first token. */
  readonly shift: number
  /** True when each token stands as listed, without an ending. */
  readonly isExact: boolean
  readonly payloads: readonly T[]
}

const make = <T>(): Node<T> => ({ exact: null, stem: null, payloads: [] })

const NONE: readonly never[] = []

/** One trie over folded tokens; a token matches as it stands, or by its stem and a listed ending. */
export class PhraseIndex<T> {
  readonly #root: Node<T> = make<T>()
  readonly #begin: WordFlag

  /** `place`: 0 to 30, its own among the indexes that the same words are asked of; see `WordFlag`. */
  constructor(place = 0) {
    this.#begin = new WordFlag(place, (word) => this.#begins(word))
  }

  /** `stems[i]` is what is left of `tokens[i]` without the ending of its base form. */
  add(tokens: readonly string[], stems: readonly string[], payload: T): void {
    let node = this.#root
    tokens.forEach((token, i) => {
      const stem = stems[i] ?? token
      node.exact ??= new Map()
      node.stem ??= new Map()
      let next = node.exact.get(token)
      const same = node.stem.get(stem)
      if (next === undefined) {
        next = make<T>()
        node.exact.set(token, next)
      }
      if (same === undefined) node.stem.set(stem, next)
      else if (same !== next) this.#alsoAdd(same, tokens.slice(i + 1), stems.slice(i + 1), payload)
      node = next
    })
    if (!node.payloads.includes(payload)) node.payloads.push(payload)
  }

  /** Another name owns the stem's node: the rest of this name hangs below it too. */
  #alsoAdd(start: Node<T>, tokens: readonly string[], stems: readonly string[], payload: T): void {
    let node = start
    tokens.forEach((token, i) => {
      const stem = stems[i] ?? token
      node.exact ??= new Map()
      node.stem ??= new Map()
      const next = node.exact.get(token) ?? make<T>()
      node.exact.set(token, next)
      if (!node.stem.has(stem)) node.stem.set(stem, next)
      node = next
    })
    if (!node.payloads.includes(payload)) node.payloads.push(payload)
  }

  /** Every phrase that begins at token `from`, shortest first. `canJoin(i)`: tokens i-1 and i may be one name. */
  hitsAt(
    forms: readonly TokenForms[],
    from: number,
    canJoin: (index: number) => boolean,
  ): readonly PhraseHit<T>[] {
    const first = forms[from]
    return first === undefined || !this.#begin.of(first) ? NONE : this.#hitsOf(forms, first, from, canJoin)
  }

  /** Whether a phrase may begin at token `from`, by its word alone. */
  mayBeginAt(forms: readonly TokenForms[], from: number): boolean {
    const first = forms[from]
    return first !== undefined && this.#begin.of(first)
  }

  /** The longest phrase that begins at token `from`. */
  longestAt(
    forms: readonly TokenForms[],
    from: number,
    canJoin: (index: number) => boolean,
  ): PhraseHit<T> | undefined {
    return this.hitsAt(forms, from, canJoin).at(-1)
  }

  /** Whether any phrase begins with the word: asked of most words of a text in vain. */
  #begins({ exact, stems, withoutClitics }: TokenForms): boolean {
    const root = this.#root
    return (
      root.exact?.has(exact) === true ||
      stems.some((stem) => root.stem?.has(stem)) ||
      withoutClitics.some(({ key }) => root.exact?.has(key))
    )
  }

  #hitsOf(
    forms: readonly TokenForms[],
    first: TokenForms,
    from: number,
    canJoin: (index: number) => boolean,
  ): readonly PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = []
    const walk = (node: Node<T>, to: number, shift: number, isExact: boolean): void => {
      if (node.payloads.length > 0) hits.push({ from, to, shift, isExact, payloads: node.payloads })
      const next = forms[to]
      const { exact, stem: stemmed } = node
      if (exact === null || stemmed === null || next === undefined || !canJoin(to)) return
      const plain = exact.get(next.exact)
      if (plain !== undefined) walk(plain, to + 1, shift, isExact)
      for (const stem of next.stems) {
        const inflected = stemmed.get(stem)
        if (inflected !== undefined && inflected !== plain) walk(inflected, to + 1, shift, false)
      }
    }
    const plain = this.#root.exact?.get(first.exact)
    if (plain !== undefined) walk(plain, from + 1, 0, true)
    for (const stem of first.stems) {
      const inflected = this.#root.stem?.get(stem)
      if (inflected !== undefined && inflected !== plain) walk(inflected, from + 1, 0, false)
    }
    for (const { key, shift } of first.withoutClitics) {
      const bare = this.#root.exact?.get(key)
      if (bare !== undefined && bare !== plain) walk(bare, from + 1, shift, true)
    }
    return hits.length > 1 ? hits.sort((a, b) => a.to - b.to) : hits
  }
}

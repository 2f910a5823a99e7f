import type { TokenForms } from './name-word.ts'
import { WordFlag } from './word-flag.ts'

/** What of a phrase hangs below a node: its tokens from `from` on. */
interface Rest<T> {
  readonly tokens: readonly string[]
  /** What is left of each token without the ending of its base form. */
  readonly stems: readonly string[]
  readonly from: number
  readonly payload: T
  /** The node is the stem's alone: what shares a stem further on has it already. */
  readonly isBorrowed: boolean
}

/** Most nodes are never walked over by any text: what hangs below one is laid out when one first is. */
interface Node<T> {
  exact: Map<string, Node<T>> | null
  stem: Map<string, Node<T>> | null
  payloads: T[] | null
  waiting: Rest<T>[] | null
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

/** Where a phrase goes on behind its first word. */
interface Opening<T> {
  readonly node: Node<T>
  readonly shift: number
  readonly isExact: boolean
}

const make = <T>(): Node<T> => ({ exact: null, stem: null, payloads: null, waiting: null })

/** Lays out what waits at a node by one token; what is behind it waits at the nodes below. */
function layOut<T>(node: Node<T>): void {
  const { waiting } = node
  if (waiting === null) return
  node.waiting = null
  node.exact ??= new Map()
  node.stem ??= new Map()
  for (const rest of waiting) {
    const token = rest.tokens[rest.from] ?? ''
    const stem = rest.stems[rest.from] ?? token
    let next = node.exact.get(token)
    if (next === undefined) {
      next = make<T>()
      node.exact.set(token, next)
    }
    const same = node.stem.get(stem)
    if (same === undefined) node.stem.set(stem, next)
    // Another name owns the stem's node: the rest of this name hangs below it too.
    else if (same !== next && !rest.isBorrowed) hang(same, oneFurther(rest, true))
    hang(next, oneFurther(rest, rest.isBorrowed))
  }
}

const oneFurther = <T>({ tokens, stems, from, payload }: Rest<T>, isBorrowed: boolean): Rest<T> => ({
  tokens,
  stems,
  from: from + 1,
  payload,
  isBorrowed,
})

/** Most nodes hold one name. A list that begins with one takes its room alone, one that begins empty that of sixteen more. */
function hang<T>(node: Node<T>, rest: Rest<T>): void {
  const { waiting, payloads } = node
  if (rest.from < rest.tokens.length) {
    if (waiting === null) node.waiting = [rest]
    else waiting.push(rest)
  } else if (payloads === null) node.payloads = [rest.payload]
  else if (!payloads.includes(rest.payload)) payloads.push(rest.payload)
}

const NONE: readonly never[] = []
const MOST_KEPT = 20_000

/** One trie over folded tokens; a token matches as it stands, or by its stem and a listed ending. */
export class PhraseIndex<T> {
  readonly #root: Node<T> = make<T>()
  readonly #begin: WordFlag
  /** What each first word opens: the tables of all names are large, and words come again and again. */
  readonly #openings = new Map<TokenForms, readonly Opening<T>[]>()

  /** `place`: 0 to 30, its own among the indexes that the same words are asked of; see `WordFlag`. */
  constructor(place = 0) {
    this.#begin = new WordFlag(place, (word) => this.#begins(word))
  }

  /** `stems[i]` is what is left of `tokens[i]` without the ending of its base form. */
  add(tokens: readonly string[], stems: readonly string[], payload: T): void {
    hang(this.#root, { tokens, stems, from: 0, payload, isBorrowed: false })
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

  /** Whether a phrase may begin with a word. */
  mayBeginWith(word: TokenForms): boolean {
    return this.#begin.of(word)
  }

  /** The longest phrase that begins at token `from`. */
  longestAt(
    forms: readonly TokenForms[],
    from: number,
    canJoin: (index: number) => boolean,
  ): PhraseHit<T> | undefined {
    const hits = this.hitsAt(forms, from, canJoin)
    // A dozen lists are asked of each word of a text, nearly always in vain.
    return hits.length === 0 ? undefined : hits[hits.length - 1]
  }

  /** Whether any phrase begins with the word: asked of most words of a text in vain. */
  #begins({ exact, stems, withoutClitics }: TokenForms): boolean {
    const root = this.#root
    layOut(root)
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
      if (node.payloads !== null) hits.push({ from, to, shift, isExact, payloads: node.payloads })
      const next = forms[to]
      if (next === undefined || !canJoin(to)) return
      layOut(node)
      const { exact, stem: stemmed } = node
      if (exact === null || stemmed === null) return
      const plain = exact.get(next.exact)
      if (plain !== undefined) walk(plain, to + 1, shift, isExact)
      for (const stem of next.stems) {
        const inflected = stemmed.get(stem)
        if (inflected !== undefined && inflected !== plain) walk(inflected, to + 1, shift, false)
      }
    }
    for (const { node, shift, isExact } of this.#openingsOf(first)) walk(node, from + 1, shift, isExact)
    return hits.length > 1 ? hits.sort((a, b) => a.to - b.to) : hits
  }

  #openingsOf(first: TokenForms): readonly Opening<T>[] {
    const known = this.#openings.get(first)
    if (known !== undefined) return known
    const found = this.#findOpenings(first)
    // Words without flags are not kept themselves.
    if (first.flags === undefined) return found
    if (this.#openings.size >= MOST_KEPT) this.#openings.clear()
    this.#openings.set(first, found)
    return found
  }

  #findOpenings({ exact, stems, withoutClitics }: TokenForms): Opening<T>[] {
    const root = this.#root
    layOut(root)
    const found: Opening<T>[] = []
    const plain = root.exact?.get(exact)
    if (plain !== undefined) found.push({ node: plain, shift: 0, isExact: true })
    for (const stem of stems) {
      const node = root.stem?.get(stem)
      if (node !== undefined && node !== plain) found.push({ node, shift: 0, isExact: false })
    }
    for (const { key, shift } of withoutClitics) {
      const node = root.exact?.get(key)
      if (node !== undefined && node !== plain) found.push({ node, shift, isExact: true })
    }
    return found
  }
}

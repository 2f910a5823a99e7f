import { fold } from './fold.ts'
import { expandForms } from './forms.ts'
import { readTokens, type Token, tokensWith } from './tokens.ts'

/** What may be cut from a word to find it in a table, in folded form. */
export interface Affixes {
  /** Proclitics that are written together with the word (Arabic). */
  readonly prefixes: readonly string[]
  /** Case endings that are written together with the word (Turkish). */
  readonly suffixes: readonly string[]
  /** Words of which nothing is cut, in folded form. */
  readonly uncut: ReadonlySet<string>
}

/** Questions that a word has been asked and has answered with yes, a bit each; the periods that may begin with it. */
export interface KnownWord {
  readonly asked: number[]
  readonly yes: number[]
  /** Bits of `PeriodStarts`; null before it was asked. */
  periods: number | null
}

/** A token under every form in which a table may hold it. `cut` is the number of characters cut in front. */
export interface ReadToken extends Token {
  /** What has been found out about its word before; kept with the word. */
  readonly known: KnownWord
  readonly forms: readonly { readonly fold: string; readonly cut: number }[]
}

const article = 'ال'
const shortestAfterPrefix = 2
const shortestStem = 3

export function readTokenForms(text: string, affixes: Affixes): ReadToken[] {
  const known = wordsKnown(affixes)
  return tokensWith(text, (piece, kind) => {
    const before = known.get(piece)
    if (before !== undefined) return before
    const folded = fold(piece)
    const forms = formsOf({ kind, text: piece, fold: folded }, affixes)
    const word: Word = {
      fold: folded,
      forms,
      known: { asked: [0, 0, 0, 0], yes: [0, 0, 0, 0], periods: null },
    }
    if (piece.length > longestKept) return word
    if (known.size >= mostKept) known.clear()
    known.set(piece, word)
    return word
  })
}

/** Words come again and again, and so do their forms; what is kept of a language is bounded. */
interface Word {
  readonly fold: string
  readonly forms: ReadToken['forms']
  readonly known: KnownWord
}
const kept = new WeakMap<Affixes, Map<string, Word>>()
const mostKept = 20_000
const longestKept = 40

function wordsKnown(affixes: Affixes): Map<string, Word> {
  let known = kept.get(affixes)
  if (known === undefined) {
    known = new Map()
    kept.set(affixes, known)
  }
  return known
}

function formsOf(token: Pick<Token, 'kind' | 'text' | 'fold'>, affixes: Affixes): ReadToken['forms'] {
  if (token.kind !== 'word' || (affixes.prefixes.length === 0 && affixes.suffixes.length === 0))
    return [{ fold: token.fold, cut: 0 }]
  const forms = [{ fold: token.fold, cut: 0 }]
  if (affixes.uncut.has(token.fold)) return forms
  for (const prefix of affixes.prefixes) {
    if (!token.fold.startsWith(prefix) || token.fold.length - prefix.length < shortestAfterPrefix) continue
    // The article is part of the noun as written; only what is joined before it is left out.
    const joined = prefix.endsWith(article) ? prefix.slice(0, -article.length) : prefix
    const cut = joined === '' ? 0 : rawLength(token.text, joined)
    if (cut !== null) forms.push({ fold: token.fold.slice(prefix.length), cut })
  }
  for (const suffix of affixes.suffixes) {
    const stem = token.fold.length - suffix.length
    if (stem >= shortestStem && token.fold.endsWith(suffix))
      forms.push({ fold: token.fold.slice(0, stem), cut: 0 })
  }
  return forms
}

/** How many characters of the word as written fold to `prefix`. */
function rawLength(text: string, prefix: string): number | null {
  for (let length = 1; length < text.length; length += 1) {
    const start = fold(text.slice(0, length))
    if (start !== prefix) continue
    let end = length
    while (end < text.length && fold(text.charAt(end)) === '') end += 1
    return end
  }
  return null
}

export interface PhraseMatch<T> {
  readonly from: number
  /** Index after the last token. */
  readonly to: number
  /** UTF-16 offset at which the words of the phrase begin (after a proclitic). */
  readonly start: number
  readonly value: T
}

interface Node<T> {
  /** Null where no phrase goes on. */
  next: Map<string, Node<T>> | null
  value: T | undefined
}

const newNode = <T>(): Node<T> => ({ next: null, value: undefined })

/** Bits of one number that a sign does not take. */
const bitsOfNumber = 31

/** Phrases of one or more words, found in a token list; the longest wins, and the plain form before a cut one. */
export class PhraseTable<T> {
  private readonly root: Node<T> = newNode()
  /** Where a word keeps whether a phrase of this table begins with it: a number of `KnownWord`, and a bit of it. */
  private slot = -1
  private bit = 0

  /**
   * Most words of a text begin no phrase of most tables: gives the table a place of its own, 0 to 123, among those
   * that are asked of the same words, so that each word is looked up once.
   */
  keepAt(place: number): void {
    this.slot = Math.floor(place / bitsOfNumber)
    this.bit = 1 << (place % bitsOfNumber)
  }

  /** Adds every form of a lexicon line. A form that is there keeps its first value. */
  add(line: string, value: T): this {
    for (const form of expandForms(line)) this.addForm(form, value)
    return this
  }

  /** Adds one form as it stands. */
  addForm(form: string, value: T): this {
    let node = this.root
    for (const token of readTokens(form)) {
      node.next ??= new Map()
      let next = node.next.get(token.fold)
      if (next === undefined) {
        next = newNode()
        node.next.set(token.fold, next)
      }
      node = next
    }
    if (node !== this.root) node.value ??= value
    return this
  }

  addAll(lines: readonly string[], value: T): this {
    for (const line of lines) this.add(line, value)
    return this
  }

  /** The longest phrase that begins at token `from`, or null. */
  at(tokens: readonly ReadToken[], from: number): PhraseMatch<T> | null {
    const token = tokens[from]
    if (token === undefined || this.root.next === null || !this.mayBegin(token)) return null
    return this.walk(tokens, from, from, this.root, token.start)
  }

  private mayBegin({ known, forms }: ReadToken): boolean {
    const { slot, bit } = this
    if (slot < 0) return true
    if (((known.asked[slot] ?? 0) & bit) === 0) {
      known.asked[slot] = (known.asked[slot] ?? 0) | bit
      if (forms.some((form) => this.root.next?.has(form.fold))) known.yes[slot] = (known.yes[slot] ?? 0) | bit
    }
    return ((known.yes[slot] ?? 0) & bit) !== 0
  }

  /** As `at`, but only for words as they stand, nothing cut. */
  exactlyAt(tokens: readonly ReadToken[], from: number): PhraseMatch<T> | null {
    const token = tokens[from]
    if (token === undefined || this.root.next === null || !this.mayBegin(token)) return null
    return this.walk(tokens, from, from, this.root, token.start, true)
  }

  private walk(
    tokens: readonly ReadToken[],
    from: number,
    at: number,
    node: Node<T>,
    start: number,
    asItStands = false,
  ): PhraseMatch<T> | null {
    let best: PhraseMatch<T> | null =
      node.value === undefined ? null : { from, to: at, start, value: node.value }
    const token = tokens[at]
    if (node.next === null || token === undefined || (at > from && token.newLine)) return best
    for (const form of token.forms) {
      const next = node.next.get(form.fold)
      if (next !== undefined) {
        const begin = at === from ? token.start + form.cut : start
        const found = this.walk(tokens, from, at + 1, next, begin, asItStands)
        if (found !== null && (best === null || found.to > best.to)) best = found
      }
      // The first form is the whole word.
      if (asItStands) break
    }
    return best
  }

  /** The first words of all phrases, folded: a token with none of them begins no phrase. */
  firstWords(): Iterable<string> {
    return this.root.next?.keys() ?? []
  }

  /** Every match, one for each token at which a phrase begins. */
  all(tokens: readonly ReadToken[]): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = []
    for (let from = 0; from < tokens.length; from += 1) {
      const match = this.at(tokens, from)
      if (match !== null) found.push(match)
    }
    return found
  }
}

import type { PhraseTable, ReadToken } from './phrases.ts'

/** Tells tokens with which something listed may begin from the many with which nothing does. */
export class StartWords {
  private readonly words: Set<string>
  private readonly heads: Set<string>
  private readonly endings: readonly string[]
  /** Words come again and again; what is kept is bounded. A word has its forms by its letters alone. */
  private readonly known = new Map<string, boolean>()

  /**
   * `tables`: everything that may begin; `pieces`: words that run together with others (German numbers), known
   * by their first letters; `endings`: of words that count by their ending (Arabic duals).
   */
  constructor(
    tables: readonly PhraseTable<unknown>[],
    pieces: Iterable<string> = [],
    endings: readonly string[] = [],
  ) {
    this.words = new Set(tables.flatMap((table) => [...table.firstWords()]))
    this.heads = new Set([...pieces].map((piece) => piece.slice(0, HEAD)))
    this.endings = endings
  }

  mayStart(token: ReadToken): boolean {
    if (token.kind === 'digits') return true
    const known = this.known.get(token.fold)
    if (known !== undefined) return known
    const may = this.findStart(token)
    if (this.known.size >= MOST_KEPT) this.known.clear()
    this.known.set(token.fold, may)
    return may
  }

  private findStart(token: ReadToken): boolean {
    for (const form of token.forms) if (this.words.has(form.fold)) return true
    if (this.heads.size > 0)
      for (let size = 1; size <= HEAD; size++) if (this.heads.has(token.fold.slice(0, size))) return true
    return this.endings.some((ending) => token.fold.endsWith(ending))
  }
}

const HEAD = 3
const MOST_KEPT = 20_000

import type { PhraseTable, ReadToken } from './phrases.ts'

/** Tells tokens with which something listed may begin from the many with which nothing does. */
export class StartWords {
  private readonly words: Set<string>
  private readonly heads: Set<string>
  private readonly endings: readonly string[]
  private readonly bit: number

  /**
   * `tables`: everything that may begin; `pieces`: words that run together with others (German numbers), known
   * by their first letters; `endings`: of words that count by their ending (Arabic duals).
   */
  constructor(
    /** 0 to 3, its own among those that are asked of the same words. */
    place: number,
    tables: readonly PhraseTable<unknown>[],
    pieces: Iterable<string> = [],
    endings: readonly string[] = [],
  ) {
    this.bit = 1 << place
    this.words = new Set(tables.flatMap((table) => [...table.firstWords()]))
    this.heads = new Set([...pieces].map((piece) => piece.slice(0, HEAD)))
    this.endings = endings
  }

  mayStart(token: ReadToken): boolean {
    if (token.kind === 'digits') return true
    const { asked, yes } = token.known
    if (((asked[0] ?? 0) & this.bit) === 0) {
      asked[0] = (asked[0] ?? 0) | this.bit
      if (this.findStart(token)) yes[0] = (yes[0] ?? 0) | this.bit
    }
    return ((yes[0] ?? 0) & this.bit) !== 0
  }

  private findStart(token: ReadToken): boolean {
    for (const form of token.forms) if (this.words.has(form.fold)) return true
    if (this.heads.size > 0)
      for (let size = 1; size <= HEAD; size++) if (this.heads.has(token.fold.slice(0, size))) return true
    return this.endings.some((ending) => token.fold.endsWith(ending))
  }
}

const HEAD = 3

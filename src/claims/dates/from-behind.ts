import { fold } from '../quantities/fold.ts'
import { expandForms } from '../quantities/forms.ts'
import { PhraseTable, type ReadToken } from '../quantities/phrases.ts'

/** "From" as a language says it behind the date: an ending of its last word (*нан), or words apart ('dan, -ден). */
export class FromBehind {
  private readonly words = new PhraseTable<true>()
  private readonly endings: readonly string[]

  constructor(entries: readonly string[]) {
    const isEnding = (entry: string): boolean => entry.startsWith('*')
    this.words.addAll(
      entries.filter((entry) => !isEnding(entry)),
      true,
    )
    this.endings = entries
      .filter(isEnding)
      .flatMap((entry) => expandForms(entry.slice(1)))
      .map(fold)
  }

  /** Where what follows "from" begins, for a date that ends before token `at`. */
  at(tokens: readonly ReadToken[], at: number): { to: number } | null {
    const last = tokens[at - 1]
    const isInside = last?.kind === 'word' && this.endings.some((ending) => last.fold.endsWith(ending))
    return isInside ? { to: at } : this.words.at(tokens, at)
  }
}

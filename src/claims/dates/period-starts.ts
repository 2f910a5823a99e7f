import { fold } from '../quantities/fold.ts'
import type { PhraseTable, ReadToken } from '../quantities/phrases.ts'

/** The readers of periods; a token says by its word which of them may find something there. */
export const periodReaders = [
  'ago',
  'countedSpan',
  'ahead',
  'within',
  'nth',
  'dayOfWeek',
  'weekOf',
  'numberedWeek',
  'holiday',
  'loneDay',
  'firstMonths',
  'monthSpan',
  'monthCount',
  'quarter',
  'half',
  'season',
  'shiftedName',
  'anchored',
  'relative',
  'weekday',
  'bareYear',
] as const

export type PeriodReader = (typeof periodReaders)[number]

type Tables = Readonly<Record<PeriodReader, readonly PhraseTable<unknown>[]>>

/** Letters by which a word that runs together with others (German numbers) is known. */
const HEAD = 3

/** For each token the readers that may begin there, as bits in the order of `periodReaders`. */
export class PeriodStarts {
  private readonly masks = new Map<string, number>()
  private readonly heads: ReadonlySet<string>
  private readonly digits: number
  private readonly numbers: number

  /** `withDigits`: readers that may begin with a figure; `withNumbers`: with any number. */
  constructor(
    tables: Tables,
    starts: {
      readonly withDigits: readonly PeriodReader[]
      readonly withNumbers: readonly PeriodReader[]
      readonly numbers: readonly PhraseTable<unknown>[]
      readonly pieces: Iterable<string>
    },
  ) {
    periodReaders.forEach((name, bit) => {
      for (const table of tables[name]) this.addWords(table, 1 << bit)
    })
    this.numbers = bitsOf(starts.withNumbers)
    this.digits = bitsOf(starts.withDigits) | this.numbers
    for (const table of starts.numbers) this.addWords(table, this.numbers)
    this.heads = new Set([...starts.pieces].map((piece) => fold(piece).slice(0, HEAD)))
  }

  private addWords(table: PhraseTable<unknown>, bits: number): void {
    for (const word of table.firstWords()) this.masks.set(word, (this.masks.get(word) ?? 0) | bits)
  }

  maskOf(token: ReadToken): number {
    if (token.kind === 'digits') return this.digits | (this.masks.get(token.fold) ?? 0)
    token.known.periods ??= this.findMask(token)
    return token.known.periods
  }

  private findMask(token: ReadToken): number {
    let mask = 0
    for (const form of token.forms) mask |= this.masks.get(form.fold) ?? 0
    if (this.heads.size > 0 && token.kind === 'word')
      for (let size = 1; size <= HEAD; size++)
        if (this.heads.has(token.fold.slice(0, size))) return mask | this.numbers
    return mask
  }
}

function bitsOf(names: readonly PeriodReader[]): number {
  return names.reduce((bits, name) => bits | (1 << periodReaders.indexOf(name)), 0)
}

import { z } from 'zod'

/** `lexicons/<lang>/writing.yaml`: what tells a language from its neighbours. A language may do without. */
const writingSchema = z
  .object({
    /** Letters of its script that it does not write. */
    foreign_letters: z.string().default(''),
    /** Letters that few of its neighbours write. */
    own_letters: z.string().default(''),
    /** Common words; `*` stands for any beginning or ending. */
    words: z.array(z.array(z.string())).default([]),
  })
  .prefault({})

export interface Writing {
  readonly foreign: RegExp | null
  readonly own: RegExp | null
  readonly words: ReadonlySet<string>
  readonly beginnings: readonly string[]
  readonly endings: readonly string[]
}

/** Throws where the file has another form. */
export function parseWriting(file: unknown): Writing {
  const data = writingSchema.parse(file ?? {})
  const entries = data.words.flat().map((word) => word.toLowerCase())
  return {
    foreign: anyOf(data.foreign_letters, 'giu'),
    own: anyOf(data.own_letters, 'iu'),
    words: new Set(entries.filter((word) => !word.includes('*'))),
    beginnings: entries.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    endings: entries.filter((word) => word.startsWith('*')).map((word) => word.slice(1)),
  }
}

export const NO_WRITING: Writing = { foreign: null, own: null, words: new Set(), beginnings: [], endings: [] }

function anyOf(letters: string, flags: string): RegExp | null {
  return letters === '' ? null : new RegExp(`[${letters.replace(/[\]\\^-]/gu, '\\$&')}]`, flags)
}

/** An ending or a letter says less than a word: English writes Erdoğan, and many languages have words in -ato. */
const SIGN = 0.5

/** How much of a text is words of the language, from 0 to 1; a word that has only its ending or letters counts half. */
export function wordShare(text: string, writing: Writing): number {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  let sum = 0
  for (const word of words) {
    if (writing.words.has(word)) sum += 1
    else if (
      writing.own?.test(word) ||
      writing.endings.some((ending) => word.length > ending.length + 1 && word.endsWith(ending)) ||
      writing.beginnings.some((beginning) => word.length > beginning.length + 1 && word.startsWith(beginning))
    )
      sum += SIGN
  }
  return words.length === 0 ? 0 : sum / words.length
}

import { romanise, type Spelling } from './romanise.ts'

/** English-like form of a name that no table has: romanised, feminine and neuter endings kept, quotes gone. */
export function plainForm(written: string, spelling?: Spelling): string {
  return romanise(
    written
      .replace(/[«»"“”„‹›]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
    spelling,
  )
}

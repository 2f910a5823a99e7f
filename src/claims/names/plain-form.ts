import { romanise } from './romanise.ts'

/** English-like form of a name that no table has: romanised, feminine and neuter endings kept, quotes gone. */
export function plainForm(written: string, lang: string): string {
  return romanise(
    written
      .replace(/[«»"“”„‹›]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
    lang,
  )
}

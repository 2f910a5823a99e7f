import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { packageRoot } from './package-root.ts'

/** Contents of the lexicon files of one language, by file name without ending. */
export type LexiconFiles = Readonly<Record<string, unknown>>

/** Codes of the languages that have a folder in `lexicons/`. */
export function lexiconLanguages(folder: string = join(packageRoot(), 'lexicons')): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** The lexicons by language; each language is parsed when it is first asked for. */
export function loadLexicons(
  folder: string = join(packageRoot(), 'lexicons'),
): Readonly<Record<string, LexiconFiles>> {
  const lexicons: Record<string, LexiconFiles> = {}
  for (const lang of lexiconLanguages(folder)) {
    let files: LexiconFiles | undefined
    Object.defineProperty(lexicons, lang, {
      enumerable: true,
      get: () => {
        files ??= Object.fromEntries(
          readdirSync(join(folder, lang))
            .filter((name) => name.endsWith('.yaml'))
            .sort()
            .map((name) => [
              name.slice(0, -5),
              parse(readFileSync(join(folder, lang, name), 'utf8')) as unknown,
            ]),
        )
        return files
      },
    })
  }
  return lexicons
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { CorridorError } from '../core/errors.ts'
import type { Languages } from '../reports/identify-language.ts'
import { parseWriting, type Writing } from '../reports/writing.ts'
import { packageRoot } from './package-root.ts'

/** Contents of the lexicon files of one language, by file name without ending. */
export type LexiconFiles = Readonly<Record<string, unknown>>

/**
 * Folders of the languages that can be read: the shipped ones, and those of `own`, a user's folder of the same
 * form; there a language that is shipped too replaces the shipped one. Throws `input_unreadable` for no folder.
 */
function languageFolders(own: string | undefined): Map<string, string> {
  if (own !== undefined && !existsSync(own))
    throw new CorridorError(
      'input_unreadable',
      `lexicons ${own}: there is no such folder; name the one that holds a folder for each language`,
    )
  const folders = new Map<string, string>()
  for (const parent of [join(packageRoot(), 'lexicons'), ...(own === undefined ? [] : [own])])
    for (const entry of readdirSync(parent, { withFileTypes: true }))
      if (entry.isDirectory()) folders.set(entry.name, join(parent, entry.name))
  return folders
}

/** Codes of the languages that have a lexicon, shipped or in the user's folder `own`. */
export function lexiconLanguages(own?: string): string[] {
  return [...languageFolders(own).keys()].sort()
}

/** The lexicons by language; each is parsed when it is first asked for, which throws `config_invalid` for what is no YAML. */
export function loadLexicons(own?: string): Readonly<Record<string, LexiconFiles>> {
  const lexicons: Record<string, LexiconFiles> = {}
  for (const [lang, folder] of languageFolders(own)) {
    let files: LexiconFiles | undefined
    Object.defineProperty(lexicons, lang, {
      enumerable: true,
      get: () => {
        files ??= Object.fromEntries(
          readdirSync(folder)
            .filter((name) => name.endsWith('.yaml'))
            .sort()
            .map((name) => [name.slice(0, -5), readYaml(join(folder, name))]),
        )
        return files
      },
    })
  }
  return lexicons
}

/**
 * The languages that can be read, and how they and their neighbours are written (`writing.yaml` of each, and
 * `neighbours.yaml` beside the folders for languages without a lexicon). Throws `config_invalid` for a file of
 * another form.
 */
export function loadLanguages(own?: string): Languages {
  const folders = languageFolders(own)
  const writing = new Map<string, Writing>()
  const neighbours = join(packageRoot(), 'lexicons', 'neighbours.yaml')
  for (const [lang, one] of Object.entries((readYaml(neighbours) ?? {}) as Record<string, unknown>))
    writing.set(lang, writingOf(neighbours, one))
  for (const [lang, folder] of folders) {
    const file = join(folder, 'writing.yaml')
    writing.set(lang, writingOf(file, readYaml(file)))
  }
  return { supported: new Set(folders.keys()), writing }
}

/** What a file holds; undefined where there is none. */
function readYaml(file: string): unknown {
  if (!existsSync(file)) return undefined
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split(/:?\n/u)[0]
    throw new CorridorError('config_invalid', `${file}: not valid YAML (${reason}): mend the file`, {
      cause: error,
    })
  }
}

function writingOf(file: string, data: unknown): Writing {
  try {
    return parseWriting(data)
  } catch (error) {
    throw new CorridorError(
      'config_invalid',
      `${file}: not a description of how a language is written; lexicons/en/writing.yaml shows the form`,
      { cause: error },
    )
  }
}

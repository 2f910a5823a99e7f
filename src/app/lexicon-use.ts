import { checkLexicon } from '../claims/lexicon/check-lexicon.ts'
import { CorridorError, type Problem } from '../core/errors.ts'
import { lexiconLanguages, loadLexicons } from './load-lexicons.ts'

/** A lexicon that has every list. */
const COMPLETE = 'en'

/** Faults of the lexicon of a language, or of all. Throws `name_not_found` for a language without a folder. */
export function checkLexicons(
  lang?: string,
  own?: string,
): { languages: readonly string[]; problems: readonly Problem[] } {
  const known = lexiconLanguages(own)
  if (lang !== undefined && !known.includes(lang)) {
    throw new CorridorError(
      'name_not_found',
      `no lexicon "${lang}": there are ${known.join(', ')}; a new one is a folder in lexicons/`,
    )
  }
  const lexicons = loadLexicons(own)
  const complete = lexicons[COMPLETE] ?? {}
  const languages = lang === undefined ? known : [lang]
  return { languages, problems: languages.flatMap((one) => checkOne(one, lexicons, complete)) }
}

function checkOne(lang: string, lexicons: ReturnType<typeof loadLexicons>, complete: object): Problem[] {
  try {
    return checkLexicon(lang, lexicons[lang] ?? {}, complete as Readonly<Record<string, unknown>>)
  } catch (error) {
    // A file that is no YAML at all.
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    const where = `lexicons/${lang}`
    return [{ code: 'config_invalid', where, message: `${where}: ${reason}` }]
  }
}

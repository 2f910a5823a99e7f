import { z } from 'zod'
import { CorridorError } from '../core/errors.ts'
import { schemaFault } from '../core/schema-fault.ts'
import type { DateLexicon } from './dates/date-lexicon.ts'
import { type Lexicon, parseLexicon } from './lexicon/lexicon.ts'
import { speechSchema } from './lexicon/lexicon-files.ts'
import type { NameEntry } from './names/name-entry.ts'
import { createNameMatcher, type NameMatcher } from './names/name-matcher.ts'
import { type NamesLexicon, parseNamesLexicon } from './names/names-lexicon.ts'
import { type SharedNames, shareNames } from './names/shared-names.ts'
import type { SpeechWords } from './names/word-lists.ts'
import { parseQuantityLexicon } from './quantities/read-quantities.ts'
import type { QuantityLexicon } from './quantities/unit-lexicon.ts'
import { parseUsualLetters, type UsualLetters } from './text/usual-script.ts'
import { Vocabulary } from './words.ts'

/** Contents of the lexicon files of one language, by file name without ending. */
type LexiconFiles = Readonly<Record<string, unknown>>

/** Contents of the lexicon files by language. */
export type Lexicons = Readonly<Record<string, LexiconFiles>>

/** What the reader knows of one language, compiled from its lexicon files. */
export interface LanguageReader {
  readonly claims: Lexicon
  readonly quantities: QuantityLexicon
  readonly dates: DateLexicon
  readonly names: NameMatcher
  readonly vocabulary: Vocabulary
  /** Letters of another script of the language, and the ones that its lexicon is written in. */
  readonly letters: UsualLetters
}

/** Files without which a language is not read. */
const FILES = ['language', 'events', 'modality', 'speech', 'numbers', 'units', 'dates']

/** English beside every language: names in Latin letters stand in texts of any script. */
export interface Shared {
  readonly english: NamesLexicon | null
  readonly names: SharedNames
}

export function share(entries: readonly NameEntry[], lexicons: Lexicons): Shared {
  const english = namesLexiconOf('en', lexicons)
  return { english, names: shareNames(entries, new Map(english === null ? [] : [['en', english]])) }
}

function namesLexiconOf(lang: string, lexicons: Lexicons): NamesLexicon | null {
  const names = Object.hasOwn(lexicons, lang) ? lexicons[lang]?.names : undefined
  return names === undefined ? null : fromFile(`${lang}/names.yaml`, () => parseNamesLexicon(names))
}

/** A lexicon may be a person's own: what does not fit names its file and field. Throws `config_invalid`. */
function fromFile<T>(file: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    const message = `lexicons/${file}: ${schemaFault(error)}: correct the file`
    throw new CorridorError('config_invalid', message, { details: { file }, cause: error })
  }
}

/** Null where the language has no lexicon, or one without a file that reading needs. */
export function openLanguage(lang: string, lexicons: Lexicons, shared: Shared): LanguageReader | null {
  const files = Object.hasOwn(lexicons, lang) ? lexicons[lang] : undefined
  if (files === undefined || FILES.some((name) => files[name] === undefined)) return null
  const own = lang === 'en' ? shared.english : namesLexiconOf(lang, lexicons)
  const byLanguage = new Map<string, NamesLexicon>()
  if (own !== null) byLanguage.set(lang, own)
  if (shared.english !== null) byLanguage.set('en', shared.english)
  const ofAmounts = `${lang}/numbers.yaml, units.yaml or dates.yaml`
  const quantities = fromFile(ofAmounts, () => parseQuantityLexicon(lang, files))
  return {
    claims: parseLexicon(lang, files),
    quantities,
    dates: quantities.dates,
    names: createNameMatcher(shared.names, byLanguage, new Map([[lang, speechOf(files)]])),
    vocabulary: new Vocabulary(),
    letters: fromFile(`${lang}/script.yaml`, () => parseUsualLetters(files.script)),
  }
}

/** The words of saying and the roles of a language as its file lists them; `parseLexicon` has checked their form. */
function speechOf(files: LexiconFiles): SpeechWords {
  const { verbs, before, roles = {} } = speechSchema.safeParse(files.speech).data ?? {}
  return { verbs, before, roles: Object.values(roles).flat() }
}

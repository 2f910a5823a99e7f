import type { z } from 'zod'
import { CorridorError } from '../../core/errors.ts'
import { schemaFault } from '../../core/schema-fault.ts'
import { type Modality, modalities } from '../claim.ts'
import { foldWord } from '../text/tokens.ts'
import type { Cue } from './cue.ts'
import { modalityCues } from './cue-groups.ts'
import { CueMatcher } from './cue-matcher.ts'
import { eventsSchema, languageSchema, modalitySchema, speechSchema } from './lexicon-files.ts'

export interface Lexicon {
  readonly lang: string
  readonly order: z.infer<typeof languageSchema>['speech_order']
  /** Whether "not" may negate an event well before it: where no list says which verbs it then stands by. */
  readonly negationFollows: boolean
  readonly abbreviations: ReadonlySet<string>
  readonly zoneWords: ReadonlySet<string>
  /** Endings, in small letters, of a name that owns what follows. */
  readonly genitives: readonly string[]
  /** What stands right behind the name of an outlet that something is told to: "Reuters'a", "Reuters агенттігіне". */
  readonly toldTo: readonly string[]
  readonly matcher: CueMatcher
  /** All cues of the four files, in their order. */
  readonly cues: readonly Cue[]
  /** How a clause begins that tells what comes of the one before: by its first word, or how that ends. */
  readonly comesOf: WordsOrEndings
  /** How a verb looks that has no tense of its own, and whether it stands at the end of its clause. */
  readonly sharing: WordsOrEndings & { readonly last: boolean }
}

/** Words in one spelling, by themselves or by how they end. */
export interface WordsOrEndings {
  readonly words: ReadonlySet<string>
  readonly endings: readonly string[]
}

export function isOneOf(word: string, { words, endings }: WordsOrEndings): boolean {
  return words.has(word) || endings.some((ending) => word.endsWith(ending))
}

function wordsOrEndings(entries: readonly string[], lang: string): WordsOrEndings {
  const fold = (entry: string): string => foldWord(entry, lang)
  return {
    words: new Set(entries.filter((entry) => !entry.startsWith('*')).map(fold)),
    endings: entries.filter((entry) => entry.startsWith('*')).map((entry) => fold(entry.slice(1))),
  }
}

const SPEECH_LISTS = [
  'verbs',
  'relatives',
  'passive',
  'own_voice',
  'reported',
  'backward',
  'before',
  'own',
  'after',
  'relay',
  'outlet',
  'outlet_again',
  'reports',
  'stance',
  'quoted_by',
  'participle',
] as const

/** A star stands at the beginning or the end of a word only. */
const INNER_STAR = /[^\s*]\*[^\s*]/u
const MODALITIES = new Set<string>(modalities)

/** A cue may end in `> modality`: what it says of the clause when nothing else does. */
function cuesOf(group: string, entries: readonly string[], where: string, label?: string): Cue[] {
  return entries.map((entry) => {
    const isExclusion = entry.startsWith('~')
    const [pattern, tag] = (isExclusion ? entry.slice(1) : entry).split(/\s+>\s+/u)
    if (
      pattern === undefined ||
      pattern.trim() === '' ||
      INNER_STAR.test(pattern) ||
      (tag !== undefined && !MODALITIES.has(tag))
    )
      throw invalid(where, `entry '${entry}'`)
    return { group, pattern, value: label ?? tag ?? null, isExclusion }
  })
}

function invalid(where: string, what: string, cause?: unknown): CorridorError {
  return new CorridorError('config_invalid', `${where}: ${what} cannot be read; correct the file.`, {
    details: { file: where },
    cause,
  })
}

function parseFile<T>(schema: z.ZodType<T>, lang: string, file: string, value: unknown): T {
  const where = `lexicons/${lang}/${file}.yaml`
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw invalid(where, `the file (${schemaFault(parsed.error)})`, parsed.error)
}

/** Compiles the four files of one language. Throws a CorridorError that names file and entry. */
export function parseLexicon(lang: string, files: Readonly<Record<string, unknown>>): Lexicon {
  const language = parseFile(languageSchema, lang, 'language', files.language)
  const events = parseFile(eventsSchema, lang, 'events', files.events)
  const modality = parseFile(modalitySchema, lang, 'modality', files.modality)
  const speech = parseFile(speechSchema, lang, 'speech', files.speech)
  const at = (file: string): string => `lexicons/${lang}/${file}.yaml`
  const place = language.speech_order === 'verb_last' ? 'after' : 'before'
  const cues = [
    ...cuesOf('join', language.joins, at('language')),
    ...cuesOf('join', language.adverbs, at('language'), 'adverb'),
    ...cuesOf('join_behind_verb', language.joins_behind_verb, at('language')),
    ...cuesOf('predicate', language.predicates, at('language')),
    ...cuesOf('that', language.that, at('language')),
    ...cuesOf('cause', language.causes, at('language'), place),
    ...cuesOf('way', language.ways, at('language')),
    ...cuesOf('through', language.through, at('language'), place),
    ...cuesOf('cause', language.led_to, at('language'), 'after'),
    ...cuesOf('without', language.without, at('language'), 'before'),
    ...cuesOf('about', language.about, at('language')),
    ...cuesOf('at', language.at, at('language')),
    ...cuesOf('thus', language.thus, at('language')),
    ...cuesOf('beside', language.beside, at('language')),
    ...cuesOf('but_not', language.but_not, at('language')),
    ...cuesOf('relative', language.relatives, at('language')),
    ...cuesOf('participle', language.participles, at('language')),
    ...cuesOf('particle', language.particles, at('language')),
    ...cuesOf('object_marker', language.object_markers, at('language')),
    ...cuesOf('coverb', language.coverbs, at('language')),
    ...cuesOf('owned_by', language.owned_by, at('language')),
    ...cuesOf('purpose', language.purposes, at('language')),
    ...cuesOf('statement', language.statements, at('language')),
    ...cuesOf('anaphora:pronoun', language.statements, at('language')),
    ...cuesOf('shared', language.shared_auxiliary?.behind ?? [], at('language')),
    ...cuesOf('unfinished', language.unfinished, at('language')),
    ...cuesOf('page', language.page_lines, at('language')),
    ...cuesOf('field', language.field, at('language')),
    ...Object.entries(language.topics).flatMap(([name, list]) =>
      cuesOf(`topic:${name}`, list, at('language')),
    ),
    ...Object.entries(language.anaphora).flatMap(([kind, list]) =>
      cuesOf(`anaphora:${kind}`, list, at('language')),
    ),
    ...Object.entries(events).flatMap(([name, list]) => cuesOf(`event:${name}`, list, at('events'))),
    ...modalityCues.flatMap((name) =>
      // A Turkish condition ends with its verb or noun: "if" stands behind it.
      cuesOf(`modality:${name}`, modality[name], at('modality'), name === 'conditional' ? place : undefined),
    ),
    ...SPEECH_LISTS.flatMap((name) => cuesOf(`speech:${name}`, speech[name], at('speech'))),
    ...Object.entries(speech.roles).flatMap(([label, list]) => cuesOf('role', list, at('speech'), label)),
    ...Object.entries(speech.qualifiers).flatMap(([label, list]) =>
      cuesOf('qualifier', list, at('speech'), label),
    ),
  ]
  return {
    lang,
    order: language.speech_order,
    negationFollows: language.predicates.length === 0,
    abbreviations: new Set(
      language.abbreviations.map((word) => foldWord(word, 'und')).concat(language.abbreviations),
    ),
    zoneWords: new Set(language.zone_words),
    genitives: language.genitives,
    toldTo: language.told_to,
    matcher: new CueMatcher(cues, lang, speech.between),
    cues,
    comesOf: wordsOrEndings(language.comes_of, lang),
    sharing: {
      ...wordsOrEndings(language.shared_auxiliary?.verbs ?? [], lang),
      last: language.shared_auxiliary?.last ?? false,
    },
  }
}

export function isModality(value: string | null): value is Modality {
  return value !== null && MODALITIES.has(value)
}

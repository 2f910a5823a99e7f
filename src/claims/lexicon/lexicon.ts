import { z } from 'zod'
import { CorridorError } from '../../core/errors.ts'
import { type Modality, modalities } from '../claim.ts'
import { foldWord } from '../text/tokens.ts'
import type { Cue } from './cue.ts'
import { CueMatcher } from './cue-matcher.ts'

/** Classes of words that a rule may ask for; what each holds is said in docs/reading.md. */
export const eventClasses = [
  'agree',
  'pact',
  'talk',
  'meet',
  'occasion',
  'oppose',
  'attack',
  'damage',
  'outage',
  'halt',
  'cease',
  'defer',
  'maintain',
  'resume',
  'rise',
  'fall',
  'flow',
  'carry',
  'cargo',
  'price',
  'cost',
  'start',
  'build',
  'drill',
  'impose',
  'sanction',
  'relief',
  'permit',
  'invest',
  'military',
  'seek',
  'cooperate',
  'accuse',
  'normal',
  'level',
  'capacity',
  'compare',
  'take',
  'again',
  'urge',
  'silent',
  'limit',
  'ban',
  'affect',
  'well',
  'produce',
  'ignore',
] as const
export type EventClass = (typeof eventClasses)[number]

const modalityCues = [
  'denied',
  'negation',
  'conditional',
  'possible',
  'planned',
  'ongoing',
  'happened',
  'state',
  'hypothetical',
  'infinitive',
  'unhurt',
] as const
export type ModalityCue = (typeof modalityCues)[number]

/** Groups of the cues of certainty by name, joined once: they are asked for many times a clause. */
export const modalityGroups = Object.fromEntries(
  modalityCues.map((name) => [name, `modality:${name}`]),
) as Readonly<Record<ModalityCue, string>>

/** What a loss comes from, or how it is meant to last: told anywhere in the sentence of a claim, also as its cause. */
export const circumstances = [
  'ending',
  'labour',
  'blockade',
  'weather',
  'storm',
  'frost',
  'quake',
  'trip',
  'precaution',
  'grave',
  'blast',
  'light',
  'unexplained',
  'ruling',
  'war',
  'standing',
] as const

/** What a change may be of: told beside a claim, so that a rise of demand is not taken for one of supply. */
const topics = [
  'demand',
  'output',
  'delivery',
  'storage',
  'reserve',
  'filling',
  'release',
  'full',
  'industry',
  'half',
  'double',
  'triple',
  'unit',
  'buying',
  'half_load',
  'load',
  'one_of_two',
  'one_of_three',
  'two_of_three',
  'one_of_four',
  'goes_on',
  'refining',
  'abroad',
  'forbidding',
  'transit',
  'waiver',
  'listed',
  'wholly',
  'shipping',
  'port_call',
  'shadow_fleet',
  'price_cap',
  'made_from',
  'memorandum',
  'decided',
  'pipeline',
  'interconnector',
  'terminal',
  'refinery',
  'export_plant',
  'late',
  'lapsed',
  'petrol',
  'diesel',
  'jet_fuel',
  'fuel_oil',
  'by_road',
  'prolonged',
  'disrupted',
  ...circumstances,
  'crude',
  'products',
  'gas',
  'lng',
  'coal',
  'power',
] as const

const patterns = z.array(z.string().min(1))
const labelled = z.record(z.string(), patterns)

export const languageSchema = z.strictObject({
  /** Where the verb of saying stands: before its speaker, after it, or at the end of the sentence. */
  speech_order: z.enum(['verb_first', 'verb_second', 'verb_last']),
  abbreviations: patterns,
  /** Words behind the name of a time zone: "Moscow *time*". */
  zone_words: patterns.default([]),
  /** Words that open a clause of their own: while, whereas, but, and, which. */
  joins: patterns,
  /** Words that join where they open a clause and stand in its midst otherwise: aber, jednak, however. */
  adverbs: patterns.default([]),
  /** A verb that closes its clause and the word that joins the next: tr "-eceğini ve". The cut is before the last word. */
  joins_behind_verb: patterns.default([]),
  /** Finite verbs that no clause of the language begins with: behind a comma their subject stands before. */
  predicates: patterns.default([]),
  /** Words between a verb of saying and what is said. */
  that: patterns,
  /** Before, or in a verb-last language after, what is only the cause: because of, nedeniyle. */
  causes: patterns.default([]),
  /** Of these the ones that before a place or a line say by which way: uk через, pl przez. */
  ways: patterns.default([]),
  /** Before, or in a verb-last language after, a country that something passes on its way to another: via, üzerinden. */
  through: patterns.default([]),
  /** Verbs before which the cause stands and behind which what came of it: "a leak *prompted* X to shut". */
  led_to: patterns.default([]),
  /** Words before what was not there: without, sin. It yields to what happened without it. */
  without: patterns.default([]),
  /** Words before what is only named as the matter: with regard to, concernant. */
  about: patterns.default([]),
  /** Words before where, or to whom, something is said: "said *in* London", "a déclaré *à* Reuters". */
  at: patterns.default([]),
  /** A word that alone, before a name and without a verb, says whose words those before it were: it così. */
  thus: patterns.default([]),
  /** Words that deny of something else what was just told: "fell, *but not* exports". */
  but_not: patterns.default([]),
  /** Words that open a relative clause behind a comma: which, die, qui. */
  relatives: patterns.default([]),
  /** Words that open what is only the purpose: so that, in order to. */
  purposes: patterns.default([]),
  /** Words that a clause cannot end with: one that does was cut off before its verb. */
  unfinished: patterns.default([]),
  /** How lines of the page begin that tell nothing: read also, photo, subscribe. */
  page_lines: patterns.default([]),
  /** Words that show by themselves that a text is about energy: power grid, blackout, fuel. */
  field: patterns.default([]),
  /** Words for what a change is of: demand, output, what is delivered, what is stored, how full that is. */
  topics: z.partialRecord(z.enum(topics), patterns).default({}),
  /** Nouns and pronouns that take up something named before. */
  anaphora: z.strictObject({
    line: patterns,
    station: patterns,
    vessel: patterns,
    company: patterns,
    ministry: patterns,
    both: patterns,
    pronoun: patterns,
  }),
})
export const eventsSchema = z.partialRecord(z.enum(eventClasses), patterns)
/** What a language may do without. */
const OPTIONAL = new Set<ModalityCue>(['state', 'hypothetical', 'infinitive', 'unhurt'])
const optional = patterns.default([])
export const modalitySchema = z.strictObject(
  Object.fromEntries(modalityCues.map((name) => [name, OPTIONAL.has(name) ? optional : patterns])) as Record<
    ModalityCue,
    typeof optional
  >,
)
export const speechSchema = z.strictObject({
  verbs: patterns,
  /** Verbs of saying that point back at the sentence before: "said this in an interview". */
  backward: patterns,
  /** Forms of verbs of saying right before who says it, with what is said before them: "belirten X". */
  relatives: patterns.default([]),
  /** Impersonal verbs of saying: it was announced. They have no speaker but the one a phrase names. */
  passive: patterns.default([]),
  /** Forms by which a report goes on in its own voice: "it is to be noted that", "we recall". Nobody is said to speak. */
  own_voice: patterns.default([]),
  /** Verb forms that mark what is only reported. */
  reported: patterns.default([]),
  /** Verbs of a stance or an expectation: their subject speaks where it is named and nobody else does. */
  stance: patterns.default([]),
  /** Between a speaker and the outlet that has it from them: quoted by, in an interview with. */
  quoted_by: patterns.default([]),
  /** Verbs of saying whose speaker stands before and never behind: ", saying …", "отметив, что …". */
  participle: patterns.default([]),
  /** Before the speaker: according to. */
  before: patterns,
  /** After the speaker: zufolge, -a göre. */
  after: patterns,
  /** Between an outlet and the speaker that it cites. */
  relay: patterns,
  /** Words that make the name beside them an outlet: agency, newspaper, told. */
  outlet: patterns,
  /** What is told by nobody in particular: reports, rumours; "denied the reports which say that …". */
  reports: patterns.default([]),
  /** Words that take up the outlet credited before, beside who speaks to it: "told the newspaper". */
  outlet_again: patterns.default([]),
  /** English label of a generic speaker to the words for it. */
  roles: labelled,
  /** English adjective to the words for it. */
  qualifiers: labelled,
})

export interface Lexicon {
  readonly lang: string
  readonly order: z.infer<typeof languageSchema>['speech_order']
  /** Whether "not" may negate an event well before it: where no list says which verbs it then stands by. */
  readonly negationFollows: boolean
  readonly abbreviations: ReadonlySet<string>
  readonly zoneWords: ReadonlySet<string>
  readonly matcher: CueMatcher
  /** All cues of the four files, in their order. */
  readonly cues: readonly Cue[]
}

const SPEECH_LISTS = [
  'verbs',
  'relatives',
  'passive',
  'own_voice',
  'reported',
  'backward',
  'before',
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
  const issue = parsed.error.issues[0]
  const at = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.join('.')
  throw invalid(where, `${at} (${issue?.message ?? 'not understood'})`, parsed.error)
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
    ...cuesOf('but_not', language.but_not, at('language')),
    ...cuesOf('relative', language.relatives, at('language')),
    ...cuesOf('purpose', language.purposes, at('language')),
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
    matcher: new CueMatcher(cues, lang),
    cues,
  }
}

export function isModality(value: string | null): value is Modality {
  return value !== null && MODALITIES.has(value)
}

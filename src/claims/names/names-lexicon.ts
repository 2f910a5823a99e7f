import { z } from 'zod'
import { entityTypes } from '../claim.ts'
import type { Script } from './name-word.ts'
import { foldText } from './spelling/fold-text.ts'

const words = z.array(z.string()).default([])

/** `lexicons/<lang>/names.yaml`: how a language bends names, and which words stand beside names. */
export const namesLexiconSchema = z.strictObject({
  script: z.enum(['latin', 'cyrillic', 'greek', 'arabic', 'han']),
  /** Country of a text in this language that names no other, ISO 3166; null where the language has many. */
  home: z.string().nullable().default(null),
  /** Whether texts in it often tell of other countries: one that names others alone has no office of its own. */
  tells_of_abroad: z.boolean().default(false),
  /** Where a name stands to its type word: before it (English), after it (Russian), or either. */
  name_side: z.enum(['before', 'after', 'both']).default('both'),
  min_stem: z.number().int().default(3),
  /** Endings that a listed name sheds before others are put on. */
  base_endings: words,
  /** Endings that a name may take in a text. */
  suffixes: words,
  /** For names of one word: endings by the ending of the base form; `-`: no ending. None: `suffixes` serve. */
  paradigms: z.record(z.string(), z.array(z.string())).default({}),
  single_word_suffixes: z.array(z.string()).nullable().default(null),
  /** Ends of words before which a consonant of the base changed, and that consonant: у Ризі of Рига, w Hadze of Haga. */
  alternations: z.record(z.string(), z.string()).default({}),
  /** How the language writes what English spells otherwise, longest first, in surnames behind a given name of `given_english`. */
  surname_letters: z.record(z.string(), z.string()).default({}),
  /** Endings of a surname beside an oblique given name, and the ending of its base form. */
  oblique_names: z.array(z.object({ from: z.array(z.string()), to: z.string() })).default([]),
  /** Endings that the last word of a name takes, and no other: kk Риннер*дің*. */
  last_endings: words,
  /** Adjectives of places that name plant ("Ильский НПЗ"): ends of the stem, endings, and the ending of the base. */
  adjective_names: z
    .object({ stems: z.array(z.string()), endings: z.array(z.string()), base: z.string() })
    .optional(),
  /** Proclitics: `form` stands before a word; `leaves` is what of it belongs to the word. */
  clitics: z.array(z.object({ form: z.string(), leaves: z.string().default('') })).default([]),
  /** Words that may stand between a type word and the name. */
  connectors: words,
  /** Connectors that are or hold an article: a capitalised noun behind one is no unknown name ("an der Küste"). */
  connecting_articles: words,
  /** Type words: "pumping station X". `english` completes the canonical name of an unknown X. */
  heads: z
    .array(
      z.object({
        english: z.string(),
        type: z.enum(entityTypes),
        phrases: z.array(z.string()),
        /** True for words of many meanings: they type listed names and make no name of an unknown word. */
        listed_only: z.boolean().default(false),
      }),
    )
    .default([]),
  /** Ministries and state offices: `english` follows the demonym. */
  offices: z
    .array(
      z.object({
        english: z.string(),
        phrases: z.array(z.string()),
        /** True for words that mean an office only beside a country: "customs", "government". */
        needs_country: z.boolean().default(false),
        /** ISO 3166 code where only one country calls its office so (Bercy). */
        country: z.string().nullable().default(null),
      }),
    )
    .default([]),
  /** Role words before (or after) a person's name. */
  titles: words,
  /** True where a title with one capitalised word behind it names a person: "Bakan Güler". */
  surname_behind_title: z.boolean().default(false),
  /** How surnames end: by these one word beside a verb of saying is a person. */
  surname_endings: words,
  /** How they end behind words like "according to". */
  surname_genitives: words,
  /** Titles with nothing but a name behind them: "engineer", "Dr". Given in `titles` too. */
  honorifics: words,
  /** Ends of words that are titles (German *minister, *chef): "Betriebsratschef X". */
  title_endings: words,
  /** Ends of common nouns, where every noun has a capital: none of them is a name of one word. */
  noun_endings: words,
  /** Words before the names of those who wrote a report: "By X and Y", "Reporting by X". */
  bylines: words,
  /** Words of what somebody heads, between a role word and a name: "minister of *energy* X". */
  title_complements: words,
  /** "its ministry": the one of the country named last, wherever the text was written. */
  possessives: words,
  /** Words before a country to which something goes: it is not the one whose office is named next. */
  toward: words,
  /** Given names, folded by the reader: mark a person without a title. */
  given_names: words,
  /** Words within a name that are no name of their own: *بن*, *عبد* الله. */
  given_links: words,
  /** What ends a given name of two words: نور *الدين*. */
  given_second: words,
  /** Small words within a person's name: "Mohammed *al*-Sudani", "Ursula *von der* Leyen". */
  name_particles: words,
  /** Last words of names of organisations: "X Agency". */
  organisation_after: words,
  /** English spelling of given names that the letter table spells otherwise. */
  given_english: z.record(z.string(), z.string()).default({}),
  /** Letters that English writes with a y before them where a person's name begins, and in surnames behind a vowel: Ермаков, Алиев. */
  iotated: words,
  /** Letters that this language romanises otherwise than its script at large, and those at the start of a word. */
  romanise: z
    .object({
      letters: z.record(z.string(), z.string()),
      initials: z.record(z.string(), z.string()).default({}),
    })
    .optional(),
  /** By syllable, the Chinese letters of names that sound so. */
  pinyin: z.record(z.string(), z.string()).default({}),
  /** Words that names of outlets are made of, in English; what stands between them is told as it sounds. */
  outlet_english: z.record(z.string(), z.string()).default({}),
  /** Other languages whose names stand in texts of this one as they are: Russian ones in Ukrainian. */
  names_from: words,
  /** Adjectives of countries are capitalised here, so that one in small letters is another word. */
  demonyms_capital: z.boolean().default(false),
  /** Every noun is capitalised here, so that capitals show no name. */
  nouns_capital: z.boolean().default(false),
  /** Before the verb at the head of a sentence nothing stands but who does it, so that a capital there shows a name. */
  subject_first: z.boolean().default(false),
  /** Words that follow a person's name, where nothing else shows its end (Chinese). */
  person_before: words,
  company_before: words,
  /** Words that names of associations and offices begin with, before what they are of: Federación, Verband. */
  body_heads: words,
  /** Words for such bodies, right before their names: "the union X". */
  body_before: words,
  /** What stands within their names: de, der, und. */
  body_links: words,
  company_after: words,
  outlet_before: words,
  /** Words that follow the name of an outlet: "the X newspaper". */
  outlet_after: words,
  /** Verbs of papers: a name in quotation marks behind one is an outlet ("пишет «X»"). */
  outlet_verbs: words,
  /** Words of citing: a name in quotation marks before one is an outlet ("«X» со ссылкой на …"). */
  outlet_relays: words,
  /** Words that names of outlets are made of ("Gazette"); with a leading `*` also as the end of a word. */
  outlet_words: words,
  /** Articles that belong to the name of an outlet where they are capitalised ("Le Courrier"). */
  outlet_articles: words,
  vessel_before: words,
  /** Region words, with the English word of the canonical name. */
  regions: z.array(z.object({ english: z.string(), phrases: z.array(z.string()) })).default([]),
  /** Regional governments and similar: `english` follows the name of the region. */
  regional_offices: z
    .array(
      z.object({ english: z.string(), phrases: z.array(z.string()), alone: z.array(z.string()).default([]) }),
    )
    .default([]),
  /** "regional", "local" in all their forms: before such an office, that of the region named last. */
  regional_words: words,
  /** Adjective or stem of it -> ISO 3166 code; a trailing `*` lets any ending follow. */
  demonyms: z.record(z.string(), z.string()).default({}),
  /** First part of an adjective of two countries -> ISO 3166 code: "Sino-Russian", "ελληνοτουρκικός". */
  demonym_firsts: z.record(z.string(), z.string()).default({}),
  /** One letter -> ISO 3166 code: a country where such letters stand beside each other ("中俄"). */
  paired: z.record(z.string(), z.string()).default({}),
  /** Capitalised words that begin sentences and are no names. */
  not_names: words,
  /** Endings that may follow a demonym's stem; none listed: any of up to five letters. */
  demonym_endings: words,
  /** Set phrases with a word that is a name elsewhere: force majeure is no Cairo (القوة القاهرة). */
  phrases_without_names: words,
  /** Listed names that are ordinary words in this language: matched only beside a type word or in quotes. */
  ordinary_words: words,
  /** Words of place, behind which such a name with a capital is plant all the same: at, from, à, desde. */
  place_leads: words,
})

export interface NamesLexicon {
  readonly script: Script
  readonly home: string | null
  readonly tellsOfAbroad: boolean
  readonly minStem: number
  readonly baseEndings: ReadonlySet<string>
  readonly suffixes: ReadonlySet<string>
  /** Names of one word: endings by base ending, longest base first. */
  readonly paradigms: ReadonlyArray<{ readonly base: string; readonly endings: ReadonlySet<string> }>
  readonly singleSuffixes: ReadonlySet<string>
  readonly alternations: ReadonlyArray<{ readonly end: string; readonly base: string }>
  readonly clitics: ReadonlyArray<{ readonly form: string; readonly leaves: string }>
  readonly data: z.infer<typeof namesLexiconSchema>
}

/** Reads one language's names.yaml (already parsed as YAML). Throws a ZodError on a wrong field. */
export function parseNamesLexicon(value: unknown): NamesLexicon {
  const data = namesLexiconSchema.parse(value)
  return {
    script: data.script,
    home: data.home,
    tellsOfAbroad: data.tells_of_abroad,
    minStem: data.min_stem,
    baseEndings: new Set(data.base_endings.map(foldText)),
    suffixes: new Set(data.suffixes.map(foldText)),
    paradigms: paradigmsOf(data.paradigms),
    singleSuffixes: new Set((data.single_word_suffixes ?? data.suffixes).map(foldText)),
    alternations: Object.entries(data.alternations).map(([end, base]) => ({
      end: foldText(end),
      base: foldText(base),
    })),
    clitics: data.clitics.map((clitic) => ({ form: foldText(clitic.form), leaves: foldText(clitic.leaves) })),
    data,
  }
}

/** Reads `names` of every language that has it, from all lexicons as loaded: language -> file -> content. */
export function parseNamesLexicons(
  lexicons: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Map<string, NamesLexicon> {
  const parsed = new Map<string, NamesLexicon>()
  for (const [lang, files] of Object.entries(lexicons)) {
    if (files.names !== undefined) parsed.set(lang, parseNamesLexicon(files.names))
  }
  return parsed
}

const bare = (ending: string): string => (ending === '-' ? '' : foldText(ending))

function paradigmsOf(data: Readonly<Record<string, readonly string[]>>): NamesLexicon['paradigms'] {
  return Object.entries(data)
    .map(([base, endings]) => ({ base: bare(base), endings: new Set(endings.map(bare)) }))
    .sort((a, b) => b.base.length - a.base.length)
}

import type { z } from 'zod'
import { CorridorError, type Problem } from '../../core/errors.ts'
import { parseDateLexicon } from '../dates/parse-date-lexicon.ts'
import { parseNamesLexicon } from '../names/names-lexicon.ts'
import { parseQuantityLexicon } from '../quantities/read-quantities.ts'
import { foldWord, type Token, tokenise } from '../text/tokens.ts'
import type { Cue } from './cue.ts'
import { CueMatcher } from './cue-matcher.ts'
import { parseLexicon } from './lexicon.ts'
import { languageSchema, modalitySchema, speechSchema } from './lexicon-files.ts'

type Files = Readonly<Record<string, unknown>>

const FILES = ['language', 'events', 'modality', 'speech', 'names', 'numbers', 'units', 'dates']
/** Groups whose cues say things that cannot both be so: one entry in two of them is a contradiction. */
const OPPOSED: readonly (readonly string[])[] = [
  ['modality:denied', 'modality:conditional', 'modality:happened'],
  ['modality:denied', 'modality:ongoing'],
  ['modality:planned', 'modality:happened'],
  ['event:rise', 'event:fall'],
  ['event:halt', 'event:resume', 'event:start'],
  ['event:impose', 'event:relief'],
  ['event:agree', 'event:oppose'],
  ['speech:before', 'speech:after'],
]

/**
 * Faults of the lexicon of one language: files that are missing or cannot be read, lists that every complete
 * language has, one entry twice in a list, one entry in two lists that contradict each other, and cues that can
 * never be what is found: without a word, or with words that always meet another cue of their list first. Each
 * message names the file, the entry and the mend. `complete` is the lexicon to compare with.
 */
export function checkLexicon(lang: string, files: Files, complete: Files): Problem[] {
  const missing = FILES.filter((name) => files[name] === undefined).map((name) =>
    fault(lang, name, 'the file is missing: add it, with the lists of lexicons/en as a model'),
  )
  if (missing.length > 0) return missing
  const unreadable = FILES.flatMap((name) => unreadableFile(lang, name, files))
  if (unreadable.length > 0) return unreadable
  const { cues, matcher } = parseLexicon(lang, files)
  return [
    ...missingLists(lang, files, complete),
    ...duplicates(lang, cues),
    ...contradictions(lang, cues),
    ...unreachable(lang, cues, matcher),
  ]
}

function unreadableFile(lang: string, name: string, files: Files): Problem[] {
  try {
    if (name === 'names') parseNamesLexicon(files.names)
    else if (name === 'dates') parseDateLexicon(lang, files)
    else if (name === 'numbers' || name === 'units') parseQuantityLexicon(lang, files)
    else parseLexicon(lang, files)
    return []
  } catch (error) {
    const reason = error instanceof CorridorError ? error.message : String(error).split('\n')[0]
    const isOfFile = reason?.includes(`${name}.yaml`) ?? false
    // The four files of cues are read together: each tells of its own faults alone.
    const isShared = ['language', 'events', 'modality', 'speech'].includes(name)
    return isShared && !isOfFile ? [] : [fault(lang, name, `${reason}`)]
  }
}

/** Lists that the complete language fills and this one leaves out or empty, where grammar does not decide. */
function missingLists(lang: string, files: Files, complete: Files): Problem[] {
  return (['language', 'events', 'modality', 'speech'] as const).flatMap((name) => {
    const [has, wanted] = [files[name], complete[name]]
    if (!isRecord(has) || !isRecord(wanted)) return []
    return Object.entries(wanted)
      .filter(([list, entries]) => isFilled(entries) && !isFilled(has[list]) && !isOptional(name, list))
      .map(([list]) =>
        fault(lang, name, `the list "${list}" is missing or empty: fill it, lexicons/en shows what it holds`),
      )
  })
}

/** Lists that a language may do without: their words are of its grammar, or the form gives them a default. */
const OF_GRAMMAR = new Set([
  'abbreviations',
  'after',
  'again',
  'backward',
  'before',
  'ignore',
  'relay',
  'that',
])

function isOptional(file: 'language' | 'events' | 'modality' | 'speech', list: string): boolean {
  if (OF_GRAMMAR.has(list)) return true
  if (file === 'events') return false
  const forms: Readonly<Record<string, z.ZodType>> = {
    language: languageSchema,
    modality: modalitySchema,
    speech: speechSchema,
  }[file].shape
  return forms[list]?.safeParse(undefined).success ?? true
}

function duplicates(lang: string, cues: readonly Cue[]): Problem[] {
  const seen = new Map<string, Cue>()
  return cues.flatMap((cue) => {
    const key = [cue.group, cue.isExclusion, folded(cue, lang)].join(' ')
    const before = seen.get(key)
    seen.set(key, cue)
    if (before === undefined) return []
    if (before.value !== cue.value) {
      const said = [before, cue].map((one) => `"${one.value ?? 'nothing'}"`).join(' and ')
      return [faultOf(lang, cue, `stands twice and says ${said}: keep one`)]
    }
    return [faultOf(lang, cue, 'stands twice: take one out')]
  })
}

function contradictions(lang: string, cues: readonly Cue[]): Problem[] {
  const byGroup = new Map<string, Map<string, Cue>>()
  for (const cue of cues) {
    if (cue.isExclusion) continue
    const list = byGroup.get(cue.group) ?? new Map<string, Cue>()
    byGroup.set(cue.group, list.set(folded(cue, lang), cue))
  }
  const opposed = OPPOSED.flatMap((groups) =>
    groups.flatMap((group, index) =>
      groups
        .slice(index + 1)
        .flatMap((other) =>
          [...(byGroup.get(group) ?? [])]
            .filter(([words]) => byGroup.get(other)?.has(words))
            .map(([, cue]) =>
              faultOf(lang, cue, `stands in ${listOf(other)} too, which says the opposite: keep one`),
            ),
        ),
    ),
  )
  const excluded = cues
    .filter((cue) => cue.isExclusion && byGroup.get(cue.group)?.has(folded(cue, lang)))
    .map((cue) => faultOf(lang, cue, 'is in its list and excluded from it: take one out'))
  return [...opposed, ...excluded]
}

/** The words of the entry itself must be found as this entry, or as one that says the same of the same words. */
function unreachable(lang: string, cues: readonly Cue[], matcher: CueMatcher): Problem[] {
  // Each cue in a group of its own: none takes words from another.
  const alone = new CueMatcher(
    cues.map((cue, index) => ({ ...cue, group: String(index), isExclusion: false })),
    lang,
  )
  return cues.flatMap((cue) => {
    const samples = [sampleOf(cue, ''), sampleOf(cue, 'x')].map((sample) => tokenise(sample, lang))
    const tokens = samples[0] ?? []
    if (tokens.length === 0 || cue.pattern.trim().startsWith('..'))
      return [faultOf(lang, cue, 'holds no word that a text could have: take it out')]
    const near = alone
      .find(tokens)
      .flatMap((match) => cues[Number(match.cue.group)] ?? [])
      .filter((one) => one.group === cue.group)
    if (cue.isExclusion) {
      const isOfUse = cues.some(
        (one) => one.group === cue.group && !one.isExclusion && touches(one, tokens, lang),
      )
      return isOfUse ? [] : [faultOf(lang, cue, 'keeps nothing of its list from matching: take it out')]
    }
    const found = samples.flatMap((sample) =>
      matcher.find(sample).filter((match) => match.cue.group === cue.group),
    )
    if (found.some((match) => match.cue === cue || match.cue.value === cue.value)) return []
    const by = found[0]?.cue ?? near.find((one) => one.isExclusion)
    return [
      faultOf(
        lang,
        cue,
        by === undefined
          ? 'is not found in its own words: write it as the words stand in a text'
          : `can never be found: "${by.isExclusion ? '~' : ''}${by.pattern}" of the same list takes its words`,
      ),
    ]
  })
}

/** Whether a match of a cue could share a word with these: then an exclusion there is of use. */
function touches(cue: Cue, tokens: readonly Token[], lang: string): boolean {
  const words = cue.pattern.split(/\s+/u).filter((word) => word !== '..')
  const single = new CueMatcher(
    words.map((pattern, index) => ({ group: String(index), pattern, value: null, isExclusion: false })),
    lang,
  )
  return single.find(tokens).length > 0
}

/** A text that holds the entry and no more: a word for a gap, these letters for what a star leaves open. */
function sampleOf(cue: Cue, open: string): string {
  const initial = cue.pattern.replace(/^\^(.)/u, (_, letter: string) => letter.toUpperCase())
  return initial.replace(/\s\.\.\s/gu, ' 0 ').replaceAll('*', open)
}

function folded(cue: Cue, lang: string): string {
  return cue.pattern
    .trim()
    .split(/\s+/u)
    .map((word) => (lang === 'ar' ? foldWord(word, lang) : word.toLowerCase().normalize('NFC')))
    .join(' ')
}

function listOf(group: string): string {
  const [family, list] = group.split(':')
  return `${family === 'event' ? 'events' : family} "${list ?? ''}"`
}

const FILE_OF: Readonly<Record<string, string>> = {
  event: 'events',
  modality: 'modality',
  speech: 'speech',
  role: 'speech',
  qualifier: 'speech',
}

function faultOf(lang: string, cue: Cue, what: string): Problem {
  const [family = '', list] = cue.group.split(':')
  const place = list ?? (cue.value === null ? family : `${family} ${cue.value}`)
  const tag = family === 'event' && cue.value !== null ? ` > ${cue.value}` : ''
  const entry = `${cue.isExclusion ? '~' : ''}${cue.pattern}${tag}`
  return fault(lang, FILE_OF[family] ?? 'language', `${place}: "${entry}" ${what}`)
}

function fault(lang: string, file: string, what: string): Problem {
  const where = `lexicons/${lang}/${file}.yaml`
  return { code: 'config_invalid', where, message: `${where}: ${what}` }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  return isRecord(value) ? Object.keys(value).length > 0 : value !== undefined && value !== null
}

import { type NameToken, tokeniseNames } from '../name-tokens.ts'
import type { TokenForms } from '../name-word.ts'
import type { NamesLexicon } from '../names-lexicon.ts'
import { foldText } from '../spelling/fold-text.ts'
import { WordFlag } from '../word-flag.ts'
import { countryName } from './country-name.ts'

/** A country that a word implies without naming it ("Russian", "российский", "الروسي"). */
export interface Implied {
  readonly canonical: string
  readonly code: string
  readonly start: number
  readonly end: number
}

/** The tokens of a text with what each may stand for. */
interface Words {
  readonly tokens: readonly NameToken[]
  readonly forms: readonly TokenForms[]
}

interface Demonym {
  readonly tokens: readonly string[]
  readonly code: string
}

/** Demonyms of one language, by first word: whole words, and stems that any short ending may follow. */
export interface DemonymIndex {
  readonly whole: ReadonlyMap<string, readonly Demonym[]>
  readonly stems: ReadonlyMap<string, string>
  /** First parts of adjectives of two countries ("Sino-", "ελληνο"): ISO code by part. */
  readonly firsts: ReadonlyMap<string, string>
  /** Whether a word is a first part and a demonym in one: ελληνοτουρκικός. */
  readonly joined: WordFlag
  /** Endings that a stem may take; empty: any short one. */
  readonly endings: ReadonlySet<string>
  /** Whether a demonym may begin with a word: most of a text begins none. */
  readonly begin: WordFlag
  /** Only a capitalised word counts; elsewhere adjectives stand in small letters. */
  readonly needsCapital: boolean
}

const longestEnding = 5
/** Places of its flags; no phrase index has them. */
const PLACE = 29
const JOINED_PLACE = 28

export function buildDemonymIndex(lexicon: NamesLexicon | undefined): DemonymIndex {
  const whole = new Map<string, Demonym[]>()
  const stems = new Map<string, string>()
  for (const [written, code] of Object.entries(lexicon?.data.demonyms ?? {})) {
    if (written.endsWith('*')) {
      stems.set(foldText(written.slice(0, -1)), code)
      continue
    }
    const tokens = tokeniseNames(written).map((token) => token.fold)
    const first = tokens[0]
    if (first === undefined) continue
    whole.set(first, [...(whole.get(first) ?? []), { tokens, code }])
  }
  const begin = new WordFlag(PLACE, (word) => mayBegin(word, { whole, stems }))
  const endings = new Set((lexicon?.data.demonym_endings ?? []).map(foldText))
  const firsts = new Map(
    Object.entries(lexicon?.data.demonym_firsts ?? {}).map(([part, code]) => [foldText(part), code] as const),
  )
  const joined = new WordFlag(
    JOINED_PLACE,
    ({ exact }) => partsOf(exact, { firsts, stems, endings }) !== null,
  )
  return {
    whole,
    stems,
    endings,
    begin,
    firsts,
    joined,
    needsCapital: lexicon?.data.demonyms_capital === true,
  }
}

function mayBegin(
  { exact, withoutClitics }: TokenForms,
  { whole, stems }: Pick<DemonymIndex, 'whole' | 'stems'>,
): boolean {
  return [exact, ...withoutClitics.map(({ key }) => key)].some((key) => {
    if (whole.has(key)) return true
    for (let cut = key.length; cut >= Math.max(2, key.length - longestEnding); cut--)
      if (stems.has(key.slice(0, cut))) return true
    return false
  })
}

function codeAt({ tokens, forms }: Words, i: number, index: DemonymIndex) {
  const [token, word] = [tokens[i], forms[i]]
  if (token === undefined || word === undefined || (index.needsCapital && !token.isCapital)) return null
  if (!index.begin.of(word)) return null
  for (const { key, shift } of [{ key: word.exact, shift: 0 }, ...word.withoutClitics]) {
    for (const demonym of index.whole.get(key) ?? []) {
      const to = i + demonym.tokens.length
      if (demonym.tokens.slice(1).every((word, j) => tokens[i + 1 + j]?.fold === word))
        return { code: demonym.code, shift, to }
    }
    const code = codeOfStem(key, index)
    if (code !== null) return { code, shift, to: i + 1 }
  }
  return null
}

function codeOfStem(key: string, { stems, endings }: Pick<DemonymIndex, 'stems' | 'endings'>): string | null {
  for (let cut = key.length; cut >= Math.max(2, key.length - longestEnding); cut--) {
    const code = stems.get(key.slice(0, cut))
    if (code !== undefined && (cut === key.length || endings.size === 0 || endings.has(key.slice(cut))))
      return code
  }
  return null
}

/** ελληνο|τουρκικός: the codes of both, and where the second begins; null for any other word. */
function partsOf(word: string, index: Pick<DemonymIndex, 'firsts' | 'stems' | 'endings'>) {
  for (const [part, first] of index.firsts) {
    const second = word.startsWith(part) ? codeOfStem(word.slice(part.length), index) : null
    if (second !== null) return { first, second, cut: part.length }
  }
  return null
}

/** Demonym that begins at token `i`; null where there is none. `to`: the token after its last. */
export function demonymAt(
  words: Words,
  i: number,
  index: DemonymIndex,
): { code: string; start: number; end: number; to: number } | null {
  const found = codeAt(words, i, index)
  const token = words.tokens[i]
  const last = found === null ? undefined : words.tokens[found.to - 1]
  if (found === null || token === undefined || last === undefined) return null
  return {
    code: found.code,
    start: token.start + (token.offsets[found.shift] ?? 0),
    end: last.end,
    to: found.to,
  }
}

/** Countries implied by adjectives of a text, in order. Empty for a language without demonyms. */
export function findDemonyms(words: Words, index: DemonymIndex): Implied[] {
  const implied: Implied[] = []
  for (let i = 0; i < words.tokens.length; i++) {
    const found = demonymAt(words, i, index)
    if (found === null) {
      implied.push(...ofTwo(words, i, index))
      continue
    }
    implied.push(country(found.code, found.start, found.end))
    i = found.to - 1
  }
  return implied
}

/** Countries of a first part: "Sino-" before a demonym, or both of "ελληνοτουρκικός"; empty for any other word. */
function ofTwo({ tokens, forms }: Words, i: number, index: DemonymIndex): Implied[] {
  const [token, word, next] = [tokens[i], forms[i], tokens[i + 1]]
  if (index.firsts.size === 0 || token === undefined || word === undefined) return []
  const first = index.firsts.get(word.exact)
  if (first !== undefined)
    return next !== undefined && /^[-‐‑–]$/u.test(next.gap) ? [country(first, token.start, token.end)] : []
  const both = index.joined.of(word) ? partsOf(word.exact, index) : null
  const cut = both === null ? 0 : token.start + (token.offsets[both.cut] ?? 0)
  return both === null ? [] : [country(both.first, token.start, cut), country(both.second, cut, token.end)]
}

const country = (code: string, start: number, end: number): Implied => ({
  canonical: countryName(code),
  code,
  start,
  end,
})

import { countryName } from './country-name.ts'
import { foldText } from './fold-text.ts'
import { type NameToken, tokeniseNames } from './name-tokens.ts'
import type { NamesLexicon } from './names-lexicon.ts'
import { formsOf } from './token-forms.ts'

/** A country that a word implies without naming it ("Russian", "российский", "الروسي"). */
export interface Implied {
  readonly canonical: string
  readonly code: string
  readonly start: number
  readonly end: number
}

interface Demonym {
  readonly tokens: readonly string[]
  readonly code: string
}

/** Demonyms of one language, by first word: whole words, and stems that any short ending may follow. */
export interface DemonymIndex {
  readonly whole: ReadonlyMap<string, readonly Demonym[]>
  readonly stems: ReadonlyMap<string, string>
  /** Endings that a stem may take; empty: any short one. */
  readonly endings: ReadonlySet<string>
  /** Only a capitalised word counts; elsewhere adjectives stand in small letters. */
  readonly needsCapital: boolean
}

const longestEnding = 5

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
  const endings = new Set((lexicon?.data.demonym_endings ?? []).map(foldText))
  return { whole, stems, endings, needsCapital: lexicon?.data.demonyms_capital === true }
}

function codeAt(
  tokens: readonly NameToken[],
  i: number,
  index: DemonymIndex,
  lexicon: NamesLexicon | undefined,
) {
  const token = tokens[i]
  if (token === undefined || (index.needsCapital && !token.isCapital)) return null
  const forms = formsOf(token, lexicon)
  const starts = [{ key: forms.exact, shift: 0 }, ...forms.withoutClitics]
  for (const { key, shift } of starts) {
    for (const demonym of index.whole.get(key) ?? []) {
      const to = i + demonym.tokens.length
      if (demonym.tokens.slice(1).every((word, j) => tokens[i + 1 + j]?.fold === word))
        return { code: demonym.code, shift, to }
    }
    for (let cut = key.length; cut >= Math.max(2, key.length - longestEnding); cut--) {
      const code = index.stems.get(key.slice(0, cut))
      const isEnding = cut === key.length || index.endings.size === 0 || index.endings.has(key.slice(cut))
      if (code !== undefined && isEnding) return { code, shift, to: i + 1 }
    }
  }
  return null
}

/** Demonym that begins at token `i`; null where there is none. `to`: the token after its last. */
export function demonymAt(
  tokens: readonly NameToken[],
  i: number,
  index: DemonymIndex,
  lexicon: NamesLexicon | undefined,
): { code: string; start: number; end: number; to: number } | null {
  const found = codeAt(tokens, i, index, lexicon)
  const token = tokens[i]
  const last = found === null ? undefined : tokens[found.to - 1]
  if (found === null || token === undefined || last === undefined) return null
  return {
    code: found.code,
    start: token.start + (token.offsets[found.shift] ?? 0),
    end: last.end,
    to: found.to,
  }
}

/** A text is asked for its adjectives more than once. */
const lastFound = new WeakMap<
  DemonymIndex,
  { readonly tokens: readonly NameToken[]; readonly implied: Implied[] }
>()

/** Countries implied by adjectives of a text, in order. Empty for a language without demonyms. */
export function findDemonyms(
  tokens: readonly NameToken[],
  index: DemonymIndex,
  lexicon: NamesLexicon | undefined,
): Implied[] {
  const known = lastFound.get(index)
  if (known?.tokens === tokens) return known.implied
  const implied: Implied[] = []
  for (let i = 0; i < tokens.length; i++) {
    const found = demonymAt(tokens, i, index, lexicon)
    if (found === null) continue
    implied.push({ canonical: countryName(found.code), code: found.code, start: found.start, end: found.end })
    i = found.to - 1
  }
  lastFound.set(index, { tokens, implied })
  return implied
}

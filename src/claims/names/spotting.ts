import type { EntityType } from '../claim.ts'
import type { Implied } from './demonyms.ts'
import type { NameEntry } from './name-entry.ts'
import type { NameIndex } from './name-index.ts'
import type { NameToken } from './name-tokens.ts'
import type { NamesLexicon } from './names-lexicon.ts'
import type { TokenForms } from './token-forms.ts'

/** One place in a text where something is named. */
export interface Spotting {
  readonly start: number
  readonly end: number
  /** Tokens it covers: first, and the one after the last. */
  readonly from: number
  readonly to: number
  readonly canonical: string
  readonly type: EntityType
  /** `TABLE/ROW`, or null where no table has it. */
  readonly atlas: string | null
  readonly match: 'name' | 'inflected' | 'skeleton' | 'pattern'
  readonly score: number
  /** Everything in the atlas that is written so, best first; empty for patterns. */
  readonly options: readonly NameEntry[]
  /** An ordinary word too: counts only beside a type word. */
  readonly isOrdinary?: boolean
  /** Names inside this one stay: "refinery in X" names X too. */
  readonly keepsInner?: boolean
  /** The text shows that this is a paper or an agency: words beside it, or its place in a dateline. */
  readonly isOutlet?: boolean
}

/** A text being read for names. */
export interface NameContext {
  readonly text: string
  readonly lang: string
  readonly lexicon: NamesLexicon | undefined
  readonly tokens: readonly NameToken[]
  readonly forms: readonly TokenForms[]
  readonly index: NameIndex
  /** Countries that its adjectives imply, in order. */
  readonly adjectives: readonly Implied[]
}

/** Which kind wins when one spelling is several things and no type word stands beside it. */
const order: readonly EntityType[] = [
  'country',
  'company',
  'person',
  'organisation',
  'pipeline',
  'strait',
  'port',
  'terminal',
  'station',
  'refinery',
  'field',
  'plant',
  'place',
  'vessel',
  'commodity',
]

/** Entries best first: names in the text's own language, then English, then by kind. */
export function rankOptions(options: readonly NameEntry[], lang: string): NameEntry[] {
  const near = (entry: NameEntry): number => (entry.lang === lang ? 0 : entry.lang === 'en' ? 1 : 2)
  const unique = new Map<string, NameEntry>()
  for (const entry of options) {
    const key = `${entry.canonical}|${entry.type}`
    const before = unique.get(key)
    if (before === undefined || near(entry) < near(before)) unique.set(key, entry)
  }
  return [...unique.values()].sort(
    (a, b) =>
      order.indexOf(a.type) - order.indexOf(b.type) ||
      near(a) - near(b) ||
      (a.canonical < b.canonical ? -1 : 1),
  )
}

/** A spotting of listed things; null where there is no option. */
export function listed(
  options: readonly NameEntry[],
  where: { start: number; end: number; from: number; to: number; isExact: boolean },
): Spotting | null {
  const best = options[0]
  if (best === undefined) return null
  return {
    start: where.start,
    end: where.end,
    from: where.from,
    to: where.to,
    canonical: best.canonical,
    type: best.type,
    atlas: `${best.table}/${best.row}`,
    match: where.isExact ? 'name' : 'inflected',
    score: where.isExact ? 1 : 0.95,
    options,
  }
}

import type { EntityType } from '../claim.ts'
import type { NameEntry } from './name-entry.ts'
import type { NameIndex } from './name-index.ts'
import type { NameToken } from './name-tokens.ts'
import type { TokenForms } from './name-word.ts'
import type { NamesLexicon } from './names-lexicon.ts'
import type { Implied } from './places/demonyms.ts'

/** Where a name stands. */
export interface NamePlace {
  readonly start: number
  readonly end: number
  /** Tokens it covers: first, and the one after the last. */
  readonly from: number
  readonly to: number
}

/** One place in a text where something is named. */
export interface Spotting extends NamePlace {
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

/**
 * A spotting at a place. Written out: an engine gives an object that is spread and then added to a hidden class of its
 * own, and what reads many such is slow.
 */
export function spottingAt(where: NamePlace, named: Omit<Spotting, keyof NamePlace>): Spotting {
  return {
    start: where.start,
    end: where.end,
    from: where.from,
    to: where.to,
    canonical: named.canonical,
    type: named.type,
    atlas: named.atlas,
    match: named.match,
    score: named.score,
    options: named.options,
    isOrdinary: named.isOrdinary === true,
    keepsInner: named.keepsInner === true,
    isOutlet: named.isOutlet === true,
  }
}

/** Later mentions are told a little less surely than the one that they take up. */
const LESS_SURE = 0.05

/** The same thing named again elsewhere. */
export function echoAt(where: NamePlace, one: Spotting): Spotting {
  const { canonical, type, atlas, match, score, options, isOrdinary, keepsInner, isOutlet } = one
  const flags = {
    isOrdinary: isOrdinary === true,
    keepsInner: keepsInner === true,
    isOutlet: isOutlet === true,
  }
  return spottingAt(where, { canonical, type, atlas, match, score: score - LESS_SURE, options, ...flags })
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
export function rankOptions(options: readonly NameEntry[], lang: string): readonly NameEntry[] {
  if (options.length < 2) return options
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
  where: NamePlace & { readonly isExact: boolean },
  isOrdinary: boolean,
): Spotting | null {
  const best = options[0]
  if (best === undefined) return null
  return spottingAt(where, {
    canonical: best.canonical,
    type: best.type,
    atlas: `${best.table}/${best.row}`,
    match: where.isExact ? 'name' : 'inflected',
    score: where.isExact ? 1 : 0.95,
    options,
    isOrdinary,
  })
}

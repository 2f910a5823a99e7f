import { PLANT_TYPES } from '../plant-types.ts'
import { foldText } from './fold-text.ts'
import { GluedNames } from './glued-names.ts'
import type { IndexedName } from './indexed-name.ts'
import type { NameEntry } from './name-entry.ts'
import { tokeniseNames } from './name-tokens.ts'
import type { NamesLexicon } from './names-lexicon.ts'
import { PhraseIndex } from './phrase-index.ts'
import { listedSkeletons } from './skeleton.ts'
import { soundKey } from './sound-distance.ts'
import { stemOfName } from './token-forms.ts'

/** Generic English words that a canonical name may carry beside the name proper. */
const generic =
  /\b(pumping|compressor|metering|pipeline|station|refinery|terminal|port|field|plant|lng|fsru|oil|gas|storage|nuclear|power|strait|of|system|marine|the|and|export|import|region|oblast|territory)\b/giu

/** What is left of a canonical name without generic words, folded; the whole name where nothing is. */
export function baseOfCanonical(canonical: string): string {
  const bare = foldText(canonical.replace(generic, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return bare === '' ? foldText(canonical) : bare
}

/** All names, ready to be found: built once, never changed. */
export interface NameIndex {
  readonly phrases: PhraseIndex<IndexedName>
  readonly glued: GluedNames
  /** Entries by base of the canonical name and of other English ones, for "refinery in X". */
  readonly byBase: ReadonlyMap<string, readonly NameEntry[]>
  /** Plants and lines by how the base sounds. */
  readonly bySound: ReadonlyMap<string, readonly NameEntry[]>
  /** Entries by consonant skeleton of each of their names, for scripts in which they have none. */
  readonly bySkeleton: ReadonlyMap<string, readonly NameEntry[]>
  /** First word's stem of "X-ish oblast" names -> canonical name of the region. */
  readonly regionStems: ReadonlyMap<string, string>
  /** Entries that share a name in some language with the entity `canonical`. */
  readonly namesakes: ReadonlyMap<string, readonly NameEntry[]>
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** Builds the index; `lexicons` give the endings that names of each language shed. */
export function buildNameIndex(
  entries: readonly NameEntry[],
  lexicons: ReadonlyMap<string, NamesLexicon>,
): NameIndex {
  const phrases = new PhraseIndex<IndexedName>()
  const glued = new GluedNames()
  const byBase = new Map<string, NameEntry[]>()
  const bySound = new Map<string, NameEntry[]>()
  const bySkeleton = new Map<string, NameEntry[]>()
  const byName = new Map<string, NameEntry[]>()
  const regionStems = new Map<string, string>()
  const based = new Set<string>()
  for (const entry of entries) {
    const tokens = tokeniseNames(entry.name)
    const first = tokens[0]
    if (first === undefined) continue
    const folds = tokens.map((token) => token.fold)
    const lexicon = lexicons.get(entry.lang)
    const stems = tokens.map((token) =>
      token.script === lexicon?.script ? stemOfName(token.fold, lexicon) : token.fold,
    )
    const isAbbreviation =
      entry.kind === 'abbreviation' || (tokens.length === 1 && first.isUpper && first.raw.length <= 4)
    const indexed: IndexedName = {
      entry,
      fold: foldText(entry.name),
      isCapital: first.isCapital,
      isAbbreviation,
    }
    // An abbreviation takes no endings of its own script, except after an apostrophe or hyphen.
    phrases.add(folds, isAbbreviation ? folds : stems, indexed)
    const joined = folds.join('')
    push(byName, joined, entry)
    if (joined.length >= 6 && first.script !== 'han' && !isAbbreviation) {
      glued.add(joined, folds.slice(0, -1).join('') + (stems.at(-1) ?? ''), indexed)
    }
    const stem = stems[0]
    if (entry.type === 'place' && first.script === 'cyrillic' && tokens.length === 2 && stem !== undefined) {
      if (/(?:ск|ск)(?:ая|ий|а)$/u.test(first.fold) || /ск$/u.test(stem))
        regionStems.set(stem, entry.canonical)
    }
    // "Neftohim Burgas", also called Burgas refinery, is the refinery in Burgas.
    const called = entry.lang === 'en' && !isAbbreviation ? [entry.canonical, entry.name] : [entry.canonical]
    for (const base of new Set(called.map(baseOfCanonical))) {
      const key = `${entry.table}/${entry.row}/${base}`
      if (based.has(key)) continue
      based.add(key)
      push(byBase, base, entry)
      if (PLANT_TYPES.has(entry.type)) push(bySound, soundKey(base), entry)
    }
    if (!isAbbreviation && first.script !== 'han') {
      for (const consonants of listedSkeletons(entry.name, lexicon?.data.romanise))
        if (consonants.length >= 4) push(bySkeleton, consonants, entry)
    }
  }
  const namesakes = new Map<string, NameEntry[]>()
  for (const same of byName.values()) {
    if (same.length < 2) continue
    for (const one of same)
      for (const other of same) if (other.canonical !== one.canonical) push(namesakes, one.canonical, other)
  }
  return { phrases, glued, byBase, bySound, bySkeleton, regionStems, namesakes }
}

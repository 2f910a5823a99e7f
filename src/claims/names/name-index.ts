import { PLANT_TYPES } from '../plant-types.ts'
import { baseOfCanonical } from './base-of-canonical.ts'
import { GluedNames } from './glued-names.ts'
import type { IndexedName } from './indexed-name.ts'
import type { NameEntry } from './name-entry.ts'
import { PhraseIndex } from './phrase-index.ts'
import type { PreparedName } from './prepare-name.ts'
import { soundKey } from './spelling/sound-distance.ts'

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

/**
 * Builds the index of names in the order in which they are listed: what is listed first goes before. `bases`: of each
 * English name that they are called by.
 */
export function buildNameIndex(
  names: readonly PreparedName[],
  bases: ReadonlyMap<string, string>,
): NameIndex {
  const phrases = new PhraseIndex<IndexedName>()
  const glued = new GluedNames()
  const byBase = new Map<string, NameEntry[]>()
  const bySound = new Map<string, NameEntry[]>()
  const bySkeleton = new Map<string, NameEntry[]>()
  const byName = new Map<string, NameEntry[]>()
  const regionStems = new Map<string, string>()
  const based = new Set<string>()
  for (const name of names) {
    const { entry } = name.indexed
    phrases.add(name.folds, name.stems, name.indexed)
    push(byName, name.joined, entry)
    if (name.glued !== null) glued.add(name.joined, name.glued, name.indexed)
    if (name.regionStem !== null) regionStems.set(name.regionStem, entry.canonical)
    for (const called of name.called) {
      const base = bases.get(called) ?? baseOfCanonical(called)
      const key = `${entry.table}/${entry.row}/${base}`
      if (based.has(key)) continue
      based.add(key)
      push(byBase, base, entry)
      if (PLANT_TYPES.has(entry.type)) push(bySound, soundKey(base), entry)
    }
    for (const consonants of name.skeletons) push(bySkeleton, consonants, entry)
  }
  return { phrases, glued, byBase, bySound, bySkeleton, regionStems, namesakes: namesakesOf(byName.values()) }
}

/** By canonical name the entries of others that share a name with it. */
function namesakesOf(shared: Iterable<readonly NameEntry[]>): Map<string, NameEntry[]> {
  const namesakes = new Map<string, NameEntry[]>()
  for (const same of shared) {
    if (same.length < 2) continue
    for (const one of same)
      for (const other of same) if (other.canonical !== one.canonical) push(namesakes, one.canonical, other)
  }
  return namesakes
}

import type { EntityType } from '../claim.ts'
import { foldText } from './fold-text.ts'
import type { NameEntry } from './name-entry.ts'
import type { NameIndex } from './name-index.ts'
import { romanise, type Spelling } from './romanise.ts'
import { skeleton } from './skeleton.ts'
import { soundDistance, soundKey } from './sound-distance.ts'

/** Edits between two skeletons over the longer length; stops early above `most`. */
function distance(a: string, b: string, most: number): number {
  const longer = Math.max(a.length, b.length)
  if (longer === 0 || Math.abs(a.length - b.length) > most * longer) return 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return (row[b.length] ?? longer) / longer
}

const assetTypes: ReadonlySet<EntityType> = new Set([
  'station',
  'pipeline',
  'terminal',
  'refinery',
  'field',
  'plant',
  'port',
])

const LATIN = /^[\p{Script=Latin}\p{M}\s.'’-]+$/u
/** Zelensky is Selenskyj; Guterres is no Guiteras. */
const MOST_OF_SURNAME = 0.34

/** Where both are written in Latin letters, vowels tell names of people apart. */
function isOtherSurname(written: string, listed: string): boolean {
  if (!LATIN.test(written) || !LATIN.test(listed)) return false
  const [one, other] = [written, listed].map((name) => foldText(name).split(' ').at(-1) ?? '')
  return one !== undefined && other !== undefined && distance(one, other, 1) > MOST_OF_SURNAME
}

/**
 * The listed thing of one of `types` whose name sounds nearest to `written`; null past the threshold: a skeleton
 * of four consonants must be equal, of seven or more may differ in one of seven. Score: 0.9 less the distance.
 */
export function nearestBySkeleton(
  written: string,
  options: { spelling?: Spelling | undefined; index: NameIndex; types: readonly EntityType[] },
): { entry: NameEntry; score: number } | null {
  const sought = skeleton(written, options.spelling)
  if (sought.length < 4) return null
  // Asked for only where something listed has nearly the same consonants.
  let sound: string | undefined
  // Of those with one skeleton, the one whose vowels are nearest too.
  const fits = (entries: readonly NameEntry[] | undefined): NameEntry | undefined => {
    let nearest: { entry: NameEntry; distance: number } | undefined
    for (const entry of entries ?? []) {
      if (!options.types.includes(entry.type)) continue
      if (entry.type === 'person' && isOtherSurname(written, entry.name)) continue
      sound ??= soundKey(romanise(written, options.spelling))
      const distance = soundDistance(sound, soundKey(romanise(entry.name)))
      if (nearest === undefined || distance < nearest.distance) nearest = { entry, distance }
    }
    return nearest?.entry
  }
  if (!options.types.some((type) => assetTypes.has(type)) && sought.length < 6) return null
  const equal = fits(options.index.bySkeleton.get(sought))
  if (equal !== undefined) return { entry: equal, score: 0.9 }
  // Names of people and firms differ too little for a near one to be the same.
  const isAsset = options.types.some((type) => assetTypes.has(type))
  const most = isAsset && sought.length >= 7 ? 1 / 7 : 0
  if (most === 0) return null
  let best: { entry: NameEntry; distance: number } | null = null
  for (const [key, entries] of options.index.bySkeleton) {
    if (Math.abs(key.length - sought.length) > 1) continue
    const apart = distance(sought, key, most)
    if (apart > most || (best !== null && apart >= best.distance)) continue
    const entry = fits(entries)
    if (entry !== undefined) best = { entry, distance: apart }
  }
  return best === null ? null : { entry: best.entry, score: 0.9 - best.distance }
}

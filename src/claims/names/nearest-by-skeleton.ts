import type { EntityType } from '../claim.ts'
import type { NameEntry } from './name-entry.ts'
import type { NameIndex } from './name-index.ts'
import { foldText } from './spelling/fold-text.ts'
import { romanise, type Spelling } from './spelling/romanise.ts'
import { soughtSkeletons } from './spelling/skeleton.ts'
import { soundDistance, soundKey } from './spelling/sound-distance.ts'
import { latinLetters, spellingDistance, writtenName } from './spelling/spelling-distance.ts'

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

/** Past this much a letter a Latin name is spelt for other sounds than those written. */
const MOST_A_LETTER = 0.25

/** How far listed names are from a written one by their sound; infinite where a Latin one cannot be meant. */
function apartFrom(written: string, spelling: Spelling | undefined): (listed: string) => number {
  const letters = writtenName(written)
  let key: string | undefined
  return (listed) => {
    if (letters !== null && LATIN.test(listed)) {
      const apart = spellingDistance(letters, latinLetters(listed))
      return apart > MOST_A_LETTER * letters.letters.length ? Number.POSITIVE_INFINITY : apart
    }
    key ??= soundKey(romanise(written, spelling))
    return soundDistance(key, soundKey(romanise(listed)))
  }
}

/** A name of two words with the other first: families come first in Hungarian and in lists. */
function turned(name: string): string | null {
  const words = name.trim().split(/\s+/u)
  return words.length === 2 ? `${words[1]} ${words[0]}` : null
}

interface Near {
  readonly entry: NameEntry
  readonly score: number
}

interface Sought {
  readonly spelling?: Spelling | undefined
  readonly index: NameIndex
  readonly types: readonly EntityType[]
}

/**
 * The listed thing of one of `types` whose name sounds nearest to `written`; null past the threshold: a skeleton
 * of four consonants must be equal, of seven or more may differ in one of seven. Score: 0.9 less the distance.
 * A person's two names may stand in the other order.
 */
export function nearestBySkeleton(written: string, sought: Sought): Near | null {
  const near = nearestAsWritten(written, sought)
  if (near !== null || !sought.types.includes('person')) return near
  const other = turned(written)
  return other === null ? null : nearestAsWritten(other, sought)
}

function nearestAsWritten(written: string, { spelling, index, types }: Sought): Near | null {
  const [plain = '', ...others] = soughtSkeletons(written, spelling)
  if (plain.length < 4) return null
  const isAsset = types.some((type) => assetTypes.has(type))
  // A given name and a surname in another script; in Latin letters vowels would tell them apart.
  const isFullName = types.includes('person') && /\S\s+\S/u.test(written) && !LATIN.test(written)
  if (!isAsset && plain.length < (isFullName ? 5 : 6)) return null
  const apart = apartFrom(written, spelling)
  // Of those with one skeleton, the one whose vowels are nearest too.
  const fits = (entries: readonly NameEntry[] | undefined): NameEntry | undefined => {
    let nearest: { entry: NameEntry; distance: number } | undefined
    for (const entry of entries ?? []) {
      if (!types.includes(entry.type)) continue
      if (entry.type === 'person' && isOtherSurname(written, entry.name)) continue
      const distance = apart(entry.name)
      if (distance === Number.POSITIVE_INFINITY) continue
      if (nearest === undefined || distance < nearest.distance) nearest = { entry, distance }
    }
    return nearest?.entry
  }
  for (const key of [plain, ...others]) {
    const equal = fits(index.bySkeleton.get(key))
    if (equal !== undefined) return { entry: equal, score: 0.9 }
  }
  // Names of people and firms differ too little for a near one to be the same.
  const most = isAsset && plain.length >= 7 ? 1 / 7 : 0
  if (most === 0) return null
  let best: { entry: NameEntry; distance: number } | null = null
  for (const [key, entries] of index.bySkeleton) {
    if (Math.abs(key.length - plain.length) > 1) continue
    const edits = distance(plain, key, most)
    if (edits > most || (best !== null && edits >= best.distance)) continue
    const entry = fits(entries)
    if (entry !== undefined) best = { entry, distance: edits }
  }
  return best === null ? null : { entry: best.entry, score: 0.9 - best.distance }
}

import type { Atlas } from '../../atlas/atlas.ts'
import type { Row } from '../../atlas/tables.ts'

export type Precedent = Row<'precedents'>
export type PrecedentPlant = Precedent['plant']
export type PrecedentCause = Precedent['cause']
/** What the first reports said: it stopped, it was struck or failed, or it is to stop. */
export type PrecedentWord = Precedent['told']

/** How grave its words were. */
export type PrecedentTone = Precedent['words']

/** How the outage asked for is told; `part`: it was hit and works in part, as those hit that lost something. */
export type AskedWord = PrecedentWord | 'part'

export interface PrecedentClass {
  readonly plant: PrecedentPlant
  /** Null: whatever the cause. */
  readonly cause: PrecedentCause | null
  /** How grave its words are; absent: neither light nor grave. */
  readonly words?: PrecedentTone
  /** One unit of several stands still: a train, a reactor; absent: all of it, or nobody says. */
  readonly isUnit?: true
}

/** Days over which a share lost is a mean: those of the answer. */
export const MEAN_DAYS = 28

/** A past outage and how much it says of the class asked for; all weights of a class sum to 1. */
export interface PastOutage {
  readonly row: Precedent
  readonly weight: number
}

/**
 * How many past outages of its own a class needs to count as much as the wider ones above it. Of 1, 2, 4 and 8 the one with
 * the least miss and the narrowest range over all rows, leaving each out (docs/hindcasts.md, past outages).
 */
const PRIOR = 1
/** The same of outages told in light words: what is small, suspected or soon over ends alike wherever it is. */
const PRIOR_OF_LIGHT = 3

/** What weight a past outage has beside one that was told alike: a halt beside a hit, and of what was only announced. */
const TOLD_OTHERWISE = 0.05
const ANNOUNCED_OTHERWISE = 0.005

/**
 * What weight a past outage has beside one told in words as grave: of a light or grave one where the words asked for are
 * neither, of one that is neither where they are, and of a light one beside a grave one. Milder weights stood here until
 * the rows whose words are those of a headline bore them out, and for words that are neither all rows in full
 * (docs/hindcasts.md, past outages).
 */
const TONE_UNASKED = 0.5
const TONE_BESIDE = 0.05
const TONE_OPPOSED = 0.01

/** What weight an outage of all of a plant has beside one of a unit of it, and from which loss on it was of all. */
const WHOLE_BESIDE_UNIT = 0.2
const WHOLE_PCT = 75

/** What lost less was not told to work in part. */
const SOME_PCT = 10

/** Kinds of cause by how they end: what is broken is mended, what is shut is opened, weather passes, people agree. */
const families: Readonly<Record<PrecedentCause, string>> = {
  attack: 'attack',
  fault: 'broken',
  trip: 'broken',
  precaution: 'shut',
  weather: 'weather',
  storm: 'weather',
  frost: 'weather',
  quake: 'weather',
  dispute: 'people',
  ruling: 'people',
  war: 'people',
  strike: 'people',
  blockade: 'people',
  ending: 'people',
  works: 'works',
}

/**
 * Causes that end alike at a kind of plant: what broke by force and what broke by itself is repaired alike on a line in the
 * ground, and a strait is shut by arms, whether an attack or a war is told of.
 */
const alike: Partial<Record<PrecedentPlant, readonly (PrecedentCause | null)[]>> = {
  pipeline: ['attack', 'fault'],
  strait: ['attack', 'war'],
}

function isOfCause({ plant, cause }: PrecedentClass, row: Precedent): boolean {
  const joined = alike[plant] ?? []
  return row.cause === cause || (joined.includes(cause) && joined.includes(row.cause))
}

/**
 * Past outages with weights for a class and for how it was told: n of its own kind of plant and cause count n / (n + k), the
 * rest goes in halves to the same plant with causes of the family and to the same cause elsewhere, which stand in the same
 * way above their own wider classes (the plant, the family, all). A family of one cause is no wider class than that cause.
 * Planned works count for planned works alone. Empty where the table is.
 */
export function pastOutages(atlas: Atlas, of: PrecedentClass, word: AskedWord): readonly PastOutage[] {
  const told = { word, tone: of.words ?? '', isUnit: of.isUnit === true }
  const rows = atlas.tables.precedents.filter(
    (row) =>
      (row.cause === 'works') === (of.cause === 'works') && (of.cause !== null || row.cause !== 'works'),
  )
  if (rows.length === 0) return []
  const all = levelOf(rows, told, [])
  const plant = levelOf(
    rows.filter((row) => row.plant === of.plant),
    told,
    [[1, all]],
  )
  if (of.cause === null) return listed(plant)
  const own = rows.filter((row) => row.plant === of.plant && isOfCause(of, row))
  return listed(levelOf(own, told, widerOf({ plant: of.plant, cause: of.cause }, told, { rows, plant, all })))
}

/** The classes above one of a plant and a cause, half each: the plant with causes of the family, and the cause anywhere. */
function widerOf(
  of: { readonly plant: PrecedentPlant; readonly cause: PrecedentCause },
  told: Told,
  { rows, plant, all }: { readonly rows: readonly Precedent[]; readonly plant: Level; readonly all: Level },
): readonly (readonly [number, Level])[] {
  const inFamily = rows.filter((row) => families[row.cause] === families[of.cause])
  const family = levelOf(inFamily, told, [[1, all]])
  // With one cause in the family the class and what should be wider are the same rows: they would count twice.
  if (inFamily.every((row) => row.cause === of.cause))
    return [
      [0.5, plant],
      [0.5, family],
    ]
  const ofPlant = inFamily.filter((row) => row.plant === of.plant)
  const ofCause = inFamily.filter((row) => row.cause === of.cause)
  return [
    [
      0.5,
      levelOf(ofPlant, told, [
        [0.5, plant],
        [0.5, family],
      ]),
    ],
    [0.5, levelOf(ofCause, told, [[1, family]])],
  ]
}

interface Told {
  readonly word: AskedWord
  readonly tone: PrecedentTone
  readonly isUnit: boolean
}

type Level = ReadonlyMap<Precedent, number>

/** The distribution of one class over its own rows and, as the prior's number of them, the wider ones. */
function levelOf(
  rows: readonly Precedent[],
  told: Told,
  wider: readonly (readonly [number, Level])[],
): Level {
  const own = rows.map((row) => ({ row, weight: weightOf(row, told) }))
  const count = own.reduce((sum, { weight }) => sum + weight, 0)
  const prior = wider.length === 0 ? 0 : told.tone === 'light' ? PRIOR_OF_LIGHT : PRIOR
  const level = new Map<Precedent, number>()
  const add = (row: Precedent, weight: number): void => {
    level.set(row, (level.get(row) ?? 0) + weight)
  }
  for (const { row, weight } of own) add(row, weight / (count + prior))
  for (const [share, of] of wider)
    for (const [row, weight] of of) add(row, (share * weight * prior) / (count + prior))
  return level
}

function weightOf(row: Precedent, { word, tone, isUnit }: Told): number {
  const extent = isUnit && row.lost_pct >= WHOLE_PCT ? WHOLE_BESIDE_UNIT : 1
  const alike = toneWeight(row.words, tone) * extent
  if (row.told === word || (word === 'part' && row.told === 'hit' && row.lost_pct >= SOME_PCT)) return alike
  return alike * (row.told === 'threat' || word === 'threat' ? ANNOUNCED_OTHERWISE : TOLD_OTHERWISE)
}

function toneWeight(of: PrecedentTone, asked: PrecedentTone): number {
  if (of === asked) return 1
  if (asked === '') return TONE_UNASKED
  return of === '' ? TONE_BESIDE : TONE_OPPOSED
}

/** The weightiest first. */
function listed(level: Level): readonly PastOutage[] {
  return [...level]
    .map(([row, weight]) => ({ row, weight }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
}

/**
 * Share of what the first reports said was lost that was lost in the mean of the first 28 days, 0 to 1: by the steps of its
 * return, else lost_pct · min(days, 28) / 28. Of what was only struck nothing was told: of all that flowed.
 */
export function shareOfTold(row: Precedent): number {
  const mean = row.mean_pct ?? (row.lost_pct * Math.min(MEAN_DAYS, row.days)) / MEAN_DAYS
  const named = row.told === 'hit' || row.lost_pct === 0 ? 100 : row.lost_pct
  return Math.min(1, mean / (row.told_pct ?? named))
}

/** Days for which what was told to be lost would have to be gone to lose as much; of what was lost as told its own. */
export function daysOfTold(row: Precedent): number {
  const asTold = Math.min(MEAN_DAYS, row.days) / MEAN_DAYS
  const share = shareOfTold(row)
  return row.told === 'hit' || share >= asTold ? row.days : share * MEAN_DAYS
}

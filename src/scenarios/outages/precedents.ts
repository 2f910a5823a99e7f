import type { Atlas } from '../../atlas/atlas.ts'
import type { Assumption } from '../scenario.ts'
import {
  type AskedWord,
  daysOfTold,
  MEAN_DAYS,
  type PastOutage,
  type PrecedentCause,
  type PrecedentClass,
  type PrecedentPlant,
  pastOutages,
  shareOfTold,
} from './past-outages.ts'

/** Between these shares of past outages the next one is looked for: eight in ten. */
const ENDS = { low: 0.1, high: 0.9 }

/** Days for which what is told to be lost is gone, as past outages of the class were; null without any. */
export function precedentDays(atlas: Atlas, of: PrecedentClass, told: AskedWord = 'halt'): Assumption | null {
  const past = pastOutages(atlas, of, told)
  if (past.length === 0) return null
  const { own, words } = ownOf(past, of)
  return {
    id: `past-days-${classId(of)}`,
    statement: `Days that what is told to be lost is gone: the median and the middle eight tenths of ${own} past outages of ${words}, and of wider classes where these are few`,
    ...threeCases(past.map(({ row, weight }) => ({ value: daysOfTold(row), weight }))),
    unit: 'day',
    status: 'estimated',
    because: past.slice(0, MOST_NAMED).map(({ row }) => `atlas:precedents/${row.id}/days`),
  }
}

/**
 * Share of what is told to be lost, or of all that flowed where it is only struck, that past outages of the class lost in the
 * mean of their first 28 days: size and length together. Null without any.
 */
export function precedentShare(atlas: Atlas, of: PrecedentClass, told: AskedWord): Assumption | null {
  const past = pastOutages(atlas, of, told)
  if (past.length === 0) return null
  const { own, words } = ownOf(past, of)
  return {
    id: `past-share-${classId(of)}-${told}`,
    statement: `Share lost in the mean of the first ${MEAN_DAYS} days: the median and the middle eight tenths of ${own} past outages of ${words}, and of wider classes where these are few; ${wordWords[told]} count most`,
    ...threeCases(past.map(({ row, weight }) => ({ value: shareOfTold(row), weight }))),
    unit: '1',
    status: 'estimated',
    because: past.slice(0, MOST_NAMED).map(({ row }) => `atlas:precedents/${row.id}/lost_pct`),
  }
}

/**
 * How long past outages lasted as a multiple of what was first said of their end: planned works, or all others. Null
 * where fewer than four were told.
 */
export function precedentSpread(atlas: Atlas, isWorks: boolean): Assumption | null {
  const told = atlas.tables.precedents.flatMap(({ id, cause, days, told_days }) =>
    told_days === null || (cause === 'works') !== isWorks ? [] : [{ id, value: days / told_days, weight: 1 }],
  )
  if (told.length < FEWEST) return null
  return {
    id: isWorks ? 'past-ends-works' : 'past-ends',
    statement: `How long it lasted as a multiple of what was first said: the median and the middle eight tenths of ${told.length} past ${isWorks ? 'planned works' : 'outages'}`,
    ...threeCases(told),
    unit: '1',
    status: 'estimated',
    because: told.slice(0, MOST_NAMED).map(({ id }) => `atlas:precedents/${id}/days`),
  }
}

/** Fewer than this are examples and no base rate. */
const FEWEST = 4

function classId({ plant, cause }: PrecedentClass): string {
  return cause === null ? plant : `${plant}-${cause}`
}

function ownOf(
  past: readonly PastOutage[],
  { plant, cause }: PrecedentClass,
): { readonly own: number; readonly words: string } {
  const own = past.filter(({ row }) => row.plant === plant && (cause === null || row.cause === cause))
  return {
    own: own.length,
    words: `${plantWords[plant]}, ${cause === null ? 'all causes' : causeWords[cause]}`,
  }
}

interface Weighted {
  readonly value: number
  readonly weight: number
}

function threeCases(values: readonly Weighted[]): { low: number; central: number; high: number } {
  return {
    low: weightedQuantile(values, ENDS.low),
    central: weightedQuantile(values, 0.5),
    high: weightedQuantile(values, ENDS.high),
  }
}

/** The least value that at least `probability` of the weight does not exceed: that half of it misses least. */
export function weightedQuantile(values: readonly Weighted[], probability: number): number {
  const sorted = [...values].sort((a, b) => a.value - b.value)
  const whole = sorted.reduce((sum, { weight }) => sum + weight, 0)
  let reached = 0
  for (const { value, weight } of sorted) {
    reached += weight
    if (reached >= probability * whole - 1e-12) return value
  }
  return sorted.at(-1)?.value ?? Number.NaN
}

/** A reason leads to some of its cases; all stand in the table. */
const MOST_NAMED = 5

const plantWords: Readonly<Record<PrecedentPlant, string>> = {
  port: 'ports and terminals',
  station: 'pumping and compressor stations',
  pipeline: 'pipelines',
  field: 'fields',
  refinery: 'refineries',
  plant: 'gas plants',
  lng: 'LNG plants',
  cable: 'power cables and lines',
  strait: 'straits and canals',
  mine: 'coal mines',
  power_plant: 'power plants',
  railway: 'coal railways',
  deliveries: 'deliveries that somebody stopped',
}

const causeWords: Readonly<Record<PrecedentCause, string>> = {
  attack: 'attacked',
  fault: 'faults and accidents',
  trip: 'power failures and trips',
  precaution: 'shut as a precaution',
  weather: 'floods, fires and other weather',
  storm: 'storms',
  frost: 'frost',
  quake: 'earthquakes',
  dispute: 'disputes',
  ruling: 'courts, arbitrators, inspectors and sanctions',
  war: 'taken or fought over by armed forces',
  strike: 'strikes',
  blockade: 'blockades and protests',
  ending: 'a contract or transit that was over',
  works: 'planned works',
}

const wordWords: Readonly<Record<AskedWord, string>> = {
  halt: 'those told to stand still',
  hit: 'those first told without a halt',
  threat: 'those that were only announced',
  part: 'those that were hit and lost a part',
}

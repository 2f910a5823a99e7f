import type { Atlas } from '../atlas/atlas.ts'
import type { Row } from '../atlas/tables.ts'
import type { Assumption } from './scenario.ts'

type Precedent = Row<'precedents'>
export type PrecedentPlant = Precedent['plant']
export type PrecedentCause = Precedent['cause']

/** Fewer than this are examples and no base rate. */
const FEWEST = 4

export interface PrecedentClass {
  readonly plant: PrecedentPlant
  /** Null: whatever the cause. */
  readonly cause: PrecedentCause | null
}

/** Between these shares of past outages the next one is looked for: eight in ten. */
const ENDS = { low: 0.1, high: 0.9 }

/** Days over which a share lost is a mean: those of the answer. */
export const MEAN_DAYS = 28

/** What weight a past outage has beside one that was told alike: a halt beside a hit, a hit beside a halt. */
const TOLD_OTHERWISE = 0.1

/** What broke by force and what broke by itself is repaired alike on a line in the ground. */
function isOfCause({ plant, cause }: PrecedentClass, row: Precedent): boolean {
  if (row.cause === cause) return true
  const broke: readonly PrecedentCause[] = ['attack', 'fault']
  return plant === 'pipeline' && cause !== null && broke.includes(cause) && broke.includes(row.cause)
}

/** Past outages of a class: of the kind of plant and the cause where they are enough, else of the plant; else none. */
function precedentsOf(atlas: Atlas, of: PrecedentClass): { rows: readonly Precedent[]; ofCause: boolean } {
  const ofPlant = atlas.tables.precedents.filter(({ plant }) => plant === of.plant)
  const alike = of.cause === null ? [] : ofPlant.filter((row) => isOfCause(of, row))
  if (alike.length >= FEWEST) return { rows: alike, ofCause: true }
  return { rows: ofPlant.length >= FEWEST ? ofPlant : [], ofCause: false }
}

/** Days until most flowed again in past outages of the class, parts of a day too; null without enough of them. */
export function precedentDays(atlas: Atlas, of: PrecedentClass): Assumption | null {
  const { rows, ofCause } = precedentsOf(atlas, of)
  const days = rows.map((row) => ({ value: row.days, weight: 1 }))
  if (days.length === 0) return null
  return {
    id: `past-days-${of.plant}${ofCause ? `-${of.cause}` : ''}`,
    statement: `Days until it works again: the median and the middle eight tenths of ${days.length} past outages of ${plantWords[of.plant]}, ${ofCause && of.cause !== null ? causeWords[of.cause] : 'all causes'}`,
    ...threeCases(days),
    unit: 'day',
    status: 'estimated',
    because: rows.map(({ id }) => `atlas:precedents/${id}/days`).slice(0, MOST_NAMED),
  }
}

/**
 * Share of what flowed that past outages of the class lost in the mean of their first 28 days, lost_pct · min(days, 28) / 28:
 * size and length together, since what is hit and goes on is repaired at other lengths than what stands still. Those that
 * were first told alike count in full. Null without enough of them.
 */
export function precedentShare(atlas: Atlas, of: PrecedentClass, told: 'halt' | 'hit'): Assumption | null {
  const { rows, ofCause } = precedentsOf(atlas, of)
  if (rows.length === 0) return null
  // Too few that were told alike say less than all of them.
  const other = rows.filter((row) => row.told === told).length >= FEWEST ? TOLD_OTHERWISE : 1
  const lost = rows.map((row) => ({
    value: (row.lost_pct / 100) * (Math.min(MEAN_DAYS, row.days) / MEAN_DAYS),
    weight: row.told === told ? 1 : other,
  }))
  return {
    id: `past-share-${of.plant}${ofCause ? `-${of.cause}` : ''}-${told}`,
    statement: `Share lost in the mean of the first ${MEAN_DAYS} days: the median and the middle eight tenths of ${rows.length} past outages of ${plantWords[of.plant]}, ${ofCause && of.cause !== null ? causeWords[of.cause] : 'all causes'}; ${told === 'hit' ? 'those first told without a halt' : 'those told to stand still'} count most`,
    ...threeCases(lost),
    unit: '1',
    status: 'estimated',
    because: rows.map(({ id }) => `atlas:precedents/${id}/lost_pct`).slice(0, MOST_NAMED),
  }
}

interface Weighted {
  readonly value: number
  readonly weight: number
}

function threeCases(values: readonly Weighted[]): { low: number; central: number; high: number } {
  return {
    low: nextQuantile(values, ENDS.low),
    central: nextQuantile(values, 0.5),
    high: nextQuantile(values, ENDS.high),
  }
}

/**
 * The value that the next of its kind stays below with a probability, after those seen: the k-th of n in order has the
 * probability k / (n + 1), linear between neighbours, and none lies beyond the ends that were seen. With weights w_i of mean w,
 * the k-th has (w_1 + … + w_k) / (w_1 + … + w_n + w).
 */
export function nextQuantile(values: readonly Weighted[], probability: number): number {
  const sorted = [...values].sort((a, b) => a.value - b.value)
  const whole = sorted.reduce((sum, { weight }) => sum + weight, 0)
  const place = probability * (whole + whole / Math.max(1, sorted.length))
  let reached = 0
  let before: Weighted | null = null
  for (const one of sorted) {
    if (reached + one.weight >= place)
      return before === null
        ? one.value
        : before.value + ((one.value - before.value) * (place - reached)) / one.weight
    reached += one.weight
    before = one
  }
  return before?.value ?? Number.NaN
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
  railway: 'coal railways',
  deliveries: 'deliveries that somebody stopped',
}

const causeWords: Readonly<Record<PrecedentCause, string>> = {
  attack: 'attacked',
  fault: 'faults and accidents',
  weather: 'weather and earthquakes',
  dispute: 'strikes, blockades and disputes',
  ending: 'a contract or transit that was over',
}

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

/** Between these shares of past outages a length is looked for: eight in ten. */
const ENDS = { low: 0.1, high: 0.9 }

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

/** Days until most flowed again in past outages of the class: the tenth, the half and nine tenths of them; null without enough. */
export function precedentDays(atlas: Atlas, of: PrecedentClass): Assumption | null {
  const { rows, ofCause } = precedentsOf(atlas, of)
  const days = rows.map((row) => Math.max(1, row.days))
  if (days.length === 0) return null
  return {
    id: `past-days-${of.plant}${ofCause ? `-${of.cause}` : ''}`,
    statement: `Days until it works again: the median and the middle eight tenths of ${days.length} past outages of ${plantWords[of.plant]}, ${ofCause && of.cause !== null ? causeWords[of.cause] : 'all causes'}`,
    low: quantile(days, ENDS.low),
    central: quantile(days, 0.5),
    high: quantile(days, ENDS.high),
    unit: 'day',
    status: 'estimated',
    because: rows.map(({ id }) => `atlas:precedents/${id}/days`).slice(0, MOST_NAMED),
  }
}

/** Share lost in past outages of the class that were first told without a halt; null without enough of them. */
export function precedentLoss(atlas: Atlas, of: PrecedentClass): Assumption | null {
  const hits = atlas.tables.precedents.filter(
    (row) => row.told === 'hit' && row.plant === of.plant && isOfCause(of, row),
  )
  if (of.cause === null || hits.length < FEWEST) return null
  const lost = hits.map((row) => row.lost_pct / 100)
  return {
    id: `past-loss-${of.plant}-${of.cause}`,
    statement: `Share lost where first reports name no halt: ${hits.length} past outages, ${plantWords[of.plant]}, ${causeWords[of.cause]}`,
    low: quantile(lost, ENDS.low),
    central: quantile(lost, 0.5),
    high: quantile(lost, ENDS.high),
    unit: '1',
    status: 'estimated',
    because: hits.map(({ id }) => `atlas:precedents/${id}/lost_pct`).slice(0, MOST_NAMED),
  }
}

/** A reason leads to some of its cases; all stand in the table. */
const MOST_NAMED = 5

/** The value below which a share of the values lies, linear between neighbours in order. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

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
  deliveries: 'deliveries that somebody stopped',
}

const causeWords: Readonly<Record<PrecedentCause, string>> = {
  attack: 'attacked',
  fault: 'faults and accidents',
  weather: 'weather and earthquakes',
  dispute: 'strikes, blockades and disputes',
  ending: 'a contract or transit that was over',
}

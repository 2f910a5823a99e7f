import type { Atlas } from '../../atlas/atlas.ts'
import { rateUnits } from '../../atlas/figures.ts'
import type { Asset } from '../../atlas/tables.ts'
import type { Because } from '../../core/provenance.ts'
import type { CalendarDate } from '../../core/time.ts'
import { assumptionOf, rangeOf } from '../assumptions.ts'
import { isPowerUnit } from '../claimed/claimed-range.ts'
import type { ClaimFacts } from '../event-facts.ts'
import { isOf } from '../topics.ts'

const LOSING: ReadonlySet<string> = new Set(['outage_or_attack', 'supply_halt', 'repair_or_restart'])

interface Units {
  readonly value: number
  readonly because: Because
  /** Nobody counted them. */
  readonly isAssumed: boolean
}

/**
 * The share of a plant of several units that reports speak of: "unit 5 was disconnected" is one of two, "two reactors"
 * are two of four. Null where no report speaks of units, or the plant has one, or it is not known how many.
 */
export function unitsTold(
  asset: Asset,
  claims: readonly ClaimFacts[],
  { atlas, day }: { readonly atlas: Atlas; readonly day: CalendarDate },
): { readonly share: number; readonly name: string; readonly because: readonly Because[] } | null {
  const units = unitsOf(asset, { atlas, day })
  if (units === null || units.value <= 1) return null
  const told = claims.find((facts) => LOSING.has(facts.claim.event) && isOf(facts, 'unit'))
  if (told === undefined) return null
  // "The unit of 858 MW": units of one plant differ, and what it makes is told.
  if (told.quantities.some(({ unit }) => isPowerUnit(unit))) return null
  const counted = told.quantities.find(
    ({ unit, value }) => unit === 'count' && typeof value === 'number' && value <= units.value,
  )
  const number = typeof counted?.value === 'number' ? counted.value : 1
  const part = units.isAssumed
    ? `${inWords(number)} unit${number === 1 ? '' : 's'}`
    : `${inWords(number)} of the ${inWords(units.value)} units`
  const name = number < units.value ? `${part} of ${asset.name}` : asset.name
  return { share: number / units.value, name, because: [told.because, units.because] }
}

/** As the atlas counts them; of a power plant that it does not, as many of a usual size as make its capacity. */
function unitsOf(
  asset: Asset,
  { atlas, day }: { readonly atlas: Atlas; readonly day: CalendarDate },
): Units | null {
  const counted = atlas.figure('assets', asset.id, 'units', day)
  if (counted !== null) return { value: counted.value, because: counted.because, isAssumed: false }
  const capacity = atlas.figure('assets', asset.id, 'capacity', day)
  if (asset.kind !== 'plant' || asset.carrier !== 'power' || capacity?.unit !== rateUnits.power) return null
  const size = assumptionOf(atlas, 'power-unit-size')
  const value = Math.round(capacity.value / rangeOf(size).central)
  return { value, because: 'assumption:power-unit-size', isAssumed: true }
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function inWords(count: number): string {
  return words[count] ?? String(count)
}

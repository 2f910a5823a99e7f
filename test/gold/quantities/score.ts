/** Units of the trade in one base for each dimension, so that 5.6 bcm and 5600 million m3 are the same. */
const bases: Readonly<Record<string, readonly [string, number]>> = {
  bcm: ['m3', 1e9],
  cf: ['m3', 0.0283168],
  'm3/d': ['m3/yr', 365],
  'm3/month': ['m3/yr', 12],
  'bcm/month': ['m3/yr', 12e9],
  'bcm/yr': ['m3/yr', 1e9],
  'cf/d': ['m3/yr', 0.0283168 * 365],
  't/yr': ['t/d', 1 / 365],
  't/month': ['t/d', 12 / 365],
  GW: ['MW', 1e3],
  GWh: ['MWh', 1e3],
  TWh: ['MWh', 1e6],
  km: ['m', 1e3],
  km2: ['m2', 1e6],
}

export interface GoldQuantity {
  readonly surface: string
  readonly value: number | readonly number[]
  readonly unit: string
}

export interface GoldDate {
  readonly surface: string
  readonly iso: string | null
}

function inBase(quantity: GoldQuantity): { unit: string; values: number[] } {
  const [unit, factor] = bases[quantity.unit] ?? [quantity.unit, 1]
  const values = typeof quantity.value === 'number' ? [quantity.value] : [...quantity.value]
  return { unit, values: values.map((value) => Math.abs(value) * factor) }
}

const touches = (a: string, b: string): boolean => a !== '' && b !== '' && (a.includes(b) || b.includes(a))

/** Surfaces touch, and values agree within 1 % in the base unit, whatever their sign. */
export function sameQuantity(a: GoldQuantity, b: GoldQuantity): boolean {
  const [x, y] = [inBase(a), inBase(b)]
  if (x.unit !== y.unit || x.values.length !== y.values.length || !touches(a.surface, b.surface)) return false
  return x.values.every((value, at) => {
    const other = y.values[at] ?? Number.NaN
    return Math.abs(value - other) <= 0.01 * Math.max(value, other)
  })
}

export const sameDate = (a: GoldDate, b: GoldDate): boolean =>
  a.iso === b.iso && touches(a.surface, b.surface)

/** Durations, counts and ordinals are nice to have and not scored. */
export const isScored = (quantity: { unit: string }): boolean =>
  !['count', 'year', 'month', 'week', 'day', 'hour', 'minute', 'people', 'ordinal'].includes(quantity.unit)

export interface Tally {
  gold: number
  said: number
  hit: number
}

export const emptyTally = (): Tally => ({ gold: 0, said: 0, hit: 0 })

export function addTo<T>(
  tally: Tally,
  gold: readonly T[],
  said: readonly T[],
  same: (a: T, b: T) => boolean,
): void {
  tally.gold += gold.length
  tally.said += said.length
  tally.hit += gold.filter((g) => said.some((s) => same(g, s))).length
}

export function scores(tally: Tally): { precision: number; recall: number; f1: number } {
  const precision = tally.said === 0 ? 0 : tally.hit / tally.said
  const recall = tally.gold === 0 ? 0 : tally.hit / tally.gold
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1 }
}

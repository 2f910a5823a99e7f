import type { Quantity } from '../claim.ts'

/** Two amounts that a text gives for one thing and that cannot both be true. */
export interface Disagreement {
  readonly first: Quantity
  readonly second: Quantity
  /** How often the second is what the first should give; 1 is agreement. */
  readonly ratio: number
}

/** Units of a kind in a common one; `perDay`: a rate, in that unit a day. */
const UNITS: Readonly<
  Record<string, { kind: 'mass' | 'volume' | 'gas' | 'energy'; factor: number; perDay: boolean }>
> = {
  t: { kind: 'mass', factor: 1, perDay: false },
  't/d': { kind: 'mass', factor: 1, perDay: true },
  't/month': { kind: 'mass', factor: 12 / 365, perDay: true },
  't/yr': { kind: 'mass', factor: 1 / 365, perDay: true },
  bbl: { kind: 'volume', factor: 1, perDay: false },
  'bbl/d': { kind: 'volume', factor: 1, perDay: true },
  m3: { kind: 'gas', factor: 1, perDay: false },
  bcm: { kind: 'gas', factor: 1e9, perDay: false },
  cf: { kind: 'gas', factor: 0.0283168, perDay: false },
  'm3/d': { kind: 'gas', factor: 1, perDay: true },
  'm3/yr': { kind: 'gas', factor: 1 / 365, perDay: true },
  'bcm/yr': { kind: 'gas', factor: 1e9 / 365, perDay: true },
  'cf/d': { kind: 'gas', factor: 0.0283168, perDay: true },
  MWh: { kind: 'energy', factor: 1, perDay: false },
  GWh: { kind: 'energy', factor: 1e3, perDay: false },
  TWh: { kind: 'energy', factor: 1e6, perDay: false },
}

/**
 * What one unit of the first kind may be in the second: barrels in a tonne from heavy fuel oil to naphtha, cubic
 * metres of gas in a tonne of LNG, of oil in a barrel (0.159), MWh in a cubic metre of gas by its heat. The bounds
 * are wide, as the text seldom says which product is meant; what falls outside cannot be true of any.
 */
const FACTORS: Readonly<Record<string, readonly [number, number]>> = {
  'mass volume': [6.0, 9.0],
  'mass gas': [1100, 1600],
  'volume gas': [0.15, 0.17],
  'gas energy': [0.0085, 0.0125],
  'mass energy': [10, 16],
}
const LIKE: readonly [number, number] = [0.9, 1.1]
const DAYS = 365
/** A round figure may be off by so much, as a share. */
const ROUNDING = 0.06
const BETWEEN = 24

/** "10.2 million tonnes, or about 204,000 barrels a day": pairs beside each other that give one amount twice. */
export function findDisagreements(
  text: string,
  quantities: readonly Quantity[],
  equals: RegExp | null,
): Disagreement[] {
  const found: Disagreement[] = []
  quantities.forEach((first, index) => {
    const second = quantities[index + 1]
    if (second === undefined || second.start - first.end > BETWEEN || second.start < first.end) return
    if (!saysTheSame(text, first, second, equals)) return
    const ratio = ratioOf(first, second)
    if (ratio !== null && Math.abs(ratio - 1) > ROUNDING) found.push({ first, second, ratio })
  })
  return found
}

/** In brackets behind it, or after a word such as "or", "equivalent to". */
function saysTheSame(text: string, first: Quantity, second: Quantity, equals: RegExp | null): boolean {
  const between = text.slice(first.end, second.start)
  if (/^\s?[(（]\s?(?:\p{L}{1,12}\.?\s)?$/u.test(between))
    return /^[^\n]{0,3}[)）,;]/u.test(text.slice(second.end))
  return equals?.test(between) === true
}

/** 1 where some product makes both true; else how far the second is from the nearest bound. Null: nothing to say. */
function ratioOf(first: Quantity, second: Quantity): number | null {
  const [a, b] = [UNITS[first.unit], UNITS[second.unit]]
  if (a === undefined || b === undefined || first.unit === second.unit) return null
  if (typeof first.value !== 'number' || typeof second.value !== 'number') return null
  if (first.value <= 0 || second.value <= 0) return null
  // An amount beside a rate is that of a year.
  const share = (unit: typeof a, other: typeof a): number =>
    unit.factor / (!unit.perDay && other.perDay ? DAYS : 1)
  const [x, y] = [first.value * share(a, b), second.value * share(b, a)]
  const bounds = a.kind === b.kind ? LIKE : boundsOf(a.kind, b.kind)
  if (bounds === null) return null
  const said = y / x
  if (said >= bounds[0] && said <= bounds[1]) return 1
  return said < bounds[0] ? said / bounds[0] : said / bounds[1]
}

function boundsOf(a: string, b: string): readonly [number, number] | null {
  const forward = FACTORS[`${a} ${b}`]
  if (forward !== undefined) return forward
  const back = FACTORS[`${b} ${a}`]
  return back === undefined ? null : [1 / back[1], 1 / back[0]]
}

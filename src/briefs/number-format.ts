const MINUS = '\u2212'

interface UnitText {
  readonly short: string
  readonly long: string
}

/** Units by the spellings that stages use: how a person writes it, and in words. */
const unitTexts: Readonly<Record<string, UnitText>> = {
  kbbl_d: { short: 'kb/d', long: 'thousand barrels a day' },
  'kb/d': { short: 'kb/d', long: 'thousand barrels a day' },
  'bbl/d': { short: 'bbl/d', long: 'barrels a day' },
  kbbl: { short: 'kb', long: 'thousand barrels' },
  kb: { short: 'kb', long: 'thousand barrels' },
  Mbbl: { short: 'million bbl', long: 'million barrels' },
  bbl: { short: 'bbl', long: 'barrels' },
  gwh_d: { short: 'GWh/d', long: 'gigawatt-hours a day (gas: gross calorific value)' },
  'GWh/d': { short: 'GWh/d', long: 'gigawatt-hours a day (gas: gross calorific value)' },
  gwh: { short: 'GWh', long: 'gigawatt-hours (gas: gross calorific value)' },
  GWh: { short: 'GWh', long: 'gigawatt-hours (gas: gross calorific value)' },
  'TWh/y': { short: 'TWh/y', long: 'terawatt-hours a year' },
  TWh: { short: 'TWh', long: 'terawatt-hours' },
  'mcm/d': { short: 'mcm/d', long: 'million cubic metres a day' },
  bcm: { short: 'bcm', long: 'billion (thousand million) cubic metres' },
  'bcm/y': { short: 'bcm/y', long: 'billion (thousand million) cubic metres a year' },
  'bcm/yr': { short: 'bcm/y', long: 'billion (thousand million) cubic metres a year' },
  kt_d: { short: 'kt/d', long: 'thousand tonnes a day' },
  'kt/d': { short: 'kt/d', long: 'thousand tonnes a day' },
  kt: { short: 'kt', long: 'thousand tonnes' },
  Mt: { short: 'Mt', long: 'million tonnes' },
  'Mt/y': { short: 'Mt/y', long: 'million tonnes a year' },
  t: { short: 't', long: 'tonnes' },
  'EUR/MWh': { short: 'EUR/MWh', long: 'euros a megawatt-hour' },
  'EUR/bbl': { short: 'EUR/bbl', long: 'euros a barrel' },
  'USD/bbl': { short: 'USD/bbl', long: 'US dollars a barrel' },
  'USD/1000m3': { short: 'USD/1000 m³', long: 'US dollars a thousand cubic metres' },
  m3: { short: 'm³', long: 'cubic metres' },
  Mm3: { short: 'million m³', long: 'million cubic metres' },
  month: { short: 'months', long: 'months' },
  week: { short: 'weeks', long: 'weeks' },
  year: { short: 'years', long: 'years' },
  hour: { short: 'hours', long: 'hours' },
  day: { short: 'days', long: 'days' },
  days: { short: 'days', long: 'days' },
  '%': { short: '%', long: 'per cent' },
  pct: { short: '%', long: 'per cent' },
  count: { short: '', long: '' },
  '1': { short: '', long: '' },
  in_force: { short: '', long: '' },
}

/** The unit as it stands beside a number; the text itself where it is not listed. Empty for plain numbers. */
export function unitLabel(unit: string | null): string {
  return unit === null ? '' : (unitTexts[unit]?.short ?? unit)
}

/** The unit in words, or null where its short form says it all. */
export function unitInWords(unit: string): string | null {
  const text = unitTexts[unit]
  return text === undefined || text.long === '' || text.long === text.short ? null : text.long
}

/**
 * Decimals that show `digits` significant ones of `magnitude`; whole numbers need none.
 * Three are more than a model of supply can promise; more would be noise.
 */
function decimalsFor(magnitude: number, digits: number): number {
  if (magnitude === 0 || !Number.isFinite(magnitude)) return 0
  return Math.max(0, Math.min(6, digits - 1 - Math.floor(Math.log10(magnitude))))
}

/** Below this, whole numbers stay whole: 1,310 less 1,010 beside a change of 305 would look like a mistake. */
const WHOLE = 10_000

function toText(value: number, options: { digits: number; decimals: number }): string {
  if (!Number.isFinite(value)) return 'not known'
  const magnitude = Math.abs(value)
  const step =
    magnitude >= WHOLE ? 10 ** Math.max(0, Math.floor(Math.log10(magnitude)) + 1 - options.digits) : 1
  const rounded = step > 1 ? Math.round(magnitude / step) * step : magnitude
  const text = new Intl.NumberFormat('en-GB', { maximumFractionDigits: options.decimals }).format(rounded)
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text
}

/** Three significant digits by default, thousands set apart, no exponents: 1312.7 is `1,313`, 48217 is `48,200`, 0.04217 is `0.0422`. */
export function formatNumber(value: number, digits = 3): string {
  return toText(value, { digits, decimals: decimalsFor(Math.abs(value), digits) })
}

/** As its source gave it: up to seven significant digits. */
export function formatGiven(value: number): string {
  return formatNumber(value, 7)
}

/** Numbers that are read together get the decimals of the largest, so that 0.4 beside 312 is `0`, not `0.400`. */
export function formatTogether(values: readonly number[], digits = 3): string[] {
  const decimals = decimalsFor(Math.max(0, ...values.filter(Number.isFinite).map(Math.abs)), digits)
  return values.map((value) => toText(value, { digits: Math.max(digits, 3), decimals }))
}

export function withUnit(text: string, unit: string | null): string {
  const label = unitLabel(unit)
  return label === '' ? text : `${text}\u00a0${label}`
}

/** A change with its sign: `+60`, `−310`, and `no change` where nothing is left after rounding. */
export function formatChange(base: number, central: number): string {
  const scale = Math.max(Math.abs(base), Math.abs(central))
  const change = central - base
  const text = toText(Math.abs(change), { digits: 3, decimals: decimalsFor(scale, 3) })
  if (!/[1-9]/.test(text)) return 'no change'
  return `${change > 0 ? '+' : MINUS}${text}`
}

/** Shares and price changes are known to two digits at best. */
export function digitsFor(unit: string | null): number {
  return unit === '%' || unit === 'pct' || unit === 'percentage points' ? 2 : 3
}

/** `180 to 420 kb/d`, or one number where both ends print alike. */
export function formatRange(low: number, high: number, unit: string | null): string {
  const [from = '', to = ''] = formatTogether([low, high], digitsFor(unit))
  return withUnit(from === to ? from : `${from} to ${to}`, unit)
}

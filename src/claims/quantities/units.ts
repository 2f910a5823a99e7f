/** What is measured; only within one dimension do units convert. */
type Dimension =
  | 'mass'
  | 'mass_rate'
  | 'oil_volume'
  | 'oil_rate'
  | 'gas_volume'
  | 'gas_rate'
  | 'energy'
  | 'energy_rate'
  | 'heat'
  | 'power'
  | 'share'
  | 'length'
  | 'area'
  | 'oil_equivalent'
  | 'time'
  | 'people'

/** A unit as lexicons name it: the unit that is printed, how many of it, and what it measures. */
export interface UnitDefinition {
  readonly unit: string
  readonly factor: number
  readonly dimension: Dimension
}

const define = (dimension: Dimension, table: Record<string, [string, number]>): [string, UnitDefinition][] =>
  Object.entries(table).map(([name, [unit, factor]]) => [name, { unit, factor, dimension }])

/** Keys of `units` in `lexicons/<lang>/units.yaml`. `M` is million and `k` thousand, as in SI. */
export const unitDefinitions: ReadonlyMap<string, UnitDefinition> = new Map([
  ...define('mass', { t: ['t', 1], kt: ['t', 1e3], Mt: ['t', 1e6], kg: ['t', 1e-3] }),
  ...define('mass_rate', {
    't/d': ['t/d', 1],
    'kt/d': ['t/d', 1e3],
    't/yr': ['t/yr', 1],
    'Mt/yr': ['t/yr', 1e6],
    't/month': ['t/month', 1],
  }),
  ...define('oil_volume', { bbl: ['bbl', 1], kbbl: ['bbl', 1e3], Mbbl: ['bbl', 1e6] }),
  ...define('oil_rate', { 'bbl/d': ['bbl/d', 1], 'kb/d': ['bbl/d', 1e3], 'Mb/d': ['bbl/d', 1e6] }),
  ...define('gas_volume', {
    m3: ['m3', 1],
    '1000m3': ['m3', 1e3],
    mcm: ['m3', 1e6],
    bcm: ['bcm', 1],
    tcm: ['bcm', 1e3],
    cf: ['cf', 1],
    Mcf: ['cf', 1e6],
    bcf: ['cf', 1e9],
    tcf: ['cf', 1e12],
  }),
  ...define('gas_rate', {
    'm3/d': ['m3/d', 1],
    'mcm/d': ['m3/d', 1e6],
    'bcm/yr': ['bcm/yr', 1],
    'cf/d': ['cf/d', 1],
    'Mcf/d': ['cf/d', 1e6],
    'bcf/d': ['cf/d', 1e9],
  }),
  ...define('energy', { kWh: ['MWh', 1e-3], MWh: ['MWh', 1], GWh: ['GWh', 1], TWh: ['TWh', 1] }),
  ...define('energy_rate', { 'MWh/d': ['MWh/d', 1], 'GWh/d': ['GWh/d', 1], 'TWh/yr': ['TWh/yr', 1] }),
  ...define('heat', { MMBtu: ['MMBtu', 1] }),
  ...define('power', { kW: ['MW', 1e-3], MW: ['MW', 1], GW: ['GW', 1] }),
  ...define('share', { '%': ['%', 1] }),
  ...define('length', { km: ['km', 1], m: ['m', 1], mile: ['km', 1.609344], nautical_mile: ['km', 1.852] }),
  ...define('area', { m2: ['m2', 1], km2: ['km2', 1], ha: ['m2', 1e4] }),
  ...define('oil_equivalent', { toe: ['toe', 1], Mtoe: ['toe', 1e6] }),
  ...define('time', {
    year: ['year', 1],
    month: ['month', 1],
    week: ['week', 1],
    day: ['day', 1],
    hour: ['hour', 1],
    minute: ['minute', 1],
    decade: ['year', 10],
  }),
  ...define('people', { people: ['people', 1] }),
])

/** The unit of `unit` in a time, where the trade speaks of such a rate. */
export function perTime(unit: string, time: string): string | null {
  const rates: Record<string, readonly string[]> = {
    t: ['day', 'month', 'year'],
    bbl: ['day', 'month', 'year'],
    m3: ['hour', 'day', 'month', 'year'],
    bcm: ['day', 'month', 'year'],
    cf: ['day', 'year'],
    toe: ['year'],
    MWh: ['hour', 'day', 'year'],
    GWh: ['day', 'year'],
    TWh: ['year'],
  }
  const short: Record<string, string> = { hour: 'h', day: 'd', month: 'month', year: 'yr' }
  return rates[unit]?.includes(time) ? `${unit}/${short[time]}` : null
}

/** Symbols that are the same in every language; matched without regard to case. */
export const symbols: readonly [forms: string, unit: string][] = [
  ['t', 't'],
  ['kt', 'kt'],
  ['kg', 'kg'],
  ['mt', 'Mt'],
  ['mtpa', 'Mt/yr'],
  ['mmtpa', 'Mt/yr'],
  ['tpa', 't/yr'],
  ['t/(d|day)', 't/d'],
  ['t/(y|yr|year|a)', 't/yr'],
  ['mt/(y|yr|year|a)', 'Mt/yr'],
  ['(bbl|bbls)', 'bbl'],
  ['(mmbbl|mmbbls|mbbl)', 'Mbbl'],
  ['(b/d|bpd|bbl/d|bopd|bbl/day|b/day)', 'bbl/d'],
  ['(kb/d|kbd|kbpd|kbbl/d|mbpd)', 'kb/d'],
  ['(mb/d|mmb/d|mmbpd|mmbbl/d|mmbbls/d)', 'Mb/d'],
  ['(m3|cbm|m^3)', 'm3'],
  ['(mcm|mmcm)', 'mcm'],
  ['(mcm|mmcm)/(d|day)', 'mcm/d'],
  ['bcm', 'bcm'],
  ['tcm', 'tcm'],
  ['bcm/(y|yr|year|a)', 'bcm/yr'],
  ['(bcma|bcmpa)', 'bcm/yr'],
  ['m3/(d|day)', 'm3/d'],
  ['bcf', 'bcf'],
  ['(bcf/d|bcfd)', 'bcf/d'],
  ['(mmcf/d|mmcfd|mmscfd)', 'Mcf/d'],
  ['tcf', 'tcf'],
  ['mmbtu', 'MMBtu'],
  ['toe', 'toe'],
  ['mtoe', 'Mtoe'],
  ['kwh', 'kWh'],
  ['mwh', 'MWh'],
  ['gwh', 'GWh'],
  ['twh', 'TWh'],
  ['gwh/(d|day)', 'GWh/d'],
  ['kw', 'kW'],
  ['mw', 'MW'],
  ['gw', 'GW'],
  ['km', 'km'],
  ['m', 'm'],
  ['m2', 'm2'],
  ['km2', 'km2'],
  ['ha', 'ha'],
  ['%', '%'],
]

/** Currency signs and ISO 4217 codes that are the same in every language. */
export const currencySigns: readonly [forms: string, currency: string][] = [
  ['(us|)$', 'USD'],
  ['usd', 'USD'],
  ['€', 'EUR'],
  ['eur', 'EUR'],
  ['£', 'GBP'],
  ['gbp', 'GBP'],
  ['₽', 'RUB'],
  ['rub', 'RUB'],
  ['₴', 'UAH'],
  ['uah', 'UAH'],
  ['₺', 'TRY'],
  ['₸', 'KZT'],
  ['kzt', 'KZT'],
  ['₼', 'AZN'],
  ['rmb', 'CNY'],
  ['cny', 'CNY'],
  ['¥', 'CNY'],
  ['₹', 'INR'],
  ['chf', 'CHF'],
]

/** Denominators of prices that are symbols: `$/bbl`, `€/MWh`. */
export const priceSymbols: readonly [forms: string, per: string][] = [
  ['/(bbl|barrel|b)', 'bbl'],
  ['/mwh', 'MWh'],
  ['/kwh', 'kWh'],
  ['/mmbtu', 'MMBtu'],
  ['/(t|tonne|mt)', 't'],
  ['/(1000|1,000|1.000|1 000) m3', '1000m3'],
  ['/m3', 'm3'],
]

/** What a unit counts. A rate is one of these per `time`; a price is `usd` or `eur` per one of these. */
export type Dimension =
  | 'mass'
  | 'volume'
  | 'barrels'
  | 'energy'
  | 'time'
  | 'length'
  | 'area'
  | 'usd'
  | 'eur'
  | 'ratio'
  | 'count'

interface UnitRow {
  readonly unit: string
  readonly aliases: readonly string[]
  readonly dimension: Dimension
  /** Base units in one of these; the bases are t, m3, bbl, MWh, day, m, m2, USD, EUR, 1, count. */
  readonly factor: number
  readonly source: string
}

/** A step from one dimension to another that holds only under conditions. */
export interface BridgeRow {
  readonly id: string
  readonly carriers: readonly string[]
  readonly from: Dimension
  readonly to: Dimension
  /** Base units of `to` in one base unit of `from`. */
  readonly factor: number
  readonly low: number
  readonly high: number
  readonly conditions: string
  readonly source: string
}

const si = 'SI brochure, 9th edition (BIPM 2019): definition'
const inch = 'International yard and pound agreement 1959: definition'
const toe =
  'OECD glossary of statistical terms and Eurostat glossary: 1 toe is 41.868 GJ, by definition (search excerpts)'
const month = 'Gregorian calendar: mean of 400 years, 146,097 days'

/** Units as sources print them. The first spelling is the one that the atlas uses. */
export const unitRows: readonly UnitRow[] = [
  { unit: 't', aliases: ['tonne', 'tonnes'], dimension: 'mass', factor: 1, source: si },
  { unit: 'kg', aliases: [], dimension: 'mass', factor: 1e-3, source: si },
  { unit: 'kt', aliases: [], dimension: 'mass', factor: 1e3, source: si },
  { unit: 'Mt', aliases: ['mt'], dimension: 'mass', factor: 1e6, source: si },
  { unit: 'bbl', aliases: ['barrel', 'barrels', 'b'], dimension: 'barrels', factor: 1, source: inch },
  { unit: 'kbbl', aliases: ['kb'], dimension: 'barrels', factor: 1e3, source: inch },
  { unit: 'Mbbl', aliases: ['Mb', 'mb'], dimension: 'barrels', factor: 1e6, source: inch },
  { unit: 'm3', aliases: ['m³', 'cm'], dimension: 'volume', factor: 1, source: si },
  { unit: '1000m3', aliases: ['1000 m3', 'tcm'], dimension: 'volume', factor: 1e3, source: si },
  { unit: 'Mm3', aliases: ['mcm', 'MCM'], dimension: 'volume', factor: 1e6, source: si },
  { unit: 'bcm', aliases: ['BCM'], dimension: 'volume', factor: 1e9, source: si },
  { unit: 'cf', aliases: ['ft3', 'scf'], dimension: 'volume', factor: 0.028316846592, source: inch },
  // M is the SI million here; the American Mcf is a thousand cubic feet and must be written out as such.
  { unit: 'Mcf', aliases: [], dimension: 'volume', factor: 28316.846592, source: inch },
  { unit: 'Bcf', aliases: ['bcf'], dimension: 'volume', factor: 28316846.592, source: inch },
  { unit: 'MWh', aliases: [], dimension: 'energy', factor: 1, source: si },
  { unit: 'kWh', aliases: [], dimension: 'energy', factor: 1e-3, source: si },
  { unit: 'GWh', aliases: ['gwh'], dimension: 'energy', factor: 1e3, source: si },
  { unit: 'TWh', aliases: [], dimension: 'energy', factor: 1e6, source: si },
  { unit: 'GJ', aliases: [], dimension: 'energy', factor: 1 / 3.6, source: si },
  { unit: 'TJ', aliases: [], dimension: 'energy', factor: 1e3 / 3.6, source: si },
  { unit: 'PJ', aliases: [], dimension: 'energy', factor: 1e6 / 3.6, source: si },
  {
    unit: 'MMBtu',
    aliases: ['mmbtu', 'MBtu'],
    dimension: 'energy',
    factor: 0.29307107017,
    source: 'International Table Btu, 1055.05585262 J: ISO 31-4, annex',
  },
  {
    unit: 'toe',
    aliases: [],
    dimension: 'energy',
    factor: 11.63,
    source: toe,
  },
  {
    unit: 'ktoe',
    aliases: [],
    dimension: 'energy',
    factor: 11630,
    source: toe,
  },
  {
    unit: 'Mtoe',
    aliases: [],
    dimension: 'energy',
    factor: 11.63e6,
    source: toe,
  },
  { unit: 'day', aliases: ['d', 'days'], dimension: 'time', factor: 1, source: si },
  { unit: 'h', aliases: ['hour'], dimension: 'time', factor: 1 / 24, source: si },
  { unit: 's', aliases: ['second'], dimension: 'time', factor: 1 / 86400, source: si },
  { unit: 'week', aliases: [], dimension: 'time', factor: 7, source: si },
  { unit: 'month', aliases: ['mo'], dimension: 'time', factor: 146097 / 4800, source: month },
  {
    unit: 'y',
    aliases: ['yr', 'year', 'a'],
    dimension: 'time',
    factor: 365,
    source: 'Trade practice for yearly rates (ENTSOG, EI Statistical Review): 365 days',
  },
  { unit: 'm', aliases: [], dimension: 'length', factor: 1, source: si },
  { unit: 'km', aliases: [], dimension: 'length', factor: 1e3, source: si },
  { unit: 'm2', aliases: [], dimension: 'area', factor: 1, source: si },
  { unit: 'km2', aliases: [], dimension: 'area', factor: 1e6, source: si },
  { unit: 'USD', aliases: ['$'], dimension: 'usd', factor: 1, source: 'ISO 4217' },
  { unit: 'EUR', aliases: ['€'], dimension: 'eur', factor: 1, source: 'ISO 4217' },
  { unit: '1', aliases: [''], dimension: 'ratio', factor: 1, source: 'definition' },
  { unit: '%', aliases: ['percent', 'pct'], dimension: 'ratio', factor: 0.01, source: 'definition' },
  { unit: 'count', aliases: [], dimension: 'count', factor: 1, source: 'definition' },
]

/**
 * Steps between dimensions. They are averages: a figure whose own density or calorific value is known
 * says so, and `convert` takes it instead.
 */
export const bridgeRows: readonly BridgeRow[] = [
  {
    id: 'barrel',
    carriers: ['crude', 'products'],
    from: 'barrels',
    to: 'volume',
    factor: 0.158987294928,
    low: 0.158987294928,
    high: 0.158987294928,
    conditions: '42 US gallons',
    source: 'US gallon of 231 cubic inches: definition',
  },
  {
    id: 'crude-density',
    carriers: ['crude'],
    from: 'mass',
    to: 'barrels',
    factor: 7.33,
    low: 6.9,
    high: 8,
    conditions:
      'world average crude; CPC Blend is lighter, about 7.7 to 8.0 bbl/t (assumption cpc-blend-density), Urals about 7.3',
    source:
      'Energy Institute (then bp), Statistical Review, conversion factors of 2021; UN Statistics Division has 7.32',
  },
  {
    id: 'product-density',
    carriers: ['products'],
    from: 'mass',
    to: 'barrels',
    factor: 8,
    low: 6.35,
    high: 8.35,
    conditions: 'basket of products; gasoline about 8.35, diesel about 7.46, fuel oil about 6.35 bbl/t',
    source: 'Energy Institute (then bp), Statistical Review, conversion factors of 2021: 8.058, rounded',
  },
  {
    id: 'gas-calorific-value',
    carriers: ['gas', 'lng'],
    from: 'volume',
    to: 'energy',
    factor: 0.0105,
    low: 0.0103,
    high: 0.0112,
    conditions:
      'gross calorific value at 25/0 °C; 10.5 kWh per cubic metre metered at 15 or 20 °C, which is about 11.2 at 0 °C',
    source:
      'Eurostat, imports of 2020 to 2022: 10.7 kWh at 15 °C; IEA for Russian gas 10.6, Gazprom 10.4 at 20 °C',
  },
  {
    id: 'lng-mass',
    carriers: ['lng', 'gas'],
    from: 'mass',
    to: 'energy',
    factor: 15.1,
    low: 14.9,
    high: 15.3,
    conditions: 'LNG, gross calorific value at 25 °C, 54.4 MJ/kg',
    source:
      'Energy Institute (then bp), Statistical Review, conversion factors of 2021: 1 Mt of LNG is 1.36 bcm, at 40 MJ/m3 gross',
  },
  {
    id: 'euro',
    carriers: [],
    from: 'usd',
    to: 'eur',
    factor: 1 / 1.1,
    low: 1 / 1.2,
    high: 1,
    conditions: 'reference rate of 1.10 USD for 1 EUR, the same on every day',
    source: 'assumed: near the mean of 2022 to 2025',
  },
]

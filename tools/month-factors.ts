import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { sharedFactbook } from './factbook.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function read(path: string): Record<string, string>[] {
  return parse(readFileSync(path), { columns: true })
}

function toMeanOne(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / 12
  return values.map((value) => value / mean)
}

/** Power use by month of 2023 over its mean, by ISO3, for countries that Ember has in full. */
export function powerFactors(): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const row of read(join(sharedFactbook, '../ember/demand_monthly.csv'))) {
    const [year, number = 0] = (row.month ?? '').split('-').map(Number)
    if (year !== 2023 || row.iso3 === undefined || row.iso3 === '') continue
    const factors = found.get(row.iso3) ?? []
    factors[number - 1] = Number(row.demand_twh) / (days[number - 1] ?? 30)
    found.set(row.iso3, factors)
  }
  return new Map(
    [...found].flatMap(([iso3, factors]) =>
      Object.keys(factors).length === 12 ? [[iso3, toMeanOne(factors)] as const] : [],
    ),
  )
}

/** Gas use by month over its mean, by ISO2: templates by climate, estimated. Others follow power or are flat. */
export function gasFactors(): Map<string, number[]> {
  const shapes = new Map(
    read(join(import.meta.dirname, 'gas-profiles.csv')).map((row) => [
      row.profile ?? '',
      toMeanOne(months.map((month) => Number(row[month]))),
    ]),
  )
  return new Map(
    read(join(import.meta.dirname, 'gas-profile-of.csv')).flatMap(({ country = '', profile = '' }) => {
      const shape = shapes.get(profile)
      return shape ? [[country, shape] as const] : []
    }),
  )
}

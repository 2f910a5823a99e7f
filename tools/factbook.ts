import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** Where the Factbook extract lies beside a checkout; it is not shipped. */
export const sharedFactbook = join(import.meta.dirname, '../../shared/data/factbook')

/** Pages whose energy figures repeat those of another page: Gaza Strip and West Bank each print the total of both. */
const repeated = new Set(['gz'])

export interface CountryCode {
  /** The code of the Factbook (FIPS 10-4, now GEC), which is not the ISO code. */
  readonly gec: string
  readonly iso2: string
  readonly iso3: string
  readonly region: string
}

/** The mapping of `country-codes.csv`. Two territories of the Factbook may share one ISO code. */
export function readCountryCodes(): readonly CountryCode[] {
  return parse(readFileSync(join(import.meta.dirname, 'country-codes.csv')), { columns: true })
}

export interface Panel {
  /** Sum over the territories of an ISO code, or null where the Factbook has no figure of that year. */
  readonly value: (iso2: string, series: string, year: number) => number | null
  /** As printed, for the `as_written` of a figure. */
  readonly written: (iso2: string, series: string, year: number) => string
  /** The value of 2023, else of 2022, else zero. */
  readonly latest: (iso2: string, series: string) => number
}

/** `energy_panel.csv` by ISO code; `world` is the world row. Values as published: bcm, Mt, TWh, GW, kb/d. */
export function readPanel(): Panel {
  const iso = new Map(readCountryCodes().map(({ gec, iso2 }) => [gec, iso2]))
  iso.set('xx', 'world')
  const rows = parse(readFileSync(join(sharedFactbook, 'energy_panel.csv')), {
    columns: true,
  }) as Record<'gec' | 'series' | 'year' | 'value' | 'original_text', string>[]
  const values = new Map<string, number>()
  const texts = new Map<string, string>()
  for (const { gec, series, year, value, original_text: text } of rows) {
    const code = iso.get(gec)
    if (code === undefined || repeated.has(gec) || !/^\d+(\.\d+)?$/u.test(value)) continue
    const key = `${code} ${series} ${year}`
    values.set(key, (values.get(key) ?? 0) + Number(value))
    texts.set(key, [texts.get(key) ?? [], text].flat().join('; '))
  }
  const value: Panel['value'] = (iso2, series, year) => values.get(`${iso2} ${series} ${year}`) ?? null
  return {
    value,
    written: (iso2, series, year) => texts.get(`${iso2} ${series} ${year}`) ?? '',
    latest: (iso2, series) => value(iso2, series, 2023) ?? value(iso2, series, 2022) ?? 0,
  }
}

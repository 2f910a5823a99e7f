import { z } from 'zod'
import type { Atlas } from '../atlas.ts'
import type { Carrier } from '../tables.ts'
import {
  type Cell,
  countryCodes,
  type Imported,
  nameLookup,
  notOfForm,
  numberOf,
  parseJson,
  Skipped,
} from './imported.ts'
import { figureOfTotal } from './national-totals.ts'

const rowSchema = z.looseObject({
  period: z.union([z.string(), z.number()]).transform(String),
  productName: z.string(),
  activityName: z.string(),
  countryRegionId: z.string(),
  countryRegionName: z.string().nullish(),
  unit: z.string(),
  value: z.unknown(),
})

/** Units of the international data as ours; what is a quantity of the period becomes a rate of it. */
const units: Readonly<Record<string, string>> = {
  TBPD: 'kb/d',
  BCM: 'bcm/y',
  BCF: 'Bcf/y',
  BKWH: 'TWh/y',
  TJ: 'TJ/y',
  QBTU: '',
}
const perThousandTonnes = new Set(['MT', 'TMT'])

function carrierOf(product: string): Carrier | null {
  if (/crude oil/iu.test(product)) return 'crude'
  if (/refined petroleum|petroleum products/iu.test(product)) return 'products'
  if (/dry natural gas/iu.test(product)) return 'gas'
  if (/^coal$/iu.test(product)) return 'coal'
  return /^electricity$/iu.test(product) ? 'power' : null
}

/**
 * National production and consumption from the international data of the EIA (API v2, JSON with `response.data`),
 * as figures of the one supply or demand of a country. Countries are told by their name.
 */
export function importEia(text: string, atlas: Atlas): Imported {
  const codeOf = countryCodes(nameLookup(atlas))
  const answer = z
    .looseObject({ response: z.looseObject({ data: z.array(z.unknown()) }) })
    .safeParse(parseJson('EIA', text))
  if (!answer.success) throw notOfForm('EIA', 'an answer of API v2 with "response" and in it a list "data"')
  const skipped = new Skipped()
  const figures: Record<string, Cell>[] = []
  for (const value of answer.data.response.data) {
    const parsed = rowSchema.safeParse(value)
    const number = parsed.success ? numberOf(parsed.data.value) : null
    if (!parsed.success || number === null) {
      skipped.add('a row without product, activity, country, unit or value')
      continue
    }
    const row = parsed.data
    const carrier = carrierOf(row.productName)
    const what = /^production$/iu.test(row.activityName)
      ? 'production'
      : /^consumption$/iu.test(row.activityName)
        ? 'demand'
        : null
    const country = codeOf(row.countryRegionName ?? '')
    const isYear = /^\d{4}$/u.test(row.period)
    const unit = perThousandTonnes.has(row.unit) ? 'kt/y' : (units[row.unit] ?? '')
    if (carrier === null || what === null)
      skipped.add(`${row.productName}, ${row.activityName}: not in the atlas`)
    else if (country === null)
      skipped.add(`${row.countryRegionName ?? row.countryRegionId}: no country that the atlas knows`)
    else if (unit === '' || (!isYear && !unit.endsWith('/d')))
      skipped.add(
        `${row.productName} in ${row.unit} by ${isYear ? 'year' : 'month'}: not a unit that is taken`,
      )
    else {
      const figure = figureOfTotal(
        {
          country,
          carrier,
          what,
          period: row.period,
          value: number,
          unit,
          status: 'reported',
          source: 'eia-import',
          as_written: `${row.value} ${row.unit}`,
        },
        atlas,
        skipped,
      )
      if (figure !== null) figures.push(figure)
    }
  }
  return {
    rows: {
      sources: [
        {
          id: 'eia-import',
          title: 'International energy data, saved answer of API v2',
          publisher: 'U.S. Energy Information Administration',
          url: 'https://api.eia.gov/v2/international',
          licence: 'public domain',
          evidence: 'file_opened',
        },
      ],
      figures,
    },
    skipped: skipped.reasons,
  }
}

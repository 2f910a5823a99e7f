import { parse } from 'csv-parse/sync'
import type { Atlas } from '../atlas.ts'
import type { Carrier } from '../tables.ts'
import {
  type Cell,
  daysOf,
  delimiterOf,
  type Imported,
  isoCountry,
  notOfForm,
  numberOf,
  Skipped,
} from './imported.ts'
import { figureOfTotal } from './national-totals.ts'

const columns = ['REF_AREA', 'TIME_PERIOD', 'ENERGY_PRODUCT', 'FLOW_BREAKDOWN', 'UNIT_MEASURE', 'OBS_VALUE']

/** Product and flow of the oil and gas databases by what they are to us. */
const known: Readonly<Record<string, { carrier: Carrier; what: 'production' | 'demand' }>> = {
  'CRUDEOIL INDPROD': { carrier: 'crude', what: 'production' },
  'TOTPRODS TOTDEMO': { carrier: 'products', what: 'demand' },
  'NATGAS INDPROD': { carrier: 'gas', what: 'production' },
  'NATGAS TOTDEMO': { carrier: 'gas', what: 'demand' },
}

/**
 * Monthly production and demand from the JODI oil and gas databases (CSV as downloaded), as figures of the one
 * supply or demand of a country. Oil is taken in thousand barrels a day, gas in million cubic metres of the month.
 * Assessment code 3 (not assessed) and 4 (under verification) make a figure estimated.
 */
export function importJodi(text: string, atlas: Atlas): Imported {
  const rows = parse(text, {
    columns: true,
    delimiter: delimiterOf(text),
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    trim: true,
  }) as Record<string, string>[]
  const first = rows[0]
  if (first === undefined || columns.some((name) => !(name in first)))
    throw notOfForm('JODI', `a CSV with the columns ${columns.join(', ')}`)
  const skipped = new Skipped()
  const figures: Record<string, Cell>[] = []
  for (const row of rows) {
    const kind = known[`${row.ENERGY_PRODUCT} ${row.FLOW_BREAKDOWN}`]
    const value = numberOf(row.OBS_VALUE)
    if (kind === undefined) skipped.add(`${row.ENERGY_PRODUCT} ${row.FLOW_BREAKDOWN}: not in the atlas`)
    else if (value === null) skipped.add('no value (x, - or blank)')
    else if (kind.carrier === 'gas' ? row.UNIT_MEASURE !== 'M3' : row.UNIT_MEASURE !== 'KBD')
      skipped.add(
        `${row.ENERGY_PRODUCT} in ${row.UNIT_MEASURE}: the same is taken in ${kind.carrier === 'gas' ? 'M3' : 'KBD'}`,
      )
    else {
      const period = row.TIME_PERIOD ?? ''
      const span = daysOf(period)
      const days = span === null ? 1 : Number(span.to.slice(8, 10))
      const figure = figureOfTotal(
        {
          ...kind,
          country: isoCountry(row.REF_AREA ?? ''),
          period,
          value: kind.carrier === 'gas' ? value / days : value,
          unit: kind.carrier === 'gas' ? 'Mm3/d' : 'kb/d',
          status: row.ASSESSMENT_CODE === '3' || row.ASSESSMENT_CODE === '4' ? 'estimated' : 'reported',
          source: 'jodi-import',
          as_written: `${row.OBS_VALUE} ${row.UNIT_MEASURE}`,
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
          id: 'jodi-import',
          title: 'JODI world database, downloaded CSV',
          publisher: 'Joint Organisations Data Initiative',
          url: 'https://www.jodidata.org',
          evidence: 'file_opened',
        },
      ],
      figures,
    },
    skipped: skipped.reasons,
  }
}

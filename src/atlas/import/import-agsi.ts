import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Atlas } from '../atlas.ts'
import {
  type Cell,
  delimiterOf,
  type Imported,
  isoCountry,
  notOfForm,
  numberOf,
  onlyRowIn,
  parseJson,
  Skipped,
  tidy,
} from './imported.ts'

const rowSchema = z.looseObject({ code: z.string(), gasDayStart: z.string(), status: z.string().nullish() })
const parentSchema = z.looseObject({ children: z.array(z.unknown()) })

/** Columns of the API by field of our stores, with their units: gas in TWh, rates in GWh a day. */
const columns = [
  ['level', 'gasInStorage', 'TWh'],
  ['volume', 'workingGasVolume', 'TWh'],
  ['injection', 'injectionCapacity', 'GWh/d'],
  ['withdrawal', 'withdrawalCapacity', 'GWh/d'],
] as const

/**
 * Underground gas storage by country from AGSI (GIE), JSON of https://agsi.gie.eu/api, of a country or of the EU with its
 * countries in it, or the same columns as CSV: fill, working volume and the
 * technical rates of each gas day, as figures of the stores of the atlas. Status E (estimated) is kept.
 */
export function importAgsi(text: string, atlas: Atlas): Imported {
  const data = rowsOf(text)
  const skipped = new Skipped()
  const figures: Record<string, Cell>[] = []
  for (const value of data) {
    const parsed = rowSchema.safeParse(value)
    const day = parsed.success ? parsed.data.gasDayStart.slice(0, 10) : ''
    if (!parsed.success || !/^\d{4}-\d{2}-\d{2}$/u.test(day)) {
      skipped.add('a row without code and gasDayStart')
      continue
    }
    const country = isoCountry(parsed.data.code)
    const store = onlyRowIn(atlas, 'stores', { carrier: 'gas', country, kind: 'underground' })
    if ('because' in store) {
      skipped.add(store.because)
      continue
    }
    for (const [field, column, unit] of columns) {
      const number = numberOf(parsed.data[column])
      if (number === null || number < 0) continue
      figures.push({
        table: 'stores',
        row: store.id,
        field,
        value: tidy(number),
        unit,
        valid_from: day,
        // A fill is of its day; volumes and rates hold until another is published.
        valid_to: field === 'level' ? day : null,
        status: parsed.data.status === 'E' ? 'estimated' : 'reported',
        source: 'agsi-import',
        as_written: `${column} ${String(parsed.data[column])}`,
      })
    }
  }
  return {
    rows: {
      sources: [
        {
          id: 'agsi-import',
          title: 'Aggregated Gas Storage Inventory, saved API answer',
          publisher: 'Gas Infrastructure Europe',
          url: 'https://agsi.gie.eu/api',
          evidence: 'file_opened',
        },
      ],
      figures,
    },
    skipped: skipped.reasons,
  }
}

/** Gas days of countries: those that stand within a day of the EU come after it. */
function rowsOf(text: string): readonly unknown[] {
  if (!/^\uFEFF?\s*[{[]/u.test(text) && /^[^\n]*gasDayStart/u.test(text)) {
    return parse(text, {
      columns: true,
      bom: true,
      delimiter: delimiterOf(text),
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    }) as unknown[]
  }
  const answer = parseJson('AGSI', text)
  const data = typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : answer
  if (!Array.isArray(data)) throw notOfForm('AGSI', 'an object with a list "data" of gas days')
  return data.flatMap((row: unknown) => {
    const parent = parentSchema.safeParse(row)
    return parent.success && parent.data.children.length > 0 ? parent.data.children : [row]
  })
}

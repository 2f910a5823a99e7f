import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Atlas } from '../atlas.ts'
import {
  type Cell,
  daysOf,
  delimiterOf,
  type Imported,
  isoCountry,
  linksBetween,
  notOfForm,
  numberOf,
  parseJson,
  Skipped,
  tidy,
} from './imported.ts'

interface Traded {
  readonly siec: string
  readonly partner: string
  readonly geo: string
  readonly unit: string
  readonly period: string
  readonly value: number
}

const units: Readonly<Record<string, string>> = { TJ_GCV: 'TJ', MIO_M3: 'Mm3' }

/**
 * Monthly imports of natural gas by partner from Eurostat (`nrg_ti_gasm`), JSON-stat, SDMX-CSV or the TSV of the bulk download: observations on
 * the links between the two countries, a rate for each month. LNG (G3200) and totals are left out: ships have
 * no link by partner. Energy is gross, as `TJ_GCV` says; of rows in both units energy is taken.
 */
export function importEurostat(text: string, atlas: Atlas): Imported {
  const skipped = new Skipped()
  const rows = /^\uFEFF?\s*\{/u.test(text)
    ? fromJsonStat(text)
    : /^[^\n]*\\TIME_PERIOD\t/u.test(text)
      ? fromBulk(text)
      : fromCsv(text)
  const hasEnergy = new Set(rows.filter((row) => row.unit === 'TJ_GCV').map(keyOf))
  const observations: Record<string, Cell>[] = []
  for (const row of rows) {
    const unit = units[row.unit]
    const span = daysOf(row.period)
    if (unit === undefined || span === null)
      skipped.add(`unit ${row.unit} or period ${row.period} is not known`)
    else if (row.unit !== 'TJ_GCV' && hasEnergy.has(keyOf(row))) skipped.add('the same month in another unit')
    else if (row.siec !== 'G3000')
      skipped.add(`product ${row.siec}: only pipeline and total gas G3000 is taken`)
    else {
      const [from, to] = [isoCountry(row.partner), isoCountry(row.geo)]
      const links = linksBetween(atlas, 'gas', from, to)
      if (links.length === 0) {
        skipped.add(`${from} to ${to}: the atlas has no gas link between them`)
        continue
      }
      const days = (Date.parse(span.to) - Date.parse(span.from)) / 86_400_000 + 1
      observations.push({
        id: `eurostat-${from}-${to}-${span.from.slice(0, row.period.length > 4 ? 7 : 4)}`.toLowerCase(),
        name: `Gas from ${from} to ${to}, ${row.period}`,
        carrier: 'gas',
        links: links.join(' '),
        from: span.from,
        to: span.to,
        value: tidy(row.value / days),
        unit: `${unit}/d`,
        use: 'held_out',
        status: 'reported',
        source: 'eurostat-import',
        note: `${tidy(row.value)} ${unit} in ${days} days`,
      })
    }
  }
  return {
    rows: {
      sources: [
        {
          id: 'eurostat-import',
          title: 'Imports of natural gas by partner country, monthly data (nrg_ti_gasm), saved extract',
          publisher: 'Eurostat',
          url: 'https://ec.europa.eu/eurostat/databrowser/view/nrg_ti_gasm',
          licence: 'CC BY 4.0',
          evidence: 'file_opened',
          note: 'Some countries book the border and not the origin',
        },
      ],
      observations,
    },
    skipped: skipped.reasons,
  }
}

function keyOf(row: Traded): string {
  return [row.siec, row.partner, row.geo, row.period].join(' ')
}

const jsonStatSchema = z.looseObject({
  id: z.array(z.string()),
  size: z.array(z.number().int().nonnegative()),
  dimension: z.record(
    z.string(),
    z.looseObject({
      category: z.looseObject({ index: z.union([z.record(z.string(), z.number()), z.array(z.string())]) }),
    }),
  ),
  value: z.union([z.record(z.string(), z.number().nullable()), z.array(z.number().nullable())]),
})

function fromJsonStat(text: string): Traded[] {
  const parsed = jsonStatSchema.safeParse(parseJson('Eurostat', text))
  if (!parsed.success) throw notOfForm('Eurostat', 'JSON-stat 2.0 with id, size, dimension and value')
  const { id, size, dimension, value } = parsed.data
  const codes = id.map((name) => {
    const index = dimension[name]?.category.index ?? []
    return Array.isArray(index)
      ? index
      : Object.entries(index)
          .sort((a, b) => a[1] - b[1])
          .map(([code]) => code)
  })
  const entries = Array.isArray(value)
    ? value.map((one, at) => [String(at), one] as const)
    : Object.entries(value)
  return entries.flatMap(([at, number]) => {
    if (number === null) return []
    // Row-major: the last dimension runs fastest.
    let rest = Number(at)
    const found: Record<string, string> = {}
    for (let axis = id.length - 1; axis >= 0; axis--) {
      const length = size[axis] ?? 1
      found[id[axis] ?? ''] = codes[axis]?.[rest % length] ?? ''
      rest = Math.floor(rest / length)
    }
    return [traded(found, number)]
  })
}

function fromCsv(text: string): Traded[] {
  const rows = parse(text, {
    columns: true,
    delimiter: delimiterOf(text),
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
  }) as Record<string, string>[]
  if (rows[0] === undefined || !('TIME_PERIOD' in rows[0]) || !('partner' in rows[0]))
    throw notOfForm('Eurostat', 'SDMX-CSV with the columns siec, partner, unit, geo, TIME_PERIOD, OBS_VALUE')
  return rows.flatMap((row) => {
    const number = numberOf(row.OBS_VALUE)
    // `RU:Russia` where labels were asked for.
    const bare = Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, value.split(':')[0] ?? '']),
    )
    return number === null ? [] : [traded({ ...bare, time: row.TIME_PERIOD ?? '' }, number)]
  })
}

/**
 * Bulk download: a first column `freq,siec,partner,unit,geo\TIME_PERIOD`, then one a month; behind a value may stand its
 * flags (`12.3 p`, `: c`).
 */
function fromBulk(text: string): Traded[] {
  const [head = '', ...lines] = text.replace(/^\uFEFF/u, '').split(/\r?\n/u)
  const [first = '', ...periods] = head.split('\t').map((cell) => cell.trim())
  const names = first.replace(/\\TIME_PERIOD$/u, '').split(',')
  return lines.flatMap((line) => {
    const [codes = '', ...cells] = line.split('\t')
    const of = Object.fromEntries(codes.split(',').map((code, at) => [names[at] ?? '', code.trim()]))
    return cells.flatMap((cell, at) => {
      const number = numberOf(/^\s*\S*/u.exec(cell)?.[0])
      return number === null ? [] : [traded({ ...of, time: periods[at] ?? '' }, number)]
    })
  })
}

function traded(of: Readonly<Record<string, string>>, value: number): Traded {
  return {
    siec: of.siec ?? '',
    partner: of.partner ?? '',
    geo: of.geo ?? '',
    unit: of.unit ?? '',
    period: of.time ?? of.TIME_PERIOD ?? '',
    value,
  }
}

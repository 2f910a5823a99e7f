import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Atlas } from '../atlas.ts'
import {
  type Cell,
  daysOf,
  delimiterOf,
  type Imported,
  isoCountry,
  nameLookup,
  notOfForm,
  numberOf,
  parseJson,
  Skipped,
  slug,
  tidy,
} from './imported.ts'

const rowSchema = z.looseObject({
  indicator: z.string(),
  periodFrom: z.string(),
  operatorKey: z.string(),
  pointLabel: z.string(),
  directionKey: z.enum(['entry', 'exit']),
  unit: z.string(),
})

interface Month {
  readonly links: string
  readonly label: string
  readonly month: string
  readonly days: Map<string, number>
}

/**
 * Physical flows by interconnection point from the transparency platform of ENTSOG, JSON or CSV of
 * `operationaldata` with `periodType=day`: means of the month, as observations on the links of the point. A point
 * is known by its name in the atlas, its side by the operator (`DE-TSO-0001` is a German one) and the direction:
 * `entry` flows into the operator's country. Values of several operators on one side and day are added.
 */
export function importEntsog(text: string, atlas: Atlas): Imported {
  const skipped = new Skipped()
  const lookup = nameLookup(atlas)
  const months = new Map<string, Month>()
  for (const value of rowsOf(text)) {
    const parsed = rowSchema.safeParse(value)
    const flow = parsed.success ? numberOf(parsed.data.value) : null
    if (!parsed.success || flow === null) {
      skipped.add('a row without point, direction, period or value')
      continue
    }
    const row = parsed.data
    if (row.indicator !== 'Physical Flow' || row.unit !== 'kWh/d') {
      skipped.add(`${row.indicator} in ${row.unit}: only Physical Flow in kWh/d is taken`)
      continue
    }
    const links = linksOf(
      { atlas, lookup },
      row.pointLabel,
      isoCountry(row.operatorKey.slice(0, 2)),
      row.directionKey,
    )
    if (links.length === 0) {
      skipped.add(`${row.pointLabel} (${row.directionKey}): no link of the atlas is known by this point`)
      continue
    }
    const day = row.periodFrom.slice(0, 10)
    const key = `${links.join(' ')} ${day.slice(0, 7)}`
    const month = months.get(key) ?? {
      links: links.join(' '),
      label: row.pointLabel,
      month: day.slice(0, 7),
      days: new Map<string, number>(),
    }
    month.days.set(day, (month.days.get(day) ?? 0) + flow)
    months.set(key, month)
  }
  const observations = [...months.values()].flatMap((month): Record<string, Cell>[] => {
    const span = daysOf(month.month)
    if (span === null) return []
    const days = [...month.days.keys()].sort()
    const mean = [...month.days.values()].reduce((sum, one) => sum + one, 0) / days.length
    return [
      {
        id: `entsog-${slug(month.links)}-${month.month}`,
        name: `Physical flow at ${month.label}, ${month.month}`,
        carrier: 'gas',
        links: month.links,
        // A month that is not whole is of the days that the file has.
        from: days[0] ?? span.from,
        to: days.at(-1) ?? span.to,
        value: tidy(mean / 1e6),
        unit: 'GWh/d',
        use: 'held_out',
        status: 'reported',
        source: 'entsog-import',
        note: `mean of ${days.length} gas days; gross calorific value`,
      },
    ]
  })
  return {
    rows: {
      sources: [
        {
          id: 'entsog-import',
          title: 'Transparency platform, operational data, saved API answer',
          publisher: 'ENTSOG',
          url: 'https://transparency.entsog.eu/api/v1/operationaldata',
          evidence: 'file_opened',
        },
      ],
      observations,
    },
    skipped: skipped.reasons,
  }
}

function rowsOf(text: string): readonly unknown[] {
  if (/^\uFEFF?\s*[{[]/u.test(text)) {
    const answer = parseJson('ENTSOG', text)
    // `operationaldatas` is what the first version of the address was called.
    const listed = Array.isArray(answer)
      ? answer
      : Object.entries(answer ?? {}).find(([key]) => /^operationaldatas?$/iu.test(key))?.[1]
    if (Array.isArray(listed)) return listed
    throw notOfForm('ENTSOG', 'an object with a list "operationaldata"')
  }
  const rows = parse(text, {
    columns: true,
    delimiter: delimiterOf(text),
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
  }) as Record<string, string>[]
  if (rows[0] !== undefined && !('pointLabel' in rows[0]))
    throw notOfForm('ENTSOG', 'a CSV with the columns pointLabel, directionKey, periodFrom, value')
  return rows
}

/** Links of the asset, zone or link that bears the name of the point, on the side and in the direction asked. */
function linksOf(
  { atlas, lookup }: { atlas: Atlas; lookup: ReturnType<typeof nameLookup> },
  label: string,
  country: string,
  direction: 'entry' | 'exit',
): string[] {
  const names = [label, ...label.split(/\s*[/(),]\s*/u)].filter((name) => name.length > 2)
  const hits = new Set(names.flatMap(lookup))
  const zones = new Set(atlas.zonesOf(country))
  return atlas.tables.links
    .filter((link) => link.carrier === 'gas')
    .filter(
      (link) =>
        (link.asset !== null && hits.has(`assets/${link.asset}`)) ||
        hits.has(`links/${link.id}`) ||
        names.some((name) => link.name.toLowerCase() === name.toLowerCase()),
    )
    .filter((link) => zones.has(direction === 'entry' ? link.to_zone : link.from_zone))
    .map((link) => link.id)
}

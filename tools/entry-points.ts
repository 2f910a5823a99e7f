import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { FileOfRows } from './file-of-rows.ts'

type Row = Readonly<Record<string, string>>

const points = join(import.meta.dirname, '../../shared/data/entsog_via_bruegel/monthly_point_flows_gwh.csv')
const first = '2019-01'

const rowsOf = (path: string) => parse(readFileSync(path), { columns: true, bom: true }) as Row[]

/**
 * Writes `observations/entry-points.csv`: what came in at the entry points of `entry-points.csv`, by border and month from
 * 2019 to March 2023, GWh a day over the days that have data. Points that are one gas metered by several operators stand
 * there once. A month with data of fewer points than the border then had is as low as they make it, and says so.
 */
function main(): void {
  const borders = new Map<string, { row: Row; points: Map<string, Row> }>()
  for (const row of rowsOf(join(import.meta.dirname, 'entry-points.csv'))) {
    const border = borders.get(row.id ?? '') ?? { row, points: new Map<string, Row>() }
    border.points.set(`${row.point?.trim()}@${row.operator}`, row)
    borders.set(row.id ?? '', border)
  }
  const entries = rowsOf(points).filter((row) => row.direction === 'entry' && (row.month ?? '') >= first)
  const out = new FileOfRows(
    'id,name,carrier,links,from_zone,to_zone,from,to,value,low,high,unit,use,status,source,note',
  )
  for (const [id, border] of borders) {
    const months = new Map<string, Row[]>()
    for (const entry of entries) {
      const point = border.points.get(`${entry.label?.trim()}@${entry.operator}`)
      const month = entry.month ?? ''
      if (point === undefined || month < (point.since ?? '') || month > (point.until || '9999')) continue
      months.set(month, [...(months.get(month) ?? []), entry])
    }
    for (const [month, seen] of [...months].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
      const days = Math.max(...seen.map((entry) => Number(entry.days)))
      const sum = seen.reduce((total, entry) => total + Number(entry.gwh), 0)
      const { name = '', carrier = '', links = '' } = border.row
      const part = days < last ? `; ${days} days of the month` : ''
      out.add([
        `${id}-${month}`,
        `${name}, ${month}`,
        carrier,
        links,
        '',
        '',
        `${month}-01`,
        `${month}-${last}`,
        (sum / days).toFixed(1),
        '',
        '',
        'GWh/d',
        'record',
        'reported',
        'entsog-bruegel',
        `${sum.toFixed(1)} GWh${part}`,
      ])
    }
  }
  out.write(join(import.meta.dirname, '../atlas/observations/entry-points.csv'))
}

main()

import { join } from 'node:path'
import { FileOfRows } from '../file-of-rows.ts'

const headers = {
  zones: 'id,name,country,kind,lat,lon,note',
  links: 'id,name,carrier,from_zone,to_zone,asset,kind,note',
  supplies: 'id,name,carrier,zone,asset,kind,note',
  demands: 'id,name,carrier,zone,kind,note',
  stores: 'id,name,carrier,zone,asset,kind,note',
  conversions: 'id,name,from_carrier,to_carrier,zone,asset,kind,note',
  figures: 'table,row,field,value,low,high,unit,valid_from,valid_to,status,source,as_written,note',
} as const
export type OutTable = keyof typeof headers

export interface FigureCells {
  readonly table: OutTable
  readonly row: string
  readonly field: string
  readonly value: number
  readonly unit: string
  readonly from: string
  readonly to?: string
  readonly low?: number | string
  readonly high?: number | string
  readonly status: string
  readonly source: string
  readonly written?: string
  readonly note?: string
}

/** Share by which a figure must move for a second dated row to be worth its place. */
const WORTH_A_ROW = 0.004

/** The tables of one region of the atlas, written to `atlas/TABLE/REGION.csv`; a table without rows is not written. */
export class RegionFiles {
  #files = new Map<OutTable, FileOfRows>()
  #last = new Map<string, number>()
  #ids = new Set<string>()
  #flows = new Map<string, FigureCells>()
  #touched = new Set<string>()

  add(table: Exclude<OutTable, 'figures'>, cells: readonly (string | number)[]): void {
    const key = `${table}/${cells[0]}`
    if (this.#ids.has(key)) return
    this.#ids.add(key)
    this.#file(table).add(cells)
  }

  /** Writes the figure unless the last one written of this row and field says the same. */
  figure(of: FigureCells): void {
    const key = `${of.table}/${of.row}/${of.field}`
    if (of.table === 'links' && of.field === 'flow') {
      this.#flows.set(of.row, of)
      this.#touched.add(of.row)
    }
    const before = this.#last.get(key)
    if (before !== undefined && Math.abs(of.value - before) <= WORTH_A_ROW * Math.max(before, of.value))
      return
    this.#last.set(key, of.value)
    const { table, row, field, unit, from, to = '', low = '', high = '', status, source } = of
    const value = Number(of.value.toPrecision(of.value < 1000 ? 5 : 6))
    this.#file('figures').add([
      table,
      row,
      field,
      value,
      low,
      high,
      unit,
      from,
      to,
      status,
      source,
      of.written ?? '',
      of.note ?? '',
    ])
  }

  /** Links with a flow that were not written since the last call carry nothing from this day on. */
  endOfEpoch(from: string): void {
    for (const [row, of] of this.#flows) {
      if (!this.#touched.has(row)) this.figure({ ...of, value: 0, from, note: 'no trade left' })
    }
    this.#touched.clear()
  }

  write(region: string): void {
    for (const [table, file] of this.#files)
      file.write(join(import.meta.dirname, `../../atlas/${table}/${region}.csv`))
  }

  #file(table: OutTable): FileOfRows {
    const known = this.#files.get(table)
    if (known) return known
    const made = new FileOfRows(headers[table])
    this.#files.set(table, made)
    return made
  }
}

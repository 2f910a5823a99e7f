import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { FileOfRows } from './file-of-rows.ts'

type Row = Readonly<Record<string, string>>

/**
 * Share of the full rate at 30 % fill by type of store, low, central, high. Of pores by c + 0.3 (1 − c): a closed
 * volume at an even temperature has a pressure in proportion to what is in it, cushion c and working gas together,
 * and gives in proportion to that pressure. c by FERC (Natural Gas Storage - Storage Fields): about a half in depleted
 * fields, 50 to 80 % in aquifers, 20 to 30 % in salt. A cavern is held to the capacity of its plant on the ground as
 * long as pressure allows it: halfway between the formula with c = 0.25 and the full rate. Tanks give by their pumps.
 */
const shares = {
  depleted: [0.5, 0.65, 0.75],
  aquifer: [0.65, 0.755, 0.86],
  salt: [0.475, 0.74, 1],
  tank: [1, 1, 1],
} as const
const types = ['depleted', 'aquifer', 'salt', 'tank'] as const

/** Writes `gas-storage-30.csv` from `storage-types.csv`: published values as they are, else by the mix of types. */
function main(): void {
  const text = readFileSync(join(import.meta.dirname, 'storage-types.csv'), 'utf8')
  const figures = new FileOfRows(
    'table,row,field,value,low,high,unit,valid_from,valid_to,status,source,as_written,note',
  )
  for (const row of parse(text, { columns: true }) as Row[]) {
    const [low = '', central = '', high = ''] = [0, 1, 2].map((at) =>
      (100 * types.reduce((sum, type) => sum + Number(row[type]) * (shares[type][at] ?? 0), 0)).toFixed(0),
    )
    const mix = types.flatMap((type) =>
      Number(row[type]) > 0 ? [`${type} ${Math.round(100 * Number(row[type]))} %`] : [],
    )
    const isPublished = row.source !== ''
    figures.add([
      'stores',
      row.store ?? '',
      'withdrawal_at_30',
      isPublished ? (row.at_30 ?? '') : central,
      row.low || (isPublished ? '' : low),
      isPublished ? (row.high ?? '') : high,
      '%',
      '',
      '',
      'estimated',
      isPublished ? (row.source ?? '') : 'storage-by-type',
      row.as_written ?? '',
      isPublished
        ? (row.note ?? '')
        : [`by type: ${mix.join(', ')} of the rate`, row.note].filter(Boolean).join('; '),
    ])
  }
  figures.write(join(import.meta.dirname, '../atlas/figures/gas-storage-30.csv'))
}

main()

import { openAtlas } from '../src/app/load-atlas.ts'
import type { Row } from '../src/atlas/tables.ts'
import { seededDraw } from './seeded-draw.ts'

/** Evidence that somebody else can open again. */
const cited: ReadonlySet<string> = new Set(['file_opened', 'search_excerpt'])

interface Cell {
  readonly key: string
  readonly field: string
  readonly value: number
  readonly unit: string
  readonly status: string
  readonly source: string
  readonly asWritten: string
  readonly note: string
}

/**
 * Every number of the atlas that claims an outside source: figures (those of contracts among them), observations,
 * reactors and their suppliers, sorted by their text so that the order of files does not move a draw.
 */
function citedCells({ figures, observations, reactors, nuclear_supply }: Tables): Cell[] {
  const cells: Cell[] = [
    ...figures.map((row) => ({
      ...row,
      key: `${row.table}/${row.row}${row.valid_from ? ` from ${row.valid_from}` : ''}`,
      asWritten: row.as_written,
    })),
    ...observations.map((row) => ({
      ...row,
      key: `observations/${row.id}`,
      field: 'value',
      asWritten: '',
    })),
    ...reactors.flatMap((row) =>
      [
        { field: 'capacity_gw', value: row.capacity_gw, unit: 'GW' },
        { field: 'uranium_t_y', value: row.uranium_t_y, unit: 't/y' },
      ].flatMap(({ field, value, unit }) =>
        value === null ? [] : [{ ...row, key: `reactors/${row.id}`, field, value, unit, asWritten: '' }],
      ),
    ),
    ...nuclear_supply.map((row) => ({
      ...row,
      key: `nuclear_supply/${row.id}`,
      field: 'share_pct',
      value: row.share_pct,
      unit: '%',
      asWritten: '',
    })),
  ]
  const text = ({ key, field, value }: Cell): string => `${key} ${field} ${value}`
  return cells.sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0))
}

interface Tables {
  readonly figures: readonly Row<'figures'>[]
  readonly observations: readonly Row<'observations'>[]
  readonly reactors: readonly Row<'reactors'>[]
  readonly nuclear_supply: readonly Row<'nuclear_supply'>[]
}

/** Prints rows to be re-checked against what they cite: of every evidence class, or of one alone. */
function main(seed: number, count: number, only: string): void {
  const { tables } = openAtlas().atlas
  const sources = new Map(tables.sources.map((row) => [row.id, row]))
  const pool = citedCells(tables).filter(({ status, source }) => {
    const evidence = sources.get(source)?.evidence
    if (status === 'assumed' || evidence === undefined) return false
    return only === '' ? cited.has(evidence) : evidence === only
  })
  console.log(`seed ${seed}: ${count} of ${pool.length} numbers that cite a source outside the atlas`)
  seededDraw(pool, count, seed).forEach((cell, index) => {
    const source = sources.get(cell.source)
    console.log(
      [
        `\n${index + 1}. ${cell.key} ${cell.field} = ${cell.value} ${cell.unit} (${cell.status})`,
        `   source: ${cell.source} [${source?.evidence}]: ${source?.title}, ${source?.publisher}, ${source?.published}`,
        `   url: ${source?.url}`,
        `   as written: ${cell.asWritten || '-'}; note: ${cell.note || '-'}`,
      ].join('\n'),
    )
  })
}

const [seed = '20261122', count = '20', only = ''] = process.argv.slice(2)
if (![seed, count].every((given) => /^\d{1,10}$/u.test(given)) || (only !== '' && !cited.has(only))) {
  console.error(
    'Give SEED, COUNT and perhaps a class of evidence: tools/draw-rows.ts 20261122 20 search_excerpt',
  )
  process.exitCode = 2
} else main(Number(seed), Number(count), only)

import { openAtlas } from '../src/app/load-atlas.ts'
import type { Row } from '../src/atlas/tables.ts'
import { seededDraw } from './seeded-draw.ts'

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

/** Prints twenty rows, or as many as the second argument says, to be re-checked against what they cite. */
function main(seed = 20261122, count = 20): void {
  const { tables } = openAtlas().atlas
  const sources = new Map(tables.sources.map((row) => [row.id, row]))
  const pool = citedCells(tables).filter(({ status, source }) => {
    const evidence = sources.get(source)?.evidence
    return status !== 'assumed' && (evidence === 'file_opened' || evidence === 'search_excerpt')
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

const [seed, count] = process.argv.slice(2).map(Number)
if ([seed, count].some((given) => given !== undefined && !(Number.isInteger(given) && given >= 0))) {
  console.error('Give SEED and COUNT as whole numbers from 0: npx tsx tools/draw-rows.ts 20261122 20')
  process.exitCode = 2
} else main(seed, count)

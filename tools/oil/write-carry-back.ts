import type { Atlas } from '../../src/atlas/atlas.ts'
import type { RegionFiles } from './rows.ts'

/** Regions whose oil rows begin with figures of 2024. */
const regions = new Set(['central-asia', 'russia'])

/**
 * The oil of Central Asia and Russia is published for 2024 and later; 2023 takes the figures of 2024, so that the
 * world of 2023 is whole. Russian and Kazakh output of the two years differ by less than 3 %. What has a figure of 2023
 * of its own keeps it.
 */
export function writeCarryBack(out: RegionFiles, atlas: Atlas): void {
  for (const table of ['links', 'supplies', 'demands', 'conversions'] as const)
    for (const row of atlas.tables[table]) {
      const carrier = 'carrier' in row ? row.carrier : row.from_carrier
      const file = atlas.originOf(row)?.file.split('/')[1]?.replace('.csv', '') ?? ''
      if (!regions.has(file) || (carrier !== 'crude' && carrier !== 'products')) continue
      for (const figure of atlas.figuresOf(table, row.id)) {
        if (figure.valid_from !== '2024-01-01') continue
        if (atlas.originOf(figure)?.file.endsWith('/oil.csv')) continue
        const hasOwn = atlas
          .figuresOf(table, row.id)
          .some(
            (other) =>
              other.field === figure.field &&
              other.valid_from === '2023-01-01' &&
              !atlas.originOf(other)?.file.endsWith('/oil-2023.csv'),
          )
        if (hasOwn) continue
        const assumed = figure.status === 'assumed'
        out.figure({
          table,
          row: row.id,
          field: figure.field,
          value: figure.value,
          low: figure.low ?? '',
          high: figure.high ?? '',
          unit: figure.unit,
          from: '2023-01-01',
          to: '2023-12-31',
          status: assumed ? 'assumed' : 'estimated',
          source: assumed ? 'assumed' : 'derived',
          note: 'as in 2024',
        })
      }
    }
}

import type { CalendarDate } from '../core/time.ts'
import { convert } from '../core/units.ts'
import type { Atlas } from './atlas.ts'
import type { Carrier } from './tables.ts'

interface WorldTotal {
  /** Id of the assumption that states the world figure. */
  readonly id: string
  readonly statement: string
  readonly unit: string
  readonly published: number
  /** Sum of the atlas's rows that hold on the day, in the same unit. */
  readonly summed: number
  readonly rows: number
}

const counted: Readonly<
  Record<string, { table: 'demands' | 'supplies'; carriers: readonly Carrier[]; field: 'rate' | 'output' }>
> = {
  'world-gas-use-2023': { table: 'demands', carriers: ['gas'], field: 'rate' },
  'world-gas-production-2023': { table: 'supplies', carriers: ['gas', 'lng'], field: 'output' },
  'world-coal-use-2023': { table: 'demands', carriers: ['coal'], field: 'rate' },
  'world-coal-production-2023': { table: 'supplies', carriers: ['coal'], field: 'output' },
  'world-power-use-2023': { table: 'demands', carriers: ['power'], field: 'rate' },
  'world-oil-use-2023': { table: 'demands', carriers: ['crude', 'products'], field: 'rate' },
  'world-oil-production-2023': { table: 'supplies', carriers: ['crude', 'products'], field: 'output' },
}

/**
 * World figures that the atlas states as assumptions beside the sum of its own rows on a day: final demands, and
 * production without markets and emergency sources.
 */
export function worldTotals(atlas: Atlas, date: CalendarDate): WorldTotal[] {
  return atlas.tables.assumptions.flatMap((row): WorldTotal[] => {
    const what = counted[row.id]
    if (!what || row.central === null) return []
    const kind = what.table === 'demands' ? 'final' : 'production'
    const values = atlas.tables[what.table].flatMap((item): number[] => {
      if (item.kind !== kind || !what.carriers.includes(item.carrier)) return []
      const figure = atlas.figure(what.table, item.id, what.field, date)
      if (!figure) return []
      const converted = convert(figure.value, figure.unit, row.unit, { carrier: item.carrier })
      return converted === null ? [] : [converted.value]
    })
    return [
      {
        id: row.id,
        statement: row.statement,
        unit: row.unit,
        published: row.central,
        summed: values.reduce((sum, value) => sum + value, 0),
        rows: values.length,
      },
    ]
  })
}

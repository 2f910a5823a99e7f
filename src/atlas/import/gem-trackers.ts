import type { Asset, Carrier } from '../tables.ts'

export interface Tracker {
  readonly name: string
  readonly carrier: Carrier
  readonly kind: Asset['kind']
  /** Groups of columns; a table of this tracker has all columns of one of them. */
  readonly marks: readonly (readonly string[])[]
  readonly figures: readonly {
    readonly field: 'capacity' | 'length' | 'output'
    readonly columns: readonly string[]
    readonly unit: string
  }[]
}

const lengths = {
  field: 'length',
  columns: ['lengthmergedkm', 'lengthknownkm', 'routekmcomputed'],
  unit: 'km',
} as const

/**
 * Trackers by their columns, the first that fits counts: mines and LNG both have a capacity in Mtpa. Columns are
 * compared by letters and digits alone: `CapacityBcm/y`, `capacity_bcm_y` and `Capacity (bcm/y)` are one.
 */
export const trackers: readonly Tracker[] = [
  {
    name: 'Global Gas Infrastructure Tracker, pipelines',
    carrier: 'gas',
    kind: 'pipeline',
    marks: [['capacitybcmy']],
    figures: [{ field: 'capacity', columns: ['capacitybcmy'], unit: 'bcm/y' }, lengths],
  },
  {
    name: 'Global Coal Mine Tracker',
    carrier: 'coal',
    kind: 'field',
    marks: [['minename']],
    figures: [
      { field: 'capacity', columns: ['capacitymtpa'], unit: 'Mt/y' },
      { field: 'output', columns: ['productionmtpa', 'coaloutputannualmt'], unit: 'Mt/y' },
    ],
  },
  {
    name: 'Global Gas Infrastructure Tracker, LNG terminals',
    carrier: 'lng',
    kind: 'terminal',
    marks: [['capacityinmtpa'], ['capacitymtpa']],
    figures: [{ field: 'capacity', columns: ['capacityinmtpa', 'capacitymtpa'], unit: 'Mt/y' }],
  },
  {
    name: 'Global Oil Infrastructure Tracker',
    carrier: 'crude',
    kind: 'pipeline',
    marks: [['capacityboed']],
    figures: [{ field: 'capacity', columns: ['capacityboed'], unit: 'bbl/d' }, lengths],
  },
  {
    name: 'Global Coal Terminals Tracker',
    carrier: 'coal',
    kind: 'terminal',
    marks: [['coalterminalname']],
    figures: [{ field: 'capacity', columns: ['capacitymt'], unit: 'Mt/y' }],
  },
  {
    name: 'trackers of power plants',
    carrier: 'power',
    kind: 'plant',
    marks: [
      ['plantname', 'capacitymw'],
      ['projectname', 'capacitymw'],
      ['plantprojectname', 'capacitymw'],
    ],
    figures: [{ field: 'capacity', columns: ['capacitymw'], unit: 'MW' }],
  },
]

export function trackerOf(columns: readonly string[]): Tracker | undefined {
  return trackers.find((one) => one.marks.some((mark) => mark.every((column) => columns.includes(column))))
}

/** A name of a column by its letters and digits. */
export function folded(column: string): string {
  return column.toLowerCase().replace(/[^a-z0-9]/gu, '')
}

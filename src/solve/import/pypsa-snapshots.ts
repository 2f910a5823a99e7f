import { CorridorError } from '../../core/errors.ts'
import { type CsvTable, parseNumber } from './csv-table.ts'

export interface PypsaSnapshots {
  readonly labels: readonly string[]
  /** Hours that a snapshot stands for: in the money, in the filling of stores, in energy sums. */
  readonly weights: {
    readonly objective: Float64Array
    readonly stores: Float64Array
    readonly generators: Float64Array
  }
}

/** Without a table of snapshots there is one, `now`, of one hour. Several investment periods are refused. */
export function readSnapshots(tables: ReadonlyMap<string, CsvTable>): PypsaSnapshots {
  const isMulti = /^(?:1|true)/iu.test(tables.get('network')?.columns.get('_multi_invest')?.[0] ?? '')
  const table = tables.get('snapshots')
  if (isMulti || (tables.get('investment_periods')?.length ?? 0) > 0 || table?.columns.has('period')) {
    throw new CorridorError(
      'network_unsupported',
      'investment_periods.csv: several investment periods are not supported; export one of them.',
    )
  }
  if (table === undefined || table.length === 0) {
    const hour = () => Float64Array.of(1)
    return { labels: ['now'], weights: { objective: hour(), stores: hour(), generators: hour() } }
  }
  const labels = table.columns.get('snapshot') ?? table.columns.get(table.header[0] ?? '') ?? []
  const twice = firstTwice(labels)
  if (twice !== undefined) {
    throw new CorridorError(
      'network_invalid',
      `snapshots.csv: the snapshot "${twice}" stands twice; give each its own time.`,
    )
  }
  const weights = (name: string): Float64Array => {
    const cells = table.columns.get(name) ?? table.columns.get('weightings')
    return Float64Array.from(labels, (label, at) => {
      const value = parseNumber(cells?.[at] ?? '1')
      if (value !== undefined && value > 0 && Number.isFinite(value)) return value
      throw new CorridorError(
        'network_invalid',
        `snapshots.csv, row "${label}": the weighting ${name} is "${cells?.[at] ?? ''}"; give hours above zero.`,
      )
    })
  }
  return {
    labels,
    weights: {
      objective: weights('objective'),
      stores: weights('stores'),
      generators: weights('generators'),
    },
  }
}

function firstTwice(labels: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return labels.find((label) => seen.size === seen.add(label).size)
}

/** The label as an instant (UTC) where it reads as one, else as it is. */
export function snapshotStart(label: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(:\d{2})?(?:\.0+)?)?$/u.exec(label)
  if (match === null) return label
  return `${match[1]}T${match[2] ?? '00:00'}${match[3] ?? ':00'}Z`
}

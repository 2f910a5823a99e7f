import { CorridorError } from '../../core/errors.ts'
import { type CsvTable, parseNumber } from './csv-table.ts'
import { type InvestmentPeriod, readPeriods } from './pypsa-periods.ts'

export interface PypsaSnapshots {
  /** Names, unlike each other: with the period before it where there are several. */
  readonly labels: readonly string[]
  /** The times as the file writes them, one for each label. */
  readonly times: readonly string[]
  /** At least one. */
  readonly periods: readonly InvestmentPeriod[]
  /** Whether the file tells periods at all. */
  readonly hasPeriods: boolean
  /** Place among `periods` of each snapshot. */
  readonly periodAt: Uint16Array
  /** Hours that a snapshot stands for, in what it costs to build for the horizon. */
  readonly hours: Float64Array
  /** What a snapshot counts: in the money, in the filling of stores, in energy sums, in limits over the horizon. */
  readonly weights: {
    /** Hours, times the weighting of the period. */
    readonly objective: Float64Array
    readonly stores: Float64Array
    readonly generators: Float64Array
    /** Hours of generators, times the years of the period. */
    readonly limits: Float64Array
  }
}

/** Without a table of snapshots there is one, `now`, of one hour. */
export function readSnapshots(tables: ReadonlyMap<string, CsvTable>): PypsaSnapshots {
  const table = tables.get('snapshots')
  const isEmpty = table === undefined || table.length === 0
  const times = isEmpty
    ? ['now']
    : (table.columns.get('snapshot') ??
      table.columns.get('timestep') ??
      table.columns.get(table.header[0] ?? '') ??
      [])
  const periods = readPeriods(isEmpty ? undefined : table, tables.get('investment_periods'), times.length)
  const periodAt = new Uint16Array(times.length)
  for (const [at, { first, end }] of periods.entries()) periodAt.fill(at, first, end)
  const periodOf = (snapshot: number) => periods[periodAt[snapshot] ?? 0]
  const labels = times.map((time, at) => {
    const year = periodOf(at)?.year ?? null
    return year === null ? time : `${year} ${time}`
  })
  const twice = firstTwice(labels)
  if (twice !== undefined) {
    throw new CorridorError(
      'network_invalid',
      `snapshots.csv: the snapshot "${twice}" stands twice; give each its own time.`,
    )
  }
  const weights = (name: string): Float64Array => {
    const cells = isEmpty ? undefined : (table.columns.get(name) ?? table.columns.get('weightings'))
    return Float64Array.from(labels, (label, at) => {
      const value = parseNumber(cells?.[at] ?? '1')
      if (value !== undefined && value > 0 && Number.isFinite(value)) return value
      throw new CorridorError(
        'network_invalid',
        `snapshots.csv, row "${label}": the weighting ${name} is "${cells?.[at] ?? ''}"; give hours above zero.`,
      )
    })
  }
  const perPeriod = (hours: Float64Array, factor: (period: InvestmentPeriod) => number) =>
    hours.map((value, at) => {
      const period = periodOf(at)
      return period === undefined ? value : value * factor(period)
    })
  const [hours, generators] = [weights('objective'), weights('generators')]
  return {
    labels,
    times,
    periods,
    hasPeriods: periods.some(({ year }) => year !== null),
    periodAt,
    hours,
    weights: {
      objective: perPeriod(hours, ({ objective }) => objective),
      stores: weights('stores'),
      generators,
      limits: perPeriod(generators, ({ years }) => years),
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

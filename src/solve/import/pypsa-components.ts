import { CorridorError } from '../../core/errors.ts'
import { type CsvTable, isMissing, parseCsvTable, parseFlag, parseNumber } from './csv-table.ts'
import { type ComponentAttributes, type ComponentKind, pypsaAttributes } from './pypsa-attributes.ts'
import { type InvestmentPeriod, standsIn } from './pypsa-periods.ts'
import { baseOf, refuseSeries, refuseUnsupported } from './pypsa-refusals.ts'
import { type PypsaSnapshots, snapshotStart } from './pypsa-snapshots.ts'

/** One table of components with its time series; `row` counts from 0 in file order. */
export interface PypsaComponents {
  readonly kind: ComponentKind
  readonly names: readonly string[]
  readonly columns: readonly string[]
  number(row: number, attribute: string): number
  flag(row: number, attribute: string): boolean
  text(row: number, attribute: string): string
  /** Value in a snapshot: of the series where one is given, else the static one. */
  at(row: number, attribute: string, snapshot: number): number
  hasSeries(row: number, attribute: string): boolean
  /** Whether it stands in a period: switched on, and within its years. */
  standsIn(row: number, period: InvestmentPeriod): boolean
  /** The same in the period of a snapshot. */
  stands(row: number, snapshot: number): boolean
  /** Whether the file states anything in this cell; for attributes such as `bus2` and `efficiency2` too. */
  has(row: number, attribute: string): boolean
  /** A fault of this row as an error that names it. */
  fault(row: number, problem: string): CorridorError
}

export function readComponents(
  kind: ComponentKind,
  tables: ReadonlyMap<string, CsvTable>,
  snapshots: PypsaSnapshots,
): PypsaComponents {
  const attributes: ComponentAttributes = pypsaAttributes[kind]
  const table = tables.get(kind) ?? parseCsvTable(`${kind}.csv`, 'name\n')
  const names = namesOf(table)
  const rowOf = new Map(names.map((name, row) => [name, row]))
  const at = (row: number) => `${table.file}, row "${names[row] ?? ''}"`
  const fault = (row: number, problem: string) =>
    new CorridorError('network_invalid', `${at(row)}: ${problem}`, {
      details: { file: table.file, row: names[row] ?? '' },
    })
  refuseUnsupported(attributes, table, at)
  const numbers = new Map<string, Float64Array>()
  for (const [attribute, cells] of table.columns) {
    const preset = attributes.numbers[baseOf(kind, attribute)]
    if (preset !== undefined) {
      numbers.set(
        attribute,
        Float64Array.from(cells, (cell, row) => {
          const value = parseNumber(cell)
          if (value === undefined) throw fault(row, `${attribute} is "${cell}"; give a number.`)
          if (/^nan$/iu.test(cell) && !Number.isNaN(preset)) {
            throw fault(
              row,
              `${attribute} is "${cell}"; give a number, or leave the cell empty for ${preset}.`,
            )
          }
          return Number.isNaN(value) ? preset : value
        }),
      )
    }
  }
  const series = new Map<string, Map<number, Float64Array>>()
  for (const [name, dynamic] of tables) {
    const attribute = name.startsWith(`${kind}-`) ? name.slice(kind.length + 1) : null
    if (attribute === null) continue
    const base = baseOf(kind, attribute)
    if (attributes.series.includes(base)) {
      const isFree = Number.isNaN(attributes.numbers[base])
      series.set(attribute, readSeries(dynamic, rowOf, { snapshots, isFree }))
    } else refuseSeries(attributes, base, dynamic)
  }
  const number = (row: number, attribute: string): number =>
    numbers.get(attribute)?.[row] ?? attributes.numbers[baseOf(kind, attribute)] ?? Number.NaN
  const text = (row: number, attribute: string): string => {
    const cell = table.columns.get(attribute)?.[row] ?? ''
    return isMissing(cell) ? '' : cell
  }
  const flag = (row: number, attribute: string): boolean => {
    const cell = text(row, attribute)
    if (cell === '') return attributes.flags[baseOf(kind, attribute)] ?? false
    const value = parseFlag(cell)
    if (value === undefined) throw fault(row, `${attribute} is "${cell}"; give True or False.`)
    return value
  }
  const standsInPeriod = (row: number, period: InvestmentPeriod): boolean =>
    flag(row, 'active') && standsIn(period, number(row, 'build_year'), number(row, 'lifetime'))
  /** By row and period, asked for in every snapshot. */
  const standing: (boolean[] | undefined)[] = []
  return {
    kind,
    names,
    columns: table.header,
    number,
    text,
    fault,
    flag,
    standsIn: standsInPeriod,
    stands: (row, snapshot) => {
      standing[row] ??= snapshots.periods.map((period) => standsInPeriod(row, period))
      return standing[row]?.[snapshots.periodAt[snapshot] ?? 0] ?? false
    },
    at: (row, attribute, snapshot) => series.get(attribute)?.get(row)?.[snapshot] ?? number(row, attribute),
    hasSeries: (row, attribute) => series.get(attribute)?.has(row) ?? false,
    has: (row, attribute) => text(row, attribute) !== '' || (series.get(attribute)?.has(row) ?? false),
  }
}

/** Throws where a row has no name or one that stands twice. */
export function namesOf(table: CsvTable): readonly string[] {
  const names = table.columns.get('name') ?? table.columns.get(table.header[0] ?? '') ?? []
  const seen = new Set<string>()
  for (const [row, name] of names.entries()) {
    if (name === '') {
      throw new CorridorError('network_invalid', `${table.file}, row ${row + 1}: no name; give each row one.`)
    }
    if (seen.has(name)) {
      throw new CorridorError('network_invalid', `${table.file}: "${name}" stands twice; names must differ.`)
    }
    seen.add(name)
  }
  return names
}

/** Columns of a series file by row of the component: one row for each snapshot, found by its label, whatever their order in the file. */
function readSeries(
  table: CsvTable,
  rowOf: ReadonlyMap<string, number>,
  given: { snapshots: PypsaSnapshots; isFree: boolean },
): Map<number, Float64Array> {
  const count = given.snapshots.labels.length
  if (table.length !== count) {
    throw new CorridorError(
      'network_invalid',
      `${table.file}: ${table.length} rows for ${count} snapshots; give one row for each snapshot.`,
    )
  }
  const order = rowsOfSnapshots(table, given.snapshots)
  const series = new Map<number, Float64Array>()
  for (const name of table.header.slice(1)) {
    if (name === 'snapshot' || name === 'timestep' || name === 'period') continue
    const row = rowOf.get(name)
    if (row === undefined) {
      throw new CorridorError(
        'network_invalid',
        `${table.file}: the column "${name}" belongs to no component; add the component or leave the column out.`,
      )
    }
    const cells = table.columns.get(name) ?? []
    const values = Float64Array.from(order, (at) => {
      const cell = cells[at] ?? ''
      const value = parseNumber(cell)
      if (value === undefined || (Number.isNaN(value) && !given.isFree)) {
        throw new CorridorError(
          'network_invalid',
          `${table.file}, column "${name}", row ${at + 1}: "${cell}" is no number; give one for each snapshot.`,
        )
      }
      return value
    })
    series.set(row, values)
  }
  return series
}

/** Row of each snapshot: by label, or in the order of the file where its first column only counts the rows. */
function rowsOfSnapshots(
  table: CsvTable,
  { labels, times, periods, periodAt }: PypsaSnapshots,
): readonly number[] {
  const first = table.columns.get(table.header[0] ?? '') ?? []
  const isCount = first.every((cell, at) => cell === String(at))
  const [years, moments] = [table.columns.get('period'), table.columns.get('timestep')]
  const own = years === undefined ? first : years.map((year, at) => `${year} ${moments?.[at] ?? ''}`)
  if (isCount || own.every((cell, at) => cell === labels[at])) return first.map((_, at) => at)
  const key = (year: string | number | null, time: string) =>
    year === null ? snapshotStart(time) : `${year} ${snapshotStart(time)}`
  const rowOf = new Map(
    own.map((cell, at) => [
      years === undefined ? snapshotStart(cell) : key(years[at] ?? '', moments?.[at] ?? ''),
      at,
    ]),
  )
  return labels.map((label, at) => {
    const year = periods[periodAt[at] ?? 0]?.year ?? null
    const row = rowOf.get(key(year, times[at] ?? label))
    if (row !== undefined) return row
    throw new CorridorError(
      'network_invalid',
      `${table.file}: no row for the snapshot "${label}"; name the rows as snapshots.csv does.`,
    )
  })
}

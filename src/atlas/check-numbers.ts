import type { Problem } from '../core/errors.ts'
import { parseCalendarDate } from '../core/time.ts'
import type { AnyRow, Atlas } from './atlas.ts'
import { balanceRate, observedRate, priceInModelUnits, toModelUnits } from './figures.ts'
import { holdsOn } from './holds-on.ts'
import { rowProblem } from './row-problem.ts'
import { carriers } from './tables/cells.ts'
import type { Figure } from './tables.ts'

/** Dates, coordinates, units, ranges, sums and the provenance of every figure. */
export function checkNumbers(atlas: Atlas): Problem[] {
  return [
    ...dates(atlas),
    ...coordinates(atlas),
    ...figures(atlas),
    ...sameStart(atlas),
    ...profiles(atlas),
    ...tiers(atlas),
    ...ownership(atlas),
    ...observations(atlas),
    ...balances(atlas),
    ...provenance(atlas),
  ]
}

function dates(atlas: Atlas): Problem[] {
  const rows = [...atlas.tables.figures, ...atlas.tables.ownership, ...atlas.tables.measures]
  return rows.flatMap((row) => {
    const problems: Problem[] = []
    for (const field of ['valid_from', 'valid_to'] as const) {
      const text = row[field]
      if (text !== null && text !== '' && parseCalendarDate(text) === null)
        problems.push(rowProblem(atlas, row, `${field} ${text} is not a day of the calendar. Correct it.`))
    }
    if (row.valid_from !== null && row.valid_to !== null && row.valid_to < row.valid_from)
      problems.push(
        rowProblem(
          atlas,
          row,
          `valid_to ${row.valid_to} is before valid_from ${row.valid_from}. Swap or correct.`,
        ),
      )
    return problems
  })
}

function coordinates(atlas: Atlas): Problem[] {
  return [...atlas.tables.zones, ...atlas.tables.assets, ...atlas.tables.places].flatMap((row) => {
    const { lat, lon } = row
    if ((lat === null) !== (lon === null))
      return [rowProblem(atlas, row, 'has one coordinate of two. Give lat and lon, or neither.')]
    if (lat === null || lon === null) return []
    if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return []
    return [
      rowProblem(atlas, row, `lat ${lat}, lon ${lon} lies off the globe. Write degrees north and east.`),
    ]
  })
}

const mayBeNegative = new Set<Figure['field']>(['price', 'cost'])

function figures(atlas: Atlas): Problem[] {
  return atlas.tables.figures.flatMap((figure) => {
    const problems: Problem[] = []
    const report = (what: string): void => {
      problems.push(rowProblem(atlas, figure, `${figure.field}: ${what}`))
    }
    const { low, high, value } = figure
    if ((low !== null && low > value) || (high !== null && high < value))
      report(`${value} lies outside its range ${low ?? ''} to ${high ?? ''}. Order them low, value, high.`)
    if (value < 0 && !mayBeNegative.has(figure.field))
      report(`${value} is negative. Write the size without a sign.`)
    const exists = atlas.row(`${figure.table}/${figure.row}`) !== null
    const date = parseCalendarDate(figure.valid_from ?? '2025-01-01')
    if (exists && date !== null) {
      const converted = toModelUnits(atlas, figure, date)
      if (converted === null)
        report(
          `unit "${figure.unit}" does not lead to a model unit here. Use one of core/units that fits the carrier.`,
        )
      else if (
        (figure.field === 'loss' || figure.field === 'efficiency') &&
        converted.unit === '1' &&
        converted.value > mostOf(atlas, figure)
      )
        report(`${value} ${figure.unit} is more than the whole. Write a share of 1, or % as the unit.`)
    }
    return problems
  })
}

/** A barrel of crude gives more than a barrel of products: refining gains volume, by up to a tenth. */
function mostOf(atlas: Atlas, figure: Figure): number {
  const row = atlas.row(`${figure.table}/${figure.row}`)?.row
  return row && 'from_carrier' in row && row.kind === 'refining' ? 1.1 : 1
}

function sameStart(atlas: Atlas): Problem[] {
  const seen = new Set<string>()
  return atlas.tables.figures.flatMap((figure) => {
    const key = [figure.table, figure.row, figure.field, figure.valid_from ?? ''].join(' ')
    const isSecond = seen.has(key)
    seen.add(key)
    return isSecond
      ? [
          rowProblem(
            atlas,
            figure,
            `${figure.field}: a second figure from ${figure.valid_from ?? 'the beginning'}. Keep one, or put the other into low and high.`,
          ),
        ]
      : []
  })
}

function profiles(atlas: Atlas): Problem[] {
  const byRow = new Map<string, { row: AnyRow; months: Set<number>; sum: number; count: number }>()
  for (const row of atlas.tables.profiles) {
    const key = `${row.table}/${row.row}`
    const group = byRow.get(key) ?? { row, months: new Set<number>(), sum: 0, count: 0 }
    group.months.add(row.month)
    group.sum += row.factor
    group.count += 1
    byRow.set(key, group)
  }
  return [...byRow.values()].flatMap(({ row, months, sum, count }) => {
    const isWhole = count === 12 && months.size === 12 && months.has(1) && months.has(12)
    if (!isWhole)
      return [
        rowProblem(
          atlas,
          row,
          `profile has ${months.size} months in ${count} rows. Give each of 1 to 12 once.`,
        ),
      ]
    return Math.abs(sum / 12 - 1) <= 0.005
      ? []
      : [rowProblem(atlas, row, `profile averages ${(sum / 12).toFixed(3)}. Divide each factor by that.`)]
  })
}

function tiers(atlas: Atlas): Problem[] {
  return carriers.flatMap((carrier) => {
    const rows = atlas.tables.tiers.filter((row) => row.carrier === carrier)
    const first = rows[0]
    if (!first) return []
    const problems: Problem[] = []
    const sum = rows.reduce((total, row) => total + row.share_pct, 0)
    if (Math.abs(sum - 100) > 0.01)
      problems.push(
        rowProblem(atlas, first, `shares of ${carrier} sum to ${sum}, not 100. Correct share_pct.`),
      )
    for (const row of rows)
      if (priceInModelUnits(row.price, row.unit, carrier) === null)
        problems.push(
          rowProblem(
            atlas,
            row,
            `unit "${row.unit}" is no price of ${carrier}. Write e.g. EUR/MWh or USD/bbl.`,
          ),
        )
    return problems
  })
}

/** Shares of one asset on any one day may pass 100 by rounding only. */
function ownership(atlas: Atlas): Problem[] {
  return atlas.tables.ownership.flatMap((row) => {
    const day = parseCalendarDate(row.valid_from ?? '2025-01-01')
    if (day === null) return []
    const together = atlas.tables.ownership.filter(
      (other) => other.asset === row.asset && holdsOn(other, day),
    )
    const sum = together.reduce((total, other) => total + other.share_pct, 0)
    return sum > 100.5 && together[0] === row
      ? [
          rowProblem(
            atlas,
            row,
            `owners of ${row.asset} hold ${sum.toFixed(2)} % on ${day}. Correct the shares or their dates.`,
          ),
        ]
      : []
  })
}

/** Interval, range, unit, and that an observation says where it was made. */
function observations(atlas: Atlas): Problem[] {
  return atlas.tables.observations.flatMap((row) => {
    const report = (what: string): Problem => rowProblem(atlas, row, what)
    const problems: Problem[] = []
    const [from, to] = [parseCalendarDate(row.from), parseCalendarDate(row.to)]
    if (from === null || to === null || to < from)
      problems.push(report(`from ${row.from} to ${row.to} is no interval of days. Correct it.`))
    if ((row.low ?? row.value) > row.value || (row.high ?? row.value) < row.value)
      problems.push(report(`${row.value} lies outside its range. Order them low, value, high.`))
    const hasLinks = row.links.trim() !== ''
    const hasBorder = row.from_zone !== null && row.to_zone !== null
    if (hasLinks === hasBorder)
      problems.push(report('name links, or from_zone and to_zone, and not both. Correct it.'))
    if (from !== null && observedRate(atlas, row) === null)
      problems.push(report(`unit "${row.unit}" is no rate of ${row.carrier}. Write e.g. TWh/y or Mt/y.`))
    return problems
  })
}

/** Interval and unit; only what is put into store less drawn from it can be below zero. */
function balances(atlas: Atlas): Problem[] {
  return atlas.tables.balances.flatMap((row) => {
    const report = (what: string): Problem => rowProblem(atlas, row, what)
    const [from, to] = [parseCalendarDate(row.from), parseCalendarDate(row.to)]
    return [
      ...(from === null || to === null || to < from
        ? [report(`from ${row.from} to ${row.to} is no interval of days. Correct it.`)]
        : []),
      ...(balanceRate(row) === null
        ? [report(`unit "${row.unit}" is no rate of ${row.carrier}. Write e.g. GWh/d or Mt/y.`)]
        : []),
      ...(row.value < 0 && row.item !== 'storing'
        ? [report(`${row.item} is ${row.value}. Only what is put into store can be below zero; correct it.`)]
        : []),
    ]
  })
}

function provenance(atlas: Atlas): Problem[] {
  const rows: readonly AnyRow[] = Object.values(atlas.tables).flat()
  return rows.flatMap((row) => {
    if (!('source' in row && 'status' in row) || row.status !== 'reported') return []
    const source = atlas.source(row.source)
    if (!source) return []
    return source.evidence === 'own_knowledge' || source.evidence === 'computed'
      ? [
          rowProblem(
            atlas,
            row,
            `status is reported but source ${source.id} is ${source.evidence}. Write assumed or estimated, or cite a source.`,
          ),
        ]
      : []
  })
}

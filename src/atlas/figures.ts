import type { Sourced } from '../core/provenance.ts'
import { type CalendarDate, calendarDate, daysBetween } from '../core/time.ts'
import { type ConversionConditions, convert, parseUnit } from '../core/units.ts'
import type { Atlas } from './atlas.ts'
import { holdsOn } from './holds-on.ts'
import type { Carrier, Figure, MeteredBalance, ObservedFlow, TableName } from './tables.ts'

/** Stock unit of each carrier; the rate unit is this per day. */
export const stockUnits: Readonly<Record<Carrier, string>> = {
  crude: 'kbbl',
  products: 'kbbl',
  gas: 'gwh',
  lng: 'gwh',
  power: 'gwh',
  coal: 'kt',
}

export const rateUnits: Readonly<Record<Carrier, string>> = {
  crude: 'kbbl_d',
  products: 'kbbl_d',
  gas: 'gwh_d',
  lng: 'gwh_d',
  power: 'gwh_d',
  coal: 'kt_d',
}

interface FigureAddress {
  readonly table: TableName
  readonly row: string
  readonly field: Figure['field']
  readonly date: CalendarDate
}

/** Carriers of what a figure is about: one for most rows, two for a conversion, none for a zone. */
interface Carriers {
  readonly from: Carrier | null
  readonly to: Carrier | null
}

/** The published row that holds on the day: of those in force the one with the latest start. */
export function figureRowAt(atlas: Atlas, at: FigureAddress): Figure | null {
  let best: Figure | null = null
  for (const figure of atlas.figuresOf(at.table, at.row)) {
    if (figure.field !== at.field || !holdsOn(figure, at.date)) continue
    if (best === null || (figure.valid_from ?? '') > (best.valid_from ?? '')) best = figure
  }
  return best
}

export function figureAt(atlas: Atlas, at: FigureAddress): Sourced | null {
  const figure = figureRowAt(atlas, at)
  return figure === null ? null : toModelUnits(atlas, figure, at.date)
}

/**
 * The figure in model units: rates per day and stocks in the unit of the carrier, money in EUR per unit,
 * shares as fractions, lengths in km. A store level in percent is taken of the volume of that day, a rate at 30 % of
 * stock in percent of the rate of the full store.
 * Null where the unit does not lead there.
 */
export function toModelUnits(atlas: Atlas, figure: Figure, date: CalendarDate): Sourced | null {
  const carriers = carriersOf(atlas, figure)
  const whole = figure.unit === '%' ? wholeOf(figure.field) : null
  if (whole !== null) {
    const of = figureAt(atlas, { table: figure.table, row: figure.row, field: whole, date })
    return of && scaled(figure, (value) => (value / 100) * of.value, of.unit)
  }
  if (figure.field === 'reactance') {
    return figure.unit === 'ohm' && figure.value > 0 ? scaled(figure, (value) => value, 'ohm') : null
  }
  const unit = modelUnit(figure, carriers)
  if (unit === null) return null
  if (figure.field === 'ratio') {
    const factor = ratioFactor(atlas, figure, carriers)
    return factor === null ? null : scaled(figure, (value) => value * factor, unit)
  }
  const isOfByProduct = figure.table === 'joint_products'
  const conditions = conditionsOf(
    atlas,
    figure,
    isOfByProduct ? { ...carriers, from: carriers.to } : carriers,
  )
  const inModelUnits = (value: number): number | null =>
    convert(value, figure.unit, unit, conditions)?.value ?? null
  return scaled(figure, inModelUnits, unit)
}

/** What a figure in percent is a share of, where it is one of another figure of its row. */
function wholeOf(field: Figure['field']): Figure['field'] | null {
  if (field === 'level') return 'volume'
  return field === 'withdrawal_at_30' ? 'withdrawal' : null
}

function scaled(figure: Figure, scale: (value: number) => number | null, unit: string): Sourced | null {
  const value = scale(figure.value)
  if (value === null) return null
  return {
    value,
    low: figure.low === null ? null : scale(figure.low),
    high: figure.high === null ? null : scale(figure.high),
    unit,
    status: figure.status,
    because: `atlas:${figure.table}/${figure.row}/${figure.field}`,
  }
}

/** The unit that a figure takes in the model, or null where the row has no carrier that decides it. */
function modelUnit(figure: Figure, carriers: Carriers): string | null {
  const carrier = carriers.from
  switch (figure.field) {
    case 'reinjection':
    case 'own_use':
    case 'flaring':
      return carriers.to && rateUnits[carriers.to]
    case 'ratio':
      return carriers.from && carriers.to && `${stockUnits[carriers.to]}/${stockUnits[carriers.from]}`
    case 'capacity':
    case 'flow':
    case 'output':
    case 'rate':
    case 'peak':
    case 'injection':
    case 'withdrawal':
    case 'withdrawal_at_30':
      return carrier && rateUnits[carrier]
    case 'volume':
    case 'level':
      return carrier && stockUnits[carrier]
    case 'cost':
    case 'price':
      return carrier && `EUR/${stockUnits[carrier]}`
    case 'efficiency':
      if (parseUnit(figure.unit)?.top === 'ratio') return '1'
      return carriers.from && carriers.to && `${stockUnits[carriers.to]}/${stockUnits[carriers.from]}`
    case 'loss':
    case 'take_or_pay':
      return '1'
    case 'duration':
      return 'day'
    case 'stations':
    case 'units':
      return 'count'
    case 'length':
      return 'km'
    case 'reactance':
      return 'ohm'
  }
}

/** A ratio joins two carriers: each side is converted by itself, `bcm/Mt` to GWh per thousand barrels. */
function ratioFactor(atlas: Atlas, figure: Figure, { from, to }: Carriers): number | null {
  const [above = '', below = ''] = figure.unit.split('/')
  if (from === null || to === null || below === '') return null
  const joint = atlas.row(`joint_products/${figure.row}`)?.row
  const main = joint && 'main_supply' in joint ? atlas.row(`supplies/${joint.main_supply}`)?.row : undefined
  const field = main && 'asset' in main && main.asset !== null ? main.asset : ''
  const noted = atlas.row(`assets/${field}`)?.row
  const stated = /(\d+(?:\.\d+)?) bbl\/t\b/u.exec(noted && 'note' in noted ? noted.note : '')
  const barrels = stated === null ? {} : { barrelsPerTonne: Number(stated[1]) }
  const by = convert(1, above, stockUnits[to], { carrier: to })?.value ?? null
  const of = convert(1, below, stockUnits[from], { carrier: from, ...barrels })?.value ?? null
  return by === null || of === null ? null : by / of
}

const LEAP_YEAR = 366

/** The flow that an observation states, in the rate unit of its carrier; null where its unit does not lead there. */
export function observedRate(atlas: Atlas, row: ObservedFlow): Sourced | null {
  const first = row.links.split(/\s+/u).find((part) => part !== '') ?? ''
  const link = atlas.row(`links/${first}`)?.row
  const asset = link && 'asset' in link && link.asset !== null ? atlas.row(`assets/${link.asset}`)?.row : null
  const notes = [row, link, asset].map((holder) => (holder && 'note' in holder ? holder.note : ''))
  const given = conditionsFrom(notes, row.carrier)
  // A year has 365 days in the units; the sum of a leap year was spread over one more.
  const days = daysBetween(calendarDate(row.from), calendarDate(row.to)) + 1
  const share = row.unit.endsWith('/y') && days === LEAP_YEAR ? (LEAP_YEAR - 1) / LEAP_YEAR : 1
  const inModelUnits = (value: number | null): number | null => {
    const rate = value === null ? null : convert(value, row.unit, rateUnits[row.carrier], given)?.value
    return rate === null || rate === undefined ? null : rate * share
  }
  const value = inModelUnits(row.value)
  if (value === null) return null
  return {
    value,
    low: inModelUnits(row.low),
    high: inModelUnits(row.high),
    unit: rateUnits[row.carrier],
    status: row.status,
    because: `atlas:observations/${row.id}/value`,
  }
}

/** What was metered in a zone as a rate in the unit of the carrier; null where the unit is none of a rate. */
export function balanceRate(row: MeteredBalance): Sourced | null {
  const given = conditionsFrom([row.note], row.carrier)
  const value = convert(row.value, row.unit, rateUnits[row.carrier], given)?.value
  if (value === undefined) return null
  const { status } = row
  const because = `atlas:balances/${row.id}/value` as const
  return { value, low: null, high: null, unit: rateUnits[row.carrier], status, because }
}

/** EUR per model unit of a carrier, e.g. for the price of a demand step. */
export function priceInModelUnits(value: number, unit: string, carrier: Carrier): number | null {
  return convert(value, unit, `EUR/${stockUnits[carrier]}`, { carrier })?.value ?? null
}

function carriersOf(atlas: Atlas, figure: Figure): Carriers {
  const row = atlas.row(`${figure.table}/${figure.row}`)?.row
  if (!row) return { from: null, to: null }
  if ('from_carrier' in row) return { from: row.from_carrier, to: row.to_carrier }
  if ('main_supply' in row) {
    const carrierOf = (supply: string): Carrier | null => {
      const found = atlas.row(`supplies/${supply}`)?.row
      return found && 'carrier' in found && found.carrier !== '' ? found.carrier : null
    }
    return { from: carrierOf(row.main_supply), to: carrierOf(row.by_supply) }
  }
  if ('carrier' in row && row.carrier !== '') return { from: row.carrier, to: row.carrier }
  return { from: null, to: null }
}

/** `7.9 bbl/t` or `10.4 kWh/m3` in a note: of the figure first, then of its row, then of the row's asset. */
function conditionsOf(atlas: Atlas, figure: Figure, carriers: Carriers): ConversionConditions {
  const row = atlas.row(`${figure.table}/${figure.row}`)?.row
  const asset =
    row && 'asset' in row && row.asset !== null ? atlas.row(`assets/${row.asset}`)?.row : undefined
  const notes = [figure, row, asset].map((holder) => (holder && 'note' in holder ? holder.note : ''))
  return conditionsFrom(notes, carriers.from)
}

function conditionsFrom(notes: readonly string[], carrier: Carrier | null): ConversionConditions {
  const stated = (pattern: RegExp): number | undefined => {
    for (const note of notes) {
      const match = pattern.exec(note)
      if (match) return Number(match[1])
    }
    return undefined
  }
  const barrelsPerTonne = stated(/(\d+(?:\.\d+)?) bbl\/t\b/u)
  const kwhPerCubicMetre = stated(/(\d+(?:\.\d+)?) kWh\/m3\b/u)
  const usdPerEur = stated(/(\d+(?:\.\d+)?) USD\/EUR\b/u)
  return {
    ...(carrier === null ? {} : { carrier }),
    ...(barrelsPerTonne === undefined ? {} : { barrelsPerTonne }),
    ...(kwhPerCubicMetre === undefined ? {} : { kwhPerCubicMetre }),
    ...(usdPerEur === undefined ? {} : { usdPerEur }),
  }
}

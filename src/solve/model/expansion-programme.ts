import type { Bounds } from '../linear/bounds.ts'
import type { PairFamily } from '../network/pair-items.ts'
import type { RowTerm } from './class-programme.ts'
import { type DeltaSheet, lightWeight } from './delta-sheet.ts'
import type { RaisedLimit } from './expansion.ts'
import type { Frame, Limits } from './frame.ts'
import type { PeakPlaces } from './peak-programme.ts'

/** Where rows and columns of what may be built begin: a row for each limit that rises and period, a column for each thing. */
export interface ExpansionPlaces {
  /** `expansion-limit`. */
  readonly row: number
  /** The same for the hours of peak, `expansion-peak`; rows of limits without them stay empty. */
  readonly peakRow: number
  readonly column: number
  readonly count: number
}

/** A limit that what is built raises, with the number of the thing that is built. */
interface Raised extends RaisedLimit {
  readonly expansion: number
  readonly works: readonly boolean[]
}

function raisedLimits({ expansions }: Frame): readonly Raised[] {
  return expansions.flatMap(({ raises, works }, expansion) =>
    raises.map((of): Raised => ({ ...of, expansion, works })),
  )
}

/** By how much a unit built raises a limit: of the rates of a store what its own volume has of them on the day. */
function raise(frame: Frame, { family, item, perVolume }: Raised, period: number): number {
  if (family === 'volume' || perVolume === null) return 1
  const rate = frame.limits.pairs[family][item * frame.periods.length + period] ?? Number.NaN
  return Number.isNaN(rate) ? 0 : rate / perVolume
}

/** The item with hours of peak whose limit there rises too; -1: none. */
function peakItem({ blocks }: Frame, { family, item }: Raised): number {
  return blocks?.items.findIndex((of) => of.family === family && of.item === item) ?? -1
}

/** Where what may be built stands in a programme, and the rates that it lets rise. */
interface ExpandedProgramme {
  readonly expansion: ExpansionPlaces
  readonly less: Readonly<Record<PairFamily, number>>
  readonly more: Readonly<Record<PairFamily, number>>
  readonly peaks: PeakPlaces | null
  readonly level: number
  readonly surplus: number
}

export interface ExpansionRows {
  readonly row: number
  readonly peakRow: number
  readonly terms: readonly RowTerm[]
  /** By store the row of the first period that limits what it holds with what is built. */
  readonly volumes: ReadonlyMap<number, number>
}

export function addExpansionRows(frame: Frame, block: (items: number) => number): ExpansionRows {
  const width = frame.periods.length
  const raised = raisedLimits(frame)
  const [row, peakRow] = [block(raised.length), block(frame.blocks === null ? 0 : raised.length)]
  const terms: RowTerm[] = []
  const volumes = new Map<number, number>()
  raised.forEach(({ family, item }, at) => {
    if (family === 'volume') volumes.set(item, row + at * width)
    else terms.push({ row: row + at * width, family, item, coefficient: 1 })
  })
  return { row, peakRow, terms, volumes }
}

/** Which row of `expansion-peak` each item with hours of peak takes part in. */
export function peakRowsOf(frame: Frame, rows: ExpansionRows): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  raisedLimits(frame).forEach((of, at) => {
    const own = peakItem(frame, of)
    if (own >= 0) found.set(own, rows.peakRow + at * frame.periods.length)
  })
  return found
}

export function addExpansionColumns(
  frame: Frame,
  rows: ExpansionRows,
  given: { readonly sheet: DeltaSheet; readonly energyRow: number | null },
): ExpansionPlaces {
  const { sheet } = given
  const width = frame.periods.length
  const { blocks } = frame
  const column = sheet.columns
  const raised = raisedLimits(frame)
  frame.expansions.forEach((thing, expansion) => {
    sheet.column(-1, thing.cost, 0, lightWeight(thing.extendable.asset))
    raised.forEach((of, at) => {
      if (of.expansion !== expansion) return
      const own = peakItem(frame, of)
      for (let p = 0; p < width; p++) {
        if (of.works[p] !== true) continue
        const by = raise(frame, of, p)
        sheet.entry(rows.row + at * width + p, -by)
        if (blocks === null || own < 0 || given.energyRow === null) continue
        sheet.entry(rows.peakRow + at * width + p, -by)
        sheet.entry(given.energyRow + own * width + p, -(1 - blocks.share) * by)
      }
    })
  })
  return { row: rows.row, peakRow: rows.peakRow, column, count: frame.expansions.length }
}

/**
 * Bounds of what may be built, with κ ≤ most: Δx − κ ≤ the room that the limits of the day leave, where x⁺ may now rise
 * by `most` more and x⁻ need not fall. Where nothing may be built, in the base, κ is zero and the rows ask nothing.
 */
export function boundExpansions(
  frame: Frame,
  delta: ExpandedProgramme,
  limits: Limits,
  bounds: Bounds,
): void {
  const width = frame.periods.length
  frame.expansions.forEach(({ extendable }, at) => {
    bounds.lower[delta.expansion.column + at] = 0
    bounds.upper[delta.expansion.column + at] = limits.mayBuild ? extendable.most : 0
  })
  raisedLimits(frame).forEach((of, at) => {
    const { family, item, works } = of
    const most = frame.expansions[of.expansion]?.extendable.most ?? 0
    const own = peakItem(frame, of)
    for (let p = 0; p < width; p++) {
      const isOpen = limits.mayBuild && works[p] === true
      if (family === 'volume') {
        const level = delta.level + item * width + p
        const row = delta.expansion.row + at * width + p
        bounds.rowLower[row] = Number.NEGATIVE_INFINITY
        bounds.rowUpper[row] = isOpen ? (bounds.upper[level] ?? 0) : Number.POSITIVE_INFINITY
        if (isOpen) bounds.upper[level] = (bounds.upper[level] ?? 0) + most
        // What is held at the end beyond the base has its worth too.
        if (isOpen && p + 1 === width) {
          bounds.upper[delta.surplus + item] = (bounds.upper[delta.surplus + item] ?? 0) + most
        }
        continue
      }
      const place = item * width + p
      const rise = isOpen ? raise(frame, of, p) * most : null
      open(bounds, {
        row: delta.expansion.row + at * width + p,
        less: delta.less[family] + place,
        more: delta.more[family] + place,
        most: rise,
      })
      if (delta.peaks === null || own < 0) continue
      open(bounds, {
        row: delta.expansion.peakRow + at * width + p,
        less: delta.peaks.less + own * width + p,
        more: delta.peaks.more + own * width + p,
        most: rise,
      })
    }
  })
}

/** What a plan adds to the limit of an item in a period. */
export function builtOf(
  frame: Frame,
  expansion: ExpansionPlaces,
  of: { readonly family: PairFamily; readonly item: number; readonly period: number },
  x: Float64Array,
): number {
  const found = raisedLimits(frame).find((one) => one.family === of.family && one.item === of.item)
  if (found === undefined || found.works[of.period] !== true) return 0
  return raise(frame, found, of.period) * (x[expansion.column + found.expansion] ?? 0)
}

function open(
  bounds: Bounds,
  of: { readonly row: number; readonly less: number; readonly more: number; readonly most: number | null },
): void {
  bounds.rowLower[of.row] = Number.NEGATIVE_INFINITY
  if (of.most === null) {
    bounds.rowUpper[of.row] = Number.POSITIVE_INFINITY
    return
  }
  bounds.rowUpper[of.row] = (bounds.upper[of.more] ?? 0) - (bounds.lower[of.less] ?? 0)
  bounds.lower[of.less] = 0
  bounds.upper[of.more] = (bounds.upper[of.more] ?? 0) + of.most
}

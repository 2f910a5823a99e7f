import type { Bounds } from './bounds.ts'
import type { RowTerm } from './class-programme.ts'
import type { Frame, Limits } from './frame.ts'
import type { PairFamily } from './pair-items.ts'
import type { PeakPlaces } from './peak-programme.ts'
import { tieBreak } from './tie-break.ts'

/** Where rows and columns of what may be built begin: a row for each thing and period, a column for each thing. */
export interface ExpansionPlaces {
  /** `expansion-limit`. */
  readonly row: number
  /** The same for the hours of peak, `expansion-peak`; rows of things without them stay empty. */
  readonly peakRow: number
  readonly column: number
  readonly count: number
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
  const [row, peakRow] = [
    block(frame.expansions.length),
    block(frame.blocks === null ? 0 : frame.expansions.length),
  ]
  const terms: RowTerm[] = []
  const volumes = new Map<number, number>()
  frame.expansions.forEach(({ family, item }, at) => {
    if (family === 'volume') volumes.set(item, row + at * width)
    else terms.push({ row: row + at * width, family, item, coefficient: 1 })
  })
  return { row, peakRow, terms, volumes }
}

/** Which row of `expansion-peak` each item with hours of peak takes part in. */
export function peakRowsOf(frame: Frame, rows: ExpansionRows): ReadonlyMap<number, number> {
  const { blocks, periods } = frame
  const found = new Map<number, number>()
  if (blocks === null) return found
  frame.expansions.forEach(({ family, item }, at) => {
    const own = blocks.items.findIndex((of) => of.family === family && of.item === item)
    if (own >= 0) found.set(own, rows.peakRow + at * periods.length)
  })
  return found
}

interface ExpansionColumns {
  add(cost: number, weight: number): void
  entry(row: number, value: number): void
  readonly columns: number
}

export function addExpansionColumns(
  frame: Frame,
  rows: ExpansionRows,
  given: { readonly builder: ExpansionColumns; readonly energyRow: number | null },
): ExpansionPlaces {
  const { builder } = given
  const width = frame.periods.length
  const { blocks } = frame
  const column = builder.columns
  frame.expansions.forEach((of, at) => {
    builder.add(of.cost, 0.01 * (1 + tieBreak(of.extendable.asset)))
    const own =
      blocks === null ? -1 : blocks.items.findIndex((one) => one.family === of.family && one.item === of.item)
    for (let p = 0; p < width; p++) {
      if (of.works[p] !== true) continue
      builder.entry(rows.row + at * width + p, -1)
      if (blocks === null || own < 0 || given.energyRow === null) continue
      builder.entry(rows.peakRow + at * width + p, -1)
      builder.entry(given.energyRow + own * width + p, -(1 - blocks.share))
    }
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
  const { blocks } = frame
  frame.expansions.forEach(({ family, item, works, extendable }, at) => {
    const { most } = extendable
    bounds.lower[delta.expansion.column + at] = 0
    bounds.upper[delta.expansion.column + at] = limits.mayBuild ? most : 0
    const own =
      blocks === null ? -1 : blocks.items.findIndex((one) => one.family === family && one.item === item)
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
      open(bounds, {
        row: delta.expansion.row + at * width + p,
        less: delta.less[family] + place,
        more: delta.more[family] + place,
        most: isOpen ? most : null,
      })
      if (delta.peaks === null || own < 0) continue
      open(bounds, {
        row: delta.expansion.peakRow + at * width + p,
        less: delta.peaks.less + own * width + p,
        more: delta.peaks.more + own * width + p,
        most: isOpen ? most : null,
      })
    }
  })
}

/** What a plan adds to the capacity of an item in a period. */
export function builtOf(
  frame: Frame,
  expansion: ExpansionPlaces,
  of: { readonly family: PairFamily; readonly item: number; readonly period: number },
  x: Float64Array,
): number {
  const at = frame.expansions.findIndex((one) => one.family === of.family && one.item === of.item)
  if (at < 0 || frame.expansions[at]?.works[of.period] !== true) return 0
  return x[expansion.column + at] ?? 0
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

import type { Bounds } from '../linear/bounds.ts'
import { tieBreak } from '../linear/tie-break.ts'
import type { RowTerm } from './class-programme.ts'
import type { DeltaSheet } from './delta-sheet.ts'
import type { Frame, Limits } from './frame.ts'
import type { PowerBlocks } from './power-blocks.ts'

/** Where the rows and columns of the hours of peak begin; blocks are item, bus or demand by period. */
export interface PeakPlaces {
  /** `peak-balance`, by bus with blocks. */
  readonly balanceRow: number
  /** `peak-energy`, by item: the day's rate holds what the hours of peak take of it. */
  readonly energyRow: number
  /** `peak-shortage`, by demand. */
  readonly shortageRow: number
  readonly less: number
  readonly more: number
  /** What goes unserved in the hours of peak, by demand. */
  readonly unserved: number
}

export interface PeakRows extends Pick<PeakPlaces, 'balanceRow' | 'energyRow' | 'shortageRow'> {
  readonly terms: readonly RowTerm[]
}

/** Adds the rows of blocks (docs/model.md, peak and off-peak); `block` adds one row a period for each of `items`. */
export function addPeakRows(frame: Frame, block: (items: number) => number): PeakRows | null {
  const { blocks } = frame
  if (blocks === null) return null
  const width = frame.periods.length
  const [balanceRow, energyRow, shortageRow] = [
    block(blocks.buses.length),
    block(blocks.items.length),
    block(blocks.demands.length),
  ]
  return {
    balanceRow,
    energyRow,
    shortageRow,
    terms: [
      ...blocks.items.map(({ family, item }, at) => {
        return { row: energyRow + at * width, family, item, coefficient: 1 }
      }),
      ...blocks.demands.map(({ final }, at) => {
        return { row: shortageRow + at * width, family: 'unserved' as const, item: final, coefficient: 1 }
      }),
    ],
  }
}

/** `expansionRows`: row of the first period that limits what an item gives with what is built, by item. */
export function addPeakColumns(
  frame: Frame,
  rows: PeakRows,
  given: { readonly sheet: DeltaSheet; readonly expansionRows: ReadonlyMap<number, number> },
): PeakPlaces {
  const { blocks } = frame
  const { sheet, expansionRows } = given
  if (blocks === null) throw new RangeError('no blocks')
  const width = frame.periods.length
  const side = (sign: 1 | -1): number => {
    const first = sheet.columns
    blocks.items.forEach((of, at) => {
      for (let p = 0; p < width; p++) {
        // When in the day power flows is told by no answer: only what goes unserved then must be one.
        sheet.column(p, 0, 0, 0)
        for (const [place, coefficient] of of.entries) {
          sheet.entry(rows.balanceRow + place * width + p, sign * coefficient)
        }
        sheet.entry(rows.energyRow + at * width + p, -sign * blocks.share)
        const expansion = expansionRows.get(at)
        if (expansion !== undefined) sheet.entry(expansion + p, sign)
      }
    })
    return first
  }
  const [less, more] = [side(-1), side(1)]
  const unserved = sheet.columns
  blocks.demands.forEach(({ place, final }, at) => {
    const weight = 0.02 * (1 + tieBreak(`${frame.index.finals[final]?.id} peak`))
    for (let p = 0; p < width; p++) {
      sheet.column(p, 0, 0, weight)
      sheet.entry(rows.balanceRow + place * width + p, 1)
      sheet.entry(rows.shortageRow + at * width + p, -blocks.share)
    }
  })
  const { balanceRow, energyRow, shortageRow } = rows
  return { balanceRow, energyRow, shortageRow, less, more, unserved }
}

/** Limits of an item in the hours of peak under the limits of the day; all in the unit of its rate. */
export interface PeakLimits {
  /** The most there; endless where no limit is known. */
  readonly most: number
  /** Limits of r − w π: what is given outside the hours of peak, times their share of the day. */
  readonly nightMost: number
}

export function peakLimits(frame: Frame, blocks: PowerBlocks, limits: Limits, at: number): PeakLimits {
  const width = frame.periods.length
  const of = blocks.items[Math.floor(at / width)]
  if (of === undefined) throw new RangeError(`no item at ${at}`)
  const place = of.item * width + (at % width)
  const limit = limits.pairs[of.family][place] ?? Number.NaN
  const usual = frame.limits.pairs[of.family][place] ?? Number.NaN
  const nightMost = Number.isNaN(limit) ? Number.POSITIVE_INFINITY : (1 - blocks.share) * limit
  return { most: mostAtPeak(usual, blocks.most[at] ?? Number.NaN, limit), nightMost }
}

/**
 * Bounds in the hours of peak, with w their share of the day, π̄ the base there, K the limit of the
 * rate and M that of its peak:
 *
 *   max(0, π̄ − M) ≤ less ≤ π̄,  0 ≤ more ≤ M − π̄,  −(r̄ − w π̄) ≤ Δr − w Δπ ≤ (1−w) K − (r̄ − w π̄)
 */
export function boundPeaks(frame: Frame, places: PeakPlaces | null, limits: Limits, bounds: Bounds): void {
  const { blocks } = frame
  if (blocks === null || places === null) return
  const width = frame.periods.length
  const { share } = blocks
  blocks.base.forEach((base, own) => {
    const of = blocks.items[Math.floor(own / width)]
    const { most, nightMost } = peakLimits(frame, blocks, limits, own)
    const rate = of === undefined ? 0 : (frame.base[of.family][of.item * width + (own % width)] ?? 0)
    const night = rate - share * base
    bounds.upper[places.less + own] = base
    bounds.lower[places.less + own] = Math.min(base, Math.max(0, base - most))
    bounds.upper[places.more + own] = Math.max(0, most - base)
    bounds.rowLower[places.energyRow + own] = Math.min(0, -night)
    bounds.rowUpper[places.energyRow + own] = nightMost - night
  })
  const extra = new Float64Array(blocks.buses.length * width)
  blocks.demands.forEach(({ final, place }, d) => {
    for (let p = 0; p < width; p++) {
      const [at, own, row] = [final * width + p, d * width + p, place * width + p]
      const shape = blocks.shape[own] ?? 1
      const asked = limits.demand[at] ?? 0
      bounds.upper[places.unserved + own] = shape * asked
      bounds.rowLower[places.shortageRow + own] = 0
      bounds.rowUpper[places.shortageRow + own] = Math.max(0, asked * (1 - share * shape))
      extra[row] = (extra[row] ?? 0) + shape * (asked - (frame.baseDemand[at] ?? 0))
    }
  })
  extra.forEach((value, row) => {
    bounds.rowLower[places.balanceRow + row] = value
    bounds.rowUpper[places.balanceRow + row] = value
  })
}

/** What is left of a limit is left of the plants behind it; what is added comes on top. Without a limit: endless. */
function mostAtPeak(usual: number, before: number, limit: number): number {
  if (Number.isNaN(limit)) return Number.POSITIVE_INFINITY
  if (Number.isNaN(usual) || Number.isNaN(before) || !(usual > 0)) return limit
  return before * Math.min(1, limit / usual) + Math.max(0, limit - usual)
}

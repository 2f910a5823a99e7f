import type { Highs } from 'highs'
import type { Bounds } from '../linear/bounds.ts'
import { isOptimal } from '../linear/optimality-check.ts'
import { loadProgramme, type Optimum } from '../linear/optimise.ts'
import { ProgrammeBuilder } from '../linear/programme.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import type { Frame } from '../model/frame.ts'
import { MONEY } from '../model/money.ts'
import { pairFamilies } from '../network/pair-items.ts'

/** A reduced cost up to this is what arithmetic leaves of zero, and from `REAL` on one that is there. */
const NOISE = 1e-8
const REAL = 1e-5

/** The base as the cheapest plan of its programme, with the multipliers that say so. */
export interface ProvedBase {
  readonly optimum: Optimum
  /** Multipliers at true costs, without wedges. */
  readonly trueDual: Float64Array
}

/**
 * The calibration gave every bus, season and store a value at which the base is the cheapest plan: with them as
 * multipliers, y = π h at balances and -v, v at the rows of stock, changing nothing satisfies the optimality
 * conditions of the whole programme, and nothing need be solved. Null where our check does not agree (owners told apart
 * flow in the base too), or where it cannot be told whether a reduced cost is zero: then it is solved.
 */
export function proveBase(
  highs: Highs,
  frame: Frame,
  delta: DeltaProgramme,
  base: Bounds,
): ProvedBase | null {
  const { programme } = delta
  const rowDual = multipliersOf(frame, delta, frame.busValue, frame.storeValue)
  const columnDual = reducedCosts(delta, rowDual)
  if (columnDual === null) return null
  const x = delta.rest
  const optimum: Optimum = { status: 'optimal', x, rowDual, columnDual, objective: 0, iterations: 0 }
  if (!isOptimal({ ...programme, ...base }, optimum)) return null
  return { optimum, trueDual: trueMultipliersOf(highs, frame, delta, { base, optimum }) }
}

/** Values in EUR per unit, buses by period and stores, as multipliers of the rows of the programme. */
function multipliersOf(
  frame: Frame,
  delta: DeltaProgramme,
  busValue: Float64Array,
  storeValue: Float64Array,
): Float64Array {
  const { width, balanceRow, stockRow } = delta
  const dual = new Float64Array(delta.programme.rows)
  for (let at = 0; at < busValue.length; at++) {
    dual[balanceRow + at] = (busValue[at] ?? 0) * (frame.periods[at % width]?.days ?? 1) * MONEY
  }
  const endRow = stockRow + storeValue.length * width
  storeValue.forEach((value, store) => {
    dual.fill(-value * MONEY, stockRow + store * width, stockRow + (store + 1) * width)
    dual[endRow + store] = value * MONEY
  })
  return dual
}

/** c - Aᵀ·y with what is noise set to zero; null where one might be either. */
function reducedCosts({ programme }: DeltaProgramme, dual: Float64Array): Float64Array | null {
  const { columns, cost, starts, indices, values } = programme
  const reduced = cost.slice()
  for (let column = 0; column < columns; column++) {
    let left = cost[column] ?? 0
    const end = starts[column + 1] ?? 0
    for (let at = starts[column] ?? 0; at < end; at++) {
      left -= (values[at] ?? 0) * (dual[indices[at] ?? 0] ?? 0)
    }
    const size = Math.abs(left)
    if (size > NOISE && size < REAL) return null
    reduced[column] = size <= NOISE ? 0 : left
  }
  return reduced
}

/**
 * What a unit is worth at true costs where the base can move: y with Bᵀ·y = c_B of a basis of columns without a reduced
 * cost, for one period of each season. Where no such column reaches a bus it keeps its value.
 */
function trueMultipliersOf(
  highs: Highs,
  frame: Frame,
  delta: DeltaProgramme,
  { base, optimum }: { readonly base: Bounds; readonly optimum: Optimum },
): Float64Array {
  const { width } = delta
  const { buses } = frame.index
  const seasons = [...new Set(frame.seasonOf)]
  const periodOf = seasons.map((season) => frame.seasonOf.lastIndexOf(season))
  const builder = new ProgrammeBuilder()
  for (let row = 0; row < buses.length * seasons.length + frame.storeValue.length; row++) builder.addRow(0, 0)
  const storeRow = buses.length * seasons.length
  const wedges: number[] = []
  for (const family of pairFamilies) {
    frame.items[family].forEach((item, i) => {
      periodOf.forEach((p, s) => {
        const at = i * width + p
        const canMove = (block: number) =>
          optimum.columnDual[block + at] === 0 && (base.upper[block + at] ?? 0) > 0
        const [rises, falls] = [canMove(delta.more[family]), canMove(delta.less[family])]
        if (!rises && !falls) return
        wedges.push((rises ? frame.wedgeAbove : frame.wedgeBelow)[family][at] ?? 0)
        builder.addColumn(0, 0, 0)
        for (const [bus, coefficient] of item.entries) builder.entry(bus * seasons.length + s, coefficient)
        if (item.stock !== null) builder.entry(storeRow + item.stock[0], item.stock[1])
      })
    })
  }
  const programme = builder.finish()
  if (programme.columns === 0) return optimum.rowDual
  const model = loadProgramme(highs, programme)
  try {
    const { basic, lower } = highs.constants.basisStatus
    model.setBasis({
      colStatus: new Int32Array(programme.columns).fill(basic),
      rowStatus: new Int32Array(programme.rows).fill(lower),
    })
    model.options.set({ presolve: 'off' })
    model.run()
    const costs = Float64Array.from(model.getBasicVariables(), (variable) =>
      variable < 0 ? 0 : -(wedges[variable] ?? 0),
    )
    const shift = model.getBasisTransposeSolve(costs).values
    const busValue = frame.busValue.map((value, at) => {
      const season = seasons.indexOf(frame.seasonOf[at % width] ?? 0)
      return value + (shift[Math.floor(at / width) * seasons.length + season] ?? 0)
    })
    const storeValue = frame.storeValue.map((value, store) => value + (shift[storeRow + store] ?? 0))
    return multipliersOf(frame, delta, busValue, storeValue)
  } finally {
    model.dispose()
  }
}

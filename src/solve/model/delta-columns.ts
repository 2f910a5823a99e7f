import { tieBreak } from '../linear/tie-break.ts'
import type { PairFamily } from '../network/pair-items.ts'
import type { DeltaProgramme } from './delta-programme.ts'
import type { DeltaRows } from './delta-rows.ts'
import { type DeltaSheet, distanceWeight, lightWeight } from './delta-sheet.ts'
import { shortfallPrices, surplusValue } from './end-values.ts'
import type { Frame } from './frame.ts'

/** What columns are written into, and the rows that they name. */
export interface Written {
  readonly frame: Frame
  readonly sheet: DeltaSheet
  readonly rows: DeltaRows
}

/** By how much the distance of a shortage on the first day is above that on the last. */
const EARLY = 0.02

/** What all pairs move less (-1) or more (1) than in the base: the first column of each family, item by period. */
export function addPairColumns(written: Written, sign: 1 | -1): Record<PairFamily, number> {
  const block = (family: PairFamily): number => addFamily(written, family, sign)
  return {
    link: block('link'),
    supply: block('supply'),
    market: block('market'),
    conversion: block('conversion'),
    injection: block('injection'),
    withdrawal: block('withdrawal'),
  }
}

function addFamily({ frame, sheet, rows }: Written, family: PairFamily, sign: 1 | -1): number {
  const { width } = sheet
  const first = sheet.columns
  const wedges = (sign === 1 ? frame.wedgeAbove : frame.wedgeBelow)[family]
  frame.items[family].forEach((item, at) => {
    const tie = tieBreak(`${item.row} ${family}`)
    const terms = rows.terms.get(`${family} ${at}`) ?? []
    const contracts = family === 'link' ? (rows.contractsOf.get(at) ?? []) : []
    const budget = family === 'supply' && sign === 1 ? rows.budgetRow.get(at) : undefined
    for (let p = 0; p < width; p++) {
      const days = sheet.days(p)
      sheet.column(p, sign * item.cost, sign * (wedges[at * width + p] ?? 0), distanceWeight(tie, p))
      for (const [bus, coefficient] of item.entries)
        sheet.entry(rows.balanceRow + bus * width + p, sign * coefficient)
      if (item.stock !== null) {
        const [store, direction] = item.stock
        sheet.entry(rows.stockRow + store * width + p, -sign * direction * days)
      }
      for (const { row, coefficient } of terms) sheet.entry(row + p, sign * coefficient)
      for (const row of contracts) sheet.entry(row, sign * days)
      if (budget !== undefined) sheet.entry(budget, days)
    }
  })
  return first
}

/** Steps of shortage: the first column of each demand, step by period. */
export function addUnservedColumns({ frame, sheet, rows }: Written): Int32Array {
  const { index } = frame
  const { width } = sheet
  const unserved = new Int32Array(index.finals.length)
  index.finals.forEach((demand, at) => {
    unserved[at] = sheet.columns
    const bus = index.busOf(demand.bus)
    const terms = rows.terms.get(`unserved ${at}`) ?? []
    for (const step of index.steps.get(index.carrierOf(bus)) ?? []) {
      const tie = tieBreak(`demands/${demand.id}/${step.tier}`)
      for (let p = 0; p < width; p++) {
        // Equal cost on every day: stocks then serve the first days and shortage comes last.
        const weight = distanceWeight(tie, p) + (EARLY * (width - p)) / width
        sheet.column(p, step.price, step.sharing, weight)
        sheet.entry(rows.balanceRow + bus * width + p, 1)
        for (const { row, coefficient } of terms) sheet.entry(row + p, coefficient)
      }
    }
  })
  return unserved
}

/** What stores hold at the end of each period, and what they lack or have left at the end of all. */
export function addStoreColumns({
  frame,
  sheet,
  rows,
}: Written): Pick<DeltaProgramme, 'level' | 'shortfall' | 'surplus'> {
  const { stores } = frame.index.network
  const { width } = sheet
  const level = sheet.columns
  stores.forEach((_, store) => {
    const volume = rows.expansion.volumes.get(store)
    for (let p = 0; p < width; p++) {
      sheet.column(p, 0, 0, 0)
      sheet.entry(rows.stockRow + store * width + p, 1)
      if (volume !== undefined) sheet.entry(volume + p, 1)
      if (p + 1 < width) sheet.entry(rows.stockRow + store * width + p + 1, -1)
      else sheet.entry(rows.endRow + store, 1)
    }
  })
  const shortfall = sheet.columns
  stores.forEach((store, at) => {
    for (const price of shortfallPrices(frame, at)) {
      sheet.column(-1, price, 0, lightWeight(store.id))
      sheet.entry(rows.endRow + at, 1)
    }
  })
  const surplus = sheet.columns
  stores.forEach((store, at) => {
    sheet.column(-1, -surplusValue(frame, at), 0, lightWeight(store.id))
    sheet.entry(rows.endRow + at, -1)
  })
  return { level, shortfall, surplus }
}

/** What the figures of a bus leave unexplained, which may come back into its balance: bus by period. */
export function addDifferenceColumns({ frame, sheet, rows }: Written): number {
  const { index } = frame
  const { width } = sheet
  const first = sheet.columns
  index.buses.forEach((bus, at) => {
    const price = index.tiers.get(bus.carrier)?.[0]?.price ?? 0
    const place = frame.blocks?.buses.indexOf(at) ?? -1
    for (let p = 0; p < width; p++) {
      const value = frame.baseDifference[at * width + p] ?? 0
      const sign = value > 0 ? -1 : 1
      sheet.column(p, value < 0 ? price : 0, 0, distanceWeight(tieBreak(bus.id), p))
      sheet.entry(rows.balanceRow + at * width + p, sign)
      if (rows.peaks !== null && place >= 0) sheet.entry(rows.peaks.balanceRow + place * width + p, sign)
    }
  })
  return first
}

/** What contracts fall short of what must be taken: one column each. */
export function addDeficiencyColumns({ frame, sheet, rows }: Written): number {
  const first = sheet.columns
  frame.contracts.forEach(({ contract, deficiencyCost }, at) => {
    sheet.column(-1, 0, deficiencyCost, lightWeight(contract.id))
    sheet.entry(rows.contractRow + at, 1)
  })
  return first
}

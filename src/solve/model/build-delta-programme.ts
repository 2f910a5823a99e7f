import { doubles, integers, ProgrammeBuilder, refuseTooLarge } from '../linear/programme.ts'
import { tieBreak, tieBreakAt } from '../linear/tie-break.ts'
import type { PairFamily } from '../network/pair-items.ts'
import { addClassColumns, addClassRows, type RowTerm } from './class-programme.ts'
import { type DeltaProgramme, MONEY } from './delta-programme.ts'
import { shortfallPrices, surplusValue } from './end-values.ts'
import { estimateColumns } from './estimate-columns.ts'
import { addExpansionColumns, addExpansionRows, peakRowsOf } from './expansion-programme.ts'
import type { Frame } from './frame.ts'
import { addPeakColumns, addPeakRows } from './peak-programme.ts'
import { addVoltageColumns, addVoltageRows } from './voltage-law.ts'

/**
 * In which distances are counted: two ways of the same length differ by the hashes in their weights alone, and must do so by
 * more than the solver's tolerance (at 1, of 500 shocks one had two nearest plans, 7e-8 apart).
 */
const DISTANCE = 1e3

/** Writes the programme of a frame. Throws `solve_too_large` before memory runs out. */
export function buildDeltaProgramme(frame: Frame): DeltaProgramme {
  const { index, periods } = frame
  const width = periods.length
  const { stores, supplies } = index.network
  const estimate = estimateColumns(frame)
  refuseTooLarge(estimate)
  // A little more than the estimate, which leaves out what is small.
  const expected = Math.ceil(1.02 * estimate) + 1024
  const builder = new ProgrammeBuilder(expected)
  const rowPeriod = integers()
  const addRow = (lower: number, upper: number, period: number): number => {
    rowPeriod.push(period)
    return builder.addRow(lower, upper)
  }
  const rowBlock = (items: number): number => {
    const first = rowPeriod.length
    for (let item = 0; item < items; item++) for (let p = 0; p < width; p++) addRow(0, 0, p)
    return first
  }
  const balanceRow = rowBlock(index.buses.length)
  const stockRow = rowBlock(stores.length)
  const endRow = rowPeriod.length
  for (const _ of stores) addRow(0, 0, -1)
  const budgetRow = new Map<number, number>()
  supplies.forEach((supply, at) => {
    if (supply.kind !== 'emergency' || supply.duration_days === null || supply.capacity === null) return
    budgetRow.set(at, addRow(Number.NEGATIVE_INFINITY, supply.capacity.value * supply.duration_days, -1))
  })

  const { sides } = frame
  const sideRow = rowPeriod.length
  for (const side of sides) {
    for (let p = 0; p < width; p++) addRow(side.lower[p] ?? -Infinity, side.upper[p] ?? Infinity, p)
  }
  const contractRow = rowPeriod.length
  const contractsOf = new Map<number, number[]>()
  frame.contracts.forEach(({ links }, at) => {
    addRow(0, Number.POSITIVE_INFINITY, -1)
    for (const link of links) contractsOf.set(link, [...(contractsOf.get(link) ?? []), contractRow + at])
  })
  const classRows = addClassRows(frame, rowBlock)
  const peakRows = addPeakRows(frame, rowBlock)
  const expansionRows = addExpansionRows(frame, rowBlock)
  const voltageRows = addVoltageRows(frame, rowBlock)
  const pairTerms = termsByItem([
    ...sides.flatMap((side, at) => side.terms.map((term) => ({ ...term, row: sideRow + at * width }))),
    ...classRows.terms,
    ...(peakRows?.terms ?? []),
    ...expansionRows.terms,
    ...voltageRows.terms,
  ])

  const trueCost = doubles(expected)
  const distance = doubles(expected)
  const columnPeriod = integers(expected)
  const add = (cost: number, wedge: number, weight: number, period: number): void => {
    const days = periods[period]?.days ?? 1
    builder.addColumn((cost + wedge) * days * MONEY, 0, 0)
    trueCost.push(cost * days)
    distance.push(weight * days * DISTANCE)
    columnPeriod.push(period)
  }
  const pairBlock = (family: PairFamily, sign: 1 | -1): number => {
    const first = builder.columns
    frame.items[family].forEach((item, at) => {
      const tie = tieBreak(`${item.row} ${family}`)
      const terms = pairTerms.get(`${family} ${at}`) ?? []
      const contracts = family === 'link' ? (contractsOf.get(at) ?? []) : []
      const budget = family === 'supply' && sign === 1 ? budgetRow.get(at) : undefined
      for (let p = 0; p < width; p++) {
        const weight = distanceWeight(tie, p)
        const wedge = (sign === 1 ? frame.wedgeAbove : frame.wedgeBelow)[family][at * width + p] ?? 0
        add(sign * item.cost, sign * wedge, weight, p)
        for (const [bus, coefficient] of item.entries) {
          builder.entry(balanceRow + bus * width + p, sign * coefficient)
        }
        if (item.stock !== null) {
          const [store, direction] = item.stock
          builder.entry(stockRow + store * width + p, -sign * direction * (periods[p]?.days ?? 1))
        }
        for (const { row, coefficient } of terms) {
          builder.entry(row + p, sign * coefficient)
        }
        for (const row of contracts) {
          builder.entry(row, sign * (periods[p]?.days ?? 1))
        }
        if (budget !== undefined) builder.entry(budget, periods[p]?.days ?? 1)
      }
    })
    return first
  }
  const blocks = (sign: 1 | -1): Record<PairFamily, number> => ({
    link: pairBlock('link', sign),
    supply: pairBlock('supply', sign),
    market: pairBlock('market', sign),
    conversion: pairBlock('conversion', sign),
    injection: pairBlock('injection', sign),
    withdrawal: pairBlock('withdrawal', sign),
  })
  const less = blocks(-1)
  const more = blocks(1)

  const unserved = new Int32Array(index.finals.length)
  index.finals.forEach((demand, at) => {
    unserved[at] = builder.columns
    const bus = index.busOf(demand.bus)
    const terms = pairTerms.get(`unserved ${at}`) ?? []
    for (const step of index.steps.get(index.carrierOf(bus)) ?? []) {
      const tie = tieBreak(`demands/${demand.id}/${step.tier}`)
      for (let p = 0; p < width; p++) {
        // Equal cost on every day: stocks then serve the first days and shortage comes last.
        add(step.price, step.sharing, distanceWeight(tie, p) + (0.02 * (width - p)) / width, p)
        builder.entry(balanceRow + bus * width + p, 1)
        for (const { row, coefficient } of terms) {
          builder.entry(row + p, coefficient)
        }
      }
    }
  })

  const level = builder.columns
  stores.forEach((_, store) => {
    for (let p = 0; p < width; p++) {
      add(0, 0, 0, p)
      builder.entry(stockRow + store * width + p, 1)
      const volume = expansionRows.volumes.get(store)
      if (volume !== undefined) builder.entry(volume + p, 1)
      if (p + 1 < width) builder.entry(stockRow + store * width + p + 1, -1)
      else builder.entry(endRow + store, 1)
    }
  })
  const shortfall = builder.columns
  stores.forEach((store, at) => {
    for (const price of shortfallPrices(frame, at)) {
      add(price, 0, 0.01 * (1 + tieBreak(store.id)), -1)
      builder.entry(endRow + at, 1)
    }
  })
  const surplus = builder.columns
  stores.forEach((store, at) => {
    add(-surplusValue(frame, at), 0, 0.01 * (1 + tieBreak(store.id)), -1)
    builder.entry(endRow + at, -1)
  })
  const difference = builder.columns
  index.buses.forEach((bus, at) => {
    const first = index.tiers.get(bus.carrier)?.[0]?.price ?? 0
    const place = frame.blocks?.buses.indexOf(at) ?? -1
    for (let p = 0; p < width; p++) {
      const value = frame.baseDifference[at * width + p] ?? 0
      add(value < 0 ? first : 0, 0, distanceWeight(tieBreak(bus.id), p), p)
      builder.entry(balanceRow + at * width + p, value > 0 ? -1 : 1)
      if (peakRows !== null && place >= 0) {
        builder.entry(peakRows.balanceRow + place * width + p, value > 0 ? -1 : 1)
      }
    }
  })
  const deficiency = builder.columns
  frame.contracts.forEach(({ contract, deficiencyCost }, at) => {
    add(0, deficiencyCost, 0.01 * (1 + tieBreak(contract.id)), -1)
    builder.entry(contractRow + at, 1)
  })
  const classColumns = {
    add: (weight: number, period: number) => add(0, 0, weight, period),
    entry: (row: number, value: number) => builder.entry(row, value),
    get columns() {
      return builder.columns
    },
  }
  const classes = frame.classes.classes.map((_, at) => addClassColumns(frame, at, classRows, classColumns))
  const peaks =
    peakRows === null
      ? null
      : addPeakColumns(frame, peakRows, {
          builder: classColumns,
          expansionRows: peakRowsOf(frame, expansionRows),
        })
  const expansion = addExpansionColumns(frame, expansionRows, {
    builder: {
      add: (cost, weight) => add(cost, 0, weight, -1),
      entry: classColumns.entry,
      get columns() {
        return builder.columns
      },
    },
    energyRow: peakRows?.energyRow ?? null,
  })
  const voltage = addVoltageColumns(frame, voltageRows, {
    add: (wedge, weight, period) => add(0, wedge, weight, period),
    entry: classColumns.entry,
    get columns() {
      return builder.columns
    },
  })
  const programme = builder.finish()
  const rest = programme.lower
  return {
    programme: { ...programme, upper: rest },
    rest,
    width,
    less,
    more,
    unserved,
    level,
    shortfall,
    surplus,
    difference,
    balanceRow,
    stockRow,
    sides,
    sideRow,
    contractRow,
    deficiency,
    classes,
    classGroups: classRows.groups,
    peaks,
    expansion,
    voltage,
    trueCost: trueCost.trimmed(),
    distance: distance.trimmed(),
    columnPeriod: columnPeriod.trimmed(),
    rowPeriod: rowPeriod.trimmed(),
  }
}

/** By `FAMILY ITEM` the rows that name it beside the balances. */
function termsByItem(terms: readonly RowTerm[]): ReadonlyMap<string, readonly RowTerm[]> {
  const found = new Map<string, RowTerm[]>()
  for (const term of terms) {
    const key = `${term.family} ${term.item}`
    const list = found.get(key) ?? []
    list.push(term)
    found.set(key, list)
  }
  return found
}

/** Near one; different for each thing, and a little for each period, so that the nearest plan is one. */
function distanceWeight(tie: number, period: number): number {
  return 1 + 0.05 * tie + 0.002 * tieBreakAt(tie, period)
}

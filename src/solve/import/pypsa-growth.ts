import type { Draft } from './pypsa-draft.ts'
import { type AllPlaces, eachRow } from './pypsa-sum.ts'

/**
 * Limits on growth, by carrier with a finite `max_growth` and investment period k: Σ of what may be built and first
 * stands in k ≤ max_growth + max_relative_growth · the same of the period before. As PyPSA counts it, what stands in
 * one period only counts in all later ones too.
 */
export function addGrowthLimits(draft: Draft, places: AllPlaces): void {
  const { network, written } = draft
  const { periods, hasPeriods } = network.snapshots
  if (!hasPeriods) return
  const tables = [
    [network.components.generators, places.generators],
    [network.components.links, places.links],
    [network.components.processes, places.processes],
    [network.components.lines, places.lines],
    [network.components.stores, places.stores],
    [network.components.storage_units, places.storage_units],
  ] as const
  for (const [carrier, numbers] of network.carriers) {
    const most = numbers.get('max_growth') ?? Number.POSITIVE_INFINITY
    if (most === Number.POSITIVE_INFINITY) continue
    const relative = Math.max(0, numbers.get('max_relative_growth') ?? 0)
    const newIn: number[][] = periods.map(() => [])
    for (const [table, { capacity }] of tables) {
      eachRow(table, capacity, (row, column) => {
        if (table.text(row, 'carrier') !== carrier) return
        let stood = 0
        for (const [at, period] of periods.entries()) {
          if (table.standsIn(row, period)) stood++
          if (stood === 1) newIn[at]?.push(column)
        }
      })
    }
    for (const [at, { year }] of periods.entries()) {
      const [now, before] = [newIn[at] ?? [], newIn[at - 1] ?? []]
      if (now.length + before.length === 0) continue
      const first = written.rows
      const limit = written.addRow(Number.NEGATIVE_INFINITY, most)
      for (const column of now) written.add(limit, column, 1)
      if (relative > 0) for (const column of before) written.add(limit, column, -relative)
      written.labelRows(first, {
        constraint: `growth-limit:carriers/${carrier}/${year}`,
        sentence: `In ${year} at most ${most} of ${carrier} is added${
          relative > 0 ? `, and ${relative} times what was added before` : ''
        }.`,
      })
    }
  }
}

import { bindingSentence, type ConstraintFamily } from '../model/constraints.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import type { Frame } from '../model/frame.ts'
import { pairFamilies } from '../network/pair-items.ts'
import type { SolveResult } from '../result.ts'
import type { LazyModel } from './lazy-model.ts'

/**
 * The smallest set of limits that cannot all hold, in sentences, one for each thing however many periods it takes
 * part in. The strategy is set: the solver's default finds nothing on most infeasible programmes.
 */
export function smallestConflict(
  model: LazyModel,
  frame: Frame,
  delta: DeltaProgramme,
): SolveResult['conflict'] {
  const found = model.conflict()
  const named = new Map<string, string>()
  const note = (family: ConstraintFamily, id: string, name: string) => {
    named.set(`${family}:${id}`, bindingSentence(family, name, null))
  }
  for (const row of found.rows) {
    const bus = frame.index.buses[Math.floor((row - delta.balanceRow) / delta.width)]
    const store = frame.index.network.stores[Math.floor((row - delta.stockRow) / delta.width)]
    const side = delta.sides[Math.floor((row - delta.sideRow) / delta.width)]
    if (side !== undefined) note(side.family, side.id, side.name)
    else if (row < delta.stockRow && bus !== undefined) note('bus-balance', bus.id, bus.id)
    else if (store !== undefined) note('stock-balance', store.id, store.name)
  }
  for (const column of found.columns) {
    const name = columnName(frame, delta, column)
    if (name !== null) note(...name)
  }
  return [...named].map(([constraint, sentence]) => ({ constraint, sentence }))
}

const familyOf = {
  link: 'link-capacity',
  supply: 'supply-limit',
  market: 'market-outlet',
  conversion: 'conversion-capacity',
  injection: 'injection-limit',
  withdrawal: 'withdrawal-limit',
} as const

function columnName(
  frame: Frame,
  delta: DeltaProgramme,
  column: number,
): [family: ConstraintFamily, id: string, name: string] | null {
  for (const family of pairFamilies) {
    for (const block of [delta.less[family], delta.more[family]]) {
      const item = frame.items[family][Math.floor((column - block) / delta.width)]
      if (column >= block && item !== undefined) return [familyOf[family], item.id, item.name]
    }
  }
  const demand = frame.index.finals.findLast((_, at) => column >= (delta.unserved[at] ?? 0))
  if (column < delta.level && demand !== undefined) return ['demand-steps', demand.id, demand.name]
  const store = frame.index.network.stores[Math.floor((column - delta.level) / delta.width)]
  if (column < delta.shortfall && store !== undefined) return ['stock-empty', store.id, store.name]
  return null
}

import type { BaseCase } from '../base/base-case.ts'
import type { Frame } from '../model/frame.ts'

/** The base by id, with what was moved and added to make it one. */
export function readBaseCase(
  frame: Frame,
  adjustments: BaseCase['adjustments'],
  wedges: BaseCase['wedges'],
): BaseCase {
  const width = frame.periods.length
  const { network } = frame.index
  const byId = (rows: readonly { id: string }[], values: Float64Array) =>
    new Map(rows.map((row, item) => [row.id, values.slice(item * width, (item + 1) * width)]))
  return {
    flow: byId(network.links, frame.base.link),
    output: byId(network.supplies, frame.base.supply),
    demand: new Map([
      ...byId(frame.index.finals, frame.baseDemand),
      ...byId(frame.index.markets, frame.base.market),
    ]),
    converted: byId(network.conversions, frame.base.conversion),
    injection: byId(network.stores, frame.base.injection),
    withdrawal: byId(network.stores, frame.base.withdrawal),
    difference: byId(frame.index.buses, frame.baseDifference),
    adjustments,
    wedges,
  }
}

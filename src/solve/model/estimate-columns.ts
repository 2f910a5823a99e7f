import { pairFamilies } from '../network/pair-items.ts'
import type { Frame } from './frame.ts'

/** How many columns the programme of a frame will have, but for those of single stores, contracts and classes. */
export function estimateColumns(frame: Frame): number {
  const width = frame.periods.length
  const pairs = pairFamilies.reduce((sum, family) => sum + 2 * frame.items[family].length, 0)
  const steps = frame.index.finals.reduce(
    (sum, demand) =>
      sum + (frame.index.steps.get(frame.index.carrierOf(frame.index.busOf(demand.bus)))?.length ?? 0),
    0,
  )
  const peaks = 2 * (frame.blocks?.items.length ?? 0) + (frame.blocks?.demands.length ?? 0)
  return width * (pairs + peaks + steps + frame.index.network.stores.length + frame.index.buses.length)
}

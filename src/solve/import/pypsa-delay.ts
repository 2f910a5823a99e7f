import type { PypsaComponents } from './pypsa-components.ts'
import type { Draft } from './pypsa-draft.ts'

/**
 * The snapshot whose inflow a port of a link or process gives in snapshot t: the latest one that starts at least `delay` hours
 * (weights of generators) before t. A cyclic delay goes on at the end of the horizon; one that is not gives nothing at
 * first and loses what would come after the end. Null where nothing comes.
 */
export function deliverySource(
  draft: Draft,
  components: PypsaComponents,
  row: number,
  port: string,
): (snapshot: number) => number | null {
  const attribute = `delay${port}`
  const delay = components.has(row, attribute) ? Math.trunc(components.number(row, attribute)) : 0
  if (!(delay > 0)) return (snapshot) => snapshot
  const isCyclic = components.flag(row, `cyclic_delay${port}`)
  const { weights, periods, periodAt } = draft.network.snapshots
  const hours = weights.generators
  const starts: number[] = []
  let total = 0
  for (const duration of hours) {
    starts.push(total)
    total += duration
  }
  return (snapshot) => {
    // Investment periods do not follow each other in time, so each is a horizon of its own.
    const { first, end } = periods[periodAt[snapshot] ?? 0] ?? { first: 0, end: hours.length }
    const opening = starts[first] ?? 0
    const length = (starts[end] ?? total) - opening
    const time = (starts[snapshot] ?? 0) - opening - delay
    if (time < 0 && !isCyclic) return null
    const wrapped = ((time % length) + length) % length
    let source = end - 1
    while ((starts[source] ?? 0) - opening > wrapped) source--
    return source
  }
}

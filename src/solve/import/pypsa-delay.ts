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
  const { generators: hours } = draft.network.snapshots.weights
  const starts: number[] = []
  let total = 0
  for (const duration of hours) {
    starts.push(total)
    total += duration
  }
  return (snapshot) => {
    const time = (starts[snapshot] ?? 0) - delay
    if (time < 0 && !isCyclic) return null
    const wrapped = ((time % total) + total) % total
    return starts.findLastIndex((start) => start <= wrapped)
  }
}

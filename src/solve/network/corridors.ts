import { CorridorError } from '../../core/errors.ts'
import { type Edge, independentLoops } from './loops.ts'
import type { NetworkIndex } from './network-index.ts'

/** The AC lines between two buses, as links in both directions. */
export interface Corridor extends Edge {
  readonly forward: readonly number[]
  readonly backward: readonly number[]
  /** Ohm at 400 kV. */
  readonly reactance: number
  readonly name: string
}

/** Corridors that lie on a loop; elsewhere the law asks nothing. Throws where lines of one corridor disagree. */
export function corridorsOf(index: NetworkIndex): readonly Corridor[] {
  const found = new Map<
    string,
    { from: number; to: number; forward: number[]; backward: number[]; x: number; name: string }
  >()
  index.network.links.forEach((link, item) => {
    const x = link.reactance?.value
    if (x === undefined) return
    const [from, to] = [index.busOf(link.from), index.busOf(link.to)]
    const back = found.get(`${to} ${from}`)
    const own = back ?? found.get(`${from} ${to}`)
    if (own !== undefined && Math.abs(own.x - x) > 1e-9 * x) {
      throw new CorridorError(
        'network_invalid',
        `Link ${link.id} has a reactance of ${x} ohm and ${own.name} between the same zones ${own.x}; give one for all lines between the two together.`,
      )
    }
    if (own === undefined) {
      found.set(`${from} ${to}`, { from, to, forward: [item], backward: [], x, name: link.name })
    } else (back === undefined ? own.forward : own.backward).push(item)
  })
  const all = [...found.values()]
  const onLoop = new Set(
    independentLoops(index.buses.length, all).loops.flatMap((loop) => loop.map(({ edge }) => edge)),
  )
  return all
    .filter((_, at) => onLoop.has(at))
    .map(({ from, to, forward, backward, x, name }) => ({ from, to, forward, backward, reactance: x, name }))
}

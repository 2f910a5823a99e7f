import { owed } from '../model/contracts.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import type { Frame, Limits } from '../model/frame.ts'
import type { ClassResult, ContractResult, Series, SolveResult } from '../result.ts'
import { tidied, tidy } from './tidy.ts'

/** What each contract owes and takes over the horizon; `flowOf` gives the flow of a link by its place. */
export function readContracts(
  frame: Frame,
  limits: Limits,
  flowOf: (link: number) => Series,
): readonly ContractResult[] {
  return frame.contracts.map((of): ContractResult => {
    const { id, name } = of.contract
    const due = owed(frame, limits, of)
    const taken = of.links.reduce(
      (sum, link) =>
        sum + flowOf(link).reduce((total, flow, p) => total + flow * (frame.periods[p]?.days ?? 1), 0),
      0,
    )
    const deficiency = tidy(Math.max(0, due - taken))
    const suspended = tidy(owed(frame, frame.limits, of) - due)
    return { id, name, owed: due, suspended, taken, deficiency, payment: deficiency * of.price }
  })
}

/** Flow, output and use of each supply class. */
export function readClasses(frame: Frame, delta: DeltaProgramme, x: Float64Array): readonly ClassResult[] {
  const { width } = delta
  const { network } = frame.index
  return frame.classes.classes.map((of, c): ClassResult => {
    const block = delta.classes[c]
    const read = (items: readonly number[], first: number, id: (item: number) => string) =>
      new Map(items.map((item, n) => [id(item), tidied(x.slice(first + n * width, first + (n + 1) * width))]))
    return {
      id: of.id,
      name: of.name,
      flow: read(of.links, block?.flow ?? 0, (item) => network.links[item]?.id ?? ''),
      output: read(
        of.supplies.map(([item]) => item),
        block?.output ?? 0,
        (item) => network.supplies[item]?.id ?? '',
      ),
      use: read(of.buses, block?.use ?? 0, (bus) => frame.index.buses[bus]?.id ?? ''),
    }
  })
}

/** Power asked for and not served in the hours of peak, by bus; empty without such hours. */
export function readPeaks(
  frame: Frame,
  delta: DeltaProgramme,
  limits: Limits,
  x: Float64Array,
): SolveResult['peaks'] {
  const { blocks } = frame
  const found = new Map<string, { asked: Series; unserved: Series }>()
  if (blocks === null || delta.peaks === null) return found
  const { width } = delta
  for (const [d, { final, place }] of blocks.demands.entries()) {
    const id = frame.index.buses[blocks.buses[place] ?? 0]?.id ?? ''
    const sums = found.get(id) ?? { asked: new Float64Array(width), unserved: new Float64Array(width) }
    for (let p = 0; p < width; p++) {
      const shape = blocks.shape[d * width + p] ?? 1
      sums.asked[p] = (sums.asked[p] ?? 0) + shape * (limits.demand[final * width + p] ?? 0)
      sums.unserved[p] = (sums.unserved[p] ?? 0) + tidy(x[delta.peaks.unserved + d * width + p] ?? 0)
    }
    found.set(id, sums)
  }
  return found
}

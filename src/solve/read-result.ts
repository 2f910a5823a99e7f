import { owed } from './contracts.ts'
import type { DeltaProgramme } from './delta-programme.ts'
import type { Frame, Limits } from './frame.ts'
import { type PairFamily, pairFamilies } from './pair-items.ts'
import type { ClassResult, ContractResult, Series, SolveResult } from './result.ts'

type Quantities = Pick<
  SolveResult,
  | 'flow'
  | 'capacity'
  | 'output'
  | 'demand'
  | 'served'
  | 'unserved'
  | 'converted'
  | 'injection'
  | 'withdrawal'
  | 'level'
  | 'difference'
  | 'price'
  | 'classes'
  | 'contracts'
  | 'objectiveConstant'
>

/** Turns changes from the base back into quantities. `limits` are those of the day, as they truly were. */
export function readQuantities(
  frame: Frame,
  delta: DeltaProgramme,
  limits: Limits,
  x: Float64Array,
  prices: Float64Array,
): Quantities {
  const { width } = delta
  const { network } = frame.index
  const series = (value: (period: number) => number): Series =>
    Float64Array.from({ length: width }, (_, p) => value(p))
  const rate = (family: PairFamily, item: number) =>
    series((p) => {
      const at = item * width + p
      const base = frame.base[family][at] ?? 0
      return tidy(base - (x[delta.less[family] + at] ?? 0) + (x[delta.more[family] + at] ?? 0))
    })
  const rates = (family: PairFamily, ids: readonly { id: string }[]) =>
    new Map(ids.map((row, item) => [row.id, rate(family, item)]))
  const unserved = new Map(
    frame.index.finals.map((demand, d) => {
      const carrier = frame.index.carrierOf(frame.index.busOf(demand.bus))
      const steps = frame.index.steps.get(carrier) ?? []
      const first = delta.unserved[d] ?? 0
      const series = (frame.index.tiers.get(carrier) ?? []).map(() => new Float64Array(width))
      steps.forEach(({ tier }, k) => {
        const sum = series[tier]
        if (sum === undefined) return
        for (let p = 0; p < width; p++) sum[p] = (sum[p] ?? 0) + (x[first + k * width + p] ?? 0)
      })
      return [demand.id, series.map((values) => values.map(tidy))]
    }),
  )
  const asked = new Map(
    frame.index.finals.map((demand, d) => [demand.id, series((p) => limits.demand[d * width + p] ?? 0)]),
  )
  const taken = rates('market', frame.index.markets)
  const served = new Map(
    network.demands.map((demand) => {
      const wanted = asked.get(demand.id)
      if (wanted === undefined) return [demand.id, taken.get(demand.id) ?? new Float64Array(width)]
      const missing = unserved.get(demand.id) ?? []
      return [
        demand.id,
        wanted.map((value, p) => value - missing.reduce((sum, step) => sum + (step[p] ?? 0), 0)),
      ]
    }),
  )
  frame.index.markets.forEach((demand, m) => {
    asked.set(
      demand.id,
      series((p) => limits.pairs.market[m * width + p] ?? 0),
    )
  })
  return {
    flow: rates('link', network.links),
    capacity: new Map(
      network.links.map((link, item) => [
        link.id,
        series((p) => limits.pairs.link[item * width + p] ?? Number.NaN),
      ]),
    ),
    output: rates('supply', network.supplies),
    demand: new Map(
      network.demands.map((demand) => [demand.id, asked.get(demand.id) ?? new Float64Array(width)]),
    ),
    served,
    unserved,
    converted: rates('conversion', network.conversions),
    injection: rates('injection', network.stores),
    withdrawal: rates('withdrawal', network.stores),
    level: new Map(
      network.stores.map((store, s) => [
        store.id,
        series((p) => tidy((frame.baseLevel[s * width + p] ?? 0) + (x[delta.level + s * width + p] ?? 0))),
      ]),
    ),
    difference: new Map(
      frame.index.buses.map((bus, b) => [
        bus.id,
        series((p) => {
          const base = frame.baseDifference[b * width + p] ?? 0
          return tidy(base - Math.sign(base) * (x[delta.difference + b * width + p] ?? 0))
        }),
      ]),
    ),
    price: new Map(frame.index.buses.map((bus, b) => [bus.id, series((p) => prices[b * width + p] ?? 0)])),
    contracts: frame.contracts.map((of): ContractResult => {
      const { id, name } = of.contract
      const due = owed(frame, limits, of)
      const taken = of.links.reduce(
        (sum, link) =>
          sum +
          rate('link', link).reduce((total, flow, p) => total + flow * (frame.periods[p]?.days ?? 1), 0),
        0,
      )
      const deficiency = tidy(Math.max(0, due - taken))
      const suspended = tidy(owed(frame, frame.limits, of) - due)
      return { id, name, owed: due, suspended, taken, deficiency, payment: deficiency * of.price }
    }),
    classes: frame.classes.classes.map((of, c): ClassResult => {
      const block = delta.classes[c]
      const read = (items: readonly number[], first: number, id: (item: number) => string) =>
        new Map(items.map((item, n) => [id(item), series((p) => tidy(x[first + n * width + p] ?? 0))]))
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
    }),
    objectiveConstant: baseCost(frame),
  }
}

/** A run without an optimum has no numbers: an unfinished plan must not be taken for one. */
export function noQuantities(): Quantities {
  const none = <T>(): ReadonlyMap<string, T> => new Map<string, T>()
  return {
    flow: none(),
    capacity: none(),
    output: none(),
    demand: none(),
    served: none(),
    unserved: none(),
    converted: none(),
    injection: none(),
    withdrawal: none(),
    level: none(),
    difference: none(),
    price: none(),
    classes: [],
    contracts: [],
    objectiveConstant: 0,
  }
}

function baseCost(frame: Frame): number {
  const width = frame.periods.length
  let sum = 0
  for (const family of pairFamilies) {
    frame.items[family].forEach((item, i) => {
      for (let p = 0; p < width; p++) {
        sum += (frame.base[family][i * width + p] ?? 0) * item.cost * (frame.periods[p]?.days ?? 1)
      }
    })
  }
  return sum
}

/** What the solver leaves of zero is zero. */
function tidy(value: number): number {
  return Math.abs(value) < 1e-7 ? 0 : value
}

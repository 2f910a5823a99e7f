import { isAnyIn } from '../linear/sparse-sum.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import type { Frame, Limits } from '../model/frame.ts'
import { type PairFamily, pairFamilies } from '../network/pair-items.ts'
import type { Series, SolveResult } from '../result.ts'
import { readClasses, readContracts, readPeaks } from './read-parts.ts'
import { tidied, tidy } from './tidy.ts'

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
  | 'peaks'
  | 'built'
  | 'objectiveConstant'
>

/** A plan of changes. */
interface Changes {
  readonly x: Float64Array
  /** Columns of `x` that are not zero, in order. */
  readonly nonZero: Int32Array
}

interface Plan extends Changes {
  /** Those of the day, as they truly were. */
  readonly limits: Limits
  readonly prices: Float64Array
}

/** Reads quantities of plans out of one programme. */
export interface QuantityReader {
  readonly read: (plan: Plan) => Quantities
  /** Of the quantities only what goes unserved. */
  readonly unserved: (plan: Changes) => Quantities['unserved']
}

/**
 * Turns changes from the base back into quantities. Where nothing changed, the series of the base is given and not a copy: most of a network is untouched by most shocks.
 */
export function quantityReader(frame: Frame, delta: DeltaProgramme): QuantityReader {
  const { width } = delta
  const split = (values: Float64Array): readonly Series[] =>
    Array.from({ length: values.length / width }, (_, item) =>
      tidied(values.slice(item * width, (item + 1) * width)),
    )
  const items = (values: Float64Array): readonly Series[] =>
    Array.from({ length: values.length / width }, (_, item) => values.slice(item * width, (item + 1) * width))
  let prices: readonly Series[] | null = null
  const base: Omit<BaseSeries, 'price' | 'unserved'> = {
    rates: {
      link: split(frame.base.link),
      supply: split(frame.base.supply),
      market: split(frame.base.market),
      conversion: split(frame.base.conversion),
      injection: split(frame.base.injection),
      withdrawal: split(frame.base.withdrawal),
    },
    level: split(frame.baseLevel),
    difference: split(frame.baseDifference),
    capacity: items(frame.limits.pairs.link),
    asked: items(frame.limits.demand),
    outlet: items(frame.limits.pairs.market),
    cost: baseCost(frame),
    nothing: new Float64Array(width),
  }
  const nothingShort = frame.index.finals.map(({ bus }) => {
    const tiers = frame.index.tiers.get(frame.index.carrierOf(frame.index.busOf(bus))) ?? []
    return tiers.map(() => base.nothing)
  })
  const unserved = (plan: Changes) => readUnserved(frame, delta, nothingShort, plan)
  return {
    unserved,
    read: (plan) => {
      // The first run is that of the base.
      prices ??= items(plan.prices)
      return readQuantities(frame, delta, { ...base, price: prices, unserved: unserved(plan) }, plan)
    },
  }
}

/** By final demand and tier; `nothingShort` where a demand gets all that it asks for. */
function readUnserved(
  { index }: Frame,
  { width, unserved }: DeltaProgramme,
  nothingShort: readonly (readonly Series[])[],
  { x, nonZero }: Changes,
): Quantities['unserved'] {
  return new Map(
    index.finals.map((demand, d) => {
      const none = nothingShort[d] ?? []
      const steps = index.steps.get(index.carrierOf(index.busOf(demand.bus))) ?? []
      const first = unserved[d] ?? 0
      if (!isAnyIn(nonZero, first, first + steps.length * width)) return [demand.id, none]
      const series = [...none]
      for (const [k, { tier }] of steps.entries()) {
        const from = first + k * width
        if (!isAnyIn(nonZero, from, from + width) || series[tier] === undefined) continue
        series[tier] = series[tier].map((sum, p) => sum + (x[from + p] ?? 0))
      }
      return [demand.id, series.map((step, tier) => (step === none[tier] ? step : tidied(step)))]
    }),
  )
}

interface BaseSeries {
  readonly rates: Readonly<Record<PairFamily, readonly Series[]>>
  readonly level: readonly Series[]
  readonly difference: readonly Series[]
  readonly capacity: readonly Series[]
  readonly asked: readonly Series[]
  readonly outlet: readonly Series[]
  readonly price: readonly Series[]
  /** That of the plan. */
  readonly unserved: Quantities['unserved']
  /** EUR over the horizon. */
  readonly cost: number
  readonly nothing: Series
}

function readQuantities(
  frame: Frame,
  delta: DeltaProgramme,
  base: BaseSeries,
  { limits, x, nonZero, prices }: Plan,
): Quantities {
  const { width } = delta
  const { nothing, unserved } = base
  const isZero = (first: number): boolean => !isAnyIn(nonZero, first, first + width)
  const { network } = frame.index
  /** `values` of one item. Plain loops: these are most of what a small run costs. */
  const part = (values: Float64Array, item: number): Series => values.slice(item * width, (item + 1) * width)
  /** The same where it is what `before` holds: a series of its own for each would be most of what a small run leaves. */
  const partOr = (before: Series | undefined, values: Float64Array, item: number): Series => {
    if (before === undefined) return part(values, item)
    for (let p = 0; p < width; p++) {
      if (!Object.is(values[item * width + p], before[p])) return part(values, item)
    }
    return before
  }
  const rate = (family: PairFamily, item: number): Series => {
    const before = base.rates[family][item] ?? nothing
    const [less, more] = [delta.less[family] + item * width, delta.more[family] + item * width]
    if (isZero(less) && isZero(more)) return before
    return before.map((value, p) => tidy(value - (x[less + p] ?? 0) + (x[more + p] ?? 0)))
  }
  const rates = (family: PairFamily, ids: readonly { id: string }[]) =>
    new Map(ids.map((row, item) => [row.id, rate(family, item)]))
  const asked = new Map(
    frame.index.finals.map((demand, d) => [demand.id, partOr(base.asked[d], limits.demand, d)]),
  )
  const taken = rates('market', frame.index.markets)
  const served = new Map(
    network.demands.map((demand) => {
      const wanted = asked.get(demand.id)
      if (wanted === undefined) return [demand.id, taken.get(demand.id) ?? nothing]
      const short = (unserved.get(demand.id) ?? []).filter((step) => step !== nothing)
      if (short.length === 0) return [demand.id, wanted]
      const got = wanted.slice()
      const missing = new Float64Array(width)
      for (const step of short) {
        for (let p = 0; p < width; p++) missing[p] = (missing[p] ?? 0) + (step[p] ?? 0)
      }
      for (let p = 0; p < width; p++) got[p] = (got[p] ?? 0) - (missing[p] ?? 0)
      return [demand.id, got]
    }),
  )
  frame.index.markets.forEach((demand, m) => {
    asked.set(demand.id, partOr(base.outlet[m], limits.pairs.market, m))
  })
  return {
    flow: rates('link', network.links),
    capacity: new Map(
      network.links.map((link, item) => [link.id, partOr(base.capacity[item], limits.pairs.link, item)]),
    ),
    output: rates('supply', network.supplies),
    demand: new Map(network.demands.map((demand) => [demand.id, asked.get(demand.id) ?? nothing])),
    served,
    unserved,
    converted: rates('conversion', network.conversions),
    injection: rates('injection', network.stores),
    withdrawal: rates('withdrawal', network.stores),
    level: new Map(
      network.stores.map((store, s) => {
        const level = base.level[s] ?? nothing
        const first = delta.level + s * width
        if (isZero(first)) return [store.id, level]
        return [store.id, level.map((value, p) => tidy(value + (x[first + p] ?? 0)))]
      }),
    ),
    difference: new Map(
      frame.index.buses.map((bus, b) => {
        const before = base.difference[b] ?? nothing
        const first = delta.difference + b * width
        if (isZero(first)) return [bus.id, before]
        return [bus.id, before.map((value, p) => tidy(value - Math.sign(value) * (x[first + p] ?? 0)))]
      }),
    ),
    price: new Map(frame.index.buses.map((bus, b) => [bus.id, partOr(base.price[b], prices, b)])),
    contracts: readContracts(frame, limits, (link) => rate('link', link)),
    classes: readClasses(frame, delta, x),
    built: frame.expansions.map(({ extendable, unit }, at) => ({
      asset: extendable.asset,
      value: tidy(x[delta.expansion.column + at] ?? 0),
      unit,
    })),
    peaks: readPeaks(frame, delta, limits, x),
    objectiveConstant: base.cost,
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
    peaks: none(),
    built: [],
    objectiveConstant: 0,
  }
}

function baseCost(frame: Frame): number {
  const width = frame.periods.length
  const days = frame.periods.map((period) => period.days)
  let sum = 0
  for (const family of pairFamilies) {
    const base = frame.base[family]
    frame.items[family].forEach(({ cost }, i) => {
      if (cost === 0) return
      for (let p = 0; p < width; p++) sum += (base[i * width + p] ?? 0) * cost * (days[p] ?? 1)
    })
  }
  return sum
}

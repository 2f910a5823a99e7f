import type { SolveResult } from '../../solve/result.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { meanOver, type Stretch } from './over-time.ts'

/** By how much more of each kind some buses are supplied in a run than in the base; rates per day, below zero less. */
export interface CoveredBy {
  readonly storage: number
  readonly output: number
  readonly terminals: number
  readonly imports: number
  readonly unserved: number
  /** What final users are asked for more, or, in another carrier, what plants take less. */
  readonly asked: number
}

/** The balance of some buses over a stretch, run less base: what is asked more is met by what is given more. */
export function coveredBy(
  { network }: Pick<Answered, 'network'>,
  run: Pick<ScenarioRun, 'base'>,
  of: { readonly result: SolveResult; readonly buses: ReadonlySet<string>; readonly over: Stretch },
): CoveredBy {
  const { result, buses, over } = of
  const change = (pick: (from: SolveResult) => ArrayLike<number> | undefined): number =>
    meanOver(pick(result), result.periods, over) - meanOver(pick(run.base), run.base.periods, over)
  const sum = <Row>(rows: readonly Row[], each: (row: Row) => number): number =>
    rows.reduce((total, row) => total + each(row), 0)
  const days = over.to - over.from
  const storage = sum(
    network.stores.filter(({ bus }) => buses.has(bus)),
    ({ id }) => (levelAt(run.base, id, over.to) - levelAt(result, id, over.to)) / days,
  )
  const demands = network.demands.filter(({ bus, kind }) => buses.has(bus) && kind === 'final')
  return {
    storage,
    output: sum(
      network.supplies.filter(({ bus }) => buses.has(bus)),
      ({ id }) => change((from) => from.output.get(id)),
    ),
    terminals: sum(
      network.conversions.filter(({ to }) => buses.has(to)),
      ({ id, efficiency }) => efficiency * change((from) => from.converted.get(id)),
    ),
    imports:
      sum(
        network.links.filter(({ from, to }) => buses.has(to) && !buses.has(from)),
        ({ id }) => change((from) => from.flow.get(id)),
      ) -
      sum(
        network.links.filter(({ from, to }) => buses.has(from) && !buses.has(to)),
        ({ id }) => change((from) => from.flow.get(id)),
      ),
    unserved: sum(demands, ({ id }) =>
      sum([...(result.unserved.get(id) ?? []).keys()], (tier) =>
        change((from) => from.unserved.get(id)?.[tier]),
      ),
    ),
    asked: sum(demands, ({ id }) => change((from) => from.demand.get(id))),
  }
}

/** Level at the end of a day, between the ends of its period. */
export function levelAt(result: SolveResult, store: string, day: number): number {
  const levels = result.level.get(store)
  const initial = result.network.stores.find(({ id }) => id === store)?.level.value ?? 0
  let [end, before] = [0, initial]
  for (const [index, period] of result.periods.entries()) {
    const level = levels?.[index] ?? before
    if (day <= end + period.days) return before + ((level - before) * (day - end)) / period.days
    end += period.days
    before = level
  }
  return before
}

import type { Highs } from 'highs'
import type { RunLimits } from '../linear/optimise.ts'
import { ProgrammeBuilder } from '../linear/programme.ts'
import { solveToEnd } from '../linear/solve-to-end.ts'
import { tieBreak, tieBreakAt } from '../linear/tie-break.ts'
import { type NetworkIndex, storeInjection, storeWithdrawal } from '../network/network-index.ts'
import type { Season } from '../network/season.ts'
import type { Adjustment } from './base-case.ts'
import {
  type Observation,
  observationsOf,
  SMALL_SHARE,
  type Target,
  type Trust,
  WEIGHT_SCALE,
} from './observation.ts'

/*
 * Reconciliation (docs/model.md, base). For each season s of d_s days and figure q with target t and reconciled
 * value t - a + b:
 *
 *   minimise  Σ_s d_s ( Σ_q w_q (a_qs + b_qs) + w_e (e⁺_s + e⁻_s) + w_z (inj_s + wd_s) )
 *   balance   Σ_in (1 - loss) f - Σ_out f + output + wd + Σ_in η x - Σ_out x + e⁺ = demand + inj + e⁻
 *   stock     L_s = L_(s-1) + d_s (inj_s - wd_s),   0 ≤ L_s ≤ volume
 *   bounds    0 ≤ a ≤ t,   0 ≤ b ≤ capacity - t
 */
export interface Reconciled {
  readonly seasons: readonly Season[]
  /** Value of item i in season s at `i * seasons.length + s`, items in the order of the network's rows. */
  readonly flow: Float64Array
  readonly output: Float64Array
  readonly demand: Float64Array
  readonly converted: Float64Array
  readonly injection: Float64Array
  readonly withdrawal: Float64Array
  /** By bus: above zero a source that no row explains. */
  readonly difference: Float64Array
  readonly adjustments: readonly Adjustment[]
}

/** A difference that no row explains costs more than moving several figures, however small and well trusted. */
const DIFFERENCE_WEIGHT = 5000 * WEIGHT_SCALE
const SWING_WEIGHT = 0.2 * WEIGHT_SCALE
const LISTED_SHARE = 0.005

interface Block {
  readonly item: Observation
  /** Columns of each season; more than one where moving further costs more. */
  readonly less: readonly (readonly number[])[]
  readonly more: readonly (readonly number[])[]
  readonly targets: readonly Target[]
}

/**
 * Least weighted change that makes the observations agree. Always feasible: differences are explicit. `trust`:
 * how far figures of another period are believed; absent: all are of this one.
 */
export function reconcile(
  highs: Highs,
  index: NetworkIndex,
  seasons: readonly Season[],
  limits: RunLimits,
  trust?: Trust,
): Reconciled {
  const count = seasons.length
  const builder = new ProgrammeBuilder()
  const observations = observationsOf(index, trust)
  const imbalance = new Float64Array(index.buses.length * count)
  for (let row = 0; row < imbalance.length; row++) builder.addRow(0, 0)
  const days = (season: number): number => seasons[season]?.days ?? 1

  const add = (item: Observation): Block => {
    const targets = seasons.map(item.target)
    targets.forEach((target, season) => {
      for (const [bus, coefficient] of item.entries) {
        const row = bus * count + season
        imbalance[row] = (imbalance[row] ?? 0) + coefficient * target.value
      }
    })
    const columns = (sign: 1 | -1) =>
      targets.map((target, season) => {
        const weight = sign === 1 ? target.weightAbove : target.weightBelow
        const room = Math.max(0, sign === 1 ? target.ceiling - target.value : target.value)
        return stepsOf(room, item.spread ? target.value : null).map(({ width, times }) => {
          const column = builder.addColumn(
            days(season) * weight * times * apart(item.figure, season),
            0,
            width,
          )
          for (const [bus, coefficient] of item.entries)
            builder.entry(bus * count + season, sign * coefficient)
          return column
        })
      })
    return { item, targets, less: columns(-1), more: columns(1) }
  }
  const flow = observations.flow.map(add)
  const output = observations.output.map(add)
  const demand = observations.demand.map(add)
  const converted = observations.converted.map(add)
  const swings = index.network.stores.map((store) => addSwing(builder, index, seasons, store))
  const expected = index.buses.map((bus) => trust?.difference?.(bus.id) ?? null)
  expected.forEach((of, at) => {
    for (let row = at * count; of !== null && row < (at + 1) * count; row++)
      imbalance[row] = (imbalance[row] ?? 0) + of.expected
  })
  const differences = index.buses.map((bus, at) =>
    seasons.map((_, season) => {
      const known = expected[at]?.weight
      const weight = days(season) * (known ?? DIFFERENCE_WEIGHT / index.scaleOf(bus.carrier))
      return [1, -1].map((sign) => {
        const column = builder.addColumn(
          weight * apart(`${bus.id} ${sign}`, season),
          0,
          Number.POSITIVE_INFINITY,
        )
        builder.entry(at * count + season, sign)
        return column
      })
    }),
  )

  const programme = builder.finish()
  imbalance.forEach((value, row) => {
    programme.rowLower[row] = -value
    programme.rowUpper[row] = -value
  })
  const optimum = solveToEnd(highs, programme, limits, 'the base could not be reconciled')
  const at = (column: number | undefined): number => (column === undefined ? 0 : (optimum.x[column] ?? 0))
  const moved = (columns: readonly number[] | undefined): number =>
    (columns ?? []).reduce((sum, column) => sum + at(column), 0)
  const values = (blocks: readonly Block[]) =>
    packed(
      blocks.map((block) =>
        seasons.map((_, s) =>
          clean((block.targets[s]?.value ?? 0) - moved(block.less[s]) + moved(block.more[s])),
        ),
      ),
      count,
    )
  const difference = packed(
    differences.map((bus, b) =>
      bus.map(([source, use]) => clean((expected[b]?.expected ?? 0) + at(source) - at(use))),
    ),
    count,
  )
  return {
    seasons,
    flow: values(flow),
    output: values(output),
    demand: values(demand),
    converted: values(converted),
    injection: packed(
      swings.map((swing) => swing.injection.map((column) => clean(at(column)))),
      count,
    ),
    withdrawal: packed(
      swings.map((swing) => swing.withdrawal.map((column) => clean(at(column)))),
      count,
    ),
    difference,
    adjustments: [
      ...listAdjustments([...flow, ...output, ...demand, ...converted], seasons, moved),
      ...listDifferences(index, seasons, difference),
    ].sort((a, b) => size(b) - size(a) || (a.figure < b.figure ? -1 : 1)),
  }
}

/**
 * Moving a flow of an earlier period costs three times as much beyond 15 % of it, ten times beyond 50 %, and so does
 * a flow where there was none; assumed.
 */
function stepsOf(room: number, earlier: number | null): { width: number; times: number }[] {
  if (earlier === null) return [{ width: room, times: 1 }]
  if (earlier <= 0) return [{ width: room, times: 10 }]
  const first = Math.min(room, 0.15 * earlier)
  const second = Math.min(room - first, 0.35 * earlier)
  return [
    { width: first, times: 1 },
    { width: second, times: 3 },
    { width: room - first - second, times: 10 },
  ]
}

/** Near one and different for each figure and season, so that of equal reconciliations one is chosen. */
function apart(id: string, season: number): number {
  const tie = tieBreak(id)
  return 1 + 0.05 * tie + 0.01 * tieBreakAt(tie, season)
}

function addSwing(
  builder: ProgrammeBuilder,
  index: NetworkIndex,
  seasons: readonly Season[],
  store: NetworkIndex['network']['stores'][number],
): { injection: number[]; withdrawal: number[] } {
  const bus = index.busOf(store.bus)
  const stock = seasons.map((_, s) => {
    const opening = s === 0 ? store.level.value : 0
    return builder.addRow(opening, opening)
  })
  const scale = index.scaleOf(index.carrierOf(bus))
  const weight = SWING_WEIGHT / Math.max(store.withdrawal.value, scale * SMALL_SHARE)
  const rates = (limit: number, sign: 1 | -1) =>
    seasons.map((season, s) => {
      const column = builder.addColumn(season.days * weight * apart(`${store.id} ${sign}`, s), 0, limit)
      builder.entry(bus * seasons.length + s, -sign)
      builder.entry(stock[s] ?? 0, -sign * season.days)
      return column
    })
  const injection = rates(storeInjection(store), 1)
  const withdrawal = rates(storeWithdrawal(store), -1)
  stock.forEach((row, s) => {
    builder.addColumn(0, 0, Math.max(store.volume.value, store.level.value))
    builder.entry(row, 1)
    const next = stock[s + 1]
    if (next !== undefined) builder.entry(next, -1)
  })
  return { injection, withdrawal }
}

function packed(rows: readonly (readonly number[])[], seasons: number): Float64Array {
  const array = new Float64Array(rows.length * seasons)
  rows.forEach((row, item) => {
    array.set(row, item * seasons)
  })
  return array
}

/** What the solver leaves behind of zero. */
function clean(value: number): number {
  return Math.abs(value) < 1e-7 ? 0 : value
}

function size(of: Adjustment): number {
  return Math.abs(of.reconciled - of.observed) / Math.max(Math.abs(of.observed), 1e-9)
}

function listAdjustments(
  blocks: readonly Block[],
  seasons: readonly Season[],
  sumOf: (columns: readonly number[] | undefined) => number,
): Adjustment[] {
  const listed: Adjustment[] = []
  for (const { item, less, more, targets } of blocks) {
    if (!item.isObserved) continue
    seasons.forEach((season, s) => {
      const observed = targets[s]?.value ?? 0
      const moved = sumOf(more[s]) - sumOf(less[s])
      if (Math.abs(moved) <= LISTED_SHARE * Math.max(observed, 1e-6)) return
      const { figure, name, unit } = item
      listed.push({ figure, name, month: season.label, observed, reconciled: observed + moved, unit })
    })
  }
  return listed
}

function listDifferences(
  index: NetworkIndex,
  seasons: readonly Season[],
  difference: Float64Array,
): Adjustment[] {
  return index.buses.flatMap((bus, at) =>
    seasons.flatMap((season, s): Adjustment[] => {
      const value = difference[at * seasons.length + s] ?? 0
      if (value === 0) return []
      const figure = `${bus.id}/difference`
      const name = `${bus.id}, difference that no figure explains`
      return [{ figure, name, month: season.label, observed: 0, reconciled: value, unit: index.unitOf(at) }]
    }),
  )
}

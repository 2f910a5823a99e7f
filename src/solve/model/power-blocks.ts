import type { Highs } from 'highs'
import type { NetworkSupply } from '../../atlas/network.ts'
import { CorridorError } from '../../core/errors.ts'
import type { RunLimits } from '../linear/optimise.ts'
import { ProgrammeBuilder } from '../linear/programme.ts'
import { solveToEnd } from '../linear/solve-to-end.ts'
import { tieBreak } from '../linear/tie-break.ts'
import type { NetworkIndex } from '../network/network-index.ts'
import { type PairFamily, type PairItem, pairFamilies } from '../network/pair-items.ts'
import { type Period, periodFactor } from '../time-grid.ts'

/** Something that gives power to a zone or takes it, in the hours of peak. */
export interface PeakItem {
  readonly family: PairFamily
  /** Index within its family. */
  readonly item: number
  readonly id: string
  readonly name: string
  readonly bus: number
  /** What one unit adds to buses with blocks, by their place among these. */
  readonly entries: readonly (readonly [place: number, coefficient: number])[]
}

/** The hours of peak of power zones (docs/model.md, peak and off-peak); arrays are item by period. */
export interface PowerBlocks {
  /** Share of the day that the peak block takes, above 0 and under 1. */
  readonly share: number
  /** Buses that have blocks. */
  readonly buses: readonly number[]
  readonly items: readonly PeakItem[]
  /** Final demands at these buses, by index among final demands, with the place of their bus. */
  readonly demands: readonly { readonly final: number; readonly place: number }[]
  /** Rate in the hours of peak before the shock. */
  readonly base: Float64Array
  /** The most that it can give there before the shock; NaN where no limit is known. */
  readonly most: Float64Array
  /** Rate asked in the hours of peak over the mean rate of the period, demand by period. */
  readonly shape: Float64Array
}

export interface BlockInputs {
  readonly index: NetworkIndex
  readonly periods: readonly Period[]
  /** Season of each period: within one, all that stands here is the same. */
  readonly seasonOf: Int32Array
  readonly items: Readonly<Record<PairFamily, readonly PairItem[]>>
  readonly base: Readonly<Record<PairFamily, Float64Array>>
  readonly limits: Readonly<Record<PairFamily, Float64Array>>
  readonly baseDemand: Float64Array
  /** Source (above zero) or use that no figure explains, bus by period. */
  readonly baseDifference: Float64Array
}

const MISSING_COST = 1_000

/** Blocks of a network that states them, with the base in the hours of peak; null where it states none. */
export function powerBlocks(highs: Highs, inputs: BlockInputs, limits: RunLimits): PowerBlocks | null {
  const { periods, seasonOf } = inputs
  const first = [...new Set(seasonOf)].map((season) => seasonOf.indexOf(season))
  const narrow = (values: Float64Array): Float64Array =>
    Float64Array.from({ length: (values.length / periods.length) * first.length }, (_, at) => {
      const item = Math.floor(at / first.length)
      return values[item * periods.length + (first[at % first.length] ?? 0)] ?? 0
    })
  const widen = (values: Float64Array): Float64Array =>
    Float64Array.from({ length: (values.length / first.length) * periods.length }, (_, at) => {
      const item = Math.floor(at / periods.length)
      return values[item * first.length + (seasonOf[at % periods.length] ?? 0)] ?? 0
    })
  const each = (of: BlockInputs['base']): BlockInputs['base'] => {
    const { link, supply, market, conversion, injection, withdrawal } = of
    return {
      link: narrow(link),
      supply: narrow(supply),
      market: narrow(market),
      conversion: narrow(conversion),
      injection: narrow(injection),
      withdrawal: narrow(withdrawal),
    }
  }
  const found = blocksBySeason(
    highs,
    {
      ...inputs,
      periods: first.flatMap((at) => periods[at] ?? []),
      base: each(inputs.base),
      limits: each(inputs.limits),
      baseDemand: narrow(inputs.baseDemand),
      baseDifference: narrow(inputs.baseDifference),
    },
    limits,
  )
  if (found === null) return null
  return { ...found, base: widen(found.base), most: widen(found.most), shape: widen(found.shape) }
}

function blocksBySeason(highs: Highs, inputs: BlockInputs, limits: RunLimits): PowerBlocks | null {
  const { index, periods } = inputs
  const stated = index.network.powerBlocks
  const buses = index.buses.flatMap((bus, at) => (bus.carrier === 'power' ? [at] : []))
  if (stated === undefined || buses.length === 0) return null
  const share = stated.hours / 24
  if (!(share > 0 && share < 1)) {
    throw new CorridorError(
      'network_invalid',
      `The peak block of power has ${stated.hours} hours; give more than 0 and fewer than 24.`,
    )
  }
  const placeOf = new Map(buses.map((bus, place) => [bus, place]))
  const items = pairFamilies.flatMap((family) =>
    inputs.items[family].flatMap(({ id, name, bus, entries }, item): PeakItem[] => {
      const own = entries.flatMap(([at, coefficient]) => {
        const place = placeOf.get(at)
        return place === undefined ? [] : [[place, coefficient] as const]
      })
      return own.length === 0 ? [] : [{ family, item, id, name, bus, entries: own }]
    }),
  )
  const demands = index.finals.flatMap((demand, final) => {
    const place = placeOf.get(index.busOf(demand.bus))
    return place === undefined ? [] : [{ final, place }]
  })
  const width = periods.length
  const asked = Float64Array.from({ length: demands.length * width }, (_, at) => {
    const demand = index.finals[demands[Math.floor(at / width)]?.final ?? 0]
    const period = periods[at % width]
    if (demand === undefined || period === undefined) return 1
    const mean = demand.rate.value * Math.max(...(demand.profile.length === 0 ? [1] : demand.profile))
    const highest = demand.peak == null || !(mean > 0) ? stated.overMonth : demand.peak.value / mean
    const excess = Math.max(0, highest - 1)
    const isHighest = period.peak || periodFactor(demand.profile, period) <= 0
    return 1 + (isHighest ? 1 : stated.ordinary) * excess
  })
  const most = Float64Array.from({ length: items.length * width }, (_, at) => {
    const of = items[Math.floor(at / width)]
    if (of === undefined) return Number.NaN
    const place = of.item * width + (at % width)
    const limit = inputs.limits[of.family][place] ?? Number.NaN
    const base = inputs.base[of.family][place] ?? 0
    const supply = of.family === 'supply' ? index.network.supplies[of.item] : undefined
    return supply === undefined ? Math.max(limit, base) : Math.max(base, swing(supply, limit, stated.swing))
  })
  const draft = { share, buses, items, demands, most, shape: asked, base: new Float64Array(most.length) }
  return settle(highs, inputs, draft, limits)
}

/** A source can hold back for the hours of peak what it gives by the day, as far as its plants go. */
function swing(supply: NetworkSupply, limit: number, times: number): number {
  const installed = supply.peak?.value ?? Number.POSITIVE_INFINITY
  return Math.max(limit, Math.min(installed, times * limit))
}

/**
 * The base in the hours of peak: for each period the rates π nearest to targets (the mean rate, of sources with the
 * shape of their zone's demand) that balance,
 *
 *   minimise Σ |π − t| + 1000 (e⁺ + e⁻)  with  Σ a π + e⁺ − e⁻ + ē = Σ s D  at each bus,
 *   max(0, (r − (1−w) K) / w) ≤ π ≤ min(M, r / w),
 *
 * and the peak that cannot be met (e⁺) taken off the demand's shape.
 */
function settle(highs: Highs, inputs: BlockInputs, draft: PowerBlocks, limits: RunLimits): PowerBlocks {
  const { share, buses, items, demands, most, shape } = draft
  const width = inputs.periods.length
  const builder = new ProgrammeBuilder()
  const wanted = new Float64Array(buses.length * width)
  const mean = new Float64Array(buses.length * width)
  demands.forEach(({ final, place }, d) => {
    for (let p = 0; p < width; p++) {
      const rate = inputs.baseDemand[final * width + p] ?? 0
      wanted[place * width + p] = (wanted[place * width + p] ?? 0) + (shape[d * width + p] ?? 1) * rate
      mean[place * width + p] = (mean[place * width + p] ?? 0) + rate
    }
  })
  const needs = wanted.map((value, at) => {
    const bus = buses[Math.floor(at / width)] ?? 0
    return value - (inputs.baseDifference[bus * width + (at % width)] ?? 0)
  })
  const targets = new Float64Array(items.length * width)
  items.forEach((of, i) => {
    const place = of.entries[0]?.[0] ?? 0
    const follows = of.family === 'supply' || of.family === 'conversion' || of.family === 'withdrawal'
    for (let p = 0; p < width; p++) {
      const at = of.item * width + p
      const rate = inputs.base[of.family][at] ?? 0
      const top = inputs.limits[of.family][at] ?? Number.NaN
      const local = mean[place * width + p] ?? 0
      const form = follows && local > 0 ? (wanted[place * width + p] ?? 0) / local : 1
      const high = Math.min(rate / share, orEndless(most[i * width + p] ?? Number.NaN))
      const low = Math.max(0, (rate - (1 - share) * Math.max(rate, orEndless(top))) / share)
      targets[i * width + p] = Math.max(low, Math.min(high, rate * form))
    }
  })
  for (const need of needs) builder.addRow(need, need)
  items.forEach((of, i) => {
    for (let p = 0; p < width; p++) {
      const at = of.item * width + p
      const rate = inputs.base[of.family][at] ?? 0
      const top = Math.max(rate, orEndless(inputs.limits[of.family][at] ?? Number.NaN))
      const high = Math.min(rate / share, orEndless(most[i * width + p] ?? Number.NaN))
      const low = Math.max(0, (rate - (1 - share) * top) / share)
      const target = targets[i * width + p] ?? 0
      for (const [sign, room] of [
        [-1, target - low],
        [1, high - target],
      ] as const) {
        builder.addColumn(1 + 0.05 * tieBreak(of.id), 0, Math.max(0, room))
        for (const [place, coefficient] of of.entries) {
          builder.entry(place * width + p, sign * coefficient)
        }
      }
    }
  })
  const missing = builder.columns
  for (let at = 0; at < needs.length; at++) {
    for (const sign of [1, -1]) {
      builder.addColumn(MISSING_COST, 0, Number.POSITIVE_INFINITY)
      builder.entry(at, sign)
    }
  }
  const programme = builder.finish()
  items.forEach((of, i) => {
    for (let p = 0; p < width; p++) {
      for (const [place, coefficient] of of.entries) {
        const row = place * width + p
        const fixed = coefficient * (targets[i * width + p] ?? 0)
        programme.rowLower[row] = (programme.rowLower[row] ?? 0) - fixed
        programme.rowUpper[row] = (programme.rowUpper[row] ?? 0) - fixed
      }
    }
  })
  const optimum = solveToEnd(highs, programme, limits, 'the hours of peak could not be settled')
  const x = (column: number) => optimum.x[column] ?? 0
  const base = targets.map((target, at) => Math.max(0, target - x(2 * at) + x(2 * at + 1)))
  const met = wanted.map((value, at) => (value > 0 ? Math.max(0, 1 - x(missing + 2 * at) / value) : 1))
  return {
    ...draft,
    base,
    shape: shape.map((value, at) => {
      const place = demands[Math.floor(at / width)]?.place ?? 0
      return value * (met[place * width + (at % width)] ?? 1)
    }),
  }
}

function orEndless(limit: number): number {
  return Number.isNaN(limit) ? Number.POSITIVE_INFINITY : limit
}

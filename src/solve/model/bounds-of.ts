import { CorridorError } from '../../core/errors.ts'
import { type Bounds, type Draft, emptyBounds } from '../linear/bounds.ts'
import { type PairFamily, pairFamilies } from '../network/pair-items.ts'
import { boundClasses } from './class-programme.ts'
import { leastChange } from './contracts.ts'
import type { DeltaProgramme } from './delta-programme.ts'
import { SHORTFALL_STEPS } from './end-values.ts'
import { boundExpansions } from './expansion-programme.ts'
import type { Frame, Limits } from './frame.ts'
import { boundPeaks } from './peak-programme.ts'
import { boundVoltage } from './voltage-law.ts'

/** Room above the base in a period: NaN as limit means that none is known. */
function roomAbove(frame: Frame, family: PairFamily, at: number, base: number, limit: number): number {
  if (family === 'link') {
    const room = Number.isNaN(limit) ? (frame.unknownRoom[at] ?? 0) : Math.max(0, limit - base)
    return (frame.linkShare[at] ?? 0) * room
  }
  if (Number.isNaN(limit)) return 0
  if (family !== 'supply') return Math.max(0, limit - base)
  // What a scenario adds to a source is there when it says so; spare capacity that it had before comes with time.
  const before = Math.min(limit, frame.limits.pairs.supply[at] ?? 0)
  return (
    (frame.supplyShare[at] ?? 0) * Math.max(0, before - base) + Math.max(0, limit - Math.max(before, base))
  )
}

/**
 * All bounds from the limits of the day (docs/model.md, limits). With base f̄, limit K and open share s:
 *
 *   max(0, f̄ - K) ≤ less ≤ f̄,     0 ≤ more ≤ s · max(0, K - f̄)
 *
 * A shock is nothing but other limits; the undisturbed programme has every bound at or around zero. `over` holds the
 * bounds of `frame.limits`, where they are known: only what differs is worked out, and written over them.
 */
export function boundsOf(frame: Frame, delta: DeltaProgramme, limits: Limits, over?: Draft): Bounds {
  const isWhole = over === undefined
  const bounds = over ?? { ...emptyBounds(delta.programme), touch: () => {}, touchAll: () => {} }
  if (isWhole) clear(delta, bounds)
  // Those of classes, peaks and what may be built are written whole.
  else if (delta.classes.length > 0 || delta.peaks !== null || delta.expansion.count > 0) bounds.touchAll()
  for (const family of pairFamilies) boundPairs(frame, delta, limits, { family, isWhole }, bounds)
  for (let at = 0; at < limits.sideRoom.length; at++) {
    const room = limits.sideRoom[at] ?? 0
    const row = delta.sideRow + at
    if (room === 0) continue
    bounds.rowLower[row] = (bounds.rowLower[row] ?? 0) - room
    bounds.rowUpper[row] = (bounds.rowUpper[row] ?? 0) + room
  }
  boundClasses(frame, delta, limits, bounds)
  boundPeaks(frame, delta.peaks, limits, bounds)
  frame.contracts.forEach((of, at) => {
    bounds.rowLower[delta.contractRow + at] = leastChange(frame, limits, of)
    if (isWhole) bounds.upper[delta.deficiency + at] = Number.POSITIVE_INFINITY
  })
  nominate(frame, delta, limits, bounds)
  boundExpansions(frame, delta, limits, bounds)
  boundVoltage(frame, delta.voltage, limits, bounds)
  boundDemands(frame, delta, limits, { isWhole }, bounds)
  if (isWhole) boundStores(frame, delta, bounds)
  bounds.rowLower.set(limits.stockJump, delta.stockRow)
  bounds.rowUpper.set(limits.stockJump, delta.stockRow)
  return bounds
}

function clear({ programme }: DeltaProgramme, bounds: Bounds): void {
  bounds.lower.fill(0)
  bounds.upper.fill(0)
  bounds.rowLower.set(programme.rowLower)
  bounds.rowUpper.set(programme.rowUpper)
}

/** The same number, or both unknown. */
function isSame(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b))
}

function isSameSeries(a: Float64Array, b: Float64Array): boolean {
  for (let at = 0; at < a.length; at++) if (!isSame(a[at] ?? 0, b[at] ?? 0)) return false
  return true
}

function boundPairs(
  frame: Frame,
  delta: DeltaProgramme,
  limits: Limits,
  { family, isWhole }: { readonly family: PairFamily; readonly isWhole: boolean },
  { lower, upper, touch }: Draft,
): void {
  const base = frame.base[family]
  const usual = frame.limits.pairs[family]
  const limit = limits.pairs[family]
  const [less, more] = [delta.less[family], delta.more[family]]
  for (let at = 0; at < base.length; at++) {
    const top = limit[at] ?? Number.NaN
    if (!isWhole && isSame(top, usual[at] ?? Number.NaN)) continue
    const value = base[at] ?? 0
    touch(less + at)
    touch(more + at)
    upper[less + at] = value
    lower[less + at] = Number.isNaN(top) ? 0 : Math.min(value, Math.max(0, value - top))
    upper[more + at] = roomAbove(frame, family, at, value, top)
  }
}

/** What may go unserved, and what balances ask for more than in the base. */
function boundDemands(
  frame: Frame,
  delta: DeltaProgramme,
  limits: Limits,
  { isWhole }: { readonly isWhole: boolean },
  bounds: Draft,
): void {
  const { width } = delta
  if (!isWhole && isSameSeries(limits.demand, frame.limits.demand)) return
  const extra = new Float64Array(frame.index.buses.length * width)
  frame.index.finals.forEach((demand, d) => {
    const bus = frame.index.busOf(demand.bus)
    const steps = frame.index.steps.get(frame.index.carrierOf(bus)) ?? []
    const first = delta.unserved[d] ?? 0
    for (let p = 0; p < width; p++) {
      const asked = limits.demand[d * width + p] ?? 0
      const at = bus * width + p
      extra[at] = (extra[at] ?? 0) + asked - (frame.baseDemand[d * width + p] ?? 0)
      if (!isWhole && asked === frame.limits.demand[d * width + p]) continue
      for (const [k, step] of steps.entries()) {
        bounds.touch(first + k * width + p)
        bounds.upper[first + k * width + p] = step.share * asked
      }
    }
  })
  for (let at = 0; at < extra.length; at++) {
    bounds.rowLower[delta.balanceRow + at] = extra[at] ?? 0
    bounds.rowUpper[delta.balanceRow + at] = extra[at] ?? 0
    if (isWhole) bounds.upper[delta.difference + at] = Math.abs(frame.baseDifference[at] ?? 0)
  }
}

function boundStores(frame: Frame, delta: DeltaProgramme, bounds: Bounds): void {
  const { width } = delta
  frame.index.network.stores.forEach((store, s) => {
    const top = Math.max(store.volume.value, store.level.value)
    for (let p = 0; p < width; p++) {
      const level = frame.baseLevel[s * width + p] ?? 0
      bounds.lower[delta.level + s * width + p] = -level
      bounds.upper[delta.level + s * width + p] = Math.max(0, top - level)
    }
    const end = Math.max(0, frame.baseLevel[s * width + width - 1] ?? 0)
    for (let step = 0; step < SHORTFALL_STEPS; step++) {
      bounds.upper[delta.shortfall + s * SHORTFALL_STEPS + step] = end / SHORTFALL_STEPS
    }
    bounds.upper[delta.surplus + s] = Math.max(0, top - end)
  })
}

/**
 * A nominated link carries at least what is asked, as far as its capacity goes: more ≥ min(K - f̄, n - f̄), less = 0.
 * What is nominated has its contract, so no pick-up holds it back.
 */
function nominate(frame: Frame, delta: DeltaProgramme, limits: Limits, bounds: Draft): void {
  for (let at = 0; at < limits.nomination.length; at++) {
    const asked = limits.nomination[at] ?? 0
    const base = frame.base.link[at] ?? 0
    if (!(asked > base)) continue
    const limit = limits.pairs.link[at] ?? Number.NaN
    const carried = Math.min(asked - base, Number.isNaN(limit) ? asked - base : Math.max(0, limit - base))
    const [less, more] = [delta.less.link + at, delta.more.link + at]
    bounds.touch(less)
    bounds.touch(more)
    bounds.lower[more] = carried
    bounds.upper[more] = Math.max(carried, bounds.upper[more] ?? 0)
    if ((bounds.lower[less] ?? 0) <= 0) bounds.upper[less] = 0
  }
}

export interface Floor {
  /** Id of the demand row. */
  readonly demand: string
  readonly share: number
}

/** What may go unserved is cut from the dearest step down. Throws `name_not_found` for a demand that is not final. */
export function withFloors(
  frame: Frame,
  delta: DeltaProgramme,
  bounds: Draft,
  limits: Limits,
  floors: readonly Floor[],
): void {
  for (const { demand, share } of floors) {
    const d = frame.index.finals.findIndex((row) => row.id === demand)
    const row = frame.index.finals[d]
    if (row === undefined) {
      throw new CorridorError(
        'name_not_found',
        `${demand} is no final demand of the network; a floor needs one.`,
      )
    }
    const steps = frame.index.steps.get(frame.index.carrierOf(frame.index.busOf(row.bus))) ?? []
    for (let p = 0; p < delta.width; p++) {
      let room = (1 - share) * (limits.demand[d * delta.width + p] ?? 0)
      steps.forEach((_, k) => {
        const column = (delta.unserved[d] ?? 0) + k * delta.width + p
        const upper = Math.min(bounds.upper[column] ?? 0, Math.max(0, room))
        bounds.touch(column)
        bounds.upper[column] = upper
        room -= upper
      })
    }
  }
}

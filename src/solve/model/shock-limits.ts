import { CorridorError } from '../../core/errors.ts'
import { calendarDate } from '../../core/time.ts'
import type { ConcreteShock } from '../../scenarios/scenario.ts'
import { pairFamilies } from '../network/pair-items.ts'
import { overlapDays } from '../time-grid.ts'
import { applyClosures, applyMeasure, openClosures } from './closures.ts'
import type { Frame, Limits } from './frame.ts'

/** Share of a period, 0 to 1, for which shock number `shock` holds. */
export type Overlap = (shock: number, period: number) => number
/** Rows that a measure closes when it is imposed. */
export type MeasureTargets = (measure: string) => readonly string[]

/**
 * The limits of the day under shocks, in the order given: a factor multiplies what stands, an absolute value replaces
 * it, what a measure closes stays closed whatever its capacity, and a period partly under a shock gets the mean over its days. Throws `asset_unknown` where the network has no
 * such row on the day, `scenario_invalid` where the field or unit does not fit the row.
 */
export function shockedLimits(
  frame: Frame,
  shocks: readonly ConcreteShock[],
  overlap: Overlap,
  measureTargets: MeasureTargets,
): Limits {
  const copies = Object.fromEntries(
    pairFamilies.map((family) => [family, frame.limits.pairs[family].slice()]),
  ) as Record<(typeof pairFamilies)[number], Float64Array>
  const limits: Limits = {
    pairs: copies,
    demand: frame.limits.demand.slice(),
    stockJump: frame.limits.stockJump.slice(),
    nomination: frame.limits.nomination.slice(),
    sideRoom: frame.limits.sideRoom.slice(),
    refused: frame.limits.refused.slice(),
    mayBuild: frame.expansions.length > 0,
  }
  const closures = openClosures(frame, limits)
  shocks.forEach((shock, at) => {
    const share = (period: number) => overlap(at, period)
    if (shock.field === 'measure') {
      const targets = measureTargets(shock.asset.replace(/^measures\//u, ''))
      if (!applyMeasure(frame, { limits, closures }, shock, share, targets)) throw unknown(shock)
    } else {
      const targets = targetsOf(frame, shock)
      if (targets.length === 0) throw unknown(shock)
      for (const target of targets) applyTo(frame, limits, shock, target, share)
    }
  })
  applyClosures(frame, limits, closures)
  return limits
}

interface Target {
  readonly block:
    | 'link'
    | 'supply'
    | 'market'
    | 'conversion'
    | 'injection'
    | 'withdrawal'
    | 'demand'
    | 'level'
    | 'nomination'
  readonly item: number
  readonly bus: number
}

/** Which blocks a field of a row of each table stands for. */
function targetsOf(frame: Frame, shock: ConcreteShock): readonly Target[] {
  const { network } = frame.index
  const slash = shock.asset.indexOf('/')
  const [table, row] = [shock.asset.slice(0, slash), shock.asset.slice(slash + 1)]
  const { field } = shock
  const matches = (of: { id: string; asset?: string | null }, own: string) =>
    table === own ? of.id === row : table === 'assets' && of.asset === row
  const found: Target[] = []
  const bus = (id: string) => frame.index.busOf(id)
  if (field === 'capacity') {
    network.links.forEach((link, item) => {
      if (matches(link, 'links')) found.push({ block: 'link', item, bus: bus(link.from) })
    })
    network.conversions.forEach((conversion, item) => {
      if (matches(conversion, 'conversions'))
        found.push({ block: 'conversion', item, bus: bus(conversion.from) })
    })
  }
  if (field === 'flow') {
    network.links.forEach((link, item) => {
      if (matches(link, 'links')) found.push({ block: 'nomination', item, bus: bus(link.from) })
    })
  }
  if (field === 'supply' || (field === 'capacity' && found.length === 0)) {
    network.supplies.forEach((supply, item) => {
      if (matches(supply, 'supplies')) found.push({ block: 'supply', item, bus: bus(supply.bus) })
    })
  }
  if (field === 'demand') {
    const holds = (of: { id: string; bus: string }) =>
      table === 'demands' ? of.id === row : table === 'zones' && of.bus.split(':')[0] === row
    frame.index.finals.forEach((demand, item) => {
      if (holds(demand)) found.push({ block: 'demand', item, bus: bus(demand.bus) })
    })
    frame.index.markets.forEach((demand, item) => {
      if (table === 'demands' && holds(demand)) found.push({ block: 'market', item, bus: bus(demand.bus) })
    })
  }
  if (field === 'injection' || field === 'withdrawal' || field === 'level') {
    network.stores.forEach((store, item) => {
      if (matches(store, 'stores')) found.push({ block: field, item, bus: bus(store.bus) })
    })
  }
  return found
}

function applyTo(
  frame: Frame,
  limits: Limits,
  shock: ConcreteShock,
  target: Target,
  share: (period: number) => number,
): void {
  refuseUnit(frame, shock, target)
  if (!(shock.value >= 0)) {
    throw new CorridorError(
      'scenario_invalid',
      `${shock.asset} ${shock.field} is ${shock.value}; give a number of at least 0.`,
    )
  }
  const width = frame.periods.length
  if (target.block === 'level') {
    applyJump(frame, limits, shock, target.item, share)
    return
  }
  if (target.block === 'nomination') {
    nominate(frame, limits, shock, target.item, share)
    return
  }
  const series = target.block === 'demand' ? limits.demand : limits.pairs[target.block]
  for (let p = 0; p < width; p++) {
    const part = share(p)
    if (part <= 0) continue
    const at = target.item * width + p
    const before = series[at] ?? Number.NaN
    const day = dayValue(frame, shock, target, p, before)
    const after = shock.unit === '1' ? shock.value * day : shock.value
    // An unlimited link that gets a limit for a part of a period keeps its base flow for the rest.
    const open = Number.isNaN(before) ? day : before
    const flow = target.block === 'demand' ? null : (frame.base[target.block][at] ?? 0)
    // What comes back in stages does so of what flowed: what stood idle would else be back first, and nothing be lost.
    const isReturning = (shock.returns ?? 0) > 0 && part < 1 && flow !== null && after < flow
    series[at] = isReturning ? flow - part * (flow - after) : (1 - part) * open + part * after
  }
}

/** What a factor is a factor of: the limit that stands, for a supply its output, for a called emergency its capacity. */
function dayValue(
  frame: Frame,
  shock: ConcreteShock,
  target: Target,
  period: number,
  before: number,
): number {
  if (target.block === 'demand' || target.block === 'level' || target.block === 'nomination') return before
  const at = target.item * frame.periods.length + period
  const base = frame.base[target.block][at] ?? 0
  if (target.block === 'supply') {
    const supply = frame.index.network.supplies[target.item]
    if (supply?.kind === 'emergency') return supply.capacity?.value ?? supply.output?.value ?? 0
    return shock.field === 'supply' || Number.isNaN(before) ? base : before
  }
  const store = frame.index.network.stores[target.item]
  if (target.block === 'withdrawal' && store?.kind === 'strategic') return store.withdrawal.value
  if (target.block === 'injection' && store?.kind === 'strategic') return store.injection.value
  return Number.isNaN(before) ? base : before
}

/** A nomination asks for a flow; it lowers nothing, and what it asks beyond the capacity is not carried. */
function nominate(
  frame: Frame,
  limits: Limits,
  shock: ConcreteShock,
  item: number,
  share: (period: number) => number,
): void {
  const width = frame.periods.length
  for (let p = 0; p < width; p++) {
    const at = item * width + p
    const base = frame.base.link[at] ?? 0
    const asked = shock.unit === '1' ? shock.value * base : shock.value
    if (share(p) > 0) limits.nomination[at] = Math.max(base, (1 - share(p)) * base + share(p) * asked)
  }
}

/** The whole change falls into the period of the shock's first day; later plans see it in the stock itself. */
function applyJump(
  frame: Frame,
  limits: Limits,
  shock: ConcreteShock,
  item: number,
  share: (period: number) => number,
): void {
  const { periods } = frame
  const first = calendarDate(shock.from)
  const p = Math.max(
    0,
    periods.findIndex((period) => overlapDays(period, first, first) > 0),
  )
  if (share(p) <= 0) return
  const store = frame.index.network.stores[item]
  const at = item * periods.length + p
  const before = p === 0 ? (store?.level.value ?? 0) : (frame.baseLevel[at - 1] ?? 0)
  const after = shock.unit === '1' ? shock.value * before : shock.value
  limits.stockJump[at] = (limits.stockJump[at] ?? 0) + Math.min(after, store?.volume.value ?? after) - before
}

function refuseUnit(frame: Frame, shock: ConcreteShock, target: Target): void {
  const rate = frame.index.unitOf(target.bus)
  const expected = target.block === 'level' ? rate.replace(/_d$/u, '') : rate
  if (shock.unit === '1' || shock.unit === expected) return
  throw new CorridorError(
    'scenario_invalid',
    `${shock.asset} ${shock.field} is given in ${shock.unit}; give it in ${expected}, or as a factor with unit 1.`,
    { details: { asset: shock.asset, unit: shock.unit, expected } },
  )
}

function unknown(shock: ConcreteShock): CorridorError {
  return new CorridorError(
    'asset_unknown',
    `${shock.asset} has no ${shock.field} in the network of that day; see "corridor atlas show" for its rows.`,
    { details: { asset: shock.asset, field: shock.field } },
  )
}

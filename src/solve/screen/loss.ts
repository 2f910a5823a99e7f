import type { Carrier } from '../../atlas/tables.ts'
import { convert } from '../../core/units.ts'
import type { SolveResult } from '../result.ts'
import type { Contingency } from './contingency.ts'

/** What a run under contingencies costs people: never what the contingency itself is worth. */
export interface Loss {
  readonly contingencies: readonly Contingency[]
  /** EUR over the horizon, without calibration wedges. */
  readonly cost: number
  /** EUR with wedges: what the programme minimised, and what bounds between runs are stated in. */
  readonly programmeCost: number
  /** Unserved final demand over the horizon by carrier, in its unit without the day. */
  readonly unserved: readonly { readonly carrier: Carrier; readonly value: number; readonly unit: string }[]
  /** The same in GWh over all carriers, so that losses of oil and gas have an order. */
  readonly unservedGwh: number
  /** Largest rise of marginal system cost at a bus with demand, mean over the horizon; null where none rises. */
  readonly priceRise: { readonly bus: string; readonly value: number; readonly unit: string } | null
}

/** Rises of marginal cost under this, EUR per unit, are what the solver leaves. */
const SMALL = 0.01

export function lossOf(contingencies: readonly Contingency[], base: SolveResult, run: SolveResult): Loss {
  const { network, periods } = run
  const carrierOf = new Map(network.buses.map((bus) => [bus.id, bus.carrier]))
  const days = periods.reduce((sum, period) => sum + period.days, 0)
  const missing = new Map<Carrier, number>()
  let rise: Loss['priceRise'] = null
  for (const demand of network.demands) {
    const steps = run.unserved.get(demand.id)
    if (steps === undefined) continue
    const [before, after] = [base.price.get(demand.bus), run.price.get(demand.bus)]
    // Nobody goes short in the base, and most do not in the run.
    const isShort = steps !== base.unserved.get(demand.id)
    if (!isShort && after === before) continue
    const carrier = carrierOf.get(demand.bus)
    if (carrier === undefined) continue
    let volume = 0
    for (const step of isShort ? steps : [])
      for (let p = 0; p < step.length; p++) volume += (step[p] ?? 0) * (periods[p]?.days ?? 1)
    if (volume > 0) missing.set(carrier, (missing.get(carrier) ?? 0) + volume)
    let change = 0
    for (let p = 0; p < periods.length && after !== before; p++) {
      change += (((after?.[p] ?? 0) - (before?.[p] ?? 0)) * (periods[p]?.days ?? 1)) / days
    }
    if (change > SMALL && change > (rise?.value ?? 0)) {
      rise = { bus: demand.bus, value: change, unit: `EUR/${network.units[carrier].replace(/_d$/u, '')}` }
    }
  }
  const unserved = [...missing].map(([carrier, value]) => ({
    carrier,
    value,
    unit: network.units[carrier].replace(/_d$/u, ''),
  }))
  return {
    contingencies,
    cost: run.objective ?? Number.NaN,
    programmeCost: run.programmeObjective ?? Number.NaN,
    unserved,
    unservedGwh: unserved.reduce((sum, { carrier, value, unit }) => {
      return sum + (convert(value, unit, 'GWh', { carrier })?.value ?? 0)
    }, 0),
    priceRise: rise,
  }
}

/** Most unserved first, then dearest, then largest rise of marginal cost, then by id. */
export function byLoss(a: Loss, b: Loss): number {
  const ids = (of: Loss) => of.contingencies.map((one) => one.id).join(' ')
  const gap = (x: number, y: number, least: number) => (Math.abs(y - x) <= least ? 0 : y - x)
  return (
    gap(a.unservedGwh, b.unservedGwh, 1e-6) ||
    gap(a.cost, b.cost, 1) ||
    gap(a.priceRise?.value ?? 0, b.priceRise?.value ?? 0, SMALL) ||
    (ids(a) < ids(b) ? -1 : 1)
  )
}

import type { NetworkDemand } from './network.ts'

/**
 * Published use of a fuel holds what power plants burn. Where a zone has generation of its own rows, that part is
 * drawn by the plants, so final demand keeps the rest: D − Σ x̄ over the generation that draws on the bus, never
 * below zero. Outlets (`market`) are not touched. `drawn`: observed input by bus, in the unit of the carrier.
 */
export function withoutGenerationFuel(
  demands: readonly NetworkDemand[],
  drawn: ReadonlyMap<string, number>,
): NetworkDemand[] {
  const total = new Map<string, number>()
  for (const { bus, kind, rate } of demands)
    if (kind === 'final') total.set(bus, (total.get(bus) ?? 0) + rate.value)
  return demands.map((demand) => {
    const fuel = drawn.get(demand.bus) ?? 0
    const whole = total.get(demand.bus) ?? 0
    if (demand.kind !== 'final' || fuel === 0 || whole === 0) return demand
    const share = Math.max(0, 1 - fuel / whole)
    const { rate } = demand
    const scaled = (value: number | null): number | null => (value === null ? null : value * share)
    return {
      ...demand,
      rate: { ...rate, value: rate.value * share, low: scaled(rate.low), high: scaled(rate.high) },
    }
  })
}

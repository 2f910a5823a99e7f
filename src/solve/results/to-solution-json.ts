import type { Network } from '../../atlas/network.ts'
import type { SolveResult } from '../result.ts'
import type { Solution } from '../solution.ts'

/** GWh a day in MW. */
const MEGAWATT = 1000 / 24

/** Shortage under this is what the solver leaves behind. */
const NOISE = 1e-6

/**
 * A run as `corridor solve` prints it (CONTRACT). Every flow, output, level and price of every period is given; of
 * unserved demand only what is not zero. A run that is not optimal has its status, its conflict, and no numbers.
 */
export function toSolutionJson(result: SolveResult, network: Network): Solution {
  const periods = result.periods.map(({ id, start, days }) => ({ id, start, days }))
  const empty: Solution = {
    schema_version: '1',
    status: result.status,
    objective: null,
    objective_constant: 0,
    ...(result.bound === undefined ? {} : { bound: result.bound }),
    periods,
    flows: [],
    unserved: [],
    prices: [],
    stores: [],
    capacities: [],
    binding: [],
    ...(result.relaxation === undefined ? {} : { relaxation: result.relaxation.map((one) => ({ ...one })) }),
    conflict: result.conflict.map(({ constraint, sentence }) => ({ constraint, sentence })),
    supplies: [],
    conversions: [],
    class_flows: [],
  }
  if (result.status !== 'optimal') return empty
  const buses = new Map(network.buses.map((bus) => [bus.id, bus]))
  const unitAt = (bus: string): string => {
    const carrier = buses.get(bus)?.carrier
    return carrier === undefined ? '' : network.units[carrier]
  }
  const stockUnit = (bus: string) => unitAt(bus).replace(/_d$/u, '')
  const each = <Row, Out>(rows: readonly Row[], of: (row: Row, period: number, id: string) => Out): Out[] =>
    rows.flatMap((row) => periods.map((period, p) => of(row, p, period.id)))
  const at = (series: Float64Array | undefined, p: number) => series?.[p] ?? 0
  const links = new Map(network.links.map((link) => [link.id, link]))
  return {
    ...empty,
    class_flows: result.classes.flatMap((of) =>
      each([...of.flow], ([link, series], p, period) => {
        const unit = network.units[links.get(link)?.carrier ?? 'gas']
        return { class: of.id, link, period, value: at(series, p), unit }
      }),
    ),
    objective: result.objective,
    objective_constant: result.objectiveConstant,
    flows: each(network.links, (link, p, period) => {
      const value = at(result.flow.get(link.id), p)
      const capacity = result.capacity.get(link.id)?.[p] ?? Number.NaN
      const headroom = Number.isNaN(capacity) ? null : Math.max(0, capacity - value)
      return {
        link: link.id,
        carrier: link.carrier,
        period,
        value,
        unit: network.units[link.carrier],
        headroom,
      }
    }),
    unserved: network.demands.flatMap((demand) => {
      const bus = buses.get(demand.bus)
      const steps = result.unserved.get(demand.id)
      if (bus === undefined || steps === undefined) return []
      const tiers = network.tiers.filter((tier) => tier.carrier === bus.carrier)
      const sorted = [...tiers].sort((a, b) => a.price.value - b.price.value)
      return each(
        steps.map((series, k) => ({ series, tier: sorted[k]?.tier ?? '' })),
        (step, p, period) => ({
          zone: bus.zone,
          carrier: bus.carrier,
          tier: step.tier,
          period,
          value: at(step.series, p),
          unit: network.units[bus.carrier],
        }),
      ).filter((row) => row.value > NOISE)
    }),
    power_peaks: [...result.peaks].flatMap(([bus, { asked, unserved }]) =>
      periods.flatMap((period, p) => {
        const short = at(unserved, p) * MEGAWATT
        if (!(short > NOISE)) return []
        const zone = buses.get(bus)?.zone ?? ''
        return [
          {
            zone,
            period: period.id,
            asked: at(asked, p) * MEGAWATT,
            unserved: short,
            unit: 'MW' as const,
          },
        ]
      }),
    ),
    capacities: result.built.map(({ asset, value, unit }) => ({ asset, value, unit })),
    prices: each(network.buses, (bus, p, period) => ({
      zone: bus.zone,
      carrier: bus.carrier,
      period,
      value: at(result.price.get(bus.id), p),
      unit: `EUR/${stockUnit(bus.id)}`,
    })),
    stores: each(network.stores, (store, p, period) => ({
      store: store.id,
      period,
      level: at(result.level.get(store.id), p),
      unit: stockUnit(store.bus),
    })),
    binding: result.binding.map(({ constraint, sentence, dual, unit }) => ({
      constraint,
      sentence,
      dual,
      unit,
    })),
    supplies: each(network.supplies, (supply, p, period) => ({
      supply: supply.id,
      period,
      value: at(result.output.get(supply.id), p),
      unit: unitAt(supply.bus),
    })),
    conversions: each(network.conversions, (conversion, p, period) => ({
      conversion: conversion.id,
      period,
      value: at(result.converted.get(conversion.id), p),
      unit: unitAt(conversion.from),
    })),
  }
}

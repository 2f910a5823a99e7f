import type { Sourced } from '../../core/provenance.ts'
import { linkCapacity, type NetworkIndex, supplyCapacity } from '../network/network-index.ts'
import type { Season } from '../network/season.ts'
import { periodFactor } from '../time-grid.ts'

/** What one figure should be in one season, and what moving away from it costs per unit. */
export interface Target {
  readonly value: number
  readonly ceiling: number
  readonly weightAbove: number
  readonly weightBelow: number
}

export interface Observation {
  /** `TABLE/ROW/FIELD`. */
  readonly figure: string
  readonly name: string
  readonly entries: readonly (readonly [bus: number, coefficient: number])[]
  readonly target: (season: Season) => Target
  readonly unit: string
  readonly isObserved: boolean
  /** Whether change is spread over such figures, each moving a little, instead of borne by few. */
  readonly spread?: boolean
}

export interface Observations {
  readonly flow: readonly Observation[]
  readonly output: readonly Observation[]
  readonly demand: readonly Observation[]
  readonly converted: readonly Observation[]
}

/** Share of the usual trust in figures, 1 for those of the period itself. */
export interface Trust {
  readonly flow: (link: string) => number
  readonly plants: number
  readonly use: (demand: string) => number
  readonly output: (supply: string) => number
  /** Whether a flow where there was none costs as much as one far from what it was. */
  readonly isNewFlowDear?: boolean
  /**
   * What a balance is taken to miss by, above zero a source that no row explains, and what a unit more or less costs;
   * null where nothing is known of it. Absent: nothing is known of any.
   */
  readonly difference?: (bus: string) => { readonly expected: number; readonly weight: number } | null
}

const fullTrust: Trust = { flow: () => 1, plants: 1, use: () => 1, output: () => 1 }

/** Weights are ratios; this keeps the smallest of them, and ties between them, well above the solver's tolerance. */
export const WEIGHT_SCALE = 1e4
const TRUST = { reported: 10, estimated: 4, assumed: 1.5, computed: 4 } as const
/** Use of what nobody observed costs a little, so that it is not invented. */
const UNOBSERVED = 0.05
/** A zone's demand may be raised to this multiple where its observed inflow says so. */
const DEMAND_CEILING = 4
/** A market takes what comes: falling short of its rate is hardly a contradiction. */
const MARKET_TRUST_BELOW = 0.25
export const SMALL_SHARE = 0.02

/**
 * Weights are relative: trust in the figure's status over its size, sizes counted from 2 % of the carrier's scale.
 * `trust` lowers it where figures are those of another period, or a year's spread over months.
 */
export function observationsOf(index: NetworkIndex, trust: Trust = fullTrust): Observations {
  const { network } = index
  const weigh =
    (seen: Sourced | null, bus: number, share = 1) =>
    (value: number, limit: number | null) => {
      const scale = index.scaleOf(index.carrierOf(bus))
      const believed = seen === null ? UNOBSERVED : Math.max(UNOBSERVED, TRUST[seen.status] * share)
      const size = seen === null ? scale : Math.max(value, SMALL_SHARE * scale)
      const weight = (WEIGHT_SCALE * believed) / size
      // Nothing can pass a closed or broken route, whatever was seen before; a smaller excess is kept and listed.
      const target = limit === 0 ? 0 : value
      const ceiling = Math.max(target, limit ?? Math.max(value * 2, scale))
      return { value: target, ceiling, weightAbove: weight, weightBelow: weight }
    }
  return {
    flow: network.links.map((link) => {
      const [from, to] = [index.busOf(link.from), index.busOf(link.to)]
      const figure = `links/${link.id}/flow`
      const entries = [
        [from, -1],
        [to, 1 - link.loss],
      ] as const
      const flowTrust = trust.flow(link.id)
      const target = () => weigh(link.flow, from, flowTrust)(link.flow?.value ?? 0, linkCapacity(link))
      return {
        figure,
        name: link.name,
        entries,
        target,
        unit: index.unitOf(from),
        isObserved: link.flow !== null,
        spread: flowTrust < 1 && link.flow !== null && (link.flow.value > 0 || trust.isNewFlowDear === true),
      }
    }),
    output: network.supplies.map((supply) => {
      const bus = index.busOf(supply.bus)
      const figure = `supplies/${supply.id}/output`
      const target = (season: Season) =>
        weigh(
          supply.output,
          bus,
          trust.output(supply.id),
        )((supply.output?.value ?? 0) * seasonFactor(supply.profile, season), supplyCapacity(supply))
      const isObserved = supply.output !== null && supply.kind !== 'emergency'
      return { figure, name: supply.name, entries: [[bus, 1]], target, unit: index.unitOf(bus), isObserved }
    }),
    demand: network.demands.map((demand) => {
      const bus = index.busOf(demand.bus)
      const figure = `demands/${demand.id}/rate`
      const target = (season: Season) => {
        const value = demand.rate.value * seasonFactor(demand.profile, season)
        const of = weigh(demand.rate, bus, trust.use(demand.id))(value, value * DEMAND_CEILING)
        return demand.kind === 'market' ? { ...of, weightBelow: of.weightBelow * MARKET_TRUST_BELOW } : of
      }
      return {
        figure,
        name: demand.name,
        entries: [[bus, -1]],
        target,
        unit: index.unitOf(bus),
        isObserved: true,
      }
    }),
    converted: network.conversions.map((conversion) => {
      const [from, to] = [index.busOf(conversion.from), index.busOf(conversion.to)]
      const figure = `conversions/${conversion.id}/flow`
      const entries = [
        [from, -1],
        [to, conversion.efficiency],
      ] as const
      const target = () =>
        weigh(
          conversion.flow,
          from,
          trust.plants,
        )(conversion.flow?.value ?? 0, conversion.capacity?.value ?? null)
      const isObserved = conversion.flow !== null
      return { figure, name: conversion.name, entries, target, unit: index.unitOf(from), isObserved }
    }),
  }
}

/** All periods of a season share their mix of months, so the first stands for all. */
function seasonFactor(profile: readonly number[], season: Season): number {
  const first = season.periods[0]
  return first === undefined ? 1 : periodFactor(profile, first)
}

import type { Sourced } from '../core/provenance.ts'
import type { CalendarDate } from '../core/time.ts'
import type { Carrier } from './tables.ts'

/** A bus is (zone, carrier): `kz-west:crude`. */
export interface Bus {
  readonly id: string
  readonly zone: string
  readonly carrier: Carrier
  /** ISO 3166 code of the zone's country; absent where the zone lies in none or the network does not say. */
  readonly country?: string
}

/** All rates are per day in the unit of the carrier; money is EUR per unit. */
export interface NetworkLink {
  readonly id: string
  readonly name: string
  readonly carrier: Carrier
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly asset: string | null
  /** Null: no limit is known; the link is then bounded by its observed flow plus pick-up. */
  readonly capacity: Sourced | null
  /** Observed flow on the day, where known: what the base is reconciled to. */
  readonly flow: Sourced | null
  readonly cost: Sourced | null
  /** Fraction of the flow lost or used on the way, 0 to 1. */
  readonly loss: number
  /** Reactance of an AC line, ohm at 400 kV; with it the line obeys Kirchhoff's voltage law. Absent or null: it need not. */
  readonly reactance?: Sourced | null
  /** Id of the measure that closes it on the day, the first of `closures`; null where it is open. */
  readonly closed_by: string | null
  /** All measures that close it on the day: it opens when every one is lifted. Absent: `closed_by` alone. */
  readonly closures?: readonly string[]
  /** Free capacity is sold by the day to whoever asks: no contract has to come first. Absent: no. */
  readonly isAuctioned?: boolean
}

export interface NetworkSupply {
  readonly id: string
  readonly name: string
  readonly bus: string
  readonly asset: string | null
  readonly kind: 'production' | 'market' | 'emergency'
  readonly capacity: Sourced | null
  readonly output: Sourced | null
  readonly cost: Sourced | null
  /** Days that an emergency supply lasts; null: no end. */
  readonly duration_days: number | null
  /** Power: what its plants can give in one hour, as a rate per day; absent or null: not known. */
  readonly peak?: Sourced | null
  /** Twelve factors, January first. */
  readonly profile: readonly number[]
  readonly closed_by: string | null
  readonly closures?: readonly string[]
}

export interface NetworkDemand {
  readonly id: string
  readonly name: string
  readonly bus: string
  readonly kind: 'final' | 'market'
  /** Average rate over a year; multiply by the profile of the month. */
  readonly rate: Sourced
  readonly profile: readonly number[]
  /**
   * Power: what the highest hour of the year asks for, as a rate per day; gas: what the highest day took, plants and
   * all. Absent or null: not known.
   */
  readonly peak?: Sourced | null
}

export interface NetworkStore {
  readonly id: string
  readonly name: string
  readonly bus: string
  readonly asset: string | null
  readonly kind: string
  readonly volume: Sourced
  readonly level: Sourced
  readonly injection: Sourced
  /** Of a full store. */
  readonly withdrawal: Sourced
  /** With 30 % of the volume in store, where it is published. */
  readonly withdrawalAt30?: Sourced
}

export interface NetworkConversion {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly asset: string | null
  readonly capacity: Sourced | null
  /** Units of output per unit of input. */
  readonly efficiency: number
  readonly flow: Sourced | null
}

/** A supply that comes with another: gas with oil. Rates in the unit of the by-product's carrier. */
export interface NetworkJointProduct {
  readonly id: string
  readonly name: string
  /** Ids of the supplies of the main product and of what is sold of the by-product. */
  readonly main: string
  readonly by: string
  /** Ids of the links by which alone the by-product leaves; empty: it mixes with what its zone has. */
  readonly outlets: readonly string[]
  /** Units of by-product brought up per unit of the main product; `low` and `high` are what the operator can choose. */
  readonly ratio: Sourced
  /** What reinjection, own use and flaring can take together. */
  readonly elsewhere: number
}

/** A supply contract in force on the day. */
export interface NetworkContract {
  readonly id: string
  readonly name: string
  readonly carrier: Carrier
  /** Ids of the links by which it is delivered. */
  readonly links: readonly string[]
  /** Contracted rate per day. */
  readonly quantity: Sourced
  /** Share of it that is paid for whether taken or not, 0 to 1. */
  readonly takeOrPay: Sourced
  /** EUR per unit; null: not known. */
  readonly price: Sourced | null
}

/** Whose energy a measure keeps off links or out of zones. */
export interface NetworkRefusal {
  readonly id: string
  readonly measure: string
  readonly name: string
  readonly isInForce: boolean
  /** Whose energy: `actors/…`, `countries/…`, `zones/…`. */
  readonly origins: readonly string[]
  /** Share of each source that is of the origins, 0 to 1, by id of the supply; those with none are left out. */
  readonly shares: ReadonlyMap<string, number>
  /** Ids of the links that it may not pass, and of the buses where it may not be used. */
  readonly links: readonly string[]
  readonly buses: readonly string[]
}

/** How the hours of peak of power are told apart from the rest of the day (docs/model.md, peak and off-peak). */
export interface StatedBlocks {
  /** Hours of a day that the peak block takes. */
  readonly hours: number
  /** Part of the highest hour's excess over the mean of its month that an ordinary day's peak has, 0 to 1. */
  readonly ordinary: number
  /** Highest hour over the mean of the highest month where no peak is known. */
  readonly overMonth: number
  /** What a source can give in the hours of peak over what it can give by the day, at least 1. */
  readonly swing: number
}

export interface DemandTier {
  readonly carrier: Carrier
  readonly tier: string
  readonly share: number
  /** EUR per model unit of the carrier. */
  readonly price: Sourced
}

/** The system as it stood on one day. Emergency supplies are listed but produce nothing until a scenario calls them. */
export interface Network {
  readonly as_of: CalendarDate
  readonly buses: readonly Bus[]
  readonly links: readonly NetworkLink[]
  readonly supplies: readonly NetworkSupply[]
  readonly demands: readonly NetworkDemand[]
  readonly stores: readonly NetworkStore[]
  readonly conversions: readonly NetworkConversion[]
  /** Absent: none. */
  readonly contracts?: readonly NetworkContract[]
  /** Refusals of measures in force on the day or that a scenario may impose. Absent: none. */
  readonly refusals?: readonly NetworkRefusal[]
  /** Absent: none. */
  readonly jointProducts?: readonly NetworkJointProduct[]
  /** Absent: power is a mean of the day. */
  readonly powerBlocks?: StatedBlocks
  readonly tiers: readonly DemandTier[]
  /** Model unit by carrier, e.g. `kbbl_d`. */
  readonly units: Readonly<Record<Carrier, string>>
  /** A throughput by carrier that adjustments are relative to; absent: the largest flow or demand of the network. */
  readonly scales?: ReadonlyMap<Carrier, number>
}

import { z } from 'zod'
import { statusSchema } from '../../core/provenance.ts'
import { carrier, day, id, number, optional, optionalDay, optionalNumber, text } from './cells.ts'

/** Kinds of plant by which past outages are counted; `deliveries`: what a supplier or a state no longer sends. */
export const precedentPlants = [
  'port',
  'station',
  'pipeline',
  'field',
  'refinery',
  'plant',
  'lng',
  'cable',
  'strait',
  'mine',
  'power_plant',
  'railway',
  'deliveries',
] as const

/**
 * `trip`: it stopped by itself and nothing is told to be broken, for want of power above all; `precaution`: it was shut
 * lest something happen; `weather`: floods, landslides, fires, fog; `dispute`: of states and companies, over payment;
 * `ruling`: a court, arbitrators, inspectors or sanctions forbid it; `war`: taken or fought over by armed forces;
 * `blockade`: by protesters or armed men; `ending`: a contract or a transit that is over; `works`: planned ones.
 */
export const precedentCauses = [
  'attack',
  'fault',
  'trip',
  'precaution',
  'weather',
  'storm',
  'frost',
  'quake',
  'dispute',
  'ruling',
  'war',
  'strike',
  'blockade',
  'ending',
  'works',
] as const

/** What the first reports said: that it stopped, only that it was struck or failed, or that it was to stop. */
export const precedentWords = ['halt', 'hit', 'threat'] as const

/**
 * How grave the first words were: `grave` what is destroyed, ruptured, severed or exploded, a hurricane's landfall, force
 * majeure, a strike without an end; `light` what is shut as a precaution, suspected or looked into, small or soon over,
 * or told to leave output unaffected; empty for neither.
 */
export const precedentTones = ['', 'light', 'grave'] as const

/** Every number that the model rests on or is held against, with its day, status and source. */
export const numberTables = {
  /** Every number of the atlas, one row a figure and time; `unit` as published, converted once when loaded. */
  figures: z.object({
    table: z.enum([
      'zones',
      'assets',
      'links',
      'supplies',
      'demands',
      'stores',
      'conversions',
      'joint_products',
      'contracts',
      'sea_trades',
    ]),
    row: id,
    field: z.enum([
      'capacity',
      'flow',
      'cost',
      'loss',
      'output',
      'duration',
      'rate',
      'peak',
      'volume',
      'level',
      'injection',
      'withdrawal',
      /** Rate of withdrawal with 30 % of the working volume in store; `withdrawal` is that of a full store. */
      'withdrawal_at_30',
      'efficiency',
      'stations',
      /** Blocks or reactors of a power plant that work. */
      'units',
      'length',
      'reactance',
      'price',
      'ratio',
      'reinjection',
      'own_use',
      'flaring',
      'take_or_pay',
    ]),
    value: number,
    low: optionalNumber,
    high: optionalNumber,
    unit: text,
    valid_from: optionalDay,
    valid_to: optionalDay,
    status: statusSchema,
    source: id,
    as_written: text,
    note: text,
  }),
  /** Monthly factors on a demand or supply; the twelve of one row average 1. */
  profiles: z.object({
    table: z.enum(['demands', 'supplies']),
    row: id,
    month: number,
    factor: number,
    status: statusSchema,
    source: id,
  }),
  /** Demand steps of a carrier, from the first to be cut to the last; shares of one carrier sum to 100. */
  tiers: z.object({
    carrier,
    tier: id,
    share_pct: number,
    price: number,
    unit: text,
    status: statusSchema,
    source: id,
    note: text,
  }),
  /** Premises that are not figures of a thing: elasticities, mixtures, pick-up ranges. */
  assumptions: z.object({
    id,
    statement: text,
    low: optionalNumber,
    central: optionalNumber,
    high: optionalNumber,
    unit: text,
    status: statusSchema,
    source: id,
  }),
  /**
   * Past outages and halts: what base rates of length and size are counted from where a report gives neither
   * (docs/model.md, past outages). `days` until most of it flowed again, 400: not within a year. `told`: the first
   * reports said that it stopped (`halt`), only that it was struck or failed (`hit`), or that it was to stop (`threat`).
   */
  precedents: z.object({
    id,
    name: text,
    plant: z.enum(precedentPlants),
    cause: z.enum(precedentCauses),
    told: z.enum(precedentWords),
    start: day,
    days: number,
    /** Share of what flowed that was lost at first. */
    lost_pct: number,
    /** Share that the first reports said was lost; null: what was lost, and all of what was only struck. */
    told_pct: optionalNumber,
    /** Share lost in the mean of the first 28 days, where the steps of its return are known. */
    mean_pct: optionalNumber,
    /** Days that the first reports said it would last. */
    told_days: optionalNumber,
    /** How grave the words of the first reports were. */
    words: z.enum(precedentTones),
    status: statusSchema,
    source: id,
    note: text,
  }),
  /**
   * Flows seen at a border or on a route, mean of `from` to `to` (both included). `links`: ids separated by spaces,
   * whose flows are added; or `from_zone` and `to_zone`, for all links of the carrier between them. `calibration`:
   * the same publication feeds `figures`; `held_out`: nothing of the base rests on it; `record`: for reading, and no
   * part of the reproduction.
   */
  observations: z.object({
    id,
    name: text,
    carrier,
    links: text,
    from_zone: optional,
    to_zone: optional,
    from: day,
    to: day,
    value: number,
    low: optionalNumber,
    high: optionalNumber,
    unit: text,
    use: z.enum(['calibration', 'held_out', 'record']),
    status: statusSchema,
    source: id,
    note: text,
  }),
  /**
   * What a zone used, made or put into store less drew from it, mean of `from` to `to` (both included), as metered: it
   * settles no figure of the base, and stands in for the year's curve where flows of that time are asked for.
   */
  balances: z.object({
    id,
    name: text,
    carrier,
    zone: id,
    item: z.enum(['use', 'production', 'storing']),
    from: day,
    to: day,
    value: number,
    unit: text,
    status: statusSchema,
    source: id,
    note: text,
  }),
} as const

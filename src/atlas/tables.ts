import { z } from 'zod'
import { statusSchema } from '../core/provenance.ts'

/** The carriers of the programme. Model units: crude, products kbbl_d; gas, lng, power gwh_d; coal kt_d. */
export const carriers = ['crude', 'products', 'gas', 'lng', 'coal', 'power'] as const
export type Carrier = (typeof carriers)[number]

export const assetKinds = [
  'pipeline',
  'station',
  'port',
  'terminal',
  'mooring',
  'field',
  'refinery',
  'plant',
  'storage',
  'strait',
  'interconnector',
  'railway',
  'route',
] as const

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
  'railway',
  'deliveries',
] as const

/**
 * `trip`: it stopped by itself and nothing is told to be broken, for want of power above all; `precaution`: it was shut
 * lest something happen; `weather`: floods, landslides, fires, fog; `dispute`: of states and companies, over payment;
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
  'strike',
  'blockade',
  'ending',
  'works',
] as const

/** What the first reports said: that it stopped, only that it was struck or failed, or that it was to stop. */
export const precedentWords = ['halt', 'hit', 'threat'] as const

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u)
const text = z.string()
const optional = z.string().transform((value) => (value === '' ? null : value))
const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/u)
  .transform(Number)
const optionalNumber = z
  .string()
  .regex(/^(-?\d+(\.\d+)?)?$/u)
  .transform((value) => (value === '' ? null : Number(value)))
const day = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/u)
const optionalDay = day.transform((value) => (value === '' ? null : value))
const carrier = z.enum(carriers)

/** Column order of every table is the key order here; `atlas check` holds files and datapackage.json to it. */
export const tableSchemas = {
  /** A place where energy of a carrier balances: a country, or a part of one. */
  zones: z.object({
    id,
    name: text,
    country: z.string().regex(/^[A-Z]{2}$|^$/u),
    kind: z.enum(['country', 'region', 'market']),
    lat: number,
    lon: number,
    note: text,
  }),
  /** Named things that reports speak of. Figures on them: stations, length, capacity. */
  assets: z.object({
    id,
    name: text,
    kind: z.enum(assetKinds),
    carrier: z.union([carrier, z.literal('')]),
    zone: optional,
    country: text,
    lat: optionalNumber,
    lon: optionalNumber,
    part_of: optional,
    operator: optional,
    note: text,
  }),
  /** Directed arcs of the programme; a reversible line is two rows. Several links may belong to one asset. */
  links: z.object({
    id,
    name: text,
    carrier,
    from_zone: id,
    to_zone: id,
    asset: optional,
    kind: z.enum(['pipeline', 'sea', 'rail', 'power', 'swap', 'market']),
    note: text,
  }),
  /** Production, or a source outside the modelled world. `emergency` is off in the base and listed in a brief. */
  supplies: z.object({
    id,
    name: text,
    carrier,
    zone: id,
    asset: optional,
    kind: z.enum(['production', 'market', 'emergency']),
    note: text,
  }),
  /** `final`: served in tiers. `market`: an outlet outside the modelled world that takes what comes up to its rate. */
  demands: z.object({
    id,
    name: text,
    carrier,
    zone: id,
    kind: z.enum(['final', 'market']),
    note: text,
  }),
  stores: z.object({
    id,
    name: text,
    carrier,
    zone: id,
    asset: optional,
    /** `reservoir`: water above turbines, as power. */
    kind: z.enum(['underground', 'tank', 'strategic', 'reservoir']),
    note: text,
  }),
  conversions: z.object({
    id,
    name: text,
    from_carrier: carrier,
    to_carrier: carrier,
    zone: id,
    asset: optional,
    kind: z.enum(['refining', 'liquefaction', 'regasification', 'generation']),
    note: text,
  }),
  /** Fields where one supply comes with another; figures on them: the ratio and what else can take the by-product. */
  joint_products: z.object({
    id,
    name: text,
    /** Supplies of the main product and of what is sold of the by-product. */
    main_supply: id,
    by_supply: id,
    /** Links by which alone the by-product leaves, separated by spaces; empty: it mixes with what its zone has. */
    outlets: text,
    note: text,
  }),
  /** Supply contracts; figures on them: yearly quantity as `rate`, `take_or_pay` share, `price`. */
  contracts: z.object({
    id,
    name: text,
    /** Actors. */
    seller: id,
    buyer: id,
    carrier,
    from_zone: optional,
    to_zone: optional,
    /** Links by which it is delivered, separated by spaces; empty: it steers no flow. */
    links: text,
    valid_from: optionalDay,
    valid_to: optionalDay,
    source: id,
    note: text,
  }),
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
    status: statusSchema,
    source: id,
    note: text,
  }),
  actors: z.object({
    id,
    name: text,
    kind: z.enum(['company', 'organisation', 'person', 'outlet', 'platform', 'vessel']),
    country: text,
    note: text,
  }),
  ownership: z.object({
    asset: id,
    actor: id,
    share_pct: number,
    valid_from: optionalDay,
    valid_to: optionalDay,
    status: statusSchema,
    source: id,
  }),
  /**
   * Sanctions, embargoes, bans, licences. `targets` and `exempts`: `TABLE/ROW` separated by spaces.
   * `effect` closed: the targeted links, supplies or assets carry nothing; exempt: named to say what stays open.
   */
  measures: z.object({
    id,
    name: text,
    imposed_by: text,
    effect: z.enum(['closed', 'cap', 'designation', 'price_cap', 'phase_out']),
    carrier: z.union([carrier, z.literal('')]),
    targets: text,
    exempts: text,
    valid_from: day,
    valid_to: optionalDay,
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
  /** Actors' shares of a supply, where a measure tells owners apart. */
  supply_actors: z.object({
    supply: id,
    actor: id,
    share_pct: number,
    valid_from: optionalDay,
    valid_to: optionalDay,
    status: statusSchema,
    source: id,
    note: text,
  }),
  /**
   * What a measure keeps apart while it is in force: energy of `origins` (`actors/…`, `countries/…`, `zones/…`) may not
   * pass the links and assets among `places`, nor be used in the zones and countries among them.
   */
  refusals: z.object({
    id,
    measure: id,
    carrier,
    origins: text,
    places: text,
    note: text,
  }),
  /** Power reactors in operation by country and type: what the ledger of nuclear fuel counts. No part of the programme. */
  reactors: z.object({
    id,
    country: z.string().regex(/^[A-Z]{2}$/u),
    reactor_type: text,
    units: number,
    /** Net electrical capacity, GW. */
    capacity_gw: number,
    /** Natural uranium that a year of operation needs, tonnes. */
    uranium_t_y: optionalNumber,
    /** Years that fuel in stock keeps the reactors running, where it is published. */
    cover_years_low: optionalNumber,
    cover_years_high: optionalNumber,
    valid_from: optionalDay,
    valid_to: optionalDay,
    status: statusSchema,
    source: id,
    note: text,
  }),
  /** Who supplies a country's reactors (or the world, `XX`) at each stage of the fuel chain, in percent of a year's need. */
  nuclear_supply: z.object({
    id,
    country: z.string().regex(/^[A-Z]{2}$/u),
    /** Empty: all reactors of the country. */
    reactor_type: text,
    stage: z.enum(['u3o8', 'conversion', 'enrichment', 'fabrication']),
    supplier: z.string().regex(/^[A-Z]{2}$/u),
    share_pct: number,
    low: optionalNumber,
    high: optionalNumber,
    valid_from: optionalDay,
    valid_to: optionalDay,
    status: statusSchema,
    source: id,
    note: text,
  }),
  /** Places that reports name and the programme does not: cities, regions, seas, seats of government. */
  places: z.object({
    id,
    name: text,
    kind: z.enum(['city', 'region', 'sea', 'continent', 'building', 'country']),
    country: text,
    lat: optionalNumber,
    lon: optionalNumber,
    /** Zone that an event here touches; the government it stands for is `metonym`. */
    zone: optional,
    metonym: optional,
    note: text,
  }),
  /** Names in every script. Countries come from CLDR; only what CLDR lacks stands here. */
  /** Who stands for a firm from a day on: a merger, a purchase of the whole. Renamings of one firm are names of it. */
  successions: z.object({
    predecessor: id,
    successor: id,
    from: day,
    source: id,
    note: text,
  }),
  names: z.object({
    table: z.enum(['zones', 'assets', 'actors', 'places', 'carriers', 'countries']),
    row: text,
    lang: z.string().regex(/^[a-z]{2}$/u),
    name: text,
    kind: z.enum(['name', 'alias', 'abbreviation']),
    note: text,
  }),
  sources: z.object({
    id,
    title: text,
    publisher: text,
    url: text,
    published: text,
    licence: text,
    /** What the figure rests on: the source's own file, an excerpt of its page, or nothing that can be cited. */
    evidence: z.enum(['file_opened', 'search_excerpt', 'own_knowledge', 'computed']),
    note: text,
  }),
} as const

export type TableName = keyof typeof tableSchemas

/** Tables whose rows have an `id`: what `TABLE/ROW` can name. */
export const tablesWithIds = [
  'zones',
  'assets',
  'links',
  'supplies',
  'demands',
  'stores',
  'conversions',
  'joint_products',
  'contracts',
  'assumptions',
  'precedents',
  'actors',
  'measures',
  'observations',
  'balances',
  'reactors',
  'nuclear_supply',
  'places',
  'sources',
] as const satisfies readonly TableName[]
export type Row<T extends TableName> = z.infer<(typeof tableSchemas)[T]>
export type Asset = Row<'assets'>
export type Link = Row<'links'>
export type Figure = Row<'figures'>
export type Measure = Row<'measures'>
export type Name = Row<'names'>
export type ObservedFlow = Row<'observations'>
export type MeteredBalance = Row<'balances'>
export type Source = Row<'sources'>
export type Reactor = Row<'reactors'>
export type NuclearSupply = Row<'nuclear_supply'>

import { z } from 'zod'
import { carrier, id, number, optional, optionalDay, optionalNumber, text } from './cells.ts'

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

/** What the programme is built of: zones, what joins them, what fills and empties them, and the contracts on it. */
export const networkTables = {
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
  /** Who buys whose cargoes, by sea; figures on them: `rate`. They steer no flow: at sea what is sold is one pool. */
  sea_trades: z.object({
    id,
    name: text,
    carrier,
    /** ISO codes of the country that sends and the one that takes. */
    seller: z.string().regex(/^[A-Z]{2}$/u),
    buyer: z.string().regex(/^[A-Z]{2}$/u),
    note: text,
  }),
} as const

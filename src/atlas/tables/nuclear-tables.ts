import { z } from 'zod'
import { statusSchema } from '../../core/provenance.ts'
import { id, number, optionalDay, optionalNumber, text } from './cells.ts'

/** Reactors and who fuels them: what the ledger of nuclear fuel counts. No part of the programme. */
export const nuclearTables = {
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
} as const

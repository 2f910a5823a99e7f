import { z } from 'zod'
import { statusSchema } from '../../core/provenance.ts'
import { carrier, day, id, number, optionalDay, text } from './cells.ts'

/** Who owns, who supplies, who forbids, and for whom it is forbidden. */
export const actorTables = {
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
} as const

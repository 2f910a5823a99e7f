import { parseCalendarDate } from '../core/time.ts'
import type { Atlas } from './atlas.ts'
import { toModelUnits } from './figures.ts'

/** Tables of what the programme is made of. */
const tables = [
  'links',
  'supplies',
  'demands',
  'stores',
  'conversions',
  'joint_products',
  'contracts',
  'sea_trades',
] as const

/**
 * What a network would leave out without a word: figures whose unit does not lead to the model's or whose day does not
 * exist, rows in zones that are not there, and demands that nothing leads to. Each is a sentence that names the row and
 * the mend.
 */
export function leftOut(atlas: Atlas): readonly string[] {
  const zones = new Set(atlas.tables.zones.map(({ id }) => id))
  const found: string[] = []
  for (const table of tables) {
    for (const row of atlas.tables[table]) {
      for (const field of ['zone', 'from_zone', 'to_zone'] as const) {
        const zone = field in row ? (row as Readonly<Record<string, unknown>>)[field] : null
        if (typeof zone === 'string' && zone !== '' && !zones.has(zone)) {
          found.push(
            `${table}/${row.id}: ${field} is "${zone}", which is not in zones; add the zone or name another.`,
          )
        }
      }
      for (const figure of atlas.figuresOf(table, row.id)) {
        if (figure.field === 'level' && figure.unit === '%') continue
        const wrong = [figure.valid_from, figure.valid_to].find(
          (day) => day !== null && parseCalendarDate(day) === null,
        )
        const day = parseCalendarDate(figure.valid_from ?? '2025-01-01')
        if (wrong !== undefined || day === null) {
          found.push(
            `${table}/${row.id}: ${figure.field} is of ${wrong}, which is not a day of the calendar; correct it.`,
          )
          continue
        }
        if (toModelUnits(atlas, figure, day) !== null) continue
        found.push(
          `${table}/${row.id}: ${figure.field} is given in "${figure.unit}", which leads to no unit of the model here; give one that fits the carrier.`,
        )
      }
    }
  }
  return [...found, ...unreached(atlas)]
}

/** Demands of zones that no link leads to and where nothing is made or kept. */
function unreached({ tables: { links, supplies, stores, conversions, demands } }: Atlas): readonly string[] {
  const key = (zone: string, carrier: string) => `${zone}:${carrier}`
  const fed = new Set([
    ...links.map((link) => key(link.to_zone, link.carrier)),
    ...[...supplies, ...stores].map((row) => key(row.zone, row.carrier)),
    ...conversions.map((row) => key(row.zone, row.to_carrier)),
  ])
  return demands
    .filter((demand) => !fed.has(key(demand.zone, demand.carrier)))
    .map(
      ({ id, zone, carrier }) =>
        `demands/${id}: no link, source, plant or store gives ${carrier} to ${zone}; add one, or leave the demand out.`,
    )
}

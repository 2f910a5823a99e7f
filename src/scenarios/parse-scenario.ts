import { z } from 'zod'
import type { Atlas } from '../atlas/atlas.ts'
import { closest } from '../core/closest.ts'
import { CorridorError } from '../core/errors.ts'
import { schemaFault } from '../core/schema-fault.ts'
import { addDays, type CalendarDate, parseCalendarDate } from '../core/time.ts'
import { statedPremise } from './assumptions.ts'
import { type Scenario, scenarioSchema, sharingRules, shockFields, uncertainSchema } from './scenario.ts'

/** How a person writes a scenario: ranges may be one number, and what is left out has a stated default. */
export const scenarioFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u, 'an id has small letters, digits and hyphens only'),
  title: z.string(),
  start: z.string(),
  days: z.number().int().min(1).max(730).default(91),
  belief_days: z.number().positive().optional(),
  network_date: z.string().optional(),
  watch: z.array(z.string()).default([]),
  /** Who bears a shortage: zones that can help each other alike, or own demand first and exports cut. */
  sharing: z.enum(sharingRules).default('cooperative'),
  assumptions: z
    .array(z.strictObject({ id: z.string(), statement: z.string(), source: z.string().optional() }))
    .default([]),
  extendable: z
    .array(
      z.strictObject({
        asset: z.string(),
        most: z.number().min(0),
        unit: z.string(),
        cost_eur_y: z.number().min(0),
        from: z.string().optional(),
      }),
    )
    .optional(),
  must_serve: z.array(z.strictObject({ demand: z.string(), share: z.number().min(0).max(1) })).optional(),
  shocks: z
    .array(
      z.strictObject({
        asset: z.string(),
        field: z.enum(shockFields),
        value: z.number().optional(),
        low: z.number().optional(),
        central: z.number().optional(),
        high: z.number().optional(),
        unit: z.string().default('1'),
        from: z.string().optional(),
        to: z.string().nullable().optional(),
        days: z.number().int().positive().optional(),
        because: z.string().optional(),
        uncertain: z.strictObject(uncertainSchema.shape).optional(),
      }),
    )
    .min(1, 'a scenario needs at least one shock'),
})

/** Tables whose rows a shock can name. */
const shockable = ['links', 'supplies', 'demands', 'stores', 'conversions', 'measures', 'assets'] as const

/**
 * A scenario from the parsed content of its file. Throws `scenario_invalid` on a wrong shape or day, and
 * `asset_unknown` with suggestions where a shock names nothing of the atlas.
 */
export function parseScenario(
  value: unknown,
  options: { readonly atlas: Atlas; readonly where: string },
): Scenario {
  const { atlas, where } = options
  const parsed = scenarioFileSchema.safeParse(value)
  if (!parsed.success) {
    throw new CorridorError(
      'scenario_invalid',
      `${where}: not a scenario: ${schemaFault(parsed.error)}; "corridor scenario show cpc-one-mooring" prints one that works`,
    )
  }
  const file = parsed.data
  const start = dayOf(file.start, `${where}: start`)
  const shocks = file.shocks.map((shock, index) => {
    const at = `${where}: shock ${index + 1}`
    const central = shock.central ?? shock.value
    if (central === undefined)
      throw new CorridorError('scenario_invalid', `${at}: give it a value, or low, central and high`)
    const from = shock.from === undefined ? start : dayOf(shock.from, `${at}: from`)
    const to = shock.days === undefined ? shock.to : addDays(from, shock.days - 1)
    return {
      asset: knownAsset(shock.asset, atlas, at),
      field: shock.field,
      low: shock.low ?? central,
      central,
      high: shock.high ?? central,
      unit: shock.unit,
      from,
      to: to == null ? null : dayOf(to, `${at}: to`),
      status: 'assumed' as const,
      because: [shock.because ?? `assumption:${file.id}`],
      ...(shock.uncertain === undefined ? {} : { uncertain: shock.uncertain }),
    }
  })
  return scenarioSchema.parse({
    id: file.id,
    title: file.title,
    network_date:
      file.network_date === undefined ? start : dayOf(file.network_date, `${where}: network_date`),
    start,
    days: file.days,
    belief_days: file.belief_days ?? file.days,
    sharing: file.sharing,
    shocks,
    ...(file.extendable === undefined
      ? {}
      : {
          extendable: file.extendable.map((one, index) => ({
            ...one,
            asset: knownAsset(one.asset, atlas, `${where}: extendable ${index + 1}`),
            from: one.from === undefined ? start : dayOf(one.from, `${where}: extendable ${index + 1}: from`),
          })),
        }),
    ...(file.must_serve === undefined
      ? {}
      : {
          must_serve: file.must_serve.map((one, index) => ({
            ...one,
            demand: knownAsset(one.demand, atlas, `${where}: must_serve ${index + 1}`),
          })),
        }),
    assumptions: [
      statedPremise({ id: file.id, statement: file.title, status: 'assumed', because: [] }),
      ...file.assumptions.map(({ id, statement }) =>
        statedPremise({ id, statement, status: 'assumed', because: [] }),
      ),
    ],
    watch: file.watch,
  })
}

function dayOf(text: string, where: string): CalendarDate {
  const day = parseCalendarDate(text)
  if (day === null) {
    throw new CorridorError(
      'date_impossible',
      `${where}: "${text}" is not a day that exists; write it as YYYY-MM-DD`,
    )
  }
  return day
}

function knownAsset(ref: string, atlas: Atlas, where: string): string {
  const table = ref.slice(0, ref.indexOf('/'))
  if ((shockable as readonly string[]).includes(table) && atlas.row(ref) !== null) return ref
  const wanted = ref.slice(ref.indexOf('/') + 1)
  const ids = shockable.flatMap((name) => atlas.tables[name].map((row) => `${name}/${row.id}`))
  const suggestions = closest(wanted, ids)
  throw new CorridorError('asset_unknown', `${where}: the atlas has no "${ref}"; a shock names TABLE/ROW`, {
    details: { suggestions },
  })
}

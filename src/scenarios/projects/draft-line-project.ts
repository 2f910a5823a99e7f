import type { Atlas } from '../../atlas/atlas.ts'
import { rateUnits, stockUnits } from '../../atlas/figures.ts'
import type { Network } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import type { CalendarDate } from '../../core/time.ts'
import { convert } from '../../core/units.ts'
import { assumptionOf, rangeOf } from '../assumptions.ts'
import type { EventFacts } from '../event-facts.ts'
import type { AddedRow, Question } from '../question.ts'
import type { Assumption, Shock } from '../scenario.ts'
import type { LineTarget } from './project-lines.ts'
import { projectQuestion } from './project-question.ts'
import { projectSize } from './project-size.ts'

const premisesOf: Readonly<Record<LineTarget['kind'], { lead: string; size: string; ramp: string }>> = {
  pipeline: { lead: 'lead-time-pipeline', size: 'project-line-size', ramp: 'ramp-up-line' },
  interconnector: { lead: 'lead-time-interconnector', size: 'project-cable-size', ramp: 'ramp-up-plant' },
  'enlarged line': { lead: 'lead-time-enlargement', size: 'project-line-size', ramp: 'ramp-up-line' },
  'enlarged cable': { lead: 'lead-time-enlargement', size: 'project-cable-size', ramp: 'ramp-up-plant' },
  'enlarged lng export': { lead: 'lead-time-lng-export', size: 'project-lng-size', ramp: 'ramp-up-plant' },
  'enlarged lng import': { lead: 'lead-time-lng-import', size: 'project-lng-size', ramp: 'ramp-up-plant' },
  'enlarged refinery': { lead: 'lead-time-refinery', size: 'project-refinery-size', ramp: 'ramp-up-plant' },
  'lng export': { lead: 'lead-time-lng-export', size: 'project-lng-size', ramp: 'ramp-up-plant' },
  'lng import': { lead: 'lead-time-lng-import', size: 'project-lng-size', ramp: 'ramp-up-plant' },
}

/** Premises for what a unit costs to send over a new pipeline; cables of the atlas cost nothing, and terminals none here. */
const tariffs: Readonly<Partial<Record<Carrier, string>>> = {
  gas: 'project-tariff-gas',
  crude: 'project-tariff-oil',
  products: 'project-tariff-oil',
}

export interface LineProjectInput {
  readonly facts: EventFacts
  readonly atlas: Atlas
  readonly network: Network
  readonly target: LineTarget
  readonly start: CalendarDate
  /** What it adds, where the words of the project do not say it by themselves. */
  readonly size?: Assumption
}

/**
 * A line or terminal that comes early, late or never. Officials state its capacity; in its first year it carries the share
 * of that which new ones do, as far as anybody wants it.
 */
export function draftLineProject({
  facts,
  atlas,
  network,
  target,
  start,
  ...own
}: LineProjectInput): Question {
  const { kind, carrier, name, ways } = target
  const premises = premisesOf[kind]
  const lead = assumptionOf(atlas, premises.lead)
  const size = own.size ?? projectSize(facts, carrier, premises.size, atlas)
  const ramp = assumptionOf(atlas, premises.ramp)
  const [sizes, part] = [rangeOf(size), rangeOf(ramp)]
  const isLine = kind === 'pipeline' || kind === 'enlarged line'
  const tariff = isLine ? tariffOf(carrier, atlas) : null
  const table = tableOf(kind)
  const rowOf = ({ from, to }: LineTarget['ways'][0], at: number): AddedRow => ({
    table,
    id: `project-${facts.event.id}${at === 0 ? '' : isLine ? `-${at}` : '-back'}`,
    name: at === 0 ? name : `${name}, ${isLine ? `section ${at + 1}` : 'the other way'}`,
    bus: from,
    to,
    efficiency: target.efficiency ?? 1,
    because: `assumption:${size.id}`,
    // It is paid once, whatever the sections.
    ...(tariff === null || at > 0 ? {} : { cost: tariff.cost }),
  })
  const [there, ...back] = ways
  const shockOf = (row: AddedRow, from: CalendarDate): Shock => ({
    asset: `${row.table}/${row.id}`,
    field: row.table === 'supplies' ? 'supply' : 'capacity',
    low: sizes.low * part.low,
    central: sizes.central * part.central,
    high: sizes.high * part.high,
    unit: rateUnits[carrier],
    from,
    to: null,
    status: size.status === 'reported' ? 'estimated' : size.status,
    because: [...size.because, ...facts.claims.map((claim) => claim.because), ...ramp.because],
  })
  return projectQuestion({
    facts,
    atlas,
    network,
    start,
    lead,
    first: 'flow',
    name,
    added: [rowOf(there, 0), ...back.map((way, at) => rowOf(way, at + 1))],
    ...(isLine ? { counted: 1 } : {}),
    shockOf,
    carrier,
    planned: sizes,
    size: [size, ramp, ...(tariff === null ? [] : [tariff.premise])],
    others: [],
  })
}

/** A plant for export is a source of LNG, one that lands or refines a conversion, all else a link. */
function tableOf(kind: LineTarget['kind']): AddedRow['table'] {
  if (kind.endsWith('lng export')) return 'supplies'
  return kind.endsWith('lng import') || kind.endsWith('refinery') ? 'conversions' : 'links'
}

/** The premise for the tariff of a line of a carrier, and its middle in EUR for a unit of the model; null where there is none. */
function tariffOf(
  carrier: Carrier,
  atlas: Atlas,
): { readonly premise: Assumption; readonly cost: NonNullable<AddedRow['cost']> } | null {
  const id = tariffs[carrier]
  if (id === undefined) return null
  const premise = assumptionOf(atlas, id)
  const unit = `EUR/${stockUnits[carrier]}`
  const value = convert(rangeOf(premise).central, premise.unit ?? '', unit, { carrier })?.value
  return value === undefined ? null : { premise, cost: { value, unit, because: `assumption:${id}` } }
}

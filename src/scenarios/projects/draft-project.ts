import type { Atlas } from '../../atlas/atlas.ts'
import { rateUnits } from '../../atlas/figures.ts'
import type { Network } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import type { CalendarDate } from '../../core/time.ts'
import { assumptionOf, rangeOf, statedPremise } from '../assumptions.ts'
import { isPowerUnit } from '../claimed/claimed-range.ts'
import { assetsOf, countriesOf, type EventFacts } from '../event-facts.ts'
import { assetRow, plantsOfAsset } from '../network-parts.ts'
import type { AddedRow, Question } from '../question.ts'
import type { Assumption, Shock } from '../scenario.ts'
import { isOf } from '../topics.ts'
import { projectQuestion } from './project-question.ts'
import { isOfUnit, projectSize, sizeInAtlas } from './project-size.ts'

/** Kinds of project, with the premises of the atlas that say how long one takes and how large it is. */
const premisesOf = {
  'gas well': { lead: 'lead-time-well', size: 'project-gas-well-output' },
  well: { lead: 'lead-time-well', size: 'project-well-output' },
  field: { lead: 'lead-time-field', size: 'project-well-output' },
  'gas field': { lead: 'lead-time-field', size: 'project-gas-well-output' },
  refinery: { lead: 'lead-time-refinery', size: 'project-refinery-size' },
  generation: { lead: 'lead-time-generation', size: 'project-generation-size' },
  nuclear: { lead: 'lead-time-nuclear', size: 'project-reactor-size' },
} as const
type ProjectKind = keyof typeof premisesOf

/** Wells and fields of gas have premises of their own. */
function gasKind(kind: ProjectKind): ProjectKind {
  if (kind === 'well') return 'gas well'
  return kind === 'field' ? 'gas field' : kind
}

/** What a project would add to: a row of the network that stands for it, and what the row gives today. */
export interface ProjectTarget {
  readonly kind: ProjectKind
  readonly carrier: Carrier
  /** `supplies/ID` or `conversions/ID`. */
  readonly ref: string
  readonly name: string
  /** Output, or intake of a refinery, on the day; above zero. */
  readonly base: number
  /** Bus of the source, or that the plant draws on; `to` and `efficiency` of a plant. */
  readonly bus: string
  readonly to: string | null
  readonly efficiency: number
  /** Where it lies. */
  readonly country: string
  /** The plant that is named; null where none is. */
  readonly asset: string | null
}

/**
 * What a planned well, field, refinery or power plant adds to: the named plant where the network has it, else the
 * largest source, or refinery, of its carrier in a named country. Null where the network has nothing to add to.
 */
export function findProjectTarget(facts: EventFacts, atlas: Atlas, network: Network): ProjectTarget | null {
  const kind = kindOf(facts, atlas)
  if (kind === null) return null
  for (const asset of assetsOf(facts)) {
    const [plant] = plantsOfAsset(atlas, network, asset)
    const found = plant === undefined ? null : rowOf(network, atlas, plant.ref)
    if (plant && found) return { kind, carrier: plant.carrier, ref: plant.ref, ...found, asset }
  }
  for (const countries of sitesOf(facts, atlas)) {
    const found = largestIn({ facts, atlas, network }, kind, countries)
    if (found !== null) return { ...found, asset: assetOfKind(kind, facts, atlas) }
  }
  return null
}

/**
 * Where the work may be, likeliest first: the countries of named regions and waters, then those of the event, else the one that its reports name most, that are not merely the
 * home of a named company; its home where no other country is named.
 */
function sitesOf(facts: EventFacts, atlas: Atlas): readonly (readonly string[])[] {
  const rows = [...facts.refs].flatMap((ref) => atlas.row(ref) ?? [])
  const countryOf = (row: object): string =>
    'country' in row && typeof row.country === 'string' ? row.country : ''
  const places = rows
    .filter(({ table, row }) => table === 'places' && !('metonym' in row && row.metonym))
    .map(({ row }) => countryOf(row))
  // A Russian firm that drills elsewhere is no word about Russia: who is told by an adjective is no site.
  const implied = facts.claims
    .flatMap(({ claim }) => claim.assets_implied)
    .flatMap((name) => atlas.refOf(name) ?? [])
    .flatMap((ref) => (ref.startsWith('countries/') ? [ref.slice(10)] : []))
  const homes = new Set([
    ...implied,
    ...rows.filter(({ table }) => table === 'actors').map(({ row }) => countryOf(row)),
  ])
  const all = countriesOf(facts)
  const abroad = all.filter((code) => !homes.has(code))
  const told = mostNamed(facts)
  const [toldAbroad] = told.filter((code) => !homes.has(code))
  const likeliest = toldAbroad ?? told[0]
  const site = abroad.length > 0 ? abroad : likeliest === undefined ? all : [likeliest]
  // A plant that is named stands where the atlas has it, also where no country is told.
  const named = assetsOf(facts).flatMap((id) => assetRow(atlas, id)?.country ?? [])
  return [
    named.filter((code) => code !== '' && !code.includes(' ')),
    places.filter((code) => code !== ''),
    site,
  ]
}

/** The first named asset that a project of the kind may be a part of. */
function assetOfKind(kind: ProjectKind, facts: EventFacts, atlas: Atlas): string | null {
  const isPower = kind === 'nuclear' || kind === 'generation'
  const fits = isPower ? 'plant' : kind === 'refinery' ? 'refinery' : 'field'
  return assetsOf(facts).find((id) => assetRow(atlas, id)?.kind === fits) ?? null
}

/** Countries that the reports of an event name, most often named first. */
function mostNamed(facts: EventFacts): readonly string[] {
  const counts = new Map<string, number>()
  for (const reading of new Set(facts.claims.map((claim) => claim.reading))) {
    for (const { atlas, mentions } of reading.entities) {
      const code = /^countries\/([A-Z]{2})$/u.exec(atlas ?? '')?.[1]
      if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + mentions.length)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code)
}

function largestIn(
  { facts, atlas, network }: { facts: EventFacts; atlas: Atlas; network: Network },
  kind: ProjectKind,
  countries: readonly string[],
): Omit<ProjectTarget, 'asset'> | null {
  const zones = new Set(countries.flatMap((code) => atlas.zonesOf(code)))
  const carriers = carriersFor(kind, facts, atlas)
  const rows = carriers.flatMap((carrier) => {
    const lies = (bus: string): boolean =>
      bus.endsWith(`:${carrier}`) && zones.has(bus.slice(0, bus.lastIndexOf(':')))
    const refs =
      kind === 'refinery'
        ? network.conversions.filter((one) => lies(one.from)).map((one) => `conversions/${one.id}`)
        : network.supplies
            .filter((one) => one.kind === 'production' && lies(one.bus))
            .map((one) => `supplies/${one.id}`)
    return refs.flatMap((ref) => {
      const row = rowOf(network, atlas, ref)
      return row === null ? [] : [{ kind, carrier, ref, ...row }]
    })
  })
  return rows.sort((a, b) => b.base - a.base || (a.ref < b.ref ? -1 : 1))[0] ?? null
}

function kindOf(facts: EventFacts, atlas: Atlas): ProjectKind | null {
  const names = (carrier: string): boolean => facts.refs.has(`carriers/${carrier}`)
  const kinds = new Set([
    ...assetsOf(facts).map((id) => assetRow(atlas, id)?.kind),
    ...facts.claims.flatMap(({ claim, reading }) =>
      reading.entities.filter(({ canonical }) => claim.assets.includes(canonical)).map(({ type }) => type),
    ),
  ])
  if (facts.event.type === 'discovery_or_drilling') return 'well'
  // A plant that is named says by its name what it burns.
  const isNuclear = assetsOf(facts).some((id) => /\bnuclear\b/iu.test(assetRow(atlas, id)?.name ?? ''))
  const says = (topic: 'reactor' | 'refinery' | 'power_plant'): boolean =>
    facts.claims.some((claim) => isOf(claim, topic))
  if (names('nuclear') || isNuclear || says('reactor')) return 'nuclear'
  if (kinds.has('refinery') || names('products') || says('refinery')) return 'refinery'
  if (kinds.has('field')) return 'field'
  const givesPower = facts.claims.some(({ quantities }) => quantities.some(({ unit }) => isPowerUnit(unit)))
  return kinds.has('plant') || names('power') || says('power_plant') || givesPower ? 'generation' : null
}

function carriersFor(kind: ProjectKind, facts: EventFacts, atlas: Atlas): readonly Carrier[] {
  if (kind === 'generation' || kind === 'nuclear') return ['power']
  if (kind === 'refinery') return ['crude']
  const named = assetsOf(facts).flatMap((id) => assetRow(atlas, id) ?? [])
  if (named.some((row) => row.kind === 'field' && row.carrier === 'gas')) return ['gas']
  return facts.refs.has('carriers/gas') && !facts.refs.has('carriers/crude') ? ['gas'] : ['crude']
}

type Found = Pick<ProjectTarget, 'name' | 'base' | 'bus' | 'to' | 'efficiency' | 'country'>

function rowOf(network: Network, atlas: Atlas, ref: string): Found | null {
  const id = ref.slice(ref.indexOf('/') + 1)
  const supply = network.supplies.find((row) => `supplies/${row.id}` === ref)
  const plant = network.conversions.find((row) => row.id === id && ref.startsWith('conversions/'))
  const base = supply ? (supply.output ?? supply.capacity)?.value : (plant?.capacity ?? plant?.flow)?.value
  const [name, bus] = [supply?.name ?? plant?.name, supply?.bus ?? plant?.from]
  if (base === undefined || name === undefined || bus === undefined || base <= 0) return null
  const zone = bus.slice(0, bus.lastIndexOf(':'))
  const country = atlas.tables.zones.find((row) => row.id === zone)?.country ?? ''
  return { name, base, bus, to: plant?.to ?? null, efficiency: plant?.efficiency ?? 1, country }
}

export interface ProjectInput {
  readonly facts: EventFacts
  readonly atlas: Atlas
  readonly network: Network
  readonly target: ProjectTarget
  /** Day on which work begins or the plan was told. */
  readonly start: CalendarDate
  /** The network is of another day than the plan, because the atlas has nothing there at that time. */
  readonly isLaterNetwork: boolean
}

/**
 * A project that comes early, late or never: what it would add in the year after its earliest first output. Lead time
 * and size are premises of the atlas unless a report names the size.
 */
export function draftProject(input: ProjectInput): Question {
  const { facts, atlas, network, target, start } = input
  const premises = premisesOf[target.carrier === 'gas' ? gasKind(target.kind) : target.kind]
  const lead = assumptionOf(atlas, premises.lead)
  const size = sizeOf(input, premises.size)
  const planned = rangeOf(size)
  // Officials state capacity; users get what a plant of the kind gives over a year.
  const isCapacity = size.id !== premises.size || size.status === 'reported' || target.kind === 'nuclear'
  const use = isCapacity ? useOf(target.kind, atlas) : null
  const part = use === null ? { low: 1, central: 1, high: 1 } : rangeOf(use)
  const sizes = {
    low: planned.low * part.low,
    central: planned.central * part.central,
    high: planned.high * part.high,
  }
  const table = target.to === null ? 'supplies' : 'conversions'
  const added: AddedRow = {
    table,
    id: `project-${facts.event.id}`,
    name: nameOf(target, facts, atlas),
    bus: target.bus,
    to: target.to,
    efficiency: target.efficiency,
    because: `assumption:${size.id}`,
  }
  const shockOf = (row: AddedRow, from: CalendarDate): Shock => ({
    asset: `${row.table}/${row.id}`,
    field: row.table === 'supplies' ? 'supply' : 'capacity',
    ...sizes,
    unit: rateUnits[target.carrier],
    from,
    to: null,
    status: use === null ? size.status : 'estimated',
    because: [...size.because, ...facts.claims.map((claim) => claim.because)],
  })
  return projectQuestion({
    facts,
    atlas,
    network,
    start,
    lead,
    first: 'output',
    name: added.name,
    added: [added],
    shockOf,
    carrier: target.carrier,
    planned,
    size: [size],
    others: input.isLaterNetwork ? [networkPremise(network, start)] : [],
  })
}

/** What the reports name; else, of a named plant, the capacity of the atlas, of one unit where one is spoken of; else a premise. */
function sizeOf({ facts, atlas, network, target }: ProjectInput, premise: string): Assumption {
  const told = projectSize(facts, target.carrier, premise, atlas)
  // A stage of a field is no share of the field that anybody could know.
  if (told.status === 'reported' || target.asset === null || target.kind.endsWith('field')) return told
  return sizeInAtlas(target.asset, facts, { carrier: target.carrier, atlas, day: network.as_of }) ?? told
}

/** `New unit of X` where a plant is named that works already, X itself where it does not yet; else by kind and country. */
function nameOf({ kind, asset, country }: ProjectTarget, facts: EventFacts, atlas: Atlas): string {
  const row = asset === null ? null : assetRow(atlas, asset)
  if (row === null) return `${projectWords[kind]} in ${atlas.nameOf(`countries/${country}`)}`
  return isOfUnit(row.name, facts) ? `New unit of ${row.name}` : row.name
}

/** What of a stated capacity a plant of the kind works; null where the size is output already. */
function useOf(kind: ProjectKind, atlas: Atlas): Assumption | null {
  if (kind === 'refinery' || kind === 'generation' || kind === 'nuclear')
    return assumptionOf(atlas, `use-${kind}`)
  return null
}

const projectWords: Readonly<Record<ProjectKind, string>> = {
  'gas well': 'New well',
  well: 'New well',
  field: 'New field',
  'gas field': 'New field',
  refinery: 'New refinery',
  generation: 'New power plant',
  nuclear: 'New nuclear power plant',
}

function networkPremise(network: Network, start: CalendarDate): Assumption {
  return statedPremise({
    id: 'project-network',
    statement: `The atlas has nothing there on ${start}: the network of ${network.as_of} stands in`,
    status: 'assumed',
    because: [],
  })
}

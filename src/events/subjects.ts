import type { Atlas } from '../atlas/atlas.ts'
import { foldName as foldSpelling } from '../atlas/search-names.ts'
import type { Actor, Asset, Place } from './atlas-rows.ts'
import { actorRow, assetRow, placeRow } from './atlas-rows.ts'

export type SubjectKind =
  | 'site'
  | 'line'
  | 'company'
  | 'person'
  | 'organisation'
  | 'place'
  | 'country'
  | 'commodity'

/** How much it says that two claims name the same thing: a station singles out an event, a country hardly. */
export const kindWeight: Readonly<Record<SubjectKind, number>> = {
  site: 1,
  line: 0.9,
  company: 0.6,
  person: 0.4,
  organisation: 0.4,
  place: 0.4,
  country: 0.25,
  commodity: 0.15,
}

/** One thing that a claim is about, folded so that its names in any report meet. */
export interface Subject {
  readonly name: string
  readonly kind: SubjectKind
  /** Keys that make it one with another subject: its row, its name without generic words, what it stands for. */
  readonly keys: readonly string[]
  /** What it belongs to or stands behind: the line of a station, the operator of a line, the country of a person. */
  readonly related: readonly string[]
}

const siteTypes = new Set(['station', 'port', 'terminal', 'field', 'refinery', 'plant', 'vessel', 'strait'])
const lineKinds = new Set<Asset['kind']>(['pipeline', 'interconnector', 'route', 'railway'])

const generic =
  /\b(pipelines?|pumping|compressor|stations?|gas|oil|company|group|llc|jsc|pjsc|plc|ag|the|terminal|port|fsru|\(place\))\b/gu

/** Name without case, marks and generic words, so that `Beni Saf` and `Beni Saf compressor station` meet. */
export function nameKey(name: string): string {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const stripped = words(folded.replace(generic, ' '))
  return `name:${stripped === '' ? words(folded) : stripped}`
}

const soundClasses: readonly (readonly [RegExp, string])[] = [
  [/[fvw]|ph/gu, 'f'],
  [/[bp]/gu, 'p'],
  [/[td]h?/gu, 't'],
  [/ch|sh|zh|dz|[szcjx]/gu, 's'],
  [/[gkq]h?|kh/gu, 'k'],
]

/**
 * Consonants of a name that the atlas lacks, those that scripts confuse made one: `Al Khattiya` and
 * `Al-Khtia` meet. Null where fewer than four are left, too few to tell names apart.
 */
function soundKey(name: string): string | null {
  let sound = name.normalize('NFKD').toLowerCase()
  for (const [pattern, letter] of soundClasses) sound = sound.replace(pattern, letter)
  sound = sound.replace(/[^b-df-hj-np-tv-xz]/gu, '').replace(/(.)\1+/gu, '$1')
  return sound.length < 4 ? null : `sound:${sound}`
}

function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/**
 * Folds names as claims give them. `entity` is the type and atlas row that the report's reading gave the
 * name; names that the atlas lacks are kept by their own spelling.
 */
export function createFolder(atlas: Atlas): (name: string, entity?: SeenEntity) => Subject {
  const cache = new Map<string, Subject>()
  const refs = new Map<string, string>()
  for (const entry of atlas.nameIndexEntries()) {
    const folded = foldSpelling(entry.name)
    if (!refs.has(folded)) refs.set(folded, entry.ref)
  }
  return (name, entity) => {
    const key = `${name} ${entity?.type ?? ''} ${entity?.atlas ?? ''}`
    const known =
      cache.get(key) ??
      foldThing(
        atlas,
        name,
        entity?.atlas ?? atlas.refOf(name) ?? refs.get(foldSpelling(name)) ?? null,
        entity?.type,
      )
    cache.set(key, known)
    return known
  }
}

export interface SeenEntity {
  readonly type: string
  readonly atlas: string | null
}

function foldThing(atlas: Atlas, name: string, ref: string | null, type = 'place'): Subject {
  if (ref !== null) {
    const asset = assetRow(atlas, ref)
    if (asset) return foldAsset(atlas, asset)
    const actor = actorRow(atlas, ref)
    if (actor) return foldActor(atlas, actor)
    const place = placeRow(atlas, ref)
    if (place) return foldPlace(place)
    if (ref.startsWith('countries/')) return { name, kind: 'country', keys: [ref], related: [] }
    if (ref.startsWith('carriers/')) return { name, kind: 'commodity', keys: [ref], related: [] }
    const row = atlas.row(ref)?.row
    if (row && 'country' in row)
      return { name, kind: 'place', keys: [ref, nameKey(name)], related: country(row.country) }
  }
  const sound = soundKey(name)
  return {
    name,
    kind: kindOfType(type),
    keys: sound === null ? [nameKey(name)] : [nameKey(name), sound],
    related: [],
  }
}

function kindOfType(type: string): SubjectKind {
  if (siteTypes.has(type)) return 'site'
  switch (type) {
    case 'pipeline':
      return 'line'
    case 'company':
    case 'person':
    case 'organisation':
    case 'country':
    case 'commodity':
      return type
    default:
      return 'place'
  }
}

function country(code: string): string[] {
  return /^[A-Z]{2}$/u.test(code) ? [`countries/${code}`] : []
}

function foldAsset(atlas: Atlas, asset: Asset): Subject {
  const above = atlas.ancestors(asset.id)
  const operators = [asset, ...above].flatMap((row) =>
    row.operator === null ? [] : [`actors/${row.operator}`],
  )
  const owners = atlas.tables.ownership
    .filter((row) => row.asset === asset.id && row.share_pct >= 50)
    .map((row) => `actors/${row.actor}`)
  return {
    name: asset.name,
    kind: lineKinds.has(asset.kind) ? 'line' : 'site',
    keys: [`assets/${asset.id}`, nameKey(asset.name)],
    related: [...new Set([...above.map((row) => `assets/${row.id}`), ...operators, ...owners])],
  }
}

/** The one line that a company exists for (a consortium and its pipeline), or null where it runs several. */
function onlyLine(atlas: Atlas, actor: string): Asset | null {
  const run = atlas.tables.assets.filter(
    (asset) => asset.operator === actor && asset.part_of === null && lineKinds.has(asset.kind),
  )
  const others = atlas.tables.assets.some(
    (asset) => asset.operator === actor && asset.part_of === null && !lineKinds.has(asset.kind),
  )
  return run.length === 1 && !others ? (run[0] ?? null) : null
}

function foldActor(atlas: Atlas, actor: Actor): Subject {
  const own = [`actors/${actor.id}`, nameKey(actor.name)]
  const related = country(actor.country)
  switch (actor.kind) {
    case 'company': {
      const line = onlyLine(atlas, actor.id)
      if (line)
        return {
          ...foldAsset(atlas, line),
          name: actor.name,
          keys: [...own, `assets/${line.id}`, nameKey(line.name)],
        }
      return { name: actor.name, kind: 'company', keys: own, related }
    }
    case 'person':
      return { name: actor.name, kind: 'person', keys: own, related }
    case 'vessel':
      return { name: actor.name, kind: 'site', keys: own, related: [] }
    case 'organisation':
    case 'outlet':
    case 'platform':
      return { name: actor.name, kind: 'organisation', keys: own, related }
  }
}

/** A capital or a seat of government stands for its country: `Moscow` meets `Russia`. */
function foldPlace(place: Place): Subject {
  const own = [`places/${place.id}`, nameKey(place.name)]
  if (place.kind === 'country') return { name: place.name, kind: 'country', keys: own, related: [] }
  if (place.kind === 'continent') return { name: place.name, kind: 'country', keys: own, related: [] }
  const stands = place.metonym === null ? [] : [standsFor(place.metonym)]
  return { name: place.name, kind: 'place', keys: own, related: [...stands, ...country(place.country)] }
}

function standsFor(metonym: string): string {
  if (metonym.includes('/')) return metonym
  return /^[A-Za-z]{2}$/u.test(metonym) ? `countries/${metonym.toUpperCase()}` : `actors/${metonym}`
}

import type { AtlasTables, NameEntry } from './atlas.ts'
import { countryCodes, countryNames } from './country-names.ts'
import type { Asset, Name } from './tables.ts'

/** Types of the reading format by asset kind. */
const assetTypes: Readonly<Record<Asset['kind'], string>> = {
  pipeline: 'pipeline',
  station: 'station',
  port: 'port',
  terminal: 'terminal',
  mooring: 'terminal',
  field: 'field',
  refinery: 'refinery',
  plant: 'plant',
  storage: 'plant',
  strait: 'strait',
  interconnector: 'pipeline',
  railway: 'place',
  route: 'pipeline',
}

interface Thing {
  readonly canonical: string
  readonly type: string
}

/**
 * Every name of everything that a report may speak of. A country whose name in the atlas differs from
 * CLDR's English one (Turkey, Türkiye) is called as the atlas calls it, and CLDR's name is an alias.
 * Zones that are whole countries have no entry of their own: `zonesOf` leads from the country to them.
 */
export function buildNameEntries(tables: AtlasTables): readonly NameEntry[] {
  const things = collectThings(tables)
  const entries: NameEntry[] = []
  const seen = new Set<string>()
  const add = (table: Name['table'], row: string, lang: string, name: string, kind: Name['kind']): void => {
    const ref = `${table}/${row}`
    const thing = things.get(ref)
    const key = `${ref} ${lang} ${name}`
    if (!thing || name === '' || seen.has(key)) return
    seen.add(key)
    entries.push({ table, row, ref, ...thing, lang, name, kind })
  }
  for (const [ref, thing] of things) {
    const [table, row] = split(ref)
    add(table, row, 'en', thing.canonical, 'name')
  }
  for (const { table, row, lang, name, kind } of tables.names) add(table, row, lang, name, kind)
  for (const { code, lang, name, kind } of countryNames()) add('countries', code, lang, name, kind)
  return entries
}

function split(ref: string): [Name['table'], string] {
  const slash = ref.indexOf('/')
  return [ref.slice(0, slash) as Name['table'], ref.slice(slash + 1)]
}

function collectThings(tables: AtlasTables): Map<string, Thing> {
  const things = new Map<string, Thing>()
  for (const asset of tables.assets)
    things.set(`assets/${asset.id}`, { canonical: asset.name, type: assetTypes[asset.kind] })
  for (const actor of tables.actors) {
    const type = ['outlet', 'platform'].includes(actor.kind) ? 'organisation' : actor.kind
    things.set(`actors/${actor.id}`, { canonical: actor.name, type })
  }
  for (const place of tables.places) {
    const type = place.kind === 'country' ? 'country' : 'place'
    things.set(`places/${place.id}`, { canonical: place.name, type })
  }
  for (const zone of tables.zones)
    if (zone.kind === 'region') things.set(`zones/${zone.id}`, { canonical: zone.name, type: 'place' })
  for (const { code, english } of countryCodes())
    things.set(`countries/${code}`, { canonical: english, type: 'country' })
  const preferred = tables.names.filter((name) => name.lang === 'en' && name.kind === 'name')
  for (const { table, row, name } of preferred) {
    if (table === 'carriers') things.set(`carriers/${row}`, { canonical: name, type: 'commodity' })
    if (table === 'countries') things.set(`countries/${row}`, { canonical: name, type: 'country' })
  }
  return things
}

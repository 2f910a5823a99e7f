import type { CalendarDate } from '../core/time.ts'
import type { Atlas } from './atlas.ts'
import { holdsOn } from './holds-on.ts'

type Properties = Readonly<Record<string, string | number | null>>

interface Feature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: readonly [number, number] }
    | { readonly type: 'LineString'; readonly coordinates: readonly (readonly [number, number])[] }
    | null
  readonly properties: Properties
}

export interface FeatureCollection {
  readonly type: 'FeatureCollection'
  readonly features: readonly Feature[]
}

/**
 * Zones and assets as points, links as lines between the centres of their zones (not their course), as GeoJSON
 * (RFC 7946, longitude first). Each figure that holds on the day is a property named `FIELD_UNIT`, with
 * `FIELD_status` and `FIELD_source` beside it.
 */
export function atlasToGeojson(
  atlas: Atlas,
  day: CalendarDate,
): Readonly<Record<'zones' | 'links' | 'assets', FeatureCollection>> {
  const centres = new Map(
    atlas.tables.zones.map((zone): [string, readonly [number, number]] => [zone.id, [zone.lon, zone.lat]]),
  )
  const figures = (table: 'zones' | 'links' | 'assets', row: string): Properties => {
    const fields = new Set(atlas.figuresOf(table, row).map((figure) => figure.field))
    const entries = [...fields].flatMap((field) => {
      const figure = atlas.figureAsPublished(table, row, field, day)
      if (figure === null) return []
      return [
        [`${field}_${unitInName(figure.unit)}`, figure.value],
        [`${field}_status`, figure.status],
        [`${field}_source`, figure.source],
      ]
    })
    return Object.fromEntries(entries)
  }
  const closed = new Map<string, string>()
  for (const measure of atlas.tables.measures) {
    if (measure.effect !== 'closed' || !holdsOn(measure, day)) continue
    for (const target of measure.targets.split(' ')) if (!closed.has(target)) closed.set(target, measure.id)
  }
  const zones = atlas.tables.zones.map((zone): Feature => {
    const { lat: _lat, lon: _lon, ...rest } = zone
    const geometry = { type: 'Point' as const, coordinates: [zone.lon, zone.lat] as const }
    return {
      type: 'Feature',
      id: `zones/${zone.id}`,
      geometry,
      properties: { ...rest, ...figures('zones', zone.id) },
    }
  })
  const assets = atlas.tables.assets.map((asset): Feature => {
    const { lat, lon, ...rest } = asset
    const geometry =
      lat === null || lon === null ? null : { type: 'Point' as const, coordinates: [lon, lat] as const }
    const closed_by = closed.get(`assets/${asset.id}`) ?? null
    return {
      type: 'Feature',
      id: `assets/${asset.id}`,
      geometry,
      properties: { ...rest, closed_by, ...figures('assets', asset.id) },
    }
  })
  const links = atlas.tables.links.map((link): Feature => {
    const ends = [centres.get(link.from_zone), centres.get(link.to_zone)].filter((end) => end !== undefined)
    const closed_by = closed.get(`links/${link.id}`) ?? closed.get(`assets/${link.asset ?? ''}`) ?? null
    return {
      type: 'Feature',
      id: `links/${link.id}`,
      geometry: ends.length === 2 ? { type: 'LineString', coordinates: ends } : null,
      properties: { ...link, closed_by, ...figures('links', link.id) },
    }
  })
  const collection = (features: readonly Feature[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features,
  })
  return { zones: collection(zones), links: collection(links), assets: collection(assets) }
}

/** `kbbl/d` as `kbbl_d`, `EUR/MWh` as `eur_mwh`: how units stand in names. */
export function unitInName(unit: string): string {
  return unit
    .toLowerCase()
    .replaceAll('%', 'pct')
    .replace(/[^a-z0-9]+/gu, '_')
    .replace(/^_|_$/gu, '')
}

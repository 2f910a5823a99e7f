import type { Atlas } from '../../atlas/atlas.ts'
import type { Asset } from '../../atlas/tables.ts'

/** Its own zone; else the only one of its country; else the nearest of its country to where it lies. */
export function zoneOfAsset(asset: Asset, atlas: Atlas): string | null {
  if (asset.zone !== null) return asset.zone
  const zones = asset.country.split(' ').flatMap((code) => atlas.zonesOf(code))
  const [only, second] = zones
  if (only === undefined) return null
  if (second === undefined) return only
  const { lat, lon } = asset
  if (lat === null || lon === null) return null
  const distance = (id: string): number => {
    const row = atlas.tables.zones.find((zone) => zone.id === id)
    if (row === undefined) return Number.POSITIVE_INFINITY
    // Degrees of longitude shrink with latitude; near enough to tell one zone from the next.
    return Math.hypot(row.lat - lat, (row.lon - lon) * Math.cos((lat * Math.PI) / 180))
  }
  return [...zones].sort((a, b) => distance(a) - distance(b))[0] ?? null
}

import { unitInName } from '../../atlas/to-geojson.ts'
import type { Solution } from '../solution.ts'
import type { ZonePlace } from './network-to-pypsa.ts'

type Position = readonly [number, number]

/**
 * A solution on the map, as GeoJSON: links as lines between the centres of their zones with their mean flow over
 * all periods and least headroom, zones as points with what stays unserved in all. Units stand in the names.
 */
export function solutionToGeojson(
  solution: Solution,
  ends: ReadonlyMap<string, { readonly from: string; readonly to: string }>,
  places: ReadonlyMap<string, ZonePlace>,
): object {
  const days = new Map(solution.periods.map((period) => [period.id, period.days]))
  const all = [...days.values()].reduce((sum, one) => sum + one, 0)
  const at = (zone: string): Position | null => {
    const place = places.get(zone)
    return place === undefined ? null : [place.lon, place.lat]
  }
  const flows = new Map<string, { carrier: string; unit: string; sum: number; headroom: number | null }>()
  for (const { link, carrier, unit, period, value, headroom } of solution.flows) {
    const kept = flows.get(link) ?? { carrier, unit, sum: 0, headroom: null }
    kept.sum += value * (days.get(period) ?? 0)
    if (headroom !== null) kept.headroom = Math.min(kept.headroom ?? headroom, headroom)
    flows.set(link, kept)
  }
  const lines = [...flows].map(([link, { carrier, unit, sum, headroom }]) => {
    const between = ends.get(link)
    const [from, to] = between === undefined ? [null, null] : [at(between.from), at(between.to)]
    const name = unitInName(unit)
    return {
      type: 'Feature',
      id: `links/${link}`,
      geometry: from === null || to === null ? null : { type: 'LineString', coordinates: [from, to] },
      properties: {
        link,
        carrier,
        ...between,
        [`mean_flow_${name}`]: all === 0 ? 0 : sum / all,
        [`least_headroom_${name}`]: headroom,
      },
    }
  })
  const lost = new Map<string, Record<string, number>>()
  for (const { zone, carrier, unit, period, value } of solution.unserved) {
    const kept = lost.get(zone) ?? {}
    // A rate per day over the days of the period is a quantity: `gwh_d` becomes `gwh`.
    const name = `unserved_${carrier}_${unitInName(unit).replace(/_d$/u, '')}`
    kept[name] = (kept[name] ?? 0) + value * (days.get(period) ?? 0)
    lost.set(zone, kept)
  }
  const points = [...lost].map(([zone, unserved]) => {
    const place = at(zone)
    return {
      type: 'Feature',
      id: `zones/${zone}`,
      geometry: place === null ? null : { type: 'Point', coordinates: place },
      properties: { zone, ...unserved },
    }
  })
  return { type: 'FeatureCollection', features: [...lines, ...points] }
}

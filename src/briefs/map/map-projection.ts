import {
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoCircle,
  geoDistance,
  geoNaturalEarth1,
  geoPath,
} from 'd3-geo'

export const mapWidth = 860
const PADDING = { inline: 90, block: 46 }
/** A lone short link is not shown closer than this many degrees around its middle. */
const LEAST_RADIUS = 8
/** Beyond this angle from the middle (radians) an equal-area disc distorts too much: the whole world is drawn. */
const REGIONAL = 1.15

export interface MapFrame {
  readonly projection: GeoProjection
  readonly height: number
}

/** An equal-area view that holds all the points (degrees, longitude first); the world where they lie too far apart. */
export function fitMap(points: readonly (readonly [number, number])[]): MapFrame {
  const coordinates = points.map(([lon, lat]) => [lon, lat])
  const shape = { type: 'MultiPoint' as const, coordinates }
  const centre = geoCentroid(shape)
  const reach = Math.max(...coordinates.map((point) => geoDistance(centre, [point[0] ?? 0, point[1] ?? 0])))
  const least = geoCircle().center(centre).radius(LEAST_RADIUS)()
  const fitted = {
    type: 'MultiPoint' as const,
    coordinates: [...coordinates, ...(least.coordinates[0] ?? [])],
  }
  const isRegional = reach <= REGIONAL
  const projection = isRegional
    ? geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]])
    : geoNaturalEarth1().rotate([-centre[0], 0])
  const inner = mapWidth - 2 * PADDING.inline
  projection.fitWidth(inner, fitted)
  const bounds = geoPath(projection).bounds(fitted)
  const tall = Math.ceil(bounds[1][1] - bounds[0][1]) + 2 * PADDING.block
  const height = Math.min(620, Math.max(380, tall))
  projection.fitExtent(
    [
      [PADDING.inline, PADDING.block],
      [mapWidth - PADDING.inline, height - PADDING.block],
    ],
    fitted,
  )
  projection.clipExtent([
    [0, 0],
    [mapWidth, height],
  ])
  return { projection, height }
}

import { geoPath } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { MapFlow } from '../brief.ts'
import { type Html, html, trusted } from '../escape.ts'
import { formatChange, formatNumber, formatTogether, withUnit } from '../number-format.ts'
import { type Arrow, bentArrow, type Point } from './map-arrow.ts'
import { type LabelRequest, placeLabels, placesAround } from './map-labels.ts'
import { fitMap, mapWidth } from './map-projection.ts'

/** Pixels of the widest arrow; a crowded map gets thinner ones. */
const WIDEST = 15
const WIDEST_CROWDED = 10
const CROWDED = 30
/** Changes that get their number on the map, largest first; the table has all. */
const MOST_LABELS = 14
/** Flows come with the subject of the story first; these are shown where nothing changes. */
const MOST_RELEVANT = 5
const NARROWEST = 1.4

/** The rim of a changed flow takes at least this much of the width, or nobody would see it. */
const RIM = 4

export type FlowChange = 'same' | 'loss' | 'gain'

/** Less than this share of the larger of both counts as unchanged: it would print alike. */
const NOTICEABLE = 0.005

export function flowChange(flow: Pick<MapFlow, 'base' | 'central'>): FlowChange {
  const difference = flow.central - flow.base
  if (Math.abs(difference) <= NOTICEABLE * Math.max(Math.abs(flow.base), Math.abs(flow.central)))
    return 'same'
  return difference < 0 ? 'loss' : 'gain'
}

interface DrawnFlow {
  readonly flow: MapFlow
  readonly change: FlowChange
  readonly outer: number
  readonly inner: number
  readonly arrow: Arrow
}

/**
 * Flows of a story as arrows between places, drawn once for base and shocked case: the width is the larger of both,
 * the coloured rim is what was lost or added. Widths compare within one unit. An empty list gives null.
 */
export function flowMap(
  flows: readonly MapFlow[],
  options: { readonly boundaries: Topology; readonly id: string; readonly title: string },
): Html | null {
  const drawable = flows.filter((flow) => flow.from.lat !== flow.to.lat || flow.from.lon !== flow.to.lon)
  if (drawable.length === 0) return null
  const ends = drawable.flatMap(({ from, to }) => [from, to])
  const { projection, height } = fitMap(regionOf(drawable).map(({ lon, lat }) => [lon, lat]))
  const place = ({ lon, lat }: { lon: number; lat: number }): Point => projection([lon, lat]) ?? [0, 0]
  const drawn = drawFlows(drawable, place)
  const path = geoPath(projection).digits(1)
  const land = landShapes(options.boundaries)
  const spots = new Map(ends.map((end) => [end.name, place(end)]))
  const inFrame = new Map([...spots].filter(([, [x, y]]) => x > 0 && x < mapWidth && y > 0 && y < height))
  const labels = placeLabels([...placeRequests(inFrame), ...changeRequests(drawn)], {
    width: mapWidth,
    height,
    drawn: [...drawn.flatMap(pointsAlong), ...inFrame.values()],
  })
  return html`<svg viewBox="0 0 ${mapWidth} ${height}" role="img" aria-labelledby="${options.id}-t ${options.id}-d">
<title id="${options.id}-t">${options.title}</title><desc id="${options.id}-d">${describeFlows(drawable)}</desc>
<rect class="sea" width="${mapWidth}" height="${height}"/>
<path class="land" d="${land === null ? '' : path(land.land)}"/><path class="coast" d="${land === null ? '' : path(land.borders)}"/>
${drawn.map(flowMarks)}
${[...inFrame.values()].map(([x, y]) => html`<circle class="place" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3.6"/>`)}
${labels.map(
  (label) =>
    html`<text class="halo ${label.className}" x="${label.x.toFixed(1)}" y="${label.y.toFixed(1)}" text-anchor="${label.anchor}">${label.text}</text>`,
)}
</svg>`
}

function landShapes(boundaries: Topology) {
  const countries = boundaries.objects.countries as GeometryCollection | undefined
  if (countries === undefined) return null
  return { land: feature(boundaries, countries), borders: mesh(boundaries, countries) }
}

/** Largest first, so that thin arrows are never hidden under wide ones. */
function drawFlows(flows: readonly MapFlow[], place: (end: MapFlow['from']) => Point): DrawnFlow[] {
  const most = widthReferences(flows)
  const between = new Map<string, number>()
  const widest = flows.length > CROWDED ? WIDEST_CROWDED : WIDEST
  const width = (value: number, unit: string): number =>
    value <= 0 ? 0 : Math.max(NARROWEST, Math.min(1, value / (most.get(unit) ?? value)) * widest)
  return [...flows]
    .sort((a, b) => Math.max(b.base, b.central) - Math.max(a.base, a.central))
    .map((flow) => {
      const key = `${flow.from.name}>${flow.to.name}`
      const earlier = between.get(key) ?? 0
      between.set(key, earlier + 1)
      const outer = width(Math.max(flow.base, flow.central), flow.unit)
      const change = flowChange(flow)
      const least = width(Math.min(flow.base, flow.central), flow.unit)
      const inner = change === 'same' ? least : Math.max(0, Math.min(least, outer - RIM))
      const arrow = bentArrow(place(flow.from), place(flow.to), { width: outer, bend: 0.08 + 0.09 * earlier })
      return { flow, change, outer, inner, arrow }
    })
}

function flowMarks({ flow, change, outer, inner, arrow }: DrawnFlow): Html {
  if (outer === 0)
    return html`<path class="arrow idle" d="${arrow.shaft}"><title>${flowText(flow)}</title></path>`
  const core =
    change === 'same' || inner === 0
      ? ''
      : html`<path class="arrow same" stroke-width="${inner.toFixed(1)}" d="${arrow.shaft}"/>`
  return html`<g${change === 'same' ? trusted(' class="calm"') : ''}><title>${flowText(flow)}</title><path class="arrow ${change}" stroke-width="${outer.toFixed(1)}" d="${arrow.shaft}"/>${core}<polygon class="head-${change}" points="${arrow.head}"/></g>
`
}

function pointsAlong({ arrow, outer }: DrawnFlow): Point[] {
  const middle = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map(arrow.at)
  const rim = outer / 2
  return outer < 6
    ? middle
    : middle.flatMap(([x, y]) => [
        [x, y - rim],
        [x, y + rim],
        [x - rim, y],
        [x + rim, y],
      ])
}

function placeRequests(spots: ReadonlyMap<string, Point>): LabelRequest[] {
  return [...spots].map(([name, point]) => ({
    text: name,
    className: 'placename',
    places: [...placesAround(point, 9), ...placesAround(point, 18)],
  }))
}

function changeRequests(drawn: readonly DrawnFlow[]): LabelRequest[] {
  const size = ({ base, central }: MapFlow): number => Math.abs(central - base)
  const changed = drawn
    .filter(({ change }) => change !== 'same')
    .sort((a, b) => size(b.flow) - size(a.flow))
    .slice(0, MOST_LABELS)
  return changed.map(({ flow, change, arrow, outer }) => ({
    text: withUnit(formatChange(flow.base, flow.central), flow.unit),
    className: `${change}-text`,
    places: [0.5, 0.4, 0.6, 0.3, 0.7].flatMap((share) => placesAround(arrow.at(share), 5 + outer / 2)),
  }))
}

function flowText(flow: MapFlow): string {
  const [base = '', central = ''] = formatTogether([flow.base, flow.central])
  return `${flow.name}, ${flow.from.name} to ${flow.to.name}: ${base} before, ${withUnit(central, flow.unit)} after`
}

/** What the map shows, for a person who cannot see it: all changes, then how many flows stay. */
export function describeFlows(flows: readonly MapFlow[]): string {
  const changed = flows.filter((flow) => flowChange(flow) !== 'same')
  const rest = flows.length - changed.length
  const all = changed.map((flow) => `${flowText(flow)}.`)
  if (rest > 0) all.push(`${rest} ${rest === 1 ? 'flow stays' : 'flows stay'} as before.`)
  return `Map of ${flows.length} ${flows.length === 1 ? 'flow' : 'flows'}. ${all.join(' ')} The table after the map has every flow.`
}

/** Ends of the flows that change noticeably beside the largest change; of the first flows where none changes. */
function regionOf(flows: readonly MapFlow[]): MapFlow['from'][] {
  const size = (flow: MapFlow): number => Math.abs(flow.central - flow.base)
  const largest = Math.max(...flows.map(size))
  const changed = flows.filter((flow) => flowChange(flow) !== 'same' && size(flow) >= 0.02 * largest)
  return (changed.length === 0 ? flows.slice(0, MOST_RELEVANT) : changed).flatMap(({ from, to }) => [
    from,
    to,
  ])
}

/**
 * The flow of each unit that gets the widest arrow: one that four fifths of the flows do not exceed, or the largest
 * that changes. A few trunk lines far above it are cut to its width, or they would hide all that the story is about.
 */
function widthReferences(flows: readonly MapFlow[]): Map<string, number> {
  const references = new Map<string, number>()
  for (const unit of new Set(flows.map((flow) => flow.unit))) {
    const own = flows.filter((flow) => flow.unit === unit)
    const sizes = own.map(({ base, central }) => Math.max(base, central)).sort((a, b) => a - b)
    const common = sizes[Math.floor((sizes.length - 1) * 0.8)] ?? 0
    const changed = own.filter((flow) => flowChange(flow) !== 'same')
    const reference = Math.max(common, ...changed.map(({ base, central }) => Math.max(base, central)))
    references.set(unit, reference > 0 ? reference : (sizes.at(-1) ?? 0))
  }
  return references
}

/** What the widths mean: the widest arrow of each unit, and whether some are cut to it. */
export function widthKey(flows: readonly MapFlow[]): string {
  return [...widthReferences(flows)]
    .map(([unit, value]) => {
      const isCut = flows.some(
        (flow) => flow.unit === unit && Math.max(flow.base, flow.central) > value * 1.001,
      )
      return `${withUnit(formatNumber(value), unit)}${isCut ? ' or more' : ''}`
    })
    .join('; ')
}

import type { Point } from './map-arrow.ts'

export interface LabelRequest {
  readonly text: string
  readonly className: string
  /** Where it may stand, best first: anchor point of the text. */
  readonly places: readonly {
    readonly x: number
    readonly y: number
    readonly anchor: 'start' | 'middle' | 'end'
  }[]
}

export interface PlacedLabel {
  readonly text: string
  readonly className: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const CHARACTER = 6.7
const ASCENT = 10
const DESCENT = 4

/**
 * Puts each label where it covers no earlier label and the fewest drawn points; one that fits nowhere is left out
 * (the table beside the map has it). Earlier requests come first.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  frame: { readonly width: number; readonly height: number; readonly drawn: readonly Point[] },
): PlacedLabel[] {
  const taken: Box[] = []
  const placed: PlacedLabel[] = []
  for (const request of requests) {
    let best: { cost: number; label: PlacedLabel; box: Box } | null = null
    for (const [index, place] of request.places.entries()) {
      const box = boxOf(request.text, place)
      if (box.left < 4 || box.right > frame.width - 4 || box.top < 4 || box.bottom > frame.height - 4)
        continue
      if (taken.some((other) => overlaps(box, other))) continue
      const cost = frame.drawn.filter((point) => contains(box, point)).length + index * 0.3
      if (best === null || cost < best.cost) {
        best = { cost, box, label: { text: request.text, className: request.className, ...place } }
      }
    }
    if (best === null) continue
    taken.push(best.box)
    placed.push(best.label)
  }
  return placed
}

function boxOf(text: string, place: LabelRequest['places'][number]): Box {
  const width = [...text].length * CHARACTER
  const left =
    place.anchor === 'start' ? place.x : place.anchor === 'end' ? place.x - width : place.x - width / 2
  return { left, right: left + width, top: place.y - ASCENT, bottom: place.y + DESCENT }
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right + 3 && b.left < a.right + 3 && a.top < b.bottom + 1 && b.top < a.bottom + 1
}

function contains(box: Box, [x, y]: Point): boolean {
  return x > box.left - 2 && x < box.right + 2 && y > box.top - 2 && y < box.bottom + 2
}

/** Around a place: right, left, below, above, then the corners. */
export function placesAround([x, y]: Point, gap: number): LabelRequest['places'] {
  return [
    { x: x + gap, y: y + 4, anchor: 'start' },
    { x: x - gap, y: y + 4, anchor: 'end' },
    { x, y: y + gap + 9, anchor: 'middle' },
    { x, y: y - gap - 1, anchor: 'middle' },
    { x: x + gap * 0.7, y: y - gap * 0.8, anchor: 'start' },
    { x: x - gap * 0.7, y: y - gap * 0.8, anchor: 'end' },
    { x: x + gap * 0.7, y: y + gap + 7, anchor: 'start' },
    { x: x - gap * 0.7, y: y + gap + 7, anchor: 'end' },
  ]
}

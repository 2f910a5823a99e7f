export type Point = readonly [number, number]

/** A bent arrow between two places on the screen, and points along it to keep labels off. */
export interface Arrow {
  /** Path of the shaft, from the first place to the base of the head. */
  readonly shaft: string
  /** Points of the head, as `points` of an SVG polygon. */
  readonly head: string
  readonly at: (share: number) => Point
}

const round = (value: number): number => Math.round(value * 10) / 10

/**
 * `bend` is the sideways reach as a share of the length, to the right of the direction of travel: the two directions
 * of one border never lie upon each other.
 */
export function bentArrow(from: Point, to: Point, options: { width: number; bend: number }): Arrow {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const control: Point = [
    (from[0] + to[0]) / 2 - dy * options.bend * 2,
    (from[1] + to[1]) / 2 + dx * options.bend * 2,
  ]
  const length = Math.hypot(dx, dy)
  const headLength = Math.min(length * 0.45, 7 + options.width * 0.75)
  const halfHead = 4 + options.width * 0.68
  const tip = towards(to, control, Math.min(6, length * 0.1))
  const base = towards(tip, control, headLength)
  const start = towards(from, control, Math.min(5, length * 0.1))
  const [ux, uy] = unit(base, tip)
  const left: Point = [base[0] - uy * halfHead, base[1] + ux * halfHead]
  const right: Point = [base[0] + uy * halfHead, base[1] - ux * halfHead]
  const pair = (point: Point): string => `${round(point[0])},${round(point[1])}`
  return {
    shaft: `M${pair(start)}Q${pair(control)} ${pair(base)}`,
    head: [tip, left, right].map(pair).join(' '),
    at: (t) => [
      (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * control[0] + t ** 2 * tip[0],
      (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * control[1] + t ** 2 * tip[1],
    ],
  }
}

function unit(from: Point, to: Point): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  return length === 0 ? [0, 0] : [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
}

function towards(from: Point, to: Point, distance: number): Point {
  const [ux, uy] = unit(from, to)
  return [from[0] + ux * distance, from[1] + uy * distance]
}

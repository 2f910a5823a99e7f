/** A line of money over MW: intercept + slope · p. */
export interface CostLine {
  readonly slope: number
  readonly intercept: number
}

/**
 * A convex cost in money an hour over MW. `lines` never lie above it; where `isExact` their highest is the cost itself,
 * else `tangent` gives one more line that touches the cost at a point.
 */
export interface ConvexCost {
  readonly lines: readonly CostLine[]
  readonly isExact: boolean
  readonly value: (power: number) => number
  readonly tangent: (power: number) => CostLine
}

/** Points x1, y1, x2, y2, … with rising x; beyond its ends the cost goes on as it came. A string says what is wrong. */
export function piecewiseCost(points: readonly number[]): ConvexCost | string {
  const lines: CostLine[] = []
  for (let at = 0; at + 3 < points.length; at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points.slice(at, at + 4)
    if (!(x2 > x1)) return 'a piecewise cost whose points do not rise in MW'
    const slope = (y2 - y1) / (x2 - x1)
    const before = lines.at(-1)?.slope ?? Number.NEGATIVE_INFINITY
    if (slope < before - 1e-9 * (1 + Math.abs(before))) return 'a piecewise cost whose slope falls'
    lines.push({ slope, intercept: y1 - slope * x1 })
  }
  return lines.length === 0 ? 'a piecewise cost of fewer than two points' : exactCost(lines)
}

/** Coefficients from the highest power to the constant. */
export function polynomialCost(
  coefficients: readonly number[],
  range: { readonly least: number; readonly most: number },
): ConvexCost | string {
  const firstUsed = coefficients.findIndex((coefficient) => coefficient !== 0)
  const used = firstUsed === -1 ? [] : coefficients.slice(firstUsed)
  if (used.length > 4) return 'a polynomial cost above the third power'
  const [c0 = 0, c1 = 0, c2 = 0, c3 = 0] = [...used].reverse()
  if (used.length <= 2) return exactCost([{ slope: c1, intercept: c0 }])
  const curvature = (power: number) => 2 * c2 + (c3 === 0 ? 0 : 6 * c3 * power)
  if (curvature(range.least) < 0 || curvature(range.most) < 0) return 'a polynomial cost that bends down'
  const value = (power: number) => c0 + power * (c1 + power * (c2 + power * c3))
  const tangent = (power: number): CostLine => {
    const slope = c1 + power * (2 * c2 + power * 3 * c3)
    return { slope, intercept: value(power) - slope * power }
  }
  const lines = firstPoints(range).map(tangent)
  return { lines, isExact: range.least === range.most, value, tangent }
}

/** Where the first tangents stand: evenly over the range, or by tens from zero where it has no end. */
function firstPoints({ least, most }: { readonly least: number; readonly most: number }): number[] {
  const steps = 8
  if (Number.isFinite(least) && Number.isFinite(most)) {
    return Array.from({ length: steps + 1 }, (_, at) => least + ((most - least) * at) / steps)
  }
  const tens = Array.from({ length: steps }, (_, at) => 10 ** at)
  const points = [...tens.map((ten) => -ten), 0, ...tens, least, most]
  return [...new Set(points)].filter((point) => Number.isFinite(point) && point >= least && point <= most)
}

function exactCost(lines: readonly CostLine[]): ConvexCost {
  const highest = (power: number): CostLine =>
    lines.reduce((best, line) =>
      line.intercept + line.slope * power > best.intercept + best.slope * power ? line : best,
    )
  const value = (power: number) => {
    const line = highest(power)
    return line.intercept + line.slope * power
  }
  return { lines, isExact: true, value, tangent: highest }
}

/** What costs nothing. */
export const freeOfCost: ConvexCost = exactCost([{ slope: 0, intercept: 0 }])

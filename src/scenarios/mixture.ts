/** A weighted set of uniform components: what is believed about one number, each part with its reason. */
export interface MixtureComponent {
  readonly weight: number
  readonly low: number
  readonly high: number
}

/** Equally spaced points inside a component; enough that quantiles move by less than a percent. */
const POINTS = 101

/** The mixture as sorted points with weights that sum to 1. Throws a RangeError when no weight is positive. */
function points(components: readonly MixtureComponent[]): readonly { value: number; weight: number }[] {
  const total = components.reduce((sum, component) => sum + component.weight, 0)
  if (!(total > 0)) throw new RangeError('a mixture needs a positive weight')
  return components
    .flatMap(({ weight, low, high }) =>
      Array.from({ length: POINTS }, (_, index) => ({
        value: low + ((high - low) * index) / (POINTS - 1),
        weight: weight / total / POINTS,
      })),
    )
    .sort((a, b) => a.value - b.value)
}

/** Smallest value that at least `probability` (0 to 1) of the mixture does not exceed. */
export function mixtureQuantile(components: readonly MixtureComponent[], probability: number): number {
  const sorted = points(components)
  let reached = 0
  for (const point of sorted) {
    reached += point.weight
    if (reached >= probability - 1e-12) return point.value
  }
  return sorted[sorted.length - 1]?.value ?? Number.NaN
}

/** Share of the mixture, 0 to 1, that lies below `threshold`. */
export function mixtureBelow(components: readonly MixtureComponent[], threshold: number): number {
  return points(components).reduce(
    (sum, point) => (point.value < threshold - 1e-12 ? sum + point.weight : sum),
    0,
  )
}

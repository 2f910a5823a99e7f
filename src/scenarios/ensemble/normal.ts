/**
 * The standard normal's quantile, by P. J. Acklam's rational approximation with one step of Halley's method after it;
 * relative error under 1e-9. `u` lies between 0 and 1, both excluded.
 */
export function normalQuantile(u: number): number {
  const low = 0.02425
  const tail = (q: number) =>
    (((((-7.784894002430293e-3 * q - 3.223964580411365e-1) * q - 2.400758277161838) * q - 2.549732539343734) *
      q +
      4.374664141464968) *
      q +
      2.938163982698783) /
    ((((7.784695709041462e-3 * q + 3.224671290700398e-1) * q + 2.445134137142996) * q + 3.754408661907416) *
      q +
      1)
  let x: number
  if (u < low) x = tail(Math.sqrt(-2 * Math.log(u)))
  else if (u > 1 - low) x = -tail(Math.sqrt(-2 * Math.log(1 - u)))
  else {
    const q = u - 0.5
    const r = q * q
    x =
      ((((((-3.969683028665376e1 * r + 2.209460984245205e2) * r - 2.759285104469687e2) * r +
        1.38357751867269e2) *
        r -
        3.066479806614716e1) *
        r +
        2.506628277459239) *
        q) /
      (((((-5.447609879822406e1 * r + 1.615858368580409e2) * r - 1.556989798598866e2) * r +
        6.680131188771972e1) *
        r -
        1.328068155288572e1) *
        r +
        1)
  }
  const error = normalShare(x) - u
  const step = error * Math.sqrt(2 * Math.PI) * Math.exp((x * x) / 2)
  return x - step / (1 + (x * step) / 2)
}

/** The standard normal's distribution function, from the series of erf near zero and its continued fraction beyond. */
export function normalShare(x: number): number {
  const z = Math.abs(x)
  if (z > 38) return x > 0 ? 1 : 0
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  let upper: number
  if (z < 3) {
    let [term, sum] = [z, z]
    for (let k = 1; k < 80; k++) {
      term *= (z * z) / (2 * k + 1)
      sum += term
    }
    upper = 0.5 - density * sum
  } else {
    let fraction = 0
    for (let k = 60; k > 0; k--) fraction = k / (z + fraction)
    upper = density / (z + fraction)
  }
  return x > 0 ? 1 - upper : upper
}

/**
 * Sobol points with nested uniform (Owen) scrambling. Direction numbers: S. Joe and F. Y. Kuo, "Constructing Sobol
 * sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30 (2008), table new-joe-kuo-6: degree s,
 * coefficients a of the primitive polynomial, and m_1 … m_s by dimension; the first dimension is van der Corput's.
 */
const table: readonly (readonly [s: number, a: number, m: readonly number[]])[] = [
  [1, 0, [1]],
  [2, 1, [1, 3]],
  [3, 1, [1, 3, 1]],
  [3, 2, [1, 1, 1]],
  [4, 1, [1, 1, 3, 3]],
  [4, 4, [1, 3, 5, 13]],
  [5, 2, [1, 1, 5, 5, 17]],
  [5, 4, [1, 1, 5, 5, 5]],
  [5, 7, [1, 1, 7, 11, 19]],
  [5, 11, [1, 1, 5, 1, 1]],
  [5, 13, [1, 1, 1, 3, 11]],
  [5, 14, [1, 3, 5, 5, 31]],
  [6, 1, [1, 3, 3, 9, 7, 49]],
  [6, 13, [1, 1, 1, 15, 21, 21]],
  [6, 16, [1, 3, 1, 13, 27, 49]],
  [6, 19, [1, 1, 1, 15, 7, 5]],
  [6, 22, [1, 3, 1, 15, 13, 25]],
  [6, 25, [1, 1, 5, 5, 19, 61]],
  [7, 1, [1, 3, 7, 11, 23, 15, 103]],
  [7, 4, [1, 3, 7, 13, 13, 15, 69]],
]

/** Dimensions that have direction numbers here. */
export const MOST_DIMENSIONS = table.length + 1
const BITS = 32

const directions: readonly Uint32Array[] = [
  Uint32Array.from({ length: BITS }, (_, bit) => (1 << (BITS - 1 - bit)) >>> 0),
  ...table.map(([degree, polynomial, m]) => directionsOf(degree, polynomial, m)),
]

/** v_i = a_1 v_(i-1) ⊕ … ⊕ v_(i-s) ⊕ (v_(i-s) >> s), bits counted from the top. */
function directionsOf(degree: number, polynomial: number, m: readonly number[]): Uint32Array {
  const v = new Uint32Array(BITS)
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      v[bit] = ((m[bit] ?? 1) << (BITS - 1 - bit)) >>> 0
      continue
    }
    const oldest = v[bit - degree] ?? 0
    let next = oldest ^ (oldest >>> degree)
    for (let k = 1; k < degree; k++) {
      if ((polynomial >>> (degree - 1 - k)) & 1) next ^= v[bit - k] ?? 0
    }
    v[bit] = next >>> 0
  }
  return v
}

/**
 * Point number `index` of the replicate that `seed` names, each coordinate in (0, 1). Points of one replicate keep the
 * even spread of Sobol's; replicates are independent, so that their scatter is the sampling error. Throws a
 * RangeError beyond the dimensions that have direction numbers.
 */
export function scrambledSobol(index: number, dimensions: number, seed: number): Float64Array {
  if (dimensions > MOST_DIMENSIONS) {
    throw new RangeError(`direction numbers are given for ${MOST_DIMENSIONS} dimensions, not ${dimensions}`)
  }
  const point = new Float64Array(dimensions)
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const v = directions[dimension]
    let word = 0
    for (let bit = 0, rest = index; rest !== 0; bit++, rest >>>= 1) {
      if (rest & 1) word ^= v?.[bit] ?? 0
    }
    const scrambled = owen(word >>> 0, mix(seed, dimension))
    point[dimension] = (scrambled + 0.5) / 2 ** BITS
  }
  return point
}

/**
 * Owen's scrambling by a hash that lets each bit depend on the bits above it alone: B. Burley, "Practical hash-based
 * Owen scrambling", J. Computer Graphics Techniques 9 (2020), after S. Laine and T. Karras (2011).
 */
function owen(word: number, seed: number): number {
  let x = reversed(word)
  x = (x + seed) >>> 0
  x = (x ^ Math.imul(x, 0x6c50b47c)) >>> 0
  x = (x ^ Math.imul(x, 0xb82f1e52)) >>> 0
  x = (x ^ Math.imul(x, 0xc7afe638)) >>> 0
  x = (x ^ Math.imul(x, 0x8d22f6e6)) >>> 0
  return reversed(x)
}

function reversed(word: number): number {
  let x = word
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1)
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2)
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4)
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8)
  return ((x >>> 16) | (x << 16)) >>> 0
}

function mix(seed: number, dimension: number): number {
  let x = (seed ^ Math.imul(dimension + 1, 0x9e3779b1)) >>> 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

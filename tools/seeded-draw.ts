/**
 * Uniform numbers in [0, 1) from a 32-bit seed: mulberry32 by Tommy Ettinger (2017, public domain),
 * whose whole state is one counter. Good enough to draw rows, not for statistics or secrets.
 */
export function seededUniform(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** `count` different items in the order drawn, each as likely as any other; all of them where fewer are there. */
export function seededDraw<T>(items: readonly T[], count: number, seed: number): T[] {
  const uniform = seededUniform(seed)
  const left = [...items]
  const drawn: T[] = []
  while (drawn.length < count && left.length > 0)
    drawn.push(...left.splice(Math.floor(uniform() * left.length), 1))
  return drawn
}

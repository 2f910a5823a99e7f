/**
 * A fixed number in [0, 1) from text (FNV-1a, then a mix of the bits). It depends on the id alone, so that neither
 * the order of rows nor an asset added elsewhere changes which of two equal plans is chosen.
 */
export function tieBreak(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  return (hash >>> 0) / 2 ** 32
}

/** Another fixed number in [0, 1) for each period of a thing: shifting an amount between days is a tie too. */
export function tieBreakAt(of: number, period: number): number {
  let hash = Math.floor(of * 2 ** 32) ^ Math.imul(period + 1, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  hash ^= hash >>> 16
  return (hash >>> 0) / 2 ** 32
}

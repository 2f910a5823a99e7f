import type { NetworkLink } from './network.ts'

/**
 * Of the links of a subject those by which something enters it, so that sections in a row count once. A link back does
 * not make its opposite an inner one: each direction of a strait counts.
 */
export function enteringLinks(links: readonly NetworkLink[]): readonly NetworkLink[] {
  return links.filter((link) => !links.some((other) => other.to === link.from && other.from !== link.to))
}

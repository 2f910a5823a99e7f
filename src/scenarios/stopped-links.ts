import type { NetworkLink } from '../atlas/network.ts'
import type { Shock } from './scenario.ts'

/** Links that carry nothing from one day to another. */
export function stoppedLinks(
  links: readonly NetworkLink[],
  when: Pick<Shock, 'from' | 'to' | 'status' | 'because'>,
): readonly Shock[] {
  return links.map((link) => ({
    asset: `links/${link.id}`,
    field: 'capacity',
    low: 0,
    central: 0,
    high: 0,
    unit: '1',
    ...when,
  }))
}

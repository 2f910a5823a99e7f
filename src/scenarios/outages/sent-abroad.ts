import type { Asset } from '../../atlas/tables.ts'
import { countriesOf } from '../event-facts.ts'
import { flowOf, linksBetween, plantsOfAsset } from '../network-parts.ts'
import type { StoryContext } from '../story-context.ts'
import type { OutageTarget } from '../target.ts'
import { borderTarget } from '../targets/border-target.ts'

/**
 * "Deliveries from the field to a country stop": of a field or a plant that the network has no row for, what goes by
 * pipeline from its country to that one. Null where another thing is told, or nothing goes there.
 */
export function sentAbroad(asset: Asset, { facts, atlas, network }: StoryContext): OutageTarget | null {
  const { carrier } = asset
  const isLess = facts.event.type === 'supply_halt' || facts.event.type === 'supply_change'
  if (!isLess || carrier === '' || !['field', 'plant'].includes(asset.kind)) return null
  if (plantsOfAsset(atlas, network, asset.id).length > 0) return null
  const owners = asset.country.split(' ')
  const [buyer, other] = countriesOf(facts).filter((code) => !owners.includes(code))
  if (buyer === undefined || other !== undefined) return null
  const zonesOf = (code: string): ReadonlySet<string> => new Set(atlas.zonesOf(code))
  for (const from of owners) {
    const links = linksBetween(network, carrier, zonesOf(from), zonesOf(buyer)).filter(
      (link) => link.kind === 'pipeline' && flowOf([link]) > 0,
    )
    if (links.length > 0) return borderTarget({ from, to: [buyer], carrier, links }, atlas)
  }
  return null
}

import type { Atlas } from '../../atlas/atlas.ts'
import type { Because } from '../../core/provenance.ts'
import { assumptionOf, rangeOf } from '../assumptions.ts'
import type { ClaimFacts } from '../event-facts.ts'
import { isOf, type Topic } from '../topics.ts'

/** Products that the programme has in one carrier, by the words that name them and the assumption of their share. */
const products: readonly (readonly [Topic, string])[] = [
  ['diesel', 'diesel'],
  ['petrol', 'petrol'],
  ['jet_fuel', 'jet-fuel'],
  ['fuel_oil', 'fuel-oil'],
]

/** The share of some products in what a country exports of all, with their names. */
export interface ProductShare {
  readonly share: number
  readonly names: readonly string[]
  readonly because: readonly Because[]
}

/**
 * The products that claims name, as a share of the oil products that a country exports: its own shares where the atlas
 * has them, else those of countries in general; of what goes by road the part that does. Null where claims name none.
 */
export function productsTold(
  claims: readonly ClaimFacts[],
  country: string,
  atlas: Atlas,
): ProductShare | null {
  const told = products.filter(([topic]) => claims.some((claim) => isOf(claim, topic)))
  const shares = told.map(([, id]) => {
    const own = `share-${id}-${country.toLowerCase()}`
    return assumptionOf(atlas, atlas.row(`assumptions/${own}`) === null ? `share-${id}` : own)
  })
  const byRoad = claims.some((claim) => isOf(claim, 'by_road')) ? [assumptionOf(atlas, 'share-by-road')] : []
  if (shares.length === 0 && byRoad.length === 0) return null
  const sum = shares.length === 0 ? 1 : shares.reduce((total, one) => total + rangeOf(one).central, 0)
  const part = byRoad.reduce((product, one) => product * rangeOf(one).central, 1)
  return {
    share: Math.min(1, sum) * part,
    names: told.map(([, id]) => id.replace('-', ' ')),
    because: [...shares, ...byRoad].flatMap(({ because }) => because),
  }
}

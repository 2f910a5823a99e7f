import { assetsOf, countriesOf, type EventFacts } from '../event-facts.ts'
import { assetRow } from '../network-parts.ts'
import type { StoryContext } from '../story-context.ts'
import type { OutageTarget } from '../target.ts'
import { targetsOfAsset } from '../targets/outage-target.ts'

/** From this share on a plant stands or falls with what its owner may do, in percent. */
const MAJORITY = 50

/**
 * Refineries in the named countries that a named company has the majority of: what a licence for its business there is
 * about. At home it needs none.
 */
export function licensedPlants({ facts, atlas, network }: StoryContext): readonly OutageTarget[] {
  // "The company's plant in the town of X": the port of X says in which country.
  const places = assetsOf(facts).flatMap((id) => assetRow(atlas, id)?.country.split(' ') ?? [])
  const named = new Set([...countriesOf(facts), ...places])
  const companies = atlas.tables.actors.filter(
    ({ id, kind }) => kind === 'company' && facts.refs.has(`actors/${id}`),
  )
  const isAbroad = (country: string, actor: string): boolean =>
    named.has(country) && companies.some((one) => one.id === actor && one.country !== country)
  return atlas.tables.assets
    .filter(({ kind }) => kind === 'refinery')
    .filter((asset) =>
      atlas
        .owners(asset.id, network.as_of)
        .some(({ actor, share_pct: share }) => share >= MAJORITY && isAbroad(asset.country, actor)),
    )
    .flatMap((asset) => targetsOfAsset(asset, { facts, claims: [] }, { atlas, network }))
}

/** What a permission is for, told as what would be if it ended: nobody says that it does. */
export function asThought(halt: EventFacts): EventFacts {
  // Until when it is given is no end of a halt.
  return {
    ...halt,
    event: { ...halt.event, modality: 'conditional', time: null },
    claims: halt.claims.map((one) => ({
      ...one,
      claim: { ...one.claim, modality: 'conditional', time: null },
    })),
  }
}

import type { Atlas } from '../../atlas/atlas.ts'
import type { Asset } from '../../atlas/tables.ts'
import { type ClaimFacts, type EventFacts, refsOf } from '../event-facts.ts'
import { areNear } from '../near-in-time.ts'
import type { OutageTarget } from '../target.ts'
import { isAfterDamage, isOf, isOnlyStrike, speaksOf } from '../topics.ts'

interface LineInput {
  readonly facts: EventFacts
  readonly story: readonly EventFacts[]
  readonly atlas: Atlas
  readonly target: OutageTarget
}

/** Whether a claim says that the asset, or the line that it is part of, stops. */
export function saysItStops(claims: readonly ClaimFacts[], asset: Asset | null, atlas: Atlas): boolean {
  if (asset === null) return false
  const own = new Set(
    [asset.id, ...atlas.ancestors(asset.id).map(({ id }) => id)].map((id) => `assets/${id}`),
  )
  // "The company has shut it": of what, another sentence says.
  const isBare = (refs: readonly string[]): boolean =>
    asset.kind !== 'strait' &&
    refs.every((ref) => !ref.startsWith('assets/') && !ref.startsWith('countries/'))
  return claims.some(
    (facts) =>
      // A strait that is disrupted, or closed to some ships alone, is not closed.
      !(asset.kind === 'strait' && (isOf(facts, 'disrupted') || isOf(facts, 'shadow_fleet'))) &&
      !isOnlyStrike(facts) &&
      // "The strike forced the plant to stop" is told as an attack.
      (facts.claim.event === 'supply_halt' ||
        (facts.claim.event === 'outage_or_attack' &&
          (speaksOf(facts, 'halt') || isOf(facts, 'standing')) &&
          !isNegated(facts))) &&
      facts.claim.polarity === 'positive' &&
      ['happened', 'ongoing', 'announced_or_planned'].includes(facts.claim.modality) &&
      (refsOf(facts, atlas).some((ref) => own.has(ref)) || isBare(refsOf(facts, atlas))),
  )
}

/**
 * Whether the story says of a station's line, or of deliveries of its carrier to a country, that they stop: then the
 * line did not go around the station. That the station stops says less.
 */
export function lineStops({ facts, story, atlas, target: { asset, carrier } }: LineInput): boolean {
  if (asset === null) return false
  const lines = new Set(atlas.ancestors(asset.id).map(({ id }) => `assets/${id}`))
  return [facts, ...story.filter((other) => areNear(facts.day, other.day, AT_ONCE_DAYS))]
    .flatMap(({ claims }) => claims)
    .some((told) => {
      const { event, polarity, modality } = told.claim
      if (event !== 'supply_halt' || polarity !== 'positive') return false
      if (modality !== 'happened' && modality !== 'ongoing') return false
      const refs = refsOf(told, atlas)
      // "After a strike on the station deliveries by the line are halted" names what was struck, not what stops.
      if (refs.includes(`assets/${asset.id}`) && !isAfterDamage(told)) return false
      const named = refs.filter((ref) => ref.startsWith('assets/') && ref !== `assets/${asset.id}`)
      return named.length > 0
        ? named.some((ref) => lines.has(ref))
        : refs.includes(`carriers/${carrier}`) && refs.some((ref) => ref.startsWith('countries/'))
    })
}

/** Days within which a line stops because of what struck its station. */
const AT_ONCE_DAYS = 7

function isNegated({ claim }: ClaimFacts): boolean {
  return claim.cues.some((cue) => /^modality:(?:negation|denied):/u.test(cue))
}

/** Shipping companies that stay away from a strait leave it open to others. */
export function isOfOwners({ claims }: EventFacts, asset: Asset | null): boolean {
  return (
    asset?.kind === 'strait' &&
    claims.every(({ claim, reading }) =>
      claim.assets.some((name) =>
        reading.entities.some((one) => one.canonical === name && one.type === 'company'),
      ),
    )
  )
}

/** A strait whose traffic is hindered is passed by others, or goes on more slowly: it is not closed. */
export function isOnlyDisrupted({ claims }: EventFacts, asset: Asset | null): boolean {
  // One that is closed to some ships alone is hindered, and not closed.
  return (
    asset?.kind === 'strait' &&
    claims.length > 0 &&
    claims.every((claim) => isOf(claim, 'disrupted') || isOf(claim, 'shadow_fleet'))
  )
}

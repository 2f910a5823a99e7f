import type { Atlas } from '../atlas/atlas.ts'
import { statesAmount } from './claimed/claimed-falls.ts'
import { assetsOf, type ClaimFacts, type EventFacts } from './event-facts.ts'
import { assetRow } from './network-parts.ts'
import { directionOf, isOf, speaksOf, standing } from './topics.ts'

/** "A third fewer tankers pass the strait": told as what passes, and lost all the same. */
export function isLessPassage(facts: EventFacts, atlas: Atlas): boolean {
  return (
    facts.event.type === 'transit' &&
    statesAmount(facts) &&
    standing(facts).some((claim) => directionOf(claim) === 'down') &&
    assetsOf(facts).some((id) => assetRow(atlas, id)?.kind === 'strait')
  )
}

/** "Commercial operation is to begin in May", after a plant was restarted: nothing new is built. */
export function isOfRestart(facts: EventFacts, story: readonly EventFacts[]): boolean {
  return (
    facts.event.type === 'supply_start' &&
    assetsOf(facts).length === 0 &&
    story.some(
      ({ event, claims }) =>
        event.type === 'repair_or_restart' && claims.some((claim) => speaksOf(claim, 'resume')),
    )
  )
}

/** "Denied that flows had stopped after an attack": what stands in the denied words is told by nobody. */
export function isOfDenial({ event, claims }: EventFacts): boolean {
  return (
    event.type === 'outage_or_attack' &&
    claims.length > 0 &&
    claims.every(({ claim, reading }) =>
      reading.claims.some(
        (other) =>
          other.modality === 'denied' &&
          other.span[1] <= claim.span[0] &&
          /^[\s,]*$/u.test(reading.text.slice(other.span[1], claim.span[0])),
      ),
    )
  )
}

/** What is to grow is not about to stop. */
export function isRise({ event, claims }: EventFacts): boolean {
  return (
    event.type === 'supply_change' &&
    claims.some(({ claim }) => claim.cues.some((cue) => cue.startsWith('event:rise:')))
  )
}

/** "Fuels made from the oil of X", "tankers may not land", "no more exports": it is not the owners of oil that are meant. */
export function isNotOfOwners(claim: ClaimFacts): boolean {
  const isOfExports = isOf(claim, 'forbidding') && isOf(claim, 'abroad')
  return isOfExports || isOf(claim, 'made_from') || (isOf(claim, 'shipping') && !isOf(claim, 'listed'))
}

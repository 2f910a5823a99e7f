import { type ClaimFacts, countriesOf, type EventFacts } from '../event-facts.ts'
import { isOf } from '../topics.ts'

/** From one country to another, by their codes. */
export interface Way {
  readonly from: string
  readonly to: string
}

/**
 * Which of two named countries sends the other what claims tell of. Power flows both ways by turns, so that who sends it is
 * who is told to: whoever exports is named before the buyer, and who imports before the seller. Null where the words say
 * neither, or other than two are named.
 */
export function wayTold(facts: EventFacts, claims: readonly ClaimFacts[]): Way | null {
  const [first, second, third] = countriesOf(facts)
  if (first === undefined || second === undefined || third !== undefined) return null
  if (claims.some((claim) => isOf(claim, 'abroad'))) return { from: first, to: second }
  return claims.some((claim) => isOf(claim, 'buying')) ? { from: second, to: first } : null
}

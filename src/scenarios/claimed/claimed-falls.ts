import type { ClaimFacts, EventFacts } from '../event-facts.ts'
import { directionOf, isHalved, isOf, timesTold } from '../topics.ts'
import { perDay } from './amount-of-period.ts'
import { tellsLoss } from './claimed-losses.ts'
import { type ClaimedRange, isRate, sizesOf, whoSays } from './claimed-range.ts'
import { lostShare } from './told-state.ts'

export interface ClaimedFall extends ClaimedRange {
  /** Of what is delivered, and not of what could be: "exports fell by a third". */
  readonly isOfFlow: boolean
  /** What works is told, and not what is lost: no guess at damage. */
  readonly isState: boolean
}

/** Falls of capacity or flow in percent that the claims state, as fractions of 1; shares of a total are left out. */
export function claimedFalls(claims: readonly ClaimFacts[]): readonly ClaimedFall[] {
  return claims.flatMap((facts): readonly ClaimedFall[] => {
    const { claim } = facts
    if (claim.modality === 'denied' || claim.polarity === 'negative') return []
    const state = lostShare(facts)
    if (state !== null)
      return [
        {
          low: state,
          high: state,
          isOfFlow: false,
          isState: true,
          because: facts.because,
          who: whoSays(facts),
        },
      ]
    // "Traffic through the canal fell by 40 %" is told as what passes.
    const isOfPassage = claim.event === 'transit' && directionOf(facts) === 'down'
    if (!['outage_or_attack', 'supply_change', 'supply_halt'].includes(claim.event) && !isOfPassage) return []
    // "1.7 million barrels a day, 95 % of the Gulf's": of what the share is, the amount says better.
    if (facts.quantities.some(({ unit }) => isRate(unit)) && tellsLoss(claim)) return []
    const isOfFlow =
      (isOfPassage || isOf(facts, 'delivery')) && !claim.cues.some((cue) => cue.startsWith('also:capacity:'))
    const word = fallInWords(facts)
    if (word !== null)
      return [
        { low: word, high: word, isOfFlow, isState: false, because: facts.because, who: whoSays(facts) },
      ]
    // "Fell to a third": two thirds are gone; of what is stored it is how full that is.
    const isLeft = directionOf(facts) === 'down' && !isOf(facts, 'storage')
    return facts.quantities
      .filter((quantity) => quantity.unit === '%' && quantity.kind !== 'from_to')
      .flatMap(({ value, to_level: isLevel }) => {
        const { low, high } = sizesOf(value)
        if (!isLevel) return [{ low, high }]
        return isLeft && high < 100 ? [{ low: 100 - high, high: 100 - low }] : []
      })
      .filter(({ low, high }) => low > 0 && high <= 100)
      .map(({ low, high }) => ({
        low: low / 100,
        high: high / 100,
        isOfFlow,
        isState: false,
        because: facts.because,
        who: whoSays(facts),
      }))
  })
}

/** The share that falls away where a word tells it: "halved", "сократились втрое"; null where none does. */
export function fallInWords(facts: ClaimFacts): number | null {
  if (isHalved(facts)) return 0.5
  const times = directionOf(facts) === 'down' ? timesTold(facts) : null
  return times === null ? null : 1 - 1 / times
}

/** Whether an event gives a share or an amount per time or of a time, of whatever. */
export function statesAmount({ claims }: EventFacts): boolean {
  return claims.some(
    (facts) =>
      isHalved(facts) ||
      timesTold(facts) !== null ||
      facts.quantities.some((told) => {
        const { unit } = perDay(told, facts.claim.time)
        return unit === '%' || isRate(unit)
      }),
  )
}

/** A fall in percent, or an amount under a cue of falling. */
export function statesFall(facts: EventFacts): boolean {
  return facts.claims.some((told) => {
    const { claim, quantities } = told
    if (fallInWords(told) !== null) return true
    const falls = claim.cues.some((cue) => cue.startsWith('event:fall:'))
    return quantities.some(
      ({ unit, value }) =>
        (unit === '%' && (Array.isArray(value) ? value[0] : value) < 0) ||
        (falls && (unit === '%' || isRate(unit))),
    )
  })
}

import { carriers } from '../../atlas/tables/cells.ts'
import type { Carrier } from '../../atlas/tables.ts'
import { isoBounds } from '../../core/time.ts'
import { carriersTold } from '../carriers-told.ts'
import type { ClaimFacts, EventFacts } from '../event-facts.ts'

/** The carrier that the claims name first, with those of its kind; power beside it is what the ban is for. */
export function carriersBanned(claims: readonly ClaimFacts[], facts: EventFacts): readonly Carrier[] {
  const told = carriersTold(facts)
  const [first] = claims.flatMap(({ claim, reading }) =>
    claim.assets.flatMap((name) => {
      const ref = reading.entities.find(({ canonical }) => canonical === name)?.atlas
      return carriers.filter((carrier) => ref === `carriers/${carrier}`)
    }),
  )
  if (first === undefined) return told.slice(0, 1)
  const isOil = first === 'crude' || first === 'products'
  return isOil ? told.filter((carrier) => carrier === 'crude' || carrier === 'products') : [first]
}

/**
 * A ban told as a halt, with the lengths and ends that it names. That it is over for good an importer says by banning,
 * an exporter does not.
 */
export function asHalt(facts: EventFacts, { isForGood }: { readonly isForGood: boolean }): EventFacts {
  // "For January" is from its first day to its last.
  const bounds = /^\d{4}-\d{2}$/u.test(facts.event.time ?? '') ? isoBounds(facts.event.time ?? '') : null
  const time = bounds === null ? facts.event.time : `${bounds.first}/${bounds.last}`
  return {
    ...facts,
    event: { ...facts.event, time, type: 'supply_halt' },
    claims: facts.claims.map((one) => {
      const cues = one.claim.cues.filter((cue) => !cue.startsWith('topic:ending:'))
      return {
        ...one,
        claim: {
          ...one.claim,
          event: 'supply_halt',
          cues: isForGood ? [...cues, 'topic:ending:ban'] : cues,
        },
      }
    }),
  }
}

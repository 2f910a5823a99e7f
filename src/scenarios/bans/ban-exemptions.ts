import type { Atlas } from '../../atlas/atlas.ts'
import type { Because } from '../../core/provenance.ts'
import { bodiesOf } from '../bodies.ts'
import { countriesOf, type EventFacts } from '../event-facts.ts'
import { areNear } from '../near-in-time.ts'

/** Days within which what is exempt is told of the same ban. */
const AT_ONCE_DAYS = 3

/** What a story tells beside a ban that may name who is exempt. */
export function besideBan(facts: EventFacts, story: readonly EventFacts[]): readonly EventFacts[] {
  return story.filter(
    (other) =>
      areNear(facts.day, other.day, AT_ONCE_DAYS) &&
      (other.event.type === 'sanction_relief' || other.event.type === 'sanction'),
  )
}

/** Codes of the countries that are told to be exempt, and whether something else is, of unknown size. */
export interface Exemptions {
  readonly countries: readonly string[]
  readonly isUnsized: boolean
  /** Ids of the events that tell it, and their claims. */
  readonly events: readonly string[]
  readonly because: readonly Because[]
}

/** Who is exempt by what is told beside a ban; `own` is the ban itself where it may name a body that is exempt. */
export function exemptionsOf(
  beside: readonly EventFacts[],
  atlas: Atlas,
  own: EventFacts | null = null,
): Exemptions {
  const relief = beside.filter(
    ({ event, claims }) =>
      event.type === 'sanction_relief' || claims.every(({ claim }) => claim.polarity === 'negative'),
  )
  const members = (told: EventFacts): readonly string[] =>
    bodiesOf(told, atlas).flatMap((body) => body.members)
  const named = relief.flatMap((told) => [...members(told), ...countriesOf(told)])
  const countries = [...new Set([...(own === null ? [] : members(own)), ...named])]
  return {
    countries,
    isUnsized: relief.length > 0 && named.length === 0,
    events: relief.map(({ event }) => event.id),
    because: relief.flatMap(({ claims }) => claims.map(({ because }) => because)),
  }
}

import { carriersOf, countriesOf, countriesThrough, type EventFacts } from '../event-facts.ts'
import type { Question } from '../question.ts'
import type { StoryContext } from '../story-context.ts'
import { isOf } from '../topics.ts'
import { draftOnward, findOnwardRoutes } from './draft-onward.ts'

/** Countries of a deal on transit: whence, through whom, and to whom. */
const MOST_OF_TRANSIT = 5

/** Named countries, a carrier, and a story that speaks of transit: how much more could go onward, and to whom. */
export function onwardQuestion({ facts, atlas, network, start, story }: StoryContext): readonly Question[] {
  const countries = countriesOf(facts)
  if (countries.length < 2 || countries.length > MOST_OF_TRANSIT || !isOfTransit(facts, story)) return []
  const through = countriesThrough(facts, atlas)
  const routes = findOnwardRoutes({ atlas, network, carriers: carriersOf(facts), through }, countries)
  const question = draftOnward({ facts, related: [], network, routes, start, atlas })
  return question === null ? [] : [question]
}

/** The event is one of transit, or its story speaks of transit, of its carrier or of none, through its countries. */
function isOfTransit(facts: EventFacts, story: readonly EventFacts[]): boolean {
  if (facts.event.type === 'transit' || facts.claims.some((claim) => isOf(claim, 'transit'))) return true
  const countries = new Set(countriesOf(facts))
  const own = new Set(carriersOf(facts))
  return story.some((one) => {
    const carried = carriersOf(one)
    return (
      one.event.type === 'transit' &&
      countriesOf(one).some((code) => countries.has(code)) &&
      (carried.length === 0 || carried.some((carrier) => own.has(carrier)))
    )
  })
}

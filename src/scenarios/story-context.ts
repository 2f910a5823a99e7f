import type { Atlas } from '../atlas/atlas.ts'
import type { Network } from '../atlas/network.ts'
import type { CalendarDate } from '../core/time.ts'
import type { EventFacts } from './event-facts.ts'

/** The reference data and its network of the day. */
export interface World {
  readonly atlas: Atlas
  readonly network: Network
}

/** An event among the others of its story, on the network of the day. */
export interface StoryContext extends World {
  readonly facts: EventFacts
  /** All other events of the story. */
  readonly story: readonly EventFacts[]
  /** First day of what is asked. */
  readonly start: CalendarDate
}

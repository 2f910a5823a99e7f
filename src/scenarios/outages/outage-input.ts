import type { Atlas } from '../../atlas/atlas.ts'
import type { Network } from '../../atlas/network.ts'
import type { CalendarDate } from '../../core/time.ts'
import type { EventFacts } from '../event-facts.ts'
import type { OutageTarget } from '../target.ts'

/** What a question about an outage is drawn up from. */
export interface OutageInput {
  readonly facts: EventFacts
  /** Other events of the story on the same line: they may state the size or the repair. */
  readonly related: readonly EventFacts[]
  readonly atlas: Atlas
  readonly network: Network
  readonly target: OutageTarget
  readonly start: CalendarDate
  /** All events of the story: one may tell how a market moved. */
  readonly story: readonly EventFacts[]
}

import type { CalendarDate } from '../core/time.ts'
import type { EventFacts } from './event-facts.ts'
import type { Question } from './question.ts'
import type { Scenario } from './scenario.ts'

/** What a question has from the event that raises it and from its one scenario. */
export function ofOneScenario(
  { event, story }: EventFacts,
  scenario: Scenario,
  networkDate: CalendarDate,
): Pick<
  Question,
  'story' | 'events' | 'networkDate' | 'days' | 'scenarios' | 'main' | 'beliefs' | 'observedMove'
> {
  return {
    story,
    events: [event.id],
    networkDate,
    days: scenario.days,
    scenarios: [scenario],
    main: scenario.id,
    beliefs: [],
    observedMove: null,
  }
}

import { openAtlas } from '../src/app/load-atlas.ts'
import { openReader } from '../src/app/read-reports.ts'
import { reconcileReports } from '../src/app/reconcile-reports.ts'
import { type CalendarDate, calendarDate } from '../src/core/time.ts'
import { draftQuestions } from '../src/scenarios/draft-questions.ts'
import { factsOfEvents } from '../src/scenarios/event-facts.ts'
import { readOne } from './gold/score-dev.ts'

const { atlas } = openAtlas()
const reader = openReader(atlas)

/** What one short report of a day raises with the shipped atlas and lexicons, on the network of its own day or `asOf`. */
export function raisedBy(lang: string, text: string, published: string, asOf: CalendarDate | null = null) {
  const fallbackDay = calendarDate(published)
  const reading = readOne(reader, { id: 'one', lang, published, text })
  const facts = factsOfEvents(reconcileReports([reading], atlas), [reading], atlas)
  return { reading, ...draftQuestions({ facts, atlas, fallbackDay, asOf }) }
}

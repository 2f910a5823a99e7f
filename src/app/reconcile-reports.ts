import type { Atlas } from '../atlas/atlas.ts'
import type { Reading } from '../claims/claim.ts'
import type { Events } from '../events/event.ts'
import { reconcileEvents } from '../events/reconcile-events.ts'
import { registerCommitments } from '../events/register-commitments.ts'
import { today } from './today.ts'

/** Events, stories and commitments of readings as of today; a report that is in twice counts once. */
export function reconcileReports(readings: readonly Reading[], atlas: Atlas): Events {
  const events = reconcileEvents(readings, atlas)
  return { ...events, commitments: registerCommitments(events, readings, atlas, today()) }
}

import type { Atlas } from '../atlas/atlas.ts'
import type { Reading } from '../claims/claim.ts'
import type { Events } from '../events/event.ts'
import { reconcileEvents } from '../events/reconcile-events.ts'

/** Events and stories of readings; a report that is in twice counts once. */
export function reconcileReports(readings: readonly Reading[], atlas: Atlas): Events {
  return reconcileEvents(readings, atlas)
}

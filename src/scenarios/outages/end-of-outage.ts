import { carriersTold } from '../carriers-told.ts'
import { assetsOf, countriesOf, type EventFacts } from '../event-facts.ts'
import { areNear } from '../near-in-time.ts'
import { LONGEST_RUN_DAYS } from './outage-days.ts'

/** Whether one event may be the end of another: near it, or announced for a day within a run behind it. */
export function mayEnd(facts: EventFacts, end: EventFacts): boolean {
  if (areNear(facts.day, end.day)) return true
  const isAhead = end.event.type === 'repair_or_restart' && end.event.modality === 'announced_or_planned'
  return isAhead && facts.day !== null && end.day !== null && end.day > facts.day
    ? areNear(facts.day, end.day, LONGEST_RUN_DAYS)
    : false
}

/** "The flow will start again in two days": of no asset, and of no other country or carrier than what stopped. */
export function isReturnOfAll(other: EventFacts, facts: EventFacts): boolean {
  if (other.event.type !== 'repair_or_restart' || assetsOf(other).length > 0) return false
  const [countries, carriers] = [countriesOf(facts), carriersTold(facts)]
  return (
    mayEnd(facts, other) &&
    countriesOf(other).every((code) => countries.includes(code)) &&
    carriersTold(other).every((carrier) => carriers.includes(carrier))
  )
}

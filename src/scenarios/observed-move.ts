import type { EventFacts } from './event-facts.ts'
import type { ObservedMove } from './question.ts'

/** The move of a market that a story tells, in percent; a fall is negative whatever sign the reader gave it. */
export function moveOf(facts: readonly EventFacts[]): ObservedMove | null {
  for (const { event, claims } of facts) {
    if (event.type !== 'price_move') continue
    for (const { quantities, because, claim } of claims) {
      const percent = quantities.find((quantity) => quantity.unit === '%')
      if (percent === undefined) continue
      const value = Array.isArray(percent.value) ? (percent.value[0] + percent.value[1]) / 2 : percent.value
      const isFall = value < 0 || claim.cues.some((cue) => cue.startsWith('event:fall:'))
      return { percent: isFall ? -Math.abs(value) : value, because }
    }
  }
  return null
}

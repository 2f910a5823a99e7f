import type { Atlas } from '../atlas/atlas.ts'
import type { EventFacts } from './event-facts.ts'
import { assetsOf, countriesOf } from './event-facts.ts'
import { areNear } from './near-in-time.ts'
import type { ReportedAmount } from './question.ts'
import { amountCarried } from './reported-amount.ts'
import type { OutageTarget } from './target.ts'

/** Types of what is told of how much something carries, beside its loss. */
const describing: ReadonlySet<string> = new Set(['transit', 'other', 'statement'])

/** What the story says that the subject of an outage carried before it, by name; null where it says only what it could. */
export function toldFlow(
  { asset, carrier }: OutageTarget,
  { facts, story, atlas }: { facts: EventFacts; story: readonly EventFacts[]; atlas: Atlas },
): ReportedAmount | null {
  // Of a strait reports tell all that passes it, whatever carrier is asked about.
  if (asset === null || asset.kind === 'strait') return null
  const line = new Set([asset.id, ...atlas.ancestors(asset.id).map(({ id }) => id)])
  const isOfIt = (one: EventFacts): boolean => {
    const named = assetsOf(one)
    return named.length > 0 ? named.every((id) => line.has(id)) : countriesOf(one).length === 0
  }
  const beside = story.filter(
    (one) => describing.has(one.event.type) && isOfIt(one) && areNear(facts.day, one.day),
  )
  const told = amountCarried(
    beside.flatMap(({ claims }) => claims),
    carrier,
  )
  return told?.kind === 'carried' ? told : null
}

import type { Atlas } from '../../atlas/atlas.ts'
import { amountCarried } from '../claimed/reported-amount.ts'
import type { EventFacts } from '../event-facts.ts'
import { assetsOf, countriesOf } from '../event-facts.ts'
import { areNear } from '../near-in-time.ts'
import type { ReportedAmount } from '../question.ts'
import type { OutageTarget } from '../target.ts'

/** Types of what is told of how much something carries, beside its loss. */
const describing: ReadonlySet<string> = new Set(['transit', 'other', 'statement'])

/** What the story says that the subject of an outage carried before it, by name; null where it says only what it could. */
export function toldFlow(
  { asset, carrier, kind }: OutageTarget,
  { facts, story, atlas }: { facts: EventFacts; story: readonly EventFacts[]; atlas: Atlas },
): ReportedAmount | null {
  // Of a strait reports tell all that passes it, whatever carrier is asked about.
  if (asset?.kind === 'strait' || (asset === null && kind !== 'border')) return null
  const isOfIt = asset === null ? isOfSender(facts) : isOfLine(asset.id, atlas)
  const beside = story.filter(
    (one) => describing.has(one.event.type) && isOfIt(one) && areNear(facts.day, one.day),
  )
  const told = amountCarried(
    beside.flatMap(({ claims }) => claims),
    carrier,
  )
  return told?.kind === 'carried' ? told : null
}

/** Told of the asset or its line, or of nothing by name. */
function isOfLine(id: string, atlas: Atlas): (one: EventFacts) => boolean {
  const line = new Set([id, ...atlas.ancestors(id).map((above) => above.id)])
  return (one) => {
    const named = assetsOf(one)
    return named.length > 0 ? named.every((asset) => line.has(asset)) : countriesOf(one).length === 0
  }
}

/** Told of what one of the countries of the halt sends or gets, and of no asset. */
function isOfSender(facts: EventFacts): (one: EventFacts) => boolean {
  const own = new Set(countriesOf(facts))
  return (one) =>
    one.event.type === 'transit' &&
    assetsOf(one).length === 0 &&
    countriesOf(one).length > 0 &&
    countriesOf(one).every((code) => own.has(code))
}

import type { Asset } from '../../atlas/tables.ts'
import { assetsOf, type EventFacts } from '../event-facts.ts'
import type { OutageCause } from '../question.ts'
import { isAfterFault, isForWorks } from '../topics.ts'
import type { OutageInput } from './outage-input.ts'

export function causeOf({ event, claims }: EventFacts, asset: Asset | null, isHalt: boolean): OutageCause {
  if (asset?.kind === 'strait') return isHalt ? 'closure' : 'disruption'
  if (event.type === 'outage_or_attack' && claims.some(isForWorks)) return 'maintenance'
  switch (event.type) {
    case 'supply_halt':
      return 'halt'
    case 'supply_change':
      return 'cut'
    case 'repair_or_restart':
      return 'maintenance'
    default:
      return claims.some(({ claim }) => claim.cues.some((cue) => /^event:(?:attack|damage):/u.test(cue)))
        ? 'damage'
        : 'outage'
  }
}

/** What stops because something else was struck that feeds it is damaged, and not halted by anybody. */
export function causeOfDamage(
  { facts, related, target: { asset } }: OutageInput,
  isHalt: boolean,
): OutageCause {
  const own = causeOf(facts, asset, isHalt)
  const struck = related.find(
    (other) => other.event.type === 'outage_or_attack' && assetsOf(other).every((id) => id !== asset?.id),
  )
  if (own !== 'halt' || asset === null) return own
  if (asset.kind === 'station') return 'damage'
  return struck === undefined ? own : causeOf(struck, null, isHalt)
}

/** Nothing is said to be broken: a supplier, a buyer or a state decided that it stops or falls. */
export function isDecided({
  facts,
  related,
  target,
  story,
}: Pick<OutageInput, 'facts' | 'related' | 'target' | 'story'>): boolean {
  // What a country brings up stops as a whole only where somebody stops it, unless the story tells what broke.
  const isOutputHalted =
    target.kind === 'output' && [facts, ...related].some(({ event }) => event.type === 'supply_halt')
  if (isOutputHalted) return ![facts, ...related, ...story].some(({ claims }) => claims.some(isAfterFault))
  if (facts.event.type !== 'supply_halt' && facts.event.type !== 'supply_change') return false
  // "After a strike on the station deliveries are halted", "the field was shut because of a leak", in one clause.
  if (facts.claims.some(isAfterFault)) return false
  // Where no asset is named, what broke may be told apart from how much is gone.
  const told = [facts, ...related, ...(target.asset === null ? story : [])]
  return !told.some(
    ({ event, claims }) =>
      event.type === 'outage_or_attack' || claims.some(({ claim }) => claim.event === 'outage_or_attack'),
  )
}

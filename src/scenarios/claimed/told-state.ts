import type { Atlas } from '../../atlas/atlas.ts'
import { type ClaimFacts, type EventFacts, refsOf } from '../event-facts.ts'
import { areNear } from '../near-in-time.ts'
import type { OutageTarget } from '../target.ts'
import { isOf, type Topic } from '../topics.ts'

/** A part of something by its share, and in words. */
export interface Part {
  readonly share: number
  readonly words: string
}

/** "One of the three moorings". */
const parts: readonly (readonly [Topic, Part])[] = [
  ['two_of_three', { share: 2 / 3, words: 'two thirds' }],
  ['one_of_three', { share: 1 / 3, words: 'a third' }],
  ['one_of_two', { share: 1 / 2, words: 'half' }],
  ['one_of_four', { share: 1 / 4, words: 'a quarter' }],
]

/** The part of something that a claim speaks of; null where it speaks of all of it. */
export function partTold(facts: ClaimFacts): Part | null {
  return parts.find(([topic]) => isOf(facts, topic))?.[1] ?? null
}

/** Words that a part of something is lost, where nothing says that it works. */
const losing: ReadonlySet<string> = new Set(['outage_or_attack', 'supply_halt', 'repair_or_restart'])

/**
 * Share that a claim says is lost, by what still works ("operates at 65 %", "at half its load", "loads through one of
 * three moorings") or by the part that is out ("two of the three moorings were closed"); null where it says neither.
 */
export function lostShare(facts: ClaimFacts): number | null {
  const { claim, quantities } = facts
  if (claim.modality === 'denied' || claim.polarity === 'negative') return null
  const part = partTold(facts)?.share
  const works = isOf(facts, 'load')
  if (part !== undefined) return works || !losing.has(claim.event) ? 1 - part : part
  if (isOf(facts, 'half_load')) return 0.5
  if (!works) return null
  const left = quantities.flatMap(({ unit, value, kind }) =>
    unit === '%' && kind !== 'from_to' && typeof value === 'number' && value > 0 && value < 100
      ? [value / 100]
      : [],
  )
  const [only, second] = left
  return only === undefined || second !== undefined ? null : 1 - only
}

const flowing: ReadonlySet<string> = new Set(['supply_halt', 'supply_change', 'outage_or_attack'])

/** Whether a claim says that what it speaks of goes on: "without interruption", "did not stop", "was not affected". */
function goesOn(facts: ClaimFacts): boolean {
  const { event, modality, polarity } = facts.claim
  if (modality === 'conditional' || modality === 'possible') return false
  if (flowing.has(event)) return polarity === 'negative' || (modality === 'denied' && isOf(facts, 'goes_on'))
  return (
    ['other', 'transit', 'statement'].includes(event) &&
    polarity === 'positive' &&
    isOf(facts, 'goes_on') &&
    (event === 'transit' || facts.claim.cues.some((cue) => cue.startsWith('event:normal:')))
  )
}

/** What a story says goes on: of what is lost itself, and of others on the same way. */
export interface GoingOn {
  readonly own: readonly ClaimFacts[]
  readonly others: readonly ClaimFacts[]
}

/**
 * The claims of a story that say that an asset, or deliveries without an asset, go on in spite of what struck it. Of
 * another asset they say nothing; where deliveries to one country are lost, what is said of other countries is told of
 * those.
 */
export function claimsOfGoingOn(
  { facts, story, atlas }: { facts: EventFacts; story: readonly EventFacts[]; atlas: Atlas },
  { asset, to = [] }: Pick<OutageTarget, 'asset' | 'to'>,
): GoingOn {
  const line = new Set(
    asset === null
      ? []
      : [
          asset.id,
          ...atlas.partsOf(asset.id).map(({ id }) => id),
          ...atlas.ancestors(asset.id).map(({ id }) => id),
        ],
  )
  const told = [facts, ...story.filter((other) => areNear(facts.day, other.day))]
    .flatMap(({ claims }) => claims)
    .filter(goesOn)
    .map((claim) => ({ claim, refs: refsOf(claim, atlas) }))
    .filter(({ refs }) => {
      const named = refs.filter((ref) => ref.startsWith('assets/'))
      return named.length === 0 || named.some((ref) => line.has(ref.slice('assets/'.length)))
    })
  const isOfOthers = (refs: readonly string[]): boolean => {
    const countries = refs.flatMap((ref) => (ref.startsWith('countries/') ? [ref.slice(10)] : []))
    return to.length > 0 && countries.length > 0 && !countries.some((code) => to.includes(code))
  }
  return {
    own: told.flatMap(({ claim, refs }) => (isOfOthers(refs) ? [] : [claim])),
    others: told.flatMap(({ claim, refs }) => (isOfOthers(refs) ? [claim] : [])),
  }
}

import { tellsSomeHours } from '../claimed/claimed-lengths.ts'
import type { ClaimFacts } from '../event-facts.ts'
import type { OutageTarget } from '../target.ts'
import { isForWorks, isOf, isOnlyBlast, type Topic } from '../topics.ts'
import type { PrecedentCause, PrecedentClass, PrecedentPlant, PrecedentTone } from './past-outages.ts'

interface ClassInput {
  readonly target: OutageTarget
  /** What is told of it first, then what else the story tells. */
  readonly claims: readonly ClaimFacts[]
  readonly story: readonly ClaimFacts[]
  /** Nothing is said to be broken. */
  readonly isDecision: boolean
}

/** The class of past outages that an outage belongs to; null where none are counted of its kind. */
export function precedentClassOf(input: ClassInput): PrecedentClass | null {
  const { target } = input
  const cause = causeTold(input)
  const plant = plantOf(input.target, cause)
  if (plant === null) return null
  const tone = toneOf(input, cause)
  const words = tone === '' ? {} : { words: tone }
  // A halt of what flows without a cause is a dispute, and at a plant, a port or a strait whatever stops those; an end is
  // one of deliveries, whatever pipe they came by.
  if (cause === 'ending') return { plant: 'deliveries', cause, ...words }
  // Of a line between countries a court is one voice in a dispute of theirs, which lasts days or for good.
  if (cause === 'ruling' && plant === 'pipeline' && target.asset?.country.includes(' '))
    return { plant: 'deliveries', cause: 'dispute', ...words }
  // What shuts a strait "until further notice" is no ship aground.
  if (plant === 'strait' && cause === null && tone === 'grave') return { plant, cause: 'attack', ...words }
  if (cause === null && !isOneSite(plant) && !isAtHome(plant, target))
    return { plant: 'deliveries', cause: 'dispute', ...words }
  // Of the trains of a plant the table tells one from all; of other plants few rows do.
  const extent = plant === 'lng' && target.isUnit === true ? { isUnit: true as const } : {}
  return { plant, cause, ...words, ...extent }
}

/**
 * How grave its own words are: destroyed, ruptured, without an end, or suspected, small, soon over; what explodes is grave
 * but in attacks, where explosions are heard in all of them. What is shut as a precaution is soon over, but for one
 * against a war or attacks around it, which ends with those. Empty where they are neither or both.
 */
function toneOf({ claims, story }: ClassInput, cause: PrecedentCause | null): PrecedentTone {
  const isDanger = isAttack(story) || tells('war', story)
  const isGrave = tells('grave', claims) || (cause !== 'attack' && tells('blast', claims))
  const isLight =
    tells('light', claims) ||
    claims.some(tellsSomeHours) ||
    (cause === 'precaution' && !isDanger) ||
    tells('unexplained', [...claims, ...story])
  return isGrave === isLight ? '' : isGrave ? 'grave' : 'light'
}

function causeTold({ target, claims, story, isDecision }: ClassInput): PrecedentCause | null {
  if (isAttack(claims) && !isDecision) return 'attack'
  if (isDecision && tells('ending', claims)) return 'ending'
  // A court or sanctions stop what somebody decides to stop, and are background elsewhere.
  if (isDecision && tells('ruling', claims)) return 'ruling'
  if (claims.some(isForWorks) || (isDecision && claims.some(isMaintained))) return 'works'
  for (const told of [claims, story]) {
    const cause = causes.find(([topic]) => tells(topic, told))?.[1]
    if (cause !== undefined) return cause
  }
  if (!isDecision) return isAttack(story) ? 'attack' : 'fault'
  if (tells('ending', story)) return 'ending'
  // Whoever stops something on purpose says why: what stopped for reasons that nobody knows failed.
  if (tells('unexplained', [...claims, ...story])) return 'fault'
  // A port or a plant that stands still while its story tells of a strike beside it, stands still for that; of a line or
  // a field somebody may have decided it as a precaution.
  return atSite.has(target.asset?.kind ?? '') && isAttack(story) ? 'attack' : null
}

/** "Was shut for maintenance": nothing broke, so that works are why it stands still. */
function isMaintained({ claim }: ClaimFacts): boolean {
  return claim.cues.some((cue) => /^(?:event|also):maintain:/u.test(cue))
}

function isAttack(of: readonly ClaimFacts[]): boolean {
  return of.some(
    (told) => told.claim.cues.some((cue) => /^(?:event|also):attack:/u.test(cue)) && !isOnlyBlast(told),
  )
}

function tells(topic: Topic, of: readonly ClaimFacts[]): boolean {
  return of.some((told) => isOf(told, topic))
}

/** Causes by the words for them, what explains the others first: a storm cuts power, and what frost stops trips. */
const causes: readonly (readonly [Topic, PrecedentCause])[] = [
  ['quake', 'quake'],
  ['frost', 'frost'],
  ['storm', 'storm'],
  ['weather', 'weather'],
  ['war', 'war'],
  ['labour', 'strike'],
  ['blockade', 'blockade'],
  ['trip', 'trip'],
  ['precaution', 'precaution'],
]

/** What its owner runs and may stop, and no supplier, buyer or state stops for its own ends. */
function isOneSite(plant: PrecedentPlant): boolean {
  return ['refinery', 'plant', 'lng', 'port', 'mine', 'railway', 'strait', 'power_plant'].includes(plant)
}

/** A field, or a line that leaves no country: nobody abroad has a say in it. */
function isAtHome(plant: PrecedentPlant, { asset }: OutageTarget): boolean {
  if (asset === null || !(plant === 'field' || plant === 'pipeline')) return false
  return plant === 'field' || (asset.country !== '' && !asset.country.includes(' '))
}

/** Kinds that are one place. */
const atSite: ReadonlySet<string> = new Set(['port', 'terminal', 'mooring', 'station', 'refinery', 'plant'])

function plantOf(
  { kind, asset, carrier, plants }: OutageTarget,
  cause: PrecedentCause | null,
): PrecedentPlant | null {
  const isGas = carrier === 'gas' || carrier === 'lng'
  if (kind === 'border' && (cause === 'attack' || cause === 'fault'))
    return carrier === 'power' ? 'cable' : 'pipeline'
  if (kind === 'border') return 'deliveries'
  // What a country makes of power its plants make: one that the atlas does not list has no other row.
  if (asset === null && carrier === 'power' && cause !== 'ending') return 'power_plant'
  if (asset === null && plants.some(({ isSource }) => !isSource)) return 'refinery'
  if (asset === null) return cause === null || cause === 'ending' ? 'deliveries' : madeAt(carrier)
  switch (asset.kind) {
    case 'station':
    case 'pipeline':
    case 'railway':
    case 'refinery':
    case 'strait':
      return asset.kind
    case 'field':
      return madeAt(carrier)
    case 'route':
      return 'pipeline'
    case 'interconnector':
      return 'cable'
    case 'port':
    case 'terminal':
    case 'mooring':
      return isGas ? 'lng' : 'port'
    case 'plant':
      return asset.carrier === 'lng'
        ? 'lng'
        : carrier === 'power'
          ? 'power_plant'
          : carrier === 'coal'
            ? 'mine'
            : 'plant'
    default:
      return null
  }
}

/** Where what a country brings up of a carrier comes from. */
function madeAt(carrier: OutageTarget['carrier']): PrecedentPlant {
  return carrier === 'coal' ? 'mine' : carrier === 'lng' ? 'lng' : 'field'
}

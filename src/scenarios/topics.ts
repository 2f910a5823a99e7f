import type { EventType, Quantity } from '../claims/claim.ts'
import type { ClaimFacts, EventFacts } from './event-facts.ts'

/** Types that take something away that worked. */
export const LOSING: ReadonlySet<EventType> = new Set(['outage_or_attack', 'supply_halt', 'supply_change'])

/** What a change is of (docs/reading.md, topics). */
export type Topic =
  | 'demand'
  | 'output'
  | 'delivery'
  | 'gas_line'
  | 'oil_line'
  | 'storage'
  | 'reserve'
  | 'filling'
  | 'release'
  | 'full'
  | 'industry'
  | 'half'
  | 'double'
  | 'triple'
  | 'unit'
  /** What makes power: coal or gas beside it is what it burns. */
  | 'power_plant'
  /** What makes power from uranium. */
  | 'reactor'
  /** What something can carry, and not what it does. */
  | 'capacity'
  /** That less of it is asked for: why less is sent. */
  | 'less_wanted'
  | 'buying'
  | 'half_load'
  | 'load'
  | 'one_of_two'
  | 'one_of_three'
  | 'two_of_three'
  | 'one_of_four'
  | 'goes_on'
  | 'refining'
  /** What leaves the country; what is banned; which product; how it leaves. */
  | 'abroad'
  | 'forbidding'
  | 'petrol'
  | 'diesel'
  | 'jet_fuel'
  | 'fuel_oil'
  | 'by_road'
  /** What is to last longer than was told; what is hindered and not closed. */
  | 'prolonged'
  | 'disrupted'
  /** What passes through to others. */
  | 'transit'
  /** What is allowed by way of exception, and that it is no more. */
  | 'waiver'
  | 'lapsed'
  /** What is paid at the border; a rise that is put off; what is left of something to work. */
  | 'duty'
  | 'on_hold'
  | 'remaining'
  /** How long, in a word without a number: "within a week". */
  | 'briefly'
  | 'some_hours'
  | 'a_week'
  | 'a_month'
  /** That somebody is under sanctions, and not that they are imposed. */
  | 'listed'
  /** All of it and not a part. */
  | 'wholly'
  /** What may not carry, insure or land it; a price above which nobody may; what is made of it elsewhere. */
  | 'shipping'
  | 'port_call'
  | 'shadow_fleet'
  | 'price_cap'
  | 'made_from'
  /** What is to be built: a line, a cable, a terminal, one that sends abroad; how far it has come. */
  | 'pipeline'
  | 'interconnector'
  | 'terminal'
  | 'refinery'
  | 'export_plant'
  | 'memorandum'
  | 'decided'
  | 'late'
  | 'ending'
  /** Why it is lost: strikes, protesters, floods and fires, storms, no power, a precaution. */
  | 'labour'
  | 'blockade'
  | 'weather'
  | 'storm'
  | 'frost'
  | 'quake'
  | 'trip'
  | 'precaution'
  | 'ruling'
  | 'war'
  /** How grave its words are: what is destroyed or without an end, what exploded, what is small, suspected or soon over. */
  | 'grave'
  | 'blast'
  | 'light'
  /** Nobody knows why it stopped. */
  | 'unexplained'
  /** What failed is out of service: it stands still. */
  | 'standing'

/** Whether the words of a claim speak of a topic. */
export function isOf({ claim }: Pick<ClaimFacts, 'claim'>, topic: Topic): boolean {
  return claim.cues.some((cue) => cue.startsWith(`topic:${topic}:`))
}

/** Which way a change goes: by the words of the event, else by those beside them; null where neither says. */
export function directionOf({ claim, quantities }: ClaimFacts): 'up' | 'down' | null {
  for (const group of ['event', 'also']) {
    const has = (way: string): boolean => claim.cues.some((cue) => cue.startsWith(`${group}:${way}:`))
    const falls = has('fall') || has('shortage')
    if (has('rise') !== falls) return falls ? 'down' : 'up'
  }
  const signed = quantities.find(({ unit, value }) => unit === '%' && typeof value === 'number' && value < 0)
  return signed === undefined ? wayOfLevels(quantities) : 'down'
}

/** "To 900 MW against 600", "from 600 to 900": two levels tell by themselves which way it goes. */
function wayOfLevels(quantities: readonly Quantity[]): 'up' | 'down' | null {
  const span = quantities.find(({ kind }) => kind === 'from_to')?.value
  const [first, last] = Array.isArray(span) ? span : levelsTold(quantities)
  if (first === undefined || last === undefined || first === last) return null
  return last > first ? 'up' : 'down'
}

function levelsTold(quantities: readonly Quantity[]): readonly [number, number] | readonly [] {
  const [one, other, third] = quantities.filter(({ unit }) => unit === quantities[0]?.unit)
  if (one === undefined || other === undefined || third !== undefined) return []
  const end = one.to_level === true ? one : other
  const begin = end === one ? other : one
  const isTold = end.to_level === true && begin.to_level !== true
  return isTold && typeof begin.value === 'number' && typeof end.value === 'number'
    ? [begin.value, end.value]
    : []
}

/** Whether something is said to stop, or to come back, in words of the event or beside them. */
export function speaksOf(
  { claim }: Pick<ClaimFacts, 'claim'>,
  what: 'halt' | 'resume' | 'start' | 'build' | 'sanction',
): boolean {
  return claim.cues.some((cue) => cue.startsWith(`event:${what}:`) || cue.startsWith(`also:${what}:`))
}

/** Whether words beside those of the event name an attack or damage: "were halted after a strike on the station". */
export function isAfterDamage({ claim }: Pick<ClaimFacts, 'claim'>): boolean {
  return claim.cues.some((cue) => /^also:(?:attack|damage):/u.test(cue))
}

/**
 * Whether words beside those of the event say what broke or failed: "was shut because of a leak". Force majeure, which is
 * declared of anything, says no such thing.
 */
export function isAfterFault({ claim }: Pick<ClaimFacts, 'claim'>): boolean {
  const declared = new Set(
    claim.cues.flatMap((cue) => (cue.startsWith('topic:grave:') ? [cue.slice('topic:grave:'.length)] : [])),
  )
  return claim.cues.some((cue) => {
    const word = /^also:(?:attack|damage|outage):(.*)$/u.exec(cue)?.[1]
    return word !== undefined && !(cue.startsWith('also:outage:') && declared.has(word))
  })
}

/** Whether what stands still does so for works: planned, or told to be out of service, and nothing struck it. */
export function isForWorks(facts: Pick<ClaimFacts, 'claim'>): boolean {
  const { cues, modality } = facts.claim
  if (!cues.some((cue) => /^(?:event|also):maintain:/u.test(cue))) return false
  if (cues.some((cue) => /^(?:event|also):attack:/u.test(cue))) return false
  const stands = modality === 'announced_or_planned' || isOf(facts, 'standing')
  return stands && cues.some((cue) => /^(?:event|also):(?:halt|damage|outage):/u.test(cue))
}

/** Whether the only word for a halt is one for a strike: workers stop work, and what they work at may go on. */
export function isOnlyStrike({ claim }: Pick<ClaimFacts, 'claim'>): boolean {
  const wordsOf = (group: string): readonly string[] =>
    claim.cues.flatMap((cue) => (cue.startsWith(`${group}:`) ? [cue.slice(group.length + 1)] : []))
  const halts = [...wordsOf('event:halt'), ...wordsOf('also:halt')]
  const strikes = new Set(wordsOf('topic:labour'))
  return halts.length > 0 && halts.every((word) => strikes.has(word))
}

/** Whether the only word for an attack is one for an explosion: what explodes by itself is a fault. */
export function isOnlyBlast({ claim }: Pick<ClaimFacts, 'claim'>): boolean {
  const wordsOf = (group: string): readonly string[] =>
    claim.cues.flatMap((cue) => (cue.startsWith(`${group}:`) ? [cue.slice(group.length + 1)] : []))
  const blasts = new Set(wordsOf('topic:blast'))
  const attacks = [...wordsOf('event:attack'), ...wordsOf('also:attack')]
  return attacks.length > 0 && attacks.every((word) => blasts.has(word))
}

/** The claims of an event that stand: not denied, not of a negative fact. */
export function standing({ claims }: EventFacts): readonly ClaimFacts[] {
  return claims.filter(({ claim }) => claim.modality !== 'denied' && claim.polarity === 'positive')
}

/** A fall to a half that is told in a word and not by a number: "exports halved". */
export function isHalved(facts: ClaimFacts): boolean {
  return (
    isOf(facts, 'half') &&
    directionOf(facts) === 'down' &&
    // The reader may give the word as the level of 50 % that it is.
    !facts.quantities.some(
      ({ unit, value, to_level: isLevel }) =>
        (unit === '%' && !(isLevel === true && value === 50)) || unit.includes('/'),
    )
  )
}

/**
 * How many times as much there is after a rise, or how many times less after a fall, that is told in a word and not by a
 * number: "doubled", "rose threefold", "fell to a third"; null where none is told. Some languages have one word for both
 * ways ("вдвое"): which it is the change says.
 */
export function timesTold(facts: ClaimFacts): number | null {
  if (facts.quantities.some(({ unit }) => unit === '%' || unit.includes('/'))) return null
  if (isOf(facts, 'triple')) return 3
  const isTwice = isOf(facts, 'double') || (isOf(facts, 'half') && directionOf(facts) === 'up')
  return isTwice ? 2 : null
}

/**
 * Whether what an event says is lost may be what countries bring up: where the words speak of output, or of one country
 * that does not buy. What moves between several, or is bought, is nobody's output.
 */
export function mayBeOutput({ claims }: EventFacts, countries: readonly string[]): boolean {
  if (claims.some((facts) => isOf(facts, 'output'))) return true
  // What is in store is no output, however it moves.
  if (claims.some((facts) => isOf(facts, 'storage'))) return false
  return countries.length < 2 && !claims.some((facts) => isOf(facts, 'buying'))
}

/** Whether an event is told as what may be, or under a condition, and by nobody as done or planned. */
export function isOnlyThought({ event }: EventFacts): boolean {
  return event.modality === 'conditional' || event.modality === 'possible'
}

/** "Postponed to 2030": put off to a year, or beyond one, so that nothing that works stops. */
export function isPutFarOff({ event, claims }: EventFacts): boolean {
  const published = claims.flatMap(({ reading }) => reading.published?.slice(0, 4) ?? []).sort()[0]
  const year = event.time?.slice(0, 4)
  const isLater = published !== undefined && year !== undefined && year > String(Number(published) + 1)
  return isLater && claims.some((claim) => isOf(claim, 'late'))
}

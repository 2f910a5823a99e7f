import { causesIn } from './causes-in.ts'
import type { EventType } from './claim.ts'
import type { CueMatch } from './lexicon/cue.ts'
import { type EventRule, eventRules, type NumberKind, SILENCE } from './lexicon/event-rules.ts'
import { cuesIn, type Marks } from './marks.ts'
import { isMended } from './mended.ts'
import { negatedEffects } from './no-effect.ts'
import { isOfCap } from './of-cap.ts'
import { CAUSING, groupsOf, isAfterItsCause, isCause } from './of-cause.ts'
import { PLANT_TYPES } from './plant-types.ts'
import { tellsOfSanctions } from './tells-of-sanctions.ts'
import type { Span } from './text/sentences.ts'
import { isOfNounBefore } from './told-of-noun.ts'

export interface FoundEvent {
  readonly event: EventType | typeof SILENCE
  readonly priority: number
  /** The classes that the rule asks for, for those who want to know why: `rise|fall + flow`. */
  readonly rule: string
  /** The cues that met the rule; the first is where the event stands. */
  readonly cues: readonly CueMatch[]
}

export type ClaimedEvent = FoundEvent & { readonly event: EventType }

/** False where the words only say that somebody said nothing. */
export function isClaimed(found: FoundEvent): found is ClaimedEvent {
  return found.event !== SILENCE
}

const UNIT_PRICE = /^[A-Z]{3}\//u
const CURRENCY = /^[A-Z]{3}$/u
const VOLUME = /^(t|bbl|m3|bcm|cf|MW|GW|MWh|GWh|TWh|toe|MMBtu)(\/|$)/u

function numberKind(unit: string): NumberKind | null {
  if (UNIT_PRICE.test(unit)) return 'unit_price'
  if (CURRENCY.test(unit)) return 'money'
  if (unit === '%') return 'percent'
  return VOLUME.test(unit) ? 'volume' : null
}

/** The event that the words of a stretch speak of; null where no rule is met. */
export function eventOf(marks: Marks, ...spans: readonly Span[]): FoundEvent | null {
  // Pieces, clauses and frames ask for the same stretches again and again.
  const only = spans[0]
  if (only === undefined) return null
  if (spans.length > 1) return findEvent(marks, spans)
  let known = asked.get(marks)
  if (known === undefined) {
    known = new Map()
    asked.set(marks, known)
  }
  const key = only.start * (marks.text.length + 1) + only.end
  const before = known.get(key)
  if (before !== undefined) return before
  const found = findEvent(marks, spans)
  known.set(key, found)
  return found
}

const asked = new WeakMap<Marks, Map<number, FoundEvent | null>>()

function findEvent(marks: Marks, spans: readonly Span[]): FoundEvent | null {
  const absences = allIn(spans, (span) => cuesIn(marks, span, 'without'))
  if (absences.length > 0) {
    // "runs as normal without damage"
    const present = bestOf(marks, spans, absences)
    if (present !== null) return present
  }
  const effects = allIn(spans, (span) => negatedEffects(marks, span))
  // "Deliveries were not affected by the fire": what caused nothing stands behind, as any cause does.
  const isBefore = (cue: CueMatch): boolean =>
    CAUSING.has(cue.cue.group) && effects.some((one) => cue.end <= one.start)
  if (effects.length > 0 && allIn(spans, (span) => cuesIn(marks, span, 'event:')).some(isBefore)) {
    // "The outage did not affect deliveries": that nothing came of it is told.
    const told = bestOf(marks, spans, effects, true)
    if (told !== null) return ofEffect(told, effects)
  }
  const causes = allIn(spans, (span) => causesIn(marks, span))
  if (causes.length === 0) return bestOf(marks, spans, [])
  const before = toldBeforeCause(marks, spans, causes)
  if (before !== null) return before
  // "Because of the outage exports fell": the cause is told beside what happened.
  const main = bestOf(marks, spans, causes)
  // A state that came of something says less than what it came of: "runs at half its rate after a fault".
  return main !== null && main.priority >= LEAST_MAIN && main.event !== 'other'
    ? main
    : bestOf(marks, spans, [])
}

/** What flows or stands there before a cause may be what the cause befell: "flows through X were not affected by". */
const LEAST_BEFORE = 66

/** "Exports are suspended because of a threat to impose …": what stands behind a cause does not compete with what came of it. */
function toldBeforeCause(
  marks: Marks,
  spans: readonly Span[],
  causes: readonly CueMatch[],
): FoundEvent | null {
  const [cause] = causes
  if (cause === undefined || cause.cue.value === 'after') return null
  const ahead = spans
    .filter((span) => span.start < cause.start)
    .map(({ start, end }) => ({ start, end: Math.min(end, cause.start) }))
  const told = bestOf(marks, ahead, [])
  return told !== null && told.priority >= LEAST_BEFORE ? told : null
}

/** "Sanctions did not affect output, it rises": what rises behind is told beside it; the event is where it was not affected. */
function ofEffect(told: FoundEvent, effects: readonly CueMatch[]): FoundEvent {
  const effect = effects[0]
  const isBehind =
    effect !== undefined && told.cues.some((cue) => cue.start > effect.end && CHANGE.has(cue.cue.group))
  return told.event === 'supply_change' && isBehind ? { ...told, cues: effects } : told
}

const CHANGE: ReadonlySet<string> = new Set(['event:rise', 'event:fall'])

/** An event weaker than this does not stand against its cause. */
const LEAST_MAIN = 44

const ENDING = groupsOf('resume', 'maintain')
/** "removing the results of the accident": what right behind the phrase is named as its object. */
const DONE_TO = groupsOf('attack', 'damage', 'outage')
const ENDED = groupsOf('attack', 'damage', 'outage', 'halt')

/** `isSubject`: `causes` are negated effects, of which all that stands before is the cause. */
function bestOf(
  marks: Marks,
  spans: readonly Span[],
  causes: readonly CueMatch[],
  isSubject = false,
): FoundEvent | null {
  const cues = allIn(spans, (span) => cuesIn(marks, span, 'event:'))
  // Every rule asks for a word.
  if (cues.length === 0) return null
  const told: Told[] = []
  let [low, high] = [0, 0]
  const ignored = cues.filter((cue) => cue.cue.group === 'event:ignore')
  // "put out the fire", "lifted force majeure": what is ended stands in the phrase that ends it.
  const ended = cues.filter((cue) => ENDING.has(cue.cue.group) && cue.lastToken > cue.firstToken)
  for (const cue of cues) {
    if (isSubject && CAUSING.has(cue.cue.group) && causes.some((one) => cue.end <= one.start)) continue
    if (!isSubject && isCause(cue, causes) && !isAfterItsCause(marks, cue, cues, causes)) continue
    if (ignored.some((other) => other.start <= cue.start && other.end >= cue.end)) continue
    if (ENDED.has(cue.cue.group) && ended.some((one) => one.start <= cue.start && one.end >= cue.end))
      continue
    if (isObstacle(marks, spans, cue, cues) || isOfNounBefore(marks, cue, cues) || isMended(marks, cue, cues))
      continue
    if (DONE_TO.has(cue.cue.group) && ended.some((one) => cue.firstToken - one.lastToken === 1)) continue
    if (isOfCap(marks, spans, cue)) continue
    const isRelief = cue.cue.group === 'event:permit' && tellsOfSanctions(marks)
    const place = placeOfClass.get(isRelief ? 'event:relief' : cue.cue.group)
    if (place === undefined) continue
    told.push({ cue, place })
    if (place < BITS) low |= 1 << place
    else high |= 1 << (place - BITS)
  }
  let numbers: ReadonlySet<NumberKind | null> | null = null
  let best: FoundEvent | null = null
  for (const placed of placedRules) {
    const { rule, places } = placed
    if (best !== null && best.priority >= rule.priority) break
    if (!mayHold(placed.masks, low, high)) continue
    if (rule.number !== undefined) {
      numbers ??= numbersIn(marks, spans)
      if (!rule.number.some((kind) => numbers?.has(kind))) continue
    }
    const met = meets(places, told)
    if (met !== null) best = { event: rule.event, priority: rule.priority, rule: placed.name, cues: met }
  }
  return best
}

/** "The canal is blocked by a ship": a word that also tells a halt opposes nobody where it is plant that it is said of. */
function isObstacle(marks: Marks, spans: readonly Span[], cue: CueMatch, cues: readonly CueMatch[]): boolean {
  if (cue.cue.group !== 'event:oppose') return false
  if (!cues.some((one) => one.cue.group === 'event:halt' && one.start === cue.start)) return false
  if (cues.some((one) => one.cue.group === 'event:sanction')) return false
  return allIn(spans, (span) => marks.mentions.within(span.start, span.end)).some(({ entity }) =>
    PLANT_TYPES.has(entity.type),
  )
}

function numbersIn(marks: Marks, spans: readonly Span[]): ReadonlySet<NumberKind | null> {
  const quantities = allIn(spans, (span) => marks.quantities.within(span.start, span.end))
  return new Set(quantities.map((one) => numberKind(one.unit)))
}

function allIn<T>(spans: readonly Span[], found: (span: Span) => readonly T[]): readonly T[] {
  const only = spans[0]
  if (only === undefined) return []
  return spans.length === 1 ? found(only) : spans.flatMap(found)
}

/** A cue with the place of its class. */
interface Told {
  readonly cue: CueMatch
  readonly place: number
}

const BITS = 31
/** The classes that rules ask for, by the group of their cues, and the rules with classes by their place. */
const placeOfClass = new Map(
  [...new Set(eventRules.flatMap((rule) => rule.classes.flat()))].map((name, place) => [
    `event:${name}`,
    place,
  ]),
)
const placedRules = eventRules.map((rule) => {
  const places = rule.classes.map((any) => any.flatMap((name) => placeOfClass.get(`event:${name}`) ?? []))
  return { rule, name: nameOf(rule), places, masks: places.map(maskOf) }
})

/** Two numbers of a bit for each class: most rules ask for one that a stretch has not. */
interface Mask {
  readonly low: number
  readonly high: number
}

function mayHold(masks: readonly Mask[], low: number, high: number): boolean {
  for (const any of masks) if ((any.low & low) === 0 && (any.high & high) === 0) return false
  return true
}

function maskOf(places: readonly number[]): Mask {
  const bits = (from: number): number =>
    places.reduce((mask, at) => (at >= from && at < from + BITS ? mask | (1 << (at - from)) : mask), 0)
  return { low: bits(0), high: bits(BITS) }
}

function nameOf(rule: EventRule): string {
  const classes = rule.classes.map((any) => any.join('|'))
  return [...classes, ...(rule.number === undefined ? [] : [`number:${rule.number.join('|')}`])].join(' + ')
}

function meets(places: readonly (readonly number[])[], told: readonly Told[]): CueMatch[] | null {
  const met: CueMatch[] = []
  for (const wanted of places) {
    let cue: CueMatch | undefined
    for (const place of wanted)
      for (const one of told)
        if (one.place === place && (cue === undefined || one.cue.start < cue.start) && !met.includes(one.cue))
          cue = one.cue
    if (cue === undefined) return null
    met.push(cue)
  }
  return met
}

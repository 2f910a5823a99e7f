import type { EventType } from './claim.ts'
import type { CueMatch } from './lexicon/cue.ts'
import { type EventRule, eventRules, type NumberKind, SILENCE } from './lexicon/event-rules.ts'
import { cuesIn, type Marks } from './marks.ts'
import type { Span } from './text/sentences.ts'

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

const UNIT_PRICE = /^(USD|EUR)\//u
const VOLUME = /^(t|bbl|m3|bcm|cf|MW|GW|MWh|GWh|TWh|toe|MMBtu)(\/|$)/u

function numberKind(unit: string): NumberKind | null {
  if (UNIT_PRICE.test(unit)) return 'unit_price'
  if (unit === 'USD' || unit === 'EUR') return 'money'
  if (unit === '%') return 'percent'
  return VOLUME.test(unit) ? 'volume' : null
}

/** The event that the words of a stretch speak of; null where no rule is met. */
export function eventOf(marks: Marks, ...spans: readonly Span[]): FoundEvent | null {
  // Pieces, clauses and frames ask for the same stretches again and again.
  let known = asked.get(marks)
  if (known === undefined) {
    known = new Map()
    asked.set(marks, known)
  }
  const key = spans.map((span) => `${span.start}-${span.end}`).join(' ')
  const before = known.get(key)
  if (before !== undefined) return before
  const found = findEvent(marks, spans)
  known.set(key, found)
  return found
}

const asked = new WeakMap<Marks, Map<string, FoundEvent | null>>()

function findEvent(marks: Marks, spans: readonly Span[]): FoundEvent | null {
  const causes = spans.flatMap((span) => cuesIn(marks, span, 'cause'))
  if (causes.length === 0) return bestOf(marks, spans, [])
  // "Because of the outage exports fell": the cause is told beside what happened.
  const main = bestOf(marks, spans, causes)
  // A state that came of something says less than what it came of: "runs at half its rate after a fault".
  return main !== null && main.priority >= LEAST_MAIN && main.event !== 'other'
    ? main
    : bestOf(marks, spans, [])
}

/** An event weaker than this does not stand against its cause. */
const LEAST_MAIN = 44
const CAUSE_WORDS = 4
const CAUSING = /^event:(attack|damage|outage|halt|maintain|resume|sanction|limit|military|price|rise|fall)$/u

function isCause(cue: CueMatch, causes: readonly CueMatch[]): boolean {
  if (!CAUSING.test(cue.cue.group)) return false
  return causes.some((cause) =>
    cause.cue.value === 'after'
      ? cause.firstToken > cue.lastToken && cause.firstToken - cue.lastToken <= CAUSE_WORDS
      : cue.firstToken > cause.lastToken && cue.firstToken - cause.lastToken <= CAUSE_WORDS,
  )
}

/** Words and marks behind which another cause is named, or another clause begins. */
const BESIDE_HAN = /[和及与或\p{P}]/u

/** Chinese tells the cause before the verb with nothing between, 因停电停产: of two the second is what came of it. */
function isAfterItsCause(
  marks: Marks,
  cue: CueMatch,
  cues: readonly CueMatch[],
  causes: readonly CueMatch[],
): boolean {
  if (!/^\p{Script=Han}/u.test(marks.text.slice(cue.start))) return false
  return cues.some(
    (other) =>
      other.end <= cue.start &&
      isCause(other, causes) &&
      !BESIDE_HAN.test(marks.text.slice(other.end, cue.start)),
  )
}

function bestOf(marks: Marks, spans: readonly Span[], causes: readonly CueMatch[]): FoundEvent | null {
  const byClass = new Map<string, CueMatch[]>()
  const cues = spans.flatMap((span) => cuesIn(marks, span, 'event:'))
  const ignored = cues.filter((cue) => cue.cue.group === 'event:ignore')
  for (const cue of cues) {
    if (isCause(cue, causes) && !isAfterItsCause(marks, cue, cues, causes)) continue
    if (ignored.some((other) => other.start <= cue.start && other.end >= cue.end)) continue
    const name = cue.cue.group.slice('event:'.length)
    const list = byClass.get(name)
    if (list === undefined) byClass.set(name, [cue])
    else list.push(cue)
  }
  const numbers = new Set(
    spans.flatMap((span) => marks.quantities.within(span.start, span.end)).map((one) => numberKind(one.unit)),
  )
  let best: FoundEvent | null = null
  for (const rule of eventRules) {
    if (best !== null && best.priority >= rule.priority) break
    if (rule.number !== undefined && !rule.number.some((kind) => numbers.has(kind))) continue
    const met = meets(rule, byClass)
    if (met !== null) best = { event: rule.event, priority: rule.priority, rule: nameOf(rule), cues: met }
  }
  return best
}

function nameOf(rule: EventRule): string {
  const classes = rule.classes.map((any) => any.join('|'))
  return [...classes, ...(rule.number === undefined ? [] : [`number:${rule.number.join('|')}`])].join(' + ')
}

function meets(rule: EventRule, byClass: ReadonlyMap<string, readonly CueMatch[]>): CueMatch[] | null {
  const met: CueMatch[] = []
  for (const wanted of rule.classes) {
    let cue: CueMatch | undefined
    for (const name of wanted)
      for (const one of byClass.get(name) ?? [])
        if ((cue === undefined || one.start < cue.start) && !met.includes(one)) cue = one
    if (cue === undefined) return null
    met.push(cue)
  }
  return met
}

import type { Atlas } from '../atlas/atlas.ts'
import type { Network } from '../atlas/network.ts'
import type { CalendarDate } from '../core/time.ts'
import { claimedDurations } from './claimed-numbers.ts'
import { carriersAsked, draftOutage } from './draft-outage.ts'
import { assetsOf, type EventFacts } from './event-facts.ts'
import { assetRow } from './network-parts.ts'
import { toldStretch } from './outage-days.ts'
import type { Question } from './question.ts'

/** Days within which two events can tell one happening. */
const CLOSE_DAYS = 45

/** A report that strikes more at once than this is a list; each has its own report. */
const MOST_ASSETS = 3

interface Context {
  readonly facts: EventFacts
  readonly atlas: Atlas
  readonly network: Network
  readonly start: CalendarDate
  readonly story: readonly EventFacts[]
}

/** Work on something that runs, told with its days or its length: it takes capacity away for that time. */
export function isMaintenance(facts: EventFacts): boolean {
  if (facts.event.type !== 'repair_or_restart') return false
  if (toldStretch(facts) !== null) return true
  return (
    claimedDurations(facts.claims).length > 0 &&
    facts.claims.some(({ claim }) => claim.cues.some((cue) => cue.startsWith('event:maintain:')))
  )
}

/**
 * The outages that an event tells: of the most specific asset that carries something, and of others of the same kind
 * ("two refineries"), which no line joins to it.
 */
export function outageQuestions(context: Context): readonly Question[] {
  const { facts, atlas, network } = context
  const questions: Question[] = []
  for (const asset of mostSpecificFirst(facts, atlas)) {
    if (questions.length >= MOST_ASSETS) break
    if (questions.length > 0 && !isAlike(questions, asset, atlas)) continue
    const related = relatedTo(asset, context)
    // A change of supply without an outage says how much flows; only one with a stated fall says what is left.
    const claims = [facts, ...related].flatMap((told) => told.claims)
    const hasOutage = claims.some(
      ({ claim }) => claim.event === 'outage_or_attack' || claim.event === 'supply_halt',
    )
    if (facts.event.type === 'supply_change' && !hasOutage && !statesFall(facts)) continue
    for (const carrier of carriersAsked(facts, asset, { atlas, network })) {
      const question = draftOutage({ ...context, network, atlas, related, asset, carrier })
      if (question !== null) questions.push(question)
    }
  }
  return questions
}

/** Of one kind with what was found first, and neither a part of it nor what it is a part of. */
function isAlike(questions: readonly Question[], asset: string, atlas: Atlas): boolean {
  const family = new Set([asset, ...atlas.ancestors(asset).map(({ id }) => id)])
  const own = assetRow(atlas, asset)
  return questions.every(({ subject }) => {
    const id = subject.replace('assets/', '')
    const isJoined = family.has(id) || atlas.ancestors(id).some((above) => above.id === asset)
    return !isJoined && assetRow(atlas, id)?.kind === own?.kind
  })
}

function relatedTo(asset: string, { facts, atlas, story }: Context): EventFacts[] {
  const line = new Set([asset, ...atlas.ancestors(asset).map((above) => above.id)])
  const operators = new Set([...line].flatMap((id) => assetRow(atlas, id)?.operator ?? []))
  return story
    .filter((other) =>
      ['supply_change', 'supply_halt', 'repair_or_restart', 'outage_or_attack'].includes(other.event.type),
    )
    .filter((other) => isNear(facts, other) && isOnLine(other, line, operators))
}

/** A fall in percent, or an amount under a cue of falling. */
function statesFall(facts: EventFacts): boolean {
  return facts.claims.some(({ claim, quantities }) => {
    const falls = claim.cues.some((cue) => cue.startsWith('event:fall:'))
    return quantities.some(
      ({ unit, value }) =>
        (unit === '%' && (Array.isArray(value) ? value[0] : value) < 0) || (falls && unit.includes('/')),
    )
  })
}

function isNear(a: EventFacts, b: EventFacts): boolean {
  if (a.day === null || b.day === null) return true
  return Math.abs(Date.parse(a.day) - Date.parse(b.day)) <= CLOSE_DAYS * 86_400_000
}

function isOnLine(facts: EventFacts, line: ReadonlySet<string>, operators: ReadonlySet<string>): boolean {
  return (
    assetsOf(facts).some((id) => line.has(id)) || [...operators].some((id) => facts.refs.has(`actors/${id}`))
  )
}

/** Named assets, parts before the lines that they are part of; the only line of a named operator last. */
function mostSpecificFirst(facts: EventFacts, atlas: Atlas): readonly string[] {
  const named = [...assetsOf(facts)].sort((a, b) => atlas.ancestors(b).length - atlas.ancestors(a).length)
  // An operator stands for its line only where it has one: which of several is hit, its name does not say.
  const operated = atlas.tables.actors.flatMap(({ id }) => {
    if (!facts.refs.has(`actors/${id}`)) return []
    const lines = atlas.tables.assets.filter((asset) => asset.operator === id && asset.kind === 'pipeline')
    return lines.length === 1 ? lines.map((asset) => asset.id) : []
  })
  return [...new Set([...named, ...operated])]
}

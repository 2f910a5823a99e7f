import type { Draft } from './draft.ts'
import { endingAt } from './pairs.ts'
import type { FigureContext } from './read-figure.ts'
import { reachAt } from './tokens.ts'
import { perTime } from './units.ts'

/** In words. */
const leadReach = 8
/** In tokens; a Han character is a token. */
const annualReach = 14

interface Place {
  readonly context: FigureContext
  readonly sentences: readonly number[]
  /** Index after the figure before this one. */
  readonly after: number
}

/** Qualifier, rate and price denominator that stand before the figure. */
export function addLeads(draft: Draft, place: Place): void {
  const { context, sentences, after } = place
  const { tokens, lexicon, units } = context
  const inSentence = (at: number): boolean => sentences[at] === sentences[draft.from]
  for (let round = 0; round < 2; round += 1) {
    const between = endingAt(lexicon.betweenQualifier, tokens, draft.from)
    const found =
      endingAt(lexicon.before, tokens, draft.from) ??
      (between === null ? null : endingAt(lexicon.before, tokens, between.from))
    if (found === null || found.from < after || !inSentence(found.from)) break
    if (found.value === 'at_most' && followsChange(found.from, context, sentences)) break
    draft.qualifier ??= found.value
    draft.from = found.from
    draft.start = found.start
  }
  const unit = draft.unit
  if (unit === null) return
  if (unit.name.kind === 'currency') {
    const per =
      unit.per === null && draft.scale < million
        ? nearestBefore(units.pricePerBefore, context, draft.from, { inSentence, reach: leadReach })
        : null
    if (per !== null) lead(draft, { unit: { ...unit, per: per.value }, found: per, after })
    return
  }
  if (unit.time !== null || perTime(unit.name.definition.unit, 'day') === null) return
  // Energy is rarely told by the day: a rate far before it is of something else.
  const isEnergy = unit.name.definition.dimension === 'energy'
  const reach = isEnergy ? leadReach : reachAt(tokens[draft.from - 1], leadReach)
  const time =
    nearestBefore(units.timesBefore, context, draft.from, { inSentence, reach }) ??
    rightBefore(units.times, context, draft.from, after)
  if (time !== null) lead(draft, { unit: { ...unit, time: time.value }, found: time, after })
  else if (hasAnnualBefore(draft, context, inSentence)) draft.unit = { ...unit, time: 'year' }
}

/** What costs millions is no barrel. */
const million = 1e6

interface Lead {
  readonly unit: NonNullable<Draft['unit']>
  readonly found: { from: number; start: number }
  readonly after: number
}

/** Takes a unit from words before the figure, and those words too unless another figure stands between. */
function lead(draft: Draft, { unit, found, after }: Lead): void {
  draft.unit = unit
  if (found.from < after) return
  draft.from = found.from
  draft.start = found.start
}

function nearestBefore(
  table: FigureContext['units']['times'],
  context: FigureContext,
  to: number,
  { inSentence, reach }: { inSentence: (at: number) => boolean; reach: number },
): { from: number; start: number; value: string } | null {
  for (let from = to - 1; from >= Math.max(0, to - reach) && inSentence(from); from -= 1) {
    const match = table.at(context.tokens, from)
    if (match !== null && match.to <= to) return match
    if (isClauseMark(context, from)) return null
  }
  return null
}

/** "yields daily 250 thousand barrels": a word for the rate that belongs to no figure before it. */
function rightBefore(
  table: FigureContext['units']['times'],
  context: FigureContext,
  to: number,
  after: number,
): { from: number; start: number; value: string } | null {
  const found = endingAt(table, context.tokens, to)
  return found !== null && found.from >= after ? found : null
}

/** A comma within a figure parts no clauses. */
function isClauseMark(context: FigureContext, at: number): boolean {
  const mark = context.tokens[at]?.text ?? ''
  if (!/^[,;:()،؛，；]$/u.test(mark)) return false
  return mark !== ',' || context.tokens[at + 1]?.kind !== 'digits' || context.tokens[at + 1]?.spaced === true
}

function hasAnnualBefore(draft: Draft, context: FigureContext, inSentence: (at: number) => boolean): boolean {
  for (
    let from = draft.from - 1;
    from >= Math.max(0, draft.from - annualReach) && inSentence(from);
    from -= 1
  )
    if (context.units.annual.at(context.tokens, from) !== null) return true
  return false
}

function followsChange(at: number, context: FigureContext, sentences: readonly number[]): boolean {
  for (let from = at - 1; from >= Math.max(0, at - 8) && sentences[from] === sentences[at]; from -= 1) {
    const fold = context.tokens[from]?.fold ?? ''
    if (context.lexicon.changeStems.some((stem) => fold.startsWith(stem))) return true
  }
  return false
}

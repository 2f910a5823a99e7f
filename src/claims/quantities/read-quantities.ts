import type { Quantity } from '../claim.ts'
import { parseDateLexicon } from '../dates/date-lexicon.ts'
import { readDates } from '../dates/read-dates.ts'
import { notationOf } from './digits.ts'
import type { Draft } from './draft.ts'
import { inheritUnits } from './elided-units.ts'
import { normalise } from './normalise.ts'
import { parseNumberLexicon } from './number-lexicon.ts'
import { endingAt, joinPairs } from './pairs.ts'
import { readTokenForms } from './phrases.ts'
import { type FigureContext, readFigure } from './read-figure.ts'
import { sentenceNumbers } from './sentences.ts'
import { parseUnitLexicon, type QuantityLexicon } from './unit-lexicon.ts'
import { perTime } from './units.ts'

/** `files`: the parsed `numbers`, `units` and `dates` of `lexicons/<lang>/`. Throws where one is missing or wrong. */
export function parseQuantityLexicon(lang: string, files: Record<string, unknown>): QuantityLexicon {
  return {
    lang,
    numbers: parseNumberLexicon(files.numbers),
    units: parseUnitLexicon(files.units),
    // A date is no quantity, so the reader of quantities must know dates.
    dates: parseDateLexicon(lang, files),
  }
}

/**
 * The quantities of a text in order, with ids `q1`, `q2`, …; spans re-slice to `surface`. Dates are no
 * quantities. The size of a fall is a positive number: its direction stands in the claim.
 */
export function readQuantities(text: string, lexicon: QuantityLexicon): Quantity[] {
  const tokens = readTokenForms(text, lexicon.numbers.affixes)
  const context: FigureContext = {
    text,
    tokens,
    lexicon: lexicon.numbers,
    units: lexicon.units,
    notation: notationOf(tokens, lexicon.numbers),
  }
  const sentences = sentenceNumbers(tokens, abbreviations)
  const isTaken = dateTokens(context, lexicon)
  const figures = joinPairs(readFigures(context, isTaken), tokens, lexicon.numbers)
  const drafts = dropRepetitions(figures, context)
  drafts.forEach((draft, at) => {
    addLeads(draft, { context, sentences, after: drafts[at - 1]?.to ?? 0 })
  })
  inheritUnits(drafts, tokens, sentences)
  const quantities: Quantity[] = []
  drafts.forEach((draft, at) => {
    const limit = drafts[at + 1]?.from ?? tokens.length
    const scaled = unitAndFactor(draft, context, limit)
    const quantity = scaled === null ? null : quantityOf(draft, context, scaled)
    if (quantity !== null) quantities.push({ id: `q${quantities.length + 1}`, ...quantity })
  })
  return quantities
}

const abbreviations = new Set([
  'тыс',
  'млн',
  'млрд',
  'куб',
  'εκατ',
  'δισ',
  'mio',
  'mrd',
  'св',
  'no',
  'mr',
  'ca',
])

function dateTokens(context: FigureContext, lexicon: QuantityLexicon): readonly boolean[] {
  const dates = readDates(context.text, lexicon.dates, null)
  let next = 0
  return context.tokens.map((token) => {
    while (next < dates.length && (dates[next]?.end ?? 0) <= token.start) next += 1
    const date = dates[next]
    return date !== undefined && token.start < date.end && token.end > date.start
  })
}

function readFigures(context: FigureContext, isTaken: readonly boolean[]): Draft[] {
  const drafts: Draft[] = []
  let at = 0
  while (at < context.tokens.length) {
    const draft = isTaken[at] ? null : readFigure(context, at)
    if (draft === null || isTaken[draft.numberTo - 1]) {
      at += 1
      continue
    }
    drafts.push(draft)
    at = Math.max(draft.to, at + 1)
  }
  return drafts
}

/** "10,600 million m3 (10.6 bcm) a year": the bracket repeats the figure, and the rate after it is its own. */
function dropRepetitions(drafts: readonly Draft[], context: FigureContext): Draft[] {
  const { tokens, units } = context
  const kept: Draft[] = []
  for (const draft of drafts) {
    const last = kept.at(-1)
    const isBracketed = last?.to === draft.from - 1 && tokens[last.to]?.fold === '('
    if (last === undefined || !isBracketed || tokens[draft.to]?.fold !== ')' || !isSame(last, draft)) {
      kept.push(draft)
      continue
    }
    last.to = draft.to + 1
    const time = units.times.at(tokens, last.to)
    if (time === null || last.unit?.name.kind !== 'unit') continue
    if (perTime(last.unit.name.definition.unit, time.value) === null) continue
    last.to = time.to
    last.unit = { ...last.unit, time: time.value }
  }
  return kept
}

function isSame(a: Draft, b: Draft): boolean {
  const [x, y] = [a.unit?.name, b.unit?.name]
  if (x?.kind !== 'unit' || y?.kind !== 'unit' || x.definition.dimension !== y.definition.dimension)
    return false
  const size = (draft: Draft, unit: string, factor: number) =>
    (draft.second ?? draft.value) * factor * (unit === 'bcm' ? 1e9 : unit === 'cf' ? 0.0283168 : 1)
  const [first, second] = [
    size(a, x.definition.unit, x.definition.factor),
    size(b, y.definition.unit, y.definition.factor),
  ]
  return Math.abs(first - second) <= 0.02 * Math.abs(first)
}

/** In tokens; a Han character is a token. */
const leadReach = 8
const annualReach = 14

interface Place {
  readonly context: FigureContext
  readonly sentences: readonly number[]
  /** Index after the figure before this one. */
  readonly after: number
}

/** Qualifier, rate and price denominator that stand before the figure. */
function addLeads(draft: Draft, place: Place): void {
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
      unit.per === null ? nearestBefore(units.pricePerBefore, context, draft.from, inSentence) : null
    if (per !== null) lead(draft, { unit: { ...unit, per: per.value }, found: per, after })
    return
  }
  if (unit.time !== null || perTime(unit.name.definition.unit, 'day') === null) return
  const time = nearestBefore(units.timesBefore, context, draft.from, inSentence)
  if (time !== null) lead(draft, { unit: { ...unit, time: time.value }, found: time, after })
  else if (hasAnnualBefore(draft, context, inSentence)) draft.unit = { ...unit, time: 'year' }
}

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
  inSentence: (at: number) => boolean,
): { from: number; start: number; value: string } | null {
  for (let from = to - 1; from >= Math.max(0, to - leadReach) && inSentence(from); from -= 1) {
    const match = table.at(context.tokens, from)
    if (match !== null && match.to <= to) return match
    if (isClauseMark(context, from)) return null
  }
  return null
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

function quantityOf(draft: Draft, context: FigureContext, scaled: Scaled): Omit<Quantity, 'id'> | null {
  const { tokens, text } = context
  const last = tokens[scaled.to - 1]
  if (last === undefined || !Number.isFinite(draft.value)) return null
  const convert = (x: number): number => Number((x * scaled.factor).toPrecision(12))
  const value: Quantity['value'] =
    draft.second === null ? convert(draft.value) : [convert(draft.value), convert(draft.second)]
  const substance = draft.unit?.substance ?? null
  return {
    surface: text.slice(draft.start, last.end),
    start: draft.start,
    end: last.end,
    value,
    kind: draft.kind,
    qualifier: draft.qualifier,
    unit: scaled.unit,
    measures: substance,
    normalised: normalise(value, scaled.unit, substance),
  }
}

const billion = 1e9

interface Scaled {
  readonly unit: string
  readonly factor: number
  /** Index after the last token. */
  readonly to: number
}

/** The printed unit of a draft. No token from `limit` on is its own: there the next one begins. */
function unitAndFactor(draft: Draft, context: FigureContext, limit: number): Scaled | null {
  const unit = draft.unit
  const found = context.lexicon.after.at(context.tokens, draft.to)
  const after = found === null || found.to > limit ? null : found
  const to = after?.to ?? draft.to
  if (after !== null) draft.qualifier ??= after.value
  if (unit === null) return draft.to < limit ? countOf(draft, context) : null
  if (unit.name.kind === 'currency')
    return {
      unit: unit.per === null ? unit.name.code : `${unit.name.code}/${unit.per}`,
      factor: unit.name.factor ?? 1,
      to,
    }
  const { unit: base, factor } = unit.name.definition
  const size = Math.abs(draft.second ?? draft.value) * factor
  // Large gas volumes are spoken of in bcm.
  if (base === 'm3' && size >= billion && unit.time !== 'day' && unit.time !== 'hour') {
    const rate = unit.time === null ? 'bcm' : (perTime('bcm', unit.time) ?? 'bcm')
    return { unit: rate, factor: factor / billion, to }
  }
  const rate = unit.time === null ? base : (perTime(base, unit.time) ?? base)
  if (rate === 'm3/yr') return { unit: 'bcm/yr', factor: factor / billion, to }
  return { unit: rate, factor, to }
}

/** A bare number counts the noun after it; alone it says nothing. */
function countOf(draft: Draft, context: FigureContext): Scaled | null {
  const { tokens, units } = context
  const noun = tokens[draft.to]
  if (
    noun === undefined ||
    noun.kind !== 'word' ||
    noun.newLine ||
    !isApart(noun) ||
    !Number.isInteger(draft.value)
  )
    return null
  if (units.notCounted.at(tokens, draft.to) !== null || draft.second !== null) return null
  // "a", "un", "ein": the article is no count.
  if (!draft.hasDigits && draft.value === 1) return null
  if (units.counters !== null && units.counters.at(tokens, draft.to) === null) return null
  if (draft.hasDigits && followsName(draft, context)) return null
  return { unit: 'count', factor: 1, to: draft.to + 1 }
}

/** 10h30: letters that touch the figure are no noun; Han needs no space. */
function isApart(noun: { spaced: boolean; text: string }): boolean {
  return noun.spaced || /^\p{Script=Han}/u.test(noun.text)
}

/** "Nord Stream 2 would": a digit after a capitalised word is part of a name. */
function followsName(draft: Draft, context: FigureContext): boolean {
  const [before, earlier] = [context.tokens[draft.from - 1], context.tokens[draft.from - 2]]
  if (before === undefined || before.kind !== 'word') return false
  const isFirst = earlier === undefined || /^[.!?:«"“]$/u.test(earlier.text)
  return /^\p{Lu}/u.test(before.text) && !isFirst
}

import type { DateMention, Quantity } from '../claim.ts'
import { parseDateLexicon } from '../dates/parse-date-lexicon.ts'
import { readDates } from '../dates/read-dates.ts'
import { addLeads } from './add-leads.ts'
import { priceByBenchmark } from './benchmark-prices.ts'
import { notationOf } from './digits.ts'
import type { Draft } from './draft.ts'
import { dropRepetitions } from './drop-repetitions.ts'
import { inheritUnits } from './elided-units.ts'
import { isLevel } from './is-level.ts'
import { joinSubunits } from './join-subunits.ts'
import { keepTables } from './keep-tables.ts'
import { normalise } from './normalise.ts'
import { parseNumberLexicon } from './number-lexicon.ts'
import { joinPairs } from './pairs.ts'
import { type ReadToken, readTokenForms } from './phrases.ts'
import { printedUnit, type Scaled } from './printed-unit.ts'
import { type FigureContext, readFigure } from './read-figure.ts'
import type { ReadNumbers } from './read-numbers.ts'
import { sentenceNumbers } from './sentences.ts'
import { parseUnitLexicon, type QuantityLexicon } from './unit-lexicon.ts'

/** `files`: the parsed `numbers`, `units` and `dates` of `lexicons/<lang>/`. Throws where one is missing or wrong. */
export function parseQuantityLexicon(lang: string, files: Record<string, unknown>): QuantityLexicon {
  const numbers = parseNumberLexicon(files.numbers)
  const units = parseUnitLexicon(lang, files.units, numbers)
  // A date is no quantity, so the reader of quantities must know dates.
  const dates = parseDateLexicon(lang, files, numbers)
  keepTables(numbers, units, dates)
  return { lang, numbers, units, dates }
}

/**
 * The quantities of a text in order, with ids `q1`, `q2`, …; spans re-slice to `surface`. Dates are no
 * quantities. The size of a fall is a positive number: its direction stands in the claim.
 */
export function readQuantities(
  text: string,
  lexicon: QuantityLexicon,
  /** What has been read of the text already: its tokens, its dates, its numbers. */
  known: {
    readonly tokens?: readonly ReadToken[]
    readonly dates?: readonly DateMention[]
    readonly numbers?: ReadNumbers
  } = {},
): Quantity[] {
  const tokens = known.tokens ?? readTokenForms(text, lexicon.numbers.affixes)
  const context: FigureContext = {
    text,
    tokens,
    lexicon: lexicon.numbers,
    units: lexicon.units,
    notation: notationOf(tokens, lexicon.numbers),
    numbers: known.numbers ?? new Map(),
  }
  const sentences = sentenceNumbers(tokens, abbreviations)
  const isTaken = dateTokens(context, known.dates ?? readDates(text, lexicon.dates, null))
  const figures = joinPairs(joinSubunits(readFigures(context, isTaken), context), tokens, lexicon.numbers)
  const drafts = dropRepetitions(figures, context)
  drafts.forEach((draft, at) => {
    addLeads(draft, { context, sentences, after: drafts[at - 1]?.to ?? 0 })
  })
  inheritUnits(drafts, tokens, sentences)
  for (const draft of drafts) priceByBenchmark(draft, context, sentences)
  const quantities: Quantity[] = []
  drafts.forEach((draft, at) => {
    const limit = drafts[at + 1]?.from ?? tokens.length
    const scaled = printedUnit(draft, context, limit)
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

function dateTokens(context: FigureContext, dates: readonly DateMention[]): readonly boolean[] {
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
    const token = context.tokens[at]
    const isOpen = !isTaken[at] && token !== undefined && context.units.starts.mayStart(token)
    const draft = isOpen ? readFigure(context, at) : null
    if (draft === null || isTaken[draft.numberTo - 1]) {
      at += 1
      continue
    }
    drafts.push(draft)
    at = Math.max(draft.to, at + 1)
  }
  return drafts
}

/** To twelve figures: what a product of doubles adds beyond is no part of the number. */
function rounded(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e12 ? value : Number(value.toPrecision(12))
}

function quantityOf(draft: Draft, context: FigureContext, scaled: Scaled): Omit<Quantity, 'id'> | null {
  const { tokens, text } = context
  const last = tokens[scaled.to - 1]
  if (last === undefined || !Number.isFinite(draft.value)) return null
  const convert = (x: number): number => rounded(x * scaled.factor)
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
    ...(isLevel(draft, context, scaled.to) ? { to_level: true as const } : {}),
    normalised: normalise(value, scaled.unit, substance),
  }
}

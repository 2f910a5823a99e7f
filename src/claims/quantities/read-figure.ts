import type { Draft } from './draft.ts'
import { scaleAt } from './number-end.ts'
import type { NumberContext } from './number-steps.ts'
import { numberAt } from './read-number.ts'
import type { ReadNumber } from './read-numbers.ts'
import { type ReadUnit, readUnit, readUnitTail, skip } from './read-unit.ts'
import type { UnitLexicon, UnitName } from './unit-lexicon.ts'

export interface FigureContext extends NumberContext {
  readonly units: UnitLexicon
}

/** The figure that begins at token `from`, with a unit before or after it; null where none begins. */
export function readFigure(context: FigureContext, from: number): Draft | null {
  const { tokens, units } = context
  const prefix = units.before.at(tokens, from) ?? units.signs.at(tokens, from)
  if (prefix !== null) {
    const number = numberAt(context, prefix.to) ?? readBareScale(context, prefix.to)
    if (number !== null && !isPartOfName(context, prefix.from)) {
      const scaled = withLetterScale(context, number, true)
      return draftOf(context, scaled, { from, start: prefix.start, name: prefix.value })
    }
  }
  // "bin metreküpü 248 dolar": a thousand cubic metres is what the price is for.
  if (units.pricePerBefore.at(tokens, from) !== null) return null
  const dual = units.duals.at(tokens, from)
  if (dual !== null) {
    const name: UnitName = { kind: 'unit', definition: dual.value }
    const unit = readUnitTail(tokens, name, dual.to, units)
    return { from, to: unit.to, start: dual.start, numberTo: dual.to, value: 2, mantissa: 2, unit, ...blank }
  }
  if (isDualNoun(context, from)) {
    const start = context.tokens[from]?.start ?? 0
    return { from, to: from, start, numberTo: from + 1, value: 2, mantissa: 2, unit: null, ...blank }
  }
  const number = numberAt(context, from) ?? readBareScale(context, from)
  if (number === null || isArticle(context, from, number) || isPartOfName(context, from)) return null
  return draftOf(context, withLetterScale(context, number, false), { from, start: number.start, name: null })
}

/** "un 30 %": a word for one before digits counts nothing. */
function isArticle({ tokens }: FigureContext, from: number, { value, next: to }: ReadNumber): boolean {
  const [word, after] = [tokens[from], tokens[to]]
  return value === 1 && to === from + 1 && word?.kind === 'word' && after?.kind === 'digits'
}

const shortestDual = 6

/** قاذفتان: a noun that says two by its ending. */
function isDualNoun(context: FigureContext, from: number): boolean {
  // An adjective agrees with its noun: two bombers that are both strategic are two, told once.
  return endsAsDual(context, from) && !endsAsDual(context, from - 1)
}

function endsAsDual(context: FigureContext, from: number): boolean {
  const { tokens, units } = context
  const token = tokens[from]
  if (token?.kind !== 'word' || token.fold.length < shortestDual) return false
  if (!units.dualEndings.some((ending) => token.fold.endsWith(ending))) return false
  return !units.noDualEndings.some((ending) => token.fold.endsWith(ending))
}

const blank = {
  scale: 1,
  second: null,
  kind: 'value' as const,
  inherited: false,
  qualifier: null,
  hasDigits: false,
  isShare: false,
}

function draftOf(
  context: FigureContext,
  number: ReadNumber,
  lead: { from: number; start: number; name: UnitName | null },
): Draft | null {
  if (number.hasDigits && isOrdinal(context, number.next)) return null
  const found = unitOf(context, number, lead.name)
  // 75 USD million.
  const late =
    lead.name === null && isPlainCurrency(found) && number.scale === 1 ? scaleAt(context, found.to) : null
  if (late !== null && found !== null) {
    const scaled = { value: number.value * late.value, mantissa: number.value, scale: late.value }
    return draftWith(context, { ...number, ...scaled }, lead, { ...found, to: late.next })
  }
  return draftWith(context, number, lead, found)
}

function isPlainCurrency(unit: ReadUnit | null): unit is ReadUnit {
  return unit?.name.kind === 'currency' && unit.per === null
}

function draftWith(
  context: FigureContext,
  number: ReadNumber,
  lead: { from: number; start: number },
  unit: ReadUnit | null,
): Draft {
  const { tokens, lexicon } = context
  const after = lexicon.after.at(tokens, number.next)
  // Of a whole, but 1/4 mile is a length.
  const isWhole = number.isShare && unit === null
  const sign = isNegative(context, lead.from) ? -1 : 1
  const half = unit === null || unit.to === number.next ? null : lexicon.plusHalf.at(tokens, unit.to)
  const value = number.value + (half === null ? 0 : 0.5 * number.scale)
  // Written out: a spread costs several times as much.
  return {
    second: null,
    kind: 'value',
    inherited: false,
    from: lead.from,
    to: half?.to ?? unit?.to ?? number.next,
    start: lead.start,
    numberTo: number.next,
    value: sign * (isWhole ? value * 100 : value),
    mantissa: number.mantissa,
    scale: number.scale,
    unit: isWhole ? { name: percent, per: null, time: null, substance: null, to: number.next } : unit,
    qualifier: after?.value ?? null,
    hasDigits: number.hasDigits,
    isShare: isWhole,
  }
}

const loose = new Set(['share', 'people', 'time'])

function unitOf(context: FigureContext, number: ReadNumber, before: UnitName | null): ReadUnit | null {
  const { tokens, units, lexicon } = context
  if (number.isShare) {
    const direct = number.hasDigits ? units.units.at(tokens, number.next) : null
    const isAmount = direct?.value.kind === 'unit' && !loose.has(direct.value.definition.dimension)
    return isAmount ? readUnitTail(tokens, direct.value, direct.to, units) : null
  }
  // 30多%, 3 billion or more barrels: a qualifier may part figure and unit.
  const qualified = lexicon.after.at(tokens, number.next)?.to ?? number.next
  if (before?.kind === 'currency') return readUnitTail(tokens, before, number.next, units)
  if (before !== null) return { name: before, per: null, time: null, substance: null, to: number.next }
  const scaled = number.scale === 1 ? null : units.afterScale.at(tokens, number.next)
  if (scaled !== null) return readUnitTail(tokens, scaled.value, scaled.to, units)
  return readUnit(tokens, number.next, units) ?? readUnit(tokens, qualified, units)
}

const percent: UnitName = { kind: 'unit', definition: { unit: '%', factor: 1, dimension: 'share' } }

/** "a billion dollars", مليار دولار: a scale alone, when a unit follows. */
function readBareScale(context: FigureContext, from: number): ReadNumber | null {
  const { tokens, lexicon, units } = context
  const scale = lexicon.bareScales.at(tokens, from)
  if (scale === null) return null
  const plain = { scale: 1, from, start: scale.start, hasDigits: false, isShare: false }
  const rest = lexicon.joinsWithAnd ? restOfScale(context, scale.to, scale.value) : null
  if (rest !== null) {
    const value = scale.value + rest.value
    return { ...plain, value, mantissa: value, next: rest.next }
  }
  if (readUnit(tokens, scale.to, units) === null) return null
  return { ...plain, value: scale.value, mantissa: 1, scale: scale.value, next: scale.to }
}

/** "a million and 300 thousand barrels", where "and" is a letter before what it adds. */
function restOfScale(context: FigureContext, at: number, scale: number): ReadNumber | null {
  const and = context.tokens[at]
  if (and?.kind !== 'word' || !and.fold.startsWith('و')) return null
  const rest = numberAt(context, and.fold === 'و' ? at + 1 : at)
  const isPart = rest !== null && rest.value < scale && rest.value >= 1000 && !rest.isShare
  return isPart && readUnit(context.tokens, rest.next, context.units) !== null ? rest : null
}

/** $5m, 3m tonnes, $2bn. */
function withLetterScale(context: FigureContext, number: ReadNumber, hasCurrency: boolean): ReadNumber {
  const { tokens, lexicon, units } = context
  const letter = lexicon.letterScales.at(tokens, number.next)
  if (letter === null || !number.hasDigits || number.scale !== 1 || tokens[letter.to]?.fold === '/')
    return number
  const after = skip(tokens, letter.to, units.fillers)
  if (!hasCurrency && units.units.at(tokens, after) === null) return number
  const value = number.value * letter.value
  return { ...number, value, mantissa: number.value, scale: letter.value, next: letter.to }
}

/** Mi-8, Block-2, № 3: digits bound to a name, or to a sign of numbering, before them. */
function isPartOfName(context: FigureContext, from: number): boolean {
  const { tokens } = context
  const [token, before, earlier] = [tokens[from], tokens[from - 1], tokens[from - 2]]
  if (token === undefined || before === undefined || token.kind !== 'digits') return false
  if (/^[#№]$/u.test(before.text)) return true
  if (token.spaced) return false
  if (before.fold === '-') return !before.spaced && earlier?.kind === 'word'
  return /^[@&_:/.]$/u.test(before.text) && !before.spaced && earlier?.kind !== 'symbol'
}

function isNegative(context: FigureContext, from: number): boolean {
  const { tokens, lexicon } = context
  const [before, token] = [tokens[from - 1], tokens[from]]
  if (before === undefined || token === undefined) return false
  // "al menos dos", "au moins deux": the word is the end of a qualifier.
  const isQualifier = [2, 3, 4].some((back) => lexicon.before.at(tokens, from - back)?.to === from)
  if (!isQualifier && lexicon.minus.at(tokens, from - 1)?.to === from) return true
  const isSign = before.fold === '-' && !token.spaced && (before.spaced || tokens[from - 2]?.fold === '(')
  return isSign
}

function isOrdinal(context: FigureContext, at: number): boolean {
  const { tokens, lexicon } = context
  const hyphen = tokens[at]?.fold === '-' && !tokens[at]?.spaced
  const suffix = tokens[hyphen ? at + 1 : at]
  return suffix !== undefined && !suffix.spaced && lexicon.ordinalSuffixes.has(suffix.fold)
}

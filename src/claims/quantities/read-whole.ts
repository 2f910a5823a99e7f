import { type Notation, readDigits } from './digits.ts'
import type { NumberItem, NumberLexicon } from './number-lexicon.ts'
import { NumberSum } from './number-sum.ts'
import type { ReadToken } from './phrases.ts'
import { splitCompound } from './split-compound.ts'

/** What every reader of one text shares. */
export interface NumberContext {
  readonly text: string
  readonly tokens: readonly ReadToken[]
  readonly lexicon: NumberLexicon
  readonly notation: Notation
}

export interface ReadNumber {
  readonly value: number
  /** `value` without its last scale word: 10.2 of "10.2 million". */
  readonly mantissa: number
  readonly scale: number
  readonly from: number
  /** Index after the last token. */
  readonly next: number
  /** UTF-16 offset of the first character (after a proclitic). */
  readonly start: number
  readonly hasDigits: boolean
  /** A share of a whole: "a third" is 1/3. */
  readonly isShare: boolean
}

type Step =
  | { readonly item: NumberItem; readonly next: number; readonly start: number }
  | {
      readonly item: { readonly kind: 'digits'; readonly value: number }
      readonly next: number
      readonly start: number
    }
/** In words; keeps the time for hostile text linear. */
const longestNumber = 24

export function readWhole(context: NumberContext, from: number): ReadNumber | null {
  const article = context.lexicon.article.at(context.tokens, from)
  // Most tokens begin no number: leave early.
  if (article === null && stepsAt(context, from) === null) return null
  const sum = new NumberSum(context.lexicon)
  let at = from
  let start = -1
  if (article !== null) {
    const next = stepsAt(context, article.to)?.[0]
    const scales = next !== undefined && (next.item.kind === 'scale' || next.item.kind === 'multiplier')
    if (scales && sum.accepts({ kind: 'word', value: 1 }, false)) {
      sum.add({ kind: 'word', value: 1 })
      start = article.start
      at = article.to
    }
  }
  for (let words = 0; words < longestNumber; words += 1) {
    const taken = takeStep(context, sum, at, start < 0)
    if (taken === null) break
    if (start < 0) start = taken.start
    at = taken.next
  }
  if (start < 0) return null
  return finish(context, sum, { from, at, start })
}

/** Adds the item at `at`, or the one after a connecting word, when the sum accepts it. */
function takeStep(
  context: NumberContext,
  sum: NumberSum,
  at: number,
  isFirst: boolean,
): { next: number; start: number } | null {
  const steps = stepsAt(context, at)
  const first = steps?.[0]
  if (steps === null || first === undefined) return isFirst ? null : afterHyphen(context, sum, at)
  if (first.item.kind === 'and') {
    const isHyphenated = context.tokens[first.next]?.fold === '-'
    return isFirst ? null : addAll(context, sum, isHyphenated ? first.next + 1 : first.next, true)
  }
  const joined = !isFirst && startsWithAnd(context, at)
  if (isFirst || steps.length > 1 || !joined) return addSteps(sum, steps, joined)
  return addSteps(sum, steps, true)
}

/** Arabic writes "and" as a letter of the next word. */
function startsWithAnd(context: NumberContext, at: number): boolean {
  const fold = context.tokens[at]?.fold ?? ''
  return context.lexicon.affixes.prefixes.includes('و') && fold.startsWith('و') && fold !== 'واحد'
}

function addAll(
  context: NumberContext,
  sum: NumberSum,
  at: number,
  joined: boolean,
): { next: number; start: number } | null {
  const steps = stepsAt(context, at)
  if (steps === null || steps[0]?.item.kind === 'and' || steps[0]?.item.kind === 'digits') return null
  return addSteps(sum, steps, joined)
}

function afterHyphen(
  context: NumberContext,
  sum: NumberSum,
  at: number,
): { next: number; start: number } | null {
  const hyphen = context.tokens[at]
  const after = context.tokens[at + 1]
  if (hyphen?.fold !== '-' || hyphen.spaced || after === undefined || after.spaced) return null
  if (after.kind !== 'word') return null
  const isAnd = context.lexicon.items.at(context.tokens, at + 1)?.value.kind === 'and'
  return isAnd ? takeStep(context, sum, at + 1, false) : addAll(context, sum, at + 1, true)
}

function addSteps(
  sum: NumberSum,
  steps: readonly Step[],
  joined: boolean,
): { next: number; start: number } | null {
  const trial = sum.copy()
  let isJoined = joined
  for (const step of steps) {
    if (step.item.kind === 'and') {
      isJoined = true
      continue
    }
    if (!trial.accepts(step.item, isJoined)) return null
    trial.add(step.item)
    isJoined = false
  }
  const [first, last] = [steps[0], steps.at(-1)]
  if (first === undefined || last === undefined) return null
  sum.take(trial)
  return { next: last.next, start: first.start }
}

/** The items of the token at `at`; several where a language writes number words together. */
function stepsAt(context: NumberContext, at: number): Step[] | null {
  const { text, tokens, lexicon, notation } = context
  const token = tokens[at]
  if (token === undefined) return null
  if (token.kind === 'digits') {
    const figure = readDigits(text, tokens, at, notation)
    if (figure === null) return null
    return [{ item: { kind: 'digits', value: figure.value }, next: figure.next, start: token.start }]
  }
  if (lexicon.noNumber.at(tokens, at) !== null) return null
  const inner = lexicon.inner.at(tokens, at)
  const scale = inner === null ? null : lexicon.items.at(tokens, inner.to)
  if (scale?.value.kind === 'scale') return [{ item: scale.value, next: scale.to, start: scale.start }]
  const match = lexicon.items.at(tokens, at)
  if (match !== null) return [{ item: match.value, next: match.to, start: match.start }]
  if (!lexicon.compounds || token.kind !== 'word') return null
  const pieces = splitCompound(token.fold, lexicon.pieces)
  return pieces === null ? null : pieces.map((item) => ({ item, next: at + 1, start: token.start }))
}

function finish(
  context: NumberContext,
  sum: NumberSum,
  span: { from: number; at: number; start: number },
): ReadNumber {
  const { lexicon, tokens } = context
  let { at } = span
  let value = sum.value
  const point = lexicon.point.at(tokens, at)
  const decimals = point === null || sum.scale !== 1 ? null : readPlain(context, point.to)
  if (point !== null && decimals !== null && Number.isInteger(value) && Number.isInteger(decimals.value)) {
    value = Number(`${value}.${decimals.value}`)
    at = decimals.next
    const scaled = scaleAt(context, at)
    if (scaled !== null)
      return numberOf(span, {
        value: value * scaled.value,
        mantissa: value,
        scale: scaled.value,
        next: scaled.next,
        hasDigits: sum.hasDigits,
      })
  }
  const half = lexicon.plusHalf.at(tokens, at)
  if (half !== null) {
    value += 0.5 * sum.scale
    at = half.to
    const scaled = scaleAt(context, at)
    if (scaled !== null && sum.scale === 1)
      return numberOf(span, {
        value: value * scaled.value,
        mantissa: value,
        scale: scaled.value,
        next: scaled.next,
        hasDigits: sum.hasDigits,
      })
  }
  const isScaled = sum.scale !== 1 && value === sum.mantissa * sum.scale
  return numberOf(span, {
    value,
    mantissa: isScaled ? sum.mantissa : value,
    scale: isScaled ? sum.scale : 1,
    next: at,
    hasDigits: sum.hasDigits,
  })
}

function numberOf(
  span: { from: number; start: number },
  read: { value: number; mantissa: number; scale: number; next: number; hasDigits: boolean },
): ReadNumber {
  const { value, mantissa, scale, next, hasDigits } = read
  return { value, mantissa, scale, from: span.from, next, start: span.start, hasDigits, isShare: false }
}

function readPlain(context: NumberContext, at: number): { value: number; next: number } | null {
  const sum = new NumberSum(context.lexicon)
  const taken = takeStep(context, sum, at, true)
  if (taken === null || sum.scale !== 1) return null
  let next = taken.next
  for (let words = 0; words < longestNumber; words += 1) {
    const steps = stepsAt(context, next)
    if (steps === null || steps.some((step) => step.item.kind !== 'word' && step.item.kind !== 'multiplier'))
      break
    const more = addSteps(sum, steps, false)
    if (more === null) break
    next = more.next
  }
  return { value: sum.value, next }
}

export function scaleAt(context: NumberContext, at: number): { value: number; next: number } | null {
  const steps = stepsAt(context, at)
  const step = steps?.[0]
  return steps?.length === 1 && step?.item.kind === 'scale'
    ? { value: step.item.value, next: step.next }
    : null
}

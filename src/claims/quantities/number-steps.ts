import { type Notation, readBareDecimal, readDigits } from './digits.ts'
import type { NumberItem, NumberLexicon } from './number-lexicon.ts'
import type { NumberSum } from './number-sum.ts'
import type { ReadToken } from './phrases.ts'
import type { ReadNumbers } from './read-numbers.ts'
import { splitCompound } from './split-compound.ts'

/** What every reader of one text shares. */
export interface NumberContext {
  readonly text: string
  readonly tokens: readonly ReadToken[]
  readonly lexicon: NumberLexicon
  readonly notation: Notation
  /**
   * `amounts` (the default) leaves alone what in running text is mostly something else: ratios, 3M and 100K,
   * powers, digits after "and". `numbers` reads these too.
   */
  readonly style?: 'amounts' | 'numbers'
  /** Numbers by the token at which they begin, as far as they have been asked for. */
  readonly numbers?: ReadNumbers
}

type Step =
  | { readonly item: NumberItem; readonly next: number; readonly start: number }
  | {
      readonly item: { readonly kind: 'digits'; readonly value: number }
      readonly next: number
      readonly start: number
    }
/** In words; keeps the time for hostile text linear. */
export const longestNumber = 24

/** Adds the item at `at`, or the one after a connecting word, when the sum accepts it. */
export function takeStep(
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
  if (!isFirst && opensAnother(context, sum, first)) return null
  const joined = !isFirst && startsWithAnd(context, at)
  if (isFirst || steps.length > 1 || !joined) return addSteps(sum, steps, joined)
  return addSteps(sum, steps, true)
}

/** "330 million 290 million": figures behind a scale that have as large a scale of their own are another number. */
function opensAnother(context: NumberContext, sum: NumberSum, first: Step): boolean {
  if (first.item.kind !== 'digits' || !sum.endsInScale) return false
  const scale = stepsAt(context, first.next)?.[0]?.item
  return scale?.kind === 'scale' && scale.value >= sum.scale
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
  const kind = steps?.[0]?.item.kind
  if (steps === null || kind === 'and') return null
  if (kind === 'digits' && context.style !== 'numbers' && !isSmallerPart(context, sum, steps)) return null
  return addSteps(sum, steps, joined)
}

/** "two million and 300 thousand", "a thousand and 200": where numbers are joined with "and", digits may say the rest. */
function isSmallerPart(context: NumberContext, sum: NumberSum, steps: readonly Step[]): boolean {
  const [first] = steps
  if (!context.lexicon.joinsWithAnd || first?.item.kind !== 'digits') return false
  const { value } = first.item
  if (!Number.isInteger(value) || value >= 1000 || sum.value < 1000 || sum.value % 1000 !== 0) return false
  const scale = stepsAt(context, first.next)?.[0]?.item
  return scale?.kind === 'scale' ? value * scale.value < sum.value : !sum.hasDigits
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

export function addSteps(
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
export function stepsAt(context: NumberContext, at: number): Step[] | null {
  const { text, tokens, lexicon, notation } = context
  const token = tokens[at]
  if (token === undefined) return null
  if (token.kind === 'digits') {
    const figure = readDigits(text, tokens, at, notation)
    if (figure === null) return null
    return [{ item: { kind: 'digits', value: figure.value }, next: figure.next, start: token.start }]
  }
  if (token.kind === 'symbol') {
    const figure = readBareDecimal(tokens, at, notation)
    if (figure !== null)
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

import { addSteps, longestNumber, type NumberContext, stepsAt, takeStep } from './number-steps.ts'
import { NumberSum } from './number-sum.ts'
import type { ReadNumber } from './read-numbers.ts'

/** What may follow a whole number and belongs to it: decimals in words, a half, a scale behind these. */
export function finishNumber(
  context: NumberContext,
  sum: NumberSum,
  span: { from: number; at: number; start: number },
): ReadNumber {
  const { lexicon, tokens } = context
  let { at } = span
  let value = sum.value
  const point = lexicon.point.at(tokens, at)
  const decimals = point === null || sum.endsInScale ? null : readPlain(context, point.to)
  if (point !== null && decimals !== null && Number.isInteger(value) && Number.isInteger(decimals.value)) {
    value = Number(`${value}.${'0'.repeat(decimals.zeros)}${decimals.value}`)
    at = decimals.next
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
    lastWord: sum.lastWord,
  })
}

function numberOf(
  span: { from: number; start: number },
  read: Omit<ReadNumber, 'from' | 'start' | 'isShare'>,
): ReadNumber {
  return {
    value: read.value,
    mantissa: read.mantissa,
    scale: read.scale,
    from: span.from,
    next: read.next,
    start: span.start,
    hasDigits: read.hasDigits,
    isShare: false,
    lastWord: read.lastWord ?? 0,
  }
}

/** Decimals in words; zeros said before them are kept: point zero five. */
function readPlain(
  context: NumberContext,
  from: number,
): { value: number; zeros: number; next: number } | null {
  const sum = new NumberSum(context.lexicon)
  let [at, zeros] = [from, 0]
  while (isZero(context, at) && zeros < longestNumber) {
    zeros += 1
    at += 1
  }
  const taken = takeStep(context, sum, at, true)
  if (taken === null || sum.scale !== 1) return zeros === 0 ? null : { value: 0, zeros: zeros - 1, next: at }
  let next = taken.next
  for (let words = 0; words < longestNumber; words += 1) {
    const steps = stepsAt(context, next)
    if (steps === null || steps.some((step) => step.item.kind !== 'word' && step.item.kind !== 'multiplier'))
      break
    const more = addSteps(sum, steps, false)
    if (more === null) break
    next = more.next
  }
  return { value: sum.value, zeros, next }
}

function isZero(context: NumberContext, at: number): boolean {
  const step = stepsAt(context, at)?.[0]
  return step?.item.kind === 'word' && step.item.value === 0
}

export function scaleAt(context: NumberContext, at: number): { value: number; next: number } | null {
  const steps = stepsAt(context, at)
  const step = steps?.[0]
  return steps?.length === 1 && step?.item.kind === 'scale'
    ? { value: step.item.value, next: step.next }
    : null
}

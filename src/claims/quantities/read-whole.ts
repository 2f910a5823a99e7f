import { finishNumber } from './number-end.ts'
import { longestNumber, type NumberContext, stepsAt, takeStep } from './number-steps.ts'
import { NumberSum } from './number-sum.ts'
import type { ReadNumber } from './read-numbers.ts'

/** The whole or decimal number that begins at token `from`, in digits, words or both; else null. */
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
  return finishNumber(context, sum, { from, at, start })
}

import { scaleAt } from './number-end.ts'
import type { NumberContext } from './number-steps.ts'
import type { ReadNumber } from './read-numbers.ts'
import { addShare, readDoubtfulShare, readRatio, readScaled, readStrokeOfAny } from './read-ratio.ts'
import { readWhole } from './read-whole.ts'

/** As `readNumber`; of a context that keeps its numbers each is read once. */
export function numberAt(context: NumberContext, from: number): ReadNumber | null {
  const known = context.numbers?.get(from)
  if (known !== undefined) return known
  const found = readNumber(context, from)
  context.numbers?.set(from, found)
  return found
}

/** The number that begins at token `from`, in digits, words or both, the longest that holds together; else null. */
export function readNumber(context: NumberContext, from: number): ReadNumber | null {
  if (context.style === 'numbers') {
    const found =
      readStrokeOfAny(context, from) ?? readRatio(context, from) ?? readDoubtfulShare(context, from)
    if (found !== null) return found
  }
  const share = readShare(context, from)
  if (share !== null) return share
  const whole = readWhole(context, from)
  return whole === null ? null : addShare(context, readScaled(context, whole))
}

/** "half", "a third", "two thirds", 三分之一, 六成; times a scale where one follows ("half a million"). */
function readShare(context: NumberContext, from: number): ReadNumber | null {
  const { lexicon, tokens } = context
  const share = lexicon.shares.at(tokens, from)
  if (share !== null) {
    const article = lexicon.article.at(tokens, share.to)
    const scaled = scaleAt(context, article?.to ?? share.to)
    const base = { from, start: share.start, hasDigits: false }
    if (scaled === null)
      return { value: share.value, mantissa: share.value, scale: 1, next: share.to, isShare: true, ...base }
    const value = share.value * scaled.value
    return { value, mantissa: share.value, scale: scaled.value, next: scaled.next, isShare: false, ...base }
  }
  const written = readStroke(context, from)
  if (written !== null) return written
  const count = readWhole(context, from)
  if (count === null) return null
  const found = denominatorAfter(context, count)
  if (found === null) return null
  return { ...count, value: found.value, mantissa: found.value, scale: 1, next: found.next, isShare: true }
}

/** 2/3: small figures only, for larger ones are dates or names. */
function readStroke(context: NumberContext, from: number): ReadNumber | null {
  const [a, stroke, b, behind] = context.tokens.slice(from, from + 4)
  if (a?.kind !== 'digits' || b?.kind !== 'digits' || stroke?.fold !== '/' || stroke.spaced || b.spaced)
    return null
  const [top, bottom] = [Number(a.fold), Number(b.fold)]
  if (top < 1 || top > 4 || bottom <= top || bottom > 10 || (behind?.fold === '/' && !behind.spaced))
    return null
  const value = top / bottom
  return {
    ...{ value, mantissa: value, scale: 1, from, next: from + 3, start: a.start },
    ...{ hasDigits: true, isShare: true },
  }
}

function denominatorAfter(context: NumberContext, count: ReadNumber): { value: number; next: number } | null {
  const { lexicon, tokens } = context
  const named = lexicon.denominators.at(tokens, count.next)
  if (named !== null && count.value < named.value) return { value: count.value / named.value, next: named.to }
  if (named !== null && context.style === 'numbers') {
    // Twenty and three fifths: the last word alone is the numerator where it can be.
    const top = count.lastWord ?? 0
    const isMixed = top > 0 && top < named.value && top < count.value
    const value = isMixed ? count.value - top + top / named.value : count.value / named.value
    return { value, next: named.to }
  }
  const tenths = lexicon.tenths.at(tokens, count.next)
  if (tenths !== null && count.value <= 10) return { value: count.value / 10, next: tenths.to }
  const parts = lexicon.ofParts.at(tokens, count.next)
  const numerator = parts === null ? null : readWhole(context, parts.to)
  if (numerator === null || count.value === 0) return null
  return { value: numerator.value / count.value, next: numerator.next }
}

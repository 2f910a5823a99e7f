import { type Notation, readDigits } from './digits.ts'
import type { NumberItem, NumberLexicon } from './number-lexicon.ts'
import type { ReadToken } from './phrases.ts'

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

/** The number that begins at token `from`, in digits, words or both, the longest that holds together; else null. */
export function readNumber(context: NumberContext, from: number): ReadNumber | null {
  return readShare(context, from) ?? readWhole(context, from)
}

function readWhole(context: NumberContext, from: number): ReadNumber | null {
  const sum = new NumberSum(context.lexicon)
  let at = from
  let start = -1
  const article = context.lexicon.article.at(context.tokens, from)
  if (article !== null) {
    const next = stepsAt(context, article.to)?.[0]
    const scales = next !== undefined && (next.item.kind === 'scale' || next.item.kind === 'multiplier')
    if (scales && sum.accepts({ kind: 'word', value: 1 }, false)) {
      sum.add({ kind: 'word', value: 1 })
      start = article.start
      at = article.to
    }
  }
  for (;;) {
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

const longestCompound = 80

/** vierundzwanzig: four, and, twenty. The pieces must cover the whole word; null otherwise. */
export function splitCompound(word: string, pieces: ReadonlyMap<string, NumberItem>): NumberItem[] | null {
  if (word.length > longestCompound) return null
  // best[i]: fewest pieces that cover the first i letters, and the last of them.
  const best: ({ count: number; from: number; item: NumberItem } | null)[] = [null]
  for (let end = 1; end <= word.length; end += 1) {
    best[end] = null
    for (let from = 0; from < end; from += 1) {
      const item = pieces.get(word.slice(from, end))
      const before = from === 0 ? 0 : best[from]?.count
      if (item === undefined || before === undefined) continue
      const known = best[end]
      if (!known || before + 1 < known.count) best[end] = { count: before + 1, from, item }
    }
  }
  const items: NumberItem[] = []
  for (let end = word.length; end > 0; ) {
    const piece = best[end]
    if (!piece) return null
    items.unshift(piece.item)
    end = piece.from
  }
  return items[0]?.kind === 'and' ? null : items
}

/** Additions and multiplications of number words, in the order in which they are said. */
class NumberSum {
  private total = 0
  private section = 0
  private sectionHasDigits = false
  private afterScale = false
  private started = false
  private lastScale = Number.POSITIVE_INFINITY
  hasDigits = false
  /** The figure before the last scale word, and that scale. */
  mantissa = 0
  scale = 1

  private readonly lexicon: NumberLexicon

  constructor(lexicon: NumberLexicon) {
    this.lexicon = lexicon
  }

  copy(): NumberSum {
    const copy = new NumberSum(this.lexicon)
    copy.take(this)
    return copy
  }

  take(other: NumberSum): void {
    this.total = other.total
    this.section = other.section
    this.sectionHasDigits = other.sectionHasDigits
    this.afterScale = other.afterScale
    this.started = other.started
    this.lastScale = other.lastScale
    this.hasDigits = other.hasDigits
    this.mantissa = other.mantissa
    this.scale = other.scale
  }

  get value(): number {
    return this.total + this.section
  }

  accepts(item: NumberItem | { kind: 'digits'; value: number }, joined: boolean): boolean {
    switch (item.kind) {
      case 'and':
        return false
      case 'digits':
        return !this.started || (this.afterScale && item.value < this.lastScale && this.lastScale >= 1e4)
      case 'multiplier':
        return this.started
          ? !(this.sectionHasDigits && this.section % 1 !== 0)
          : this.lexicon.multipliersAlone.includes(item.value)
      case 'scale':
        return this.started || item.alone
      case 'word':
        return this.acceptsWord(item.value, joined)
    }
  }

  private acceptsWord(value: number, joined: boolean): boolean {
    if (!this.started) return true
    if (this.sectionHasDigits && this.section !== 0) return false
    if (value >= 1000) return this.section === 0 && value < this.lastScale
    if (this.section === 0) return this.total > 0 && value < this.lastScale
    const low = this.section % 100
    if (this.lexicon.unitsBeforeTens && joined && low >= 1 && low <= 9)
      return value >= 20 && value <= 90 && value % 10 === 0
    if (this.lexicon.vigesimal && (low === 60 || low === 80)) return value < 20
    const place =
      this.section % 10 !== 0 ? 1 : this.section % 100 !== 0 ? 10 : this.section % 1000 !== 0 ? 100 : 1000
    return value < place
  }

  add(item: NumberItem | { kind: 'digits'; value: number }): void {
    switch (item.kind) {
      case 'and':
        return
      case 'digits':
        this.section = item.value
        this.sectionHasDigits = true
        this.hasDigits = true
        break
      case 'word':
        if (item.value >= 1000) {
          this.total += item.value
          this.lastScale = 1000
        } else this.section += item.value
        break
      case 'multiplier': {
        const pending = this.section % item.value
        this.section = this.section - pending + (pending || 1) * item.value
        break
      }
      case 'scale':
        this.addScale(item.value)
        break
    }
    this.afterScale = item.kind === 'scale'
    this.started = true
  }

  private addScale(scale: number): void {
    this.mantissa = !this.started ? 1 : this.section !== 0 ? this.section : this.total
    this.scale = scale
    // "ten thousand million": a larger scale multiplies all that was said before.
    if (!this.started) this.section = 1
    if (scale > this.lastScale || this.section === 0) this.total = (this.total + this.section) * scale
    else this.total += this.section * scale
    this.section = 0
    this.sectionHasDigits = false
    this.lastScale = scale
  }
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
  return { ...read, from: span.from, start: span.start, isShare: false }
}

function readPlain(context: NumberContext, at: number): { value: number; next: number } | null {
  const sum = new NumberSum(context.lexicon)
  const taken = takeStep(context, sum, at, true)
  if (taken === null || sum.scale !== 1) return null
  let next = taken.next
  for (;;) {
    const steps = stepsAt(context, next)
    if (steps === null || steps.some((step) => step.item.kind !== 'word' && step.item.kind !== 'multiplier'))
      break
    const more = addSteps(sum, steps, false)
    if (more === null) break
    next = more.next
  }
  return { value: sum.value, next }
}

function scaleAt(context: NumberContext, at: number): { value: number; next: number } | null {
  const steps = stepsAt(context, at)
  const step = steps?.[0]
  return steps?.length === 1 && step?.item.kind === 'scale'
    ? { value: step.item.value, next: step.next }
    : null
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
      return { ...base, value: share.value, mantissa: share.value, scale: 1, next: share.to, isShare: true }
    const value = share.value * scaled.value
    return { ...base, value, mantissa: share.value, scale: scaled.value, next: scaled.next, isShare: false }
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
  const tenths = lexicon.tenths.at(tokens, count.next)
  if (tenths !== null && count.value <= 10) return { value: count.value / 10, next: tenths.to }
  const parts = lexicon.ofParts.at(tokens, count.next)
  const numerator = parts === null ? null : readWhole(context, parts.to)
  if (numerator === null || count.value === 0) return null
  return { value: numerator.value / count.value, next: numerator.next }
}

import type { Span } from './sentences.ts'

const NONE: readonly never[] = []

/** Spans sorted by start, asked for by stretch of text. */
export class Layer<T extends Span> {
  readonly all: readonly T[]
  /** Asked for many times a sentence: numbers side by side are searched faster than objects. */
  readonly #starts: readonly number[]

  constructor(items: readonly T[]) {
    this.all = items
    const starts = startsInOrder(items)
    if (starts === null) this.all = [...items].sort((a, b) => a.start - b.start || b.end - a.end)
    this.#starts = starts ?? this.all.map((item) => item.start)
  }

  /** Those that start in [start, end). */
  within(start: number, end: number): readonly T[] {
    const from = this.#firstFrom(start)
    const to = this.#endOf(from, end)
    return to > from ? this.all.slice(from, to) : NONE
  }

  /** How many start in [start, end). */
  countWithin(start: number, end: number): number {
    const from = this.#firstFrom(start)
    return Math.max(0, this.#endOf(from, end) - from)
  }

  /** The first that starts in [start, end). */
  firstWithin(start: number, end: number): T | undefined {
    const item = this.all[this.#firstFrom(start)]
    return item !== undefined && item.start < end ? item : undefined
  }

  /** True where an item covers the position; items longer than 400 units are not looked for. */
  covers(position: number): boolean {
    for (let at = this.#firstFrom(position - 400); at < this.all.length; at++) {
      const item = this.all[at]
      if (item === undefined || item.start > position) return false
      if (item.end > position) return true
    }
    return false
  }

  /** True where an item that starts at most `reach` units before the span holds all of it. */
  encloses(span: Span, reach: number): boolean {
    for (let at = this.#firstFrom(span.start - reach); at < this.all.length; at++) {
      const item = this.all[at]
      if (item === undefined || item.start > span.start) return false
      if (item.end >= span.end) return true
    }
    return false
  }

  /** Index after the last, from `from` on, that starts before `end`. */
  #endOf(from: number, end: number): number {
    const starts = this.#starts
    let to = from
    while (to < starts.length && (starts[to] ?? end) < end) to++
    return to
  }

  #firstFrom(start: number): number {
    const starts = this.#starts
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) < start) low = middle + 1
      else high = middle
    }
    return low
  }
}

/**
 * Where each item starts; null where they are not in order. Items of all kinds come here, so each look at one costs a
 * search by its shape: the start is read once, and the end only where two start together.
 */
function startsInOrder(items: readonly Span[]): number[] | null {
  const starts: number[] = []
  let last: Span | undefined
  let before = Number.NEGATIVE_INFINITY
  for (const item of items) {
    const { start } = item
    if (start < before || (start === before && last !== undefined && last.end < item.end)) return null
    starts.push(start)
    before = start
    last = item
  }
  return starts
}

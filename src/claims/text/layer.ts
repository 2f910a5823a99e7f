import type { Span } from './sentences.ts'

/** Spans sorted by start, asked for by stretch of text. */
export class Layer<T extends Span> {
  readonly all: readonly T[]

  constructor(items: readonly T[]) {
    this.all = [...items].sort((a, b) => a.start - b.start || b.end - a.end)
  }

  /** Those that start in [start, end). */
  within(start: number, end: number): T[] {
    const found: T[] = []
    for (let at = this.#firstFrom(start); at < this.all.length; at++) {
      const item = this.all[at]
      if (item === undefined || item.start >= end) break
      found.push(item)
    }
    return found
  }

  /** True where an item covers the position; items longer than 400 units are not looked for. */
  covers(position: number): boolean {
    return this.within(Math.max(0, position - 400), position + 1).some((item) => item.end > position)
  }

  #firstFrom(start: number): number {
    let [low, high] = [0, this.all.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.all[middle]?.start ?? 0) < start) low = middle + 1
      else high = middle
    }
    return low
  }
}

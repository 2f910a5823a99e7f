import { agree, type Statement } from './statement.ts'
import { kindWeight, type Subject } from './subjects.ts'

export interface Shared {
  readonly subject: Subject
  readonly weight: number
}

/** What both name, each thing once, with what it says. A relation says half of the thing itself. */
export function shared(a: Statement, b: Statement): readonly Shared[] {
  if (!touch(a, b)) return []
  const left = [...b.subjects]
  const found: Shared[] = []
  const take = (test: (x: Subject, y: Subject) => boolean, share: number): void => {
    for (const subject of a.subjects) {
      if (found.some((item) => item.subject === subject)) continue
      const index = left.findIndex((other) => test(subject, other))
      const other = left[index]
      if (!other) continue
      left.splice(index, 1)
      found.push({ subject, weight: share * Math.min(kindWeight[subject.kind], kindWeight[other.kind]) })
    }
  }
  take((x, y) => x.keys.some((key) => y.keys.includes(key)), 1)
  take((x, y) => standsBehind(x, y) || standsBehind(y, x), 0.75)
  take((x, y) => x.related.some((key) => y.related.includes(key)), 0.5)
  return found
}

/** Cheap, and false for most pairs of a large corpus. */
export function touch(a: Statement, b: Statement): boolean {
  const [few, many] = a.touches.size < b.touches.size ? [a.touches, b.touches] : [b.touches, a.touches]
  for (const key of few) if (many.has(key)) return true
  return false
}

function standsBehind(x: Subject, y: Subject): boolean {
  return x.related.some((key) => y.keys.includes(key))
}

export function speaksTheSame(a: Statement, b: Statement): boolean {
  return a.speaker.some((key) => b.speaker.includes(key))
}

export function figuresShared(a: Statement, b: Statement): number {
  return a.amounts.filter((x) => b.amounts.some((y) => agree(x, y, 0.01))).length
}

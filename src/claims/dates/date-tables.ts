import { fold } from '../quantities/fold.ts'
import { expandForms } from '../quantities/forms.ts'
import { PhraseTable } from '../quantities/phrases.ts'
import type { Around, Shift } from './date-lexicon.ts'

export function foldedSet(forms: readonly string[]): ReadonlySet<string> {
  return new Set(forms.flatMap((line) => expandForms(line)).map((form) => fold(form)))
}

export function keyed<T>(table: Record<string, string[]>, value: (key: string) => T): PhraseTable<T> {
  const phrases = new PhraseTable<T>()
  for (const [key, forms] of Object.entries(table)) phrases.addAll(forms, value(key))
  return phrases
}

export function aroundKeyed<T>(
  table: Record<string, { before: string[]; after: string[] }>,
  value: (key: string) => T,
): Around<T> {
  const both = { before: new PhraseTable<T>(), after: new PhraseTable<T>() }
  for (const [key, forms] of Object.entries(table)) {
    both.before.addAll(forms.before, value(key))
    both.after.addAll(forms.after, value(key))
  }
  return both
}

/** Words for last and next that stand by a count, and those that stand by a name. */
export function spansOf(
  spans: Record<string, { before: string[]; after: string[] }>,
  shifts: Record<string, { before: string[]; after: string[] }>,
): Around<number> {
  const both = aroundKeyed(spans, wholeKey)
  for (const [key, forms] of Object.entries(shifts)) {
    both.before.addAll(forms.before, wholeKey(key))
    both.after.addAll(forms.after, wholeKey(key))
  }
  return both
}

export function wholeKey(key: string): number {
  const value = Number(key)
  if (!Number.isInteger(value)) throw new RangeError(`not a whole number in dates.yaml: ${key}`)
  return value
}

export function shiftKey(key: string): Shift {
  const match = /^(day|week|weekend|month|quarter|year|night)([+-]\d+)$/.exec(key)
  if (match === null) throw new RangeError(`not a shift in dates.yaml: ${key}`)
  return { unit: match[1] as Shift['unit'], by: Number(match[2]) }
}

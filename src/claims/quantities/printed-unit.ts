import type { Draft } from './draft.ts'
import type { FigureContext } from './read-figure.ts'
import { perTime } from './units.ts'

const billion = 1e9

export interface Scaled {
  readonly unit: string
  readonly factor: number
  /** Index after the last token. */
  readonly to: number
}

/** The printed unit of a draft. No token from `limit` on is its own: there the next one begins. */
export function printedUnit(draft: Draft, context: FigureContext, limit: number): Scaled | null {
  const unit = draft.unit
  const found = context.lexicon.after.at(context.tokens, draft.to)
  const after = found === null || found.to > limit ? null : found
  const to = after?.to ?? draft.to
  if (after !== null) draft.qualifier ??= after.value
  if (unit === null) return draft.to < limit ? countOf(draft, context) : null
  if (unit.name.kind === 'currency')
    return {
      unit: unit.per === null ? unit.name.code : `${unit.name.code}/${unit.per}`,
      factor: unit.name.factor ?? 1,
      to,
    }
  const { unit: base, factor } = unit.name.definition
  const size = Math.abs(draft.second ?? draft.value) * factor
  // Large gas volumes are spoken of in bcm.
  if (base === 'm3' && size >= billion && unit.time !== 'day' && unit.time !== 'hour') {
    const rate = unit.time === null ? 'bcm' : (perTime('bcm', unit.time) ?? 'bcm')
    return { unit: rate, factor: factor / billion, to }
  }
  const rate = unit.time === null ? base : (perTime(base, unit.time) ?? base)
  if (rate === 'm3/yr') return { unit: 'bcm/yr', factor: factor / billion, to }
  return { unit: rate, factor, to }
}

/** A bare number counts the noun after it; alone it says nothing. */
function countOf(draft: Draft, context: FigureContext): Scaled | null {
  const { tokens, units } = context
  const noun = tokens[draft.to]
  if (
    noun === undefined ||
    noun.kind !== 'word' ||
    noun.newLine ||
    !isApart(noun) ||
    !Number.isInteger(draft.value)
  )
    return null
  if (units.notCounted.at(tokens, draft.to) !== null || draft.second !== null) return null
  // "a", "un", "ein": the article is no count.
  if (!draft.hasDigits && draft.value === 1) return null
  if (units.counters !== null && units.counters.at(tokens, draft.to) === null) return null
  if (draft.hasDigits && followsName(draft, context)) return null
  return { unit: 'count', factor: 1, to: draft.to + 1 }
}

/** 10h30: letters that touch the figure are no noun; Han needs no space. */
function isApart(noun: { spaced: boolean; text: string }): boolean {
  return noun.spaced || /^\p{Script=Han}/u.test(noun.text)
}

/** "Nord Stream 2 would": a digit after a capitalised word is part of a name. */
function followsName(draft: Draft, context: FigureContext): boolean {
  const [before, earlier] = [context.tokens[draft.from - 1], context.tokens[draft.from - 2]]
  if (before === undefined || before.kind !== 'word') return false
  const isFirst = earlier === undefined || /^[.!?:«"“]$/u.test(earlier.text)
  return /^\p{Lu}/u.test(before.text) && !isFirst
}

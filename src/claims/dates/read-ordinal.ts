import type { DateContext } from './date-context.ts'
import { afterSuffix, isGlued, wholeAt } from './read-year.ts'

export interface NumberedPlace {
  readonly value: number
  readonly to: number
  readonly start: number
}

const tens = new Set([20, 30])

/** "third", "twenty-fourth", двадцать четвёртого, الثالث والعشرين; digits with an ending: 3rd, 18-го. */
export function readOrdinal(context: DateContext, at: number): NumberedPlace | null {
  const { tokens, dates, lexicon } = context
  const named = dates.ordinals.at(tokens, at)
  if (named !== null) {
    const next = tokens[named.to]?.fold === '-' ? named.to + 1 : named.to
    if (tens.has(named.value)) {
      const unit = dates.ordinals.at(
        tokens,
        lexicon.items.at(tokens, next)?.value.kind === 'and' ? next + 1 : next,
      )
      if (unit !== null && unit.value < 10) return { ...named, value: named.value + unit.value, to: unit.to }
    }
    // Arabic puts the unit first and joins the tens.
    const joined = lexicon.joinsWithAnd && named.value < 10 ? tensAt(context, next) : null
    return joined === null ? named : { ...named, value: named.value + joined.value, to: joined.to }
  }
  const ten = tensAt(context, at)
  if (ten !== null) {
    const next = tokens[ten.to]?.fold === '-' ? ten.to + 1 : ten.to
    const unit = dates.ordinals.at(tokens, next)
    if (unit !== null && unit.value < 10)
      return { value: ten.value + unit.value, to: unit.to, start: ten.start }
  }
  const figure = wholeAt(context, at, 1, 31)
  const to = afterSuffix(context, at + 1)
  return figure === null || to === at + 1 || isGlued(context, at)
    ? null
    : { value: figure, to, start: tokens[at]?.start ?? 0 }
}

function tensAt(context: DateContext, at: number): NumberedPlace | null {
  const { tokens, lexicon } = context
  const and = lexicon.items.at(tokens, at)
  const from = and?.value.kind === 'and' ? and.to : at
  const item = lexicon.items.at(tokens, from)
  if (item?.value.kind !== 'word' || !tens.has(item.value.value)) return null
  return { value: item.value.value, to: item.to, start: item.start }
}

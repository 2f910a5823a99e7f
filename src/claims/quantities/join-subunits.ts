import type { Draft } from './draft.ts'
import type { FigureContext } from './read-figure.ts'

/** "3 dollars and 50 cents": one amount. */
export function joinSubunits(drafts: readonly Draft[], context: FigureContext): Draft[] {
  const joined: Draft[] = []
  for (const draft of drafts) {
    const last = joined.at(-1)
    if (last === undefined || !isSubunitOf(last, draft, context)) {
      joined.push(draft)
      continue
    }
    const factor = draft.unit?.name.kind === 'currency' ? (draft.unit.name.factor ?? 1) : 1
    joined[joined.length - 1] = {
      ...last,
      value: last.value + draft.value * factor,
      mantissa: last.mantissa + draft.value * factor,
      to: draft.to,
      unit: last.unit === null || draft.unit === null ? last.unit : { ...last.unit, per: draft.unit.per },
    }
  }
  return joined
}

function isSubunitOf(whole: Draft, part: Draft, context: FigureContext): boolean {
  const [a, b] = [whole.unit, part.unit]
  if (a?.name.kind !== 'currency' || b?.name.kind !== 'currency') return false
  if (a.name.factor !== undefined || a.per !== null || whole.scale !== 1 || !Number.isInteger(whole.value))
    return false
  const parts = b.name.factor === undefined ? 0 : Math.round(1 / b.name.factor)
  if (parts === 0 || part.scale !== 1 || part.value >= parts) return false
  const and = context.lexicon.items.at(context.tokens, whole.to)
  return part.from === (and?.value.kind === 'and' ? and.to : whole.to)
}

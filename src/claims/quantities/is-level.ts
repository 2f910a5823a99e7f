import type { Draft } from './draft.ts'
import { endingAt } from './pairs.ts'
import type { FigureContext } from './read-figure.ts'

/**
 * Whether the words at a figure say that a change ended there: "fell to 20", "düştü: 20 metreküpe". `end` is the index
 * after the unit. A figure that went from one value to another names both ends and is none.
 */
export function isLevel(draft: Draft, { tokens, lexicon }: FigureContext, end: number): boolean {
  if (draft.kind === 'from_to') return false
  const last = tokens[end - 1]
  return (
    endingAt(lexicon.levelBefore, tokens, draft.from) !== null ||
    [end - 1, end].some((at) => lexicon.levelAfter.at(tokens, at) !== null) ||
    (last?.kind !== 'digits' && lexicon.levelEndings.some((ending) => last?.fold.endsWith(ending) === true))
  )
}

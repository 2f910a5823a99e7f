import { capitalRun, type Run } from '../name-runs.ts'
import type { NameContext } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'
import { lentByPlace } from './lent-by-place.ts'
import { type HeadHit, placeForms } from './place-forms.ts'

/** "raffinerie Total de Gonfreville": behind one word for the owner and a joining word, where such plant is listed. */
export function lentBehindOwner(
  context: NameContext,
  lists: WordLists,
  { head, to }: HeadHit,
): { readonly run: Run; readonly near: NonNullable<ReturnType<typeof lentByPlace>> } | null {
  const { tokens, lexicon } = context
  const owner = tokens[to]?.gap === ' ' ? capitalRun(context, lists, to, 1) : null
  const joint = owner === null ? undefined : tokens[owner.to]
  if (owner === null || joint?.gap !== ' ' || !lists.connectors.has(joint.fold)) return null
  const run = capitalRun(context, lists, owner.to + 1)
  if (run === null) return null
  const asked = { type: head.type, spelling: lexicon?.data.romanise }
  const near = lentByPlace(context.index, placeForms(context, run), asked)
  return near === null ? null : { run, near }
}

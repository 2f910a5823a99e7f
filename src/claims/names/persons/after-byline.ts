import { capitalRun } from '../name-runs.ts'
import type { NameContext } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'
import { LONGEST_NAME } from './personal-name.ts'

const MOST_AUTHORS = 4

/** Where names of authors begin behind "By", "Reporting by": at the start of a line or in brackets. */
export function afterByline(
  context: NameContext,
  lists: WordLists,
  i: number,
  canJoin: (i: number) => boolean,
): number[] {
  const { tokens } = context
  const hit = lists.bylines.longestAt(context.forms, i, canJoin)
  if (hit === undefined || !(i === 0 || /[\n(（;|·/]\s*$/u.test(tokens[i]?.gap ?? ''))) return []
  const starts: number[] = []
  for (let at = hit.to; at < tokens.length && starts.length < MOST_AUTHORS; at++) {
    if (/[\n.;]/u.test(tokens[at]?.gap ?? '') && at > hit.to) break
    const run = capitalRun(context, lists, at, LONGEST_NAME)
    if (run === null) continue
    starts.push(at)
    at = run.to - 1
  }
  return starts
}

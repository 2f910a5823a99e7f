import type { Question } from '../question.ts'
import type { StoryContext } from '../story-context.ts'
import { isOf, standing } from '../topics.ts'
import { hangingOn, permitted } from './find-relief.ts'

const WHAT_IF =
  'What if: nothing were bought any more. No report says so: a duty makes what is bought dearer, and how much less of it is bought no report says'

/** A duty on what one named country buys of the other: nobody says how much less is bought, so what hangs on all of it. */
export function dutyQuestions(context: StoryContext): readonly Question[] {
  const claims = standing(context.facts).filter((claim) => isOf(claim, 'duty'))
  return claims.length === 0 ? [] : hangingOn(permitted(context), context, WHAT_IF)
}

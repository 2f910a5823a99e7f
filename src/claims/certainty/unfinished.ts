import { cuesIn } from '../marks.ts'
import { said, type ToldOrNot } from './told.ts'

/** Words for completing and stopping. */
const ENDS = ['event:build', 'event:halt', 'event:cease']

/** "the talks are *still* not *finished*", "have not *stopped*": they go on; "no talks are under way" is a denial. */
export function isUnfinished(told: ToldOrNot): boolean {
  const { marks, clause, negation } = told
  const isEndNegated = ENDS.some((group) =>
    cuesIn(marks, clause, group).some((cue) => negation.some((not) => cue.firstToken - not.lastToken === 1)),
  )
  return isEndNegated || (said(told, 'ongoing').length > 0 && !negation.some((not) => isOfTalks(told, not)))
}

/** "*no* talks", "talks are *not* under way", «переговоров сейчас *нет*» */
function isOfTalks(told: ToldOrNot, { start, end, lastToken }: ToldOrNot['negation'][number]): boolean {
  const { marks, clause, asked } = told
  return (
    asked.eventCues.some(
      (talks) => talks.start >= start && !COMMA.test(marks.text.slice(end, talks.start)),
    ) ||
    said(told, 'ongoing').some((cue) => cue.firstToken - lastToken === 1) ||
    // where the verb is last, it is the verb of the talks that says not
    (asked.verbIsLast && asked.eventCues.every((talks) => talks.end <= start)) ||
    end === marks.tokens.within(clause.start, clause.end).at(-1)?.end
  )
}

const COMMA = /[,،，]/u

import type { Question, QuestionKind } from './question.ts'

const WHAT_IFS: ReadonlySet<QuestionKind> = new Set(['halt', 'trade'])

/** Whether a question is about what no report says will happen: it has no day of its own. */
export function isWhatIf({ kind, isWhatIf: isThought }: Question): boolean {
  return isThought === true || WHAT_IFS.has(kind)
}

/** A story that weighs many dangers asks what the first few would do. */
const MOST_WHAT_IFS = 2

/** The questions without those of what may be lost that a loss of the same thing answers already, or that are too many. */
export function withoutIdleWhatIfs(questions: readonly Question[]): readonly Question[] {
  const taken = new Map<string, number>()
  return questions.filter((question) => {
    if (question.isWhatIf !== true) return true
    const others = questions.filter((one) => one.story === question.story && one !== question)
    if (others.some((one) => one.isWhatIf !== true && one.subject === question.subject)) return false
    const before = taken.get(question.story) ?? 0
    taken.set(question.story, before + 1)
    return before < MOST_WHAT_IFS
  })
}

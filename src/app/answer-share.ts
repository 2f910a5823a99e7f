import type { Highs } from 'highs'
import type { Atlas } from '../atlas/atlas.ts'
import type { Answered } from '../briefs/compose/answered.ts'
import { CorridorError } from '../core/errors.ts'
import type { BaseMemory } from '../solve/base/base-memory.ts'
import { answerQuestion } from './answer-question.ts'
import { breathe, type Watched } from './progress.ts'
import { type QuestionQueue, takeGroup } from './tasks/question-queue.ts'

/** What became of a question. */
export type Outcome =
  | { readonly kind: 'answered'; readonly answered: Answered }
  | { readonly kind: 'unanswered'; readonly because: string }

/** Answers questions of a queue until none is left, telling what became of each; others may take from it too. */
export async function answerShare(
  queue: QuestionQueue,
  { atlas, highs, progress }: { readonly atlas: Atlas; readonly highs: Highs; readonly progress: Watched },
  tell: (index: number, outcome: Outcome) => void,
): Promise<void> {
  const baseMemory: BaseMemory = new Map()
  for (let group = takeGroup(queue); group !== null; group = takeGroup(queue)) {
    for (const index of group) {
      const question = queue.questions[index]
      if (question === undefined) continue
      await breathe(progress)
      progress.say(`computing: ${question.title}`)
      try {
        const answered = await answerQuestion(question, { atlas, highs, progress, baseMemory })
        tell(index, { kind: 'answered', answered })
      } catch (error) {
        // One question that cannot be solved must not take the others with it.
        if (!(error instanceof CorridorError) || error.code === 'cancelled' || error.code === 'internal')
          throw error
        tell(index, { kind: 'unanswered', because: error.message })
      }
    }
  }
}

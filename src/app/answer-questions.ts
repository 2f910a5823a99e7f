import { availableParallelism } from 'node:os'
import type { Atlas } from '../atlas/atlas.ts'
import { CorridorError } from '../core/errors.ts'
import type { Question } from '../scenarios/question.ts'
import { answerShare, type Outcome } from './answer-share.ts'
import { loadSolver } from './load-solver.ts'
import type { Progress } from './progress.ts'
import { type QuestionQueue, queueOf } from './tasks/question-queue.ts'
import { hasThreads, startThread, type Thread } from './tasks/start-thread.ts'

interface AnswerOptions {
  readonly atlas: Atlas
  /** Folder that the atlas was opened from; undefined for the shipped one. */
  readonly network: string | undefined
  readonly progress: Progress
}

/**
 * What became of each question, in their order. A second thread takes its share where there is one to be had: no answer
 * depends on another, so that who finds it changes nothing.
 */
export async function answerQuestions(
  questions: readonly Question[],
  { atlas, network, progress }: AnswerOptions,
): Promise<readonly { readonly question: Question; readonly outcome: Outcome }[]> {
  if (questions.length === 0) return []
  const queue = queueOf(questions)
  const outcomes = new Map<number, Outcome>()
  const isShared = hasThreads && queue.groups.length > 1 && availableParallelism() > 1
  const other = isShared ? startOther(queue, { atlas, network, progress, outcomes }) : null
  try {
    const highs = await loadSolver()
    await answerShare(queue, { atlas, highs, progress }, (index, outcome) => outcomes.set(index, outcome))
    await other?.done
  } finally {
    await other?.thread.end()
  }
  return questions.map((question, index) => {
    const outcome = outcomes.get(index)
    if (outcome === undefined) throw new CorridorError('internal', `nobody answered ${question.title}`)
    return { question, outcome }
  })
}

/** A thread that opens the atlas for itself and tells of each question that it took. */
function startOther(
  queue: QuestionQueue,
  { atlas, network, progress, outcomes }: AnswerOptions & { readonly outcomes: Map<number, Outcome> },
): { readonly thread: Thread; readonly done: Promise<void> } {
  let finish: () => void = () => {}
  let fail: (error: Error) => void = () => {}
  const done = new Promise<void>((resolve, reject) => {
    finish = resolve
    fail = reject
  })
  // It may fail while nobody waits for it yet.
  done.catch(() => {})
  const thread = startThread(
    { kind: 'questions', network, queue },
    {
      signal: progress.signal,
      fail,
      hear: (said) => {
        if (said.kind === 'say') progress.say(said.message)
        if (said.kind === 'done') finish()
        if (said.kind === 'unanswered') outcomes.set(said.index, said)
        if (said.kind !== 'answered') return
        const question = queue.questions[said.index]
        if (question === undefined) return
        outcomes.set(said.index, { kind: 'answered', answered: { ...said.answered, question, atlas } })
      },
    },
  )
  return { thread, done }
}

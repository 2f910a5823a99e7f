import type { Progress } from '../progress.ts'
import { hasThreads, startThread } from './start-thread.ts'
import { type Answers, doTask, type Task } from './task.ts'

/**
 * Does work that keeps a thread busy in a thread of its own, so that it can be cancelled within half a second.
 * Rejects with the error that the work met.
 */
export async function runTask<K extends Task['kind']>(
  task: Extract<Task, { kind: K }>,
  progress: Progress,
): Promise<Answers[K]> {
  if (!hasThreads) return (await doTask(task, progress)) as Answers[K]
  return new Promise((resolve, reject) => {
    const thread = startThread(
      { kind: 'task', task },
      {
        signal: progress.signal,
        hear: (said) => {
          if (said.kind === 'say') progress.say(said.message)
          if (said.kind !== 'done') return
          void thread.end()
          resolve(said.answer as Answers[K])
        },
        fail: (error) => {
          void thread.end()
          reject(error)
        },
      },
    )
  })
}

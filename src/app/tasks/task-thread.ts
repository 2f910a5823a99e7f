import { parentPort, workerData } from 'node:worker_threads'
import { failureOf, type MemberRange, type Said, type Start } from './messages.ts'
import { openMembers } from './open-members.ts'
import { doTask } from './task.ts'

/* The other thread: it solves while the first one listens for the person who wants it to stop. */

const { stop, work } = workerData as Start
const flag = new Int32Array(stop)
const signal = {
  get aborted() {
    return Atomics.load(flag, 0) === 1
  },
}
const say = (said: Said): void => parentPort?.postMessage(said)

try {
  if (work.kind === 'task') {
    const answer = await doTask(work.task, { say: (message) => say({ kind: 'say', message }), signal })
    say({ kind: 'done', answer })
  } else {
    const members = await openMembers(work.request, () => signal.aborted)
    parentPort?.on('message', ({ from, until }: MemberRange) => {
      try {
        say({ kind: 'rows', from, rows: members.solve(from, until) })
      } catch (error) {
        say(failureOf(error))
      }
    })
    say({ kind: 'ready', measures: members.measures })
  }
} catch (error) {
  say(failureOf(error))
}

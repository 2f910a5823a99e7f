import { parentPort, workerData } from 'node:worker_threads'
import type { Highs } from 'highs'
import { loadSolver } from '../load-solver.ts'
import { failureOf, type Said, type Start, type Told } from './messages.ts'
import { type Members, openMembers } from './open-members.ts'
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
    serveMembers(await loadSolver())
  }
} catch (error) {
  say(failureOf(error))
}

/** Opens what it is told to, and solves ranges of it; what was opened before is closed. */
function serveMembers(highs: Highs): void {
  let members: Members | null = null
  parentPort?.on('message', (told: Told) => {
    try {
      if (told.kind === 'open') {
        members?.dispose()
        members = openMembers(highs, told.request, () => signal.aborted)
        say({ kind: 'ready', measures: members.measures })
      } else if (members !== null) {
        say({ kind: 'rows', from: told.from, rows: members.solve(told.from, told.until) })
      }
    } catch (error) {
      say(failureOf(error))
    }
  })
}

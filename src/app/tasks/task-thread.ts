import { parentPort, workerData } from 'node:worker_threads'
import type { Highs } from 'highs'
import { loadSolver } from '../load-solver.ts'
import { failureOf, type Said, type Start, type Told } from './messages.ts'
import { type Members, openMembers } from './open-members.ts'
import { practise } from './practise.ts'

/*
 * The other thread: it solves while the first one listens for the person who wants it to stop. What only some work needs
 * is loaded for it alone: a thread that solves members opens no atlas, and all code of the others takes it a fifth of a second.
 */

const { stop, work } = workerData as Start
const flag = new Int32Array(stop)
const signal = {
  get aborted() {
    return Atomics.load(flag, 0) === 1
  },
}
const say = (said: Said): void => parentPort?.postMessage(said)

const progress = { say: (message: string) => say({ kind: 'say', message }), signal }

try {
  switch (work.kind) {
    case 'task': {
      const { doTask } = await import('./task.ts')
      say({ kind: 'done', answer: await doTask(work.task, progress) })
      break
    }
    case 'members': {
      const solver = loadSolver()
      serveMembers(solver)
      const highs = await solver
      if (work.practises) practise(highs)
      break
    }
    case 'questions':
      await shareQuestions(work)
      say({ kind: 'done', answer: null })
      break
  }
} catch (error) {
  say(failureOf(error))
}

async function shareQuestions({
  network,
  queue,
}: Extract<Start['work'], { kind: 'questions' }>): Promise<void> {
  const [{ openNetwork }, { answerShare }] = await Promise.all([
    import('../open-network.ts'),
    import('../answer-share.ts'),
  ])
  const atlas = openNetwork(network)
  await answerShare(queue, { atlas, highs: await loadSolver(), progress }, (index, outcome) => {
    if (outcome.kind === 'unanswered') say({ ...outcome, index })
    else {
      // The one who asked has the atlas.
      const { atlas: _, ...answered } = outcome.answered
      say({ kind: 'answered', index, answered })
    }
  })
}

/** Prepares and opens what it is told to, and solves ranges of it; what was opened before is closed. */
function serveMembers(solver: Promise<Highs>): void {
  let members: Members | null = null
  const shouldStop = () => signal.aborted
  const serve = async (told: Told): Promise<void> => {
    switch (told.kind) {
      case 'prepare': {
        const { prepareMembers } = await import('./prepare-members.ts')
        say({ kind: 'prepared', prepared: await prepareMembers(solver, told.source, shouldStop) })
        return
      }
      case 'open':
        members?.dispose()
        members = openMembers(await solver, told.request, shouldStop)
        say({ kind: 'ready', session: told.session, measures: members.measures })
        return
      case 'range': {
        const { session, from, until } = told
        if (members !== null) say({ kind: 'rows', session, from, rows: members.solve(from, until) })
      }
    }
  }
  // One after the other: what is to be solved may be told before what it is of is open.
  let last = Promise.resolve()
  parentPort?.on('message', (told: Told) => {
    last = last.then(() => serve(told)).catch((error: unknown) => say(failureOf(error)))
  })
}

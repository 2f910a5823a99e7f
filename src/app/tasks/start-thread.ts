import { Worker } from 'node:worker_threads'
import { CorridorError } from '../../core/errors.ts'
import type { Said, Start, Told } from './messages.ts'

/** A thread asked to stop has this long to do so by itself; then it is ended, so that a person waits under half a second. */
const PATIENCE_MS = 300

/** Whether this is the built package: from its sources, threads cannot be started and work is done where it is asked for. */
export const hasThreads = import.meta.url.endsWith('.js')

export interface Thread {
  readonly tell: (what: Told) => void
  readonly end: () => Promise<unknown>
}

/** Starts work in a thread of its own. `hear` gets what it says; a failure of any kind goes to `fail`, once. */
export function startThread(
  work: Start['work'],
  options: {
    readonly signal: AbortSignal
    readonly hear: (said: Exclude<Said, { kind: 'failed' }>) => void
    readonly fail: (error: CorridorError) => void
  },
): Thread {
  const stop = new SharedArrayBuffer(4)
  const worker = new Worker(new URL('./task-thread.js', import.meta.url), {
    workerData: { stop, work } satisfies Start,
  })
  let isOver = false
  const fail = (error: CorridorError): void => {
    if (!isOver) options.fail(error)
    isOver = true
  }
  const abort = (): void => {
    Atomics.store(new Int32Array(stop), 0, 1)
    setTimeout(() => {
      fail(new CorridorError('cancelled', 'cancelled while solving'))
      void worker.terminate()
    }, PATIENCE_MS).unref()
  }
  if (options.signal.aborted) abort()
  options.signal.addEventListener('abort', abort, { once: true })
  worker.on('message', (said: Said) => {
    if (said.kind !== 'failed') options.hear(said)
    else {
      const details = said.details as Readonly<Record<string, unknown>>
      fail(new CorridorError(said.code, said.message, { details }))
    }
  })
  worker.on('error', (error) => fail(new CorridorError('internal', String(error), { cause: error })))
  worker.on('exit', () => fail(new CorridorError('internal', 'the solving thread ended without an answer')))
  return {
    tell: (what) => worker.postMessage(what),
    end: () => {
      isOver = true
      options.signal.removeEventListener('abort', abort)
      return worker.terminate()
    },
  }
}

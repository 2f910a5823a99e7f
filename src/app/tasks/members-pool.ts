import type { CorridorError } from '../../core/errors.ts'
import { loadSolver } from '../load-solver.ts'
import type { Progress } from '../progress.ts'
import { type Measured, type Members, type MembersRequest, openMembers } from './open-members.ts'
import { hasThreads, startThread, type Thread } from './start-thread.ts'

/** Members handed to a thread at once: few enough to share the work evenly, many enough to talk little. */
const AT_ONCE = 4

export interface MembersPool {
  /** Opens the session of a scenario in every thread; what was open before is closed. Gives what members measure. */
  readonly open: (request: MembersRequest) => Promise<readonly Measured[]>
  /** Values of members `from` up to, not including, `until`, in their order. */
  readonly solve: (from: number, until: number) => Promise<readonly (readonly number[])[]>
  readonly close: () => Promise<void>
}

/**
 * `workers` threads that each hold the session of a scenario; one without threads where none can be started. They
 * begin to load the solver at once, while what they are to open is still being prepared.
 */
export function startPool(options: { readonly workers: number; readonly progress: Progress }): MembersPool {
  return hasThreads ? poolOfThreads(options) : poolHere(options.progress)
}

function poolHere(progress: Progress): MembersPool {
  let members: Members | null = null
  return {
    open: async (request) => {
      members?.dispose()
      members = openMembers(await loadSolver(), request, () => progress.signal.aborted)
      return members.measures
    },
    solve: async (from, until) => members?.solve(from, until) ?? [],
    close: async () => members?.dispose(),
  }
}

/** Members being solved. */
interface Job {
  readonly until: number
  next: number
  pending: number
  readonly rows: Map<number, readonly (readonly number[])[]>
  readonly resolve: () => void
}

function poolOfThreads({
  workers,
  progress,
}: {
  readonly workers: number
  readonly progress: Progress
}): MembersPool {
  let job: Job | null = null
  let broken: CorridorError | null = null
  let fail: (error: CorridorError) => void = () => {}
  let ready: (measures: readonly Measured[]) => void = () => {}
  const hand = (thread: Thread): void => {
    if (job === null || job.next >= job.until) return
    const from = job.next
    job.next = Math.min(job.until, from + AT_ONCE)
    job.pending++
    thread.tell({ kind: 'range', from, until: job.next })
  }
  const threads = Array.from({ length: workers }, () => {
    const thread: Thread = startThread(
      { kind: 'members' },
      {
        signal: progress.signal,
        fail: (error) => {
          broken ??= error
          fail(error)
        },
        hear: (said) => {
          if (said.kind === 'ready') ready(said.measures)
          if (said.kind !== 'rows' || job === null) return
          job.rows.set(said.from, said.rows)
          job.pending--
          hand(thread)
          if (job.pending === 0 && job.next >= job.until) job.resolve()
        },
      },
    )
    return thread
  })
  /** Rejects with what any thread fails with, be it before. */
  const unlessBroken = <T>(begin: (resolve: (value: T) => void) => void): Promise<T> =>
    new Promise((resolve, reject) => {
      fail = reject
      if (broken === null) begin(resolve)
      else reject(broken)
    })
  return {
    open: (request) =>
      unlessBroken((resolve) => {
        let waiting = threads.length
        ready = (measures) => {
          waiting--
          if (waiting === 0) resolve(measures)
        }
        for (const thread of threads) thread.tell({ kind: 'open', request })
      }),
    solve: async (from, until) => {
      const rows = new Map<number, readonly (readonly number[])[]>()
      await unlessBroken<void>((resolve) => {
        job = { until, next: from, pending: 0, rows, resolve }
        for (const thread of threads) hand(thread)
      })
      return [...rows].sort(([a], [b]) => a - b).flatMap(([, part]) => part)
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.end()))
    },
  }
}

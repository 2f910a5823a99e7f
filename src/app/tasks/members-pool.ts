import type { CorridorError } from '../../core/errors.ts'
import { loadSolver } from '../load-solver.ts'
import type { Progress } from '../progress.ts'
import { type Measured, type Members, type MembersRequest, openMembers } from './open-members.ts'
import { type EnsembleSource, type PreparedMembers, prepareMembers } from './prepare-members.ts'
import { hasThreads, startThread, type Thread } from './start-thread.ts'

/** Members handed to a thread at once: few enough to share the work evenly, many enough to talk little. */
const AT_ONCE = 4

export interface MembersPool {
  /** Opens the atlas and finds the base, once for all threads, and in one of them: it takes seconds. */
  readonly prepare: (source: EnsembleSource) => Promise<PreparedMembers>
  /**
   * Opens the session of a scenario in every thread; what was open before is closed. Gives what members measure, as soon
   * as one is open.
   */
  readonly open: (request: MembersRequest) => Promise<readonly Measured[]>
  /**
   * Values of members `from` up to, not including, `until`, in their order. Threads then go on as far as `most`, so
   * that none is idle while it is asked whether these are enough; `most` is the same in every call.
   */
  readonly solve: (from: number, until: number, most: number) => Promise<readonly (readonly number[])[]>
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
    prepare: (source) => prepareMembers(loadSolver(), source, () => progress.signal.aborted),
    open: async (request) => {
      members?.dispose()
      members = openMembers(await loadSolver(), request, () => progress.signal.aborted)
      return members.measures
    },
    solve: async (from, until) => members?.solve(from, until) ?? [],
    close: async () => members?.dispose(),
  }
}

/** Members of one session. */
interface Job {
  readonly most: number
  /** First member that no thread has. */
  next: number
  readonly rows: (readonly number[])[]
  /** How many from the first on are solved. */
  solved: number
  /** Told when so many are. */
  wanted: { readonly until: number; readonly resolve: () => void } | null
}

function poolOfThreads({
  workers,
  progress,
}: {
  readonly workers: number
  readonly progress: Progress
}): MembersPool {
  let job: Job | null = null
  let session = 0
  const busy = new Set<Thread>()
  let broken: CorridorError | null = null
  let fail: (error: CorridorError) => void = () => {}
  let prepared: (of: PreparedMembers) => void = () => {}
  let ready: (measures: readonly Measured[]) => void = () => {}
  const hand = (thread: Thread): void => {
    if (job === null || job.next >= job.most) return
    const from = job.next
    job.next = Math.min(job.most, from + AT_ONCE)
    busy.add(thread)
    thread.tell({ kind: 'range', session, from, until: job.next })
  }
  const take = (from: number, rows: readonly (readonly number[])[]): void => {
    if (job === null) return
    for (const [at, row] of rows.entries()) job.rows[from + at] = row
    while (job.rows[job.solved] !== undefined) job.solved++
    if (job.wanted !== null && job.solved >= job.wanted.until) job.wanted.resolve()
  }
  const threads = Array.from({ length: workers }, (_, at) => {
    const thread: Thread = startThread(
      // The first prepares for all; of those that wait for it one is enough.
      { kind: 'members', practises: at === 1 },
      {
        signal: progress.signal,
        fail: (error) => {
          broken ??= error
          fail(error)
        },
        hear: (said) => {
          if (said.kind === 'prepared') prepared(said.prepared)
          if (said.kind === 'ready' && said.session === session) ready(said.measures)
          if (said.kind !== 'rows') return
          busy.delete(thread)
          hand(thread)
          // What was begun for a session before is of no use to this one.
          if (said.session === session) take(said.from, said.rows)
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
    prepare: (source) =>
      unlessBroken((resolve) => {
        prepared = resolve
        threads[0]?.tell({ kind: 'prepare', source })
      }),
    open: (request) =>
      unlessBroken((resolve) => {
        job = null
        session++
        // The others take members as soon as they are open too.
        ready = resolve
        for (const thread of threads) thread.tell({ kind: 'open', session, request })
      }),
    solve: async (from, until, most) => {
      job ??= { most, next: from, rows: [], solved: from, wanted: null }
      const { rows } = job
      await unlessBroken<void>((resolve) => {
        if (job === null || job.solved >= until) return resolve()
        job.wanted = { until, resolve }
        for (const thread of threads) if (!busy.has(thread)) hand(thread)
      })
      return rows.slice(from, until)
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.end()))
    },
  }
}

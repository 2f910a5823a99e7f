import type { CorridorError } from '../../core/errors.ts'
import type { Progress } from '../progress.ts'
import { type Measured, type MembersRequest, openMembers } from './open-members.ts'
import { hasThreads, startThread, type Thread } from './start-thread.ts'

/** Members handed to a thread at once: few enough to share the work evenly, many enough to talk little. */
const AT_ONCE = 4

export interface MembersPool {
  readonly measures: readonly Measured[]
  /** Values of members `from` up to, not including, `until`, in their order. */
  readonly solve: (from: number, until: number) => Promise<readonly (readonly number[])[]>
  readonly close: () => Promise<void>
}

/** Opens `workers` threads that each hold the session of a scenario; one without threads where none can be started. */
export async function openPool(
  request: MembersRequest,
  options: { readonly workers: number; readonly progress: Progress },
): Promise<MembersPool> {
  return hasThreads ? openThreads(request, options) : openHere(request, options.progress)
}

async function openHere(request: MembersRequest, progress: Progress): Promise<MembersPool> {
  const members = await openMembers(request, () => progress.signal.aborted)
  return {
    measures: members.measures,
    solve: async (from, until) => members.solve(from, until),
    close: async () => members.dispose(),
  }
}

interface Job {
  readonly until: number
  next: number
  pending: number
  readonly rows: Map<number, readonly (readonly number[])[]>
  readonly resolve: () => void
}

async function openThreads(
  request: MembersRequest,
  { workers, progress }: { readonly workers: number; readonly progress: Progress },
): Promise<MembersPool> {
  let job: Job | null = null
  let fail: (error: CorridorError) => void = () => {}
  const threads: Thread[] = []
  const hand = (thread: Thread): void => {
    if (job === null || job.next >= job.until) return
    const from = job.next
    job.next = Math.min(job.until, from + AT_ONCE)
    job.pending++
    thread.tell({ from, until: job.next })
  }
  const ready = Array.from(
    { length: workers },
    () =>
      new Promise<readonly Measured[]>((resolve, reject) => {
        fail = reject
        const thread = startThread(
          { kind: 'members', request },
          {
            signal: progress.signal,
            fail: (error) => {
              reject(error)
              fail(error)
            },
            hear: (said) => {
              if (said.kind === 'ready') resolve(said.measures)
              if (said.kind !== 'rows' || job === null) return
              job.rows.set(said.from, said.rows)
              job.pending--
              hand(thread)
              if (job.pending === 0 && job.next >= job.until) job.resolve()
            },
          },
        )
        threads.push(thread)
      }),
  )
  const close = async (): Promise<void> => {
    await Promise.all(threads.map((thread) => thread.end()))
  }
  try {
    const [measures = []] = await Promise.all(ready)
    return {
      measures,
      close,
      solve: async (from, until) => {
        const rows = new Map<number, readonly (readonly number[])[]>()
        await new Promise<void>((resolve, reject) => {
          fail = reject
          job = { until, next: from, pending: 0, rows, resolve }
          for (const thread of threads) hand(thread)
        })
        return [...rows].sort(([a], [b]) => a - b).flatMap(([, part]) => part)
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

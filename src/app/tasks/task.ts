import type { Solution } from '../../solve/solution.ts'
import { type BreakEvenAnswer, type BreakEvenOptions, findBreakEven } from '../find-break-even.ts'
import type { Watched } from '../progress.ts'
import { type Screening, type ScreenOptions, screenNetwork } from '../screen-network.ts'
import { type SolveOptions, solveNetwork } from '../solve-network.ts'

/** Work that keeps a thread busy, as plain data. */
export type Task =
  | { readonly kind: 'solve'; readonly options: Omit<SolveOptions, 'progress'> }
  | { readonly kind: 'screen'; readonly options: Omit<ScreenOptions, 'progress'> }
  | { readonly kind: 'break-even'; readonly options: Omit<BreakEvenOptions, 'progress'> }

export interface Answers {
  readonly solve: Solution
  readonly screen: Screening
  readonly 'break-even': BreakEvenAnswer
}

export async function doTask(task: Task, progress: Watched): Promise<Answers[Task['kind']]> {
  switch (task.kind) {
    case 'solve':
      return solveNetwork({ ...task.options, progress })
    case 'screen':
      return screenNetwork({ ...task.options, progress })
    case 'break-even':
      return findBreakEven({ ...task.options, progress })
  }
}

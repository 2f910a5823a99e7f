import type { Answered } from '../../briefs/compose/answered.ts'
import { CorridorError, type ErrorCode } from '../../core/errors.ts'
import type { Measured, MembersRequest } from './open-members.ts'
import type { EnsembleSource, PreparedMembers } from './prepare-members.ts'
import type { QuestionQueue } from './question-queue.ts'
import type { Task } from './task.ts'

/** What a thread is started with. `stop` is one shared number: 1 asks it to stop. */
export interface Start {
  readonly stop: SharedArrayBuffer
  readonly work:
    | { readonly kind: 'task'; readonly task: Task }
    | { readonly kind: 'members'; readonly practises: boolean }
    | { readonly kind: 'questions'; readonly network: string | undefined; readonly queue: QuestionQueue }
}

/** What a thread says. */
export type Said =
  | { readonly kind: 'say'; readonly message: string }
  | { readonly kind: 'done'; readonly answer: unknown }
  | { readonly kind: 'prepared'; readonly prepared: PreparedMembers }
  | { readonly kind: 'ready'; readonly session: number; readonly measures: readonly Measured[] }
  | {
      readonly kind: 'rows'
      readonly session: number
      readonly from: number
      readonly rows: readonly (readonly number[])[]
    }
  | { readonly kind: 'answered'; readonly index: number; readonly answered: Omit<Answered, 'atlas'> }
  | { readonly kind: 'unanswered'; readonly index: number; readonly because: string }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string; readonly details: unknown }

/** What a thread that solves members is told: to prepare them for all, whose they are, then ranges of them; `session` comes back with them. */
export type Told =
  | { readonly kind: 'prepare'; readonly source: EnsembleSource }
  | { readonly kind: 'open'; readonly session: number; readonly request: MembersRequest }
  | { readonly kind: 'range'; readonly session: number; readonly from: number; readonly until: number }

export function failureOf(error: unknown): Said {
  if (error instanceof CorridorError) {
    return { kind: 'failed', code: error.code, message: error.message, details: { ...error.details } }
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { kind: 'failed', code: 'internal', message, details: {} }
}

/** Every failure that a person may meet, by a stable code. */
export type ErrorCode =
  | 'input_unreadable'
  | 'input_not_a_report'
  | 'input_too_large'
  | 'input_empty'
  | 'input_encoding'
  | 'language_unknown'
  | 'reader_unset'
  | 'reader_failed'
  | 'claims_dropped'
  | 'reading_too_slow'
  | 'date_impossible'
  | 'option_invalid'
  | 'command_unknown'
  | 'name_not_found'
  | 'asset_unknown'
  | 'scenario_invalid'
  | 'atlas_invalid'
  | 'network_invalid'
  | 'network_unsupported'
  | 'solve_infeasible'
  | 'solve_failed'
  | 'solve_too_large'
  | 'output_unwritable'
  | 'config_invalid'
  | 'cancelled'
  | 'internal'

/** Exit status by error code: 1 nothing could be done, 2 wrong usage, 130 cancelled (CONTRACT, exit codes). */
export const exitStatus: Readonly<Record<ErrorCode, 1 | 2 | 130>> = {
  input_unreadable: 1,
  input_not_a_report: 1,
  input_too_large: 1,
  input_empty: 1,
  input_encoding: 1,
  language_unknown: 1,
  reader_unset: 2,
  reader_failed: 1,
  claims_dropped: 1,
  reading_too_slow: 1,
  date_impossible: 2,
  option_invalid: 2,
  command_unknown: 2,
  name_not_found: 1,
  asset_unknown: 2,
  scenario_invalid: 2,
  atlas_invalid: 1,
  network_invalid: 1,
  network_unsupported: 1,
  solve_infeasible: 1,
  solve_failed: 1,
  solve_too_large: 1,
  output_unwritable: 1,
  config_invalid: 2,
  cancelled: 130,
  internal: 1,
}

/** A broken promise. `message` says what, where and what to do next; `details` is data for a program. */
export class CorridorError extends Error {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    code: ErrorCode,
    message: string,
    options: { details?: Readonly<Record<string, unknown>>; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'CorridorError'
    this.code = code
    this.details = options.details ?? {}
  }
}

/** Bad news that a user should expect: a value in a result, never an exception. */
export interface Problem {
  readonly code: ErrorCode
  /** What, where, and what to do next; one line. */
  readonly message: string
  /** The input or row that it is about. */
  readonly where: string
}

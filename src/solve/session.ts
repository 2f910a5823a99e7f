import type { Highs } from 'highs'
import type { Network } from '../atlas/network.ts'
import { CorridorError } from '../core/errors.ts'
import type { CalendarDate } from '../core/time.ts'
import type { ConcreteShock } from '../scenarios/scenario.ts'
import type { BaseCase } from './base-case.ts'
import type { PickUpOf } from './pick-up.ts'
import type { SolveResult } from './result.ts'
import type { GridKind, Period } from './time-grid.ts'

export interface SessionOptions {
  readonly grid: GridKind
  /** First day of the grid: the day of the shock. */
  readonly start: CalendarDate
  readonly days: number
  /** How fast a link takes up more than its base flow; default `defaultPickUp`. */
  readonly pickUp?: PickUpOf
  /** Rows (`links/ID`, `supplies/ID`) that a measure closes when a scenario imposes it. Lifting needs none. */
  readonly measureTargets?: (measure: string) => readonly string[]
  /** Seconds for one optimisation; default 60. */
  readonly timeLimitSeconds?: number
  /** Asked now and then while solving; true ends the run with status `cancelled`. */
  readonly shouldStop?: () => boolean
}

export interface RunOptions {
  /** Days, from its first day, that the operator believes each disturbance will last; default: the horizon. */
  readonly beliefDays?: number
  /** `perfect` is the labelled bound of an operator who knows all in advance; default `rolling`. */
  readonly foresight?: 'rolling' | 'perfect'
}

/** One persistent programme. Every call leaves it as it found it. */
export interface Session {
  readonly network: Network
  readonly periods: readonly Period[]
  readonly baseCase: BaseCase
  /** The undisturbed run: reproduces the base case. Solved once. */
  base(): SolveResult
  /** Base and shocked run share stocks, policy and grid. */
  solve(shocks: readonly ConcreteShock[], options?: RunOptions): SolveResult
  /** Frees the solver's memory; any later call throws. */
  dispose(): void
}

/** Throws `network_invalid` where the network cannot be a programme, `solve_too_large` before memory runs out. */
export function createSession(_highs: Highs, _network: Network, _options: SessionOptions): Session {
  throw new CorridorError('internal', 'The solve session is not built yet.')
}

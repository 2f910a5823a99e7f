import type { Highs } from 'highs'
import type { Network } from '../../atlas/network.ts'
import type { CalendarDate } from '../../core/time.ts'
import type { RunLimits } from '../linear/optimise.ts'
import { indexNetwork, type NetworkIndex } from '../network/network-index.ts'
import { type Season, seasonsOf } from '../network/season.ts'
import { type GridKind, timeGrid } from '../time-grid.ts'
import { type Calibrated, calibrate } from './calibrate.ts'
import { type Reconciled, reconcile } from './reconcile.ts'

/** A base as plain data, which another thread can be sent. */
export interface FoundBase {
  readonly reconciled: Reconciled
  readonly calibrated: Calibrated
}

/** Bases found before, by what they are found from: a brief asks several questions of one network. */
export type BaseMemory = Map<string, FoundBase>

/** The base of a network on a grid, for sessions that are opened elsewhere. */
export function baseOf(
  highs: Highs,
  network: Network,
  { grid, start, days, limits }: BaseOptions & { readonly limits: RunLimits },
): FoundBase {
  const { seasons } = seasonsOf(timeGrid(grid, start, days))
  return findBase(highs, indexNetwork(network), seasons, { limits, memory: undefined })
}

/** On which days a base is asked for. */
interface BaseOptions {
  readonly grid: GridKind
  readonly start: CalendarDate
  readonly days: number
}

/** The reconciled and calibrated base of a network, from `memory` where the same network and seasons were seen. */
export function findBase(
  highs: Highs,
  index: NetworkIndex,
  seasons: readonly Season[],
  { limits, memory }: { readonly limits: RunLimits; readonly memory: BaseMemory | undefined },
): FoundBase {
  const key = memory === undefined ? '' : keyOf(index.network, seasons)
  const known = memory?.get(key)
  if (known !== undefined) return known
  const reconciled = reconcile(highs, index, seasons, limits)
  const found = { reconciled, calibrated: calibrate(highs, index, reconciled, limits) }
  memory?.set(key, found)
  return found
}

/** All that is in the network, and each season with its periods. */
function keyOf(network: Network, seasons: readonly Season[]): string {
  const written = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value)
  return JSON.stringify([network, seasons], written)
}

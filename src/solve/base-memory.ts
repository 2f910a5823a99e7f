import type { Highs } from 'highs'
import type { Network } from '../atlas/network.ts'
import { type Calibrated, calibrate } from './calibrate.ts'
import type { NetworkIndex } from './network-index.ts'
import type { RunLimits } from './optimise.ts'
import { type Reconciled, reconcile } from './reconcile.ts'
import type { Season } from './season.ts'

interface Based {
  readonly reconciled: Reconciled
  readonly calibrated: Calibrated
}

/** Bases found before, by what they are found from: a brief asks several questions of one network. */
export type BaseMemory = Map<string, Based>

/** The reconciled and calibrated base of a network, from `memory` where the same network and seasons were seen. */
export function findBase(
  highs: Highs,
  index: NetworkIndex,
  seasons: readonly Season[],
  { limits, memory }: { readonly limits: RunLimits; readonly memory: BaseMemory | undefined },
): Based {
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

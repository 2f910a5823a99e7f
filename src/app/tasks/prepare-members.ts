import type { Highs } from 'highs'
import { CorridorError } from '../../core/errors.ts'
import { dimensionsOf } from '../../scenarios/ensemble/draw-member.ts'
import { MOST_DIMENSIONS } from '../../scenarios/ensemble/sobol.ts'
import { baseOf } from '../../solve/base/base-memory.ts'
import { openNetworkAlone } from '../open-network.ts'
import { openScenario } from '../scenario-files.ts'
import { gridOf, scopeScenario } from '../scenario-session.ts'
import type { MembersRequest } from './open-members.ts'

const SECONDS_FOR_BASE = 60

/** What an ensemble is asked of, as a person names it. */
export interface EnsembleSource {
  readonly network: string | undefined
  readonly scenario: string
}

/** What all paces of an ensemble share. */
export type PreparedMembers = Omit<MembersRequest, 'replicates' | 'pace'>

/**
 * Opens the atlas, while the solver is loading; gives the part of it that the scenario can reach, and its base. Throws
 * `scenario_invalid`.
 */
export async function prepareMembers(
  solver: Promise<Highs>,
  source: EnsembleSource,
  shouldStop: () => boolean,
): Promise<PreparedMembers> {
  const atlas = openNetworkAlone(source.network)
  const scenario = openScenario(source.scenario, atlas)
  const dimensions = dimensionsOf(scenario)
  if (dimensions > MOST_DIMENSIONS) {
    throw new CorridorError(
      'scenario_invalid',
      `${scenario.id}: ${scenario.shocks.length} shocks need ${dimensions} random numbers where ${MOST_DIMENSIONS} can be drawn evenly: join shocks, or leave some out`,
    )
  }
  const scoped = scopeScenario(scenario, atlas)
  const limits = { timeLimitSeconds: SECONDS_FOR_BASE, shouldStop }
  return { ...scoped, foundBase: baseOf(await solver, scoped.network, { ...gridOf(scenario), limits }) }
}

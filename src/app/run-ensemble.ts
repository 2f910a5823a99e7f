import { availableParallelism } from 'node:os'
import {
  isOneValue,
  isTight,
  meanAcross,
  type Percentile,
  percentilesOf,
} from '../scenarios/ensemble/percentiles.ts'
import type { Progress } from './progress.ts'
import { type MembersPool, startPool } from './tasks/members-pool.ts'
import type { Measured, MembersRequest } from './tasks/open-members.ts'

export interface EnsembleOptions {
  readonly network: string | undefined
  readonly scenario: string
  /** Members at most; fewer where the answer is tight before. */
  readonly members: number
  /** Threads; default: as many as there are processors, at most four. */
  readonly workers?: number
  /** Sampling error allowed, as a share of the width from the 5th to the 95th percentile; default 0.02. */
  readonly tolerance?: number
  /** Also with re-routing half and twice as fast: what is not known of the model, beside what may happen. */
  readonly parameters: boolean
  readonly progress: Progress
}

/** Independent point sets; their scatter is the sampling error. */
const REPLICATES = 8
const FIRST_POINTS = 4

interface Distribution extends Measured {
  readonly mean: { readonly value: number; readonly error: number }
  readonly percentiles: readonly Percentile[]
}

export interface EnsembleAnswer {
  readonly schema_version: '1'
  readonly scenario: string
  readonly members: number
  readonly replicates: number
  /** Whether the errors came within the tolerance before the members ran out. */
  readonly is_tight: boolean
  /** Whether every member came out the same: then nothing that the scenario leaves open changes the answer. */
  readonly are_alike: boolean
  readonly tolerance: number
  /** What may happen, with the model's premises at their central values. */
  readonly events: readonly Distribution[]
  /** The same events with re-routing slower and faster; empty unless asked for. */
  readonly parameters: readonly { readonly pace: number; readonly events: readonly Distribution[] }[]
}

/** Solves many draws of a scenario and gives percentiles with their sampling error. */
export async function runEnsemble(options: EnsembleOptions): Promise<EnsembleAnswer> {
  const { progress } = options
  const tolerance = options.tolerance ?? 0.02
  const most = REPLICATES * Math.max(FIRST_POINTS, Math.ceil(options.members / REPLICATES))
  const workers = Math.min(
    options.workers ?? Math.min(4, availableParallelism()),
    Math.ceil(most / REPLICATES),
  )
  progress.say(`starting ${workers} solver${workers === 1 ? '' : 's'}`)
  const pool = startPool({ workers, progress })
  try {
    const prepared = await pool.prepare({ network: options.network, scenario: options.scenario })
    progress.say(`opening ${prepared.scenario.title}`)
    const run = (pace: number) =>
      runAt(pool, { ...prepared, replicates: REPLICATES, pace }, { most, tolerance, progress })
    const central = await run(1)
    const parameters: { pace: number; events: readonly Distribution[] }[] = []
    for (const pace of options.parameters ? [0.5, 2] : []) {
      parameters.push({ pace, events: (await run(pace)).events })
    }
    return {
      schema_version: '1',
      scenario: prepared.scenario.id,
      replicates: REPLICATES,
      tolerance,
      ...central,
      parameters,
    }
  } finally {
    await pool.close()
  }
}

/** Doubles the points until the answer is tight or there are no more members. */
async function runAt(
  pool: MembersPool,
  request: MembersRequest,
  {
    most,
    tolerance,
    progress,
  }: { readonly most: number; readonly tolerance: number; readonly progress: Progress },
): Promise<Pick<EnsembleAnswer, 'members' | 'is_tight' | 'are_alike' | 'events'>> {
  const measures = await pool.open(request)
  const rows: (readonly number[])[] = []
  for (let count = REPLICATES * FIRST_POINTS; ; count = Math.min(most, 2 * count)) {
    rows.push(...(await pool.solve(rows.length, count, most)))
    const events = measures.map((of, at) => distribution(of, at, rows))
    const tight = events.every(({ percentiles }) => isTight(percentiles, tolerance))
    progress.say(`solved ${count} of at most ${most} members`)
    if (!tight && count < most) continue
    const alike = events.every(({ percentiles }) => isOneValue(percentiles))
    return { members: count, is_tight: tight, are_alike: alike, events }
  }
}

function distribution(of: Measured, at: number, rows: readonly (readonly number[])[]): Distribution {
  const replicates = Array.from({ length: REPLICATES }, (_, replicate) =>
    Float64Array.from(
      rows.filter((_, member) => member % REPLICATES === replicate),
      (row) => row[at] ?? Number.NaN,
    ),
  )
  return { ...of, mean: meanAcross(replicates), percentiles: percentilesOf(replicates) }
}

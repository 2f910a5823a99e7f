import { CorridorError } from '../core/errors.ts'
import { type CalendarDate, calendarDate } from '../core/time.ts'
import { concreteShocks } from '../scenarios/concrete.ts'
import { type Scenario, type SharingRule, sharingRules } from '../scenarios/scenario.ts'
import { createSession } from '../solve/session.ts'
import type { Solution } from '../solve/solution.ts'
import { toSolutionJson } from '../solve/to-solution-json.ts'
import { loadSolver } from './load-solver.ts'
import { measureTargetsOf } from './measure-targets.ts'
import { openForeignNetwork, solveForeignNetwork } from './open-foreign-network.ts'
import { openNetwork } from './open-network.ts'
import type { Watched } from './progress.ts'
import { openScenario } from './scenario-files.ts'

export interface SolveOptions {
  /** Folder of an atlas, PyPSA CSV folder or MATPOWER file; default: the shipped atlas. */
  readonly network: string | undefined
  /** Id of a shipped scenario or path of a file; default: the base case. */
  readonly scenario: string | undefined
  /** Day of the network; default: the scenario's, else `today`. */
  readonly asOf: CalendarDate | null
  /** Who bears a shortage, `cooperative` or `own_first`; default: as the scenario says. */
  readonly sharing?: string | undefined
  readonly today: CalendarDate
  readonly progress: Watched
}

/** Days that a base case without scenario covers. */
const BASE_DAYS = 30

/** Solves the base case, or a scenario at its central values. A result that is not optimal says so in `status`. */
export async function solveNetwork(options: SolveOptions): Promise<Solution> {
  const sharing = sharingOption(options.sharing)
  const foreign = options.network === undefined ? null : openForeignNetwork(options.network)
  if (foreign !== null) {
    if (options.scenario !== undefined) {
      throw new CorridorError(
        'option_invalid',
        '--scenario names rows of an atlas: leave it out with a PyPSA folder or a MATPOWER file',
      )
    }
    options.progress.say(`solving ${options.network} as it is`)
    return solveForeignNetwork(await loadSolver(), foreign, {
      day: options.asOf ?? options.today,
      shouldStop: () => options.progress.signal.aborted,
    })
  }
  const atlas = openNetwork(options.network)
  const scenario = options.scenario === undefined ? null : openScenario(options.scenario, atlas)
  const day = options.asOf ?? (scenario === null ? options.today : calendarDate(scenario.network_date))
  const start = scenario === null || options.asOf !== null ? day : calendarDate(scenario.start)
  const network = atlas.networkAt(day)
  options.progress.say(`solving ${network.links.length} links as of ${day}`)
  const session = createSession(await loadSolver(), network, {
    grid: 'brief',
    start,
    days: scenario?.days ?? BASE_DAYS,
    measureTargets: measureTargetsOf(atlas),
    imposable: imposedMeasures(scenario),
    shouldStop: () => options.progress.signal.aborted,
  })
  try {
    const shocks = scenario === null ? [] : concreteShocks(scenario, 'central')
    const shifted =
      options.asOf === null ? shocks : shocks.map((shock) => ({ ...shock, from: start, to: null }))
    const result =
      scenario === null
        ? session.base()
        : session.solve(shifted, {
            beliefDays: scenario.belief_days,
            sharing: sharing ?? scenario.sharing ?? 'cooperative',
          })
    if (result.status === 'cancelled') throw new CorridorError('cancelled', 'cancelled while solving')
    return toSolutionJson(result, network)
  } finally {
    session.dispose()
  }
}

function imposedMeasures(scenario: Scenario | null): readonly string[] {
  const measures = scenario?.shocks.filter((shock) => shock.field === 'measure') ?? []
  return measures.map((shock) => shock.asset.replace(/^measures\//u, ''))
}

function sharingOption(value: string | undefined): SharingRule | null {
  if (value === undefined) return null
  const known = sharingRules.find((rule) => rule === value)
  if (known !== undefined) return known
  throw new CorridorError('option_invalid', `--sharing ${value}: write ${sharingRules.join(' or ')}`)
}

import { CorridorError } from '../core/errors.ts'
import { type CalendarDate, calendarDate } from '../core/time.ts'
import { concreteShocks } from '../scenarios/concrete.ts'
import { type SharingRule, sharingRules } from '../scenarios/scenario.ts'
import { toSolutionJson } from '../solve/results/to-solution-json.ts'
import { createSession } from '../solve/session.ts'
import type { Solution } from '../solve/solution.ts'
import { loadSolver } from './load-solver.ts'
import { measureExposure } from './measure-exposure.ts'
import { imposedMeasures, measureTargetsOf } from './measure-targets.ts'
import { openForeignNetwork, solveForeignNetwork } from './open-foreign-network.ts'
import { networkOn, openNetwork } from './open-network.ts'
import type { Watched } from './progress.ts'
import { openScenario } from './scenario-files.ts'
import { extendableOf, runOptionsOf } from './scenario-session.ts'

export interface SolveOptions {
  /** Folder of an atlas, PyPSA CSV folder or MATPOWER file; default: the shipped atlas. */
  readonly network: string | undefined
  /** Id of a shipped scenario or path of a file; default: the base case. */
  readonly scenario: string | undefined
  /** Day of the network; default: the scenario's, else `today`. */
  readonly asOf: CalendarDate | null
  /** Who bears a shortage, `cooperative` or `own_first`; default: as the scenario says. */
  readonly sharing?: string | undefined
  /** Also what owners and transit countries lose by the scenario. */
  readonly exposure?: boolean
  /** Seconds for one optimisation of the scenario; default 60. */
  readonly timeLimitSeconds?: number | undefined
  readonly today: CalendarDate
  readonly progress: Watched
}

/** Days that a base case without scenario covers. */
const BASE_DAYS = 30

/** Solves the base case, or a scenario at its central values. A result that is not optimal says so in `status`. */
export async function solveNetwork(options: SolveOptions): Promise<Solution> {
  const sharing = sharingOption(options.sharing)
  if (options.exposure === true && options.scenario === undefined) {
    throw new CorridorError(
      'option_invalid',
      '--exposure asks who loses by a scenario: name one with --scenario',
    )
  }
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
      timeLimitSeconds: options.timeLimitSeconds,
      shouldStop: () => options.progress.signal.aborted,
    })
  }
  const atlas = openNetwork(options.network)
  const scenario = options.scenario === undefined ? null : openScenario(options.scenario, atlas)
  const day = options.asOf ?? (scenario === null ? options.today : calendarDate(scenario.network_date))
  const start = scenario === null || options.asOf !== null ? day : calendarDate(scenario.start)
  const network = networkOn(atlas, day)
  options.progress.say(`solving ${network.links.length} links as of ${day}`)
  const session = createSession(await loadSolver(), network, {
    grid: 'brief',
    start,
    days: scenario?.days ?? BASE_DAYS,
    measureTargets: measureTargetsOf(atlas),
    imposable: scenario === null ? [] : imposedMeasures(scenario),
    ...(scenario === null ? {} : extendableOf(scenario)),
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
            ...runOptionsOf(scenario),
            ...(sharing === null ? {} : { sharing }),
            ...(options.timeLimitSeconds === undefined ? {} : { timeLimitSeconds: options.timeLimitSeconds }),
          })
    if (result.status === 'cancelled') throw new CorridorError('cancelled', 'cancelled while solving')
    const solution = toSolutionJson(result, network)
    if (options.exposure !== true) return solution
    const exposed = measureExposure({ atlas, day, base: session.base(), run: result })
    return { ...solution, exposure: exposed.map((one) => ({ ...one, because: [...one.because] })) }
  } finally {
    session.dispose()
  }
}

function sharingOption(value: string | undefined): SharingRule | null {
  if (value === undefined) return null
  const known = sharingRules.find((rule) => rule === value)
  if (known !== undefined) return known
  throw new CorridorError('option_invalid', `--sharing ${value}: write ${sharingRules.join(' or ')}`)
}

import type { Network } from '../atlas/network.ts'
import { carriers } from '../atlas/tables/cells.ts'
import { CorridorError } from '../core/errors.ts'
import type { CalendarDate } from '../core/time.ts'
import { scopeNetwork } from '../solve/network/scope-network.ts'
import { contingenciesOf } from '../solve/screen/contingency.ts'
import { byLoss, type Loss, lossOf } from '../solve/screen/loss.ts'
import { type ScreenedPairs, screenPairs } from '../solve/screen/screen-pairs.ts'
import { screenSingles, solveLoss } from '../solve/screen/screen-singles.ts'
import { createSession } from '../solve/session.ts'
import type { GridKind } from '../solve/time-grid.ts'
import { loadSolver } from './load-solver.ts'
import { networkOn, openNetwork } from './open-network.ts'
import type { Watched } from './progress.ts'

export interface ScreenOptions {
  /** Folder of an atlas; default: the shipped one. */
  readonly network: string | undefined
  readonly day: CalendarDate
  /** Screens what carries it alone; default: every carrier. */
  readonly carrier: string | undefined
  /** Also the dearest pairs. */
  readonly pairs: boolean
  /** How many losses are listed, and pairs looked for. */
  readonly top: number
  readonly days: number
  readonly progress: Watched
}

/** Worst of the screening that are solved again on the finer grid. */
const SOLVED_AGAIN = 10

export interface ListedLoss {
  readonly assets: readonly { readonly id: string; readonly name: string }[]
  readonly cost_eur: number
  readonly unserved: Loss['unserved']
  readonly unserved_gwh: number
  /** Marginal system cost: not a market price. */
  readonly price_rise: Loss['priceRise']
}

export interface Screening {
  readonly schema_version: '1'
  readonly as_of: CalendarDate
  readonly days: number
  readonly contingencies: number
  /** Idle in the base: their loss takes away nothing that is used, so that the base stays the cheapest plan. */
  readonly idle: readonly string[]
  /** Worst first, on the screening grid. */
  readonly singles: readonly ListedLoss[]
  /** The worst ten on the grid that briefs use, worst first. */
  readonly again: readonly ListedLoss[]
  readonly pairs: {
    readonly losses: readonly ListedLoss[]
    readonly count: number
    readonly solved: number
    readonly known: number
    readonly pruned: number
    readonly unpruned: string | null
  } | null
}

/** All single outages of a network ranked by what they cost its uses, and pairs of them. */
export async function screenNetwork(options: ScreenOptions): Promise<Screening> {
  const network = scopeToCarrier(networkOn(openNetwork(options.network), options.day), options.carrier)
  const all = contingenciesOf(network).filter(
    ({ carriers: of }) => options.carrier === undefined || of.some((carrier) => carrier === options.carrier),
  )
  const highs = await loadSolver()
  const { progress } = options
  const within = <T>(grid: GridKind, use: (session: ReturnType<typeof createSession>) => T): T => {
    const session = createSession(highs, network, {
      grid,
      start: options.day,
      days: options.days,
      shouldStop: () => progress.signal.aborted,
    })
    try {
      return use(session)
    } finally {
      session.dispose()
    }
  }
  progress.say(`screening ${all.length} assets as of ${options.day}`)
  const { singles, pairs } = within('screening', (session) => {
    const screened = screenSingles(session, all, (done, of) => {
      if (done % 50 === 0) progress.say(`screening: ${done} of ${of} outages`)
    })
    const found = options.pairs
      ? screenPairs(session, all, screened, {
          top: options.top,
          onDone: (done, of) => {
            if (done % 200 === 0) progress.say(`screening: ${done} of at most ${of} pairs`)
          },
        })
      : null
    return { singles: screened, pairs: found }
  })
  const worst = singles.losses.slice(0, Math.min(SOLVED_AGAIN, options.top))
  progress.say(`solving the ${worst.length} worst again, day by day`)
  const again = within('brief', (session) =>
    worst.map((loss) => lossOf(loss.contingencies, session.base(), solveLoss(session, loss.contingencies))),
  )
  return {
    schema_version: '1',
    as_of: options.day,
    days: options.days,
    contingencies: all.length,
    idle: singles.idle.map((one) => one.id),
    singles: singles.losses.slice(0, options.top).map(listed),
    again: again.sort(byLoss).map(listed),
    pairs: pairs === null ? null : listedPairs(pairs),
  }
}

function scopeToCarrier(network: Network, carrier: string | undefined): Network {
  if (carrier === undefined) return network
  if (!(carriers as readonly string[]).includes(carrier)) {
    throw new CorridorError('option_invalid', `--carrier ${carrier}: write ${carriers.join(', ')}`)
  }
  return scopeNetwork(
    network,
    network.buses.filter((bus) => bus.carrier === carrier).map((bus) => bus.id),
  )
}

function listed(loss: Loss): ListedLoss {
  return {
    assets: loss.contingencies.map(({ id, name }) => ({ id, name })),
    cost_eur: loss.cost,
    unserved: loss.unserved,
    unserved_gwh: loss.unservedGwh,
    price_rise: loss.priceRise,
  }
}

function listedPairs(of: ScreenedPairs): NonNullable<Screening['pairs']> {
  return {
    losses: of.losses.map(listed),
    count: of.pairs,
    solved: of.solved,
    known: of.known,
    pruned: of.pruned,
    unpruned: of.unpruned,
  }
}

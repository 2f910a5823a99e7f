import type { Highs } from 'highs'
import { CorridorError } from '../../core/errors.ts'
import { dimensionsOf, drawMember } from '../../scenarios/ensemble/draw-member.ts'
import { scrambledSobol } from '../../scenarios/ensemble/sobol.ts'
import type { ConcreteShock, Scenario } from '../../scenarios/scenario.ts'
import type { FoundBase } from '../../solve/base/base-memory.ts'
import { defaultPickUp, defaultSupplyPickUp, type PickUp } from '../../solve/network/pick-up.ts'
import type { SolveResult } from '../../solve/result.ts'
import { lossOf } from '../../solve/screen/loss.ts'
import type { Session } from '../../solve/session.ts'
import { openScoped, runOptionsOf, type ScopedScenario } from '../scenario-session.ts'

/** A scenario with its network and base, as plain data that a thread is sent: threads open no atlas. */
export interface MembersRequest extends ScopedScenario {
  readonly foundBase: FoundBase
  readonly replicates: number
  /** How fast re-routing takes up beside the central premise: 2 takes half as long, 0.5 twice. */
  readonly pace: number
}

export interface Members {
  readonly measures: readonly Measured[]
  /** One row for each member `from` up to, not including, `until`; a value for each measure. */
  readonly solve: (from: number, until: number) => readonly (readonly number[])[]
  readonly dispose: () => void
}

export interface Measured {
  readonly measure: 'cost' | 'unserved'
  /** `ZONE:CARRIER`; null: all together. */
  readonly bus: string | null
  readonly unit: string
}

/** Opens one session in which every member of an ensemble is solved; member g is point ⌊g/R⌋ of replicate g mod R. */
export function openMembers(highs: Highs, request: MembersRequest, shouldStop: () => boolean): Members {
  const { scenario, replicates } = request
  const session = openSession(highs, request, shouldStop)
  const measures = measuresOf(request)
  const dimensions = dimensionsOf(scenario)
  /** What the same shocks gave before: where little is open, many members draw the same. */
  const known = new Map<string, number[]>()
  return {
    measures,
    solve: (from, until) => {
      const rows: number[][] = []
      for (let member = from; member < until; member++) {
        const point = scrambledSobol(Math.floor(member / replicates), dimensions, 1 + (member % replicates))
        const shocks = drawMember(scenario, point)
        const key = JSON.stringify(shocks)
        let row = known.get(key)
        if (row === undefined) {
          const run = solveOrThrow(session, shocks, scenario)
          row = measures.map((of) => measured(of, session.base(), run))
          known.set(key, row)
        }
        rows.push(row)
      }
      return rows
    },
    dispose: () => session.dispose(),
  }
}

function openSession(highs: Highs, request: MembersRequest, shouldStop: () => boolean): Session {
  const paced = (of: PickUp): PickUp => ({
    ...of,
    delayDays: of.delayDays / request.pace,
    fullDays: of.fullDays / request.pace,
  })
  return openScoped(highs, request, {
    foundBase: request.foundBase,
    shouldStop,
    pickUp: (link) => paced(defaultPickUp(link)),
    supplyPickUp: (supply) => paced(defaultSupplyPickUp(supply)),
  })
}

function measuresOf({ scenario, network }: MembersRequest): readonly Measured[] {
  const carrierOf = new Map(network.buses.map((bus) => [bus.id, bus.carrier]))
  const watched = scenario.watch.flatMap((bus): Measured[] => {
    const carrier = carrierOf.get(bus)
    if (carrier === undefined) return []
    return [{ measure: 'unserved', bus, unit: network.units[carrier].replace(/_d$/u, '') }]
  })
  return [
    { measure: 'cost', bus: null, unit: 'EUR' },
    { measure: 'unserved', bus: null, unit: 'gwh' },
    ...watched,
  ]
}

function solveOrThrow(session: Session, shocks: readonly ConcreteShock[], scenario: Scenario): SolveResult {
  const run = session.solve(shocks, { ...runOptionsOf(scenario), reads: 'shortage' })
  if (run.status === 'optimal') return run
  if (run.status === 'cancelled') throw new CorridorError('cancelled', 'cancelled while solving')
  throw new CorridorError('solve_failed', `${scenario.title}: a member ended ${run.status}`)
}

function measured(of: Measured, base: SolveResult, run: SolveResult): number {
  if (of.measure === 'cost') return run.objective ?? Number.NaN
  if (of.bus === null) return lossOf([], base, run).unservedGwh
  let volume = 0
  for (const demand of run.network.demands) {
    if (demand.bus !== of.bus) continue
    for (const step of run.unserved.get(demand.id) ?? []) {
      for (const [p, value] of step.entries()) volume += value * (run.periods[p]?.days ?? 1)
    }
  }
  return volume
}

import { holdsOn } from '../../atlas/holds-on.ts'
import type { NuclearSupply, Reactor } from '../../atlas/tables.ts'
import type { CalendarDate } from '../../core/time.ts'
import {
  type FuelLedger,
  type FuelStage,
  fuelStages,
  type StageShare,
  type SupplierLoss,
} from '../supplier-loss.ts'

export interface NuclearRows {
  readonly reactors: readonly Reactor[]
  readonly supply: readonly NuclearSupply[]
}

/** The ledgers of all reactors of some countries on a day; rows of a type come before rows of the whole country. */
export function fuelLedgers(
  rows: NuclearRows,
  countries: readonly string[],
  day: CalendarDate,
): readonly FuelLedger[] {
  return rows.reactors
    .filter((reactor) => countries.includes(reactor.country))
    .map((reactor) => ({
      id: reactor.id,
      country: reactor.country,
      reactorType: reactor.reactor_type,
      capacityGw: reactor.capacity_gw,
      uraniumPerYear: reactor.uranium_t_y,
      shares: fuelStages.flatMap((stage) => sharesOf(rows.supply, reactor, stage, day)),
      because: `atlas:reactors/${reactor.id}/capacity_gw`,
    }))
}

function sharesOf(
  supply: readonly NuclearSupply[],
  reactor: Reactor,
  stage: FuelStage,
  day: CalendarDate,
): readonly StageShare[] {
  const own = supply.filter(
    (row) => row.country === reactor.country && row.stage === stage && holdsOn(row, day),
  )
  const ofType = own.filter((row) => row.reactor_type === reactor.reactor_type)
  const rows = ofType.length > 0 ? ofType : own.filter((row) => row.reactor_type === '')
  return rows.map((row) => ({
    stage,
    supplier: row.supplier,
    low: (row.low ?? row.share_pct) / 100,
    central: row.share_pct / 100,
    high: (row.high ?? row.share_pct) / 100,
    status: row.status,
    because: `atlas:nuclear_supply/${row.id}/share_pct`,
  }))
}

/**
 * What each ledger loses when one supplier delivers nothing more. Stages follow each other, so fuel that misses one of
 * them is fuel that is missing: the dependence is at least the largest share of a stage, and at most the sum of them,
 * where each tonne meets the supplier once. Years of cover = stock / dependence, stock in years of full need, with low
 * stock over high dependence and the other way round. Ledgers that the supplier has no part in are left out; the
 * order is by what is at stake, capacity times dependence.
 */
export function lossOfSupplier(
  ledgers: readonly FuelLedger[],
  reactors: readonly Reactor[],
  supplier: string,
): readonly SupplierLoss[] {
  return ledgers
    .flatMap((ledger): SupplierLoss[] => {
      const shares = ledger.shares.filter((share) => share.supplier === supplier && share.high > 0)
      const [stage] = [...shares].sort(
        (a, b) =>
          b.central - a.central ||
          b.high - a.high ||
          fuelStages.indexOf(b.stage) - fuelStages.indexOf(a.stage),
      )
      if (stage === undefined || ledger.country === supplier) return []
      const low = Math.max(...shares.map((share) => share.low))
      const high = Math.min(
        1,
        shares.reduce((sum, share) => sum + share.high, 0),
      )
      const reactor = reactors.find(({ id }) => id === ledger.id)
      return [{ ledger, dependence: { low, high }, stage, yearsOfCover: coverOf(reactor, { low, high }) }]
    })
    .sort((a, b) => b.ledger.capacityGw * b.dependence.low - a.ledger.capacityGw * a.dependence.low)
}

function coverOf(
  reactor: Reactor | undefined,
  dependence: { readonly low: number; readonly high: number },
): SupplierLoss['yearsOfCover'] {
  const { cover_years_low: low = null, cover_years_high: high = null } = reactor ?? {}
  if (low === null || high === null || dependence.high <= 0) return null
  return {
    low: low / dependence.high,
    high: dependence.low > 0 ? high / dependence.low : Number.POSITIVE_INFINITY,
  }
}

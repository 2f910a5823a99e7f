import { CorridorError } from '../../core/errors.ts'
import { storedCarrier } from './pypsa-carrier.ts'
import type { PypsaComponents } from './pypsa-components.ts'
import type { Draft } from './pypsa-draft.ts'
import type { InvestmentPeriod } from './pypsa-periods.ts'
import { type AllPlaces, eachRow, type Sum } from './pypsa-sum.ts'

/**
 * Energy taken out of stores over the horizon, or over the investment periods that a limit names: initial less last
 * level; cyclic stores give up nothing. A store that opens each period at its initial level gives up its energy in each,
 * as often as the period has years. One that runs through periods of several years has no such sum: refused, as PyPSA
 * does.
 */
export function depletion(
  draft: Draft,
  places: AllPlaces,
  of: {
    readonly factorOf: (carrier: string) => number
    readonly periods: readonly InvestmentPeriod[]
    /** Whether what stands in none of the periods is left out. */
    readonly isLimitedToStanding: boolean
  },
): Sum {
  const sum: Sum = { terms: [], offset: 0 }
  const { stores, storage_units } = draft.network.components
  for (const kind of [
    {
      table: stores,
      at: places.stores,
      cyclic: 'e_cyclic',
      initial: 'e_initial',
      opens: 'e_initial_per_period',
    },
    {
      table: storage_units,
      at: places.storage_units,
      cyclic: 'cyclic_state_of_charge',
      initial: 'state_of_charge_initial',
      opens: 'state_of_charge_initial_per_period',
    },
  ]) {
    const { table } = kind
    eachRow(table, kind.at.levels, (row, first) => {
      const factor = of.factorOf(storedCarrier(draft, table, row))
      if (factor === 0 || table.flag(row, kind.cyclic)) return
      if (of.isLimitedToStanding && !of.periods.some((period) => table.standsIn(row, period))) return
      const initial = table.number(row, kind.initial)
      if (!draft.network.snapshots.hasPeriods) {
        sum.terms.push({ column: first + draft.snapshots - 1, value: -factor })
        sum.offset -= factor * initial
      } else if (table.flag(row, kind.opens) && !draft.network.isBefore('1.0')) {
        for (const { end, years } of of.periods) {
          sum.terms.push({ column: first + end - 1, value: -factor * years })
          sum.offset -= factor * years * initial
        }
      } else {
        refuseYears(draft, table, row, { periods: of.periods, opens: kind.opens })
        const last = of.periods.findLast((period) => table.standsIn(row, period))
        if (last !== undefined) sum.terms.push({ column: first + last.end - 1, value: -factor })
        sum.offset -= factor * initial
      }
    })
  }
  return sum
}

function refuseYears(
  { network }: Draft,
  table: PypsaComponents,
  row: number,
  of: { readonly periods: readonly InvestmentPeriod[]; readonly opens: string },
): void {
  if (!network.isBefore('1.0') && of.periods.every(({ years }) => years === 1)) return
  throw new CorridorError(
    'network_unsupported',
    network.isBefore('1.0')
      ? `${table.kind}.csv, row "${table.names[row]}": what it gives up counts in a global constraint otherwise than since version 1.0 of PyPSA where there are investment periods; state pypsa_version 1.0 or later in network.csv, or make it cyclic.`
      : `${table.kind}.csv, row "${table.names[row]}": it runs through investment periods of several years, so that what it gives up a year is not determined, and a global constraint counts it; set ${of.opens} to True, make it cyclic, or set the weighting years to 1.`,
  )
}

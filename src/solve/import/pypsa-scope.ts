import { CorridorError } from '../../core/errors.ts'
import type { PypsaComponents } from './pypsa-components.ts'
import type { Draft } from './pypsa-draft.ts'
import type { InvestmentPeriod } from './pypsa-periods.ts'

/** The investment periods that a constraint is about: the one that it names, or all. */
export interface Scope {
  readonly periods: readonly InvestmentPeriod[]
  readonly isNamed: boolean
  readonly hasPeriods: boolean
}

export function scopeOf(draft: Draft, table: PypsaComponents, row: number): Scope {
  const { periods, hasPeriods } = draft.network.snapshots
  const year = table.number(row, 'investment_period')
  if (Number.isNaN(year)) return { periods, isNamed: false, hasPeriods }
  if (!hasPeriods) throw unsupported(table, row, `investment_period = ${year} without investment periods`)
  const named = periods.filter((period) => period.year === year)
  if (named.length > 0) return { periods: named, isNamed: true, hasPeriods }
  throw table.fault(
    row,
    `investment_period is ${year}, which snapshots.csv does not hold; name one of its periods, or none.`,
  )
}

export const standsInAny = (table: PypsaComponents, row: number, { periods }: Scope): boolean =>
  periods.some((period) => table.standsIn(row, period))

export function unsupported(table: PypsaComponents, row: number, what: string): CorridorError {
  return new CorridorError(
    'network_unsupported',
    `global_constraints.csv, row "${table.names[row]}": ${what} is not supported; leave the row out to solve without it.`,
  )
}

import type { Atlas } from '../atlas/atlas.ts'
import type { Row } from '../atlas/tables.ts'
import { CorridorError } from '../core/errors.ts'
import type { Because } from '../core/provenance.ts'
import type { Assumption } from './scenario.ts'

/** A premise of the atlas by id; one that is missing is a fault of the data package, not of the user. */
export function assumptionOf(atlas: Atlas, id: string): Assumption {
  const found = atlas.row(`assumptions/${id}`)
  if (found?.table !== 'assumptions') {
    throw new CorridorError(
      'atlas_invalid',
      `the atlas has no assumption "${id}": add a row to atlas/assumptions, or use the shipped atlas`,
    )
  }
  const row = found.row as Row<'assumptions'>
  return {
    id,
    statement: row.statement,
    low: row.low,
    central: row.central,
    high: row.high,
    unit: row.unit,
    status: row.status,
    because: [`assumption:${id}`],
  }
}

/** A premise that is a sentence and no number. */
export function statedPremise(of: Pick<Assumption, 'id' | 'statement' | 'status' | 'because'>): Assumption {
  return { ...of, low: null, central: null, high: null, unit: null }
}

/** An assumption with the range that a report states in its place; as it is where none does. */
export function asTold(
  assumed: Assumption,
  told: { readonly low: number; readonly high: number; readonly because: Because } | null | undefined,
): Assumption {
  if (told == null) return assumed
  const { low, high, because } = told
  return { ...assumed, low, central: (low + high) / 2, high, status: 'reported', because: [because] }
}

/** Its central value; a premise without one is a fault of the data package. */
export function centralOf(assumption: Assumption): number {
  if (assumption.central === null) {
    throw new CorridorError(
      'atlas_invalid',
      `assumption "${assumption.id}" has no central value: give it one`,
    )
  }
  return assumption.central
}

/** Low, central and high; a bound that is not stated equals the central value. */
export function rangeOf(assumption: Assumption): { low: number; central: number; high: number } {
  const central = centralOf(assumption)
  return { low: assumption.low ?? central, central, high: assumption.high ?? central }
}

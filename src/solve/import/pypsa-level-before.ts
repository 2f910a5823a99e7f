import type { PypsaComponents } from './pypsa-components.ts'
import type { Draft } from './pypsa-draft.ts'

/**
 * The snapshot from which the level of a store or storage unit goes on, null where it starts at its initial level.
 * Over the whole horizon: the one before; the first goes on from the last if the level is cyclic. Where it is told for
 * each investment period, the first of a period goes on from the last of that period if it is cyclic within periods.
 * Before version 1.0 of PyPSA a period closed on itself unless the file said otherwise, and one flag told cyclic levels
 * of the horizon and of periods.
 */
export function levelBefore(
  draft: Draft,
  components: PypsaComponents,
  row: number,
): (snapshot: number) => number | null {
  const { periods, periodAt, hasPeriods } = draft.network.snapshots
  const names =
    components.kind === 'stores'
      ? { cyclic: 'e_cyclic', closes: 'e_cyclic_per_period', opens: 'e_initial_per_period' }
      : {
          cyclic: 'cyclic_state_of_charge',
          closes: 'cyclic_state_of_charge_per_period',
          opens: 'state_of_charge_initial_per_period',
        }
  const isCyclic = components.flag(row, names.cyclic)
  const isOld = draft.network.isBefore('1.0')
  const closes = isOld && !components.has(row, names.closes) ? true : components.flag(row, names.closes)
  const isPerPeriod = hasPeriods && (closes || components.flag(row, names.opens))
  const standing = Array.from({ length: draft.snapshots }, (_, t) => t).filter((t) =>
    components.stands(row, t),
  )
  return (snapshot) => {
    const period = periods[periodAt[snapshot] ?? 0]
    if (isPerPeriod && snapshot === period?.first) return (isOld ? isCyclic : closes) ? period.end - 1 : null
    if (snapshot !== standing[0]) return snapshot - 1
    return isCyclic ? (standing.at(-1) ?? null) : null
  }
}

import type { Atlas } from '../../atlas/atlas.ts'
import type { Network } from '../../atlas/network.ts'
import type { ObservedFlow } from '../../atlas/tables.ts'
import { addDays, type CalendarDate, calendarDate } from '../../core/time.ts'
import type { MeteredRate } from '../../solve/base/metered-balance.ts'

/** Supplies whose output is of the year that begins on `start`, and not carried forward from one before. */
export function ofTheYear(atlas: Atlas, { supplies }: Network, start: CalendarDate): string[] {
  const isCurrent = (id: string) =>
    atlas
      .figuresOf('supplies', id)
      .some(({ field, valid_from }) => field === 'output' && valid_from === start)
  return supplies.map(({ id }) => id).filter(isCurrent)
}

/** What gas stores took or gave over a year whose levels are known on its first day and on the day after its last. */
export function drawnOverTheYear(
  atlas: Atlas,
  base: Network,
  { carrier, to }: ObservedFlow,
  days: number,
): MeteredRate[] {
  if (carrier !== 'gas' && carrier !== 'lng') return []
  const after = new Map(
    atlas.networkAt(addDays(calendarDate(to), 1)).stores.map((store) => [store.id, store]),
  )
  const sums = new Map<string, MeteredRate>()
  for (const { id, name, bus, level, volume } of base.stores) {
    const end = after.get(id)
    if (end === undefined || !bus.endsWith(':gas')) continue
    const share = end.level.value / end.volume.value - level.value / volume.value
    const value = (share * volume.value) / days + (sums.get(bus)?.rate.value ?? 0)
    sums.set(bus, {
      id: `${id}-storing`,
      name,
      item: 'storing',
      bus,
      rate: { ...level, value, low: null, high: null, unit: 'gwh_d' },
    })
  }
  return [...sums.values()]
}

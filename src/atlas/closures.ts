import type { CalendarDate } from '../core/time.ts'
import type { Atlas } from './atlas.ts'
import type { NetworkLink } from './network.ts'

export type Closed = Pick<NetworkLink, 'closed_by'> & { readonly closures: readonly string[] }

/** Of a row of links or supplies: the closing measures in force whose targets hold it, its asset or what that is part of. */
export function closures(
  atlas: Atlas,
  date: CalendarDate,
): (table: 'links' | 'supplies', row: string, asset: string | null) => Closed {
  const closing = atlas
    .measuresAt(date)
    .filter((measure) => measure.effect === 'closed')
    .map((measure) => ({ id: measure.id, targets: refs(measure.targets), exempts: refs(measure.exempts) }))
  return (table, row, asset) => {
    const own = asset === null ? [] : [asset, ...atlas.ancestors(asset).map((above) => above.id)]
    const names = [`${table}/${row}`, ...own.map((id) => `assets/${id}`)]
    const found = closing
      .filter(
        ({ targets, exempts }) =>
          names.some((name) => targets.has(name)) && !names.some((name) => exempts.has(name)),
      )
      .map(({ id }) => id)
    return { closed_by: found[0] ?? null, closures: found }
  }
}

function refs(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).filter((ref) => ref !== ''))
}

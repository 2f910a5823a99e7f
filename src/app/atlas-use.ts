import { checkAtlas } from '../atlas/check-atlas.ts'
import { listSources, type Shown, showAsset } from '../atlas/show-asset.ts'
import type { Source } from '../atlas/tables.ts'
import type { Problem } from '../core/errors.ts'
import type { CalendarDate } from '../core/time.ts'
import { openAtlas } from './load-atlas.ts'
import { today } from './today.ts'

/** What an atlas, by default the shipped one, knows of a name in any script, on a day (default: today). */
export function showInAtlas(
  name: string,
  options: { readonly asOf: CalendarDate | null; readonly network: string | undefined },
): Shown {
  return showAsset(openAtlas(options.network).atlas, name, options.asOf ?? today())
}

/** Faults of an atlas folder, rows that do not parse first, and its size in words. */
export function checkShippedAtlas(folder?: string): { problems: readonly Problem[]; counts: string } {
  const { atlas, problems } = openAtlas(folder)
  const counts = (['zones', 'assets', 'links', 'figures', 'names', 'sources'] as const)
    .map((table) => `${atlas.tables[table].length} ${table}`)
    .join(', ')
  return { problems: [...problems, ...checkAtlas(atlas)], counts }
}

export function sourcesOfAtlas(): readonly Source[] {
  return listSources(openAtlas().atlas)
}

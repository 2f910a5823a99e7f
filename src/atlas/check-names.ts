import type { Problem } from '../core/errors.ts'
import type { Atlas } from './atlas.ts'
import { rowProblem } from './row-problem.ts'
import { foldName } from './search-names.ts'

/** Scripts that every thing must be named in: Arabic, English, Greek, Russian. English is the `name` column. */
const wanted = ['ar', 'el', 'ru'] as const

/** One name in one language for two things of a type, and things without a name in one of the scripts. */
export function checkNames(atlas: Atlas): Problem[] {
  return [...shared(atlas), ...missing(atlas)]
}

function shared(atlas: Atlas): Problem[] {
  const holders = new Map<string, { ref: string; name: string }>()
  const problems: Problem[] = []
  const rows = new Map(
    atlas.tables.names.map((row) => [`${row.table}/${row.row} ${row.lang} ${row.name}`, row]),
  )
  for (const entry of atlas.nameIndexEntries()) {
    const key = `${entry.type} ${entry.lang} ${foldName(entry.name)}`
    const holder = holders.get(key)
    if (!holder) holders.set(key, { ref: entry.ref, name: entry.name })
    else if (holder.ref !== entry.ref) {
      const row = rows.get(`${entry.ref} ${entry.lang} ${entry.name}`) ?? atlas.row(entry.ref)?.row
      if (!row) continue
      const what = `"${entry.name}" (${entry.lang}) is also a name of ${holder.ref}. Keep it for one ${entry.type}.`
      problems.push(rowProblem(atlas, row, what))
    }
  }
  return problems
}

function missing(atlas: Atlas): Problem[] {
  const has = new Set(atlas.tables.names.map((row) => `${row.table}/${row.row} ${row.lang}`))
  const regions = atlas.tables.zones.filter((zone) => zone.kind === 'region')
  const things = [
    ...regions.map((row) => ({ row, ref: `zones/${row.id}` })),
    ...atlas.tables.assets.map((row) => ({ row, ref: `assets/${row.id}` })),
  ]
  return things.flatMap(({ row, ref }) => {
    const lacking = wanted.filter((lang) => !has.has(`${ref} ${lang}`))
    return lacking.length === 0
      ? []
      : [rowProblem(atlas, row, `no name in ${lacking.join(', ')}. Add rows to names.`)]
  })
}

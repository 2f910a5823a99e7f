import assert from 'node:assert/strict'
import { join } from 'node:path'
import { openAtlas } from '../src/app/load-atlas.ts'
import { packageRoot } from '../src/app/package-root.ts'
import { silentProgress } from '../src/app/progress.ts'
import { readReports } from '../src/app/read-reports.ts'
import { reconcileReports } from '../src/app/reconcile-reports.ts'

// Three reports in Arabic, English and Russian tell of one struck station and disagree on what is left.
const { atlas } = openAtlas()
const paths = ['01-station-ar.txt', '02-station-en.txt', '03-station-ru.txt'].map((name) =>
  join(packageRoot(), 'examples/reports', name),
)
const { readings } = await readReports(paths, { atlas, progress: silentProgress })
const { events } = reconcileReports(readings, atlas)

const outage = events.find(
  (event) => event.type === 'outage_or_attack' && event.assets.includes('Kropotkinskaya pumping station'),
)
assert(outage)
assert(
  new Set(outage.claims.map((claim) => claim.report)).size >= 2,
  'the Arabic and the English report are one event',
)

const disputed = events.flatMap((event) => event.contradictions)
assert(disputed.length > 0, 'the falls of 20 % and of 30 to 40 % stand side by side')
console.log(outage.title)
for (const { field, values } of disputed) {
  console.log(
    `  ${field}: ${values.map(({ value, unit }) => `${[value].flat().join(' to ')} ${unit ?? ''}`).join(' / ')}`,
  )
}

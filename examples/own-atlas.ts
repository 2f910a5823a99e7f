import assert from 'node:assert/strict'
import { loadSolver } from '../src/app/load-solver.ts'
import { loadAtlas } from '../src/atlas/load-atlas.ts'
import { tableSchemas } from '../src/atlas/tables.ts'
import { calendarDate } from '../src/core/time.ts'
import { createSession } from '../src/solve/session.ts'

// A world of two zones, written here: one line of 36.5 Mt a year that carries 500 kb/d of the 730 it could.
const rows: Readonly<Record<string, readonly string[]>> = {
  zones: ['north,Northland,AA,country,10,20,', 'south,Southland,BB,country,-5,25,'],
  links: ['line,The line,crude,north,south,,pipeline,'],
  supplies: ['field,The field,crude,north,,production,'],
  demands: ['use,Use of the south,crude,south,final,'],
  figures: [
    'links,line,capacity,36.5,,,Mt/y,,,assumed,me,,',
    'links,line,flow,500,,,kb/d,,,assumed,me,,',
    'supplies,field,output,500,,,kb/d,,,assumed,me,,',
    'supplies,field,cost,20,,,EUR/bbl,,,assumed,me,,',
    'demands,use,rate,500,,,kb/d,,,assumed,me,,',
  ],
  tiers: ['crude,first,20,100,EUR/bbl,assumed,me,', 'crude,last,80,1000,EUR/bbl,assumed,me,'],
  sources: ['me,An example,,,,,own_knowledge,'],
}
const files = new Map(
  Object.entries(rows).map(([table, lines]) => [
    `${table}/example.csv`,
    `${[Object.keys(tableSchemas[table as keyof typeof tableSchemas].shape).join(','), ...lines].join('\n')}\n`,
  ]),
)
const { atlas, problems } = loadAtlas(files)
assert.deepEqual(problems, [])

const day = calendarDate('2025-01-01')
const session = createSession(await loadSolver(), atlas.networkAt(day), {
  grid: 'brief',
  start: day,
  days: 14,
})
const cut = session.solve([
  { asset: 'links/line', field: 'capacity', value: 300, unit: 'kbbl_d', from: day, to: null },
])
const missing = (cut.unserved.get('use') ?? []).reduce((sum, tier) => sum + (tier[0] ?? 0), 0)
assert(Math.abs(missing - 200) < 1e-6)
console.log(`With the line at 300 kb/d the south misses ${missing.toFixed(0)} of 500 kb/d`)
session.dispose()

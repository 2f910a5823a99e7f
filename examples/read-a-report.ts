import assert from 'node:assert/strict'
import { join } from 'node:path'
import { openAtlas } from '../src/app/load-atlas.ts'
import { packageRoot } from '../src/app/package-root.ts'
import { silentProgress } from '../src/app/progress.ts'
import { readReports } from '../src/app/read-reports.ts'

// What does an Arabic report claim, and in which words?
const path = join(packageRoot(), 'examples/reports/01-station-ar.txt')
const { readings } = await readReports([path], { atlas: openAtlas().atlas, progress: silentProgress })
const [reading] = readings
assert(reading)
assert.equal(reading.lang, 'ar')
assert.equal(reading.published, '2026-02-18')

const struck = reading.claims.find((claim) => claim.event === 'outage_or_attack')
assert(struck)
assert(struck.assets.includes('Kropotkinskaya pumping station'))
assert.equal(reading.text.slice(...struck.span), struck.evidence)
console.log(struck.gloss)
console.log(`  ${struck.evidence}`)

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openAtlas } from '../src/app/load-atlas.ts'
import { loadSolver } from '../src/app/load-solver.ts'
import { calendarDate } from '../src/core/time.ts'
import { scopeNetwork } from '../src/solve/network/scope-network.ts'
import { createSession } from '../src/solve/session.ts'

const shared = fileURLToPath(new URL('../../shared/hindcasts', import.meta.url))
const isMissing = !existsSync(shared)
// biome-ignore lint/suspicious/noConsole: a skipped test must be heard
if (isMissing) console.warn('SKIPPED: ../shared/hindcasts is missing; KARACHAGANAK-2025 is not computed')

describe.skipIf(isMissing)('KARACHAGANAK-2025', () => {
  it('cuts liquids by 15 to 45 percent when Orenburg takes no gas, and no Kazakh home goes short', async () => {
    const day = calendarDate('2025-10-19')
    const { atlas } = openAtlas()
    const network = scopeNetwork(atlas.networkAt(day), ['kz-west:gas'])
    const session = createSession(await loadSolver(), network, { grid: 'brief', start: day, days: 7 })
    const run = session.solve([
      {
        asset: 'links/karachaganak-orenburg-gas',
        field: 'capacity',
        value: 0,
        unit: '1',
        from: day,
        to: null,
      },
    ])
    const before = session.base().output.get('karachaganak-crude')?.[1] ?? Number.NaN
    const after = run.output.get('karachaganak-crude')?.[1] ?? Number.NaN
    const change = (after - before) / before
    // Observed: 25 to 28 instead of 35 to 35.5 kt a day, 21 to 30 percent less.
    expect(change).toBeLessThan(-0.15)
    expect(change).toBeGreaterThan(-0.45)
    const kazakh = network.demands.filter(
      (demand) => demand.bus.startsWith('kz-') && demand.bus.endsWith(':gas'),
    )
    expect(kazakh.length).toBeGreaterThan(0)
    for (const demand of kazakh) {
      const missing = (run.unserved.get(demand.id) ?? []).reduce((sum, step) => sum + (step[1] ?? 0), 0)
      expect(missing).toBeLessThan(1e-6)
    }
    session.dispose()
  })
})

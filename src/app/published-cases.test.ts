import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../core/time.ts'
import type { Solution } from '../solve/solution.ts'
import { loadSolver } from './load-solver.ts'
import { openForeignNetwork, solveForeignNetwork } from './open-foreign-network.ts'

const cases = fileURLToPath(new URL('../../../shared/cases/', import.meta.url))
const isMissing = !existsSync(cases)
// biome-ignore lint/suspicious/noConsole: a skipped measure must be seen
if (isMissing) console.warn('SKIPPED: ../shared/cases is missing, so published answers are not compared')

const solver = await loadSolver()
function solve(path: string): Solution {
  const network = openForeignNetwork(`${cases}${path}`)
  if (network === null) throw new Error(`${path} is no foreign network`)
  return solveForeignNetwork(solver, network, { day: calendarDate('2026-01-01'), shouldStop: () => false })
}

/** $/h of the DC optimal power flow, five digits: BASELINE.md of pglib-opf. */
const published = [
  ['case3_lmbd', '5695.9'],
  ['case5_pjm', '17480'],
  ['case14_ieee', '2051.5'],
  ['case24_ieee_rts', '61001'],
  ['case30_ieee', '7472.8'],
  ['case39_epri', '136890'],
  ['case57_ieee', '34773'],
  ['case118_ieee', '93101'],
] as const

describe.skipIf(isMissing)('published answers', () => {
  it.each(published)('%s costs %s $/h to five digits', (name, cost) => {
    const solution = solve(`pglib/pglib_opf_${name}.m`)
    expect(solution.status).toBe('optimal')
    expect(Number((solution.objective ?? Number.NaN).toPrecision(5))).toBe(Number(cost))
    expect(solution.objective_constant).toBe(0)
  })

  it('netgen-2 costs 6749969302 exactly', () => {
    expect(solve('networkx/netgen-2.min').objective).toBe(6749969302)
  })

  it('the European gas grid carries 1167.3914053165 million m³ a day at most', () => {
    expect(solve('iggielgn/iggielgn.tsv').objective).toBeCloseTo(1167.3914053165, 6)
  })

  describe('the PyPSA network ac-dc-meshed', () => {
    const folder = 'pypsa/expected/ac-dc-meshed/results-lopf/'
    const solution = isMissing ? null : solve('pypsa/ac-dc-meshed')

    it('has the published objective and constant', () => {
      expect(solution?.objective).toBeCloseTo(-3474256.04055, 4)
      expect(solution?.objective_constant).toBeCloseTo(21915277.518, 3)
    })

    it.each(['lines', 'links'])('has the published flows of %s', (table) => {
      const rows = series(`${cases}${folder}${table}-p0.csv`)
      expect(rows.length).toBe(10)
      for (const [t, row] of rows.entries()) {
        for (const [name, value] of Object.entries(row)) {
          const flow = solution?.flows.filter((one) => one.link === name)[t]
          expect(flow?.value, `${name} in snapshot ${t}`).toBeCloseTo(value, 4)
        }
      }
    })

    it('has the published prices', () => {
      for (const [t, row] of series(`${cases}${folder}buses-marginal_price.csv`).entries()) {
        for (const [name, value] of Object.entries(row)) {
          const price = solution?.prices.filter((one) => one.zone === name)[t]
          expect(price?.value, `${name} in snapshot ${t}`).toBeCloseTo(value, 4)
        }
      }
    })

    it.each([
      ['lines', 's_nom_opt'],
      ['links', 'p_nom_opt'],
      ['generators', 'p_nom_opt'],
    ])('has the published capacities of %s', (table, column) => {
      const rows: Record<string, string>[] = parse(readFileSync(`${cases}${folder}${table}.csv`), {
        columns: true,
      })
      for (const row of rows) {
        const found = solution?.capacities.find((one) => one.asset === row.name)
        expect(found?.value, row.name).toBeCloseTo(Number(row[column]), 4)
      }
    })
  })
})

/** Values by name, one record a snapshot; the first column numbers the snapshots. */
function series(path: string): Record<string, number>[] {
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true })
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([name]) => name !== '')
        .map(([name, value]) => [name, Number(value)]),
    ),
  )
}

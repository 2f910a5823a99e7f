import { describe, expect, it } from 'vitest'
import type { Network } from '../../atlas/network.ts'
import { calendarDate } from '../../core/time.ts'
import { bindingReasons } from '../answers/reasons.ts'
import { networkFixture, sourced } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { toSolutionJson } from '../results/to-solution-json.ts'
import { createSession } from '../session.ts'

const highs = await solverForTests()
const start = calendarDate('2025-02-01')

/** Six hours of peak, at one and a half times the mean; sources can swing by a quarter. */
const powerBlocks = { hours: 6, ordinary: 1, overMonth: 1.5, swing: 1.25 }

function run(network: Network, asset: string, value: number) {
  const session = createSession(highs, network, { grid: 'screening', start, days: 3 })
  try {
    expect(session.base().objective).toBeCloseTo(0, 6)
    const shock = { asset, field: 'capacity' as const, value, unit: 'gwh_d', from: start, to: null }
    return session.solve([shock])
  } finally {
    session.dispose()
  }
}

const total = (steps: readonly Float64Array[] | undefined, p: number): number =>
  (steps ?? []).reduce((sum, step) => sum + (step[p] ?? 0), 0)

const alone = {
  supplies: [{ id: 'plants', bus: 'a:power', capacity: 100, output: 80 }],
  demands: [{ id: 'town', bus: 'a:power', rate: 80 }],
}

describe('the hours of peak', () => {
  it('show a shortage that the mean of the day hides', () => {
    // 80 a day are asked, 120 in the hours of peak. Of plants for 100 (125 in those hours) nine tenths are left: 90
    // by the day are enough, 112.5 at the peak are 7.5 too few, which is 7.5 · 6/24 of the day.
    const found = run(networkFixture({ ...alone, powerBlocks }), 'supplies/plants', 90)
    expect(found.status).toBe('optimal')
    for (const p of [0, 1]) {
      expect(found.peaks.get('a:power')?.unserved[p]).toBeCloseTo(7.5, 6)
      expect(total(found.unserved.get('town'), p)).toBeCloseTo(1.875, 6)
    }
    const [first] = toSolutionJson(found, found.network).power_peaks ?? []
    expect(first).toMatchObject({ zone: 'a', unit: 'MW' })
    expect(first?.asked).toBeCloseTo(5000, 6)
    expect(first?.unserved).toBeCloseTo(312.5, 6)
    expect(found.binding.map((one) => one.constraint)).toContain('peak-capacity:supply/plants')
    // A plan for the mean alone leaves nobody without.
    const mean = run(networkFixture(alone), 'supplies/plants', 90)
    expect(total(mean.unserved.get('town'), 0)).toBe(0)
    expect(mean.peaks.size).toBe(0)
  })

  it('are given as a reason after more of them saved money', () => {
    const session = createSession(highs, networkFixture({ ...alone, powerBlocks }), {
      grid: 'screening',
      start,
      days: 3,
    })
    const shock = {
      asset: 'supplies/plants',
      field: 'capacity' as const,
      value: 90,
      unit: 'gwh_d',
      from: start,
      to: null,
    }
    const [first] = bindingReasons(session, [shock], session.solve([shock]))
    session.dispose()
    // Five percent of 100 more at the peak, a quarter of it over the day, is 1.25 · 100,000 a day for three days.
    expect(first).toMatchObject({ constraint: 'peak-capacity:supply/plants', confirmed: true })
    expect(first?.saved).toBeGreaterThan(3 * 1.25 * 100_000 * 0.9)
  })

  it('cost nothing where they can be met, and are then not told apart', () => {
    // 97 by the day and 121.25 in the hours of peak are more than 80 and 120.
    const found = run(networkFixture({ ...alone, powerBlocks }), 'supplies/plants', 97)
    expect(found.objective).toBeCloseTo(0, 6)
    expect(found.peaks.size).toBe(0)
  })

  it('take no more over a line than the day brings, nor more than the line carries', () => {
    // B asks 40 a day and 60 at the peak; its plants give 32 and 40 then (32 · 1.25), a line brings the rest.
    const network = networkFixture({
      powerBlocks,
      links: [{ id: 'line', from: 'a:power', to: 'b:power', capacity: 30, flow: 10, kind: 'power' }],
      supplies: [
        { id: 'plants', bus: 'a:power', capacity: 200, output: 90 },
        { id: 'small', bus: 'b:power', capacity: 32, output: 30 },
      ],
      demands: [
        { id: 'town', bus: 'a:power', rate: 80 },
        { id: 'village', bus: 'b:power', rate: 40 },
      ],
    })
    // 12 over the line are enough by the day and 8 too few at the peak.
    const found = run(network, 'links/line', 12)
    expect(found.peaks.get('b:power')?.unserved[0]).toBeCloseTo(8, 6)
    expect(total(found.unserved.get('village'), 0)).toBeCloseTo(2, 6)
    expect(run(network, 'links/line', 20).peaks.size).toBe(0)
  })

  it('use a published highest hour, and what is installed as the limit of a swing', () => {
    // The highest hour is 1.25 times the mean: 100. 110 are installed; with half of the limit 55 are left of them.
    const network = networkFixture({
      powerBlocks,
      supplies: [
        { ...alone.supplies[0], id: 'plants', bus: 'a:power', capacity: 100, output: 80, peak: sourced(110) },
      ],
      demands: [{ id: 'town', bus: 'a:power', rate: 80, peak: sourced(100) }],
    })
    const found = run(network, 'supplies/plants', 90)
    // 110 · 0.9 = 99 of 100.
    expect(found.peaks.get('a:power')?.unserved[0]).toBeCloseTo(1, 6)
  })

  it('that cannot be met before any shock are lowered to what can, so that the base stands', () => {
    // 120 are asked at the peak; 80 · 1.25 = 100 can be given.
    const network = networkFixture({
      powerBlocks,
      supplies: [{ id: 'plants', bus: 'a:power', capacity: 80, output: 80 }],
      demands: [{ id: 'town', bus: 'a:power', rate: 80 }],
    })
    expect(run(network, 'supplies/plants', 80).objective).toBeCloseTo(0, 6)
  })

  it('refuse a block that is no part of a day', () => {
    const network = networkFixture({ ...alone, powerBlocks: { ...powerBlocks, hours: 24 } })
    expect(() => createSession(highs, network, { grid: 'screening', start, days: 3 })).toThrow(
      /24 hours; give more than 0 and fewer than 24/u,
    )
  })
})

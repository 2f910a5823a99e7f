import { describe, expect, it } from 'vitest'
import type { Scenario, Shock } from '../scenario.ts'
import { dimensionsOf, drawMember } from './draw-member.ts'
import { normalQuantile, normalShare } from './normal.ts'
import { isOneValue, isTight, meanAcross, percentilesOf } from './percentiles.ts'
import { MOST_DIMENSIONS, scrambledSobol } from './sobol.ts'

const shock = (given: Partial<Shock>): Shock => ({
  asset: 'links/l',
  field: 'capacity',
  low: 0,
  central: 0.5,
  high: 1,
  unit: '1',
  from: '2025-01-01',
  to: null,
  status: 'assumed',
  because: ['assumption:test'],
  ...given,
})
const scenario = (...shocks: Shock[]): Scenario => ({
  id: 'test',
  title: 'test',
  network_date: '2025-01-01',
  start: '2025-01-01',
  days: 90,
  belief_days: 90,
  shocks,
  assumptions: [],
  watch: [],
})

describe('scrambled Sobol points', () => {
  it('put one point of each 64 into each of 64 equal slices, in every dimension and replicate', () => {
    for (const seed of [1, 2, 77]) {
      const points = Array.from({ length: 64 }, (_, index) => scrambledSobol(index, MOST_DIMENSIONS, seed))
      for (let dimension = 0; dimension < MOST_DIMENSIONS; dimension++) {
        const slices = new Set(points.map((point) => Math.floor(64 * (point[dimension] ?? -1))))
        expect(slices.size).toBe(64)
      }
    }
  })

  it('fill the squares of the first two dimensions as evenly: each of 8 by 8 holds one of 64', () => {
    const cells = new Set(
      Array.from({ length: 64 }, (_, index) => {
        const [x = 0, y = 0] = scrambledSobol(index, 2, 5)
        return `${Math.floor(8 * x)} ${Math.floor(8 * y)}`
      }),
    )
    expect(cells.size).toBe(64)
  })

  it('integrate a smooth function far better than chance would, and differ between replicates', () => {
    const mean = (seed: number) =>
      Array.from({ length: 1024 }, (_, index) => scrambledSobol(index, 5, seed)).reduce(
        (sum, point) => sum + point.reduce((product, x) => product * 2 * x, 1) / 1024,
        0,
      )
    // A random sample of 1024 has a standard error of √((4/3)^5 - 1) / 32 = 0.056.
    expect(Math.abs(mean(1) - 1)).toBeLessThan(0.01)
    expect(mean(1)).not.toBe(mean(2))
  })

  it('refuse more dimensions than there are direction numbers', () => {
    expect(() => scrambledSobol(0, MOST_DIMENSIONS + 1, 1)).toThrow('direction numbers')
  })
})

describe('the normal distribution', () => {
  it('has the quantiles of the tables', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 9)
    expect(normalQuantile(0.5)).toBeCloseTo(0, 12)
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 9)
    for (const u of [0.003, 0.2, 0.6, 0.99]) expect(normalShare(normalQuantile(u))).toBeCloseTo(u, 11)
  })
})

describe('members of an ensemble', () => {
  it('take the middle of a triangle at one half, and its ends at zero and one', () => {
    const at = (u: number) => drawMember(scenario(shock({})), Float64Array.of(0, u, 0.5))[0]?.value
    expect(at(0.5)).toBeCloseTo(0.5, 12)
    expect(at(0)).toBeCloseTo(0, 12)
    expect(at(1)).toBeCloseTo(1, 12)
    // A quarter of the triangle's area lies under √(0.25 · 0.5).
    expect(at(0.25)).toBeCloseTo(Math.sqrt(0.125), 12)
  })

  it('leave out a shock as often as it does not happen, and end it when its days are over', () => {
    const of = scenario(shock({ uncertain: { probability: 0.3, days: { low: 10, central: 10, high: 10 } } }))
    const members = Array.from({ length: 1000 }, (_, n) =>
      drawMember(of, Float64Array.of((n + 0.5) / 1000, 0.5, 0.5)),
    )
    expect(members.filter((shocks) => shocks.length === 1).length).toBe(300)
    expect(members[0]?.[0]?.to).toBe('2025-01-10')
  })

  it('tie the shocks of a group: wholly, or by the correlation given', () => {
    const pair = (correlation?: number) =>
      scenario(
        ...['links/a', 'links/b'].map((asset) =>
          shock({
            asset,
            uncertain: {
              shape: 'uniform',
              group: 'storm',
              ...(correlation === undefined ? {} : { correlation }),
            },
          }),
        ),
      )
    const values = (of: Scenario) =>
      Array.from({ length: 512 }, (_, n) =>
        drawMember(of, scrambledSobol(n, dimensionsOf(of), 3)).map((one) => normalQuantile(one.value)),
      )
    for (const [a, b] of values(pair())) expect(a).toBe(b)
    const half = values(pair(0.5))
    const correlation = half.reduce((sum, [a = 0, b = 0]) => sum + (a * b) / 512, 0)
    expect(correlation).toBeGreaterThan(0.4)
    expect(correlation).toBeLessThan(0.6)
  })
})

describe('percentiles with sampling error', () => {
  it('are the mean of those of the replicates, with the standard error of that mean', () => {
    const [median] = percentilesOf([Float64Array.of(1, 2, 3), Float64Array.of(3, 4, 5)]).filter(
      (p) => p.percent === 50,
    )
    // 2 and 4: mean 3, standard deviation √2, over √2 replicates.
    expect(median).toEqual({ percent: 50, value: 3, error: 1 })
    expect(meanAcross([Float64Array.of(1, 2, 3), Float64Array.of(3, 4, 5)])).toEqual({ value: 3, error: 1 })
    expect(() => percentilesOf([Float64Array.of(1)])).toThrow('two replicates')
  })

  it('are tight when their errors are small beside the spread', () => {
    const tight = percentilesOf([Float64Array.of(0, 50, 100), Float64Array.of(0, 51, 100)])
    expect(isTight(tight, 0.02)).toBe(true)
    expect(isTight(tight, 0.001)).toBe(false)
    expect(isOneValue(tight)).toBe(false)
  })

  it('are tight where all members are alike, whatever rounding leaves', () => {
    const alike = [360_750_000.1, 360_750_000.1 + 6e-8].map((value) => Float64Array.of(value, value))
    expect(percentilesOf(alike)[0]?.error).toBeGreaterThan(0)
    expect(isTight(percentilesOf(alike), 0.02)).toBe(true)
    expect(isOneValue(percentilesOf(alike))).toBe(true)
    expect(isOneValue(percentilesOf([Float64Array.of(0), Float64Array.of(0)]))).toBe(true)
  })
})

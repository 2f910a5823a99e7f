import { describe, expect, it } from 'vitest'
import { gravityPrior } from './gravity-prior.ts'

const line = (i: number, j: number): number => Math.abs(i - j)

describe('gravityPrior', () => {
  it('shares in proportion where distance does not matter', () => {
    const flows = gravityPrior({ supply: [6, 4], demand: [5, 5], distance: line, deterrence: 0 })
    // O_i D_j / T: 6 · 5 / 10 and 4 · 5 / 10.
    expect(flows[0]).toEqual([3, 3])
    expect(flows[1]).toEqual([2, 2])
  })

  it('keeps the odds ratio of the deterrence, worked by hand', () => {
    // Two by two, margins of one: T00 = T11 = x, T01 = T10 = 1 − x, and (x / (1 − x))² = exp(2 β) at β = ln 2,
    // so x / (1 − x) = 2 and x = 2/3.
    const flows = gravityPrior({ supply: [1, 1], demand: [1, 1], distance: line, deterrence: Math.LN2 })
    expect(flows[0]?.[0]).toBeCloseTo(2 / 3, 8)
    expect(flows[0]?.[1]).toBeCloseTo(1 / 3, 8)
    expect(flows[1]?.[1]).toBeCloseTo(2 / 3, 8)
  })

  it('meets both margins and sends nothing over a closed pair', () => {
    const flows = gravityPrior({
      supply: [7, 2, 11],
      demand: [4, 9, 7],
      distance: (i, j) => (i === 0 && j === 0 ? Number.POSITIVE_INFINITY : 1 + line(i, j)),
      affinity: (i, j) => (i === 2 && j === 2 ? 0.2 : 1),
      deterrence: 0.7,
    })
    expect(flows[0]?.[0]).toBe(0)
    for (const [i, sent] of [7, 2, 11].entries())
      expect((flows[i] ?? []).reduce((a, b) => a + b, 0)).toBeCloseTo(sent, 6)
    for (const [j, taken] of [4, 9, 7].entries())
      expect(flows.reduce((total, row) => total + (row[j] ?? 0), 0)).toBeCloseTo(taken, 6)
  })

  it('refuses sums that differ and margins that no open pair can carry', () => {
    const apart = { distance: line, deterrence: 1 }
    expect(() => gravityPrior({ supply: [1], demand: [2], ...apart })).toThrow(/make the two sums equal/u)
    expect(() =>
      gravityPrior({
        supply: [2, 1],
        demand: [1, 2],
        distance: (i, j) => (i === j ? 1 : Number.POSITIVE_INFINITY),
        deterrence: 1,
      }),
    ).toThrow(/open a pair/u)
  })
})

import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import type { Question } from '../../scenarios/question.ts'
import type { SolveResult } from '../../solve/result.ts'
import { clearingOf, lossOf } from './price-of-loss.ts'

const { atlas } = tinyAtlas({
  ...tinyTables,
  assumptions: [
    'elasticity-crude-demand-short,Demand,-0.3,-0.15,-0.05,1,assumed,guess',
    'elasticity-crude-supply-short,Supply,0.02,0.1,0.2,1,assumed,guess',
  ],
})
const network = atlas.networkAt(calendarDate('2025-02-17'))
const periods = [{ id: 'p', start: '2025-02-17', days: 28 }]

/** A month in which the well gives so much and the tanks end at such a level. */
function result(output: number, level: number): SolveResult {
  return {
    periods,
    output: new Map([['well-oil', Float64Array.of(output)]]),
    level: new Map([['south-tanks', Float64Array.of(level)]]),
  } as unknown as SolveResult
}

function priceAfter(run: SolveResult) {
  const question = {
    kind: 'outage',
    carrier: 'crude',
    links: ['trunk-south'],
    plants: [],
  } as unknown as Question
  const over = { label: 'first 28 days', from: 0, to: 28 }
  const loss = lossOf(run, result(500, 500), { question, network }, over)
  const market = { name: 'the market', volume: 500, because: [] }
  const premises = { demand: 'elasticity-crude-demand-short', supply: 'elasticity-crude-supply-short' }
  return clearingOf(market, [loss, loss, loss], { atlas, premises })
}

describe('the price of what an outage keeps from the market', () => {
  it('rises by what demand and supply need to meet again', () => {
    // 50 of 500 gone: p = (1 - 0.1)^(-1/(e_s - e_d)), with 0.1 + 0.05 at the weakest and 0.1 + 0.3 at the strongest.
    const price = priceAfter(result(450, 500))
    expect(price?.low).toBeCloseTo(100 * (0.9 ** (-1 / 0.4) - 1), 9)
    expect(price?.high).toBeCloseTo(100 * (0.9 ** (-1 / 0.15) - 1), 9)
    expect(price?.central).toBeCloseTo(100 * (0.9 ** (-1 / 0.25) - 1), 9)
    expect(price?.zone).toBe('the market')
  })

  it('counts what goes into store as kept from the market, and stocks that stand in as softening it', () => {
    expect(priceAfter(result(500, 500 + 28 * 50))?.high).toBeCloseTo(100 * (0.9 ** (-1 / 0.15) - 1), 9)
    // Half of the loss comes out of store: at the least only the other half moves the price.
    const softened = priceAfter(result(450, 500 - 28 * 25))
    expect(softened?.low).toBeCloseTo(100 * (0.95 ** (-1 / 0.4) - 1), 9)
    expect(softened?.high).toBeCloseTo(100 * (0.9 ** (-1 / 0.15) - 1), 9)
  })

  it('is not told where what is kept back is lost in noise', () => {
    expect(priceAfter(result(500, 500))).toBeNull()
    expect(priceAfter(result(499.9, 500))).toBeNull()
  })
})

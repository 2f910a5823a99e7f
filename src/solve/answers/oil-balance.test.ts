import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanFreight } from '../base/mean-freight.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { balanceInterval, balanceOil, type OilResponses } from './oil-balance.ts'

const none: OilResponses = {
  demand: -0.1,
  supply: 0.1,
  spare: 0,
  spareDays: 90,
  sparePrice: 0.1,
  stocks: 0,
  release: 0,
  releaseFrom: 0.02,
  largeRelease: 0,
  largeFrom: 0.5,
  rationing: { share: 0, from: 2, at: 3 },
}
const sum = ({ spare, stocks, release, otherSupply, lessDemand }: ReturnType<typeof balanceOil>) =>
  spare + stocks + release + otherSupply + lessDemand

describe('the world market of oil', () => {
  it('clears a loss by price where nothing is held idle', () => {
    // (1 − 1,000 / 100,000)^(−1 / 0.2) = 1.0515
    const found = balanceOil({ volume: 100_000, lost: 1_000, day: 30 }, none)
    expect(found.price).toBeCloseTo(0.99 ** -5, 6)
    expect(sum(found)).toBeCloseTo(1_000, 3)
  })

  it('calls idle capacity as the price rises, as far as days have opened it', () => {
    // With a tenth more, half of 3,000 (45 of 90 days) is all there is. At ρ = 1.02 a fifth of that, 300, is offered;
    // demand and supply give 100,000 (1 − 1.02^−0.1) + 98,000-odd (1.02^0.1 − 1) = 198 + 197.
    const at = (lost: number) => balanceOil({ volume: 100_000, lost, day: 45 }, { ...none, spare: 3_000 })
    const lost = 0.2 * 1_500 + 100_000 * (1 - 1.02 ** -0.1) + (100_000 - 694) * (1.02 ** 0.1 - 1)
    expect(at(lost).price).toBeCloseTo(1.02, 4)
    expect(at(lost).spare).toBeCloseTo(300, 0)
    expect(at(9_000).spare).toBeCloseTo(1_500, 6)
  })

  it('releases stocks only from the stated share of the loss on', () => {
    const stocks = { ...none, release: 1_300 }
    expect(balanceOil({ volume: 100_000, lost: 1_999, day: 10 }, stocks).release).toBe(0)
    expect(balanceOil({ volume: 100_000, lost: 2_000, day: 10 }, stocks).release).toBe(1_300)
  })

  it('makes every loss good by parts that sum to it, dearer the more is lost and the weaker the answer', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 22_000, noNaN: true }),
        fc.integer({ min: 1, max: 400 }),
        (lost, day) => {
          const loss = { volume: 100_000, lost, day }
          const [weak, middle, strong] = balanceInterval(loss, {
            demand: { low: -0.35, central: -0.13, high: -0.02 },
            supply: { low: 0.015, central: 0.1, high: 0.15 },
            spare: { low: 2_000, central: 3_500, high: 5_000 },
            spareDays: { low: 30, central: 90, high: 90 },
            sparePrice: { low: 0.05, central: 0.1, high: 0.2 },
            release: { low: 0, central: 650, high: 1_300 },
            stocks: { low: 1_000, central: 2_000, high: 4_000 },
            releaseFrom: { low: 0.01, central: 0.02, high: 0.07 },
            largeRelease: { low: 1_400, central: 2_400, high: 3_300 },
            largeFrom: { low: 0.05, central: 0.07, high: 0.1 },
            rationing: { share: 0.14, from: 1.5, at: { low: 1.9, central: 1.9, high: 2.5 } },
          })
          for (const one of [weak, middle, strong]) expect(sum(one)).toBeCloseTo(lost, 2)
          expect(weak.price).toBeGreaterThanOrEqual(middle.price)
          expect(middle.price).toBeGreaterThanOrEqual(strong.price - 1e-9)
          const more = balanceOil({ ...loss, lost: lost * 1.05 }, none)
          expect(more.price).toBeGreaterThan(balanceOil(loss, none).price)
        },
      ),
    )
  })

  it('lets use give way between two prices, however little it answers below them', () => {
    // At ρ = 2 half of 14 % has given way: 7,000, beside 100,000 (1 − 2^−0.1) and 85,000-odd (2^0.1 − 1).
    const rationing = { share: 0.14, from: 1.5, at: 2.5 }
    const lost = (7_000 + 100_000 * (2 ** 0.1 - 2 ** -0.1)) / 2 ** 0.1
    const found = balanceOil({ volume: 100_000, lost, day: 10 }, { ...none, rationing })
    expect(found.price).toBeCloseTo(2, 6)
    expect(found.lessDemand).toBeCloseTo(7_000 + 100_000 * (1 - 2 ** -0.1), 2)
  })

  it('draws commercial stocks as it opens idle capacity, at once', () => {
    const found = balanceOil({ volume: 100_000, lost: 9_000, day: 1 }, { ...none, stocks: 2_000 })
    expect(found.stocks).toBeCloseTo(2_000, 6)
  })

  it('releases more the more is lost, up to the largest release', () => {
    const stocks = { ...none, release: 600, largeRelease: 2_400, largeFrom: 0.07 }
    expect(balanceOil({ volume: 100_000, lost: 2_000, day: 10 }, stocks).release).toBeCloseTo(600, 6)
    // Half way from 2 to 7 %.
    expect(balanceOil({ volume: 100_000, lost: 4_500, day: 10 }, stocks).release).toBeCloseTo(1_500, 6)
    expect(balanceOil({ volume: 100_000, lost: 9_000, day: 10 }, stocks).release).toBeCloseTo(2_400, 6)
  })

  it('refuses losses beyond anything seen, and responses of the wrong sign', () => {
    expect(() => balanceOil({ volume: 100, lost: 26, day: 1 }, none)).toThrow(/beyond anything/u)
    expect(() => balanceOil({ volume: 100, lost: 1, day: 1 }, { ...none, demand: 0.1 })).toThrow(/at most 0/u)
  })
})

it('follows freight to where oil is used, over what each bus keeps', () => {
  // 100 leave A at 2; B uses 40 and sends 60 on at 5: what leaves A costs 2 + 0.6 · 5 = 5 on the way.
  const network = networkFixture({
    links: [
      { id: 'near', from: 'a:crude', to: 'b:crude', capacity: 200, flow: 100, cost: 2 },
      { id: 'far', from: 'b:crude', to: 'c:crude', capacity: 200, flow: 60, cost: 5 },
    ],
  })
  const flows = new Map([
    ['near', 100],
    ['far', 60],
  ])
  const freight = meanFreight(network, 'crude', (link) => flows.get(link) ?? 0)
  expect([freight.get('a:crude'), freight.get('b:crude'), freight.get('c:crude')]).toEqual([5, 5, undefined])
})

import { expect, it } from 'vitest'
import { priceInterval } from './price-interval.ts'

const elasticities = { demand: { low: -0.3, high: -0.1 }, supply: { low: 0.1, high: 0.2 } }

it('raises the price by the loss over the response', () => {
  // 10 % lost: 0.9^(-1/0.5) - 1 = 23.5 % with the strongest response, 0.9^(-1/0.2) - 1 = 69.4 % with the weakest.
  const found = priceInterval({ marketVolume: 1000, lostVolume: 100, elasticities })
  expect(found.low).toBeCloseTo(100 * (0.9 ** -2 - 1), 9)
  expect(found.high).toBeCloseTo(100 * (0.9 ** -5 - 1), 9)
})

it('lowers it for a gain and leaves it where nothing changes', () => {
  const gained = priceInterval({ marketVolume: 1000, lostVolume: -100, elasticities })
  expect(gained.low).toBeLessThan(gained.high)
  expect(gained.high).toBeLessThan(0)
  expect(priceInterval({ marketVolume: 1000, lostVolume: 0, elasticities })).toMatchObject({
    low: 0,
    high: 0,
  })
})

it('refuses a loss as large as the market and elasticities of the wrong sign', () => {
  expect(() => priceInterval({ marketVolume: 10, lostVolume: 10, elasticities })).toThrow(/compare volumes/)
  const wrong = { ...elasticities, demand: { low: 0.1, high: 0.3 } }
  expect(() => priceInterval({ marketVolume: 10, lostVolume: 1, elasticities: wrong })).toThrow(/at most 0/)
})

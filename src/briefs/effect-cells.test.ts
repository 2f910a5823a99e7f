import { expect, it } from 'vitest'
import { deviation, effectCells } from './effect-cells.ts'
import { borderGasStory, stationStory } from './fixtures/fixture-stories.ts'

it('gives a row of oil alike decimals, and the change in each case', () => {
  const [flow] = stationStory.effects
  expect(flow && effectCells(flow)).toEqual({
    base: '1,313',
    low: '1,002',
    central: '1,007',
    high: '1,190',
    change: '\u2212305',
    changeRange: '\u2212311 to \u2212123',
    volume: null,
  })
})

it('gives gas in cubic metres: 38.4 GWh over 10.5 kWh a cubic metre is 3.66 million', () => {
  const [unserved] = borderGasStory.effects
  expect(unserved && effectCells(unserved).volume).toBe('middle 3.7 mcm/d')
})

it('says how far the model is from what was observed', () => {
  expect(deviation(240, 256.1)).toBe('+7 %')
  expect(deviation(240, 223.9)).toBe('\u22127 %')
  expect(deviation(1310, 1312.7)).toBe('under 1 %')
  expect(deviation(0, 5)).toBe('observed none')
  expect(deviation(0, 0)).toBe('0 %')
})

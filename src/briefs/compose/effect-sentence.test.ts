import { expect, it } from 'vitest'
import { effectSentence } from './effect-sentence.ts'

const line = { measure: 'flow', name: 'The line', carrier: 'gas', unit: 'gwh_d', period: '365 days' }

it('gives a year of gas in bcm: 100 GWh/d at 10.5 kWh a cubic metre is 3.5 bcm/y', () => {
  expect(effectSentence(line, { base: 0, low: 100, central: 150, high: 200 })).toBe(
    'The line carries 100 to 200\u00a0GWh/d (3.5 to 7 bcm/y), 150 in the middle case, instead of nothing over 365 days.',
  )
})

it('says that the middle case changes nothing where only an end of the range does', () => {
  const oil = { ...line, carrier: 'crude', unit: 'kbbl_d', period: 'first 30 days' }
  expect(effectSentence(oil, { base: 1500, low: 1200, central: 1500, high: 1500 })).toBe(
    'The line carries 1,500\u00a0kb/d as before in the middle case, with a range of 1,200 to 1,500\u00a0kb/d, in the first 30 days.',
  )
})

it('says so where nothing changes', () => {
  expect(effectSentence(line, { base: 5, low: 5, central: 5, high: 5 })).toContain('as before')
})

it('calls nothing by its name', () => {
  expect(effectSentence(line, { base: 5, low: 0, central: 0, high: 0 })).toContain(
    'carries nothing instead of 5',
  )
})

import { expect, it } from 'vitest'
import { readableNumber, readableUnit } from './readable.ts'

it('writes units of the model as the trade does, money included, and leaves others alone', () => {
  expect(['kbbl_d', 'gwh_d', 'kt', 'EUR/gwh', 'EUR/kbbl', 'MW', '$'].map(readableUnit)).toEqual([
    'kb/d',
    'GWh/d',
    'kt',
    'EUR/GWh',
    'EUR/kb',
    'MW',
    '$',
  ])
})

it('gives three digits, and whole thousands', () => {
  expect([0.12345, 12.345, 1234.5, 0].map(readableNumber)).toEqual(['0.123', '12.3', '1,235', '0'])
})

import { expect, it } from 'vitest'
import type { Quantity } from '../claim.ts'
import { withRangesOfFalls } from './ranges-of-falls.ts'

const share = (value: [number, number]): Quantity => ({
  id: 'q1',
  surface: 'de 30 à 40 %',
  start: 0,
  end: 12,
  value,
  kind: 'from_to',
  qualifier: null,
  unit: '%',
  measures: null,
  normalised: null,
})
const fall = { cues: ['event:fall:réduit', 'event:flow:débit*'], quantities: ['q1'] }

it('takes a fall "from 30 to 40 %" for one of between the two', () => {
  expect(withRangesOfFalls([share([30, 40])], [fall])).toMatchObject([{ kind: 'range', value: [30, 40] }])
})

it('leaves a fall from 45 to 15 %, a rise from 30 to 40 %, and a figure of no claim', () => {
  expect(withRangesOfFalls([share([45, 15])], [fall])).toMatchObject([{ kind: 'from_to' }])
  expect(withRangesOfFalls([share([30, 40])], [{ ...fall, cues: ['event:rise:augment*'] }])).toMatchObject([
    { kind: 'from_to' },
  ])
  expect(withRangesOfFalls([share([30, 40])], [{ ...fall, quantities: [] }])).toMatchObject([
    { kind: 'from_to' },
  ])
})

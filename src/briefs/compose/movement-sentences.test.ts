import { expect, it } from 'vitest'
import type { Network } from '../../atlas/network.ts'
import { movementSentences } from './movement-sentences.ts'

const supply = (id: string, name: string) => ({ id, name, bus: 'market:lng', kind: 'market' })
const network = {
  supplies: [supply('a', 'LNG for the bay, price step 1'), supply('b', 'LNG for the bay, price step 2')],
} as unknown as Network

it('adds up what differs only by the step of one market', () => {
  const moved = [
    { amount: 10, unit: 'gwh_d', sentence: '10 GWh/d: LNG for the bay, price step 1 gives less.' },
    { amount: 12, unit: 'gwh_d', sentence: '12 GWh/d moved from route A to route B.' },
    { amount: 5, unit: 'gwh_d', sentence: '5 GWh/d: LNG for the bay, price step 2 gives less.' },
  ]
  expect(movementSentences(moved, network)).toEqual([
    '15 GWh/d: LNG for the bay gives less.',
    '12 GWh/d moved from route A to route B.',
  ])
})

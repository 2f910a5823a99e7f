import { expect, it } from 'vitest'
import type { Quantity } from '../../claims/claim.ts'
import { factsFixture, quantityFixture } from '../event-facts-fixture.ts'
import { claimedCapacity, claimedLosses } from './claimed-losses.ts'

const subject = { flow: 1000, carrier: 'crude', unit: 'kbbl_d' } as const

it('a fall to a level is out of what the claim says flowed before, else of what the subject carried', () => {
  const level = { ...quantityFixture('q2', 225_000, 'bbl/d'), to_level: true as const }
  const told = (...quantities: ReturnType<typeof quantityFixture>[]) =>
    claimedLosses(
      factsFixture({ type: 'supply_change', refs: [], cues: ['event:fall:fell'], quantities }).claims,
      subject,
    ).map(({ low, high }) => [low, high])
  expect(told(quantityFixture('q1', 600_000, 'bbl/d'), level)).toEqual([[375, 375]])
  expect(told(level)).toEqual([[775, 775]])
})

it('megawatts are power, and no amount of the gas that makes it', () => {
  const { claims } = factsFixture({
    type: 'supply_halt',
    refs: [],
    cues: ['event:halt:halted'],
    quantities: [quantityFixture('q1', 5500, 'MW')],
  })
  expect(claimedLosses(claims, { flow: 1000, carrier: 'gas', unit: 'gwh_d' })).toEqual([])
  expect(claimedLosses(claims, { flow: 1000, carrier: 'power', unit: 'gwh_d' })).toMatchObject([
    { low: 132, high: 132 },
  ])
})

it('an amount of a month is a rate, and of a fall to it in percent what was carried before', () => {
  const coal = { carrier: 'coal', unit: 'kt_d' } as const
  const told = (type: 'transit' | 'supply_change', time: string, ...quantities: Quantity[]) =>
    claimedCapacity(
      factsFixture({ type, refs: [], time, cues: type === 'transit' ? [] : ['event:fall:fell'], quantities })
        .claims,
      coal,
    )?.value
  expect(told('transit', '2025-10', quantityFixture('q1', 3_100_000, 't'))).toBeCloseTo(100)
  const level = { ...quantityFixture('q2', 2_325_000, 't'), to_level: true as const }
  // 75 kt a day are left of 100.
  expect(told('supply_change', '2025-10', quantityFixture('q1', 25, '%'), level)).toBeCloseTo(100)
  expect(told('supply_change', '2025-10', level)).toBeUndefined()
  // The news of a day tells no rate.
  expect(told('transit', '2025-10-14', quantityFixture('q1', 3_100_000, 't'))).toBeUndefined()
})

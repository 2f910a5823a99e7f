import { expect, it } from 'vitest'
import { claimedLosses } from './claimed-losses.ts'
import { factsFixture, quantityFixture } from './event-facts-fixture.ts'

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

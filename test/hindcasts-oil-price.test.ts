import { expect, it } from 'vitest'
import { openAtlas } from '../src/app/load-atlas.ts'
import { oilRanges } from '../src/app/prices/oil-ranges.ts'
import { calendarDate } from '../src/core/time.ts'
import { balanceInterval } from '../src/solve/answers/oil-balance.ts'

const { atlas } = openAtlas()

/** Percent by which the price changes, at the weakest, central and strongest responses of today's premises. */
function range(of: {
  readonly volume: number
  readonly lost: number
  readonly days: number
  readonly losing: readonly string[]
}): readonly number[] {
  const { ranges } = oilRanges('crude', {
    atlas,
    day: calendarDate('2025-01-01'),
    isYear: false,
    losing: new Set(of.losing),
  })
  const loss = { volume: of.volume, lost: of.lost, day: of.days / 2 }
  return balanceInterval(loss, ranges).map(({ price }) => 100 * (price - 1))
}

it('holds the price of Abqaiq: 5.7 million barrels a day lost, 15 percent dearer on the first day', () => {
  const [most = 0, , least = 0] = range({ volume: 82_000, lost: 5_700, days: 14, losing: ['SA'] })
  expect(least).toBeLessThan(14.6)
  expect(most).toBeGreaterThan(14.6)
  expect(most).toBeLessThan(40)
})

it('holds the price of Hormuz: 10.1 million barrels a day lost in March 2026, 45 percent dearer on the mean', () => {
  const [most = 0, , least = 0] = range({
    volume: 107_100,
    lost: 10_100,
    days: 31,
    losing: ['SA', 'AE', 'IQ', 'KW'],
  })
  // 71 dollars in February, 103 in March on the mean.
  expect(least).toBeLessThan(45)
  expect(most).toBeGreaterThan(45)
  expect(most).toBeLessThan(80)
})

it('does not hold that of Kuwait in 1990, which had the fear for Saudi Arabia in it', () => {
  const [most = 0] = range({ volume: 60_500, lost: 4_300, days: 31, losing: ['KW', 'IQ'] })
  // 21 dollars at the end of July, 28 on 6 August: a third dearer.
  expect(most).toBeLessThan(33)
})

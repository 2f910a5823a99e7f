import { describe, expect, it } from 'vitest'
import { tinyAtlas } from '../atlas/tiny-atlas.ts'
import { worldTotals } from '../atlas/world-totals.ts'
import type { CalendarDate } from '../core/time.ts'
import { openAtlas } from './load-atlas.ts'

const day = '2023-07-01' as CalendarDate

describe('the world in the shipped atlas', () => {
  const totals = worldTotals(openAtlas().atlas, day)

  it.each(
    [
      'gas-use',
      'gas-production',
      'coal-use',
      'coal-production',
      'power-use',
      'oil-use',
      'oil-production',
    ].map((what) => [what]),
  )('adds up to the published %s of 2023 within 3 %%', (what) => {
    const total = totals.find(({ id }) => id === `world-${what}-2023`)
    expect(total?.rows).toBeGreaterThan(70)
    expect(Math.abs((total?.summed ?? 0) / (total?.published ?? 1) - 1)).toBeLessThan(0.03)
  })
})

describe('a world total', () => {
  const { atlas } = tinyAtlas({
    zones: ['a,Aland,AA,country,1,2,', 'b,Bland,BB,country,3,4,'],
    supplies: ['a-mine,A,coal,a,,production,', 'b-mine,B,coal,b,,production,', 'b-in,In,coal,b,,market,'],
    assumptions: ['world-coal-production-2023,World,,30,,Mt/y,reported,book'],
    figures: [
      'supplies,a-mine,output,10,,,Mt/y,2023-01-01,,reported,book,,',
      'supplies,a-mine,output,90,,,Mt/y,2024-01-01,,reported,book,,',
      'supplies,b-mine,output,19000,,,kt/y,2023-01-01,,reported,book,,',
      'supplies,b-in,output,7,,,Mt/y,2023-01-01,,reported,book,,',
    ],
    sources: ['book,Book,,,2023,,file_opened,'],
  })

  it('sums production of the day in one unit and leaves markets out: 10 Mt and 19,000 kt are 29 Mt', () => {
    expect(worldTotals(atlas, day)).toEqual([
      {
        id: 'world-coal-production-2023',
        statement: 'World',
        unit: 'Mt/y',
        published: 30,
        summed: expect.closeTo(29, 9),
        rows: 2,
      },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { returnDays } from './return-days.ts'

const { atlas } = tinyAtlas({
  ...tinyTables,
  assumptions: [
    ...(tinyTables.assumptions ?? []),
    'return-share-repair,Repair,0,0.3,0.6,1,assumed,guess',
    'return-share-weather,Weather,0,0.2,0.6,1,assumed,guess',
  ],
})

describe('the days over which an outage comes back', () => {
  it('are a share of its length on either side of its end, as its cause has it', () => {
    const days = { low: 2, central: 10, high: 60 }
    // 2 · 0.3 · 2, 2 · 0.3 · 10 and 2 · 0.3 · 60.
    expect(returnDays(atlas, 'fault', days)?.days).toEqual({ low: 1.2, central: 6, high: 36 })
    expect(returnDays(atlas, 'storm', days)?.days).toMatchObject({ low: 0, central: 4 })
    expect(returnDays(atlas, 'storm', days)?.assumption.id).toBe('return-share-weather')
  })

  it('leave the mean of 28 days as it is: none reaches over the 28th day', () => {
    expect(returnDays(atlas, 'attack', { low: 26, central: 28, high: 31 })?.days).toEqual({
      low: 4,
      central: 0,
      high: 6,
    })
  })

  it('are none of what people stop and open again, of an unknown cause, or of hours', () => {
    const days = { low: 1, central: 1, high: 1 }
    expect(returnDays(atlas, 'fault', { low: 1, central: 180, high: 180 })).toBeNull()
    for (const cause of ['dispute', 'strike', 'ruling', 'trip', 'precaution', null] as const)
      expect(returnDays(atlas, cause, { low: 5, central: 10, high: 20 })).toBeNull()
    expect(returnDays(atlas, 'fault', days)).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { openNetwork } from '../src/app/open-network.ts'
import { leaveOneOut, scoreOf } from '../tools/past-outages.ts'

/** Each past outage of the shipped atlas, answered from the others (docs/hindcasts.md, past outages left out one by one). */
const all = leaveOneOut(openNetwork(undefined))

describe('past outages, each left out', () => {
  it('are all answered', () => {
    expect(all.length).toBeGreaterThan(500)
    expect(all.every(({ low, middle, high }) => low <= middle && middle <= high)).toBe(true)
  })

  it('lie inside the range about eight times of ten, whatever was told and who says so', () => {
    const inside = (of: typeof all): number => scoreOf(of).inside
    expect(inside(all)).toBeGreaterThan(0.78)
    expect(inside(all)).toBeLessThan(0.92)
    for (const told of ['halt', 'hit', 'threat'] as const)
      expect(inside(all.filter(({ row }) => row.told === told))).toBeGreaterThan(0.78)
    for (const status of ['reported', 'assumed'] as const)
      expect(inside(all.filter(({ row }) => row.status === status))).toBeGreaterThan(0.78)
  })

  it('are missed by less than the headline and no effect miss them, halts and published ones too', () => {
    const ofHalts = scoreOf(all.filter(({ row }) => row.told === 'halt')).miss
    const ofAll = scoreOf(all).miss
    const ofPublished = scoreOf(all.filter(({ row }) => row.status === 'reported')).miss
    for (const { middle, headline, nothing } of [ofAll, ofHalts]) {
      expect(middle).toBeLessThan(0.6 * headline)
      expect(middle).toBeLessThan(0.6 * nothing)
    }
    expect(ofPublished.middle).toBeLessThan(0.5 * ofPublished.headline)
    expect(ofPublished.middle).toBeLessThan(0.9 * ofPublished.nothing)
  })

  it('are missed by less than no effect misses them where their words are light, most of which lose next to nothing', () => {
    const { middle, nothing } = scoreOf(all.filter(({ row }) => row.words === 'light')).miss
    expect(nothing).toBeLessThan(0.15)
    expect(middle).toBeLessThan(nothing)
  })
})

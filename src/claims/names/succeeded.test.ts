import { expect, it } from 'vitest'
import type { Entity } from '../claim.ts'
import { succeeded } from './succeeded.ts'

const entity = (canonical: string, atlas: string | null, start: number): Entity => ({
  canonical,
  type: 'company',
  surfaces: [canonical],
  mentions: [{ surface: canonical, start, end: start + canonical.length }],
  atlas,
  match: 'name',
  score: 0.9,
})
const merger = new Map([
  ['actors/old-gas', { by: 'actors/big-oil', canonical: 'Big Oil', from: '2022-11-02' }],
])
const both = [entity('Big Oil', 'actors/big-oil', 0), entity('Old Gas', 'actors/old-gas', 30)]

it('leaves an old firm to itself up to the day before the merger', () => {
  expect(succeeded(both, merger, '2022-11-01')).toEqual(both)
})

it('takes it for the firm that took it over from that day on, with all mentions in one', () => {
  const [one, ...others] = succeeded(both, merger, '2022-11-02')
  expect(others).toEqual([])
  expect(one).toMatchObject({
    canonical: 'Big Oil',
    atlas: 'actors/big-oil',
    surfaces: ['Big Oil', 'Old Gas'],
  })
  expect(one?.mentions.map(({ start }) => start)).toEqual([0, 30])
})

it('reads a text without a day as one of today, and leaves what the atlas has not alone', () => {
  expect(succeeded(both.slice(1), merger, null)).toMatchObject([{ canonical: 'Big Oil' }])
  const unlisted = [entity('Old Gas', null, 3)]
  expect(succeeded(unlisted, merger, '2024-01-01')).toEqual(unlisted)
})

import { expect, it } from 'vitest'
import { branchesOf, capacityTogether, enteringLinks } from './entering-links.ts'
import type { NetworkLink } from './network.ts'

const link = (from: string, to: string): NetworkLink =>
  ({ id: `${from}-${to}`, from, to, carrier: 'gas' }) as NetworkLink

const idsOf = (...links: NetworkLink[]) => enteringLinks(links).map(({ id }) => id)

it('counts sections in a row once, and each direction of a strait or of a line that runs both ways', () => {
  expect(idsOf(link('a', 'b'), link('b', 'c'))).toEqual(['a-b'])
  expect(idsOf(link('a', 'b'), link('b', 'a'))).toEqual(['a-b', 'b-a'])
  expect(idsOf(link('a', 'b'), link('b', 'c'), link('c', 'b'), link('b', 'a'))).toEqual(['a-b', 'c-b'])
  expect(idsOf(link('a', 'c'), link('b', 'c'))).toEqual(['a-c', 'b-c'])
})

it('takes the larger direction of a cable, sums what lies side by side, and knows no limit where one has none', () => {
  const sized = (from: string, to: string, value: number): NetworkLink => ({
    ...link(from, to),
    capacity: { value, low: null, high: null, unit: 'gwh_d', status: 'reported', because: 'atlas:x/y/z' },
  })
  expect(capacityTogether([sized('a', 'b', 10), sized('b', 'a', 12)])).toBe(12)
  expect(capacityTogether([sized('a', 'b', 10), sized('b', 'a', 10)])).toBe(10)
  expect(capacityTogether([sized('a', 'b', 10), sized('a', 'b', 5), sized('c', 'b', 1)])).toBe(16)
  expect(capacityTogether([sized('a', 'b', 10), { ...link('c', 'b'), capacity: null }])).toBeNull()
})

it('counts a line with an off-take on the way once, and strings side by side each', () => {
  const piped = (from: string, to: string, value: number, asset: string): NetworkLink => ({
    ...link(from, to),
    kind: 'pipeline',
    asset,
    capacity: { value, low: null, high: null, unit: 'gwh_d', status: 'reported', because: 'atlas:x/y/z' },
  })
  const [line, offtake] = [piped('a', 'c', 90, 'line'), piped('a', 'b', 90, 'line')]
  expect(branchesOf(line, [line, offtake])).toEqual([line, offtake])
  expect(capacityTogether([line, offtake])).toBe(90)
  const other = piped('a', 'b', 90, 'other')
  expect(branchesOf(line, [line, other])).toEqual([line])
  expect(capacityTogether([line, other])).toBe(180)
  const strings = [piped('a', 'b', 90, 'line'), piped('a', 'b', 90, 'line')]
  expect(capacityTogether(strings)).toBe(180)
})

import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../atlas/tiny-atlas.ts'
import { nextQuantile, precedentDays, precedentShare } from './precedents.ts'

const past = (id: string, of: string, days: number, lost = 100): string =>
  `${id},Some plant,${of},2020-01-01,${days},${lost},assumed,guess,`

const { atlas } = tinyAtlas({
  ...tinyTables,
  precedents: [
    past('p1', 'port,attack,halt', 1),
    past('p2', 'port,attack,halt', 2),
    past('p3', 'port,attack,halt', 3),
    past('p4', 'port,attack,halt', 4),
    past('p5', 'port,attack,halt', 11),
    past('p6', 'port,weather,halt', 30),
    past('r1', 'refinery,attack,hit', 10, 0),
    past('r2', 'refinery,attack,hit', 20, 20),
    past('r3', 'refinery,attack,hit', 30, 40),
    past('r4', 'refinery,attack,hit', 40, 60),
    past('r5', 'refinery,attack,hit', 50, 80),
    past('l1', 'pipeline,attack,halt', 2),
    past('l2', 'pipeline,attack,halt', 4),
    past('l3', 'pipeline,fault,halt', 6),
    past('l4', 'pipeline,fault,halt', 8),
    past('c1', 'cable,fault,halt', 60),
  ],
})

describe('lengths of past outages', () => {
  it('are those between which the next one lies in eight of ten cases, and their half', () => {
    // 1, 2, 3, 4, 11: of six gaps that the next may fall in a tenth is less than the first, nine tenths more than five.
    expect(precedentDays(atlas, { plant: 'port', cause: 'attack' })).toMatchObject({
      id: 'past-days-port-attack',
      low: 1,
      central: 3,
      high: 11,
      status: 'estimated',
    })
  })

  it('are those of the kind, whatever the cause, where too few are of the cause or it does not matter', () => {
    const all = { id: 'past-days-port', central: 3.5 }
    expect(precedentDays(atlas, { plant: 'port', cause: 'weather' })).toMatchObject(all)
    expect(precedentDays(atlas, { plant: 'port', cause: null })).toMatchObject(all)
  })

  it('join what was struck and what broke on a line, and on nothing else', () => {
    expect(precedentDays(atlas, { plant: 'pipeline', cause: 'fault' })?.central).toBe(5)
    expect(precedentDays(atlas, { plant: 'refinery', cause: 'fault' })?.id).toBe('past-days-refinery')
  })

  it('are nothing where hardly any is known', () => {
    expect(precedentDays(atlas, { plant: 'cable', cause: 'fault' })).toBeNull()
    expect(precedentDays(atlas, { plant: 'field', cause: 'attack' })).toBeNull()
  })
})

describe('shares lost in the mean of 28 days', () => {
  it('join size and length, those told alike in the first place', () => {
    // 0, 20 % for 20 days, then 40, 60 and 80 % for all 28.
    const of = precedentShare(atlas, { plant: 'refinery', cause: 'attack' }, 'hit')
    expect(of?.central).toBeCloseTo(0.4, 9)
    expect(of?.low).toBe(0)
    expect(of?.high).toBeCloseTo(0.8, 9)
  })

  it('count all alike where too few were told so', () => {
    expect(precedentShare(atlas, { plant: 'port', cause: 'attack' }, 'hit')?.central).toBeCloseTo(3 / 28, 9)
    expect(precedentShare(atlas, { plant: 'cable', cause: 'fault' }, 'halt')).toBeNull()
  })
})

describe('the value that the next one stays below', () => {
  const all = (...values: number[]) => values.map((value) => ({ value, weight: 1 }))

  it('is the k-th of n with the probability k / (n + 1)', () => {
    expect(nextQuantile(all(4, 1, 2), 0.5)).toBe(2)
    expect(nextQuantile(all(1, 2, 3, 4), 0.5)).toBe(2.5)
    expect(nextQuantile(all(10, 20, 30, 40, 50, 60, 70, 80, 90), 0.1)).toBe(10)
  })

  it('lies within what was seen, however far out', () => {
    expect(nextQuantile(all(1, 2), 0.01)).toBe(1)
    expect(nextQuantile(all(7), 0.9)).toBe(7)
  })

  it('leans towards what has more weight', () => {
    // Weights 1 and 3 of mean 2: the half of 6 is two thirds of the way through the second.
    expect(
      nextQuantile(
        [
          { value: 0, weight: 1 },
          { value: 9, weight: 3 },
        ],
        0.5,
      ),
    ).toBeCloseTo(6, 9)
  })
})

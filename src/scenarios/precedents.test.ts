import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../atlas/tiny-atlas.ts'
import { precedentDays, precedentLoss, quantile } from './precedents.ts'

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
  it('are the tenth, the half and nine tenths of those of the kind and cause', () => {
    // 1, 2, 3, 4, 11: a tenth of the way is 0.4 of the first step, nine tenths 0.6 of the last.
    expect(precedentDays(atlas, { plant: 'port', cause: 'attack' })).toMatchObject({
      id: 'past-days-port-attack',
      low: 1.4,
      central: 3,
      status: 'estimated',
    })
    expect(precedentDays(atlas, { plant: 'port', cause: 'attack' })?.high).toBeCloseTo(8.2, 9)
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

it('shares lost are counted from those that were first told without a halt', () => {
  expect(precedentLoss(atlas, { plant: 'refinery', cause: 'attack' })?.central).toBeCloseTo(0.4, 9)
  expect(precedentLoss(atlas, { plant: 'port', cause: 'attack' })).toBeNull()
})

it('a quantile lies between its neighbours', () => {
  expect(quantile([4, 1, 2], 0.5)).toBe(2)
  expect(quantile([1, 2], 0.25)).toBe(1.25)
  expect(quantile([7], 0.9)).toBe(7)
})

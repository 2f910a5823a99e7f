import { describe, expect, it } from 'vitest'
import type { Atlas } from '../../atlas/atlas.ts'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { daysOfTold, pastOutages, shareOfTold } from './past-outages.ts'
import { precedentDays, precedentShare, precedentSpread, weightedQuantile } from './precedents.ts'

interface Told {
  readonly lost?: number
  readonly told?: number
  readonly mean?: number
  readonly announced?: number
  readonly words?: string
}
const past = (id: string, of: string, days: number, more: Told = {}): string =>
  `${id},Some plant,${of},2020-01-01,${days},${more.lost ?? 100},${more.told ?? ''},${more.mean ?? ''},${more.announced ?? ''},${more.words ?? ''},assumed,guess,`
const atlasOf = (...precedents: readonly string[]): Atlas => tinyAtlas({ ...tinyTables, precedents }).atlas
const port = { plant: 'port', cause: 'attack' } as const

describe('lengths of past outages', () => {
  const atlas = atlasOf(
    past('p1', 'port,attack,halt', 1),
    past('p2', 'port,attack,halt', 2),
    past('p3', 'port,attack,halt', 3),
    past('p4', 'port,attack,halt', 4),
    past('p5', 'port,attack,halt', 11),
  )

  it('are their half, and those that a tenth stays below and a tenth exceeds', () => {
    expect(precedentDays(atlas, port)).toMatchObject({
      id: 'past-days-port-attack',
      low: 1,
      central: 3,
      high: 11,
      status: 'estimated',
    })
  })

  it('are those of other plants and causes where the class has none of its own', () => {
    expect(precedentDays(atlas, { plant: 'cable', cause: 'fault' })).toMatchObject({ central: 3 })
    expect(precedentDays(atlas, { plant: 'port', cause: null })?.id).toBe('past-days-port')
  })

  it('are nothing where no past outage is known', () => {
    expect(precedentDays(atlasOf(), port)).toBeNull()
  })

  it('of planned works are those of planned works alone', () => {
    const withWorks = atlasOf(past('w', 'pipeline,works,halt', 7), past('a', 'pipeline,attack,halt', 60))
    expect(precedentDays(withWorks, { plant: 'pipeline', cause: 'works' })?.high).toBe(7)
    expect(precedentDays(withWorks, { plant: 'pipeline', cause: 'attack' })?.low).toBe(60)
  })
})

describe('weights of past outages', () => {
  it('share one part among the wider classes where one is of the class itself', () => {
    // All: 1/2 each; so the plant, the family and both together. Trips anywhere: 1/2 + 1/2 · 1/2 = 3/4.
    // The class: 1/2 + 1/2 · (1/2 · 1/2 + 1/2 · 3/4) = 13/16.
    const atlas = atlasOf(past('t', 'port,trip,halt', 1), past('f', 'port,fault,halt', 20))
    const weights = pastOutages(atlas, { plant: 'port', cause: 'trip' }, 'halt')
    expect(weights.map(({ row }) => row.id)).toEqual(['t', 'f'])
    expect(weights[0]?.weight).toBeCloseTo(13 / 16, 12)
    expect(weights[1]?.weight).toBeCloseTo(3 / 16, 12)
  })

  it('count those told in other words less, and light and grave ones half where the words say nothing', () => {
    const atlas = atlasOf(
      past('a', 'port,attack,halt', 1, { words: 'grave' }),
      past('b', 'port,attack,halt', 20),
      past('c', 'port,attack,halt', 30, { words: 'light' }),
    )
    const weightsOf = (words: '' | 'light' | 'grave') => {
      const weights = new Map(
        pastOutages(atlas, { ...port, words }, 'halt').map(({ row, weight }) => [row.id, weight]),
      )
      return ['b', 'c'].map((id) => (weights.get(id) ?? 0) / (weights.get('a') ?? 1))
    }
    const [beside, opposed] = weightsOf('grave')
    expect(beside).toBeCloseTo(0.05, 12)
    expect(opposed).toBeCloseTo(0.01, 12)
    const [neither, light] = weightsOf('')
    expect(neither).toBeCloseTo(2, 12)
    expect(light).toBeCloseTo(1, 12)
    expect(precedentDays(atlas, { ...port, words: 'light' })?.central).toBe(30)
    expect(precedentDays(atlas, { ...port, words: 'grave' })?.central).toBe(1)
  })

  it('share three parts among the wider classes where the words are light', () => {
    // All and faults: 1/2 each; the port: (1 + 3/2) / 4 = 5/8. The class: (1 + 3 · (1/2 + 5/8) / 2) / 4.
    const light = { words: 'light' }
    const atlas = atlasOf(past('p', 'port,fault,halt', 30, light), past('f', 'field,fault,halt', 1, light))
    const [first] = pastOutages(atlas, { plant: 'port', cause: 'fault', words: 'light' }, 'halt')
    expect(first?.row.id).toBe('p')
    expect(first?.weight).toBeCloseTo(43 / 64, 12)
  })

  it('of a family of one cause do not count its rows again as a wider class', () => {
    // All: 1/2 each; so the precautions, with one row of two, have 3/4 of it, the port none: 1/2 + 1/2 · (1/2 + 3/4) / 2.
    const atlas = atlasOf(past('p', 'port,precaution,halt', 1), past('f', 'port,fault,halt', 20))
    const [first] = pastOutages(atlas, { plant: 'port', cause: 'precaution' }, 'halt')
    expect(first?.row.id).toBe('p')
    expect(first?.weight).toBeCloseTo(13 / 16, 12)
  })

  it('count what was told otherwise for a twentieth', () => {
    const atlas = atlasOf(past('a', 'port,attack,halt', 1), past('b', 'port,attack,hit', 20))
    const [first, second] = pastOutages(atlas, port, 'hit')
    expect(first?.row.id).toBe('b')
    expect((second?.weight ?? 0) / (first?.weight ?? 1)).toBeCloseTo(0.05, 12)
  })

  it('of what works in part are of those hit that lost something', () => {
    const atlas = atlasOf(
      past('a', 'port,attack,hit', 30, { lost: 50 }),
      past('b', 'port,attack,hit', 1, { lost: 0 }),
      past('c', 'port,attack,halt', 2),
    )
    expect(precedentDays(atlas, port, 'part')).toMatchObject({ low: 30, central: 30 })
  })

  it('join what was struck and what broke on a line, and on nothing else', () => {
    const rows = (plant: string) => [
      past('a', `${plant},attack,halt`, 2),
      past('f', `${plant},fault,halt`, 6),
    ]
    const ratio = (plant: 'pipeline' | 'refinery'): number => {
      const found = pastOutages(atlasOf(...rows(plant)), { plant, cause: 'attack' }, 'halt')
      return (found[1]?.weight ?? 0) / (found[0]?.weight ?? 1)
    }
    expect(ratio('pipeline')).toBeGreaterThan(0.6)
    expect(ratio('refinery')).toBeLessThan(0.3)
  })

  it('join attacks and wars at a strait, and not at a port', () => {
    const shareOfWar = (plant: 'strait' | 'port'): number => {
      const rows = [past('a', `${plant},attack,halt`, 2), past('w', `${plant},war,halt`, 200)]
      const found = pastOutages(atlasOf(...rows), { plant, cause: 'attack' }, 'halt')
      return found.find(({ row }) => row.id === 'w')?.weight ?? 0
    }
    expect(shareOfWar('strait')).toBeGreaterThan(1.5 * shareOfWar('port'))
  })
})

describe('shares lost in the mean of 28 days', () => {
  const rowOf = (line: string) => atlasOf(line).tables.precedents[0]
  const shareOf = (line: string): number => {
    const row = rowOf(line)
    return row === undefined ? Number.NaN : shareOfTold(row)
  }

  it('are of what was told to be lost', () => {
    expect(shareOf(past('a', 'port,attack,halt', 7))).toBe(0.25)
    // 40 % told and lost for seven days.
    expect(shareOf(past('a', 'field,storm,halt', 7, { lost: 40 }))).toBe(0.25)
    // All told, a tenth lost for 14 days.
    expect(shareOf(past('a', 'field,strike,halt', 14, { lost: 10, told: 100 }))).toBeCloseTo(0.05, 12)
    // A storm: 90 % at the peak, 9 % in the mean, as the steps of its return say.
    expect(shareOf(past('a', 'field,storm,halt', 8, { lost: 90, mean: 9 }))).toBeCloseTo(0.1, 12)
  })

  it('are of all that flowed where it was only struck', () => {
    expect(shareOf(past('a', 'refinery,attack,hit', 28, { lost: 40 }))).toBe(0.4)
    expect(shareOf(past('a', 'refinery,attack,hit', 28, { lost: 0 }))).toBe(0)
  })

  it('make the days for which what was told would have to be gone', () => {
    const daysOf = (line: string): number => {
      const row = rowOf(line)
      return row === undefined ? Number.NaN : daysOfTold(row)
    }
    expect(daysOf(past('a', 'field,storm,halt', 8, { lost: 90, mean: 9 }))).toBeCloseTo(2.8, 12)
    expect(daysOf(past('a', 'port,attack,halt', 90))).toBe(90)
    expect(daysOf(past('a', 'refinery,attack,hit', 12, { lost: 40 }))).toBe(12)
  })

  it('have the half, a tenth and nine tenths of the weight below them', () => {
    const atlas = atlasOf(
      ...[0, 20, 40, 60, 80].map((lost, at) => past(`r${at}`, 'refinery,attack,hit', 28, { lost })),
    )
    const of = precedentShare(atlas, { plant: 'refinery', cause: 'attack' }, 'hit')
    expect([of?.low, of?.central, of?.high]).toEqual([0, 0.4, 0.8])
  })
})

describe('ends that were told and ends that came', () => {
  it('are compared apart for planned works, and not where hardly any were told', () => {
    const told = [1, 2, 3, 4, 5].map((days) => past(`a${days}`, 'port,fault,halt', days, { announced: 2 }))
    const atlas = atlasOf(...told, past('w', 'pipeline,works,halt', 7, { announced: 7 }))
    expect(precedentSpread(atlas, false)).toMatchObject({ low: 0.5, central: 1.5, high: 2.5 })
    expect(precedentSpread(atlas, true)).toBeNull()
  })
})

describe('a value with its share of the weight below it', () => {
  const all = (...values: number[]) => values.map((value) => ({ value, weight: 1 }))

  it('is the first at which that share is reached', () => {
    expect(weightedQuantile(all(4, 1, 2), 0.5)).toBe(2)
    expect(weightedQuantile(all(1, 2, 3, 4), 0.5)).toBe(2)
    expect(weightedQuantile(all(7), 0.9)).toBe(7)
  })

  it('leans towards what has more weight', () => {
    expect(
      weightedQuantile(
        [
          { value: 1, weight: 1 },
          { value: 9, weight: 3 },
        ],
        0.5,
      ),
    ).toBe(9)
  })
})

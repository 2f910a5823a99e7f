import { describe, expect, it } from 'vitest'
import { ProgrammeBuilder } from '../linear/programme.ts'
import { DayBounds } from './day-bounds.ts'
import { reachOfPast } from './reach-of-past.ts'

const usual = {
  lower: Float64Array.of(0, 0, 0),
  upper: Float64Array.of(1, 2, 3),
  rowLower: Float64Array.of(0, 0),
  rowUpper: Float64Array.of(0, 5),
}

/** Two columns of the first day, one of the second, which names the row of the second day. */
const builder = new ProgrammeBuilder()
for (let row = 0; row < 2; row++) builder.addRow(0, 0)
for (const row of [0, 0, 1]) {
  builder.addColumn(1, 0, 1)
  builder.entry(row, 1)
}
const periods = {
  programme: builder.finish(),
  columnPeriod: Int32Array.of(0, 0, 1),
  rowPeriod: Int32Array.of(0, 1),
}

describe('the limits of a day', () => {
  it('name what differs from the usual ones, and undo it', () => {
    const day = new DayBounds(usual, periods)
    const limits = day.begin()
    limits.touch(1)
    limits.upper[1] = 0.5
    limits.rowLower[0] = -4
    expect([...day.differsFrom(usual).columns]).toEqual([1])
    expect([...day.differsFrom(usual).rows]).toEqual([0])
    expect(day.begin()).toMatchObject(usual)
    expect([...day.differsFrom(usual).columns, ...day.differsFrom(usual).rows]).toEqual([])
    expect([...day.differsFrom({ ...usual, upper: Float64Array.of(1, 2, 4) }).columns]).toEqual([2])
  })

  it('undo what was changed after it was asked what differs', () => {
    const day = new DayBounds(usual, periods)
    const limits = day.begin()
    limits.touch(1)
    limits.upper[1] = 0.5
    expect([...day.differsFrom(usual).columns]).toEqual([1])
    day.change().upper[2] = 0
    expect([...day.differsFrom(usual).columns]).toEqual([1, 2])
    day.change().lower[0] = -1
    expect(day.begin()).toMatchObject(usual)
  })
})

describe('a past that stays as it was', () => {
  /** Stocks: column p of a period leaves row p and enters row p + 1; beside it a free column a row. */
  const days = 5
  const chain = new ProgrammeBuilder()
  for (let row = 0; row <= days; row++) chain.addRow(0, 0)
  for (let day = 0; day < days; day++) {
    chain.addColumn(0, 0, 9)
    chain.entry(day, -1)
    chain.entry(day + 1, 1)
    chain.addColumn(1, 0, 4)
    chain.entry(day, 1)
  }
  const stock = {
    programme: chain.finish(),
    columnPeriod: Int32Array.from({ length: 2 * days }, (_, column) => column >> 1),
    rowPeriod: Int32Array.from({ length: days + 1 }, (_, row) => (row < days ? row : -1)),
  }
  const { lower, upper, rowLower, rowUpper } = stock.programme
  const limits = { lower, upper, rowLower, rowUpper }

  it('is written where open rows name it or where something was done, and in whole where all is asked for', () => {
    const day = new DayBounds(limits, stock)
    day.begin()
    const x = Float64Array.of(0, 3, 0, 0, 0, 0, 0, 0, 0, 0)
    day.fixPast(x, Int32Array.of(1), 3)
    const near = day.beside(limits)
    // The three units taken on the first day, and the stock of the evening before day 3.
    expect([...near.differs.columns]).toEqual([1, 4])
    expect([...near.bounds.upper]).toEqual([9, 3, 9, 4, 0, 4, 9, 4, 9, 4])
    expect(near.past.from).toBe(3)
    expect([...day.bounds.upper]).toEqual([0, 3, 0, 0, 0, 0, 9, 4, 9, 4])
    expect([...day.bounds.lower]).toEqual([0, 3, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(day.bounds.rowLower[0]).toBe(3)
    expect([...day.differsFrom(limits).columns]).toEqual([0, 1, 2, 3, 4, 5])
    expect(day.begin()).toMatchObject(limits)
  })

  it('is undone with what a shock wrote before it, whether all was asked for or not', () => {
    const day = new DayBounds(limits, stock)
    for (const isWhole of [false, true, false]) {
      const draft = day.begin()
      draft.touch(7)
      draft.upper[7] = 1
      day.fixPast(new Float64Array(10), new Int32Array(0), 2)
      if (isWhole) day.bounds
      expect(day.beside(limits).bounds.upper[7]).toBe(1)
      expect([...day.beside(limits).differs.columns]).toContain(7)
    }
    expect(day.begin()).toMatchObject(limits)
  })

  it('reaches open rows by its last stock alone, and by nothing where a column names rows of other days', () => {
    const reach = reachOfPast(stock)
    expect([...(reach?.columns ?? [])]).toEqual([0, 2, 4, 6, 8])
    expect([...(reach?.until ?? [])].slice(0, 4)).toEqual([1, 2, 3, 4])
    expect(reachOfPast({ ...stock, columnPeriod: stock.columnPeriod.with(0, -1) })).toBeNull()
    expect(reachOfPast({ ...stock, columnPeriod: stock.columnPeriod.with(0, 1) })).toBeNull()
  })
})

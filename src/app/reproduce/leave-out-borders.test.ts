import { beforeAll, describe, expect, it } from 'vitest'
import { tinyAtlas } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import { solverForTests } from '../../solve/network/solver-fixture.ts'
import { learnFromMonth, leaveOutBorders } from './leave-out-borders.ts'

const limits = { timeLimitSeconds: 10 }
let highs: Awaited<ReturnType<typeof solverForTests>>
beforeAll(async () => {
  highs = await solverForTests()
})

const figure = (table: string, row: string, field: string, value: number, from = '2022-01-01') =>
  `${table},${row},${field},${value},,,GWh/d,${from},,reported,yearbook,,`
const seen = (link: string, month: string, last: number, value: number) =>
  `${link}-${month},${link},gas,${link},,,${month}-01,${month}-${last},${value},,,GWh/d,held_out,reported,yearbook,`

/** B is fed from A and C, and sells to D; in May all bought twice as much as in June. */
const { atlas } = tinyAtlas({
  zones: ['a', 'b', 'c', 'd'].map((id) => `${id},${id.toUpperCase()}-land,,country,10,20,`),
  links: [
    'ab,A to B,gas,a,b,,pipeline,',
    'cb,C to B,gas,c,b,,pipeline,',
    'bd,B to D,gas,b,d,,pipeline,',
    'db,D to B,gas,d,b,,pipeline,',
  ],
  supplies: ['a-gas,Wells of A,gas,a,,production,', 'c-gas,Wells of C,gas,c,,production,'],
  demands: ['b-use,Use of B,gas,b,final,', 'd-use,Use of D,gas,d,final,'],
  figures: [
    ...['ab', 'cb', 'bd', 'db'].map((link) => figure('links', link, 'capacity', 300)),
    ...['ab', 'cb', 'bd', 'db'].map((link) => figure('links', link, 'flow', link === 'db' ? 0 : 60)),
    ...['a-gas', 'c-gas'].map((well) => figure('supplies', well, 'capacity', 500)),
    figure('demands', 'b-use', 'rate', 60),
    figure('demands', 'd-use', 'rate', 60),
  ],
  observations: [
    seen('ab', '2022-05', 31, 120),
    seen('cb', '2022-05', 31, 40),
    seen('bd', '2022-05', 31, 60),
    // A record of another source is for reading: it stands in for nothing.
    seen('ab', '2022-05', 31, 999).replace('ab-2022-05', 'ab-metered').replace('held_out', 'record'),
    seen('ab', '2022-06', 30, 55),
    seen('cb', '2022-06', 30, 20),
    seen('bd', '2022-06', 30, 30),
  ],
  balances: [
    'b-june,Use of B,gas,b,use,2022-06-01,2022-06-30,35,GWh/d,reported,yearbook,',
    'b-june-storing,Storing of B,gas,b,storing,2022-06-01,2022-06-30,10,GWh/d,reported,yearbook,',
    'd-june,Use of D,gas,d,use,2022-06-01,2022-06-30,30,GWh/d,reported,yearbook,',
  ],
  tiers: ['gas,first,40,60,EUR/MWh,assumed,guess,', 'gas,last,60,600,EUR/MWh,assumed,guess,'],
  sources: ['yearbook,Yearbook,Office,https://example.org,2023,,file_opened,'],
})

describe('a border left out of a month of which the rest is known', () => {
  const rows = atlas.tables.observations.filter((row) => row.from === '2022-06-01')
  const leftOut = () =>
    leaveOutBorders(highs, atlas, atlas.networkAt(calendarDate('2022-06-01')), rows, null, limits)

  it('is found from what both ends used and stored and the other borders carried', () => {
    const found = leftOut()
    expect(found.map(({ row, modelled }) => [row.id, Math.round(modelled)])).toEqual([
      ['ab-2022-06', 55],
      ['cb-2022-06', 20],
      ['bd-2022-06', 30],
    ])
  })

  it('stands beside the flow of the month before', () => {
    const found = leftOut()
    expect(found.map(({ before }) => before)).toEqual([120, 40, 60])
  })

  it('follows the balances and not the flow itself, which it never reads', () => {
    const other = rows.map((row) => (row.id === 'ab-2022-06' ? { ...row, value: 200 } : row))
    const [first] = leaveOutBorders(
      highs,
      atlas,
      atlas.networkAt(calendarDate('2022-06-01')),
      other,
      null,
      limits,
    )
    expect(first?.modelled).toBeCloseTo(55, 3)
  })

  it('learns by how much a balance misses and carries seven tenths of it into the next month', () => {
    const base = atlas.networkAt(calendarDate('2022-06-01'))
    const more = rows.map((row) => (row.id === 'ab-2022-06' ? { ...row, value: 65 } : row))
    const june = learnFromMonth(highs, atlas, base, more, null, limits)
    // 65 and 20 come, 35 are used, 10 stored and 30 sold: 10 go where no row says.
    expect(june?.differences.get('b:gas')).toBeCloseTo(-10, 2)
    const [first] = leaveOutBorders(highs, atlas, base, rows, june, limits)
    expect(first?.modelled).toBeCloseTo(62, 2)
  })

  it('takes the mean of what the months missed by', () => {
    const base = atlas.networkAt(calendarDate('2022-06-01'))
    const nothing = new Map<string, number>()
    const lesson = { months: 3, flows: nothing, outputs: nothing, differences: new Map([['b:gas', 8]]) }
    const next = learnFromMonth(highs, atlas, base, rows, lesson, limits)
    expect(next?.months).toBe(4)
    expect(next?.differences.get('b:gas')).toBeCloseTo(6, 2)
  })
})

import { describe, expect, it } from 'vitest'
import { calendarDate } from '../core/time.ts'
import { tinyAtlas, tinyTables } from './tiny-atlas.ts'

const { atlas } = tinyAtlas({
  ...tinyTables,
  links: [
    ...tinyTables.links,
    'world-oil,Oil of the base year,crude,north,south,,sea,',
    'world-gas,Gas of the base year,gas,north,south,,pipeline,',
  ],
  figures: [
    ...tinyTables.figures,
    'links,world-oil,flow,70,,,kb/d,2023-01-01,,reported,yearbook,,',
    'links,world-gas,flow,70,,,GWh/d,2023-01-01,,reported,yearbook,,',
  ],
})
const flowOn = (day: string, link: string) =>
  atlas.networkAt(calendarDate(day)).links.find(({ id }) => id === link)?.flow ?? null

describe('figures of the world base year for earlier days', () => {
  it('stand in where oil has no older figure, and are then assumed', () => {
    expect(flowOn('2019-09-14', 'world-oil')).toMatchObject({ value: 70, status: 'assumed' })
    expect(flowOn('2023-06-01', 'world-oil')).toMatchObject({ value: 70, status: 'reported' })
  })

  it('do not stand in for gas, which has a history of its own, nor for days before 2016', () => {
    expect(flowOn('2019-09-14', 'world-gas')).toBeNull()
    expect(flowOn('2015-12-31', 'world-oil')).toBeNull()
  })
})

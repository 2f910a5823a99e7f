import { expect, it } from 'vitest'
import { leftOut } from './left-out.ts'
import { tinyAtlas, tinyTables } from './tiny-atlas.ts'

it('names a figure in a unit that does not fit, and a row in a zone that is not there', () => {
  const { atlas } = tinyAtlas({
    ...tinyTables,
    links: [...(tinyTables.links ?? []), 'stray,Stray line,crude,south,nowhere,,pipeline,'],
    figures: [...(tinyTables.figures ?? []), 'links,stray,capacity,10,,,GWh/d,,,assumed,guess,,'],
  })
  expect(leftOut(atlas)).toEqual([
    'links/stray: to_zone is "nowhere", which is not in zones; add the zone or name another.',
    'links/stray: capacity is given in "GWh/d", which leads to no unit of the model here; give one that fits the carrier.',
  ])
})

it('names a figure of a day that does not exist', () => {
  const { atlas } = tinyAtlas({
    ...tinyTables,
    links: [...(tinyTables.links ?? []), 'stray,Stray line,crude,south,north,,pipeline,'],
    figures: [
      ...(tinyTables.figures ?? []),
      'links,stray,capacity,10,,,kbbl/d,2022-13-01,,assumed,guess,,',
      'links,stray,flow,10,,,kbbl/d,2022-01-01,2023-02-30,assumed,guess,,',
    ],
  })
  expect(leftOut(atlas)).toEqual([
    'links/stray: capacity is of 2022-13-01, which is not a day of the calendar; correct it.',
    'links/stray: flow is of 2023-02-30, which is not a day of the calendar; correct it.',
  ])
})

it('names a demand that nothing leads to', () => {
  const { atlas } = tinyAtlas({
    ...tinyTables,
    demands: [...(tinyTables.demands ?? []), 'lone,Lone gas,gas,north,final,'],
  })
  expect(leftOut(atlas)).toEqual([
    'demands/lone: no link, source, plant or store gives gas to north; add one, or leave the demand out.',
  ])
})

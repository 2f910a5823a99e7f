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

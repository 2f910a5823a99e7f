import { expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import type { Question } from '../../scenarios/question.ts'
import { marketFedBy } from './market-fed.ts'

/** A long line goes from North (AA) to Far (CC), could run back, and goes on to Next (DD); a side line leaves Far for Side (EE). */
const { atlas } = tinyAtlas({
  ...tinyTables,
  zones: [
    ...tinyTables.zones,
    'far,Farland,CC,country,0,30,',
    'next,Nextland,DD,country,0,35,',
    'side,Sideland,EE,country,0,36,',
  ],
  assets: [...tinyTables.assets, 'long,Long line,pipeline,crude,north,AA CC DD,,,,,'],
  links: [
    ...tinyTables.links,
    'long-far,Long line,crude,north,far,long,pipeline,',
    'long-back,Long line backward,crude,far,north,long,pipeline,',
    'long-next,Long line onward,crude,far,next,long,pipeline,',
    'side-line,Side line,crude,far,side,,pipeline,',
  ],
  demands: [
    'far-use,Farland use,crude,far,final,',
    'next-use,Nextland use,crude,next,final,',
    'side-use,Sideland use,crude,side,final,',
  ],
  profiles: [],
  figures: [
    ...tinyTables.figures.filter((row) => !row.startsWith('demands,')),
    'demands,far-use,rate,40,,,kb/d,,,reported,yearbook,,',
    'demands,next-use,rate,7,,,kb/d,,,reported,yearbook,,',
    'demands,side-use,rate,3,,,kb/d,,,reported,yearbook,,',
    'links,long-far,flow,50,,,kb/d,,,reported,yearbook,,',
    'links,long-next,flow,7,,,kb/d,,,reported,yearbook,,',
    'links,long-back,capacity,50,,,kb/d,,,reported,yearbook,,',
    'links,side-line,flow,3,,,kb/d,,,reported,yearbook,,',
  ],
})
const network = atlas.networkAt(calendarDate('2025-02-17'))
const fedBy = (links: readonly string[]): number | undefined =>
  marketFedBy({ carrier: 'crude', links, plants: [] } as unknown as Question, network, atlas)?.volume

it('goes on from where a line leads to, also where the line could run back', () => {
  expect(fedBy(['long-far'])).toBe(50)
  expect(fedBy(['long-far', 'long-back'])).toBe(50)
})

it('takes a line of several sections to come from where the first begins, so that all on its way are fed', () => {
  expect(fedBy(['long-far', 'long-next'])).toBe(50)
})

import { expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import { findRoute } from './draft-increase.ts'

/** AA sends gas through BB to CC; a little of CC's own comes back the other way. */
const { atlas } = tinyAtlas({
  ...tinyTables,
  zones: [...tinyTables.zones, 'middle,Middleland,DD,country,0,20,', 'far,Farland,CC,country,0,30,'],
  links: [
    ...tinyTables.links,
    'in,Into the middle,gas,north,middle,,pipeline,',
    'on,Onward,gas,middle,far,,pipeline,',
    'back-in,Back into the middle,gas,far,middle,,pipeline,',
    'back-on,Back onward,gas,middle,north,,pipeline,',
  ],
  figures: [
    ...tinyTables.figures,
    ...['in,90', 'on,80', 'back-in,20', 'back-on,10'].map((of) => {
      const [id, flow] = of.split(',')
      return `links,${id},flow,${flow},,,GWh/d,,,reported,yearbook,,`
    }),
  ],
})

it('takes a route from whoever sends most abroad to whoever sends least, in whatever order they are named', () => {
  const network = atlas.networkAt(calendarDate('2025-02-17'))
  const among = { atlas, network, carriers: ['gas'] as const, through: ['DD'] }
  for (const named of [
    ['CC', 'DD', 'AA'],
    ['AA', 'DD', 'CC'],
  ])
    expect(findRoute(among, named)).toMatchObject({ entry: { id: 'in' }, exit: { id: 'on' } })
})

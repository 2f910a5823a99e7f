import { describe, expect, it } from 'vitest'
import { checkAtlas } from './check-atlas.ts'
import type { TableName } from './tables.ts'
import { type TinyTables, tinyAtlas, tinyTables } from './tiny-atlas.ts'

/** Messages after adding rows to the sound tables. */
function messagesWith(added: TinyTables): string[] {
  const tables: Partial<Record<TableName, readonly string[]>> = { ...tinyTables }
  for (const [table, rows] of Object.entries(added) as [TableName, readonly string[]][])
    tables[table] = [...(tables[table] ?? []), ...rows]
  return checkAtlas(tinyAtlas(tables).atlas).map((problem) => problem.message)
}

const cited = 'reported,yearbook,,'

describe('checkAtlas', () => {
  it('finds nothing wrong with sound tables', () => {
    expect(messagesWith({})).toEqual([])
  })

  const cases: [string, TinyTables, string[]][] = [
    [
      'a link to a zone that is not there, with the nearest one',
      {
        links: ['x,X,crude,nort,south,,pipeline,'],
        figures: [`links,x,flow,1,,,kb/d,,,${cited}`],
      },
      ['links/tiny.csv:4', 'from_zone is "nort"', 'Did you mean "north"?'],
    ],
    [
      'an observation of a link that is not there',
      {
        observations: [
          `seen,Seen,crude,trunk-sout,,,2024-01-01,2024-12-31,1,,,kb/d,held_out,${cited.slice(0, -1)}`,
        ],
      },
      ['observations/tiny.csv:2', 'links names trunk-sout', 'Did you mean "trunk-south"?'],
    ],
    [
      'an observation whose unit is no rate of its carrier',
      {
        observations: [
          `seen,Seen,crude,trunk-south,,,2024-01-01,2024-12-31,1,,,TWh,held_out,${cited.slice(0, -1)}`,
        ],
      },
      ['unit "TWh" is no rate of crude'],
    ],
    [
      'an observation that names both a link and a border',
      {
        observations: [
          `seen,Seen,crude,trunk-south,north,south,2024-01-01,2024-12-31,1,,,kb/d,held_out,${cited.slice(0, -1)}`,
        ],
      },
      ['name links, or from_zone and to_zone'],
    ],
    [
      'an id given twice',
      { actors: ['fund,Fund again,company,BB,'] },
      ['actors/tiny.csv:4', 'actors/tiny.csv:3'],
    ],
    [
      'a figure on nothing',
      { figures: [`links,trunk,flow,1,,,kb/d,,,${cited}`] },
      ['nothing stands at links/trunk'],
    ],
    [
      'a figure without its source',
      { figures: ['links,trunk-south,loss,1,,,%,,,reported,nowhere,,'] },
      ['source is "nowhere"'],
    ],
    [
      'a unit that does not fit the carrier',
      { figures: [`links,trunk-south,flow,1,,,GWh/d,2020-01-01,,${cited}`] },
      ['flow: unit "GWh/d" does not lead'],
    ],
    [
      'a day that does not exist',
      { figures: [`links,trunk-south,flow,1,,,kb/d,2025-02-30,,${cited}`] },
      ['valid_from 2025-02-30'],
    ],
    [
      'an end before its beginning',
      { figures: [`links,trunk-south,flow,1,,,kb/d,2025-02-03,2025-02-02,${cited}`] },
      ['valid_to 2025-02-02 is before'],
    ],
    [
      'a value outside its range',
      { figures: [`links,trunk-south,flow,9,1,2,kb/d,2025-02-03,,${cited}`] },
      ['9 lies outside its range 1 to 2'],
    ],
    [
      'two figures from one day',
      { figures: [`links,trunk-south,flow,9,,,kb/d,,,${cited}`] },
      ['a second figure from the beginning'],
    ],
    ['a place off the globe', { places: ['far,Far,city,AA,95,2,,,'] }, ['lat 95, lon 2 lies off the globe']],
    [
      'owners of more than the whole',
      { ownership: ['trunk,fund,10,,,reported,yearbook'] },
      ['hold 110.00 %'],
    ],
    [
      'one name for two stations',
      { names: ['assets,pump,ru,средняя,alias,'] },
      ['"средняя" (ru) is also a name of assets/middle'],
    ],
    ['a thing without names', { assets: ['w2,Well two,station,,north,AA,,,,,'] }, ['no name in ar, el, ru']],
    ['a zone that nothing uses', { zones: ['west,West,AA,country,1,2,'] }, ['no link, supply, demand']],
    [
      'a link without a size',
      { links: ['x,X,crude,north,south,,pipeline,'] },
      ['no figure for capacity or flow'],
    ],
    [
      'a measure on nothing',
      { measures: ['m,M,AA,closed,,assets/none,,2025-01-01,,reported,yearbook,'] },
      ['targets names assets/none'],
    ],
    ['tiers that are not the whole', { tiers: ['crude,more,5,66,USD/bbl,assumed,guess,'] }, ['sum to 105']],
    [
      'a profile of one month',
      { profiles: ['supplies,well-oil,1,1,reported,yearbook'] },
      ['1 months in 1 rows'],
    ],
    [
      'a reported figure on own knowledge',
      { figures: ['links,trunk-south,loss,1,,,%,,,reported,guess,,'] },
      ['status is reported but source guess is own_knowledge'],
    ],
    [
      'a loop of parts',
      {
        assets: ['a,A,station,,north,AA,,,b,,', 'b,B,station,,north,AA,,,a,,'],
      },
      ['part_of leads back to itself'],
    ],
    [
      'a source that nothing cites',
      { sources: ['lone,Lone,,,,,file_opened,'] },
      ['nothing cites the source'],
    ],
  ]
  it.each(cases)('reports %s', (_, added, expected) => {
    const messages = messagesWith(added)
    for (const part of expected) expect(messages.join('\n')).toContain(part)
  })
})

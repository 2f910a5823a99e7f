import { expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import { draftQuestions } from '../draft-questions.ts'
import { factsFixture } from '../event-facts-fixture.ts'
import { shippedPremises } from '../premises-fixture.ts'

const day = calendarDate('2025-02-17')
const link = (id: string, from: string, to: string, asset = '') =>
  `${id},${id},power,${from},${to},${asset},power,`

/** Two zones joined by `cables`, and what a report of a broken cable asks. */
function drafted(cables: readonly string[], topic: string) {
  const { atlas } = tinyAtlas({
    ...tinyTables,
    assumptions: shippedPremises,
    zones: [...tinyTables.zones, 'far,Farland,CC,country,0,30,'],
    assets: [
      ...tinyTables.assets,
      ...cables.map((id) => `${id},Cable ${id},interconnector,power,,AA CC,,,,,`),
    ],
    links: [...tinyTables.links, link('border', 'north', 'far', cables.length === 1 ? cables[0] : '')],
    demands: [...tinyTables.demands, 'far-use,Farland power,power,far,final,'],
    figures: [
      ...tinyTables.figures,
      'links,border,capacity,24,,,GWh/d,,,reported,yearbook,,',
      'links,border,flow,12,,,GWh/d,,,reported,yearbook,,',
      'demands,far-use,rate,50,,,GWh/d,,,reported,yearbook,,',
    ],
  })
  return draftQuestions({
    facts: [
      factsFixture({
        type: 'outage_or_attack',
        refs: ['countries/AA', 'countries/CC', 'carriers/power'],
        cues: ['event:damage:damaged', topic],
        day,
      }),
    ],
    atlas,
    fallbackDay: day,
    asOf: null,
  }).questions[0]
}

it('takes a cable that nobody names for the one between the two countries', () => {
  expect(drafted(['one'], 'topic:interconnector:cable')).toMatchObject({
    kind: 'outage',
    subject: 'assets/one',
  })
})

it('takes one of several for an equal part of what crosses', () => {
  expect(drafted(['one', 'two'], 'topic:interconnector:cable')).toMatchObject({
    struck: 'border',
    within: { share: 0.5 },
  })
})

it('asks nothing where no cable is spoken of, or the atlas has none', () => {
  expect(drafted(['one'], 'topic:storage:tank')).toBeUndefined()
  expect(drafted([], 'topic:interconnector:cable')).toBeUndefined()
})

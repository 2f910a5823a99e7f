import { expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import { draftQuestions } from '../draft-questions.ts'
import { factsFixture } from '../event-facts-fixture.ts'
import { shippedPremises } from '../premises-fixture.ts'

/** The refineries of AA have one row of 100 kb/d that work 80; the mill has 40 of the 100. A line leads to CC. */
const { atlas, problems } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  zones: [...tinyTables.zones, 'far,Farland,CC,country,0,30,'],
  assets: [...tinyTables.assets, 'mill,The mill,refinery,crude,south,AA,,,,,'],
  links: [...tinyTables.links, 'gas-line,The gas line,gas,north,far,,pipeline,'],
  figures: [
    ...tinyTables.figures,
    'assets,mill,capacity,40,,,kb/d,,,reported,yearbook,,',
    'conversions,south-plant,flow,80,,,kb/d,,,reported,yearbook,,',
    'links,gas-line,flow,50,,,GWh/d,,,reported,yearbook,,',
    'links,gas-line,capacity,100,,,GWh/d,,,reported,yearbook,,',
  ],
})
const day = calendarDate('2025-02-17')
const resumed = (refs: readonly string[], ...cues: string[]) =>
  draftQuestions({
    facts: [factsFixture({ type: 'repair_or_restart', refs, cues: ['event:resume:resumed', ...cues], day })],
    atlas,
    fallbackDay: day,
    asOf: null,
  }).questions[0]

it('brings back the share of a plant in the row that it is a part of', () => {
  expect(problems).toEqual([])
  const question = resumed(['assets/mill'])
  expect(question).toMatchObject({ kind: 'restart', within: { share: 0.4 } })
  // Without its 32 of the 80 kb/d; at most the others use what they have idle.
  const [shock] = question?.scenarios[0]?.shocks ?? []
  expect([shock?.low, shock?.central, shock?.high].map((one) => Number(one?.toFixed(6)))).toEqual([
    0.48, 0.48, 0.6,
  ])
})

it('brings back the part that is told, at least what the rest cannot do', () => {
  const question = resumed(['assets/trunk'], 'topic:one_of_two:one of two')
  expect(question).toMatchObject({ subjectName: 'half of Trunk pipeline', within: { share: 0.5 } })
  // 500 of 1,600 kb/d flow: half of the 500 is missed, or nothing, since half of the line carries 800.
  const [shock] = question?.scenarios[0]?.shocks ?? []
  expect([shock?.low, shock?.central, shock?.high]).toEqual([250 / 1600, 250 / 1600, 0.5])
})

it('brings back what crosses a border where no asset is named', () => {
  const question = resumed(['countries/AA', 'countries/CC', 'carriers/gas'])
  expect(question).toMatchObject({ kind: 'restart', links: ['gas-line'] })
  expect(question?.scenarios[0]?.shocks).toMatchObject([{ asset: 'links/gas-line', low: 0, high: 0 }])
})

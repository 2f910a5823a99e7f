import { expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../atlas/tiny-atlas.ts'
import { calendarDate } from '../core/time.ts'
import { draftQuestions } from './draft-questions.ts'
import type { EventFacts } from './event-facts.ts'
import { factsFixture } from './event-facts-fixture.ts'
import { shippedPremises } from './premises-fixture.ts'

/** AA makes 400 GWh/d of LNG, of which a buyer in BB has 100 by contract; a line brings BB 200, of which the buyer has 50. */
const { atlas, problems } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  zones: [...tinyTables.zones, 'bb,Bland,BB,country,0,1,', 'sea,The sea,,market,0,0,'],
  assets: [
    ...tinyTables.assets,
    'freezer,The freezer,terminal,lng,north,AA,,,,pipe-company,',
    'gas-line,The gas line,pipeline,gas,north,AA BB,,,,,',
  ],
  links: [
    ...tinyTables.links,
    'line-bb,Gas to BB,gas,south,bb,gas-line,pipeline,',
    'cargoes,LNG out,lng,north,sea,,sea,',
  ],
  supplies: [...tinyTables.supplies, 'north-gas,Gas,gas,north,,production,'],
  conversions: [...tinyTables.conversions, 'freezing,Freezing,gas,lng,north,freezer,liquefaction,'],
  actors: [...tinyTables.actors, 'utility,The Utility,company,BB,', 'trader,The Trader,company,BB,'],
  contracts: ['cargo-deal,Cargoes for the Utility,pipe-company,utility,gas,north,bb,,2020-01-01,,yearbook,'],
  figures: [
    ...tinyTables.figures,
    'links,line-bb,flow,200,,,GWh/d,,,reported,yearbook,,',
    'links,cargoes,flow,400,,,GWh/d,,,reported,yearbook,,',
    'supplies,north-gas,output,600,,,GWh/d,,,reported,yearbook,,',
    'conversions,freezing,capacity,500,,,GWh/d,,,reported,yearbook,,',
    'conversions,freezing,flow,400,,,GWh/d,,,reported,yearbook,,',
    'conversions,freezing,efficiency,100,,,%,,,reported,yearbook,,',
    'contracts,cargo-deal,rate,100,,,GWh/d,,,reported,yearbook,,',
  ],
})
const day = calendarDate('2025-02-17')
const draft = (facts: EventFacts) => draftQuestions({ facts: [facts], atlas, fallbackDay: day, asOf: null })
const halt = (...refs: string[]) =>
  factsFixture({ type: 'supply_halt', refs, day, cues: ['event:halt:stop*', 'topic:delivery:deliver*'] })

it('takes of a plant what one buyer has by contract, of which most finds other buyers', () => {
  expect(problems).toEqual([])
  const { questions } = draft(halt('assets/freezer', 'carriers/lng', 'actors/utility'))
  expect(questions).toMatchObject([
    { subject: 'assets/freezer', subjectName: 'The freezer to The Utility', within: { share: 1 / 4 } },
  ])
  const [shock] = questions[0]?.scenarios[0]?.shocks ?? []
  // A quarter of 400 of 500: a fifth of the capacity in use; a part of 0.3 to 1 of it is sold to others.
  expect(shock).toMatchObject({ asset: 'conversions/freezing', field: 'capacity', high: 1 })
  expect(shock?.low).toBeLessThan(0.9)
  expect(shock?.because).toContain('assumption:cargo-resold')
})

it('takes a country for the companies of it that have contracts', () => {
  const { questions } = draft(halt('assets/freezer', 'carriers/lng', 'countries/BB'))
  expect(questions[0]?.within?.share).toBe(1 / 4)
})

it('asks nothing of a plant whose deal with the buyer is not known, and says what would do', () => {
  const { questions, notComputed } = draft(halt('assets/freezer', 'carriers/lng', 'actors/trader'))
  expect(questions).toEqual([])
  expect(notComputed[0]?.because).toMatch(/^The freezer sells its cargoes to many, .* The Trader/u)
})

it('takes of a line what reaches the country of the buyer, as its contract says', () => {
  const { questions } = draft(halt('assets/gas-line', 'carriers/gas', 'actors/utility'))
  expect(questions).toMatchObject([{ subject: 'countries/AA-BB-gas', links: ['line-bb'] }])
  expect(questions[0]?.within?.share).toBe(1 / 2)
  expect(questions[0]?.subjectName).toContain('for The Utility')
})

it('doubts how much of a line is a company that has no contract in the atlas', () => {
  const { questions } = draft(halt('assets/gas-line', 'carriers/gas', 'actors/trader'))
  const [shock] = questions[0]?.scenarios[0]?.shocks ?? []
  expect(shock).toMatchObject({ asset: 'links/line-bb', low: 0 })
  expect(shock?.central).toBeCloseTo(0.4 * 200, 9)
  expect(shock?.high).toBeCloseTo(0.8 * 200, 9)
})

it('leaves a plant whole that its own company stops, or that was struck', () => {
  expect(draft(halt('assets/freezer', 'carriers/lng', 'actors/pipe-company')).questions[0]?.within).toBe(
    undefined,
  )
  const struck = factsFixture({
    type: 'supply_halt',
    refs: ['assets/freezer', 'actors/utility'],
    day,
    cues: ['event:halt:stop*', 'also:attack:struck'],
  })
  expect(draft(struck).questions[0]?.within).toBe(undefined)
})

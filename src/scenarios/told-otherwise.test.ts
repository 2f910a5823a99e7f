import { expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../atlas/tiny-atlas.ts'
import { calendarDate } from '../core/time.ts'
import { draftQuestions } from './draft-questions.ts'
import type { EventFacts } from './event-facts.ts'
import { factsFixture, quantityFixture } from './event-facts-fixture.ts'
import { shippedPremises } from './premises-fixture.ts'

/**
 * AA brings up 500 kb/d and CC 1,500, both of the cartel; CC sends BB 50 kb/d. The fund of BB has most of a refinery of
 * AA, and a little of another. Crude passes a strait at half of what that could carry.
 */
const { atlas, problems } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  zones: [...tinyTables.zones, 'far,Farland,CC,country,0,30,', 'bb,Bland,BB,country,0,1,'],
  assets: [
    ...tinyTables.assets,
    'works,The works,refinery,products,south,AA,,,,,',
    'small-works,Small works,refinery,products,south,AA,,,,,',
    'narrows,The narrows,strait,,,AA,,,,,',
    'quay,The quay,port,crude,north,AA,,,,,',
    'jetty,Jetty of the company,terminal,crude,north,AA,,,,shipper,',
  ],
  conversions: ['works-row,The works,crude,products,south,works,refining,'],
  links: [
    ...tinyTables.links,
    'narrows-crude,Crude through the narrows,crude,north,far,narrows,market,',
    'far-bb,Crude to BB,crude,far,bb,,pipeline,',
    'quay-out,Loading at the quay,crude,north,far,quay,market,',
    'jetty-out,Loading at the jetty,crude,north,far,jetty,market,',
    'products-out,Products out,products,south,far,,sea,',
  ],
  supplies: [...tinyTables.supplies, 'far-oil,Far oil,crude,far,,production,'],
  figures: [
    ...tinyTables.figures.filter((row) => !row.startsWith('conversions,')),
    'conversions,works-row,capacity,100,,,kb/d,,,reported,yearbook,,',
    'conversions,works-row,flow,80,,,kb/d,,,reported,yearbook,,',
    'conversions,works-row,efficiency,97,,,%,,,reported,yearbook,,',
    'supplies,far-oil,output,1500,,,kb/d,,,reported,yearbook,,',
    'links,narrows-crude,flow,300,,,kb/d,,,reported,yearbook,,',
    'links,narrows-crude,capacity,600,,,kb/d,,,reported,yearbook,,',
    'links,far-bb,flow,50,,,kb/d,,,reported,yearbook,,',
    'links,quay-out,flow,100,,,kb/d,,,reported,yearbook,,',
    'links,jetty-out,flow,100,,,kb/d,,,reported,yearbook,,',
    'links,products-out,flow,60,,,kb/d,,,reported,yearbook,,',
  ],
  actors: [...tinyTables.actors, 'cartel,Cartel,organisation,AA CC,', 'shipper,Shipping Company,company,AA,'],
  ownership: [
    ...tinyTables.ownership,
    'works,fund,54,,,reported,yearbook',
    'small-works,fund,10,,,reported,yearbook',
  ],
})
const day = calendarDate('2025-02-17')
const draft = (...facts: EventFacts[]) => draftQuestions({ facts, atlas, fallbackDay: day, asOf: null })
const told = (of: Parameters<typeof factsFixture>[0]) => factsFixture({ day, ...of })

it('reads its tables', () => expect(problems).toEqual([]))

it('asks of a rise that is put off what its step would have added, by the last step that is told', () => {
  const paused = told({
    type: 'agreement',
    refs: ['actors/cartel'],
    cues: ['event:agree:agreed', 'also:rise:increas*', 'topic:output:production', 'topic:on_hold:paus*'],
  })
  const step = told({
    id: 'e2',
    type: 'other',
    refs: ['actors/cartel'],
    quantities: [quantityFixture('q1', 100_000, 'bbl/d')],
    cues: ['event:rise:raised'],
  })
  const { questions } = draft(paused, step)
  expect(questions).toMatchObject([{ kind: 'rise', carrier: 'crude', isWhatIf: true, events: ['e1', 'e2'] }])
  expect(questions[0]?.title).toMatch(/put off/u)
  // At most all of it, by what each member gives today: a quarter of AA, three of CC.
  expect(questions[0]?.scenarios[0]?.shocks.map(({ high }) => high)).toEqual([25, 75])
  const [none] = draft(paused).notComputed
  expect(none?.because).toMatch(/^a rise that is put off leaves supply as it is/u)
})

it('asks what would stop without a licence that is prolonged: the plant that the company has most of abroad', () => {
  const licence = told({
    type: 'agreement',
    refs: ['countries/AA', 'countries/CC', 'actors/fund'],
    cues: ['event:permit:licen*', 'topic:waiver:licen*', 'topic:prolonged:extend'],
    time: '../2025-10-29',
  })
  const [question, second] = draft(licence).questions
  expect(question).toMatchObject({ kind: 'outage', subject: 'assets/works', isWhatIf: true })
  expect(second).toBeUndefined()
  // Until when it is given is no end of a halt.
  expect(question?.scenarios[0]?.shocks[0]?.lasts?.high).toBeLessThan(200)
  const town = told({ ...licenceAt('CC'), refs: ['countries/CC', 'assets/quay', 'actors/fund'] })
  expect(draft(town).questions).toMatchObject([{ subject: 'assets/works', isWhatIf: true }])
  const home = told({ ...licenceAt('AA'), refs: ['countries/AA', 'actors/pipe-company'] })
  expect(draft(home).questions).toEqual([])
})

function licenceAt(country: string): Parameters<typeof factsFixture>[0] {
  return {
    type: 'agreement',
    refs: [`countries/${country}`],
    cues: ['topic:waiver:licen*', 'topic:prolonged:extend'],
  }
}

it('asks of a duty what hangs on what is bought, and says why no more', () => {
  const duty = told({
    type: 'transit',
    modality: 'announced_or_planned',
    refs: ['countries/BB', 'countries/CC', 'carriers/crude'],
    quantities: [quantityFixture('q1', 10, '%')],
    cues: ['event:carry:imports', 'topic:buying:import*', 'topic:duty:tariff*'],
  })
  const [question] = draft(duty).questions
  expect(question).toMatchObject({ kind: 'trade', links: ['far-bb'] })
  expect(question?.scenarios[0]?.assumptions[0]?.statement).toMatch(/a duty makes what is bought dearer/u)
  const elsewhere = told({ type: 'transit', refs: ['countries/BB'], cues: ['topic:duty:tariff*'] })
  expect(draft(elsewhere).notComputed[0]?.because).toMatch(/^a duty makes what is bought dearer/u)
})

it('takes a fall of what passes a strait off the flow, and not off what could pass', () => {
  const fewer = (cues: readonly string[]) =>
    draft(
      told({
        type: 'transit',
        refs: ['assets/narrows', 'carriers/crude'],
        quantities: [quantityFixture('q1', 40, '%')],
        cues: ['event:carry:through', ...cues],
      }),
    ).questions
  const [question] = fewer(['also:fall:fell'])
  expect(question).toMatchObject({ kind: 'outage', subject: 'assets/narrows' })
  // 300 of 600 kb/d flowed; 120 of them are gone at worst: 180 are left.
  expect(question?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(0.3, 9)
  expect(question?.isOfFlow).toBe(true)
  expect(fewer([])).toEqual([])
})

it('takes the terminal that a named company runs for what is struck, and not the port beside which it lies', () => {
  const struck = (cues: readonly string[]) =>
    draft(
      told({
        type: 'outage_or_attack',
        refs: ['assets/quay', 'actors/shipper'],
        cues: ['event:damage:damaged', ...cues],
      }),
    ).questions.map(({ subject }) => subject)
  expect(struck(['topic:terminal:terminal*'])).toEqual(['assets/jetty'])
  expect(struck([])).toEqual(['assets/quay'])
})

it('takes a ban on exports from a plant for one of its country, whatever sanctions it is told after', () => {
  const ban = told({
    type: 'sanction',
    refs: ['assets/works', 'carriers/products', 'actors/fund'],
    cues: ['event:ban:ban*', 'also:sanction:sanctions', 'topic:forbidding:ban*', 'topic:abroad:export*'],
  })
  expect(draft(ban).questions).toMatchObject([{ kind: 'outage', subject: 'countries/AA-exports-products' }])
})

it('takes the start of a plant that was restarted for nothing new', () => {
  const start = told({
    type: 'supply_start',
    modality: 'announced_or_planned',
    refs: ['countries/AA', 'carriers/products'],
    cues: ['event:start:begin', 'topic:refinery:refiner*'],
  })
  const restart = told({
    id: 'e2',
    type: 'repair_or_restart',
    refs: ['countries/AA'],
    cues: ['event:resume:restarted'],
  })
  expect(draft(start, restart).questions.map(({ kind }) => kind)).not.toContain('project')
})

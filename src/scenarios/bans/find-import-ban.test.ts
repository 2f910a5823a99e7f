import { expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import type { DateMention } from '../../claims/claim.ts'
import { calendarDate } from '../../core/time.ts'
import { draftQuestions } from '../draft-questions.ts'
import type { EventFacts } from '../event-facts.ts'
import { factsFixture } from '../event-facts-fixture.ts'
import { shippedPremises } from '../premises-fixture.ts'

/**
 * AA sends 100 GWh/d of gas to BB and 300 to the Union by a zone between, which has 100 of its own: three quarters of the
 * 200 that go on to CC are AA's. From 2027 on a measure of the Union closes the line out of AA.
 */
const { atlas, problems } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  zones: [
    ...tinyTables.zones,
    'bb,Bland,BB,country,0,1,',
    'between,Betweenland,TT,country,0,1,',
    'cc,Cland,CC,country,0,1,',
    'dd,Dland,DD,country,0,1,',
  ],
  links: [
    ...tinyTables.links,
    'gas-bb,Gas to BB,gas,north,bb,,pipeline,',
    'gas-out,Gas out,gas,north,between,,pipeline,',
    'gas-cc,Gas on to CC,gas,between,cc,,pipeline,',
    'lng-dd,LNG to DD,lng,north,dd,,sea,',
    'gas-closing,Gas straight to CC,gas,north,cc,,pipeline,',
  ],
  supplies: [...tinyTables.supplies, 'between-gas,Own gas,gas,between,,production,'],
  figures: [
    ...tinyTables.figures,
    'links,gas-bb,flow,100,,,GWh/d,,,reported,yearbook,,',
    'links,gas-out,flow,300,,,GWh/d,,,reported,yearbook,,',
    'links,gas-cc,flow,200,,,GWh/d,,,reported,yearbook,,',
    'links,lng-dd,flow,40,,,GWh/d,,,reported,yearbook,,',
    'links,gas-closing,flow,60,,,GWh/d,2026-06-01,,reported,yearbook,,',
    'supplies,between-gas,output,100,,,GWh/d,,,reported,yearbook,,',
  ],
  measures: ['union-ban,The ban,The Union,closed,gas,links/gas-closing,,2027-01-01,,reported,yearbook,'],
  actors: [...tinyTables.actors, 'union,The Union,organisation,CC DD,'],
})
const day = calendarDate('2025-02-17')
const draft = (...facts: EventFacts[]) => draftQuestions({ facts, atlas, fallbackDay: day, asOf: null })
const cues = ['event:ban:ban*', 'topic:forbidding:ban*', 'topic:buying:import*']
const ban = (of: Partial<Parameters<typeof factsFixture>[0]> = {}) =>
  factsFixture({ type: 'sanction', refs: ['actors/union', 'countries/AA', 'carriers/gas'], day, cues, ...of })

/** The event with dates that its words name, in their order. */
function withDates(facts: EventFacts, ...dates: readonly string[]): EventFacts {
  const mentions = dates.map((iso, at): DateMention => {
    return { surface: iso, start: at, end: at + 1, iso, is_relative: false }
  })
  return {
    ...facts,
    claims: facts.claims.map((one) => ({ ...one, reading: { ...one.reading, dates: mentions } })),
  }
}

it('stops what two countries send each other where one bans what the other sends', () => {
  const { questions } = draft(ban({ refs: ['countries/AA', 'countries/BB', 'carriers/gas'] }))
  expect(questions).toMatchObject([
    { kind: 'outage', cause: 'halt', subject: 'countries/AA-BB-gas', links: ['gas-bb'], carrier: 'gas' },
  ])
  // All of it at worst; in the middle a fiftieth comes in all the same; at best 0.85 of it stops but for 15 %.
  const [shock] = questions[0]?.scenarios[0]?.shocks ?? []
  expect(shock).toMatchObject({ asset: 'links/gas-bb', low: 0, unit: 'gwh_d' })
  expect(shock?.central).toBeCloseTo(100 * 0.02, 9)
  expect(shock?.high).toBeCloseTo(100 * (1 - 0.85 * 0.85), 9)
})

it('follows what enters a bloc through others by the share of the origin, and its ships by themselves', () => {
  expect(problems).toEqual([])
  const { questions } = draft(ban())
  expect(questions.map(({ subject, links }) => [subject, links])).toEqual([
    ['countries/AA-imports-gas', ['gas-cc']],
    ['countries/AA-imports-lng', ['lng-dd']],
  ])
  expect(questions[0]?.within?.share).toBeCloseTo(300 / 400, 9)
  // A quarter is of Betweenland: it goes on at worst.
  expect(questions[0]?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(200 / 4, 9)
})

it('starts on the day that is told to come, of a deadline on the day after it', () => {
  const startsOf = (facts: EventFacts) => draft(facts).questions.map(({ scenarios }) => scenarios[0]?.start)
  expect(startsOf(withDates(ban(), '2025-09'))).toEqual(['2025-09-01', '2025-09-01'])
  expect(startsOf(withDates(ban({ time: '../2025-12' }), '2025-12'))).toEqual(['2026-01-01', '2026-01-01'])
  // What has been is no day to come.
  expect(startsOf(withDates(ban(), '2024-12'))).toEqual(['2025-02-17', '2025-02-17'])
})

it('closes what the measure of the atlas closes, on the day before it where it is in force by then', () => {
  const { questions } = draft(withDates(ban(), '2027-10'))
  expect(questions[0]).toMatchObject({ links: ['gas-closing'], networkDate: '2026-12-31' })
  expect(questions[0]?.scenarios[0]?.start).toBe('2027-01-01')
})

it('leaves out the members that are told to be exempt', () => {
  const exempt = factsFixture({ type: 'sanction_relief', refs: ['countries/DD'], day, id: 'e2' })
  const { questions, notComputed } = draft(ban(), exempt)
  expect(questions.map(({ subject }) => subject)).toEqual(['countries/AA-imports-gas'])
  expect(questions[0]).toMatchObject({
    subjectName: expect.stringContaining('without'),
    events: ['e1', 'e2'],
  })
  expect(notComputed).toEqual([])
})

it('takes a ban that is thought of or denied, or is of exports, for none', () => {
  expect(draft(ban({ modality: 'possible' })).questions).toEqual([])
  expect(draft(ban({ modality: 'denied' })).questions).toEqual([])
  const ofExports = [...cues.slice(0, 2), 'topic:abroad:export*']
  expect(draft(ban({ cues: ofExports })).questions).toEqual([])
})

it('says why a ban takes nothing away', () => {
  const refs = ['actors/union', 'countries/AA', 'carriers/coal']
  expect(draft(ban({ refs })).notComputed[0]?.because).toMatch(/open sea/u)
  const power = ['countries/BB', 'countries/AA', 'carriers/power']
  expect(draft(ban({ refs: power })).notComputed[0]?.because).toMatch(/^no .* flows between the two/u)
})

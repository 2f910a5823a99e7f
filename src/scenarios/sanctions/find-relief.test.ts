import { expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import { draftQuestions } from '../draft-questions.ts'
import type { EventFacts } from '../event-facts.ts'
import { factsFixture } from '../event-facts-fixture.ts'
import { shippedPremises } from '../premises-fixture.ts'

/** AA sends BB 200 GWh/d of gas; of the 500 kb/d of its deep field the fund has two fifths. CC gives the permission. */
const { atlas, problems } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  zones: [...tinyTables.zones, 'bb,Bland,BB,country,0,1,', 'cc,Cland,CC,country,0,1,'],
  links: [...tinyTables.links, 'gas-bb,Gas to BB,gas,south,bb,,pipeline,'],
  figures: [...tinyTables.figures, 'links,gas-bb,flow,200,,,GWh/d,,,reported,yearbook,,'],
  supply_actors: ['well-oil,fund,40,2020-01-01,,reported,yearbook,'],
})
const day = calendarDate('2025-02-17')
const draft = (facts: EventFacts) => draftQuestions({ facts: [facts], atlas, fallbackDay: day, asOf: null })
const waiver = (of: Partial<Parameters<typeof factsFixture>[0]> = {}) =>
  factsFixture({
    type: 'sanction_relief',
    refs: ['countries/CC', 'countries/BB', 'countries/AA', 'carriers/gas'],
    day,
    cues: ['event:relief:waiver*', 'topic:waiver:waiver*'],
    ...of,
  })

it('asks what hangs on a permission that is given, of what flows between the two that it is for', () => {
  expect(problems).toEqual([])
  const { questions } = draft(waiver())
  expect(questions).toMatchObject([{ kind: 'trade', subject: 'countries/AA-BB-gas', links: ['gas-bb'] }])
  expect(questions[0]?.scenarios[0]?.assumptions[0]?.statement).toMatch(/permission had not come/u)
})

it('takes what flowed under a permission that has ended, but for what goes on all the same', () => {
  const ended = waiver({ cues: ['event:relief:waiver*', 'topic:waiver:waiver*', 'topic:lapsed:ended'] })
  const { questions } = draft(ended)
  expect(questions).toMatchObject([{ kind: 'outage', subject: 'countries/AA-BB-gas' }])
  const [shock] = questions[0]?.scenarios[0]?.shocks ?? []
  // Nothing is left at worst, two fifths in the middle, all of it at best.
  expect(shock).toMatchObject({ asset: 'links/gas-bb', low: 0, unit: 'gwh_d' })
  expect(shock?.central).toBeCloseTo(80, 9)
  expect(shock?.high).toBeCloseTo(200, 9)
  expect(shock?.because).toContain('assumption:waiver-end-goes-on')
})

it('takes the share of the company whose licence has ended, of what the country brings up', () => {
  const licence = waiver({
    type: 'supply_halt',
    refs: ['countries/CC', 'countries/AA', 'actors/fund'],
    cues: ['event:halt:expired', 'topic:waiver:licen*'],
  })
  const { questions } = draft(licence)
  expect(questions).toMatchObject([{ kind: 'outage', subject: 'countries/AA-crude', within: { share: 0.4 } }])
  // Of two fifths a part of 0.3 to 1 goes on.
  expect(questions[0]?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(1 - 0.4 * 0.7, 9)
  expect(questions[0]?.scenarios[0]?.shocks[0]?.high).toBeCloseTo(1, 9)
})

it('leaves a ban with exemptions a ban, and says what a permission without a flow would need', () => {
  const ban = waiver({
    type: 'sanction',
    refs: ['countries/BB', 'countries/AA', 'carriers/gas'],
    cues: ['topic:waiver:exempt*', 'topic:forbidding:ban*'],
  })
  expect(draft(ban).questions.map(({ kind }) => kind)).toEqual(['outage'])
  const { questions, notComputed } = draft(waiver({ refs: ['countries/CC', 'countries/BB', 'carriers/gas'] }))
  expect(questions).toEqual([])
  expect(notComputed[0]?.because).toMatch(/^a permission changes a flow where/u)
})

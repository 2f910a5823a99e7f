import { expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import { draftQuestions } from '../draft-questions.ts'
import type { EventFacts } from '../event-facts.ts'
import { factsFixture, quantityFixture } from '../event-facts-fixture.ts'
import { shippedPremises } from '../premises-fixture.ts'

/** AA ships 400 kb/d of products over the sea and 100 to CC, and 50 GWh/d of LNG. */
const { atlas } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  zones: [...tinyTables.zones, 'sea,The sea,,market,0,0,', 'cc,Cland,CC,country,0,1,'],
  links: [
    ...tinyTables.links,
    'products-out,Products out,products,north,sea,,sea,',
    'products-cc,Products to CC,products,south,cc,,rail,',
    'lng-out,LNG out,lng,north,sea,,sea,',
  ],
  figures: [
    ...tinyTables.figures,
    'links,products-out,flow,400,,,kb/d,,,reported,yearbook,,',
    'links,products-cc,flow,100,,,kb/d,,,reported,yearbook,,',
    'links,lng-out,flow,50,,,GWh/d,,,reported,yearbook,,',
  ],
  actors: [
    ...tinyTables.actors,
    'union,The Union,organisation,AA CC,',
    'others,The Others,organisation,BB CC,',
  ],
})
const day = calendarDate('2025-02-17')
const draft = (...facts: EventFacts[]) =>
  draftQuestions({ facts, atlas, fallbackDay: day, asOf: null }).questions
const cues = ['event:ban:ban*', 'topic:forbidding:ban*', 'topic:abroad:export*']
const ban = (of: Partial<Parameters<typeof factsFixture>[0]> = {}) =>
  factsFixture({ type: 'sanction', refs: ['countries/AA', 'carriers/products'], day, cues, ...of })

it('stops what leaves the country that bans it, but for what still passes', () => {
  const [question] = draft(ban({ quantities: [quantityFixture('q1', 30, 'day')] }))
  expect(question).toMatchObject({
    kind: 'outage',
    cause: 'halt',
    subject: 'countries/AA-exports-products',
    links: ['products-out', 'products-cc'],
  })
  expect(question?.scenarios[0]).toMatchObject({ belief_days: 30 })
  // Of 400 nothing is left at worst, a fifth in the middle, three fifths at best.
  const [shock] = question?.scenarios[0]?.shocks ?? []
  expect(shock).toMatchObject({ asset: 'links/products-out', unit: 'kbbl_d', low: 0 })
  expect(shock?.central).toBeCloseTo(80, 9)
  expect(shock?.high).toBeCloseTo(240, 9)
})

it('stops of oil products those that are named, by the share that is assumed of a country in general', () => {
  const [question] = draft(ban({ cues: [...cues, 'topic:petrol:petrol'] }))
  expect(question?.subjectName).toMatch(/^petrol that .* exports$/u)
  expect(question?.within?.share).toBe(0.2)
  expect(question?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(320, 9)
  expect(question?.scenarios[0]?.shocks[0]?.because).toContain('assumption:share-petrol')
  const both = draft(
    ban({ cues: [...cues, 'topic:petrol:petrol', 'topic:diesel:diesel', 'topic:by_road:by road'] }),
  )
  // A tenth of 20 and 35 %.
  expect(both[0]?.within?.share).toBeCloseTo(0.055, 9)
})

it('leaves out who is exempt, and doubts the whole where something is of unknown size', () => {
  const union = ban({ refs: ['countries/AA', 'carriers/products', 'actors/union'] })
  expect(draft(union)[0]?.links).toEqual(['products-out'])
  const exempt = factsFixture({ type: 'sanction_relief', refs: ['countries/CC'], day, id: 'e2' })
  expect(draft(ban(), exempt)[0]?.links).toEqual(['products-out'])
  const unsized = factsFixture({ type: 'sanction', refs: [], polarity: 'negative', day, id: 'e2' })
  expect(draft(ban(), unsized)[0]?.scenarios[0]?.shocks[0]?.central).toBeCloseTo(160, 9)
})

it('lasts for the month that it is told of', () => {
  const january = ban({ time: '2025-03', day: calendarDate('2025-03-01') })
  expect(draft(january)[0]?.scenarios[0]).toMatchObject({ belief_days: 31 })
})

it('is told as a halt too, of what is named first and not of what it is for', () => {
  const halt = ban({
    type: 'supply_halt',
    refs: ['countries/AA', 'carriers/lng', 'carriers/power'],
    cues: ['event:halt:suspend*', 'topic:abroad:export*'],
  })
  expect(draft(halt).map(({ links }) => links)).toEqual([['lng-out']])
})

it("is no ban of one country, or of a body, on another's exports, on purchases or without a word of a ban", () => {
  expect(draft(ban({ refs: ['countries/AA', 'countries/BB', 'carriers/products'] }))).toEqual([])
  expect(draft(ban({ refs: ['countries/AA', 'actors/others', 'carriers/products'] }))).toEqual([])
  expect(draft(ban({ cues: [...cues, 'topic:buying:import*'] }))).toEqual([])
  expect(draft(ban({ cues: ['event:sanction:sanction*', 'topic:abroad:export*'] }))).toEqual([])
  expect(draft(ban({ modality: 'possible' }))).toEqual([])
})

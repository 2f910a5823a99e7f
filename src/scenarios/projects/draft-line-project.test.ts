import { expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import { draftQuestions } from '../draft-questions.ts'
import { factsFixture } from '../event-facts-fixture.ts'
import { shippedPremises } from '../premises-fixture.ts'

/** AA brings up crude, CC uses it; the quay is a port of AA. */
const { atlas, problems } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  zones: [...tinyTables.zones, 'far,Farland,CC,country,0,30,'],
  assets: [...tinyTables.assets, 'quay,The quay,port,crude,north,AA,,,,,'],
  demands: [
    ...tinyTables.demands,
    'far-use,Farland use,crude,far,final,',
    'far-gas,Farland gas,gas,far,final,',
  ],
  supplies: [...tinyTables.supplies, 'north-gas,North gas,gas,north,,production,'],
  figures: [
    ...tinyTables.figures,
    'demands,far-use,rate,300,,,kb/d,,,reported,yearbook,,',
    'demands,far-gas,rate,300,,,GWh/d,,,reported,yearbook,,',
    'supplies,north-gas,output,300,,,GWh/d,,,reported,yearbook,,',
  ],
})
const day = calendarDate('2025-02-17')
const plan = (refs: readonly string[]) =>
  draftQuestions({
    facts: [
      factsFixture({
        type: 'agreement',
        refs: ['countries/AA', 'countries/CC', ...refs],
        cues: ['event:agree:signed', 'also:build:build', 'topic:pipeline:pipeline*'],
        day,
      }),
    ],
    atlas,
    fallbackDay: day,
    asOf: null,
  }).questions[0]

it('asks of a line that is agreed on between two countries, also where the port at its end is named', () => {
  expect(problems).toEqual([])
  expect(plan(['carriers/crude'])).toMatchObject({ kind: 'project', carrier: 'crude' })
  expect(plan(['carriers/crude', 'assets/quay'])).toMatchObject({ kind: 'project', carrier: 'crude' })
  expect(plan(['carriers/crude', 'assets/trunk'])?.kind).not.toBe('project')
})

it('lets a new line cost what those of its kind do, by a premise that is named', () => {
  const gas = plan(['carriers/gas'])
  // 0.8 EUR for a MWh.
  expect(gas?.added?.[0]?.cost).toMatchObject({ unit: 'EUR/gwh', because: 'assumption:project-tariff-gas' })
  expect(gas?.added?.[0]?.cost?.value).toBeCloseTo(800, 6)
  expect(gas?.scenarios[0]?.assumptions.map(({ id }) => id)).toContain('project-tariff-gas')
  const oil = plan(['carriers/crude'])
  expect(oil?.added?.[0]?.cost?.because).toBe('assumption:project-tariff-oil')
  expect(oil?.added?.[0]?.cost?.value).toBeGreaterThan(1000)
})

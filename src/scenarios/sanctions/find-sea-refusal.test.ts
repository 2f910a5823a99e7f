import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import { draftQuestions } from '../draft-questions.ts'
import { factsFixture, quantityFixture } from '../event-facts-fixture.ts'
import { shippedPremises } from '../premises-fixture.ts'

/** Northland (AA) loads 400 kb/d into a sea on which 600 more of Farland (CC) sail; Buyland (BB) lands 500, Otherland (DD) the rest. */
const { atlas, problems } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  zones: [
    ...tinyTables.zones,
    'sea,The sea,,market,0,0,',
    'far,Farland,CC,country,0,30,',
    'buy,Buyland,BB,country,1,26,',
    'other,Otherland,DD,country,1,27,',
  ],
  supplies: [...tinyTables.supplies, 'far-oil,Farland oil,crude,far,,production,'],
  links: [
    ...tinyTables.links,
    'aa-loading,Loading of Northland,crude,south,sea,,market,',
    'far-loading,Loading of Farland,crude,far,sea,,market,',
    'buy-landing,Crude to Buyland,crude,sea,buy,,market,',
    'other-landing,Crude to Otherland,crude,sea,other,,market,',
  ],
  sea_trades: ['aa-dd,Crude of Northland to Otherland,crude,AA,DD,'],
  figures: [
    ...tinyTables.figures,
    'supplies,far-oil,output,600,,,kb/d,,,reported,yearbook,,',
    'links,aa-loading,flow,400,,,kb/d,,,reported,yearbook,,',
    'links,far-loading,flow,600,,,kb/d,,,reported,yearbook,,',
    'links,buy-landing,flow,500,,,kb/d,,,reported,yearbook,,',
    'links,other-landing,flow,500,,,kb/d,,,reported,yearbook,,',
    'sea_trades,aa-dd,rate,100,80,120,kb/d,,,reported,yearbook,,',
  ],
  measures: [
    ...tinyTables.measures,
    'embargo,Embargo of Buyland on Farland,Barbados,designation,crude,countries/CC,,2020-01-01,,reported,yearbook,',
  ],
})
const day = calendarDate('2025-02-17')
const draft = (...facts: Parameters<typeof factsFixture>) =>
  draftQuestions({ facts: facts.map(factsFixture), atlas, fallbackDay: day, asOf: null })

const ban = (refs: string[], cues: string[] = ['topic:forbidding:banned']) =>
  draft({ type: 'sanction', refs: [...refs, 'carriers/crude'], day, cues })

describe('cargoes that are refused', () => {
  it('has an atlas without faults', () => {
    expect(problems.filter(({ message }) => /sea_trades/u.test(message))).toEqual([])
  })

  it('takes what a buyer has from the table of trades, whoever of the two is named first', () => {
    for (const refs of [
      ['countries/DD', 'countries/AA'],
      ['countries/AA', 'countries/DD'],
    ]) {
      const [question] = ban(refs).questions
      expect(question).toMatchObject({
        kind: 'sanction',
        subject: 'countries/AA-DD-crude-by-sea',
        links: ['aa-loading'],
      })
      expect(question?.rerouting).toMatchObject({ exposed: 100, buyer: { from: 'atlas', landed: 500 } })
      // 80 kb/d, of which 85 % stop, and 120, of which all do.
      expect(question?.rerouting?.refused.low).toBeCloseTo(68, 9)
      expect(question?.rerouting?.refused.high).toBeCloseTo(120, 9)
      // All 120 missing for 24 of 91 days, but for the 15 % that are not loaded at all.
      expect(question?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(400 - 120 * (0.15 + (0.85 * 24) / 91), 6)
    }
  })

  it('takes the amount that the reports state before any other', () => {
    const { questions } = draft({
      type: 'supply_halt',
      refs: ['countries/DD', 'countries/AA', 'carriers/crude'],
      day,
      cues: ['event:halt:stop', 'topic:buying:buying'],
      quantities: [quantityFixture('q1', 150_000, 'bbl/d')],
    })
    expect(questions[0]?.rerouting).toMatchObject({ exposed: 150, buyer: { from: 'reports' } })
  })

  it('takes a share of what is at sea where the atlas has no such trade, half of it more or less', () => {
    const [question] = ban(['countries/BB', 'countries/AA']).questions
    // 400 of 1,000 at sea are of Northland: 200 of the 500 that Buyland lands.
    expect(question?.rerouting).toMatchObject({ exposed: 200, buyer: { from: 'shares' } })
    expect(question?.rerouting?.refused.low).toBeCloseTo(85, 9)
  })

  it('takes nothing for bought that the buyer forbids already', () => {
    expect(ban(['countries/BB', 'countries/CC']).questions).toEqual([])
  })

  it('takes a ban on insuring tankers for a part of what the country ships', () => {
    const [question] = ban(['countries/AA'], ['topic:forbidding:banned', 'topic:shipping:insur*']).questions
    expect(question).toMatchObject({ subject: 'countries/AA-crude-by-sea', links: ['aa-loading'] })
    expect(question?.rerouting?.exposed).toBeCloseTo(0.33 * 400, 9)
  })

  it('takes a lowered price cap for the same', () => {
    const { questions } = draft({
      type: 'price_move',
      refs: ['countries/AA', 'carriers/crude'],
      day,
      cues: ['topic:price_cap:price cap*'],
    })
    expect(questions).toMatchObject([{ kind: 'sanction', subject: 'countries/AA-crude-by-sea' }])
  })

  it('asks nothing of what others make of its crude, and says why', () => {
    const { questions, notComputed } = ban(
      ['countries/AA', 'countries/DD'],
      ['topic:forbidding:banned', 'topic:made_from:made from'],
    )
    expect(questions).toEqual([])
    expect(notComputed[0]?.because).toMatch(/made from/u)
  })
})

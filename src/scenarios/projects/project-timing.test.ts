import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import { draftQuestions } from '../draft-questions.ts'
import { factsFixture, quantityFixture } from '../event-facts-fixture.ts'
import { shippedPremises } from '../premises-fixture.ts'

/** AA gives power; the works are a plant of two units of 1,000 MW, and the mill refines 100 kb/d. */
const { atlas, problems } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  assets: [
    ...tinyTables.assets,
    'works,The works nuclear power plant,plant,power,north,AA,,,,,',
    'mill,The mill,refinery,crude,south,AA,,,,,',
  ],
  supplies: [...tinyTables.supplies, 'north-power,North power,power,north,,production,'],
  demands: [...tinyTables.demands, 'north-use,Northland power,power,north,final,'],
  conversions: [...tinyTables.conversions, 'mill-works,The mill,crude,products,south,mill,refining,'],
  figures: [
    ...tinyTables.figures,
    'assets,works,capacity,2000,,,MW,,,reported,yearbook,,',
    'assets,works,units,2,,,count,,,reported,yearbook,,',
    'supplies,north-power,output,100,,,GWh/d,,,reported,yearbook,,',
    'demands,north-use,rate,100,,,GWh/d,,,reported,yearbook,,',
    'conversions,mill-works,capacity,100,,,kb/d,,,reported,yearbook,,',
    'conversions,mill-works,flow,80,,,kb/d,,,reported,yearbook,,',
  ],
})
const day = calendarDate('2025-02-17')
const drafted = (of: Omit<Parameters<typeof factsFixture>[0], 'day'>) =>
  draftQuestions({
    facts: [factsFixture({ ...of, day, published: day })],
    atlas,
    fallbackDay: day,
    asOf: null,
  }).questions

describe('something new that starts', () => {
  it('adds one unit of its plant from its day, by the size of the atlas, and is no project any more', () => {
    expect(problems).toEqual([])
    const [question] = drafted({
      type: 'supply_start',
      refs: ['assets/works'],
      cues: ['event:start:began', 'topic:unit:unit'],
    })
    expect(question).toMatchObject({ kind: 'project', project: { odds: null } })
    expect(question?.scenarios).toHaveLength(1)
    // Half of 2,000 MW are 24 GWh a day, of which a reactor gives 85 %.
    expect(question?.scenarios[0]?.shocks).toMatchObject([{ from: day, central: 24 * 0.85 }])
  })

  it('comes in the time that is told, late by the overrun, on the network of the report', () => {
    const [question] = draftQuestions({
      facts: [
        factsFixture({
          type: 'supply_start',
          modality: 'announced_or_planned',
          refs: ['assets/works'],
          cues: ['event:start:start', 'topic:unit:unit'],
          day: calendarDate('2027-01-01'),
          time: '2027',
          published: day,
        }),
      ],
      atlas,
      fallbackDay: day,
      asOf: null,
    }).questions
    expect(question?.networkDate).toBe(day)
    expect(question?.scenarios[0]?.start).toBe('2027-01-01')
    expect(question?.scenarios[1]?.title).toMatch(/2027-\d\d-\d\d or later|2028-\d\d-\d\d or later/u)
    expect(question?.scenarios[0]?.assumptions.map(({ id }) => id)).toContain('project-overrun')
  })

  it('asks of a refinery that the atlas has at work what its start brings, and nothing of what it makes', () => {
    const start = { type: 'supply_start' as const, refs: ['assets/mill'] }
    const [question] = drafted({ ...start, cues: ['event:start:opened'] })
    expect(question).toMatchObject({ kind: 'restart', isNew: true, subject: 'assets/mill' })
    expect(drafted({ ...start, cues: ['event:start:began', 'event:flow:processing'] })).toEqual([])
  })

  it('asks of a refinery that is to grow what its new capacity would add', () => {
    const [question] = drafted({
      type: 'supply_change',
      modality: 'announced_or_planned',
      refs: ['assets/mill'],
      cues: ['event:rise:expand'],
      quantities: [
        { ...quantityFixture('q1', [100, 160], 'bbl/d'), kind: 'from_to', value: [100_000, 160_000] },
      ],
    })
    expect(question).toMatchObject({ kind: 'project', subjectName: 'Larger The mill', carrier: 'crude' })
    expect(question?.project?.planned).toMatchObject({ low: 60, high: 60 })
    expect(question?.added).toMatchObject([
      { table: 'conversions', bus: 'south:crude', to: 'south:products' },
    ])
  })
})

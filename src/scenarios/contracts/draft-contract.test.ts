import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import { draftQuestions } from '../draft-questions.ts'
import { factsFixture, quantityFixture } from '../event-facts-fixture.ts'
import { shippedPremises } from '../premises-fixture.ts'

/** AA sends gas to CC by a line with room for 20 GWh/d more; the trader is at home in CC and brings up nothing. */
const { atlas, problems } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  zones: [...tinyTables.zones, 'far,Farland,CC,country,0,30,'],
  actors: [...tinyTables.actors, 'trader,The trader,company,CC,', 'digger,The digger,company,AA,'],
  supplies: [...tinyTables.supplies, 'north-gas,North gas,gas,north,,production,'],
  demands: [...tinyTables.demands, 'far-gas,Farland gas,gas,far,final,'],
  links: [...tinyTables.links, 'gas-line,The gas line,gas,north,far,,pipeline,'],
  figures: [
    ...tinyTables.figures,
    'supplies,north-gas,output,300,,,GWh/d,,,reported,yearbook,,',
    'demands,far-gas,rate,100,,,GWh/d,,,reported,yearbook,,',
    'links,gas-line,flow,100,,,GWh/d,,,reported,yearbook,,',
    'links,gas-line,capacity,120,,,GWh/d,,,reported,yearbook,,',
  ],
})
const day = calendarDate('2025-02-17')
const signed = (
  refs: readonly string[],
  cues: readonly string[] = [],
  unit = 'bcm/yr',
  type: 'agreement' | 'negotiation' = 'agreement',
) =>
  draftQuestions({
    facts: [
      factsFixture({
        type,
        refs: ['carriers/gas', ...refs],
        quantities: [quantityFixture('q1', 1, unit)],
        cues: ['event:agree:signed', 'topic:delivery:suppl*', ...cues],
        day,
      }),
    ],
    atlas,
    fallbackDay: day,
    asOf: null,
  })

describe('a contract of supply', () => {
  it('adds between nothing and all of it at the seller, and nominates it on the line to the buyer', () => {
    expect(problems).toEqual([])
    const [question] = signed(['actors/digger', 'countries/CC']).questions
    expect(question).toMatchObject({ kind: 'rise', subject: 'countries/aa-cc-gas-contract' })
    const [added, line] = question?.scenarios[0]?.shocks ?? []
    expect(added).toMatchObject({ asset: 'supplies/aa-cc-gas-contract', low: 0 })
    expect(added?.high).toBeGreaterThan(25)
    expect(added?.central).toBeCloseTo((added?.high ?? 0) / 4, 6)
    expect(line).toMatchObject({ asset: 'links/gas-line', field: 'flow', low: 100 })
    expect(line?.high).toBeCloseTo(100 + (added?.high ?? 0), 6)
    expect(question?.contract).toMatchObject({
      buyer: { uses: 100 },
      way: { name: 'The gas line', free: 20 },
    })
  })

  it('asks nothing where no party sends the carrier abroad, and says that a contract moves before it adds', () => {
    const { questions, notComputed } = signed(['actors/trader'])
    expect(questions).toEqual([])
    expect(notComputed[0]?.because).toMatch(/moves who sells to whom/u)
  })

  it('asks nothing of a contract that is prolonged, or that states no rate', () => {
    const parties = ['actors/digger', 'countries/CC']
    expect(signed(parties, ['topic:prolonged:extended']).questions.some(({ contract }) => contract)).toBe(
      false,
    )
    expect(signed(parties, [], 'USD').questions.some(({ contract }) => contract)).toBe(false)
  })

  it('that is talked about, or signed in outline, is asked with how many of such are signed for good', () => {
    const parties = ['actors/digger', 'countries/CC']
    const contractOf = (...of: Parameters<typeof signed>) => signed(...of).questions[0]?.contract
    expect(contractOf(parties)).toMatchObject({ odds: null, isTalked: false })
    const talks = contractOf(parties, [], 'bcm/yr', 'negotiation')
    expect(talks).toMatchObject({ isTalked: true, odds: { low: 0.1, central: 0.3, high: 0.6 } })
    const outline = contractOf(parties, ['topic:memorandum:heads of agreement'])
    expect(outline?.odds?.central).toBeGreaterThan(talks?.odds?.central ?? 1)
  })
})

import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import { draftQuestions } from '../draft-questions.ts'
import type { EventFacts } from '../event-facts.ts'
import { factsFixture, namedFixture, quantityFixture } from '../event-facts-fixture.ts'
import { shippedPremises } from '../premises-fixture.ts'

/**
 * Gas from AA through DD and EE into FF, which sends a quarter of it on to GG; the buyer of FF has a contract for 40 of
 * the 80 that enter. A line for oil with branches to EE and FF, and one section behind the other to GG and HH.
 */
const { atlas } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  zones: [
    ...tinyTables.zones,
    'dd,Dland,DD,country,0,1,',
    'ee,Eland,EE,country,0,2,',
    'ff,Fland,FF,country,0,3,',
    'gg,Gland,GG,country,0,4,',
    'hh,Hland,HH,country,0,5,',
  ],
  assets: [
    ...tinyTables.assets,
    'forked,Forked line,pipeline,crude,,AA DD EE FF,,,,,',
    'forked-north,Northern fork,pipeline,crude,,AA DD EE,,,forked,,',
    'straight,Straight line,pipeline,crude,,AA GG HH,,,,,',
    'pumps,The pumps,station,crude,north,AA,,,forked,,',
    'harbour,The harbour,port,crude,ee,EE,,,,,',
  ],
  links: [
    ...tinyTables.links,
    'aa-dd,Gas AA to DD,gas,north,dd,,pipeline,',
    'dd-ee,Gas DD to EE,gas,dd,ee,,pipeline,',
    'ee-ff,Gas EE to FF,gas,ee,ff,,pipeline,',
    'ff-gg,Gas FF to GG,gas,ff,gg,,pipeline,',
    'dd-hh,Gas DD to HH,gas,dd,hh,,pipeline,',
    'forked-ee,Fork to EE,crude,north,ee,forked-north,pipeline,',
    'forked-ff,Fork to FF,crude,north,ff,forked,pipeline,',
    'straight-gg,Straight to GG,crude,north,gg,straight,pipeline,',
    'straight-hh,Straight to HH,crude,gg,hh,straight,pipeline,',
    'harbour-loading,Loading,crude,ee,south,harbour,market,',
  ],
  figures: [
    ...tinyTables.figures,
    ...['aa-dd', 'dd-ee', 'ee-ff'].flatMap((id) => [
      `links,${id},flow,80,,,GWh/d,,,reported,yearbook,,`,
      `links,${id},capacity,200,,,GWh/d,,,reported,yearbook,,`,
    ]),
    'links,ff-gg,flow,20,,,GWh/d,,,reported,yearbook,,',
    'links,ff-gg,capacity,60,,,GWh/d,,,reported,yearbook,,',
    'links,dd-hh,flow,5,,,GWh/d,,,reported,yearbook,,',
    'links,dd-hh,capacity,9,,,GWh/d,,,reported,yearbook,,',
    ...['forked-ee', 'forked-ff', 'straight-gg', 'straight-hh', 'harbour-loading'].map(
      (id) => `links,${id},flow,100,,,kb/d,,,reported,yearbook,,`,
    ),
    'contracts,seller-buyer,rate,40,,,GWh/d,,,reported,yearbook,,',
    'assets,pumps,stations,9,,,count,,,reported,yearbook,,',
  ],
  actors: [
    ...tinyTables.actors,
    'eu-gas-capacity-auctions,Auctions,organisation,DD EE FF GG,',
    'seller,The Seller,company,AA,',
    'buyer,The Buyer,company,FF,',
    'rival,The Rival,company,FF,',
  ],
  contracts: ['seller-buyer,Seller to Buyer,seller,buyer,gas,north,ff,,2020-01-01,2030-12-31,yearbook,'],
})
const day = calendarDate('2025-02-17')
const draft = (...facts: EventFacts[]) =>
  draftQuestions({ facts, atlas, fallbackDay: day, asOf: null }).questions
const halt = (refs: readonly string[], of: Partial<Parameters<typeof factsFixture>[0]> = {}) =>
  factsFixture({ type: 'supply_halt', refs, day, cues: ['event:halt:halt*'], ...of })

describe('what one buyer no longer gets of what others get too', () => {
  it("is at most its contract of what enters its country, through other countries' pipes", () => {
    const [question, more] = draft(halt(['actors/seller', 'actors/buyer', 'carriers/gas']))
    expect(more).toBeUndefined()
    expect(question).toMatchObject({ subject: 'countries/AA-FF-gas', links: ['ee-ff'] })
    expect(question?.within?.share).toBe(0.5)
    // Of 40 of the 80 others take a quarter at worst, three quarters in the middle, all at best.
    const shock = question?.scenarios[0]?.shocks[0]
    expect([shock?.low, shock?.central, shock?.high]).toEqual([50, 70, 80])
    expect(shock?.because).toContain('atlas:contracts/seller-buyer/rate')
  })

  it('is what the country keeps and does not pass on, where no contract of the buyer is known', () => {
    // A quarter of the 80 goes on to GG; the contract is of another company.
    const [question] = draft(halt(['actors/seller', 'actors/rival', 'carriers/gas']))
    expect(question?.within?.share).toBe(0.75)
    // Without a company the contracts of the country count.
    expect(draft(halt(['countries/AA', 'countries/FF', 'carriers/gas']))[0]?.within?.share).toBe(0.5)
  })

  it('comes back when the reports say so without naming it again, and a fault in its clause is no decision', () => {
    const refs = ['countries/AA', 'countries/HH', 'carriers/gas']
    const back = factsFixture({
      type: 'repair_or_restart',
      modality: 'announced_or_planned',
      refs: ['carriers/gas', 'actors/seller'],
      quantities: [quantityFixture('q1', 5, 'day')],
      cues: ['event:resume:resum*'],
      day,
      id: 'e2',
    })
    const lasts = (...facts: EventFacts[]) => draft(...facts)[0]?.scenarios[0]?.shocks[0]?.lasts
    expect(lasts(halt(refs), back)?.central).toBe(5)
    expect(lasts(halt(refs))?.central).toBeGreaterThan(5)
    const elsewhere = { ...back, refs: new Set([...back.refs, 'countries/GG']) }
    expect(lasts(halt(refs), elsewhere)).toEqual(lasts(halt(refs)))
    // What broke is repaired sooner than who decided changes their mind.
    const broke = halt(refs, { cues: ['event:halt:halt*', 'also:outage:fault'] })
    expect(lasts(broke)?.central).toBeLessThan(lasts(halt(refs))?.central ?? 0)
  })

  it('is lost in full where nobody else can ask for the capacity of the border', () => {
    // From DD, a member, to HH, which is none: as from Ukraine to Moldova.
    const [question] = draft(halt(['countries/AA', 'countries/HH', 'carriers/gas']))
    expect(question?.links).toEqual(['dd-hh'])
    expect(question?.scenarios[0]?.shocks[0]).toMatchObject({ low: 0, central: 0, high: 0 })
  })

  it('is mostly taken by others where the reports say that the transit goes on', () => {
    const goesOn = factsFixture({
      type: 'other',
      refs: ['countries/DD'],
      assets: ['Dland'],
      cues: ['event:normal:goes on', 'topic:goes_on:goes on'],
      day,
      id: 'e2',
    })
    const claims = goesOn.claims.map((one) => ({
      ...one,
      reading: {
        ...one.reading,
        entities: [
          {
            canonical: 'Dland',
            type: 'country' as const,
            atlas: 'countries/DD',
            surfaces: ['Dland'],
            match: 'name' as const,
            score: 1,
            mentions: [],
          },
        ],
      },
    }))
    const [question] = draft(halt(['actors/seller', 'actors/buyer', 'carriers/gas']), { ...goesOn, claims })
    const shock = question?.scenarios[0]?.shocks[0]
    expect(shock?.low).toBeCloseTo(60, 9)
    expect(shock?.central).toBeCloseTo(76, 9)
  })

  it('is the branch to the named country, or the section that leads there', () => {
    const links = (asset: string, country: string) =>
      draft(namedFixture(halt([`assets/${asset}`, `countries/${country}`]), [asset, country])).map((one) => [
        one.subjectName,
        one.links,
      ])
    expect(links('forked', 'FF')).toEqual([['Forked line to countries/FF', ['forked-ff']]])
    expect(links('straight', 'HH')).toEqual([['Straight line to countries/HH', ['straight-hh']]])
    // No link leads to DD: the fork that passes it is what may stop.
    expect(links('forked', 'DD')).toEqual([['Forked line', ['forked-ee']]])
  })
})

describe('who is meant by a country', () => {
  const more = (refs: readonly string[], cues: readonly string[]) =>
    draft(
      factsFixture({
        type: 'supply_change',
        refs: ['carriers/crude', ...refs],
        quantities: [quantityFixture('q1', 50_000, 'bbl/d')],
        cues: ['event:rise:rais*', ...cues],
        day,
      }),
    ).map(({ subject }) => subject)

  it('is never the buyer whose own output would rise when more is delivered to it', () => {
    expect(more(['countries/AA', 'countries/HH'], ['topic:delivery:deliver*'])).toEqual([
      'countries/AA-crude',
    ])
    expect(more(['countries/HH'], ['topic:delivery:deliver*'])).toEqual([])
    expect(more(['countries/AA'], ['topic:delivery:deliver*'])).toEqual(['countries/AA-crude'])
  })

  it('is the one struck plant, where a fall of what its country sends is told beside it', () => {
    const fall = factsFixture({
      type: 'supply_change',
      refs: ['countries/AA', 'carriers/crude'],
      quantities: [quantityFixture('q1', 50_000, 'bbl/d')],
      cues: ['event:fall:fell'],
      day,
      id: 'e2',
    })
    const hit = factsFixture({
      type: 'outage_or_attack',
      refs: ['assets/well'],
      cues: ['event:outage:fault'],
      day,
    })
    const questions = draft(fall, hit)
    expect(questions.map(({ subject }) => subject)).toEqual(['assets/well'])
    expect([...(questions[0]?.events ?? [])].sort()).toEqual(['e1', 'e2'])
    // 50 of 500 kb/d at worst.
    expect(questions[0]?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(0.9, 9)
    expect(draft(fall).map(({ subject }) => subject)).toEqual(['countries/AA-crude'])
  })

  it('is the one struck plant too, where the fall is told of a line that leads out of its country, or of its buyer', () => {
    const fallOf = (refs: readonly string[], assets: readonly string[] = []) =>
      namedFixture(
        factsFixture({
          type: 'supply_change',
          refs: [...refs, 'carriers/crude'],
          quantities: [quantityFixture('q1', 50_000, 'bbl/d')],
          cues: ['event:fall:fell'],
          day,
          id: 'e2',
        }),
        assets,
      )
    const hit = factsFixture({
      type: 'outage_or_attack',
      refs: ['assets/well'],
      cues: ['event:outage:fault'],
      day,
    })
    const asked = (fall: EventFacts) => draft(fall, hit).map(({ subject }) => subject)
    expect(asked(fallOf(['assets/straight'], ['straight']))).toEqual(['assets/well'])
    expect(asked(fallOf(['countries/AA', 'countries/FF'], ['AA', 'FF']))).toEqual(['assets/well'])
    // What leaves another country is another matter.
    expect(asked(fallOf(['assets/harbour'], ['harbour']))).toEqual(['assets/harbour', 'assets/well'])
    expect(asked(fallOf(['countries/EE', 'countries/FF'], ['EE', 'FF']))).toContain('assets/well')
  })
})

describe('a struck station and what it feeds', () => {
  const struck = (of = {}) =>
    factsFixture({
      type: 'outage_or_attack',
      refs: ['assets/pumps'],
      cues: ['event:attack:drone*'],
      day,
      id: 'e2',
      ...of,
    })

  it('are one question, about the port that is told to have stopped', () => {
    const stopped = namedFixture(halt(['assets/harbour', 'carriers/crude']), ['harbour'])
    const questions = draft(struck(), stopped)
    expect(questions.map(({ subject }) => subject)).toEqual(['assets/harbour'])
    expect(questions[0]).toMatchObject({ cause: 'damage', links: ['harbour-loading'] })
    expect([...(questions[0]?.events ?? [])].sort()).toEqual(['e1', 'e2'])
    // Something may go on: nobody ordered the halt.
    expect(questions[0]?.scenarios[0]?.shocks[0]).toMatchObject({ low: 0, central: 0, status: 'assumed' })
    // Without a halt the station stands for its line, and a month later the port is another matter.
    expect(draft(struck()).map(({ subject }) => subject)).toEqual(['assets/pumps'])
    const later = namedFixture(halt(['assets/harbour'], { day: calendarDate('2025-03-20') }), ['harbour'])
    expect(draft(struck(), later).map(({ subject }) => subject)).toEqual(['assets/pumps', 'assets/harbour'])
  })

  it('are one question, about the branch to the country whose deliveries stop', () => {
    const stopped = namedFixture(halt(['countries/FF', 'carriers/crude']), ['FF', 'crude'])
    const questions = draft(struck(), stopped)
    expect(questions.map(({ subject, links }) => [subject, links])).toEqual([['assets/pumps', ['forked-ff']]])
  })

  it('are told in one clause too: "after a strike on the station deliveries are halted" is no decision', () => {
    const refs = ['assets/pumps', 'assets/forked', 'countries/FF']
    const told = (cues: readonly string[]) =>
      draft(namedFixture(halt(refs, { cues }), ['pumps', 'forked', 'FF']))[0]
    expect(told(['event:halt:halt*', 'also:attack:strike on'])).toMatchObject({ cause: 'damage' })
    expect(told(['event:halt:halt*'])).toMatchObject({ cause: 'halt' })
  })

  it('stay their own line, where a country is named to which another line leads', () => {
    const linksTo = (country: string) =>
      draft(namedFixture(struck({ refs: ['assets/pumps', `countries/${country}`] }), ['pumps', country])).map(
        ({ subject, links }) => [subject, links],
      )
    const stopped = (country: string) =>
      draft(struck(), namedFixture(halt([`countries/${country}`, 'carriers/crude']), [country, 'crude']))
    expect(linksTo('GG')).toEqual(linksTo('CC'))
    expect(stopped('GG')[0]?.links).toEqual(draft(struck())[0]?.links)
  })

  it('lose what the reports state of the port', () => {
    const quantities = [quantityFixture('q1', 60_000, 'bbl/d')]
    const stopped = namedFixture(halt(['assets/harbour'], { quantities }), ['harbour'])
    // 60 of 100 kb/d at worst.
    expect(draft(struck(), stopped)[0]?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(0.4, 9)
  })
})

import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import { draftQuestions } from '../draft-questions.ts'
import type { EventFacts } from '../event-facts.ts'
import { factsFixture, quantityFixture } from '../event-facts-fixture.ts'
import { shippedPremises } from '../premises-fixture.ts'

/** The tiny world with two refineries, and a strait that crude and LNG pass. */
const { atlas } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  zones: [...tinyTables.zones, 'far,Farland,CC,country,0,30,', 'open-sea,The open sea,,market,0,0,'],
  assets: [
    ...tinyTables.assets,
    'plant,The plant,refinery,crude,south,AA,,,,,',
    'works,The works,refinery,crude,north,AA,,,,,',
    'narrows,The narrows,strait,,,AA,,,,,',
    'small-works,Small works,refinery,crude,north,AA,,,,,',
    'unknown-works,Unknown works,refinery,crude,north,AA,,,,,',
    'quay,The quay,port,crude,south,AA,,,,,',
  ],
  conversions: [
    'south-plant,Southland plant,crude,products,south,plant,refining,',
    'north-works,Northland works,crude,products,north,works,refining,',
    'north-rest,Other works of Northland,crude,products,north,,refining,',
  ],
  links: [
    ...tinyTables.links,
    'narrows-crude,Crude through the narrows,crude,north,far,narrows,market,',
    'narrows-lng,LNG through the narrows,lng,north,far,narrows,market,',
    'quay-out,Loading at the quay,crude,south,open-sea,quay,market,',
  ],
  figures: [
    ...tinyTables.figures,
    'conversions,north-works,capacity,80,,,kb/d,,,reported,yearbook,,',
    'conversions,north-works,efficiency,97,,,%,,,reported,yearbook,,',
    'links,narrows-crude,flow,300,,,kb/d,,,reported,yearbook,,',
    'links,narrows-crude,capacity,600,,,kb/d,,,reported,yearbook,,',
    'links,narrows-lng,flow,40,,,GWh/d,,,reported,yearbook,,',
    'links,quay-out,flow,100,,,kb/d,,,reported,yearbook,,',
    'conversions,north-rest,capacity,200,,,kb/d,,,reported,yearbook,,',
    'conversions,north-rest,flow,160,,,kb/d,,,reported,yearbook,,',
    'conversions,north-rest,efficiency,97,,,%,,,reported,yearbook,,',
    'assets,small-works,capacity,50,,,kb/d,,,reported,yearbook,,',
  ],
  actors: [...tinyTables.actors, 'producers,The Producers,organisation,AA CC,'],
})
const day = calendarDate('2025-02-17')
const draft = (...facts: EventFacts[]) =>
  draftQuestions({ facts, atlas, fallbackDay: day, asOf: null }).questions
const outage = (of: Partial<Parameters<typeof factsFixture>[0]>) =>
  factsFixture({
    type: 'outage_or_attack',
    refs: ['assets/trunk'],
    cues: ['event:outage:outage*'],
    day,
    ...of,
  })
const factorOf = (facts: EventFacts) => draft(facts)[0]?.scenarios[0]?.shocks[0]

it('takes the flow to a port that stops for one of the line that leads there', () => {
  const subjects = (...refs: string[]) =>
    draft(outage({ type: 'supply_halt', refs, cues: ['event:halt:stopped'] })).map(({ subject }) => subject)
  expect(subjects('assets/quay', 'assets/trunk')).toEqual(['assets/trunk'])
  expect(subjects('assets/quay')).toEqual(['assets/quay'])
  // The narrows lead elsewhere.
  expect(subjects('assets/quay', 'assets/narrows')[0]).toBe('assets/quay')
})

describe('amounts that reports say are lost', () => {
  // The trunk carries 500 of 1,600 kb/d (73 Mt a year at 8 barrels a tonne).
  it('come off the flow: what is told to be out is out, in the mildest case 70 % of it', () => {
    const told = factorOf(outage({ quantities: [quantityFixture('q1', 200_000, 'bbl/d')] }))
    expect(told).toMatchObject({ status: 'estimated' })
    expect(told?.low).toBeCloseTo(300 / 1600, 9)
    expect(told?.central).toBeCloseTo(300 / 1600, 9)
    expect(told?.high).toBeCloseTo(360 / 1600, 9)
  })

  it('are what a level leaves of the flow', () => {
    const level = { ...quantityFixture('q1', 100_000, 'bbl/d'), to_level: true as const }
    expect(factorOf(outage({ quantities: [level] }))?.low).toBeCloseTo(100 / 1600, 9)
  })

  it('are the difference of two levels', () => {
    const change = { ...quantityFixture('q1', [500_000, 350_000], 'bbl/d'), kind: 'from_to' as const }
    expect(factorOf(outage({ quantities: [change] }))?.low).toBeCloseTo(350 / 1600, 9)
  })

  it('are the share that falls where two levels are told that are more than flows on the mean', () => {
    const change = { ...quantityFixture('q1', [1_400_000, 700_000], 'bbl/d'), kind: 'from_to' as const }
    const told = factorOf(outage({ quantities: [change], cues: ['event:damage:damage*'] }))
    // Half of 500 kb/d is gone at worst, of a trunk of 1,600.
    expect(told?.low).toBeCloseTo(250 / 1600, 9)
    expect(told?.status).toBe('estimated')
  })

  it('come off what crosses a border, however much more the pipes could carry', () => {
    const [question] = draft(
      factsFixture({
        type: 'supply_change',
        refs: ['countries/CC', 'countries/AA', 'carriers/crude'],
        day,
        quantities: [quantityFixture('q1', 60_000, 'bbl/d')],
        cues: ['event:fall:cut*'],
      }),
    )
    expect(question?.links).toEqual(['narrows-crude'])
    // 60 of 300 kb/d gone at worst, 42 at the mildest; 600 could pass.
    expect(question?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(240, 6)
    expect(question?.scenarios[0]?.shocks[0]?.high).toBeCloseTo(258, 6)
  })

  it('are sought on the border of the one country of the story with which the named one trades', () => {
    const halt = factsFixture({ type: 'supply_halt', refs: ['countries/CC', 'carriers/crude'], day })
    const beside = (...refs: string[]) => factsFixture({ id: 'e2', type: 'statement', refs, day })
    expect(draft(halt, beside('countries/AA', 'countries/BB'))[0]?.links).toEqual(['narrows-crude'])
    expect(draft(halt, beside('countries/BB'))).toEqual([])
  })

  it('are not what an attacked asset can carry', () => {
    const size = [quantityFixture('q1', 500_000, 'bbl/d')]
    expect(factorOf(outage({ quantities: size, cues: ['event:attack:drone*'] }))).toMatchObject({
      status: 'assumed',
      low: 0,
      high: 0.8,
    })
  })
})

describe('the length of an outage', () => {
  it('is told by its last day', () => {
    expect(draft(outage({ time: '../2025-02-26' }))[0]?.scenarios[0]?.belief_days).toBe(10)
  })

  it('is told in hours, where they make a day', () => {
    const lasting = (hours: number) =>
      draft(outage({ quantities: [quantityFixture('q1', hours, 'hour')] }))[0]?.scenarios[0]?.belief_days
    expect(lasting(48)).toBe(2)
    expect(lasting(3)).toBeGreaterThan(2)
  })

  it('ends with the longest run where years are told, and is in order', () => {
    const years = outage({ quantities: [quantityFixture('q1', 2, 'year')] })
    const [scenario] = draft(years)[0]?.scenarios ?? []
    expect(scenario?.belief_days).toBe(180)
    expect(scenario?.assumptions.at(-1)).toMatchObject({ low: 180, central: 180, high: 180 })
  })

  it('is not what a claim denies', () => {
    const weeks = [quantityFixture('q1', 3, 'week')]
    const denied = factsFixture({
      type: 'repair_or_restart',
      modality: 'denied',
      refs: ['assets/trunk'],
      quantities: weeks,
      day,
      id: 'e2',
    })
    const days = (...facts: EventFacts[]) => draft(...facts)[0]?.scenarios[0]?.belief_days
    expect(days(outage({}), denied)).toBe(days(outage({})))
    expect(days(outage({ quantities: weeks }))).toBe(21)
  })

  it('is told by the day on which another event of the story has it back', () => {
    const back = factsFixture({
      type: 'repair_or_restart',
      modality: 'announced_or_planned',
      refs: ['assets/trunk'],
      time: '2025-03-03',
      day,
      id: 'e2',
    })
    expect(draft(outage({}), back)[0]?.scenarios[0]?.belief_days).toBe(14)
  })
})

it('takes a restart that names nothing for that of the one thing struck, and of two for neither', () => {
  const back = factsFixture({
    type: 'repair_or_restart',
    modality: 'announced_or_planned',
    refs: ['actors/pipe-company'],
    time: '2025-02-20',
    day,
    id: 'e2',
  })
  const plant = outage({ refs: ['assets/plant'] })
  expect(draft(plant, back)[0]?.scenarios[0]?.belief_days).toBe(3)
  const works = outage({ refs: ['assets/works'], id: 'e3' })
  const alone = draft(plant, works)[0]?.scenarios[0]?.belief_days
  expect(alone).toBeGreaterThan(3)
  expect(draft(plant, works, back)[0]?.scenarios[0]?.belief_days).toBe(alone)
})

describe('what befalls an asset', () => {
  it('is a halt with a remainder in doubt where a fault stops it, and a whole one where somebody stops it', () => {
    const fault = outage({})
    const halt = factsFixture({ type: 'supply_halt', refs: ['assets/trunk'], day, id: 'e2' })
    const reading = fault.claims[0]?.reading
    if (reading === undefined) throw new Error('a fixture without a claim')
    const claim = { ...halt.claims[0]?.claim, id: 'c2', assets: ['Trunk pipeline'] }
    const both = {
      ...fault,
      claims: [...fault.claims, { ...halt.claims[0], claim, reading, because: 'claim:r1/c2' }],
    } as EventFacts
    expect(factorOf(both)).toMatchObject({ status: 'assumed', low: 0, central: 0 })
    expect(factorOf(both)?.high).toBeCloseTo(0.3, 9)
    expect(factorOf(halt)).toMatchObject({ status: 'reported', low: 0, central: 0, high: 0 })
  })

  it('is maintenance where work on something in service has its days', () => {
    const work = factsFixture({
      type: 'repair_or_restart',
      modality: 'announced_or_planned',
      refs: ['assets/trunk'],
      time: '2025-03-03/2025-03-12',
      day: calendarDate('2025-03-03'),
    })
    const [question] = draft(work)
    expect(question).toMatchObject({ kind: 'outage', cause: 'maintenance' })
    expect(question?.scenarios[0]).toMatchObject({ start: '2025-03-03', belief_days: 10 })
    const restart = factsFixture({ type: 'repair_or_restart', refs: ['assets/trunk'], day })
    expect(draft(restart)).toEqual([])
  })

  it('is asked of each of two refineries that are hit at once, and not of the line that feeds them', () => {
    const told = outage({ refs: ['assets/plant', 'assets/works', 'assets/trunk'] })
    expect(draft(told).map(({ subject }) => subject)).toEqual(['assets/plant', 'assets/works'])
  })

  it('closes a strait for the carrier that is named, and for each family apart', () => {
    const closed = (refs: readonly string[]) =>
      draft(factsFixture({ type: 'supply_halt', refs: ['assets/narrows', ...refs], day }))
    expect(closed([]).map(({ carrier, cause }) => [carrier, cause])).toEqual([['crude', 'closure']])
    expect(closed(['carriers/lng']).map(({ carrier }) => carrier)).toEqual(['lng'])
    const both = closed(['carriers/lng', 'carriers/crude'])
    expect(both.map(({ carrier }) => carrier)).toEqual(['crude', 'lng'])
    expect(both.map(({ scenarios }) => scenarios[0]?.shocks.map(({ asset }) => asset))).toEqual([
      ['links/narrows-crude'],
      ['links/narrows-lng'],
    ])
    expect(new Set(both.map(({ id }) => id)).size).toBe(2)
  })
})

describe('what has no row of its own in the network', () => {
  it('is its share of what its zone has of the kind', () => {
    const [question] = draft(outage({ refs: ['assets/small-works'], type: 'supply_halt' }))
    expect(question).toMatchObject({
      plants: ['conversions/north-rest'],
      within: { name: 'Other works of Northland', share: 0.25 },
    })
    // All of a quarter is gone. At best the idle fifth of the whole takes over as far as three quarters of it go, at
    // worst nobody does: a quarter of the four fifths that worked.
    expect(question?.scenarios[0]?.shocks[0]).toMatchObject({ status: 'estimated', high: 0.75 })
    expect(question?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(0.6, 9)
  })

  it('takes its size from the reports where the atlas has none, and is not computed where nobody states it', () => {
    const told = outage({
      refs: ['assets/unknown-works'],
      type: 'outage_or_attack',
      cues: ['event:attack:drone*'],
      quantities: [quantityFixture('q1', 100_000, 'bbl/d')],
    })
    const named = (facts: EventFacts): EventFacts => ({
      ...facts,
      claims: facts.claims.map((one) => ({
        ...one,
        claim: { ...one.claim, assets: ['Unknown works'] },
      })),
    })
    const [question] = draft(named(told))
    expect(question?.within?.share).toBe(0.5)
    // The premise on damage of unknown size takes 20 to 100 % of half of the whole, at worst of the 80 % that worked.
    expect(question?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(0.4, 9)
    expect(question?.scenarios[0]?.shocks[0]?.high).toBeCloseTo(0.9, 9)
    expect(draft(named(outage({ refs: ['assets/unknown-works'], quantities: [] })))).toEqual([])
  })

  it('is all that crosses the border of two countries, in the direction in which it flows', () => {
    const [question] = draft(
      factsFixture({
        type: 'supply_halt',
        refs: ['countries/CC', 'countries/AA', 'carriers/lng'],
        day,
        quantities: [quantityFixture('q1', 10, 'day')],
      }),
    )
    expect(question).toMatchObject({ links: ['narrows-lng'], cause: 'halt', carrier: 'lng' })
    expect(question?.title).toMatch(/from .* to .*: what the halt does to supply/u)
    expect(question?.scenarios[0]).toMatchObject({ belief_days: 10 })
  })

  it('is what countries bring up, named or as members of a body, where a cut has a size', () => {
    const cut = (refs: readonly string[], quantities = [quantityFixture('q1', 100_000, 'bbl/d')]) =>
      draft(factsFixture({ type: 'supply_change', refs, day, quantities, cues: ['event:fall:cut*'] }))
    const [question] = cut(['countries/AA'])
    expect(question).toMatchObject({ plants: ['supplies/well-oil'], carrier: 'crude', cause: 'cut' })
    // 100 of 500 kb/d at worst, 70 of them at the mildest, since it is a decision.
    expect(question?.scenarios[0]?.shocks[0]).toMatchObject({ low: 0.8, high: 0.86, field: 'supply' })
    expect(cut(['actors/producers'])[0]?.plants).toEqual(['supplies/well-oil'])
    expect(cut(['countries/AA', 'carriers/crude'], [])).toEqual([])
  })
})

it('takes what names no asset for the asset of the headline, but not what a company of another country does', () => {
  const text = 'Small works hit\nthe body'
  const mention = { start: 0, end: 11, surface: 'Small works' }
  const headed = (refs: readonly string[]): EventFacts => {
    const facts = outage({ refs })
    const entity = {
      canonical: 'Small works',
      type: 'refinery' as const,
      atlas: 'assets/small-works',
      surfaces: ['Small works'],
      match: 'name' as const,
      score: 1,
      mentions: [mention],
    }
    const claims = facts.claims.map((one) => ({
      ...one,
      reading: { ...one.reading, text, entities: [entity] },
    }))
    return { ...facts, claims }
  }
  expect(draft(headed([]))[0]?.subject).toBe('assets/small-works')
  // The fund is of BB, the works are of AA.
  expect(draft(headed(['actors/fund']))).toEqual([])
})

it("takes what several countries trade, or one buys, for nobody's output, unless output is spoken of", () => {
  const cut = (refs: readonly string[], cues: readonly string[]) =>
    draft(
      factsFixture({
        type: 'supply_change',
        refs: ['carriers/crude', ...refs],
        quantities: [quantityFixture('q1', -50, '%')],
        cues: ['event:fall:cut*', ...cues],
        day,
      }),
    ).map(({ subject }) => subject)
  expect(cut(['countries/AA', 'countries/BB'], ['topic:buying:purchas*'])).toEqual([])
  expect(cut(['countries/AA'], ['topic:buying:import*'])).toEqual([])
  expect(cut(['countries/AA', 'countries/BB'], ['topic:output:output'])).toEqual(['countries/AA-crude'])
  expect(cut(['countries/AA'], ['topic:delivery:export*'])).toEqual(['countries/AA-crude'])
})

it('stops of a border that others use too only what the story says the exporter sends', () => {
  // 300 kb/d cross from AA to CC; AA says that it sends 60,000 b/d of its own.
  const halt = factsFixture({
    type: 'supply_halt',
    refs: ['countries/CC', 'countries/AA', 'carriers/crude'],
    day,
  })
  const own = factsFixture({
    type: 'other',
    refs: ['countries/CC'],
    quantities: [quantityFixture('q1', 60_000, 'bbl/d')],
    day,
    id: 'e2',
  })
  const [question] = draft(halt, own)
  expect(question?.within?.share).toBeCloseTo(0.2, 9)
  expect(question?.scenarios[0]?.shocks[0]).toMatchObject({ unit: 'kbbl_d' })
  expect(question?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(240, 6)
})

describe('what reports tell as possible', () => {
  const thought = (of: Partial<Parameters<typeof factsFixture>[0]> = {}) =>
    outage({ id: 'e2', modality: 'possible', ...of })

  it('is asked as what it would do', () => {
    const [question] = draft(thought())
    expect(question).toMatchObject({ kind: 'outage', isWhatIf: true, subject: 'assets/trunk' })
    expect(question?.title).toMatch(/: what an outage would do to supply$/u)
  })

  it('is not asked where the same thing is lost already, whatever the day', () => {
    const later = thought({ day: calendarDate('2025-09-01') })
    expect(draft(outage({}), later).map(({ isWhatIf }) => isWhatIf)).toEqual([undefined])
    expect(draft(later, outage({})).map(({ isWhatIf }) => isWhatIf)).toEqual([undefined])
  })

  it('is asked of the first two dangers of a story', () => {
    const dangers = ['plant', 'works', 'trunk'].map((asset) =>
      thought({ id: asset, refs: [`assets/${asset}`] }),
    )
    expect(draft(...dangers).map(({ subject }) => subject)).toEqual(['assets/plant', 'assets/works'])
  })

  it('would take all of a strait that is to be closed, though the passage goes on today', () => {
    const closure = {
      type: 'supply_halt',
      refs: ['assets/narrows'],
      cues: ['event:halt:clos*'],
      day,
    } as const
    const denied = factsFixture({ ...closure, id: 'e3', modality: 'denied', polarity: 'negative' })
    const [question] = draft(factsFixture({ ...closure, modality: 'conditional' }), denied)
    expect(question).toMatchObject({ isWhatIf: true, cause: 'closure' })
    expect(question?.scenarios[0]?.shocks[0]).toMatchObject({ low: 0, central: 0, high: 0 })
  })

  it('is not asked where somebody says that it will not happen', () => {
    expect(draft(thought({ polarity: 'negative' }))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import { draftQuestions } from '../draft-questions.ts'
import { factsFixture, namedFixture, quantityFixture } from '../event-facts-fixture.ts'
import { shippedPremises } from '../premises-fixture.ts'
import { aggregateOf } from './aggregate-of-asset.ts'

/**
 * North (AA) brings up 1,000 of gas and sends 300 to Far (CC) by one line and 100 by another; it ships 400 kb/d of
 * crude from no port with a row and 100 kb/d from Old Harbour, and lands 50.
 */
const { atlas } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  zones: [
    ...tinyTables.zones,
    'far,Farland,CC,country,0,30,',
    'sea,The sea (cargoes),,market,0,10,',
    'third,Thirdland,DD,country,1,1,',
  ],
  assets: [
    ...tinyTables.assets,
    'gas-field,Gas field,field,gas,north,AA,,,,,',
    'hub,Border hub,station,gas,,AA CC,,,,,',
    'uncounted,Uncounted plant,plant,power,north,AA,,,,,',
    'meter,Small meter,station,gas,,AA CC,,,,,',
    'old-line,Old line,pipeline,gas,,AA CC,,,,,',
    'harbour,New Harbour,port,crude,north,AA,,,,,',
    'old-harbour,Old Harbour,port,crude,north,AA,,,,,',
    'unmeasured,Unmeasured port,port,crude,north,AA,,,,,',
    'feeder,Feeder,pipeline,crude,north,AA,,,,,',
    'through,Through line,pipeline,gas,,DD AA,,,,,',
    'inland,Inland line,pipeline,crude,south,AA,,,,,',
    'cavern,The cavern,storage,gas,north,AA,,,,,',
    'reactors,The reactors,plant,power,north,AA,,,,,',
    'dam,The dam,plant,power,far,CC,,,,,',
  ],
  supplies: [
    ...tinyTables.supplies,
    'north-gas,Northland gas,gas,north,,production,',
    'north-oil,Other oil of Northland,crude,north,,production,',
    'north-power,Power of Northland,power,north,,production,',
    'far-power,Power of Farland,power,far,,production,',
  ],
  conversions: [
    ...tinyTables.conversions,
    'far-gas-power,Gas to power of Farland,gas,power,far,,generation,',
  ],
  stores: [...tinyTables.stores, 'north-store,Northland caverns,gas,north,,underground,'],
  links: [
    ...tinyTables.links,
    'far-one,Line to Farland,gas,north,far,,pipeline,',
    'far-two,Other line to Farland,gas,north,far,,pipeline,',
    'through-far,Through line to Southland,gas,third,south,through,pipeline,',
    'through-north,Off-take of Northland,gas,third,north,through,pipeline,',
    'far-back,Line back,gas,far,north,,pipeline,',
    'far-third,Line on to Thirdland,gas,far,third,,pipeline,',
    'ship-out,Crude of Northland (cargoes),crude,north,sea,,market,',
    'ship-old,Crude from Old Harbour (cargoes),crude,north,sea,old-harbour,market,',
    'ship-in,Cargoes to Northland,crude,sea,north,,sea,',
    'ship-coal,Coal of Northland (cargoes),coal,north,sea,,market,',
  ],
  figures: [
    ...tinyTables.figures,
    'supplies,north-gas,output,1000,,,GWh/d,,,reported,yearbook,,',
    'supplies,north-oil,output,200,,,kb/d,,,reported,yearbook,,',
    'links,far-one,flow,300,,,GWh/d,,,reported,yearbook,,',
    'links,far-one,capacity,400,,,GWh/d,,,reported,yearbook,,',
    'links,far-two,flow,100,,,GWh/d,,,reported,yearbook,,',
    'links,far-back,flow,20,,,GWh/d,,,reported,yearbook,,',
    'links,far-third,flow,50,,,GWh/d,,,reported,yearbook,,',
    'links,through-far,flow,90,,,GWh/d,,,reported,yearbook,,',
    'links,through-far,capacity,240,,,GWh/d,,,reported,yearbook,,',
    'links,through-north,flow,30,,,GWh/d,,,reported,yearbook,,',
    'links,through-north,capacity,240,,,GWh/d,,,reported,yearbook,,',
    'links,ship-out,flow,400,,,kb/d,,,reported,yearbook,,',
    'links,ship-old,flow,100,,,kb/d,,,reported,yearbook,,',
    'links,ship-in,flow,50,,,kb/d,,,reported,yearbook,,',
    'links,ship-coal,flow,200,,,kt/d,,,reported,yearbook,,',
    'stores,north-store,volume,9000,,,GWh,,,reported,yearbook,,',
    'stores,north-store,level,50,,,%,,,reported,yearbook,,',
    'stores,north-store,injection,150,,,GWh/d,,,reported,yearbook,,',
    'stores,north-store,withdrawal,200,,,GWh/d,,,reported,yearbook,,',
    'supplies,north-power,output,100,,,GWh/d,,,reported,yearbook,,',
    'assets,reactors,capacity,80,,,GWh/d,,,reported,yearbook,,',
    'supplies,far-power,output,60,,,GWh/d,,,reported,yearbook,,',
    'assets,dam,capacity,15,,,GWh/d,,,reported,yearbook,,',
    'conversions,far-gas-power,flow,80,,,GWh/d,,,reported,yearbook,,',
    'conversions,far-gas-power,capacity,100,,,GWh/d,,,reported,yearbook,,',
    'conversions,far-gas-power,efficiency,50,,,%,,,reported,yearbook,,',
    'assets,reactors,units,4,,,count,,,reported,yearbook,,',
    'assets,uncounted,capacity,50,,,GWh/d,,,reported,yearbook,,',
    'assets,cavern,withdrawal,50,,,GWh/d,,,reported,yearbook,,',
    'assets,gas-field,capacity,400,,,GWh/d,,,reported,yearbook,,',
    'assets,gas-field,flow,250,,,GWh/d,,,reported,yearbook,,',
    'assets,meter,capacity,100,,,GWh/d,,,reported,yearbook,,',
    'assets,old-line,capacity,125,,,GWh/d,,,reported,yearbook,,',
    'assets,harbour,capacity,100,,,kb/d,,,reported,yearbook,,',
    'assets,feeder,capacity,100,,,kb/d,,,reported,yearbook,,',
    'assets,inland,capacity,100,,,kb/d,,,reported,yearbook,,',
  ],
})
const day = calendarDate('2025-02-17')
const network = atlas.networkAt(day)
const part = (id: string) => {
  const asset = atlas.tables.assets.find((row) => row.id === id)
  if (asset === undefined) throw new Error(`no ${id}`)
  return aggregateOf(asset, [], { atlas, network })
}
const linksOf = (id: string) => part(id)?.carrying.map((link) => link.id)

describe('an asset without a row of its own', () => {
  it('is, as a field, what it gives of what its zone gives, and its capacity counts only where that is not known', () => {
    expect(part('gas-field')).toMatchObject({ within: { share: 0.25 } })
    expect(part('gas-field')?.plants.map(({ ref }) => ref)).toEqual(['supplies/north-gas'])
  })

  it('is, as a station on a border, all that crosses there in the direction of most, or what it meters of it', () => {
    expect(linksOf('hub')).toEqual(['far-one', 'far-two'])
    expect(part('hub')?.within).toBeUndefined()
    expect(part('meter')).toMatchObject({ within: { share: 0.25 } })
  })

  it('is, as a line, its share of what the lines over its border can carry', () => {
    // 400 of the one, and 100 of the other, whose limit is not known.
    expect(part('old-line')).toMatchObject({ within: { share: 0.25 } })
  })

  it('is, as a port, its share of what the zone ships by no port with a row; without a figure it is not known', () => {
    expect(linksOf('harbour')).toEqual(['ship-out'])
    expect(part('harbour')).toMatchObject({ within: { share: 0.25 } })
    expect(part('unmeasured')).toBeNull()
  })

  it('is, as a power plant, its share of the row that loses it, and of all power of its zone for people to read', () => {
    // 15 of the 60 that no fuel is followed to, and of 100 with what gas gives.
    expect(part('dam')?.within).toMatchObject({
      name: expect.stringMatching(/^(?!all ).*Farland besides that from gas and coal$/),
      share: 0.25,
      partOf: { name: expect.stringMatching(/^all .* output of Farland$/), share: 0.15 },
    })
    expect(part('reactors')?.within).not.toHaveProperty('partOf')
  })

  it('is, as a line within a zone that sends more than it gets, a part of what is brought up there, elsewhere nothing', () => {
    expect(part('feeder')).toMatchObject({ plants: [{ ref: 'supplies/north-oil' }], within: { share: 0.5 } })
    expect(part('inland')).toBeNull()
  })
})

it('is, as a station whose flow to a country beyond stops, what goes there from where it stands', () => {
  const links = (country: string) => {
    const stopped = factsFixture({
      type: 'outage_or_attack',
      refs: ['assets/hub', `countries/${country}`],
      cues: ['event:damage:fire', 'also:halt:interrupted'],
      day,
    })
    const facts = [namedFixture(stopped, ['hub', country])]
    return draftQuestions({ facts, atlas, fallbackDay: day, asOf: null }).questions[0]?.links
  }
  expect(links('DD')).toEqual(['far-third'])
  expect(links('CC')).toEqual(['far-one', 'far-two'])
})

it('is, as a port that is known for one cargo, of another only what the reports tell of that', () => {
  const told = (...quantities: ReturnType<typeof quantityFixture>[]) =>
    draftQuestions({
      facts: [
        factsFixture({
          type: 'supply_change',
          refs: ['assets/harbour', 'carriers/coal'],
          cues: ['event:fall:fell', 'topic:delivery:exports'],
          quantities: [quantityFixture('q1', 25, '%'), ...quantities],
          assets: ['New Harbour'],
          time: '2025-01',
          day,
        }),
      ],
      atlas,
      fallbackDay: day,
      asOf: null,
    }).questions
  expect(told()).toEqual([])
  // 75 of 100 kt a day went out in January, of 200 that the zone ships.
  const level = { ...quantityFixture('q2', 2_325_000, 't'), to_level: true as const }
  expect(told(level)).toMatchObject([{ carrier: 'coal', links: ['ship-coal'], within: { share: 0.5 } }])
})

it('closes a store that is hit for drawing and for filling alike, by its share of what can be drawn in its zone', () => {
  const [question] = draftQuestions({
    facts: [factsFixture({ type: 'supply_halt', refs: ['assets/cavern'], day })],
    atlas,
    fallbackDay: day,
    asOf: null,
  }).questions
  expect(question).toMatchObject({ plants: ['stores/north-store'], within: { share: 0.25 } })
  expect(question?.scenarios[0]?.shocks.map(({ field, low, high }) => [field, low, high])).toEqual([
    ['withdrawal', 0.75, 0.75],
    ['injection', 0.75, 0.75],
  ])
})

it('is, as a plant of which a unit is told, that unit, or as many as are counted', () => {
  const share = (
    cues: readonly string[],
    quantities = [quantityFixture('q1', 10, 'day')],
    [id, name]: readonly [string, string] = ['reactors', 'The reactors'],
  ) =>
    draftQuestions({
      facts: [
        factsFixture({
          type: 'supply_halt',
          refs: [`assets/${id}`],
          assets: [name],
          cues,
          quantities,
          day,
        }),
      ],
      atlas,
      fallbackDay: day,
      asOf: null,
    }).questions[0]?.within?.share
  expect(share([])).toBeCloseTo(0.8, 9)
  expect(share(['topic:unit:unit'])).toBeCloseTo(0.2, 9)
  expect(share(['topic:unit:reactor'], [quantityFixture('q1', 3, 'count')])).toBeCloseTo(0.6, 9)
  // 50 of the 100, in four units of about 12.
  const uncounted = ['uncounted', 'Uncounted plant'] as const
  expect(share([], undefined, uncounted)).toBeCloseTo(0.5, 9)
  expect(share(['topic:unit:unit'], undefined, uncounted)).toBeCloseTo(0.125, 9)
})

it('shares what is left of a line among its branches by what they carry', () => {
  const fall = { ...quantityFixture('q1', -20, '%'), measures: 'exports' }
  const [question] = draftQuestions({
    facts: [
      factsFixture({
        type: 'supply_change',
        refs: ['assets/through'],
        cues: ['event:fall:cut*', 'topic:delivery:supplies'],
        quantities: [fall],
        day,
      }),
    ],
    atlas,
    fallbackDay: day,
    asOf: null,
  }).questions
  // A fifth of the 120 that flow is gone: 96 are left, of which a quarter is the off-take's.
  const most = question?.scenarios[0]?.shocks.map(({ asset, low, unit }) => [asset, Math.round(low), unit])
  expect(most).toEqual([
    ['links/through-far', 72, 'gwh_d'],
    ['links/through-north', 24, 'gwh_d'],
  ])
})

it('takes deliveries from a field to a country for what goes there by pipeline', () => {
  const halt = (type: 'supply_halt' | 'outage_or_attack', refs: readonly string[]) =>
    draftQuestions({
      facts: [factsFixture({ type, refs: ['assets/gas-field', ...refs], day })],
      atlas,
      fallbackDay: day,
      asOf: null,
    }).questions[0]
  expect(halt('supply_halt', ['countries/CC'])?.links).toEqual(['far-one', 'far-two'])
  expect(halt('supply_halt', ['countries/AA'])?.plants).toEqual(['supplies/north-gas'])
  expect(halt('outage_or_attack', ['countries/CC'])?.plants).toEqual(['supplies/north-gas'])
})

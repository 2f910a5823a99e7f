import { describe, expect, it } from 'vitest'
import { calendarDate } from '../core/time.ts'
import { loadAtlas } from './load-atlas.ts'
import { tinyAtlas, tinyTables } from './tiny-atlas.ts'

const day = calendarDate

describe('loadAtlas', () => {
  it('reads tables without a problem', () => {
    expect(tinyAtlas(tinyTables).problems).toEqual([])
  })
  it('names file, line and mend of a field that does not fit', () => {
    const { problems, atlas } = tinyAtlas({ zones: ['ok,Ok,AA,region,1,2,', 'bad,Bad,AA,realm,1,2,'] })
    expect(problems).toHaveLength(1)
    expect(problems[0]?.where).toBe('zones/tiny.csv:3')
    expect(problems[0]?.message).toContain('kind is "realm"')
    expect(problems[0]?.message).toContain('"country"')
    expect(atlas.tables.zones.map((zone) => zone.id)).toEqual(['ok'])
  })
  it('reports a wrong header, an unquoted comma and a file of no table', () => {
    const files = new Map([
      ['zones/a.csv', 'id,title\nx,y\n'],
      ['actors/a.csv', 'id,name,kind,country,note\nx,Big, Ltd,company,AA,\n'],
      ['zoo/a.csv', 'id\nx\n'],
    ])
    const messages = loadAtlas(files).problems.map((problem) => problem.message)
    expect(messages[0]).toContain('Quote fields that hold commas')
    expect(messages[1]).toContain('Write "id,name,country,kind,lat,lon,note"')
    expect(messages[2]).toContain('no table of that name')
  })
  it('reports text that is not CSV and goes on', () => {
    const { problems } = loadAtlas(new Map([['zones/a.csv', 'id,name\n"open,1\n']]))
    expect(problems[0]?.message).toContain('not readable as CSV')
  })
})

describe('figures', () => {
  const { atlas } = tinyAtlas(tinyTables)
  const capacity = (date: string) => atlas.figure('links', 'trunk-south', 'capacity', day(date))

  it('take the latest start that holds on the day, in model units with the density of the note', () => {
    // 36.5 Mt/y × 8 bbl/t / 365 = 800 kbbl/d; 73 Mt/y = 1,600 kbbl/d
    expect(capacity('2023-01-01')?.value).toBeCloseTo(800)
    expect(capacity('2024-03-15')?.value).toBe(0)
    expect(capacity('2024-04-01')?.value).toBeCloseTo(800)
    const later = capacity('2025-01-01')
    expect(later?.value).toBeCloseTo(1600)
    expect(later?.low).toBeCloseTo((1600 * 70) / 73)
    expect(later).toMatchObject({
      unit: 'kbbl_d',
      status: 'reported',
      because: 'atlas:links/trunk-south/capacity',
    })
  })
  it('are null before they hold and where there is none', () => {
    expect(atlas.figure('links', 'future', 'capacity', day('2029-12-31'))).toBeNull()
    expect(atlas.figure('links', 'future', 'flow', day('2031-01-01'))).toBeNull()
  })
  it('keep what was published', () => {
    const published = atlas.figureAsPublished('links', 'trunk-south', 'capacity', day('2025-01-01'))
    expect(published).toMatchObject({ value: 73, unit: 'Mt/y', as_written: '73 Mt' })
  })
  it('turn money, shares and levels into model units', () => {
    const on = day('2025-01-01')
    expect(atlas.figure('links', 'trunk-south', 'cost', on)?.value).toBeCloseTo(2000)
    expect(atlas.figure('conversions', 'south-plant', 'efficiency', on)?.value).toBeCloseTo(0.97)
    expect(atlas.figure('stores', 'south-tanks', 'level', on)?.value).toBeCloseTo(500)
  })
})

describe('what belongs together', () => {
  const { atlas } = tinyAtlas(tinyTables)
  it('follows part_of both ways', () => {
    expect(atlas.ancestors('pump').map((asset) => asset.id)).toEqual(['middle', 'trunk'])
    expect(atlas.partsOf('trunk').map((asset) => asset.id)).toEqual(['middle', 'pump'])
  })
  it('lists owners, largest first', () => {
    expect(atlas.owners('trunk', day('2025-01-01')).map((owner) => [owner.name, owner.share_pct])).toEqual([
      ['Pipe Company', 60],
      ['The Fund', 40],
    ])
  })
  it('leads from a country to its zones and from a name to its row', () => {
    expect(atlas.zonesOf('aa')).toEqual(['north', 'south'])
    expect(atlas.zonesOf('north')).toEqual(['north'])
    expect(atlas.refOf('Middle station')).toBe('assets/middle')
    expect(atlas.nameOf('assets/middle')).toBe('Middle station')
  })
})

describe('networkAt', () => {
  const { atlas } = tinyAtlas(tinyTables)
  it('holds what has a figure on the day', () => {
    const network = atlas.networkAt(day('2025-02-01'))
    expect(network.links.map((link) => link.id)).toEqual(['trunk-south'])
    expect(network.buses.map((bus) => bus.id)).toEqual(['north:crude', 'south:crude', 'south:products'])
    expect(network.supplies.find((supply) => supply.kind === 'emergency')?.duration_days).toBe(90)
    expect(network.demands[0]?.profile[0]).toBe(1.2)
    expect(network.conversions[0]).toMatchObject({ from: 'south:crude', to: 'south:products' })
    expect(network.tiers.map((tier) => [tier.share, Math.round(tier.price.value)])).toEqual([
      [0.4, 60000],
      [0.6, 600000],
    ])
  })
  it('says what it assumed of a store', () => {
    const store = atlas.networkAt(day('2025-02-01')).stores[0]
    expect(store?.level.value).toBeCloseTo(500)
    expect(store?.withdrawal).toMatchObject({
      value: 1000,
      status: 'assumed',
      because: 'assumption:store-rate',
    })
  })
  it('closes what a measure in force targets and leaves what it exempts', () => {
    const before = atlas.networkAt(day('2025-12-31'))
    const within = atlas.networkAt(day('2026-02-01'))
    const after = atlas.networkAt(day('2026-07-01'))
    expect([before, within, after].map((network) => network.links[0]?.closed_by)).toEqual([
      null,
      'line-ban',
      null,
    ])
    expect(within.supplies.find((supply) => supply.id === 'well-oil')?.closed_by).toBeNull()
  })
})

describe('search', () => {
  const { atlas } = tinyAtlas(tinyTables)
  const first = (query: string) => atlas.search(query).hits[0]?.ref
  it('finds a thing by any of its names, whatever the case, accents and vowel signs', () => {
    expect(first('TRUNK PIPELINE')).toBe('assets/trunk')
    expect(first('средняя')).toBe('assets/middle')
    expect(first('انبوب الجذع')).toBe('assets/trunk')
    expect(first('Türkiye')).toBe('countries/TR')
    expect(first('ΚΑΖΑΚΣΤΑΝ')).toBe('countries/KZ')
    expect(first('crude oil')).toBe('carriers/crude')
  })
  it('offers near names where none matches', () => {
    const { hits, suggestions } = atlas.search('Trunk pipline')
    expect(hits).toEqual([])
    expect(suggestions[0]?.canonical).toBe('Trunk pipeline')
    expect(atlas.search('xyzzyqwerty').suggestions).toEqual([])
  })
  it('calls countries by the names that the trade uses', () => {
    expect(atlas.refOf('Turkey')).toBe('countries/TR')
    expect(atlas.refOf('United States')).toBe('countries/US')
    expect(atlas.refOf('Russia')).toBe('countries/RU')
  })
})

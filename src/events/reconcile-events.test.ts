import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../atlas/tiny-atlas.ts'
import { type Events, eventsSchema } from './event.ts'
import { reconcileEvents } from './reconcile-events.ts'
import { type TinyReport, tinyReading } from './tiny-reading.ts'

const { atlas } = tinyAtlas({
  ...tinyTables,
  assets: [
    ...tinyTables.assets,
    'north-port,North port,port,crude,north,AA,,,trunk,,',
    'south-port,South port,port,crude,south,AA,,,trunk,,',
  ],
  actors: [
    ...tinyTables.actors,
    'ann,Ann Ruler,person,RU,',
    'bob,Bob Ruler,person,KZ,',
    'cid,Cid Ruler,person,US,',
  ],
  places: [...tinyTables.places, 'seat,Seat,city,RU,,,,RU,'],
})

function reconcile(...reports: TinyReport[]): Events {
  return reconcileEvents(reports.map(tinyReading), atlas)
}

/** Claims of each event, as `REPORT/CLAIM`. */
function groups(events: Events): string[][] {
  return events.events.map((event) => event.claims.map(({ report, claim }) => `${report}/${claim}`)).sort()
}

const hit = { event: 'outage_or_attack', assets: ['Middle station'], time: '2026-03-01' } as const

describe('one happening', () => {
  it('is one event in any words for the station, and its line', () => {
    const events = reconcile(
      { id: 'a', claims: [{ ...hit, assets: [...hit.assets] }] },
      { id: 'b', claims: [{ ...hit, assets: ['Middle station', 'Northland'], time: null }] },
    )
    expect(groups(events)).toEqual([['a/c1', 'b/c1']])
    expect(events.stories).toHaveLength(1)
  })

  it('meets through the operator of a line and the line itself', () => {
    const events = reconcile(
      { id: 'a', claims: [{ event: 'supply_change', assets: ['Trunk pipeline'], time: '2026-03-01' }] },
      { id: 'b', claims: [{ event: 'supply_change', assets: ['Pipe Company'] }] },
    )
    expect(groups(events)).toEqual([['a/c1', 'b/c1']])
  })

  it('meets through leaders, capitals and their countries', () => {
    const events = reconcile(
      {
        id: 'a',
        claims: [
          { event: 'visit_or_meeting', assets: ['Ann Ruler', 'Bob Ruler', 'Seat'], time: '2026-03-01' },
        ],
      },
      {
        id: 'b',
        claims: [{ event: 'visit_or_meeting', assets: ['Russia', 'Kazakhstan'], time: '2026-03-01' }],
      },
    )
    expect(groups(events)).toEqual([['a/c1', 'b/c1']])
  })

  const merged = (first: TinyReport['claims'][number], second: TinyReport['claims'][number]) =>
    expect(groups(reconcile({ id: 'a', claims: [first] }, { id: 'b', claims: [second] }))).toEqual([
      ['a/c1', 'b/c1'],
    ])
  const planned = { assets: ['Trunk pipeline'], modality: 'announced_or_planned' } as const
  const works = (event: 'supply_halt' | 'repair_or_restart', time: string) => ({
    ...planned,
    assets: [...planned.assets],
    event,
    time,
  })

  it('is the halt for works and the works, where they begin or end on one day', () => {
    merged(works('supply_halt', '2026-03-10/2026-03-19'), works('repair_or_restart', '2026-03-10/2026-03-17'))
    const restart = reconcile(
      { id: 'a', claims: [works('supply_halt', '2026-03-10')] },
      { id: 'b', claims: [works('repair_or_restart', '2026-03-17')] },
    )
    expect(restart.events).toHaveLength(2)
  })

  it('is what runs now and the fall that left it, where both give the rate', () => {
    const rate = { assets: ['Trunk pipeline'], figures: [{ value: 10_500, unit: 't/d' }] }
    merged({ ...rate, event: 'transit', modality: 'ongoing' }, { ...rate, event: 'supply_change' })
  })

  it('is a deal and the deliveries to come that it is about, by their figure', () => {
    const rise = { assets: ['Trunk pipeline', 'Pipe Company'], figures: [{ value: 44, unit: 'bcm/yr' }] }
    merged(
      { ...rise, event: 'agreement', time: '2026-03-01' },
      { ...rise, event: 'supply_change', time: '2028', modality: 'announced_or_planned' },
    )
  })
})

describe('look-alikes stay apart', () => {
  const pair = (first: TinyReport['claims'][number], second: TinyReport['claims'][number]) =>
    groups(reconcile({ id: 'a', claims: [first] }, { id: 'b', claims: [second] }))

  it('two ports of one line', () => {
    expect(
      pair(
        { event: 'outage_or_attack', assets: ['North port', 'Trunk pipeline'], time: '2026-03-01' },
        { event: 'outage_or_attack', assets: ['South port', 'Trunk pipeline'], time: '2026-03-01' },
      ),
    ).toHaveLength(2)
  })
  it('two ports of one line, though a third claim names the line alone', () => {
    const events = reconcile(
      { id: 'a', claims: [{ event: 'outage_or_attack', assets: ['North port'], time: '2026-03-01' }] },
      { id: 'b', claims: [{ event: 'outage_or_attack', assets: ['South port'], time: '2026-03-01' }] },
      { id: 'c', claims: [{ event: 'outage_or_attack', assets: ['Trunk pipeline'], time: '2026-03-01' }] },
    )
    for (const group of groups(events)) expect(group).not.toEqual(expect.arrayContaining(['a/c1', 'b/c1']))
  })
  it('one station on two days', () => {
    expect(
      pair({ ...hit, assets: [...hit.assets] }, { ...hit, assets: [...hit.assets], time: '2026-02-10' }),
    ).toHaveLength(2)
  })
  it('sums over two periods, and two sums over one that count different things', () => {
    const sum = (time: string, value: number) =>
      ({
        event: 'transit',
        assets: ['Trunk pipeline'],
        time,
        figures: [{ value, unit: 't' }],
      }) as const
    const write = ({ assets, figures, ...rest }: ReturnType<typeof sum>) => ({
      ...rest,
      assets: [...assets],
      figures: [...figures],
    })
    const [year, part] = [write(sum('2025', 70_500_000)), write(sum('2025', 4_100_000))]
    expect(pair(year, part)).toHaveLength(2)
    expect(pair(year, write(sum('2025-01/2025-04', 24_000_000)))).toHaveLength(2)
    expect(pair(year, write(sum('2025', 69_000_000)))).toHaveLength(1)
  })
  it('meetings of one ruler with two others', () => {
    expect(
      pair(
        { event: 'visit_or_meeting', assets: ['Ann Ruler', 'Bob Ruler'], time: '2026-03-01' },
        { event: 'visit_or_meeting', assets: ['Ann Ruler', 'Cid Ruler'], time: '2026-03-01' },
      ),
    ).toHaveLength(2)
  })
  it('talks and the agreement they end in', () => {
    expect(
      pair(
        { event: 'negotiation', assets: ['Russia', 'Kazakhstan'], time: '2026-03-01' },
        { event: 'agreement', assets: ['Russia', 'Kazakhstan'], time: '2026-03-01' },
      ),
    ).toHaveLength(2)
  })
  it('talks of the same countries about a line and about something else', () => {
    expect(
      pair(
        { event: 'negotiation', assets: ['Russia', 'United States', 'Trunk pipeline'], time: '2026-03' },
        { event: 'negotiation', assets: ['Russia', 'United States', 'The Fund'], time: '2026-03' },
      ),
    ).toHaveLength(2)
  })
})

describe('disagreement is kept', () => {
  it('sets figures of one happening side by side', () => {
    const fall = { event: 'supply_change', assets: ['Trunk pipeline'], time: '2026-03-01' } as const
    const share = (value: number) => [{ value, unit: '%' }]
    const events = reconcile(
      { id: 'a', claims: [{ ...fall, assets: [...fall.assets], figures: share(-30) }] },
      { id: 'b', claims: [{ ...fall, assets: [...fall.assets], figures: share(45) }] },
      { id: 'c', claims: [{ ...fall, assets: [...fall.assets], figures: share(30) }] },
    )
    expect(events.events).toHaveLength(1)
    expect(events.events[0]?.contradictions).toEqual([
      {
        field: 'share',
        values: [
          {
            value: -30,
            unit: '%',
            claims: [
              { report: 'a', claim: 'c1' },
              { report: 'c', claim: 'c1' },
            ],
          },
          { value: 45, unit: '%', claims: [{ report: 'b', claim: 'c1' }] },
        ],
      },
    ])
  })
  it('finds none between a rate in tonnes and in kilotonnes, or a bound and a value within it', () => {
    const flow = { event: 'transit', assets: ['Trunk pipeline'], time: '2026-03-01' } as const
    const events = reconcile(
      { id: 'a', claims: [{ ...flow, assets: [...flow.assets], figures: [{ value: 13000, unit: 't/d' }] }] },
      { id: 'b', claims: [{ ...flow, assets: [...flow.assets], figures: [{ value: 13, unit: 'kt/d' }] }] },
      {
        id: 'c',
        claims: [
          {
            ...flow,
            assets: [...flow.assets],
            figures: [{ value: 10000, unit: 't/d', qualifier: 'more_than' }],
          },
        ],
      },
    )
    expect(events.events.map((event) => event.contradictions)).toEqual([[]])
  })
  it('gives days that differ', () => {
    const halt = {
      event: 'supply_halt',
      assets: ['Trunk pipeline'],
      modality: 'announced_or_planned',
    } as const
    const events = reconcile(
      { id: 'a', claims: [{ ...halt, assets: [...halt.assets], time: '2026-03-03/2026-03-10' }] },
      { id: 'b', claims: [{ ...halt, assets: [...halt.assets], time: '2026-03-03/2026-03-12' }] },
    )
    expect(events.events[0]?.contradictions[0]?.values.map(({ value }) => value)).toEqual([
      '2026-03-03/2026-03-10',
      '2026-03-03/2026-03-12',
    ])
  })
  it('sets an attack beside a failure, and an outage beside normal work', () => {
    const events = reconcile(
      { id: 'a', claims: [{ ...hit, assets: [...hit.assets], cues: ['event:attack:drone*'] }] },
      { id: 'b', claims: [{ ...hit, assets: [...hit.assets], cues: ['event:outage:power failure'] }] },
      { id: 'c', claims: [{ event: 'other', assets: ['Middle station'], cues: ['event:normal:as usual'] }] },
    )
    const outage = events.events.find((event) => event.type === 'outage_or_attack')
    expect(
      outage?.contradictions.map(({ field, values }) => [field, values.map(({ value }) => value)]),
    ).toEqual([
      ['cause', ['attack', 'failure']],
      ['state', ['out of service', 'working normally']],
    ])
  })
  it('makes a denial an event that points at what it denies', () => {
    const events = reconcile(
      { id: 'a', claims: [{ event: 'agreement', assets: ['Pipe Company', 'The Fund'], time: '2026-02-26' }] },
      {
        id: 'b',
        claims: [
          {
            event: 'agreement',
            assets: ['Pipe Company', 'The Fund'],
            modality: 'denied',
            polarity: 'negative',
            time: '2026-03-01',
          },
        ],
      },
    )
    const denial = events.events.find((event) => event.modality === 'denied')
    const claimed = events.events.find((event) => event.modality === 'happened')
    expect(denial?.links).toContainEqual({ event: claimed?.id, kind: 'denies' })
    expect(claimed?.links.some((link) => link.kind === 'denies')).toBe(false)
  })
})

describe('noisy readings', () => {
  it('take a plan told in the past tense for a plan', () => {
    const halt = { event: 'supply_halt', assets: ['Trunk pipeline'], time: '2026-04-01' } as const
    const events = reconcile(
      { id: 'a', claims: [{ ...halt, assets: [...halt.assets] }] },
      { id: 'b', claims: [{ ...halt, assets: [...halt.assets], modality: 'announced_or_planned' }] },
    )
    expect(events.events.map((event) => event.modality)).toEqual(['announced_or_planned'])
  })
  it('take a time ahead of an agreement for that of what was agreed', () => {
    const deal = { event: 'agreement', assets: ['Pipe Company', 'The Fund'] } as const
    const events = reconcile(
      { id: 'a', claims: [{ ...deal, assets: [...deal.assets], time: '2026-03-01' }] },
      { id: 'b', claims: [{ ...deal, assets: [...deal.assets], time: '2027-01/..' }] },
    )
    expect(events.events.map((event) => event.time)).toEqual(['2026-03-01'])
  })
  it('meet in a name that the atlas lacks, spelled from two scripts', () => {
    const sail = (name: string) => ({ event: 'transit' as const, assets: [name, 'crude oil'] })
    const types = {
      'Stena Provider': 'vessel',
      'Stina Browaider': 'vessel',
      'Nordic Star': 'vessel',
    } as const
    const events = reconcile(
      { id: 'a', types, claims: [sail('Stena Provider')] },
      { id: 'b', types, claims: [sail('Stina Browaider')] },
      { id: 'c', types, claims: [sail('Nordic Star')] },
    )
    expect(groups(events)).toEqual([['a/c1', 'b/c1'], ['c/c1']])
  })
  it('find the denial of a plan, whichever kind of delivery it is called', () => {
    const events = reconcile(
      {
        id: 'a',
        claims: [
          {
            event: 'supply_start',
            assets: ['North port'],
            modality: 'announced_or_planned',
            time: '2026-03-20',
          },
        ],
      },
      {
        id: 'b',
        claims: [
          {
            event: 'transit',
            assets: ['North port'],
            modality: 'denied',
            polarity: 'negative',
            time: '2026-03-02',
          },
        ],
      },
    )
    expect(events.events.flatMap((event) => event.links.map((link) => link.kind))).toContain('denies')
  })
})

describe('sources', () => {
  const told = (id: string, outlet: string, more: object = {}): TinyReport => ({
    id,
    outlet,
    claims: [{ ...hit, assets: [...hit.assets], ...more }],
  })
  const count = (...reports: TinyReport[]) => reconcile(...reports).events[0]?.independent_sources

  it('that quote one agency count once', () => {
    const reports = Array.from({ length: 10 }, (_, index) =>
      told(`r${index}`, `Outlet ${index}`, { via: ['Agency'] }),
    )
    expect(count(...reports)).toBe(1)
  })
  it('that quote one speaker through two agencies count once', () => {
    expect(
      count(
        told('a', 'One', { via: ['First'], speaker: 'Ann Ruler' }),
        told('b', 'Two', { via: ['Second'], speaker: 'Ann Ruler' }),
      ),
    ).toBe(1)
  })
  it('that speak for themselves count each, and a copy adds none', () => {
    expect(count(told('a', 'One'), told('b', 'Two'))).toBe(2)
    const copy = { text: 'The same words stand in both of these.' }
    const events = reconcile({ ...told('a', 'One'), ...copy }, { ...told('b', 'Two'), ...copy })
    expect(events.duplicates).toEqual([{ report: 'b', of: 'a' }])
    expect(events.events[0]?.independent_sources).toBe(1)
  })
  it('list outlets with what they credit', () => {
    const events = reconcile(told('a', 'One', { via: ['Agency'] }), told('b', 'Two'))
    expect(events.events[0]?.sources).toEqual([
      { outlet: 'One', via: ['Agency'], reports: ['a'] },
      { outlet: 'Two', via: [], reports: ['b'] },
    ])
  })
  it('are not one where a copy changes a number', () => {
    const words = 'The line lost a share of its flow in the night, the operator says, namely percent: '
    const events = reconcile(
      { ...told('a', 'One'), text: `${words}30` },
      { ...told('b', 'Two'), text: `${words}45` },
    )
    expect(events.duplicates).toEqual([])
  })
})

describe('stories', () => {
  it('hold an outage, the loss it causes and the repair that follows', () => {
    const events = reconcile(
      {
        id: 'a',
        claims: [
          { ...hit, assets: [...hit.assets] },
          { event: 'supply_change', assets: ['Trunk pipeline'], time: '2026-03-01' },
        ],
      },
      {
        id: 'b',
        published: '2026-03-20',
        claims: [{ event: 'repair_or_restart', assets: ['Middle station'], time: '2026-03-18' }],
      },
    )
    expect(events.stories).toHaveLength(1)
    const [outage, loss, repair] = (['outage_or_attack', 'supply_change', 'repair_or_restart'] as const).map(
      (type) => events.events.find((event) => event.type === type),
    )
    expect(outage?.links).toContainEqual({ event: loss?.id, kind: 'causes' })
    expect(repair?.links).toContainEqual({ event: outage?.id, kind: 'follows' })
  })
  it('are not glued by a country, a raw material or time long past', () => {
    const past = { event: 'outage_or_attack', assets: ['Middle station'], time: '2024-01-10' } as const
    const events = reconcile(
      {
        id: 'a',
        types: { 'Well one': 'field' },
        claims: [
          { event: 'construction', assets: ['Well one', 'Russia', 'crude oil'] },
          { ...past, assets: [...past.assets, 'Russia'] },
        ],
      },
      {
        id: 'b',
        types: { 'Well two': 'field' },
        claims: [
          { event: 'construction', assets: ['Well two', 'Russia', 'crude oil'] },
          { ...past, assets: [...past.assets, 'Russia'] },
        ],
      },
    )
    expect(events.stories).toHaveLength(2)
  })
  it('do not join the same line months apart', () => {
    const talk = (id: string, published: string, time: string): TinyReport => ({
      id,
      published,
      claims: [{ event: 'negotiation', assets: ['Russia', 'Kazakhstan', 'Trunk pipeline'], time }],
    })
    expect(
      reconcile(talk('a', '2025-03-02', '2025-03-01'), talk('b', '2025-11-02', '2025-11-01')).stories,
    ).toHaveLength(2)
    expect(
      reconcile(talk('a', '2025-03-02', '2025-03-01'), talk('b', '2025-04-02', '2025-04-01')).stories,
    ).toHaveLength(1)
  })
})

describe('reports of one line', () => {
  const types = { 'Trunk pipeline': 'pipeline' } as const
  it('tell one halt where neither says of what', () => {
    const halt = (id: string): TinyReport => ({
      id,
      types,
      claims: [
        { event: 'supply_halt', assets: ['Kazakhstan', 'crude oil'], time: '2026-03-01' },
        { event: 'statement', assets: ['Trunk pipeline'], speaker: `Ruler of ${id}` },
      ],
    })
    expect(groups(reconcile(halt('a'), halt('b')))).toContainEqual(['a/c1', 'b/c1'])
    const elsewhere = { ...halt('b'), types: {} }
    expect(groups(reconcile(halt('a'), elsewhere))).not.toContainEqual(['a/c1', 'b/c1'])
  })

  it('are no story with strikes of the same two countries elsewhere', () => {
    const strike = (id: string, site: string, day: string): TinyReport => ({
      id,
      published: day,
      types: { [site]: 'refinery' },
      claims: [{ event: 'outage_or_attack', assets: [site, 'Russia', 'Kazakhstan'], time: day }],
    })
    const two = reconcile(
      strike('a', 'Red refinery', '2026-03-01'),
      strike('b', 'Blue refinery', '2026-03-20'),
    )
    expect(two.stories).toHaveLength(2)
  })

  it('are two in a digest where the supply of other goods stops elsewhere, and one where it is only told of', () => {
    const digest = (event: 'supply_halt' | 'statement', goods: string): number =>
      reconcile({
        id: 'a',
        types: { electricity: 'commodity', LNG: 'commodity', 'North grid': 'company' },
        claims: [
          { event: 'outage_or_attack', assets: ['North grid', 'electricity'], time: '2026-03-01' },
          { event: 'repair_or_restart', assets: ['North grid'], time: '2026-03-04' },
          { event, assets: ['Kazakhstan', goods], time: '2026-03-02' },
        ],
      }).stories.length
    expect(digest('supply_halt', 'LNG')).toBe(2)
    expect(digest('statement', 'LNG')).toBe(1)
    expect(digest('supply_halt', 'electricity')).toBe(1)
  })
})

describe('the result', () => {
  const reports: TinyReport[] = [
    {
      id: 'a',
      claims: [
        { ...hit, assets: [...hit.assets] },
        { event: 'supply_change', assets: ['Trunk pipeline'] },
      ],
    },
    {
      id: 'b',
      claims: [
        { ...hit, assets: ['Middle pump'] },
        { event: 'negotiation', assets: ['Russia', 'Kazakhstan'] },
      ],
    },
    {
      id: 'c',
      published: null,
      claims: [
        { event: 'price_move', assets: ['crude oil'] },
        { ...hit, assets: [...hit.assets] },
      ],
    },
    { id: 'd', claims: [{ event: 'statement', assets: ['Russia'], speaker: 'Ann Ruler' }] },
  ]
  it('does not depend on the order of the reports', () => {
    const expected = JSON.stringify(reconcile(...reports))
    fc.assert(
      fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (shuffled) => {
        expect(JSON.stringify(reconcile(...shuffled))).toBe(expected)
      }),
      { numRuns: 24 },
    )
  })
  it('fits its schema and holds every claim once', () => {
    const events = eventsSchema.parse(reconcile(...reports))
    const claims = events.events.flatMap((event) =>
      event.claims.map(({ report, claim }) => `${report}/${claim}`),
    )
    expect(claims.sort()).toEqual(['a/c1', 'a/c2', 'b/c1', 'b/c2', 'c/c1', 'c/c2', 'd/c1'])
    expect(events.stories.flatMap((story) => story.events).sort()).toEqual(
      events.events.map(({ id }) => id).sort(),
    )
  })
  it('is empty for no readings', () => {
    expect(reconcile()).toEqual({ schema_version: '1', events: [], stories: [], duplicates: [] })
  })
})

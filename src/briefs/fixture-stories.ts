import type { BriefStory } from './brief.ts'
import { borderFlows, stationCharts, stationFlows } from './fixture-flows.ts'

const attack = 'claim:gulf-energy-ar/c1'
const observed = 'atlas:links/cpc-russian-section/flow'
const capacity = 'atlas:links/cpc-russian-section/capacity'

export const stationStory: BriefStory = {
  id: 's1',
  title: 'The struck pumping station of the CPC pipeline',
  answer: {
    sentence:
      'About 210 kb/d of Kazakh crude would find no way out for the 52 days from 17 February 2025; other routes take 95 kb/d.',
    low: 0,
    central: 210.4,
    high: 396.2,
    unit: 'kbbl_d',
    status: 'computed',
    confidence:
      'Moderate: two sources disagree on the fall, and the line ran at three quarters of its capacity, so part of the loss meets idle capacity.',
    because: [attack, capacity],
  },
  events: ['e1', 'e2'],
  network_date: '2025-02-17',
  scenarios: [
    {
      id: 'station-out',
      title: 'Kropotkinskaya out, capacity between both claims',
      shocks: [
        {
          asset: 'assets/kropotkinskaya',
          field: 'capacity',
          low: 0.6,
          central: 0.66,
          high: 0.75,
          unit: '1',
          from: '2025-02-17',
          to: '2025-04-10',
          status: 'estimated',
          because: [attack, 'claim:port-notes-ru/c1'],
        },
      ],
      assumptions: [
        {
          id: 'repair-days',
          statement: 'The station is back after 52 days',
          low: 45,
          central: 52,
          high: 61,
          unit: 'day',
          status: 'reported',
          because: ['claim:port-notes-ru/c2'],
        },
        {
          id: 'pick-up-rail',
          statement: 'Rail takes up to this share of what a pipeline lost within six weeks',
          low: 2,
          central: 4,
          high: 13,
          unit: '%',
          status: 'assumed',
          because: [],
        },
      ],
    },
  ],
  effects: [
    {
      measure: 'flow',
      zone: 'links/cpc-russian-section',
      carrier: 'crude',
      period: '2025-02-17/2025-04-10',
      base: 1312.7,
      low: 1002.1,
      central: 1007.3,
      high: 1190,
      unit: 'kbbl_d',
      status: 'computed',
      because: [attack, observed],
      sentence: 'The CPC pipeline would carry 1,007 kb/d instead of 1,313.',
    },
    {
      measure: 'shut-in production',
      zone: 'kz-west',
      carrier: 'crude',
      period: '2025-02-23/2025-04-10',
      base: 0,
      low: 0,
      central: 210.4,
      high: 396.2,
      unit: 'kbbl_d',
      status: 'computed',
      because: ['constraint:capacity-atyrau-samara', capacity],
      sentence: 'The fields of western Kazakhstan would shut in 210 kb/d once the tanks are full.',
    },
    {
      measure: 'stock',
      zone: 'stores/cpc-tanks',
      carrier: 'crude',
      period: '2025-02-23',
      base: 4100,
      low: 3900,
      central: 7800,
      high: 8000,
      unit: 'kbbl',
      status: 'computed',
      because: ['atlas:stores/cpc-tanks/volume'],
      sentence: 'The tanks would be full after 6 days.',
    },
  ],
  not_computed: [
    { what: 'The change of the oil price', because: 'the world oil market is not part of this model yet' },
  ],
  moved: ['95 kb/d move from the CPC pipeline to the line from Atyrau to Samara.'],
  reasons: [
    {
      sentence: 'The line from Atyrau to Samara is full at 351 kb/d.',
      because: ['constraint:capacity-atyrau-samara', 'atlas:links/atyrau-samara/capacity'],
    },
  ],
  plausibility: [
    {
      what: 'Flow of the CPC pipeline',
      observed: 1310,
      modelled: 1312.7,
      unit: 'kbbl_d',
      because: [observed],
    },
    {
      what: 'Flow from Atyrau to Samara',
      observed: 240,
      modelled: 256.1,
      unit: 'kbbl_d',
      because: ['atlas:links/atyrau-samara/flow'],
    },
  ],
  map: stationFlows,
  charts: stationCharts,
}

export const borderGasStory: BriefStory = {
  id: 's2',
  title: 'Gas for the regions of Kazakhstan on the Russian border',
  answer: {
    sentence:
      'If Russian gas stopped on an average winter day, 38 GWh/d (3.6 mcm/d) of 64 would be missing after the emergency measures.',
    low: 31,
    central: 38,
    high: 49,
    unit: 'gwh_d',
    status: 'computed',
    confidence: 'Low: the demand is estimated and no source gives the size of the measures.',
    because: ['atlas:demands/kz-border-gas/rate'],
  },
  events: ['e3'],
  network_date: '2025-11-14',
  scenarios: [
    {
      id: 'halt',
      title: 'No gas from Russia for 30 days',
      shocks: [
        {
          asset: 'links/kz-border-import',
          field: 'capacity',
          low: 0,
          central: 0,
          high: 0,
          unit: 'GWh/d',
          from: '2026-01-10',
          to: '2026-02-08',
          status: 'assumed',
          because: ['assumption:halt-days'],
        },
        {
          asset: 'measures/kz-emergency',
          field: 'measure',
          low: 1,
          central: 1,
          high: 1,
          unit: 'in_force',
          from: '2026-01-10',
          to: null,
          status: 'reported',
          because: ['claim:steppe-wire-en/c1'],
        },
      ],
      assumptions: [
        {
          id: 'halt-days',
          statement: 'The halt lasts 30 days',
          low: 30,
          central: 30,
          high: 30,
          unit: 'day',
          status: 'assumed',
          because: [],
        },
      ],
    },
  ],
  effects: [
    {
      measure: 'unserved demand',
      zone: 'kz-border',
      carrier: 'gas',
      period: '2026-01-10/2026-02-08',
      base: 0,
      low: 31.2,
      central: 38.4,
      high: 49.1,
      unit: 'gwh_d',
      status: 'computed',
      because: ['atlas:demands/kz-border-gas/rate', 'assumption:halt-days'],
      sentence: 'The border regions would miss 38 GWh/d of 64.',
    },
  ],
  not_computed: [],
  moved: [],
  reasons: [],
  plausibility: [],
  map: borderFlows,
  charts: [
    {
      kind: 'bars',
      title: 'What each emergency measure covers',
      description: 'Line pack covers 5 GWh/d for two days, swaps 14 and fuel oil 7.',
      unit: 'gwh_d',
      x: ['Line pack', 'Swap through Aktobe', 'Fuel oil in power stations', 'Not covered'],
      series: [
        { name: 'GWh/d on average', values: [5, 14, 7, 38.4], low: [4, 9, 5, 31.2], high: [6, 17, 10, 49.1] },
      ],
    },
  ],
}

export const reactorStory: BriefStory = {
  id: 's3',
  title: 'A second supplier of a reactor',
  answer: {
    sentence: 'No effect on supply was computed for the choice of a reactor supplier.',
    low: null,
    central: null,
    high: null,
    unit: null,
    status: 'computed',
    confidence: 'There is nothing to be sure of: a reactor takes longer to build than the model looks ahead.',
    because: [],
  },
  events: [],
  network_date: null,
  scenarios: [],
  effects: [],
  not_computed: [
    {
      what: 'A second reactor',
      because: 'nuclear fuel is not in the programme, and no date or size is claimed',
    },
  ],
  moved: [],
  reasons: [],
  plausibility: [],
  map: [],
  charts: [],
}

import type { Chart, MapFlow } from './brief.ts'

const west = { name: 'Kazakhstan, west', lat: 46.6, lon: 52.5 }
const volga = { name: 'Russia, Volga', lat: 53.2, lon: 50.2 }
const south = { name: 'Russia, south', lat: 45, lon: 38.6 }
const market = { name: 'Black Sea', lat: 43.2, lon: 34 }
const baltic = { name: 'Russia, north-west', lat: 60, lon: 29.6 }
const centre = { name: 'Kazakhstan, centre', lat: 49.6, lon: 71 }
const xinjiang = { name: 'China, Xinjiang', lat: 44.2, lon: 85 }
const caucasus = { name: 'Azerbaijan', lat: 40.4, lon: 49.6 }
const turkey = { name: 'Turkey', lat: 37, lon: 35.6 }
const border = { name: 'Kazakhstan, border regions', lat: 52.2, lon: 61.5 }

function flow(
  link: string,
  name: string,
  ends: readonly [MapFlow['from'], MapFlow['to']],
  values: readonly [number, number, number | null],
  unit = 'kbbl_d',
): MapFlow {
  const carrier = unit === 'gwh_d' ? 'gas' : 'crude'
  return {
    link,
    name,
    carrier,
    from: ends[0],
    to: ends[1],
    base: values[0],
    central: values[1],
    capacity: values[2],
    unit,
  }
}

export const stationFlows: MapFlow[] = [
  flow('cpc-russian-section', 'CPC pipeline, Kazakhstan to the sea', [west, south], [1312.7, 1007.3, 1780]),
  flow('cpc-terminal', 'CPC terminal', [south, market], [1400, 1094.6, 1800]),
  flow('atyrau-samara', 'Atyrau to Samara', [west, volga], [256.1, 351, 351]),
  flow('volga-baltic', 'Volga to the Baltic ports', [volga, baltic], [900, 995, 1400]),
  flow('volga-south', 'Volga to Novorossiysk', [volga, south], [420, 420, 600]),
  flow('btc', 'Baku to Ceyhan', [caucasus, turkey], [640, 640, 1200]),
  flow('aktau-baku', 'Across the Caspian', [west, caucasus], [30, 34, 60]),
  flow('kenkiyak', 'West to centre', [west, centre], [70, 70, 120]),
  flow('atasu-alashankou', 'Atasu to Alashankou', [centre, xinjiang], [240, 240, 400]),
  flow('reverse', 'Centre to west, reversed', [centre, west], [0, 0, 50]),
]

export const borderFlows: MapFlow[] = [
  flow('kz-border-import', 'Gas into the border regions', [volga, border], [64.2, 0, 80], 'gwh_d'),
  flow('kz-border-swap', 'Swap through Aktobe', [west, border], [0, 14, 16], 'gwh_d'),
]

const days = Array.from({ length: 60 }, (_, index) =>
  new Date(Date.UTC(2025, 1, 10 + index)).toISOString().slice(0, 10),
)
const level = (at: number, out: number): number => (at < 7 || at > 58 ? 1312.7 : out)

export const stationCharts: Chart[] = [
  {
    kind: 'lines',
    title: 'Flow of the CPC pipeline by day',
    description:
      'The flow falls from 1,313 to 1,007 kb/d on 17 February and returns in April; the range is 1,002 to 1,190.',
    unit: 'kbbl_d',
    x: days,
    series: [
      { name: 'Without the attack', values: days.map(() => 1312.7), low: null, high: null },
      {
        name: 'With the attack',
        values: days.map((_, at) => level(at, 1007.3 + (at > 30 ? 40 : 0))),
        low: days.map((_, at) => level(at, 1002.1 - (at > 20 ? 60 : 0))),
        high: days.map((_, at) => level(at, 1190)),
      },
    ],
  },
]

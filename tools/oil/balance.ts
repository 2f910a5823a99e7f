import type { Atlas } from '../../src/atlas/atlas.ts'
import { calendarDate } from '../../src/core/time.ts'
import type { Panel } from '../factbook.ts'
import { type OilZone, readExistingPorts, readOilZones, readPipelines, type Year } from './read-tables.ts'

/** A stretch of time with one balance. The oil of northern Iraq changed on days of its own. */
export interface Epoch {
  readonly from: string
  readonly year: Year
  readonly kurdistan: Year
}

export const epochs: readonly Epoch[] = [
  { from: '2023-01-01', year: 2023, kurdistan: 2023 },
  { from: '2023-03-25', year: 2023, kurdistan: 2024 },
  { from: '2024-01-01', year: 2024, kurdistan: 2024 },
  { from: '2025-01-01', year: 2025, kurdistan: 2025 },
  { from: '2025-09-27', year: 2025, kurdistan: 2026 },
  { from: '2026-01-27', year: 2026, kurdistan: 2026 },
  { from: '2026-04-22', year: 2026, kurdistan: 2026 },
  { from: '2026-05-01', year: 2026, kurdistan: 2026 },
]
const kurdish = new Set(['iq-kurdistan', 'iq-kirkuk-north', 'kirkuk-ceyhan-crude'])

/** Crude links of the older tables that enter or leave a zone of `oil-zones.csv`. */
const joins = [
  ['kz-uz-crude', null, 'uz'],
  ['atasu-alashankou', null, 'cn-xinjiang'],
  ['kz-rail-crude', null, 'cn-xinjiang'],
  ['cn-west-east-crude', 'cn-xinjiang', 'cn-coast'],
  ['espo-skovorodino-mohe', null, 'cn-coast'],
  ['btc', null, 'tr'],
  ['druzhba-hu', null, 'hu'],
  ['druzhba-sk', null, 'sk'],
  ['druzhba-cz', null, 'cz'],
  ['druzhba-de', null, 'de'],
  ['druzhba-by', null, 'by'],
] as const

/** Where liquids beside crude enter, for countries whose crude stands in the older tables. */
const otherOf: Readonly<Record<string, string>> = { CN: 'cn-coast', RU: 'ru-siberia' }

export interface Trade {
  readonly zone: string
  readonly basin: string
  readonly volume: number
  /** Id of an older link that carries it; null where the link is one of the oil tables. */
  readonly link: string | null
}

/** All rates in kb/d. */
export interface Balance {
  readonly epoch: Epoch
  readonly crude: ReadonlyMap<string, number>
  readonly other: ReadonlyMap<string, number>
  readonly runs: ReadonlyMap<string, number>
  readonly burn: ReadonlyMap<string, number>
  readonly demand: ReadonlyMap<string, number>
  readonly pipelines: ReadonlyMap<string, number>
  /** Products between neighbours, `from>to`. */
  readonly overland: ReadonlyMap<string, number>
  readonly exports: Readonly<Record<'crude' | 'products', readonly Trade[]>>
  readonly imports: Readonly<Record<'crude' | 'products', readonly Trade[]>>
  readonly gain: number
  readonly demandFactor: number
}

/**
 * The oil of the world in one stretch of time. Output, demand and named flows are given; refinery runs are scaled
 * by one factor so that all crude is used, and products close by the gain of refining (2023) or by demand.
 */
export function balanceOf(epoch: Epoch, atlas: Atlas, panel: Panel, knownGain: number | null): Balance {
  const zones = readOilZones()
  const pipelines = readPipelines()
  const yearOf = (id: string): Year => (kurdish.has(id) ? epoch.kurdistan : epoch.year)
  const flowOf = (link: string): number => seen(atlas, 'links', link, 'flow', epoch.from)
  const crude = new Map(
    zones.map((zone) => [
      zone.zone,
      zone.iso2 === 'CN'
        ? seen(atlas, 'supplies', `${zone.zone}-crude`, 'output', epoch.from)
        : (zone.crude(yearOf(zone.zone)) ?? 0),
    ]),
  )
  const ports = readExistingPorts()
  const loaded = (carrier: string) => ports.filter((port) => port.carrier === carrier)

  /** Net crude by zone and flow by pipeline at a factor on the runs of zones with a port. */
  const settle = (factor: number) => {
    const net = new Map<string, number>()
    const add = (zone: string, value: number): void => void net.set(zone, (net.get(zone) ?? 0) + value)
    const flows = new Map<string, number>()
    const runs = new Map<string, number>()
    for (const zone of zones) {
      const run = zone.runs(epoch.year) * (zone.ports.length > 0 ? factor : 1)
      runs.set(zone.zone, run)
      add(zone.zone, (crude.get(zone.zone) ?? 0) - zone.burn - run)
    }
    for (const [link, from, to] of joins) {
      if (from) add(from, -flowOf(link))
      add(to, flowOf(link))
    }
    const ashore = new Set(zones.filter((zone) => zone.ports.length > 0).map((zone) => zone.zone))
    const move = (pipe: (typeof pipelines)[number], flow: number): void => {
      flows.set(pipe.id, flow)
      add(pipe.from, -flow)
      add(pipe.to, flow)
    }
    for (const pipe of pipelines) {
      const flow = pipe.flow(yearOf(pipe.id))
      if (flow !== null) move(pipe, flow)
    }
    for (const pipe of pipelines) {
      if (pipe.flow(yearOf(pipe.id)) !== null) continue
      const isOutlet = !ashore.has(pipe.from) && ashore.has(pipe.to) && (net.get(pipe.from) ?? 0) > 0
      move(pipe, Math.max(0, isOutlet ? (net.get(pipe.from) ?? 0) : -(net.get(pipe.to) ?? 0)))
    }
    // Without a port and a line to even it out, what comes is what is refined.
    for (const zone of zones) {
      if (ashore.has(zone.zone)) continue
      const rest = net.get(zone.zone) ?? 0
      runs.set(zone.zone, Math.max(0, (runs.get(zone.zone) ?? 0) + rest))
      net.set(zone.zone, 0)
    }
    const out = [...net.values()].reduce((a, b) => a + b, 0)
    const old = loaded('crude').reduce((total, port) => total + flowOf(port.link), 0)
    return { net, flows, runs, surplus: out + old }
  }
  const factor = root((value) => settle(value).surplus)
  const { net, flows, runs } = settle(factor)

  const other = new Map<string, number>()
  for (const zone of zones) {
    const total = panel.value(zone.iso2, 'oil_prod', 2023) ?? 0
    if (zone.iso2 === 'CN') continue
    const own = zones.filter(({ iso2 }) => iso2 === zone.iso2)
    const crude2023 = own.reduce((sum, one) => sum + (one.crude(2023) ?? 0), 0)
    // Liquids beside crude come where the crude is; a country without crude has them where it uses them.
    const weight = crude2023 > 0 ? (zone.crude(2023) ?? 0) / crude2023 : zone.share
    const value = Math.max(0, total - crude2023) * weight
    if (value >= 0.05) other.set(zone.zone, value)
  }
  for (const [iso2, zone] of Object.entries(otherOf)) {
    const home = atlas.tables.supplies.filter(
      (row) =>
        row.carrier === 'crude' &&
        row.kind === 'production' &&
        (row.zone.startsWith(`${iso2.toLowerCase()}-`) || row.zone === iso2.toLowerCase()),
    )
    const own = home.reduce((sum, row) => sum + seen(atlas, 'supplies', row.id, 'output', '2024-01-01'), 0)
    other.set(zone, Math.max(0, (panel.value(iso2, 'oil_prod', 2023) ?? 0) - own))
  }

  const wanted = (zone: OilZone): number => {
    const used = (panel.value(zone.iso2, 'oil_cons', 2023) ?? 0) * zone.share
    return Math.max(0, used - zone.burn)
  }
  const productsAt = (gain: number, scale: number) => {
    const left = new Map<string, number>()
    const overland = new Map<string, number>()
    for (const zone of zones)
      left.set(
        zone.zone,
        (runs.get(zone.zone) ?? 0) * gain + (other.get(zone.zone) ?? 0) - wanted(zone) * scale,
      )
    let abroad = 0
    for (const zone of zones) {
      if (zone.landlockedFrom === null) continue
      const rest = left.get(zone.zone) ?? 0
      if (rest < 0) overland.set(`${zone.landlockedFrom}>${zone.zone}`, -rest)
      else overland.set(`${zone.zone}>${zone.landlockedFrom}`, rest)
      left.set(zone.zone, 0)
      if (left.has(zone.landlockedFrom))
        left.set(zone.landlockedFrom, (left.get(zone.landlockedFrom) ?? 0) + rest)
      else if (zone.landlockedFrom === 'ru-nw') abroad += rest
    }
    const old = loaded('products').reduce((sum, port) => sum + (port.flow(epoch.year) ?? 0), 0) + abroad
    return { left, overland, abroad, surplus: [...left.values()].reduce((a, b) => a + b, 0) + old }
  }
  const gain = knownGain ?? root((value) => productsAt(value, 1).surplus)
  const scale = knownGain === null ? 1 : root((value) => productsAt(gain, value).surplus)
  const { left, overland, abroad } = productsAt(gain, scale)

  const trades = (carrier: 'crude' | 'products') => {
    const [out, into]: [Trade[], Trade[]] = [[], []]
    for (const zone of zones) {
      const rest = (carrier === 'crude' ? net : left).get(zone.zone) ?? 0
      const floor = carrier === 'crude' ? zone.crudeImport : zone.productImport
      const bought = Math.max(floor, -rest, 0)
      const sold = Math.max(0, rest + bought)
      const loads =
        carrier === 'crude' && zone.zone === 'tr'
          ? flowOf('btc') + (flows.get('kirkuk-ceyhan-crude') ?? 0)
          : 0
      for (const [basin, share] of zone.ports) {
        if ((bought + loads - (loads > 0 ? sold : 0)) * share > 0.05) {
          const volume = (loads > 0 ? bought + loads - sold : bought) * share
          into.push({ zone: zone.zone, basin, volume, link: importLink(zone.zone, carrier) })
        }
        if (loads === 0 && sold * share > 0.05)
          out.push({ zone: zone.zone, basin, volume: sold * share, link: null })
      }
      if (loads > 0) out.push({ zone: zone.zone, basin: 'sea-med', volume: loads, link: 'ceyhan-loading' })
    }
    for (const port of loaded(carrier)) {
      const own = port.flow(epoch.year)
      const volume = own === null ? flowOf(port.link) : own + (port.zone === 'ru-nw' ? abroad : 0)
      if (volume > 0) out.push({ zone: port.zone, basin: port.basin, volume, link: port.link })
    }
    return { out, into }
  }
  const [byCrude, byProducts] = [trades('crude'), trades('products')]
  return {
    epoch,
    crude,
    other,
    runs,
    burn: new Map(zones.filter(({ burn }) => burn > 0).map(({ zone, burn }) => [zone, burn])),
    demand: new Map(zones.map((zone) => [zone.zone, wanted(zone) * scale])),
    pipelines: flows,
    overland,
    exports: { crude: byCrude.out, products: byProducts.out },
    imports: { crude: byCrude.into, products: byProducts.into },
    gain,
    demandFactor: scale,
  }
}

function importLink(zone: string, carrier: string): string | null {
  return zone === 'cn-coast' && carrier === 'crude' ? 'sea-china-crude' : null
}

/** Value of a figure on the day in model units; figures of 2024 stand in for 2023. */
function seen(
  atlas: Atlas,
  table: 'links' | 'supplies',
  row: string,
  field: 'flow' | 'output',
  from: string,
) {
  const at = (day: string) => atlas.figure(table, row, field, calendarDate(day))?.value
  return at(from) ?? at('2024-01-01') ?? 0
}

/** Zero of a function that grows or falls evenly, between 0.5 and 1.5, by bisection. */
function root(of: (value: number) => number): number {
  let [low, high] = [0.5, 1.5]
  const rising = of(high) > of(low)
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (of(middle) > 0 === rising) high = middle
    else low = middle
  }
  return (low + high) / 2
}

import type { Balance, Trade } from './balance.ts'
import { readExistingPorts, readLandingPorts, readPipelines, readPortAssets } from './read-tables.ts'
import type { RegionFiles } from './rows.ts'

export interface RouteInputs {
  readonly balance: Balance
  readonly nameOf: (zone: string) => string
}

const pipelines = readPipelines()
const assets = readPortAssets()
const landings = readLandingPorts()
/** Links of the older tables whose flows stand here because they follow from the world balance. */
const followed = new Set(['ceyhan-loading', 'sea-china-crude'])
const older = new Set(
  readExistingPorts()
    .filter((port) => port.carrier === 'crude')
    .map((port) => port.link),
)

/** Pipelines, overland product links and the links between ports and basins at one epoch. */
export function writeRoutes(out: RegionFiles, { balance, nameOf }: RouteInputs): void {
  const { from } = balance.epoch
  const isFirst = from === '2023-01-01'
  const flow = (row: string, value: number, source = 'oil-balance', note = ''): void =>
    out.figure({
      table: 'links',
      row,
      field: 'flow',
      value,
      unit: 'kb/d',
      from,
      status: 'estimated',
      source,
      note,
    })
  const cost = (row: string, value: number): void =>
    out.figure({
      table: 'links',
      row,
      field: 'cost',
      value,
      unit: 'USD/bbl',
      from,
      status: 'assumed',
      source: 'assumed',
    })
  for (const pipe of pipelines) {
    out.add('links', [pipe.id, pipe.name, 'crude', pipe.from, pipe.to, pipe.asset, pipe.kind, pipe.note])
    const volume = balance.pipelines.get(pipe.id) ?? 0
    flow(pipe.id, volume, pipe.flow(balance.epoch.year) === null ? 'oil-balance' : 'oil-pipeline-flows')
    if (!isFirst) continue
    if (pipe.id !== 'kirkuk-ceyhan-crude')
      out.figure({
        table: 'links',
        row: pipe.id,
        field: 'capacity',
        value: pipe.capacity,
        low: pipe.low,
        high: pipe.high,
        unit: 'kb/d',
        from,
        status: pipe.status,
        source: pipe.source,
        note: pipe.note,
      })
    cost(pipe.id, pipe.kind === 'rail' ? 12 : 2)
  }
  for (const [pair, volume] of balance.overland) {
    const [origin = '', destination = ''] = pair.split('>')
    const row = `${origin}-${destination}-products`
    out.add('links', [
      row,
      `Products from ${nameOf(origin)} to ${nameOf(destination)}`,
      'products',
      origin,
      destination,
      '',
      'rail',
      '',
    ])
    flow(row, volume)
    if (isFirst) cost(row, 5)
  }
  for (const carrier of ['crude', 'products'] as const) {
    for (const trade of balance.exports[carrier]) load(trade, carrier)
    for (const trade of balance.imports[carrier]) land(trade, carrier)
  }

  function load(trade: Trade, carrier: 'crude' | 'products'): void {
    if (trade.link !== null) {
      if (followed.has(trade.link)) flow(trade.link, trade.volume)
      else if (!older.has(trade.link)) {
        out.add('links', [
          trade.link,
          `Products from ports of ${nameOf(trade.zone)}`,
          carrier,
          trade.zone,
          trade.basin,
          '',
          'market',
          'sold at the port: tankers come within days',
        ])
        flow(trade.link, trade.volume)
      }
      return
    }
    const named = assets.filter(
      (row) => row.zone === trade.zone && row.basin === trade.basin && row.carrier === carrier,
    )
    const parts = named.length > 0 ? named : [null]
    for (const part of parts) {
      const row = `${trade.zone}-${part?.suffix ? `${part.suffix}-` : ''}${trade.basin}-${carrier}`
      const where = part?.suffix ? ` at ${part.suffix}` : ''
      const what = carrier === 'crude' ? 'Crude' : 'Products'
      out.add('links', [
        row,
        `${what} exports of ${nameOf(trade.zone)}${where} to the ${nameOf(trade.basin)}`,
        carrier,
        trade.zone,
        trade.basin,
        part?.asset ?? '',
        'market',
        part?.note ?? '',
      ])
      flow(row, trade.volume * (part?.share ?? 1))
      if (part?.capacity && isFirst)
        out.figure({
          table: 'links',
          row,
          field: 'capacity',
          value: Number(part.capacity),
          low: part.low,
          high: part.high,
          unit: 'kb/d',
          from,
          status: part.status,
          source: part.source,
        })
    }
  }

  function land(trade: Trade, carrier: 'crude' | 'products'): void {
    if (trade.link !== null) {
      flow(trade.link, trade.volume)
      return
    }
    const row = `${trade.basin}-${trade.zone}-${carrier}`
    const what = carrier === 'crude' ? 'Crude' : 'Products'
    const only = landings.find(
      (one) => one.zone === trade.zone && one.basin === trade.basin && one.carrier === carrier,
    )
    out.add('links', [
      row,
      `${what} from the ${nameOf(trade.basin)} to ${nameOf(trade.zone)}`,
      carrier,
      trade.basin,
      trade.zone,
      only?.asset ?? '',
      'sea',
      '',
    ])
    flow(row, trade.volume)
  }
}

import type { Atlas } from '../../src/atlas/atlas.ts'
import { calendarDate } from '../../src/core/time.ts'
import type { RegionFiles } from './rows.ts'
import type { Port } from './sea-flows.ts'
import { bulkPorts, withChanges, writeBulk } from './write-bulk.ts'

/** What a cargo fetches elsewhere less the cost of its gas, EUR/MWh: keeps dear sources of gas from outliving LNG. */
const FORGONE = 10
const sink = 'asia-lng-more'

/**
 * LNG by sea from 2024 on. Europe and Turkey take what their own links say; other importers and all exporters stand
 * at the net trade of 2023 where nothing newer is known; what is then left over goes to Asia as one outlet.
 */
export function writeLng(
  out: RegionFiles,
  seas: RegionFiles,
  atlas: Atlas,
  nameOf: (zone: string) => string,
): void {
  for (const from of ['2024-01-01', '2025-01-01']) {
    const exports = withChanges(bulkPorts('lng', 'export'), 'lng', 'export', from)
    const abroad = withChanges(bulkPorts('lng', 'import'), 'lng', 'import', from)
    const europe = atlas.tables.links.flatMap((link): Port[] => {
      if (!/^lng-market-[a-z]{2}$/u.test(link.id)) return []
      const volume = atlas.figure('links', link.id, 'flow', calendarDate(from))?.value ?? 0
      return volume > 0 ? [{ zone: link.to_zone, basin: link.from_zone, volume }] : []
    })
    const total = (ports: readonly Port[]) => ports.reduce((sum, port) => sum + port.volume, 0)
    const more = total(exports) - total(abroad) - total(europe)
    if (more < 0)
      throw new Error(`exporters of LNG lack ${-more} GWh/d from ${from}; add to bulk-changes.csv`)
    const rest: Port = { zone: sink, basin: 'sea-asia', volume: more }
    out.add('demands', [
      sink,
      'LNG taken by Asia beside the trade of 2023',
      'lng',
      'sea-asia',
      'market',
      'closes the balance',
    ])
    out.figure({
      table: 'demands',
      row: sink,
      field: 'rate',
      value: more,
      unit: 'GWh/d',
      from,
      status: 'estimated',
      source: 'derived',
      note: 'exports less imports of known importers',
    })
    writeBulk(out, seas, {
      carrier: 'lng',
      from,
      exports,
      imports: [...abroad, ...europe, rest],
      elsewhere: new Set([...europe, rest]),
      nameOf,
      cost: FORGONE,
    })
  }
}

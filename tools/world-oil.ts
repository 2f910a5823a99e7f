import { openAtlas } from '../src/app/load-atlas.ts'
import { readPanel } from './factbook.ts'
import { type Balance, balanceOf, epochs } from './oil/balance.ts'
import { readOilZones } from './oil/read-tables.ts'
import { RegionFiles } from './oil/rows.ts'
import { seaFlows } from './oil/sea-flows.ts'
import { bulkPorts, writeBulk } from './oil/write-bulk.ts'
import { writeCarryBack } from './oil/write-carry-back.ts'
import { writeCountries } from './oil/write-countries.ts'
import { writeLng } from './oil/write-lng.ts'
import { writeRoutes } from './oil/write-routes.ts'
import { writeSea } from './oil/write-sea.ts'
import { writeStocks } from './oil/write-stocks.ts'

/**
 * Writes the oil of the world into `atlas/TABLE/oil.csv` and `seas.csv`: supply, refining, demand, stocks, ports and
 * sea routes of every country, from the hand tables in `tools/oil/` and the Factbook panel.
 */
function main(): void {
  const { atlas } = openAtlas()
  const panel = readPanel()
  const oil = new RegionFiles()
  const seas = new RegionFiles()
  const zones = readOilZones()
  const names = new Map(atlas.tables.zones.map((zone) => [zone.id, zone.name]))
  const nameOf = (zone: string): string => names.get(zone) ?? zone
  let gain: number | null = null
  const balances: Balance[] = []
  for (const epoch of epochs) {
    const balance = balanceOf(epoch, atlas, panel, gain)
    gain = balance.gain
    balances.push(balance)
    const legs = new Map(
      (['crude', 'products'] as const).map((carrier) => [
        carrier,
        seaFlows(carrier, epoch.year, balance.exports[carrier], balance.imports[carrier]),
      ]),
    )
    writeCountries(oil, { balance, zones, panel, nameOf })
    writeRoutes(oil, { balance, nameOf })
    oil.endOfEpoch(epoch.from)
    writeSea(seas, epoch.from, legs)
    console.log(`${epoch.from}: gain ${balance.gain.toFixed(4)}, demand × ${balance.demandFactor.toFixed(4)}`)
  }
  const bulk = new RegionFiles()
  for (const from of ['2022-01-01', '2024-01-01'])
    writeBulk(bulk, seas, {
      carrier: 'coal',
      from,
      exports: bulkPorts('coal', 'export'),
      imports: bulkPorts('coal', 'import'),
      elsewhere: new Set(),
      nameOf,
      cost: null,
    })
  writeLng(bulk, seas, atlas, nameOf)
  bulk.write('sea-trade')
  writeStocks(oil, { balances, zones, panel, nameOf })
  oil.write('oil')
  seas.write('seas')
  const carried = new RegionFiles()
  writeCarryBack(carried, atlas)
  carried.write('oil-2023')
}

main()

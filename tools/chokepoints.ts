import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { openAtlas } from '../src/app/load-atlas.ts'
import { calendarDate } from '../src/core/time.ts'

/** Prints the estimated flow of crude and products through each chokepoint beside the published one of 2023. */
function main(): void {
  const rows = parse(readFileSync(join(import.meta.dirname, 'oil/chokepoints.csv')), {
    columns: true,
  }) as Record<'asset' | 'observed_2023' | 'source', string>[]
  const { links } = openAtlas().atlas.networkAt(calendarDate('2023-07-01'))
  const errors = rows.map((row) => {
    const assets = row.asset.split(' ')
    const kbbl = links
      .filter(({ asset, carrier }) => asset && assets.includes(asset) && /^(crude|products)$/u.test(carrier))
      .reduce((sum, link) => sum + (link.flow?.value ?? 0), 0)
    const seen = Number(row.observed_2023)
    const error = kbbl / 1000 / seen - 1
    console.log(
      `${row.asset.padEnd(20)} estimated ${(kbbl / 1000).toFixed(1).padStart(5)}  published ${seen.toFixed(1).padStart(5)} mb/d  ${(100 * error).toFixed(0)} %`,
    )
    return Math.abs(error)
  })
  const sorted = errors.sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
  console.log(
    `median error ${(100 * median).toFixed(0)} %, largest ${(100 * (sorted.at(-1) ?? 0)).toFixed(0)} %`,
  )
}

main()

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeBrief } from '../src/app/make-brief.ts'
import { silentProgress } from '../src/app/progress.ts'

/*
 * Runs the headlines of past events (test/hindcasts/headlines) from the words to the answer and prints what is said
 * beside what happened (truth.csv there): docs/hindcasts.md, headlines. `npx tsx tools/hindcast-headlines.ts [ID...]`
 */
const folder = join(import.meta.dirname, '../test/hindcasts/headlines')

interface Truth {
  readonly unit: string
  readonly happened: number
  readonly headline: number
}

function truths(): ReadonlyMap<string, Truth> {
  const [, ...rows] = readFileSync(join(folder, 'truth.csv'), 'utf8').trim().split('\n')
  return new Map(
    rows.map((row) => {
      const [id = '', unit = '', happened = '', headline = ''] = row.split(',')
      return [id, { unit, happened: Number(happened), headline: Number(headline) }]
    }),
  )
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2)
  const known = truths()
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.replace(/\.txt$/u, ''))
    .filter((id) => wanted.length === 0 || wanted.includes(id))
  for (const id of ids) {
    const { brief } = await makeBrief([join(folder, `${id}.txt`)], { asOf: null, progress: silentProgress })
    const answers = brief.stories.flatMap(({ answer }) => (answer.central === null ? [] : [answer]))
    const truth = known.get(id)
    const [first] = answers.filter(({ unit }) => truth === undefined || unit === truth.unit)
    const beside = truth === undefined ? '' : `happened ${truth.happened}, headline ${truth.headline}`
    const { low = null, central = null, high = null } = first ?? {}
    const isInside =
      truth !== undefined &&
      low !== null &&
      high !== null &&
      truth.happened >= low * 0.99 &&
      truth.happened <= high * 1.01
    const said =
      central === null
        ? 'not computed'
        : `${low?.toFixed(0)} to ${high?.toFixed(0)}, middle ${central.toFixed(0)} ${first?.unit}`
    console.log(
      `${id}: ${said}; ${beside}${truth && central !== null ? (isInside ? '; inside' : '; OUTSIDE') : ''}`,
    )
  }
}

await main()

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeBrief } from '../src/app/make-brief.ts'
import { openNetwork } from '../src/app/open-network.ts'
import { silentProgress } from '../src/app/progress.ts'
import type { Atlas } from '../src/atlas/atlas.ts'

/*
 * Runs the headlines of past events (test/hindcasts/headlines, or with --held-out or --held-out-3 to -5 those of a lot held out) from
 * the words to the answer and prints what is said beside what happened (truth.csv there), as a table:
 * docs/hindcasts.md, headlines. Within 2 % counts as the same. Each is answered without the past outages of its own event
 * (those of its name, and past.csv there).
 * `npx tsx tools/hindcast-headlines.ts [--held-out|--held-out-3|--held-out-4|--held-out-5] [--prices] [ID...]`
 */
const heldOut = process.argv.find((one) => /^--held-out(?:-[345])?$/u.test(one))
/** The changes of prices that the briefs give, below the table. */
const wantsPrices = process.argv.includes('--prices')
const folder = join(import.meta.dirname, '../test/hindcasts', heldOut?.slice(2) ?? 'headlines')

/** Misses as a share of what the headline or the truth takes away, whichever is more; and how wide the range is. */
const measures = ['saidOfFlow', 'headlineOfFlow', 'nothingOfFlow', 'width'] as const

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

/** The atlas without the past outages of the event itself. */
function withoutOwn(atlas: Atlas, id: string): Atlas {
  const file = join(folder, 'past.csv')
  const rows = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  const own = new Set([
    id,
    ...rows.flatMap((row) => (row.startsWith(`${id},`) ? [row.slice(id.length + 1)] : [])),
  ])
  const precedents = atlas.tables.precedents.filter((row) => !own.has(row.id))
  return { ...atlas, tables: { ...atlas.tables, precedents } }
}

interface Said {
  readonly low: number
  readonly middle: number
  readonly high: number
  readonly unit: string
  /** What the brief says of prices, for people. */
  readonly prices: readonly string[]
}

/** The first answer of the report in the unit of what happened. */
async function answerTo(id: string, truth: Truth | undefined, whole: Atlas): Promise<Said | null> {
  const atlas = withoutOwn(whole, id)
  const { brief } = await makeBrief([join(folder, `${id}.txt`)], {
    asOf: null,
    progress: silentProgress,
    atlas,
  })
  for (const { answer } of brief.stories) {
    const { low, central, high, unit } = answer
    if (central === null || unit === null || (truth !== undefined && unit !== truth.unit)) continue
    const prices = brief.stories.flatMap(({ effects }) =>
      effects
        .filter(({ measure }) => measure.startsWith('price'))
        .map((one) => `${one.zone} ${one.low.toFixed(1)} to ${one.high.toFixed(1)} ${one.unit}`),
    )
    return { low: low ?? central, middle: central, high: high ?? central, unit, prices }
  }
  return null
}

/** Which of the three is nearest to what happened: the middle case, what is said at face value, or that nothing changes. */
function nearestOf(said: Said, { happened, headline }: Truth): 'corridor' | 'headline' | 'no effect' | 'tie' {
  const misses = { corridor: said.middle, headline, 'no effect': 0 } as const
  const missOf = (name: keyof typeof misses) => Math.abs(misses[name] - happened)
  const best = Math.min(...(['corridor', 'headline', 'no effect'] as const).map(missOf))
  const nearest = (['corridor', 'headline', 'no effect'] as const).filter(
    (name) => missOf(name) <= best + 0.02 * happened,
  )
  return nearest.length > 1 && nearest[0] === 'corridor' ? 'tie' : (nearest[0] ?? 'tie')
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2).filter((one) => !one.startsWith('--'))
  const misses: Record<(typeof measures)[number], number>[] = []
  const known = truths()
  const atlas = openNetwork(undefined)
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.replace(/\.txt$/u, ''))
    .filter((id) => wanted.length === 0 || wanted.includes(id))
  const priced: string[] = []
  const tally = new Map<string, number>()
  const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1)
  console.log('| event | unit | Corridor: low to high, middle | headline | happened | inside | nearest |')
  console.log('|---|---|---|---|---|---|---|')
  for (const id of ids) {
    const truth = known.get(id)
    const said = await answerTo(id, truth, atlas)
    const range =
      said === null
        ? 'not computed'
        : `${said.low.toFixed(0)} to ${said.high.toFixed(0)}, ${said.middle.toFixed(0)}`
    const unit = said?.unit ?? truth?.unit ?? ''
    if (said !== null && said.prices.length > 0) priced.push(`${id}: ${said.prices.join('; ')}`)
    if (truth === undefined) {
      console.log(`| ${id} | ${unit} | ${range} | | | | |`)
      continue
    }
    const slack = 0.02 * truth.happened
    const isInside =
      said !== null && truth.happened >= said.low - slack && truth.happened <= said.high + slack
    const nearest = said === null ? 'not computed' : nearestOf(said, truth)
    count(isInside ? 'inside' : 'outside')
    count(nearest)
    if (said !== null && !isInside) count(truth.happened < said.low ? 'below the range' : 'above the range')
    if (said !== null && Math.max(truth.happened, truth.headline) > 0)
      misses.push({
        saidOfFlow: Math.abs(said.middle - truth.happened) / Math.max(truth.headline, truth.happened),
        headlineOfFlow: Math.abs(truth.headline - truth.happened) / Math.max(truth.headline, truth.happened),
        nothingOfFlow: truth.happened / Math.max(truth.headline, truth.happened),
        width: (said.high - said.low) / Math.max(truth.headline, truth.happened),
      })
    console.log(
      `| ${id} | ${unit} | ${range} | ${truth.headline} | ${truth.happened} | ${isInside ? 'yes' : 'no'} | ${nearest} |`,
    )
  }
  if (wantsPrices) for (const line of priced) console.log(line)
  console.log([...tally].map(([what, times]) => `${what} ${times}`).join(', '))
  for (const name of measures) {
    const sorted = misses.map((one) => one[name]).sort((a, b) => a - b)
    const mean = sorted.reduce((sum, one) => sum + one, 0) / Math.max(1, sorted.length)
    const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
    console.log(`${name}: mean ${mean.toFixed(2)}, median ${median.toFixed(2)} of ${sorted.length}`)
  }
}

await main()

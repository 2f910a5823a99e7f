import { openNetwork } from '../src/app/open-network.ts'
import type { Atlas } from '../src/atlas/atlas.ts'
import { type Precedent, shareOfTold } from '../src/scenarios/outages/past-outages.ts'
import { precedentShare } from '../src/scenarios/outages/precedents.ts'

/*
 * Every past outage of the atlas answered from all the others: how far the median of its class misses the share of what was
 * told that was lost in the mean of 28 days, beside the headline at face value (all of it) and no effect (nothing), and how
 * often it lies in the middle eight tenths. What began within three days of it may be the same event and is left out too.
 * `npx tsx tools/past-outages.ts`: the table of docs/hindcasts.md.
 */

export interface LeftOut {
  readonly row: Precedent
  readonly happened: number
  readonly low: number
  readonly middle: number
  readonly high: number
}

const SAME_EVENT_MS = 3 * 86_400_000

/** Each past outage but planned works, with what the others say of one of its class that is told in its words. */
export function leaveOneOut(atlas: Atlas): readonly LeftOut[] {
  const { precedents } = atlas.tables
  const eventOf = (id: string): string => id.replace(/-announced$/u, '')
  return precedents.flatMap((row) => {
    if (row.cause === 'works') return []
    const began = Date.parse(row.start)
    const others = precedents.filter(
      (one) => eventOf(one.id) !== eventOf(row.id) && Math.abs(Date.parse(one.start) - began) > SAME_EVENT_MS,
    )
    const without = { ...atlas, tables: { ...atlas.tables, precedents: others } }
    const said = precedentShare(without, row, row.told)
    if (said === null) return []
    const { low, central, high } = said
    return [{ row, happened: shareOfTold(row), low: low ?? 0, middle: central ?? 0, high: high ?? 1 }]
  })
}

export interface Score {
  readonly count: number
  /** Share of those inside the middle eight tenths. */
  readonly inside: number
  readonly width: number
  readonly miss: { readonly middle: number; readonly headline: number; readonly nothing: number }
  readonly median: { readonly middle: number; readonly headline: number; readonly nothing: number }
}

/** Means and medians of the misses as shares of what was told; a hundredth beside the range is inside it. */
export function scoreOf(all: readonly LeftOut[]): Score {
  const middle = all.map(({ happened, middle: said }) => Math.abs(said - happened))
  const headline = all.map(({ happened }) => 1 - happened)
  const nothing = all.map(({ happened }) => happened)
  return {
    count: all.length,
    inside: mean(
      all.map(({ happened, low, high }) => (happened >= low - 0.01 && happened <= high + 0.01 ? 1 : 0)),
    ),
    width: mean(all.map(({ low, high }) => high - low)),
    miss: { middle: mean(middle), headline: mean(headline), nothing: mean(nothing) },
    median: { middle: median(middle), headline: median(headline), nothing: median(nothing) },
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}

function line(name: string, all: readonly LeftOut[]): string {
  const { count, inside, width, miss, median: half } = scoreOf(all)
  const pair = (of: 'middle' | 'headline' | 'nothing'): string =>
    `${miss[of].toFixed(2)}, ${half[of].toFixed(2)}`
  const cells = [name, count, `${Math.round(100 * inside)} %`, width.toFixed(2)]
  return `| ${[...cells, pair('middle'), pair('headline'), pair('nothing')].join(' | ')} |`
}

function main(): void {
  const all = leaveOneOut(openNetwork(undefined))
  console.log('| past outages | number | inside | width | middle case | headline | no effect |')
  console.log('|---|---|---|---|---|---|---|')
  console.log(line('all', all))
  const groups: readonly (readonly [string, (row: Precedent) => string])[] = [
    ['told', ({ told }) => told],
    ['cause', ({ cause }) => cause],
    ['plant', ({ plant }) => plant],
    ['words', ({ words }) => (words === '' ? 'neither' : words)],
    ['source', ({ status }) => (status === 'reported' ? 'published' : 'general knowledge')],
  ]
  for (const [group, nameOf] of groups) {
    const names = [...new Set(all.map(({ row }) => nameOf(row)))]
    for (const name of names)
      console.log(
        line(
          `${group}: ${name}`,
          all.filter(({ row }) => nameOf(row) === name),
        ),
      )
  }
}

if (process.argv[1]?.endsWith('past-outages.ts')) main()

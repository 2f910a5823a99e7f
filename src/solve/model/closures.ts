import type { NetworkLink } from '../../atlas/network.ts'
import type { ConcreteShock } from '../../scenarios/scenario.ts'
import type { Frame, Limits } from './frame.ts'

/** By how many measures links and supplies are closed in each period, by item; a part of a period counts as that part. */
interface Closures {
  readonly link: Map<number, Float64Array>
  readonly supply: Map<number, Float64Array>
}

type Closable = Pick<NetworkLink, 'closed_by' | 'closures'>

function closuresOf(row: Closable): readonly string[] {
  return row.closures ?? (row.closed_by === null ? [] : [row.closed_by])
}

/** What is closed on the day gets the limit that it would have open, for `applyClosures` to close again unless lifted. */
export function openClosures(frame: Frame, limits: Limits): Closures {
  const width = frame.periods.length
  const { links, supplies } = frame.index.network
  const fill = <Row extends Closable>(
    rows: readonly Row[],
    series: Float64Array,
    open: (row: Row) => number,
  ): Map<number, Float64Array> => {
    const closed = new Map<number, Float64Array>()
    rows.forEach((row, item) => {
      const count = closuresOf(row).length
      if (count === 0) return
      closed.set(item, new Float64Array(width).fill(count))
      series.fill(open(row), item * width, (item + 1) * width)
    })
    return closed
  }
  return {
    link: fill(links, limits.pairs.link, (link) => link.capacity?.value ?? Number.NaN),
    supply: fill(supplies, limits.pairs.supply, (of) => of.capacity?.value ?? of.output?.value ?? 0),
  }
}

export function applyClosures(frame: Frame, limits: Limits, closures: Closures): void {
  const width = frame.periods.length
  for (const family of ['link', 'supply'] as const) {
    const series = limits.pairs[family]
    for (const [item, closed] of closures[family]) {
      for (let p = 0; p < width; p++) {
        const by = closed[p] ?? 0
        if (by <= 0) continue
        const at = item * width + p
        const open = series[at] ?? Number.NaN
        series[at] = Math.max(0, 1 - by) * (Number.isNaN(open) ? (frame.base[family][at] ?? 0) : open)
      }
    }
  }
}

/**
 * Lifting opens what no other measure closes on the day; imposing closes `targets` (`links/ID`, `supplies/ID`,
 * `assets/ID`) and refuses what the measure refuses. False where it touches nothing of the network.
 */
export function applyMeasure(
  frame: Frame,
  { limits, closures }: { readonly limits: Limits; readonly closures: Closures },
  shock: ConcreteShock,
  share: (period: number) => number,
  targets: readonly string[],
): boolean {
  const measure = shock.asset.replace(/^measures\//u, '')
  const { links, supplies } = frame.index.network
  const width = frame.periods.length
  const isLifted = shock.value === 0
  const named = new Set(isLifted ? [] : targets)
  const holds = (table: string, of: Closable & { id: string; asset: string | null }) =>
    isLifted
      ? closuresOf(of).includes(measure)
      : named.has(`${table}/${of.id}`) || named.has(`assets/${of.asset}`)
  let touched = 0
  const changed = (before: number, p: number) => (isLifted ? before - share(p) : Math.max(before, share(p)))
  const set = (closed: Map<number, Float64Array>, item: number) => {
    touched++
    const before = closed.get(item) ?? new Float64Array(width)
    closed.set(
      item,
      before.map((count, p) => changed(count, p)),
    )
  }
  links.forEach((link, item) => {
    if (holds('links', link)) set(closures.link, item)
  })
  supplies.forEach((supply, item) => {
    if (holds('supplies', supply)) set(closures.supply, item)
  })
  frame.classes.refusals.forEach((refusal, at) => {
    if (refusal.measure !== measure) return
    touched++
    for (let p = 0; p < width; p++) {
      const before = limits.refused[at * width + p] ?? 0
      limits.refused[at * width + p] = Math.max(0, changed(before, p))
    }
  })
  // A measure that targets only what does not work on the day may be lifted all the same.
  return touched > 0 || (isLifted && targets.length > 0)
}

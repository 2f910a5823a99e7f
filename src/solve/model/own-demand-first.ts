import type { Bounds } from '../linear/bounds.ts'
import type { DeltaProgramme } from './delta-programme.ts'
import type { Frame } from './frame.ts'
import { type Homeland, homelands, homeOf, unavoidableShortages } from './unavoidable-shortage.ts'

/** Shortage of a country under this share of its demand counts as none. */
const SHARE = 5e-4
/** What the solver leaves of a flow that is zero. */
const SMALL = 1e-6
/** Rounds in which exports are cut by what is missing; later ones cut them whole, so that the rounds end. */
const GENTLE_ROUNDS = 20

/** What one country has of a carrier, and the links by which that carrier leaves it. */
interface Exporter {
  /** `COUNTRY/CARRIER`. */
  readonly key: string
  readonly home: Homeland
  readonly links: readonly number[]
}

export interface CutStep {
  /** First period of the plan. */
  readonly from: number
  readonly round: number
  /** Countries and carriers (`KZ/crude`) that need not obey: to see whether the rule matters. */
  readonly exempt: ReadonlySet<string>
  /** Filled with what is capped: by link and period, `link * periods + period`, whose rule does it. */
  readonly cut: Map<number, string>
}

/**
 * `own-demand-first` (docs/model.md, sharing of shortage): caps the exports of every country that goes short in the
 * plan `x` for want of anything of its own, by changing `bounds`. False when no country both goes short and exports: the plan then obeys the rule.
 */
export function cutExports(
  frame: Frame,
  delta: DeltaProgramme,
  bounds: Bounds,
  x: Float64Array,
  step: CutStep,
): boolean {
  const { width } = delta
  const base = frame.base.link
  const flow = (at: number): number =>
    (base[at] ?? 0) - (x[delta.less.link + at] ?? 0) + (x[delta.more.link + at] ?? 0)
  let isCut = false
  for (const { key, home, links } of exportersOf(frame)) {
    if (step.exempt.has(key)) continue
    const shortages = unavoidableShortages(frame, delta, bounds, x, { home, from: step.from })
    for (let p = step.from; p < width; p++) {
      const { missing, asked } = shortages[p - step.from] ?? { missing: 0, asked: 0 }
      if (missing <= SHARE * asked + SMALL) continue
      const exported = links.reduce((sum, link) => sum + flow(link * width + p), 0)
      if (exported <= SMALL) continue
      isCut = true
      const keep = step.round < GENTLE_ROUNDS ? Math.max(0, 1 - missing / exported) : 0
      for (const link of links) {
        const at = link * width + p
        step.cut.set(at, key)
        capFlow(delta, bounds, at, base[at] ?? 0, keep * flow(at))
      }
    }
  }
  return isCut
}

function capFlow(delta: DeltaProgramme, bounds: Bounds, at: number, base: number, cap: number): void {
  const [less, more] = [delta.less.link + at, delta.more.link + at]
  const top = cap <= SMALL ? 0 : cap
  bounds.lower[less] = Math.max(bounds.lower[less] ?? 0, base - top)
  bounds.upper[less] = Math.max(bounds.upper[less] ?? 0, bounds.lower[less] ?? 0)
  bounds.upper[more] = Math.max(0, Math.min(bounds.upper[more] ?? 0, top - base))
  bounds.lower[more] = Math.min(bounds.lower[more] ?? 0, bounds.upper[more] ?? 0)
}

function exportersOf(frame: Frame): readonly Exporter[] {
  const { index } = frame
  const keyOf = homeOf(frame)
  const leaving = new Map<string, number[]>()
  index.network.links.forEach((link, at) => {
    const [from, to] = [keyOf(index.busOf(link.from)), keyOf(index.busOf(link.to))]
    // Countries are told apart, not carriers: what is converted stays at home.
    if (countryOf(from) !== countryOf(to)) leaving.set(from, [...(leaving.get(from) ?? []), at])
  })
  return [...homelands(frame)].flatMap(([key, home]) => {
    const links = leaving.get(key) ?? []
    return home.finals.length > 0 && links.length > 0 ? [{ key, home, links }] : []
  })
}

function countryOf(key: string): string {
  return key.split('/')[0] ?? ''
}

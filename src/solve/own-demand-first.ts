import type { Bounds } from './bounds.ts'
import type { DeltaProgramme } from './delta-programme.ts'
import type { Frame } from './frame.ts'

/** Shortage of a country under this share of its demand counts as none. */
const SHARE = 5e-4
/** What the solver leaves of a flow that is zero. */
const SMALL = 1e-6
/** Rounds in which exports are cut by what is missing; later ones cut them whole, so that the rounds end. */
const GENTLE_ROUNDS = 20

/** Demands of one country and carrier, and the links by which that carrier leaves it. */
interface Exporter {
  /** `COUNTRY/CARRIER`. */
  readonly key: string
  readonly finals: readonly number[]
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
 * plan `x`, by changing `bounds`. False when no country both goes short and exports: the plan then obeys the rule.
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
  for (const { key, finals, links } of exportersOf(frame)) {
    if (step.exempt.has(key)) continue
    for (let p = step.from; p < width; p++) {
      const [missing, asked] = shortage(frame, delta, finals, x, p)
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

function shortage(
  frame: Frame,
  delta: DeltaProgramme,
  finals: readonly number[],
  x: Float64Array,
  period: number,
): [missing: number, asked: number] {
  let missing = 0
  let asked = 0
  for (const d of finals) {
    const steps = frame.index.steps.get(
      frame.index.carrierOf(frame.index.busOf(frame.index.finals[d]?.bus ?? '')),
    )
    const first = delta.unserved[d] ?? 0
    for (let k = 0; k < (steps?.length ?? 0); k++) missing += x[first + k * delta.width + period] ?? 0
    asked += frame.baseDemand[d * delta.width + period] ?? 0
  }
  return [missing, asked]
}

function exportersOf(frame: Frame): readonly Exporter[] {
  const { index } = frame
  const groups = new Map<string, { key: string; finals: number[]; links: number[] }>()
  const countryOf = (bus: number): string => index.buses[bus]?.country ?? index.buses[bus]?.zone ?? ''
  const groupOf = (bus: number) => {
    const key = `${countryOf(bus)}/${index.carrierOf(bus)}`
    const group = groups.get(key) ?? { key, finals: [], links: [] }
    groups.set(key, group)
    return group
  }
  index.finals.forEach((demand, d) => {
    groupOf(index.busOf(demand.bus)).finals.push(d)
  })
  index.network.links.forEach((link, at) => {
    const [from, to] = [index.busOf(link.from), index.busOf(link.to)]
    if (countryOf(from) !== countryOf(to)) groupOf(from).links.push(at)
  })
  return [...groups.values()].filter(({ finals, links }) => finals.length > 0 && links.length > 0)
}

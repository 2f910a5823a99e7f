import type { SideInputs, SideRow } from './side-row.ts'

const NONE = Number.NEGATIVE_INFINITY
const ANY = Number.POSITIVE_INFINITY

/**
 * `joint-least`, `joint-most` and `joint-outlet` (docs/model.md, joint products), with s what is sold of the by-product
 * and o the main product: s - ρ⁻ o ≥ -K,  s - ρ⁺ o ≤ 0,  s - Σ f ≤ 0; each loosened to hold in the base.
 */
export function jointProductRows({ index, periods, base }: SideInputs): readonly SideRow[] {
  const width = periods.length
  const supplyAt = new Map(index.network.supplies.map((supply, at) => [supply.id, at]))
  const linkAt = new Map(index.network.links.map((link, at) => [link.id, at]))
  const rows: SideRow[] = []
  for (const joint of index.network.jointProducts ?? []) {
    const [main, by] = [supplyAt.get(joint.main), supplyAt.get(joint.by)]
    if (main === undefined || by === undefined) continue
    const bus = index.busOf(index.network.supplies[by]?.bus ?? '')
    const [least, most] = [joint.ratio.low ?? joint.ratio.value, joint.ratio.high ?? joint.ratio.value]
    const outlets = joint.outlets.flatMap((id) => linkAt.get(id) ?? [])
    const each = (value: (sold: number, produced: number, period: number) => number) =>
      Float64Array.from({ length: width }, (_, p) =>
        value(base.supply[by * width + p] ?? 0, base.supply[main * width + p] ?? 0, p),
      )
    const sold = { family: 'supply', item: by, coefficient: 1 } as const
    const produced = (ratio: number) => ({ family: 'supply', item: main, coefficient: -ratio }) as const
    const size = Math.max(joint.elsewhere, ...each((s, o) => Math.max(s, least * o)))
    const common = { id: joint.id, name: joint.name, unit: index.unitOf(bus), size }
    rows.push({
      ...common,
      family: 'joint-least',
      terms: [sold, produced(least)],
      lower: each((s, o) => Math.min(0, least * o - s - joint.elsewhere)),
      upper: each(() => ANY),
    })
    rows.push({
      ...common,
      family: 'joint-most',
      terms: [sold, produced(most)],
      lower: each(() => NONE),
      upper: each((s, o) => Math.max(0, most * o - s)),
    })
    if (outlets.length === 0) continue
    rows.push({
      ...common,
      family: 'joint-outlet',
      terms: [sold, ...outlets.map((item) => ({ family: 'link', item, coefficient: -1 }) as const)],
      lower: each(() => NONE),
      upper: each((s, _, p) =>
        Math.max(0, outlets.reduce((sum, item) => sum + (base.link[item * width + p] ?? 0), 0) - s),
      ),
    })
  }
  return rows
}

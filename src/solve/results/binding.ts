import { countryCodes } from '../../atlas/country-names.ts'
import { readableNumber, readableUnit } from '../../core/readable.ts'
import type { Optimum } from '../linear/optimise.ts'
import { refusedShare } from '../model/class-programme.ts'
import { bindingSentence, type ConstraintFamily } from '../model/constraints.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import type { Frame, Limits } from '../model/frame.ts'
import { MONEY } from '../model/money.ts'
import { type PairFamily, pairFamilies } from '../network/pair-items.ts'
import type { BindingConstraint } from '../result.ts'

const familyOf: Readonly<Record<PairFamily, ConstraintFamily>> = {
  link: 'link-capacity',
  supply: 'supply-limit',
  market: 'market-outlet',
  conversion: 'conversion-capacity',
  injection: 'injection-limit',
  withdrawal: 'withdrawal-limit',
}

/** EUR per unit below which a multiplier is noise. */
const SMALL = 1

interface Found {
  family: ConstraintFamily
  name: string
  unit: string
  days: number
  worth: number
  limits: number[]
  periods: number[]
}

/** In English; a zone without a country stays as it is written. */
function countryName(code: string): string {
  return countryCodes().find((one) => one.code === code)?.english ?? code
}

/** Collects the limits that hold the plan back in the periods that it decides. */
export class BindingCollector {
  #found = new Map<string, Found>()
  #frame: Frame
  #delta: DeltaProgramme

  constructor(frame: Frame, delta: DeltaProgramme) {
    this.#frame = frame
    this.#delta = delta
  }

  /** Periods from `from` up to, not including, `until`. `cut`: exports that a country's own shortage caps. */
  add(
    limits: Limits,
    optimum: Optimum,
    from: number,
    until: number,
    cut: ReadonlyMap<number, string> = new Map(),
  ): void {
    const { width } = this.#delta
    const { network } = this.#frame.index
    for (const family of pairFamilies) this.#addPairs(family, limits, optimum, { from, until, cut })
    this.#delta.sides.forEach((side, at) => {
      for (let p = from; p < until; p++) {
        const worth = Math.abs(this.#perUnit(optimum.rowDual[this.#delta.sideRow + at * width + p] ?? 0, p))
        if (worth > SMALL) this.#note(side.family, side.id, side.name, side.unit, worth, p, null)
      }
    })
    this.#addRefusals(limits, optimum, from, until)
    this.#addPeaks(optimum, from, until)
    network.stores.forEach((store, s) => {
      for (let p = from; p < until; p++) {
        const dual = optimum.columnDual[this.#delta.level + s * width + p] ?? 0
        const worth = Math.abs(dual) / MONEY
        if (worth <= SMALL) continue
        const unit = this.#frame.index.unitOf(this.#frame.index.busOf(store.bus)).replace(/_d$/u, '')
        this.#note(dual > 0 ? 'stock-empty' : 'stock-full', store.id, store.name, unit, worth, p, null)
      }
    })
  }

  #addPairs(
    family: PairFamily,
    limits: Limits,
    { columnDual }: Optimum,
    { from, until, cut }: { from: number; until: number; cut: ReadonlyMap<number, string> },
  ): void {
    const { width } = this.#delta
    const { network } = this.#frame.index
    const [more, less] = [this.#delta.more[family], this.#delta.less[family]]
    const limitOf = limits.pairs[family]
    const baseOf = this.#frame.base[family]
    for (const [i, item] of this.#frame.items[family].entries()) {
      for (let p = from; p < until; p++) {
        const at = i * width + p
        const rise = -(columnDual[more + at] ?? 0)
        const fall = columnDual[less + at] ?? 0
        if (!(rise > 0 || fall > 0)) continue
        const limit = limitOf[at] ?? Number.NaN
        const base = baseOf[at] ?? 0
        const isCut = limit < base - 1e-9
        const rule = family === 'link' ? cut.get(at) : undefined
        const capped = rule === undefined ? 0 : this.#perUnit(Math.max(rise, fall), p)
        if (rule !== undefined && capped > SMALL) {
          const [country = '', carrier = ''] = rule.split('/')
          const name = `${countryName(country)} (${carrier})`
          this.#note('own-demand-first', rule, name, this.#frame.index.unitOf(item.bus), capped, p, null)
          continue
        }
        const worth = this.#perUnit(isCut ? fall : rise, p)
        if (worth <= SMALL) continue
        if (family === 'supply' && network.supplies[i]?.kind === 'emergency' && limit === 0) continue
        const isFriction =
          family === 'link' && !isCut && !(limit <= base + 1e-9) && (this.#frame.linkShare[at] ?? 0) < 1
        const isClosed = family === 'link' && limit === 0 && network.links[i]?.closed_by !== null
        const name = isFriction ? 'link-pick-up' : isClosed ? 'link-closed' : familyOf[family]
        const unit = this.#frame.index.unitOf(item.bus)
        this.#note(name, item.id, item.name, unit, worth, p, isFriction ? null : limit)
      }
    }
  }

  #addPeaks(optimum: Optimum, from: number, until: number): void {
    const { width, peaks } = this.#delta
    const { blocks, index } = this.#frame
    if (blocks === null || peaks === null) return
    blocks.items.forEach((of, i) => {
      for (let p = from; p < until; p++) {
        const at = i * width + p
        const rise = -(optimum.columnDual[peaks.more + at] ?? 0)
        const fall = optimum.columnDual[peaks.less + at] ?? 0
        const worth = this.#perUnit(Math.max(rise, fall), p)
        if (worth <= SMALL || !(this.#frame.base[of.family][of.item * width + p] ?? 0)) continue
        this.#note('peak-capacity', `${of.family}/${of.id}`, of.name, index.unitOf(of.bus), worth, p, null)
      }
    })
  }

  #addRefusals(limits: Limits, optimum: Optimum, from: number, until: number): void {
    const { width } = this.#delta
    const { index, classes } = this.#frame
    this.#delta.classes.forEach((block, c) => {
      const of = classes.classes[c]
      const places = [
        ['links', of?.links ?? [], block.flow] as const,
        ['buses', of?.buses ?? [], block.use] as const,
      ]
      for (const [place, items, first] of places) {
        items.forEach((item, n) => {
          const bus = place === 'buses' ? item : index.busOf(index.network.links[item]?.from ?? '')
          const where = place === 'buses' ? index.buses[item] : index.network.links[item]
          for (let p = from; p < until; p++) {
            if (refusedShare(this.#frame, limits, c, place, item, p) <= 0) continue
            const worth = this.#perUnit(-(optimum.columnDual[first + n * width + p] ?? 0), p)
            if (worth <= SMALL) continue
            const name = `${where === undefined || !('name' in where) ? where?.id : where.name} (${of?.name})`
            this.#note('class-refused', `${of?.id}/${where?.id}`, name, index.unitOf(bus), worth, p, null)
          }
        })
      }
    })
  }

  /** Dearest first. */
  list(): readonly BindingConstraint[] {
    return [...this.#found]
      .map(([constraint, of]) => {
        const top = of.limits.length === 0 ? null : Math.min(...of.limits)
        const limit = top === null ? null : `${readableNumber(top)} ${readableUnit(of.unit)}`
        return {
          constraint,
          sentence: bindingSentence(of.family, of.name, limit),
          dual: of.worth / of.days,
          unit: `EUR/${of.unit.replace(/_d$/u, '')}`,
          periods: of.periods,
        }
      })
      .sort((a, b) => b.dual - a.dual || (a.constraint < b.constraint ? -1 : 1))
  }

  #perUnit(dual: number, period: number): number {
    return dual / ((this.#frame.periods[period]?.days ?? 1) * MONEY)
  }

  #note(
    family: ConstraintFamily,
    id: string,
    name: string,
    unit: string,
    worth: number,
    period: number,
    limit: number | null,
  ): void {
    const key = `${family}:${id}`
    const days = this.#frame.periods[period]?.days ?? 1
    const found = this.#found.get(key) ?? { family, name, unit, days: 0, worth: 0, limits: [], periods: [] }
    found.days += days
    found.worth += worth * days
    if (limit !== null && !Number.isNaN(limit)) found.limits.push(limit)
    found.periods.push(period)
    this.#found.set(key, found)
  }
}

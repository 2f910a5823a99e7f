import type { Bounds } from '../linear/bounds.ts'
import { tieBreak } from '../linear/tie-break.ts'
import type { RowTerm } from './class-programme.ts'
import type { DeltaSheet } from './delta-sheet.ts'
import type { Frame, Limits } from './frame.ts'

/** Where rows and columns of the voltage law begin; blocks are corridor or bus by period. */
export interface VoltagePlaces {
  readonly row: number
  readonly angle: number
  readonly angles: number
  readonly forced: number
}

export interface VoltageRows {
  readonly row: number
  readonly terms: readonly RowTerm[]
}

export function addVoltageRows(frame: Frame, block: (items: number) => number): VoltageRows {
  const width = frame.periods.length
  const row = block(frame.corridors.length)
  const terms = frame.corridors.flatMap(({ forward, backward }, at) => [
    ...forward.map((item) => ({ row: row + at * width, family: 'link' as const, item, coefficient: 1 })),
    ...backward.map((item) => ({ row: row + at * width, family: 'link' as const, item, coefficient: -1 })),
  ])
  return { row, terms }
}

/** Flow that the law forbids costs so many times the dearest step of demand: it only keeps a programme feasible. */
const FORCED = 10

/** Angles of buses, in the unit of flow over the least reactance, and flow that no setting of the lines would give. */
export function addVoltageColumns(frame: Frame, { row }: VoltageRows, sheet: DeltaSheet): VoltagePlaces {
  const { corridors, index } = frame
  const width = frame.periods.length
  const least = Math.min(...corridors.map(({ reactance }) => reactance))
  const buses = [...new Set(corridors.flatMap(({ from, to }) => [from, to]))]
  const angle = sheet.columns
  for (const bus of buses) {
    for (let p = 0; p < width; p++) {
      sheet.column(p, 0, 0, 0)
      corridors.forEach((of, at) => {
        const share = least / of.reactance
        if (of.from === bus) sheet.entry(row + at * width + p, -share)
        if (of.to === bus) sheet.entry(row + at * width + p, share)
      })
    }
  }
  const forced = sheet.columns
  const price = FORCED * (index.tiers.get('power')?.at(-1)?.price ?? 0)
  corridors.forEach(({ name }, at) => {
    for (const sign of [1, -1]) {
      for (let p = 0; p < width; p++) {
        sheet.column(p, 0, price, 1 + 0.05 * tieBreak(`${name} ${sign}`))
        sheet.entry(row + at * width + p, sign)
      }
    }
  })
  return { row, angle, angles: buses.length, forced }
}

/**
 * `voltage-law` in changes from the base: Δf − (θ_from − θ_to) x₀ / x + s⁺ − s⁻ = 0 for each corridor. A corridor whose
 * lines are all out has no law. Angles are free.
 */
export function boundVoltage(frame: Frame, voltage: VoltagePlaces, limits: Limits, bounds: Bounds): void {
  const width = frame.periods.length
  bounds.lower.fill(Number.NEGATIVE_INFINITY, voltage.angle, voltage.angle + voltage.angles * width)
  bounds.upper.fill(Number.POSITIVE_INFINITY, voltage.angle, voltage.angle + voltage.angles * width)
  bounds.upper.fill(
    Number.POSITIVE_INFINITY,
    voltage.forced,
    voltage.forced + 2 * frame.corridors.length * width,
  )
  frame.corridors.forEach(({ forward, backward }, at) => {
    for (let p = 0; p < width; p++) {
      const isOut = [...forward, ...backward].every((item) => limits.pairs.link[item * width + p] === 0)
      const row = voltage.row + at * width + p
      bounds.rowLower[row] = isOut ? Number.NEGATIVE_INFINITY : 0
      bounds.rowUpper[row] = isOut ? Number.POSITIVE_INFINITY : 0
    }
  })
}

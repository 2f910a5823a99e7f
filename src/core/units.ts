import { type BridgeRow, bridgeRows, type Dimension, unitRows } from './unit-rows.ts'

/** What is known of this figure and replaces an average. */
export interface ConversionConditions {
  /** `crude`, `products`, `gas`, `lng`, `coal` or `power`; without it only same-dimension steps are taken. */
  readonly carrier?: string
  readonly barrelsPerTonne?: number
  /** Gross, 25/0 °C, per cubic metre as the figure counts it. */
  readonly kwhPerCubicMetre?: number
  readonly usdPerEur?: number
}

export interface Converted {
  readonly value: number
  readonly unit: string
  /** The factor and its conditions, in words for a reader. */
  readonly factor: string
}

interface ParsedUnit {
  readonly top: Dimension
  readonly bottom: Dimension | null
  readonly factor: number
}

const unitByName = new Map(unitRows.flatMap((row) => [row.unit, ...row.aliases].map((name) => [name, row])))
const powerUnits: Readonly<Record<string, number>> = { kW: 0.024, MW: 24, GW: 24_000, TW: 24_000_000 }

/** Dimensions and factor to base units, or null where the text is no unit known here. `kbbl_d` reads as `kbbl/d`. */
export function parseUnit(text: string): ParsedUnit | null {
  const spelled = text.trim().replace(/_(?=[a-z]+$)/u, '/')
  const power = powerUnits[spelled]
  if (power !== undefined) return { top: 'energy', bottom: 'time', factor: power }
  const [topText = '', bottomText, ...rest] = spelled.split('/')
  const top = unitByName.get(topText.trim())
  if (!top || rest.length > 0) return null
  if (bottomText === undefined) return { top: top.dimension, bottom: null, factor: top.factor }
  const bottom = unitByName.get(bottomText.trim())
  if (!bottom) return null
  return { top: top.dimension, bottom: bottom.dimension, factor: top.factor / bottom.factor }
}

interface Step {
  readonly factor: number
  readonly words: readonly string[]
}

function bridgeFactor(row: BridgeRow, conditions: ConversionConditions): Step {
  const known = {
    'crude-density': conditions.barrelsPerTonne,
    'product-density': conditions.barrelsPerTonne,
    'gas-calorific-value':
      conditions.kwhPerCubicMetre === undefined ? undefined : conditions.kwhPerCubicMetre / 1000,
    euro: conditions.usdPerEur === undefined ? undefined : 1 / conditions.usdPerEur,
  }[row.id]
  const factor = finite(known ?? row.factor)
  const why = known === undefined ? `${row.conditions}; ${row.source}` : 'as stated with the figure'
  return { factor, words: [`${row.from} to ${row.to} × ${round(factor)} (${why})`] }
}

function bridge(from: Dimension, to: Dimension, conditions: ConversionConditions, depth = 2): Step | null {
  if (from === to) return { factor: 1, words: [] }
  if (depth === 0) return null
  for (const row of bridgeRows) {
    if (row.carriers.length > 0 && !row.carriers.includes(conditions.carrier ?? '')) continue
    const isForward = row.from === from
    if (!isForward && row.to !== from) continue
    const step = bridgeFactor(row, conditions)
    const rest = bridge(isForward ? row.to : row.from, to, conditions, depth - 1)
    if (rest === null) continue
    const factor = (isForward ? step.factor : 1 / step.factor) * rest.factor
    return { factor, words: [...step.words, ...rest.words] }
  }
  return null
}

/**
 * `value` in another unit, or null where either unit is unknown or nothing leads from one to the other
 * for this carrier. Throws a RangeError on NaN or an infinity.
 */
export function convert(
  value: number,
  from: string,
  to: string,
  conditions: ConversionConditions = {},
): Converted | null {
  finite(value)
  const source = parseUnit(from)
  const target = parseUnit(to)
  if (!source || !target) return null
  if ((source.bottom === null) !== (target.bottom === null)) return null
  const top = bridge(source.top, target.top, conditions)
  const bottom =
    source.bottom === null || target.bottom === null
      ? { factor: 1, words: [] }
      : bridge(source.bottom, target.bottom, conditions)
  if (!top || !bottom) return null
  const factor = (source.factor * top.factor) / bottom.factor / target.factor
  const words = [...top.words, ...bottom.words]
  const detail = words.length > 0 ? `: ${words.join('; ')}` : ''
  return { value: value * factor, unit: to, factor: `${from} × ${round(factor)} = ${to}${detail}` }
}

/** Throws a RangeError on NaN and infinities, else gives the number back. */
function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`)
  return value
}

function round(value: number): string {
  return String(Number(value.toPrecision(6)))
}

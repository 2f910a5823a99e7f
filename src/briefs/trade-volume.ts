import { convert } from '../core/units.ts'
import { gasVolume } from './gas-volume.ts'
import { formatNumber, unitLabel } from './number-format.ts'

/** From this many days on a rate is spoken of by the year. */
const YEARLY_DAYS = 300

/**
 * A daily rate as the trade speaks of it: gas in bcm/y over a year or so and in mcm/d over less, oil in Mt/y.
 * Null for other carriers, and where both ends are nothing.
 */
export function tradeVolume(
  range: { readonly low: number; readonly high: number },
  of: { readonly unit: string | null; readonly carrier: string; readonly period: string },
): string | null {
  const days = Number(/(\d+) days$/u.exec(of.period)?.[1] ?? 0)
  const target = of.carrier === 'gas' ? gasTarget(days) : of.carrier === 'crude' ? 'Mt/y' : null
  if (target === null || of.unit === null) return null
  const factor = factorTo(target, { unit: of.unit, carrier: of.carrier })
  if (factor === null) return null
  const texts = [range.low, range.high].map((value) => formatNumber(value * factor, 2))
  if (texts.every((text) => !/[1-9]/u.test(text))) return null
  const [low = '', high = ''] = texts
  return `${low === high ? low : `${low} to ${high}`} ${unitLabel(target)}`
}

function gasTarget(days: number): string {
  return days >= YEARLY_DAYS ? 'bcm/y' : 'mcm/d'
}

function factorTo(target: string, from: { unit: string; carrier: string }): number | null {
  if (target === 'Mt/y') return convert(1, from.unit, target, { carrier: from.carrier })?.value ?? null
  const volume = gasVolume(from.unit, from.carrier)
  if (volume === null || volume.unit !== 'mcm/d') return null
  return target === 'mcm/d' ? volume.factor : (volume.factor * 365) / 1000
}

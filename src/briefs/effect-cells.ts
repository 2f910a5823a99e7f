import type { Effect } from './brief.ts'
import { formatChange, formatTogether } from './number-format.ts'
import { tradeVolume } from './trade-volume.ts'

export interface EffectCells {
  readonly base: string | null
  readonly low: string
  readonly central: string
  readonly high: string
  readonly change: string | null
  /** The change in the low and in the high case, where they print otherwise than the central one. */
  readonly changeRange: string | null
  /** The central value as a gas volume, where it is an energy of gas: a year's in bcm/y, less in mcm/d. */
  readonly volume: string | null
}

/** The numbers of an effect as a person reads them; decimals alike along the row. */
export function effectCells(effect: Effect): EffectCells {
  const values = [effect.low, effect.central, effect.high]
  const [low = '', central = '', high = '', base = null] = formatTogether(
    effect.base === null ? values : [...values, effect.base],
  )
  const trade =
    effect.carrier !== 'gas' ? null : tradeVolume({ low: effect.central, high: effect.central }, effect)
  return {
    base,
    low,
    central,
    high,
    change: effect.base === null ? null : formatChange(effect.base, effect.central),
    changeRange: changeRange(effect),
    volume: trade === null ? null : `middle ${trade}`,
  }
}

/** `+3 %`: the model's figure against the observed one. */
export function deviation(observed: number, modelled: number): string {
  if (observed === 0) return modelled === 0 ? '0 %' : 'observed none'
  const percent = Math.round(((modelled - observed) / Math.abs(observed)) * 100)
  return percent === 0 ? 'under 1 %' : `${percent > 0 ? '+' : '\u2212'}${Math.abs(percent)} %`
}

function changeRange({ base, low, central, high }: Effect): string | null {
  if (base === null) return null
  const ends = [formatChange(base, low), formatChange(base, high)]
  return ends.every((end) => end === formatChange(base, central)) ? null : ends.join(' to ')
}

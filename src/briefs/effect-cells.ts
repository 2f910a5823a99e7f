import type { Effect } from './brief.ts'
import { gasVolume } from './gas-volume.ts'
import { formatChange, formatTogether } from './number-format.ts'

export interface EffectCells {
  readonly base: string | null
  readonly low: string
  readonly central: string
  readonly high: string
  readonly change: string | null
  /** The change in the low and in the high case, where they print otherwise than the central one. */
  readonly changeRange: string | null
  /** The central value as a gas volume, where the unit is an energy of gas. */
  readonly volume: string | null
}

/** The numbers of an effect as a person reads them; decimals alike along the row. */
export function effectCells(effect: Effect): EffectCells {
  const values = [effect.low, effect.central, effect.high]
  const [low = '', central = '', high = '', base = null] = formatTogether(
    effect.base === null ? values : [...values, effect.base],
  )
  const gas = gasVolume(effect.unit, effect.carrier)
  const volumes =
    gas === null
      ? null
      : formatTogether(values.map((value) => value * gas.factor)).filter((text) => text !== '')
  return {
    base,
    low,
    central,
    high,
    change: effect.base === null ? null : formatChange(effect.base, effect.central),
    changeRange: changeRange(effect),
    volume: gas === null || volumes === null ? null : `central ${volumes[1]} ${gas.unit}`,
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

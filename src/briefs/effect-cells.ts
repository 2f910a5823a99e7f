import type { Effect } from './brief.ts'
import { digitsFor, formatTogether } from './number-format.ts'
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
  const digits = digitsFor(effect.unit)
  const [low = '', central = '', high = '', base = null] = formatTogether(
    effect.base === null ? values : [...values, effect.base],
    digits,
  )
  const trade =
    effect.carrier !== 'gas' ? null : tradeVolume({ low: effect.central, high: effect.central }, effect)
  return {
    base,
    low,
    central,
    high,
    change: effect.base === null ? null : changeText(effect, effect.central),
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

/** With the decimals of its row, so that value less base is what the row says. */
function changeText({ base, low, central, high, unit }: Effect, value: number): string {
  const change = value - (base ?? 0)
  const scale = Math.max(...[base ?? 0, low, central, high].map(Math.abs))
  const [text = ''] = formatTogether([Math.abs(change), scale], digitsFor(unit))
  if (!/[1-9]/u.test(text)) return 'no change'
  return `${change > 0 ? '+' : '\u2212'}${text}`
}

function changeRange(effect: Effect): string | null {
  const { base, low, central, high } = effect
  if (base === null) return null
  const ends = [changeText(effect, low), changeText(effect, high)]
  return ends.every((end) => end === changeText(effect, central)) ? null : ends.join(' to ')
}

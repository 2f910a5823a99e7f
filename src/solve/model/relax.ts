import { CorridorError } from '../../core/errors.ts'
import { type PairFamily, pairFamilies } from '../network/pair-items.ts'
import type { Frame, Limits } from './frame.ts'

/** One limit made looser by a share of itself. */
export interface Relaxation {
  /** `FAMILY:ROW` as in `BindingConstraint.constraint`. */
  readonly constraint: string
  /** 0.05 adds five percent of the limit. */
  readonly share: number
}

const pairOf: Readonly<Record<string, PairFamily>> = {
  'link-capacity': 'link',
  'link-pick-up': 'link',
  'link-closed': 'link',
  'supply-limit': 'supply',
  'market-outlet': 'market',
  'conversion-capacity': 'conversion',
  'injection-limit': 'injection',
  'withdrawal-limit': 'withdrawal',
}

/**
 * Adds to each named limit a share of itself, or of the base where the limit is zero, in every period. Pick-up is
 * loosened through the limit that it is a share of; a stock through what is in store at the start.
 */
export function relaxLimits(frame: Frame, limits: Limits, relaxations: readonly Relaxation[]): Limits {
  const width = frame.periods.length
  for (const { constraint, share } of relaxations) {
    const [family = '', named = ''] = constraint.split(':')
    const isPeak = family === 'peak-capacity'
    // The session exempts whom it names.
    if (family === 'own-demand-first') continue
    const slash = isPeak ? named.indexOf('/') : -1
    const id = named.slice(slash + 1)
    const pair = isPeak ? pairFamilies.find((of) => of === named.slice(0, slash)) : pairOf[family]
    if (family === 'stock-empty' || family === 'stock-full') {
      const item = frame.index.network.stores.findIndex((store) => store.id === id)
      const store = frame.index.network.stores[item]
      if (store === undefined) throw unknown(constraint)
      const sign = family === 'stock-empty' ? 1 : -1
      limits.stockJump[item * width] =
        (limits.stockJump[item * width] ?? 0) + sign * share * store.level.value
      continue
    }
    if (family === 'class-refused') {
      const ofClass = frame.classes.classes.findIndex((of) => of.id === id.split('/')[0])
      frame.classes.refusals.forEach((refusal, at) => {
        if (refusal.ofClass !== ofClass) return
        for (let p = 0; p < width; p++) {
          limits.refused[at * width + p] = (1 - share) * (limits.refused[at * width + p] ?? 0)
        }
      })
      continue
    }
    const side = frame.sides.findIndex((row) => row.family === family && row.id === id)
    if (side >= 0) {
      const room = share * (frame.sides[side]?.size ?? 0)
      for (let p = 0; p < width; p++) limits.sideRoom[side * width + p] = room
      continue
    }
    const item = pair === undefined ? -1 : frame.items[pair].findIndex((row) => row.id === id)
    if (pair === undefined || item < 0) throw unknown(constraint)
    const closed = pair === 'link' ? (frame.index.network.links[item]?.capacity?.value ?? 0) : 0
    for (let p = 0; p < width; p++) {
      const at = item * width + p
      const limit = limits.pairs[pair][at] ?? Number.NaN
      const base = frame.base[pair][at] ?? 0
      const size = Number.isNaN(limit) ? base : Math.max(limit, base, closed)
      const open = pair === 'link' ? (frame.linkShare[at] ?? 0) : 1
      // Five percent more pick-up is five percent of what can be picked up, whatever share of it is open.
      const step = family === 'link-pick-up' && open > 0 ? (share * size) / open : share * size
      limits.pairs[pair][at] = (Number.isNaN(limit) ? base + (frame.unknownRoom[at] ?? 0) : limit) + step
    }
  }
  return limits
}

function unknown(constraint: string): CorridorError {
  return new CorridorError(
    'name_not_found',
    `${constraint} is no limit of this programme that can be loosened.`,
  )
}

import type { Atlas } from '../../atlas/atlas.ts'
import type { Because } from '../../core/provenance.ts'
import type { CalendarDate } from '../../core/time.ts'
import { assumptionOf, centralOf, rangeOf } from '../../scenarios/assumptions.ts'
import type { OilRanges } from '../../solve/answers/oil-balance.ts'

/** The two markets of the balancing block. */
export type OilCarrier = 'crude' | 'products'

const held = {
  crude: { spare: 'oil-spare-capacity', stocks: 'oil-commercial-draw' },
  products: { spare: 'products-spare-capacity', stocks: 'products-commercial-draw' },
} as const
/** Countries whose idle capacity is known by itself. */
const HOLDERS = ['SA', 'AE', 'IQ', 'KW'] as const

/** Years whose mean price the atlas has. */
const PRICED_YEARS = { first: 2024, last: 2025 } as const

/** The year of a day, or the nearest whose mean oil price the atlas has. */
export function pricedYear(day: CalendarDate): number {
  return Math.max(PRICED_YEARS.first, Math.min(PRICED_YEARS.last, Number(day.slice(0, 4))))
}

/** The responses of the world market by the premises of the atlas, and those premises. */
export function oilRanges(
  carrier: OilCarrier,
  of: {
    readonly atlas: Atlas
    readonly day: CalendarDate
    /** The change is planned and lasts: responses have a year. */
    readonly isYear: boolean
    /** Countries that lose output: what they hold idle is behind the same trouble. */
    readonly losing: ReadonlySet<string>
  },
): { readonly ranges: OilRanges; readonly because: readonly Because[] } {
  const { atlas, isYear, losing } = of
  const used: string[] = []
  const range = (id: string) => {
    used.push(id)
    return rangeOf(assumptionOf(atlas, id))
  }
  const scaled = (id: string, factor: number) => {
    const { low, central, high } = range(id)
    return { low: low * factor, central: central * factor, high: high * factor }
  }
  const lostShare = HOLDERS.filter((code) => carrier === 'crude' && losing.has(code)).reduce(
    (sum, code) => sum + range(`oil-spare-share-${code.toLowerCase()}`).central / 100,
    0,
  )
  const price = centralOf(assumptionOf(atlas, `brent-${pricedYear(of.day)}`))
  const ranges: OilRanges = {
    demand: range(isYear ? 'elasticity-oil-demand-year' : 'elasticity-crude-demand-short'),
    supply: range(isYear ? 'elasticity-oil-supply-year' : 'elasticity-crude-supply-short'),
    spare: scaled(held[carrier].spare, 1 - lostShare),
    spareDays: range('oil-spare-days'),
    sparePrice: scaled('oil-spare-price', 0.01),
    stocks: range(held[carrier].stocks),
    release: range('oil-stock-release'),
    releaseFrom: scaled('oil-stock-trigger', 0.01),
    largeRelease: range('oil-stock-release-large'),
    largeFrom: scaled('oil-stock-large', 0.01),
    rationing: {
      share: range('oil-rationing-share').central / 100,
      from: range('oil-rationing-from').central / price,
      at: scaled('oil-rationing-at', 1 / price),
    },
  }
  return { ranges, because: [...new Set(used)].map((id): Because => `assumption:${id}`) }
}

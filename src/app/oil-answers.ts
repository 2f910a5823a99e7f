import type { Atlas } from '../atlas/atlas.ts'
import type { Network } from '../atlas/network.ts'
import type { NetbackChange, ScenarioRun } from '../briefs/compose/answered.ts'
import { meanOver, type Stretch, stretchesOf } from '../briefs/compose/over-time.ts'
import { assumptionOf, centralOf, rangeOf } from '../scenarios/assumptions.ts'
import { isLasting, type Question } from '../scenarios/question.ts'
import { meanFreight } from '../solve/mean-freight.ts'
import { balanceInterval, LARGEST_SHARE, type OilRanges } from '../solve/oil-balance.ts'
import type { SolveResult } from '../solve/result.ts'
import { demandLoss, demandStretch } from './price-of-change.ts'
import { LEAST_SHARE, lossOf } from './price-of-loss.ts'

/** Premises of the balancing block by product. */
const premises = {
  crude: { spare: 'oil-spare-capacity' },
  products: { spare: 'products-spare-capacity' },
} as const
const shared = [
  'elasticity-crude-demand-short',
  'elasticity-crude-supply-short',
  'oil-spare-price',
  'oil-stock-release',
] as const

interface OilInput {
  readonly run: Pick<ScenarioRun, 'base' | 'low' | 'central' | 'high' | 'scenario'>
  readonly question: Question
  /** What the question was solved on. */
  readonly network: Network
  /** The whole network of the day: the world, not only what the question was solved on. */
  readonly world: Network
  readonly atlas: Atlas
}

/** What the world market would do about the supply that a run takes from it or brings to it; null where nothing shows. */
export function oilPriceChange(input: OilInput): ScenarioRun['priceChange'] {
  const { run, question, network, world, atlas } = input
  const { carrier } = question
  if (carrier !== 'crude' && carrier !== 'products') return null
  const stretches = stretchesOf(run.base.periods)
  const ofDemand = question.kind === 'demand' ? demandStretch(run) : undefined
  const over =
    ofDemand ?? (isLasting(question) || question.kind === 'sanction' ? stretches.at(-1) : stretches[0])
  const volume = worldSupply(world, carrier)
  if (over === undefined || !(volume > 0)) return null
  const isGain = ['return', 'increase', 'project', 'rise'].includes(question.kind)
  const losses = [run.low, run.central, run.high].map((result) => {
    if (ofDemand !== undefined) return demandLoss(run, result, { network, over })
    if (!isGain) return lossOf(result, run.base, { question, network }, over)
    const gross = gained(run.base, result, network, over)
    return { gross, net: gross }
  })
  const largest = Math.max(...losses.map(({ gross }) => Math.abs(gross)))
  if (largest < LEAST_SHARE * volume || largest > LARGEST_SHARE * volume) return null
  const { spare } = premises[carrier]
  const percent = (id: string) => {
    const { low, central, high } = rangeOf(assumptionOf(atlas, id))
    return { low: low / 100, central: central / 100, high: high / 100 }
  }
  const ranges: OilRanges = {
    demand: rangeOf(assumptionOf(atlas, 'elasticity-crude-demand-short')),
    supply: rangeOf(assumptionOf(atlas, 'elasticity-crude-supply-short')),
    spare: rangeOf(assumptionOf(atlas, spare)),
    spareDays: centralOf(assumptionOf(atlas, 'oil-spare-days')),
    sparePrice: percent('oil-spare-price'),
    release: rangeOf(assumptionOf(atlas, 'oil-stock-release')),
    releaseFrom: percent('oil-stock-trigger'),
  }
  const day = (over.from + over.to) / 2
  const at = (lost: number) => balanceInterval({ volume, lost, day }, ranges)
  // Stocks near the market may stand in for a part: at the least the rest alone moves the price.
  const changes = losses.flatMap(({ gross, net }) =>
    [...at(gross), ...at(net)].map(({ price }) => 100 * (price - 1)),
  )
  const middle = losses[1]
  const central = middle === undefined ? undefined : at((middle.gross + middle.net) / 2)[1]
  if (central === undefined) return null
  const [least = 0, ...further] = losses.map(({ gross }) => gross).sort((a, b) => Math.abs(a) - Math.abs(b))
  const most = further.at(-1) ?? least
  const low = Math.min(...changes)
  const high = Math.max(...changes)
  const price = { low, central: 100 * (central.price - 1), high }
  return {
    ...price,
    zone: `the world market for ${carrier === 'crude' ? 'crude oil' : 'oil products'}`,
    ref: `markets/world-${carrier}`,
    period: over.label,
    lost: { least, most, share: most / volume, parts: at(most)[1] },
    netbacks: netbacks(input, { over, price }),
    because: [spare, ...shared].map((id) => `assumption:${id}` as const),
  }
}

function worldSupply(world: Network, carrier: 'crude' | 'products'): number {
  const own = (bus: string): boolean => bus.endsWith(`:${carrier}`)
  const sources = world.supplies.filter((of) => of.kind === 'production' && own(of.bus))
  const plants = world.conversions.filter((of) => own(of.to))
  return (
    sources.reduce((sum, of) => sum + (of.output?.value ?? 0), 0) +
    plants.reduce((sum, of) => sum + (of.flow?.value ?? 0) * of.efficiency, 0)
  )
}

/** Mean rate that sources give more, below zero. */
function gained(base: SolveResult, result: SolveResult, network: Network, over: Stretch): number {
  const carrierOf = new Map(network.buses.map((bus) => [bus.id, bus.carrier]))
  return network.supplies
    .filter((of) => {
      const carrier = carrierOf.get(of.bus)
      return of.kind === 'production' && (carrier === 'crude' || carrier === 'products')
    })
    .reduce((sum, { id }) => {
      const change =
        meanOver(base.output.get(id), base.periods, over) -
        meanOver(result.output.get(id), base.periods, over)
      return sum + Math.min(0, change)
    }, 0)
}

/** What a barrel brings at the start of its way: the price change less the change of the mean freight from there. */
function netbacks(
  { run, question, world, atlas }: OilInput,
  given: {
    readonly over: Stretch
    readonly price: { readonly low: number; readonly central: number; readonly high: number }
  },
): readonly NetbackChange[] {
  // The price of the nearest year that is known, no further than a year away.
  const asked = Number(question.networkDate.slice(0, 4))
  const year = Math.max(2024, Math.min(2025, asked))
  if (Math.abs(asked - year) > 1 || question.carrier !== 'crude') return []
  const brent = centralOf(assumptionOf(atlas, `brent-${year}`))
  const dollars = centralOf(assumptionOf(atlas, `usd-per-eur-${year}`))
  const freight = (result: SolveResult) =>
    meanFreight(run.base.network, 'crude', (link) =>
      meanOver(result.flow.get(link), result.periods, given.over),
    )
  const [before, after] = [freight(run.base), freight(run.central)]
  const buses = new Set(
    world.links.filter((link) => question.links.includes(link.id)).map((link) => link.from),
  )
  return [...buses].flatMap((bus): NetbackChange[] => {
    const [old, now] = [before.get(bus), after.get(bus)]
    if (old === undefined || now === undefined) return []
    // EUR a thousand barrels in dollars a barrel.
    const dearer = ((now - old) * dollars) / 1000
    const at = (percent: number): number => (brent * percent) / 100 - dearer
    const { low, central, high } = given.price
    const because = [`assumption:brent-${year}`, `assumption:usd-per-eur-${year}`] as const
    return [{ bus, low: at(low), central: at(central), high: at(high), freight: dearer, because }]
  })
}

import type { Atlas } from '../../atlas/atlas.ts'
import type { Network } from '../../atlas/network.ts'
import type { NetbackChange, ScenarioRun } from '../../briefs/compose/answered.ts'
import { isLasting } from '../../briefs/compose/is-lasting.ts'
import { meanOver, type Stretch, stretchesOf } from '../../briefs/compose/over-time.ts'
import { assumptionOf, centralOf } from '../../scenarios/assumptions.ts'
import type { Question } from '../../scenarios/question.ts'
import { balanceInterval, LARGEST_SHARE } from '../../solve/answers/oil-balance.ts'
import { meanFreight } from '../../solve/base/mean-freight.ts'
import type { SolveResult } from '../../solve/result.ts'
import { type OilCarrier, oilRanges, pricedYear } from './oil-ranges.ts'
import { demandLoss, demandStretch } from './price-of-change.ts'
import { LEAST_SHARE, lossOf } from './price-of-loss.ts'

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
  const carrier = marketOf(question, network)
  if (carrier === null) return null
  const stretches = stretchesOf(run.base.periods)
  const ofDemand = question.kind === 'demand' ? demandStretch(run) : undefined
  const isYear = isLasting(question) || question.kind === 'sanction'
  const over = ofDemand ?? (isYear ? stretches.at(-1) : stretches[0])
  const volume = worldSupply(world, carrier)
  if (over === undefined || !(volume > 0)) return null
  const losses = [run.low, run.central, run.high].map((result) => lostBy(input, result, over))
  const largest = Math.max(...losses.map(Math.abs))
  if (largest < LEAST_SHARE * volume || largest > LARGEST_SHARE * volume) return null
  const { ranges, because } = oilRanges(carrier, {
    atlas,
    day: question.networkDate,
    isYear: isLasting(question),
    losing: losingCountries(input, over),
  })
  const day = (over.from + over.to) / 2
  const at = (lost: number) => balanceInterval({ volume, lost, day }, ranges)
  const changes = losses.flatMap((lost) => at(lost).map(({ price }) => 100 * (price - 1)))
  const central = at(losses[1] ?? 0)[1]
  const [least = 0, ...further] = [...losses].sort((a, b) => Math.abs(a) - Math.abs(b))
  const most = further.at(-1) ?? least
  const price = { low: Math.min(...changes), central: 100 * (central.price - 1), high: Math.max(...changes) }
  return {
    ...price,
    zone: `the world market for ${carrier === 'crude' ? 'crude oil' : 'oil products'}`,
    ref: `markets/world-${carrier}`,
    period: over.label,
    lost: { least, most, share: most / volume, parts: at(most)[1] },
    netbacks: carrier === 'crude' ? netbacks(input, { over, price }) : [],
    because,
  }
}

/** Where a question is priced: a refinery that stands still is missed in products. */
function marketOf({ carrier, plants }: Question, network: Network): OilCarrier | null {
  if (carrier === 'crude' && plants.some((ref) => isRefinery(ref, network))) return 'products'
  return carrier === 'crude' || carrier === 'products' ? carrier : null
}

function isRefinery(ref: string, network: Network): boolean {
  const plant = network.conversions.find(({ id }) => ref === `conversions/${id}`)
  return plant?.to.endsWith(':products') ?? false
}

/** Mean rate that a run takes from the world, below zero what it brings. */
function lostBy({ run, question, network }: OilInput, result: SolveResult, over: Stretch): number {
  if (question.kind === 'demand') return demandLoss(run, result, { network, over }).gross
  const isGain = ['return', 'increase', 'project', 'rise'].includes(question.kind)
  if (question.carrier === 'crude' && question.plants.some((ref) => isRefinery(ref, network)))
    return productsLost(run.base, result, network, over)
  return isGain
    ? gained(run.base, result, network, over)
    : lossOf(result, run.base, { question, network }, over).gross
}

/** Products that refineries make less, after what others make more. */
function productsLost(base: SolveResult, result: SolveResult, network: Network, over: Stretch): number {
  return network.conversions
    .filter(({ to }) => to.endsWith(':products'))
    .reduce(
      (sum, { id, efficiency }) =>
        sum +
        efficiency *
          (meanOver(base.converted.get(id), base.periods, over) -
            meanOver(result.converted.get(id), result.periods, over)),
      0,
    )
}

/** A country that gives less by this share of its crude cannot open what it holds idle. */
const LOSING = 0.05

/** Codes of the countries that bring up less crude in the worst run. */
function losingCountries({ run, network, atlas }: OilInput, over: Stretch): ReadonlySet<string> {
  const by = new Map<string, { before: number; after: number }>()
  for (const { id, bus, kind } of network.supplies) {
    if (kind !== 'production' || !bus.endsWith(':crude')) continue
    const zone = bus.slice(0, bus.lastIndexOf(':'))
    const country = atlas.tables.zones.find((row) => row.id === zone)?.country ?? ''
    const sum = by.get(country) ?? { before: 0, after: 0 }
    sum.before += meanOver(run.base.output.get(id), run.base.periods, over)
    sum.after += meanOver(run.low.output.get(id), run.low.periods, over)
    by.set(country, sum)
  }
  return new Set(
    [...by].filter(([, { before, after }]) => before - after > LOSING * before).map(([code]) => code),
  )
}

function worldSupply(world: Network, carrier: OilCarrier): number {
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
  const year = pricedYear(question.networkDate)
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

import type { Question } from '../../scenarios/question.ts'
import type { Effect } from '../brief.ts'
import { formatGiven, formatNumber } from '../number-format.ts'
import { percentRange } from './answer-parts.ts'
import type { Answered, NetbackChange, PriceChange, ScenarioRun } from './answered.ts'
import { meanOver, stretchesOf } from './over-time.ts'

/** What a price effect names: a market is wider than the zone where the line ends; that of oil is the world. */
export function marketFedRef(question: Question): string {
  if (question.kind === 'outage' && question.carrier === 'crude') return 'markets/world-crude'
  return `markets/fed-by-${question.subject.slice(question.subject.indexOf('/') + 1)}`
}

/** That market in words. */
export function marketFedName(question: Question): string {
  if (marketFedRef(question) === 'markets/world-crude') return 'the world market for crude oil'
  return question.kind === 'demand'
    ? `the market that ${question.subjectName} is part of`
    : `the market that ${question.subjectName} feeds`
}

/** Price changes by scenario, and what an observed move would mean. */
export function priceEffects(answered: Answered): readonly Effect[] {
  const { question, runs, implied } = answered
  const common = {
    zone: marketFedRef(question),
    carrier: question.carrier,
    period: question.kind === 'outage' ? 'first weeks' : `${question.days} days`,
    status: 'computed' as const,
  }
  const prices = runs.flatMap((run): Effect[] => {
    const price = run.priceChange
    if (price === null || (price.low === 0 && price.high === 0)) return []
    const { low, central, high } = price
    const told = question.kind === 'outage' ? question.observedMove : null
    const beside = told === null ? '' : ` The reports tell a move of ${formatGiven(told.percent)} %.`
    const sentence =
      price.lost === undefined
        ? `The price in ${marketFedName(question)} changes by ${percentRange(low, high)}.${beside}`
        : `${worldSentence(price, price.lost)}${beside}`
    return [
      {
        ...common,
        zone: price.ref ?? common.zone,
        period: price.period ?? common.period,
        measure: 'price change',
        base: 0,
        low,
        central,
        high,
        unit: '%',
        because: [...price.because, ...(told === null ? [] : [told.because])],
        sentence,
        scenario: run.scenario.id,
      },
      ...(price.netbacks ?? []).map((one): Effect => netbackEffect(one, run, price)),
    ]
  })
  if (implied === null || !implied.identified) return prices
  const full = runs.find((run) => run.scenario.id.endsWith('full-lifted'))
  const [low, high] = [100 * implied.low, 100 * implied.high]
  return [
    ...prices,
    {
      ...common,
      measure: 'implied change of probability',
      base: 0,
      low,
      central: (low + high) / 2,
      high,
      unit: 'percentage points',
      because: [...implied.because],
      sentence: implied.sentence,
      ...(full === undefined ? {} : { scenario: full.scenario.id }),
    },
  ]
}

/** What the world loses, how the most of it is made good at the central responses, and what that does to the price. */
function worldSentence(price: PriceChange, lost: NonNullable<PriceChange['lost']>): string {
  const { least, most, share, parts } = lost
  const [from, to] = [Math.abs(least), Math.abs(most)].map((value) => formatNumber(value, 2))
  const amount = `${from === to ? to : `${from} to ${to}`} kb/d, ${from === to ? '' : 'at most '}${formatNumber(100 * Math.abs(share), 2)} % of the world’s supply`
  const moves = `The price in ${price.zone} changes by ${percentRange(price.low, price.high)}`
  if (most <= 0) return `It brings ${amount}. ${moves}.`
  const ways = [
    [parts.spare, 'idle capacity elsewhere'],
    [parts.stocks, 'commercial stocks'],
    [parts.release, 'emergency stocks'],
    [parts.otherSupply, 'other supply'],
    [parts.lessDemand, 'less use'],
  ] as const
  const made = ways
    .filter(([part]) => part > 0.005 * most)
    .map(([part, name]) => `${formatNumber((100 * part) / most, 2)} % by ${name}`)
  return `It takes ${amount} from the market; with the central responses ${made.join(', ')} make up for it. ${moves}, between the weakest and the strongest responses.`
}

function netbackEffect(of: NetbackChange, run: ScenarioRun, price: PriceChange): Effect {
  const { bus, low, central, high, freight } = of
  const way =
    Math.abs(freight) < 0.005
      ? 'its way to market costs what it did'
      : `its way to market costs ${formatNumber(Math.abs(freight), 2)} dollars a barrel ${freight > 0 ? 'more' : 'less'}`
  return {
    measure: 'netback change',
    zone: `zones/${bus.split(':')[0]}`,
    carrier: 'crude',
    period: price.period ?? '',
    base: 0,
    low,
    central,
    high,
    unit: 'USD/bbl',
    status: 'computed',
    because: [...of.because, ...price.because],
    sentence: `What a barrel that still leaves brings: the change of the price on the world market; ${way}.`,
    scenario: run.scenario.id,
  }
}

/** How long the tanks at either end of the line last against its flow: days until loading or pumping must stop. */
export function stockEffects(answered: Answered, run: ScenarioRun): readonly Effect[] {
  const { question, network } = answered
  if (question.kind !== 'outage') return []
  const links = network.links.filter((link) => question.links.includes(link.id))
  const buses = new Set(links.flatMap((link) => [link.from, link.to]))
  const first = stretchesOf(run.base.periods)[0]
  return network.stores
    .filter((store) => buses.has(store.bus) && store.kind === 'tank')
    .flatMap((store): Effect[] => {
      const through = Math.max(
        ...links.map((link) =>
          first === undefined ? 0 : meanOver(run.base.flow.get(link.id), run.base.periods, first),
        ),
      )
      if (!(through > 0)) return []
      const free = Math.max(0, store.volume.value - store.level.value) / through
      const whole = store.volume.value / through
      return [
        {
          measure: 'tank days',
          zone: `stores/${store.id}`,
          carrier: question.carrier,
          period: 'at the shock',
          base: null,
          low: Math.min(free, whole),
          central: free,
          high: whole,
          unit: 'day',
          status: 'computed',
          because: [store.volume.because, store.level.because],
          sentence: `${store.name}: room for ${formatNumber(whole, 2)} days of the base flow; from the level assumed it is full after ${formatNumber(free, 2)} days if loading stops.`,
        },
      ]
    })
}

/** What each owner's share of the line carries before and after; shares of ownership, not of contracts. */
export function ownerEffects(answered: Answered, run: ScenarioRun): readonly Effect[] {
  const { question, network, atlas } = answered
  const link = network.links.find((candidate) => candidate.id === question.links[0])
  const line = question.subject.startsWith('assets/') ? question.subject.slice(7) : null
  if (question.kind !== 'outage' || link === undefined || line === null) return []
  const owned = [line, ...atlas.ancestors(line).map((asset) => asset.id)].find(
    (id) => atlas.owners(id, question.networkDate).length > 0,
  )
  const stretch = stretchesOf(run.base.periods)[0]
  if (owned === undefined || stretch === undefined) return []
  const flow = (result: ScenarioRun['base']): number =>
    meanOver(result.flow.get(link.id), result.periods, stretch)
  return atlas
    .owners(owned, question.networkDate)
    .slice(0, 6)
    .map((owner): Effect => {
      const share = owner.share_pct / 100
      const values = [run.low, run.central, run.high].map((result) => share * flow(result))
      return {
        measure: 'flow by share of ownership',
        zone: `actors/${owner.actor}`,
        carrier: question.carrier,
        period: stretch.label,
        base: share * flow(run.base),
        low: Math.min(...values),
        central: values[1] ?? 0,
        high: Math.max(...values),
        unit: network.units[question.carrier],
        status: 'computed',
        scenario: run.scenario.id,
        because: [`constraint:link-capacity:${link.id}`, ...(link.flow === null ? [] : [link.flow.because])],
        sentence: `${owner.name} owns ${owner.share_pct} % of ${atlas.nameOf(`assets/${owned}`)}, by which this is counted; who ships how much by contract is not known.`,
      }
    })
}

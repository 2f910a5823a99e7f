import { rateUnits } from '../../atlas/figures.ts'
import type { NetworkConversion, NetworkLink } from '../../atlas/network.ts'
import type { Asset, Carrier } from '../../atlas/tables.ts'
import type { Because } from '../../core/provenance.ts'
import { assumptionOf } from '../assumptions.ts'
import { sizesOf } from '../claimed/claimed-range.ts'
import { assetsOf, type ClaimFacts, type EventFacts } from '../event-facts.ts'
import { assetRow, flowOf, linksOfAsset, plantsOfAsset, usableCapacity } from '../network-parts.ts'
import type { Question } from '../question.ts'
import { mainSection } from '../rises/draft-line-rise.ts'
import type { Assumption } from '../scenario.ts'
import type { StoryContext, World } from '../story-context.ts'
import { linesOfOperators } from '../targets/lines-of-operators.ts'
import { wholeOf } from '../targets/whole-of-asset.ts'
import { directionOf, isOf, speaksOf, standing, timesTold } from '../topics.ts'
import { draftLineProject } from './draft-line-project.ts'
import type { LineTarget } from './project-lines.ts'
import { projectRate } from './project-size.ts'

/**
 * A line or cable that works and is to carry more: what its new capacity would add, early, late or never. Its size
 * is what the reports add to the capacity of the atlas, or to that which they name themselves. Empty where nothing that
 * works is named, or nobody says by how much.
 */
export function enlargementQuestions(context: StoryContext): readonly Question[] {
  const { facts, atlas, network, start } = context
  if (!isPlan(facts)) return []
  for (const id of [...assetsOf(facts), ...linesOfOperators(facts, atlas)]) {
    const asset = assetRow(atlas, id)
    const target = asset === null ? null : working(asset, { atlas, network })
    if (target === null) continue
    const told = standing(facts).filter((claim) => tellsMoreCapacity(claim, target))
    const more = told.flatMap((claim) => moreCapacity(claim, target) ?? [])[0]
    if (more === undefined) continue
    const size = sizeOf(more, target, context)
    return [draftLineProject({ facts, atlas, network, target: target.line, start, size })]
  }
  return []
}

/** Planned, agreed or decided: what has been enlarged already the network of the day has. */
function isPlan(facts: EventFacts): boolean {
  const { type, modality } = facts.event
  if (modality === 'announced_or_planned' || modality === 'possible' || modality === 'conditional')
    return true
  const isDeal = type === 'agreement' || type === 'negotiation' || type === 'investment_or_loan'
  return isDeal || standing(facts).some((claim) => isOf(claim, 'decided') || isOf(claim, 'memorandum'))
}

/**
 * "To raise the capacity", "from 10 to 20 bcm": words of what it can carry and not of what it does. A terminal or refinery
 * that is itself to grow needs no word for it, where nothing is said of what it gives.
 */
function tellsMoreCapacity(claim: ClaimFacts, { isPlant }: Working): boolean {
  // "To build a third train", "the investment decision on 6 Mt more": what is new at a plant that works comes beside it.
  const isNewUnit = isOf(claim, 'decided') || (isOf(claim, 'unit') && speaksOf(claim, 'build'))
  if (isPlant && isNewUnit) return true
  const isOfWork = isOf(claim, 'output') || isOf(claim, 'delivery') || isOf(claim, 'buying')
  if (!isOf(claim, 'capacity') && (!isPlant || isOfWork)) return false
  const isRaised = claim.quantities.some(
    ({ kind, value }) => kind === 'from_to' && Array.isArray(value) && value[1] > value[0],
  )
  return isRaised || directionOf(claim) === 'up'
}

interface Working {
  readonly line: LineTarget
  readonly carrier: Carrier
  /** A terminal or a refinery, and no line. */
  readonly isPlant: boolean
  /** What it can carry on the day, in the unit of its carrier; null where the atlas has no limit. */
  readonly capacity: number | null
}

/** A line, cable, terminal or refinery that works on the day; null for anything else. */
function working(asset: Asset, world: World): Working | null {
  return asset.kind === 'terminal' || asset.kind === 'refinery' || asset.carrier === 'lng'
    ? workingPlant(asset, world)
    : workingLine(asset, world)
}

/** What lands or makes LNG, or refines crude, by a row of its own. */
function workingPlant(asset: Asset, { atlas, network }: World): Working | null {
  const own = network.conversions.filter((one) => one.asset === asset.id)
  const plants = own.length > 0 ? own : liquefactionOf(asset, { atlas, network })
  const [first] = plants
  const kind = first === undefined ? null : kindOfPlant(first)
  if (first === undefined || kind === null) return null
  // The gas that liquefaction draws is not asked about: LNG is what its buyers wait for.
  const isExport = kind === 'enlarged lng export'
  const way = isExport ? { from: first.to, to: null } : { from: first.from, to: first.to }
  const capacity = plants.reduce<number | null>((sum, { capacity: own }) => {
    return sum === null || own === null ? null : sum + own.value
  }, 0)
  const carrier: Carrier = kind === 'enlarged refinery' ? 'crude' : 'lng'
  const name = `Larger ${asset.name}`
  return {
    line: { kind, carrier, name, country: asset.country, ways: [way], efficiency: first.efficiency },
    carrier,
    isPlant: true,
    capacity,
  }
}

/** A liquefaction plant without a row of its own makes LNG where all of its country's do. */
function liquefactionOf(asset: Asset, { atlas, network }: World): readonly NetworkConversion[] {
  const isPlant = asset.carrier === 'lng' && plantsOfAsset(atlas, network, asset.id).length === 0
  const whole = isPlant ? wholeOf(asset, atlas, network) : null
  const refs = new Set(whole?.plants.map(({ ref }) => ref))
  return network.conversions.filter(({ id, to }) => refs.has(`conversions/${id}`) && to.endsWith(':lng'))
}

function kindOfPlant({ from, to }: NetworkConversion): LineTarget['kind'] | null {
  if (from.endsWith(':lng')) return 'enlarged lng import'
  if (to.endsWith(':lng')) return 'enlarged lng export'
  return from.endsWith(':crude') && to.endsWith(':products') ? 'enlarged refinery' : null
}

/** A line or cable that carries something on the day, from end to end; null for anything else. */
function workingLine(asset: Asset, { atlas, network }: World): Working | null {
  if (asset.kind !== 'pipeline' && asset.kind !== 'interconnector') return null
  const links = linksOfAsset(atlas, network, asset.id).filter((link) => usableCapacity(link) !== 0)
  const section = mainSection(links)
  const [main] = section
  if (main === undefined) return null
  const isCable = asset.kind === 'interconnector'
  // The fullest section first: by it what is added is counted.
  const way = isCable ? [main] : [main, ...wayThrough(main, links).filter((link) => link !== main)]
  const capacity = section.reduce<number | null>((sum, link) => {
    const own = usableCapacity(link)
    return sum === null || own === null ? null : sum + own
  }, 0)
  const ways = way.map(({ from, to }) => ({ from, to }))
  const [first, ...rest] = ways
  if (first === undefined) return null
  const codeOf = new Map(atlas.tables.zones.map(({ id, country }) => [id, country]))
  return {
    line: {
      kind: isCable ? 'enlarged cable' : 'enlarged line',
      carrier: main.carrier,
      name: `Larger ${asset.name}`,
      country: codeOf.get(first.from.slice(0, first.from.lastIndexOf(':'))) ?? '',
      ways: isCable ? [first, { from: first.to, to: first.from }] : [first, ...rest],
    },
    carrier: main.carrier,
    isPlant: false,
    capacity,
  }
}

/** From its fullest section on and back along the fullest of what joins it: of branches the main one. */
function wayThrough(main: NetworkLink, links: readonly NetworkLink[]): readonly NetworkLink[] {
  const way = [main]
  const passed = new Set([main.from, main.to])
  const fullest = (of: readonly NetworkLink[]): NetworkLink | undefined =>
    [...of].sort((a, b) => flowOf([b]) - flowOf([a]) || (a.id < b.id ? -1 : 1))[0]
  for (;;) {
    const [first, last] = [way[0], way.at(-1)]
    const next = fullest(links.filter(({ from, to }) => from === last?.to && !passed.has(to)))
    const before = fullest(links.filter(({ from, to }) => to === first?.from && !passed.has(from)))
    if (next === undefined && before === undefined) return way
    if (next !== undefined) {
      way.push(next)
      passed.add(next.to)
    }
    if (before !== undefined) {
      way.unshift(before)
      passed.add(before.from)
    }
  }
}

interface More {
  readonly low: number
  readonly high: number
  readonly because: Because
}

/** By how much a claim says that the capacity grows; null where it does not say, or it is no more than today's. */
function moreCapacity(claim: ClaimFacts, { carrier, capacity }: Working): More | null {
  const { because } = claim
  const unit = rateUnits[carrier]
  const amounts = claim.quantities.flatMap((quantity) => {
    const size = projectRate(quantity, carrier, unit)
    return size === null ? [] : [{ quantity, ...size }]
  })
  const span = amounts.find(({ quantity }) => quantity.kind === 'from_to')
  if (span !== undefined)
    return span.high > span.low ? { low: span.high - span.low, high: span.high - span.low, because } : null
  const to = amounts.find(({ quantity }) => quantity.to_level === true)
  const other = amounts.find((one) => one !== to)
  // "From 55 to 85": of two amounts the one that it grows to says which of them it was before.
  const before = to !== undefined && other !== undefined && other.high < to.low ? other.high : capacity
  if (to !== undefined) {
    const more = before === null ? 0 : to.low - before
    return more > 0 ? { low: more, high: Math.max(more, to.high - (before ?? 0)), because } : null
  }
  if (other !== undefined) return { low: other.low, high: other.high, because }
  if (capacity === null) return null
  const share = claim.quantities.find(({ unit: of, to_level: isLevel }) => of === '%' && isLevel !== true)
  const times = timesTold(claim)
  if (share !== undefined) {
    const { low, high } = sizesOf(share.value)
    return { low: (capacity * low) / 100, high: (capacity * high) / 100, because }
  }
  return times === null ? null : { low: capacity * (times - 1), high: capacity * (times - 1), because }
}

function sizeOf(more: More, { carrier }: Working, { atlas }: StoryContext): Assumption {
  return {
    ...assumptionOf(atlas, 'project-line-size'),
    id: 'enlargement-size',
    statement: 'It can carry so much more as the reports say',
    low: more.low,
    central: (more.low + more.high) / 2,
    high: more.high,
    unit: rateUnits[carrier],
    status: 'reported',
    because: [more.because],
  }
}

import type { Atlas } from '../atlas/atlas.ts'
import { rateUnits } from '../atlas/figures.ts'
import type { Network, NetworkStore } from '../atlas/network.ts'
import type { Carrier } from '../atlas/tables.ts'
import { capitalised } from '../core/listed.ts'
import { addDays, type CalendarDate } from '../core/time.ts'
import { assumptionOf, asTold, rangeOf, statedPremise } from './assumptions.ts'
import { claimedDurations } from './claimed/claimed-lengths.ts'
import { sizesOf } from './claimed/claimed-range.ts'
import type { EventFacts } from './event-facts.ts'
import { mainLinksInto } from './network-parts.ts'
import { ofOneScenario } from './of-one-scenario.ts'
import type { Question } from './question.ts'
import type { Assumption, Scenario, Shock } from './scenario.ts'
import { type StoreSite, siteNamed } from './store-sites.ts'
import { isOf, standing } from './topics.ts'

export interface StocksInput {
  readonly facts: EventFacts
  readonly atlas: Atlas
  readonly network: Network
  readonly start: CalendarDate
  readonly carrier: Carrier
  /** Stores of the named countries of the carrier, strategic ones apart. */
  readonly stores: readonly NetworkStore[]
  /** Whose stores they are. */
  readonly owner: string
  /** The one of them that the reports name. */
  readonly site?: StoreSite
}

const DAYS = 120

/** How full the reports say that stores are, in percent; null where they say no level. */
export function toldLevel(
  facts: EventFacts,
  atlas: Atlas,
): { readonly percent: number; readonly because: string } | null {
  const isOfSite = siteNamed(facts, atlas) !== null
  for (const claim of standing(facts)) {
    // "Chiren is 62 % full": the store is named, and no word for stores stands beside it.
    if (!isOf(claim, 'storage') && !(isOfSite && isOf(claim, 'full'))) continue
    for (const { unit, value, kind, to_level: isLevel } of claim.quantities) {
      // "Stocks fell to 28 %" is a level by the words at the figure, "28 % full" by that word.
      if (!isOf(claim, 'full') && isLevel !== true) continue
      const { low, high } = sizesOf(value)
      // A fall from one level to another ends at the second.
      const level = kind === 'from_to' && Array.isArray(value) ? Math.abs(value[1]) : (low + high) / 2
      if (unit === '%' && level <= 100) return { percent: level, because: claim.because }
    }
  }
  return null
}

/** Stores that are as full as told, where the atlas has another level: who goes short, and what is taken elsewhere. */
export function draftLevel(
  input: StocksInput,
  told: { readonly percent: number; readonly because: string },
): Question {
  const { atlas, carrier, stores, owner, start, site } = input
  const unit = rateUnits[carrier].replace(/_d$/u, '')
  const [volume, held] = [totalOf(stores, 'volume'), totalOf(stores, 'level')]
  const known = Math.round((100 * held) / volume)
  const percent = site === undefined ? told.percent : besideOthers(told.percent, site.share, known)
  const level: Assumption = {
    id: 'store-level',
    statement: `How full ${site?.name ?? `the stores of ${owner}`} ${site === undefined ? 'are' : 'is'}, as the reports tell it; the atlas has ${known} % on that day${site === undefined ? '' : ` for all stores of ${owner}, of which it is ${Math.round(100 * site.share)} %`}`,
    low: null,
    central: told.percent,
    high: null,
    unit: '%',
    status: 'reported',
    because: [told.because, ...(site === undefined ? [] : [site.because])],
  }
  const shocks = stores.map((store): Shock => {
    const value = (percent / 100) * store.volume.value
    return {
      asset: `stores/${store.id}`,
      field: 'level',
      low: value,
      central: value,
      high: value,
      unit,
      from: start,
      to: start,
      status: 'reported',
      because: [told.because, store.volume.because],
    }
  })
  const name = `${atlas.nameOf(`carriers/${carrier}`)} stores of ${owner}`
  return stocksQuestion(input, {
    id: 'level',
    title: `${capitalised(name)} ${Math.round(percent)} % full: how far they reach`,
    name,
    days: DAYS,
    belief: DAYS,
    shocks,
    assumptions: [level],
  })
}

/** In percent: how full all stores are where one of them is as full as told and the others as the atlas has them. */
function besideOthers(percent: number, share: number, known: number): number {
  return share * percent + (1 - share) * known
}

/** Nothing is put into store for a while: what that frees, and what is missing later. */
export function draftNoFilling(input: StocksInput): Question {
  const { facts, atlas, carrier, stores, owner, start } = input
  const assumed = assumptionOf(atlas, 'halt-days-decision')
  const duration = asTold(assumed, claimedDurations(facts.claims)[0])
  const days = rangeOf(duration)
  const because = facts.claims.map((claim) => claim.because)
  const run = Math.min(365, Math.max(91, Math.round(days.high) + 28))
  const name = `${atlas.nameOf(`carriers/${carrier}`)} stores of ${owner}`
  const shocks = stores.map(
    (store): Shock => ({
      asset: `stores/${store.id}`,
      field: 'injection',
      low: 0,
      central: 0,
      high: 0,
      unit: '1',
      from: start,
      to: addDays(start, Math.round(days.high) - 1),
      status: 'reported',
      because: [...because, ...duration.because],
      ...(days.low === days.high ? {} : { lasts: days }),
    }),
  )
  const premise = statedPremise({
    id: 'no-filling',
    statement: `Nothing is put into the stores of ${owner}, as the reports say`,
    status: 'reported',
    because,
  })
  return stocksQuestion(input, {
    id: 'filling',
    title: `Nothing goes into the ${name}: what is missing later`,
    name,
    days: run,
    belief: Math.max(1, Math.round(days.central)),
    shocks,
    assumptions: [premise, duration],
  })
}

function stocksQuestion(
  { facts, network, stores, carrier, start, owner }: StocksInput,
  of: {
    readonly id: string
    readonly title: string
    readonly name: string
    readonly days: number
    readonly belief: number
    readonly shocks: readonly Shock[]
    readonly assumptions: readonly Assumption[]
  },
): Question {
  const because = facts.claims.map((claim) => claim.because)
  const stem = `${owner.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}-${carrier}-${of.id}`
  const buses = new Set(stores.map(({ bus }) => bus))
  const scenario: Scenario = {
    id: stem,
    title: of.title.slice(0, of.title.indexOf(':')),
    network_date: network.as_of,
    start,
    days: of.days,
    belief_days: of.belief,
    shocks: [...of.shocks],
    assumptions: [...of.assumptions],
    watch: [...buses],
  }
  return {
    id: `${facts.event.id}-stocks-${carrier}`,
    kind: 'stocks',
    title: of.title,
    ...ofOneScenario(facts, scenario, network.as_of),
    because,
    subject: `stores/${stem}`,
    subjectName: `the ${of.name}`,
    carrier,
    links: mainLinksInto(network, buses),
    plants: [],
    cause: of.id === 'filling' ? 'halt' : 'cut',
  }
}

function totalOf(stores: readonly NetworkStore[], field: 'volume' | 'level'): number {
  return stores.reduce((sum, store) => sum + store[field].value, 0)
}

import { rateUnits } from '../../atlas/figures.ts'
import type { Carrier } from '../../atlas/tables.ts'
import type { EventType } from '../../claims/claim.ts'
import type { Because } from '../../core/provenance.ts'
import type { CalendarDate } from '../../core/time.ts'
import { assumptionOf } from '../assumptions.ts'
import { carriersTold } from '../carriers-told.ts'
import { isRate } from '../claimed/claimed-range.ts'
import { effectiveDay } from '../effective-day.ts'
import { type ClaimFacts, countriesThrough, type EventFacts, refsOf } from '../event-facts.ts'
import { netExport } from '../net-export.ts'
import { aboutIt, projectRate } from '../projects/project-size.ts'
import type { Assumption } from '../scenario.ts'
import type { StoryContext } from '../story-context.ts'
import { isOf, speaksOf } from '../topics.ts'

/** What reports tell of a contract of supply. */
export interface ContractTerms {
  readonly carrier: Carrier
  /** Code of the country whose energy is sold: of the parties the one that sends most of it abroad. */
  readonly seller: string
  /** Code of the country that takes it; null where none is told. */
  readonly buyer: string | null
  /** Per day in the unit of the carrier. */
  readonly low: number
  readonly high: number
  readonly because: Because
  readonly from: CalendarDate
  /** What part of contracts at its stage are signed for good; null where it is. */
  readonly odds: Assumption | null
}

/**
 * The terms of a contract of supply that is signed or talked about: so much a year or a day of one carrier, between parties
 * one of which sends it abroad. Null where any of this is missing, where something is to be built, or where a contract is prolonged.
 */
export function contractTerms(context: StoryContext): ContractTerms | null {
  const [sale] = salesTold(context)
  if (sale === undefined || sale.parties === null) return null
  const { carrier, amount, parties, claims } = sale
  const from = firstDay(claims, carrier, context)
  return { carrier, ...amount, ...parties, from, odds: oddsOf(claims, context) }
}

/** Why a contract that states its amount has no question; null where none is told, or it has one. */
export function whyNoContract(context: StoryContext): string | null {
  const [sale] = salesTold(context)
  if (sale === undefined || sale.parties !== null) return null
  return 'a contract moves who sells to whom before it adds any energy, and none of its parties is of a country that sends this abroad by the atlas: its seller buys on the market what it sells, so no flow changes'
}

interface Sale {
  readonly carrier: Carrier
  readonly amount: Pick<ContractTerms, 'low' | 'high' | 'because'>
  readonly parties: Pick<ContractTerms, 'seller' | 'buyer'> | null
  readonly claims: readonly ClaimFacts[]
}

const selling: ReadonlySet<EventType> = new Set(['agreement', 'negotiation'])

/** What an agreement or talks on one sell by the year or the day, those with a known seller first. */
function salesTold(context: StoryContext): readonly Sale[] {
  const { facts } = context
  const isTalked = facts.event.type === 'negotiation'
  if (!selling.has(facts.event.type)) return []
  const claims = aboutIt(facts).filter(({ claim }) => claim.polarity === 'positive')
  if (claims.some((claim) => isOf(claim, 'prolonged') || isOf(claim, 'on_hold'))) return []
  const isSale = claims.some((claim) => isOf(claim, 'delivery') || isOf(claim, 'buying'))
  // An outline may be of deliveries or of something that is to be built.
  if (claims.some((claim) => speaksOf(claim, 'build') || isOf(claim, 'decided'))) return []
  const isOutline = claims.some((claim) => isOf(claim, 'memorandum'))
  // What states agree to bring up is sold to nobody yet, and talks that name an amount may be of anything.
  if (!isSale && (isTalked || isOutline || claims.some((claim) => isOf(claim, 'output')))) return []
  const beside = claims.flatMap((claim) => refsOf(claim, context.atlas))
  const told = { ...facts, refs: new Set([...facts.refs, ...beside]) }
  const sales = carriersTold(told).flatMap((carrier): readonly Sale[] => {
    const amount = amountTold(claims, carrier)
    const parties = partiesOf(told, carrier, context)
    if (amount === null || (parties?.buyer === null && !isSale)) return []
    return [{ carrier, amount, parties, claims }]
  })
  return sales.sort((a, b) => Number(a.parties === null) - Number(b.parties === null))
}

/** How often what is not signed for good comes to be, by the words that tell of it. */
function oddsOf(claims: readonly ClaimFacts[], { facts, atlas }: StoryContext): Assumption | null {
  if (facts.event.type === 'negotiation') return assumptionOf(atlas, 'odds-contract-talks')
  const isOutline = claims.some((claim) => isOf(claim, 'memorandum'))
  return isOutline ? assumptionOf(atlas, 'odds-contract-memorandum') : null
}

/** The largest rate that claims state of a carrier. */
function amountTold(
  claims: readonly ClaimFacts[],
  carrier: Carrier,
): Pick<ContractTerms, 'low' | 'high' | 'because'> | null {
  const rates = claims.flatMap(({ quantities, because }) =>
    quantities.flatMap((quantity) => {
      // "To 2.2 million tonnes": what is to pass in all, and no contract's part of it.
      const isSold = isRate(quantity.unit) && quantity.to_level !== true
      const rate = isSold ? projectRate(quantity, carrier, rateUnits[carrier]) : null
      return rate === null || !(rate.high > 0) ? [] : [{ ...rate, because }]
    }),
  )
  return rates.sort((a, b) => b.high - a.high)[0] ?? null
}

/** Of the parties who sends most of it abroad, and who takes in most; null where none sends any. */
function partiesOf(
  facts: EventFacts,
  carrier: Carrier,
  { atlas, network }: StoryContext,
): Pick<ContractTerms, 'seller' | 'buyer'> | null {
  const through = countriesThrough(facts, atlas)
  const codes = [...new Set(countriesOfParties(facts, atlas))].filter((code) => !through.includes(code))
  const net = codes
    .map((code) => ({ code, sent: netExport(code, carrier, { atlas, network }) }))
    .sort((a, b) => b.sent - a.sent)
  const [seller, ...others] = net
  if (seller === undefined || !(seller.sent > 0)) return null
  return { seller: seller.code, buyer: others.at(-1)?.code ?? null }
}

/** The countries that are named, and those where named companies are at home. */
function countriesOfParties({ refs }: EventFacts, atlas: StoryContext['atlas']): readonly string[] {
  return [...refs].flatMap((ref) => {
    if (ref.startsWith('countries/')) return [ref.slice('countries/'.length)]
    const row = ref.startsWith('actors/')
      ? atlas.tables.actors.find(({ id }) => ref === `actors/${id}`)
      : undefined
    return row?.kind === 'company' && row.country !== '' && !row.country.includes(' ') ? [row.country] : []
  })
}

/** From the day that is told to come; what a contract ends on says nothing of when it begins. */
function firstDay(
  claims: readonly ClaimFacts[],
  carrier: Carrier,
  { atlas, start }: StoryContext,
): CalendarDate {
  const open = claims.filter(({ claim }) => claim.time?.startsWith('../') !== true)
  return effectiveDay(open, carrier, atlas) ?? start
}

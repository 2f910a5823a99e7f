import type { Carrier } from '../atlas/tables.ts'
import type { Claim, Quantity } from '../claims/claim.ts'
import type { Because } from '../core/provenance.ts'
import { type CalendarDate, daysBetween, isoBounds } from '../core/time.ts'
import { convert } from '../core/units.ts'
import type { ClaimFacts, EventFacts } from './event-facts.ts'
import { lostShare } from './told-state.ts'
import { directionOf, isHalved, isOf, speaksOf, timesTold } from './topics.ts'

/** A range that a claim states; `low` is at most `high`. */
export interface ClaimedRange {
  readonly low: number
  readonly high: number
  readonly because: Because
  /** Claimed by whom, for people. */
  readonly who: string
  /** It is told as the least: "at least three weeks". */
  readonly isLeast?: boolean
  /** It is the new end of what was to end sooner. */
  readonly isNewEnd?: boolean
}

/** The sizes of a value or of the two ends of a range, the smaller first. */
export function sizesOf(value: Quantity['value']): { low: number; high: number } {
  const [a, b] = Array.isArray(value) ? value : [value, value]
  return { low: Math.min(Math.abs(a), Math.abs(b)), high: Math.max(Math.abs(a), Math.abs(b)) }
}

export function whoSays({ claim, reading }: ClaimFacts): string {
  return claim.speaker ?? claim.via[0] ?? reading.outlet ?? `report ${reading.id}`
}

interface ClaimedFall extends ClaimedRange {
  /** Of what is delivered, and not of what could be: "exports fell by a third". */
  readonly isOfFlow: boolean
  /** What works is told, and not what is lost: no guess at damage. */
  readonly isState: boolean
}

/** Falls of capacity or flow in percent that the claims state, as fractions of 1; shares of a total are left out. */
export function claimedFalls(claims: readonly ClaimFacts[]): readonly ClaimedFall[] {
  return claims.flatMap((facts): readonly ClaimedFall[] => {
    const { claim } = facts
    if (claim.modality === 'denied' || claim.polarity === 'negative') return []
    const state = lostShare(facts)
    if (state !== null)
      return [
        {
          low: state,
          high: state,
          isOfFlow: false,
          isState: true,
          because: facts.because,
          who: whoSays(facts),
        },
      ]
    if (!['outage_or_attack', 'supply_change', 'supply_halt'].includes(claim.event)) return []
    // "1.7 million barrels a day, 95 % of the Gulf's": of what the share is, the amount says better.
    if (facts.quantities.some(({ unit }) => isRate(unit)) && tellsLoss(claim)) return []
    const isOfFlow = isOf(facts, 'delivery') && !claim.cues.some((cue) => cue.startsWith('also:capacity:'))
    const word = fallInWords(facts)
    if (word !== null)
      return [
        { low: word, high: word, isOfFlow, isState: false, because: facts.because, who: whoSays(facts) },
      ]
    // "Fell to a third": two thirds are gone; of what is stored it is how full that is.
    const isLeft = directionOf(facts) === 'down' && !isOf(facts, 'storage')
    return facts.quantities
      .filter((quantity) => quantity.unit === '%' && quantity.kind !== 'from_to')
      .flatMap(({ value, to_level: isLevel }) => {
        const { low, high } = sizesOf(value)
        if (!isLevel) return [{ low, high }]
        return isLeft && high < 100 ? [{ low: 100 - high, high: 100 - low }] : []
      })
      .filter(({ low, high }) => low > 0 && high <= 100)
      .map(({ low, high }) => ({
        low: low / 100,
        high: high / 100,
        isOfFlow,
        isState: false,
        because: facts.because,
        who: whoSays(facts),
      }))
  })
}

/** The share that falls away where a word tells it: "halved", "сократились втрое"; null where none does. */
export function fallInWords(facts: ClaimFacts): number | null {
  if (isHalved(facts)) return 0.5
  const times = directionOf(facts) === 'down' ? timesTold(facts) : null
  return times === null ? null : 1 - 1 / times
}

/** An amount per day that is gone, in the unit of a carrier. */
export type ClaimedLoss = ClaimedRange

/** Cues under which an amount is what was lost or is left: "capacity of 12 Mt" beside an attack is neither. */
const losing: ReadonlySet<string> = new Set(['fall', 'halt', 'outage'])

function tellsLoss({ event, cues }: Claim): boolean {
  return event === 'supply_halt' || cues.some((cue) => losing.has(cue.split(':')[1] ?? ''))
}

/**
 * Amounts that the claims say no longer flow, of a subject that carried `flow` of a carrier, in `unit` of the model per
 * day. "Cut by 60 mcm/d" and "60 mcm/d affected" are lost; of "fell to 20 mcm/d" the rest of the flow is.
 */
export function claimedLosses(
  claims: readonly ClaimFacts[],
  subject: { readonly flow: number; readonly carrier: Carrier; readonly unit: string },
): readonly ClaimedLoss[] {
  return claims.flatMap((facts) => {
    const { claim } = facts
    if (claim.modality === 'denied' || claim.polarity === 'negative') return []
    if (!['outage_or_attack', 'supply_change', 'supply_halt'].includes(claim.event)) return []
    return facts.quantities.flatMap((quantity): ClaimedLoss[] => {
      // "From 600 to 225": of what the claim says flowed, not of what the subject carried.
      const flow = levelBefore(facts, subject)
      // Two levels tell by themselves which way it goes.
      if (quantity.kind !== 'from_to' && !tellsLoss(claim)) return []
      const amount = dailyAmount(quantity, subject)
      if (amount === null || amount.high === flow) return []
      // Where more is told than flows on the mean, as on a cable at full load, the same share of what flows is gone.
      const fallen = (amount.first - amount.last) * Math.min(1, subject.flow / amount.first)
      const lost =
        quantity.kind === 'from_to'
          ? { low: fallen, high: fallen }
          : quantity.to_level
            ? { low: (flow ?? subject.flow) - amount.high, high: (flow ?? subject.flow) - amount.low }
            : { low: amount.low, high: amount.high }
      if (lost.high <= 0) return []
      return [{ low: Math.max(0, lost.low), high: lost.high, because: facts.because, who: whoSays(facts) }]
    })
  })
}

/** The larger amount beside one to which a claim says that it fell; null where it gives none. */
function levelBefore(
  { quantities }: ClaimFacts,
  of: { readonly carrier: Carrier; readonly unit: string },
): number | null {
  const level = quantities.find(({ to_level }) => to_level)
  const fell = level === undefined ? null : dailyAmount(level, of)
  if (fell === null) return null
  const others = quantities.flatMap((one) => (one === level ? [] : (dailyAmount(one, of)?.high ?? [])))
  const before = Math.max(...others, 0)
  return before > fell.high ? before : null
}

/** The largest rate that claims give beside an asset without saying that it is lost: what it can carry. */
export function claimedCapacity(
  claims: readonly ClaimFacts[],
  of: { readonly carrier: Carrier; readonly unit: string },
): { readonly value: number; readonly because: Because } | null {
  const sizes = claims.flatMap((facts) =>
    facts.quantities.flatMap((quantity) => {
      const amount = quantity.to_level || quantity.kind === 'from_to' ? null : dailyAmount(quantity, of)
      return amount === null ? [] : [{ value: amount.high, because: facts.because }]
    }),
  )
  return [...sizes].sort((a, b) => b.value - a.value)[0] ?? null
}

interface Amount {
  readonly low: number
  readonly high: number
  readonly first: number
  readonly last: number
}

/**
 * A rate in the unit of the model; null for what is no rate of this carrier. Megawatts are of power: what a plant cannot
 * make without its gas says how much power is missing, and not how much gas.
 */
export function dailyAmount(
  { value, unit }: Quantity,
  of: { readonly carrier: Carrier; readonly unit: string },
): Amount | null {
  const isPower = unit === 'MW' || unit === 'GW'
  if (isPower && of.carrier !== 'power') return null
  const named = isPower ? { unit: `${unit}h/d`, factor: 24 } : { unit, factor: 1 }
  if (!named.unit.includes('/')) return null
  const ends = [value].flat().map((one) => {
    const got = convert(Math.abs(one) * named.factor, named.unit, of.unit, { carrier: of.carrier })
    return got?.value ?? null
  })
  const [first, last = first] = ends
  if (first === undefined || first === null || last === undefined || last === null) return null
  return { first, last, low: Math.min(first, last), high: Math.max(first, last) }
}

const ending: ReadonlySet<string> = new Set([
  'outage_or_attack',
  'supply_halt',
  'supply_change',
  'repair_or_restart',
])

/** Days from `start` until an outage is over, where claims name the day: "until 25 September", "back on 12 March". */
export function claimedEnds(
  claims: readonly ClaimFacts[],
  start: CalendarDate,
  longest: number,
): readonly ClaimedRange[] {
  return claims.flatMap((facts): ClaimedRange[] => {
    const { claim } = facts
    if (!ending.has(claim.event) || claim.modality === 'denied' || claim.polarity === 'negative') return []
    const bounds = claim.time === null ? null : isoBounds(claim.time)
    if (bounds === null || bounds.last === null) return []
    const isInterval = claim.time?.includes('/') === true
    const last = daysBetween(start, bounds.last)
    // Work that ends an outage names the day of return; an outage names its own last day.
    const range =
      claim.event === 'repair_or_restart' && !isInterval
        ? { low: bounds.first === null ? last : daysBetween(start, bounds.first), high: last }
        : isInterval
          ? { low: last + 1, high: last + 1 }
          : null
    // "The repair takes seven months", told on a day, ends on no day that it names.
    const isUnderWay = claim.event === 'repair_or_restart' && !speaksOf(facts, 'resume')
    if (range === null) return []
    // What works again on the day that it stopped was out for a part of it.
    const isBack = claim.event === 'repair_or_restart' && claim.modality === 'happened' && !isUnderWay
    if (isBack && range.low === 0 && range.high === 0)
      return [{ low: 1, high: 1, because: facts.because, who: whoSays(facts) }]
    if (range.low < 1 || range.high > longest || (isUnderWay && range.high <= 1)) return []
    const isNewEnd = isOf(facts, 'prolonged')
    return [{ ...range, because: facts.because, who: whoSays(facts), ...(isNewEnd ? { isNewEnd } : {}) }]
  })
}

const daysIn: Readonly<Record<string, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30.4, year: 365 }

const LEAST: ReadonlySet<string> = new Set(['at_least', 'more_than'])

/** Whether a claim says that something lasts longer, and until which day. */
export function isProlongedTo(facts: ClaimFacts): boolean {
  const { time } = facts.claim
  return isOf(facts, 'prolonged') && time !== null && isoBounds(time)?.last != null
}

/** Durations of repair or outage that the claims state, in days. */
export function claimedDurations(claims: readonly ClaimFacts[]): readonly ClaimedRange[] {
  return claims.flatMap((facts) => {
    if (
      !['repair_or_restart', 'outage_or_attack', 'supply_halt', 'supply_change'].includes(facts.claim.event)
    )
      return []
    // "Prolonged by five days until the 25th": five days are not how long it lasts, the new end is.
    if (isProlongedTo(facts)) return []
    // Of "not weeks" and of a denial of weeks nothing can be said but that it is not so long.
    if (facts.claim.modality === 'denied' || facts.claim.polarity === 'negative') return []
    return facts.quantities.flatMap((quantity) => {
      const days = daysIn[quantity.unit]
      if (days === undefined) return []
      const { low, high } = sizesOf(quantity.value)
      // Hours that make no day are how long a fire burnt, not how long supply is away.
      return low > 0 && high * days >= 1
        ? [
            {
              low: low * days,
              high: high * days,
              because: facts.because,
              who: whoSays(facts),
              isLeast: LEAST.has(quantity.qualifier ?? '') || isOf(facts, 'prolonged'),
            },
          ]
        : []
    })
  })
}

const rated: ReadonlySet<string> = new Set([
  'supply_change',
  'transit',
  'supply_start',
  'agreement',
  'negotiation',
  'construction',
  'discovery_or_drilling',
])

export interface ClaimedRate extends ClaimedRange {
  readonly unit: string
  /** The words say that a change is to end there. */
  readonly isLevel: boolean
}

/** Amounts of oil or gas per year that the claims state, in the published unit. */
export function claimedRates(claims: readonly ClaimFacts[]): readonly ClaimedRate[] {
  return claims.flatMap((facts) => {
    if (!rated.has(facts.claim.event)) return []
    return facts.quantities.flatMap((quantity) => {
      const unit = yearlyUnit(quantity.unit)
      if (unit === null) return []
      const { low, high } = sizesOf(quantity.value)
      const isLevel = quantity.to_level === true
      return [{ low, high, because: facts.because, who: whoSays(facts), unit, isLevel }]
    })
  })
}

/** A volume without a time is read as a yearly one where the claim speaks of a year: told by the caller. */
function yearlyUnit(unit: string): string | null {
  switch (unit) {
    case 't/yr':
    case 't':
      return 't/y'
    case 'bcm/yr':
    case 'bcm':
      return 'bcm/y'
    case 'bbl/d':
      return 'b/d'
    case 'm3/d':
      return 'm3/d'
    case 't/d':
      return 't/d'
    default:
      return null
  }
}

/** An amount per time; a price is money per amount. */
export function isRate(unit: string): boolean {
  return unit.includes('/') && !/^(?:USD|EUR)/u.test(unit)
}

/** Whether an event gives a share or an amount per time, of whatever. */
export function statesAmount({ claims }: EventFacts): boolean {
  return claims.some(
    (facts) =>
      isHalved(facts) ||
      timesTold(facts) !== null ||
      facts.quantities.some(({ unit }) => unit === '%' || isRate(unit)),
  )
}

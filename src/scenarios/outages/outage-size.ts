import type { Atlas } from '../../atlas/atlas.ts'
import type { CalendarDate } from '../../core/time.ts'
import { assumptionOf, rangeOf } from '../assumptions.ts'
import type { BeforeOutage } from '../before-outage.ts'
import type { ClaimedLoss } from '../claimed/claimed-losses.ts'
import type { ClaimedRange } from '../claimed/claimed-range.ts'
import type { ClaimFacts } from '../event-facts.ts'
import type { OutageCause } from '../question.ts'
import type { Assumption } from '../scenario.ts'
import type { OutageSize, OutageTarget } from '../target.ts'
import { MEAN_DAYS, type PrecedentClass, type PrecedentWord } from './past-outages.ts'
import { precedentShare } from './precedents.ts'
import { sizeOfStation, stationsOfLine } from './station-size.ts'

export interface SizeInput {
  readonly target: OutageTarget
  /** Falls as shares of capacity. */
  readonly falls: readonly ClaimedRange[]
  /** Amounts per day that are gone, in the unit of the carrier. */
  readonly losses: readonly ClaimedLoss[]
  /** Null where no flow of the subject is known: then amounts say nothing. */
  readonly before: BeforeOutage | null
  readonly atlas: Atlas
  readonly start: CalendarDate
  readonly cause: OutageCause
  /** The reports say that it stops, not that it carries less. */
  readonly isHalt: boolean
  /** Of a station: the reports say that its line stops, whatever hydraulics would leave. */
  readonly isWhole: boolean
  /** Nothing is broken: a figure is what somebody decided, and no guess at damage. */
  readonly isDecision: boolean
  /** Every share is of what is told to work, and no guess at damage. */
  readonly isState: boolean
  /** Claims that it goes on in spite of what struck it. */
  readonly goingOn: readonly ClaimFacts[]
  /** The class of past outages that it belongs to. */
  readonly past: PrecedentClass | null
  /** Whether it is told to stand still, only to be struck, or to stop. */
  readonly told: PrecedentWord
  /** A part of it stands still, or it works in part. */
  readonly isPart: boolean
  /** Days that it lasts in the three cases. */
  readonly days: { readonly low: number; readonly central: number; readonly high: number }
  /** Nobody says that it has stopped, only that it is to. */
  readonly isAhead: boolean
}

/**
 * How much capacity an outage leaves, as a range: by hydraulics for a station of a line whose stations are counted;
 * by what the reports state; nothing where they say that it stops; else by an assumption.
 */
export function sizeOfOutage(input: SizeInput): OutageSize {
  // Of a station the hydraulic beliefs hold already that the line goes on around it.
  const isWeighed = input.target.asset?.kind === 'station' && input.falls.length > 0
  const counted = sizeByWord(input)
  if (counted !== null) return counted
  if (input.goingOn.length === 0 || isWeighed) return sizeOfLoss(input)
  const untouched = sizeOfGoingOn(input)
  const isStated = input.isHalt || input.isWhole || input.falls.length > 0 || input.losses.length > 0
  if (!isStated) return untouched
  // One says that it stops or falls, another that it goes on: either may be so. Of what has not begun whoever runs it knows best.
  const lost = sizeOfLoss(input)
  const central = input.isAhead
    ? untouched.factor.central
    : (lost.factor.central + untouched.factor.central) / 2
  return {
    factor: {
      low: lost.factor.low,
      central,
      high: untouched.factor.high,
    },
    status: 'estimated',
    beliefs: [],
    assumptions: [...lost.assumptions, ...untouched.assumptions],
  }
}

/**
 * What is only announced by those who threaten it, or struck while its owners go on working, is lost as often and as far as
 * in the past; null for everything else.
 */
function sizeByWord(input: SizeInput): OutageSize | null {
  const { past, told, atlas, goingOn } = input
  if (past?.cause !== 'strike' && past?.cause !== 'blockade') return null
  const isWorkedOn = goingOn.length > 0
  if (told !== 'threat' && !isWorkedOn) return null
  const shares = precedentShare(atlas, past, told === 'threat' ? told : 'hit')
  return shares === null ? null : sizeByPast(shares, input, shareTold(input))
}

/** Share of the flow that the reports say is lost, at most all of it; all where they give none. */
function shareTold({ falls, losses, before }: SizeInput): number {
  const lost = before === null ? [] : losses.map(({ low, high }) => (low + high) / 2 / before.flow)
  const told = [...lost, ...falls.map(({ low, high }) => (low + high) / 2)]
  return told.length === 0 ? 1 : Math.min(1, Math.max(...told))
}

/**
 * Where nobody says that anything is lost, and somebody that it goes on: as those struck lost that were told in light
 * words, or by an assumption where no past outages are counted of its kind.
 */
function sizeOfGoingOn(input: SizeInput): OutageSize {
  const { atlas, past, goingOn } = input
  const counted = past === null ? null : precedentShare(atlas, { ...past, words: 'light' }, 'hit')
  const loss = counted ?? assumptionOf(atlas, 'untouched-loss')
  const because = [...goingOn.map((told) => told.because), ...loss.because]
  return counted === null ? sizeByPremise({ ...loss, because }) : sizeByPast({ ...loss, because }, input)
}

function sizeOfLoss(input: SizeInput): OutageSize {
  const { falls, atlas, before, start } = input
  const { asset } = input.target
  if (asset?.kind === 'station' && input.cause !== 'halt' && !input.isWhole) {
    const station = { asset, falls, atlas, start }
    const stations = stationsOfLine(station)
    if (stations !== null) return sizeOfStation(station, stations)
  }
  const losses = before === null ? [] : input.losses
  if (falls.length > 0 || (before !== null && losses.length > 0)) {
    // An amount that is out is counted, a share of what could be is a guess at damage.
    const isKnown =
      input.isDecision || (falls.length === 0 ? losses.length > 0 : losses.length === 0 && input.isState)
    const spread = assumptionOf(atlas, isKnown ? 'cut-claim-spread' : 'outage-claim-spread')
    const share = rangeOf(spread)
    // An amount is gone from the flow; what stood idle before is no part of it.
    const left = (amount: number): number =>
      before === null ? 1 : Math.min(1, Math.max(0, before.flow - amount) / before.capacity)
    const worst = [
      ...falls.map((fall) => 1 - fall.high * share.high),
      ...losses.map((loss) => left(loss.high * share.high)),
    ]
    const middle = [
      ...falls.map((fall) => 1 - ((fall.low + fall.high) / 2) * share.central),
      ...losses.map((loss) => left(((loss.low + loss.high) / 2) * share.central)),
    ]
    const mildest = [
      ...falls.map((fall) => 1 - fall.low * share.low),
      ...losses.map((loss) => left(loss.low * share.low)),
    ]
    return {
      factor: {
        low: Math.min(...worst),
        central: (Math.min(...middle) + Math.max(...middle)) / 2,
        high: Math.max(...mildest),
      },
      status: 'estimated',
      beliefs: [],
      assumptions: [spread],
    }
  }
  // What is over for good has no length to doubt: what is left in doubt is how much of it flowed that day.
  if (input.isHalt && input.past?.cause === 'ending') return sizeByPremise(assumptionOf(atlas, 'ending-loss'))
  if (input.isHalt && (input.cause === 'halt' || input.cause === 'closure'))
    return { factor: { low: 0, central: 0, high: 0 }, status: 'reported', beliefs: [], assumptions: [] }
  const premise = premiseOf(input)
  const hits =
    premise === 'outage-loss' && input.past !== null
      ? precedentShare(atlas, input.past, input.isPart ? 'part' : 'hit')
      : null
  return hits === null ? sizeByPremise(assumptionOf(atlas, premise)) : sizeByPast(hits, input)
}

/**
 * So much of the flow gone for as long as it lasts that the mean of the first weeks loses the share that past ones lost of
 * what is told, `ofFlow`; what stood idle before is no part of it. The milder case is never the deeper one: it is shorter.
 */
function sizeByPast(past: Assumption, { days, before }: SizeInput, ofFlow = 1): OutageSize {
  const share = rangeOf(past)
  const used = before === null ? 1 : Math.min(1, before.flow / before.capacity)
  const depth = (at: 'low' | 'central' | 'high'): number =>
    Math.min(1, (share[at] * MEAN_DAYS) / Math.min(MEAN_DAYS, days[at]))
  const central = depth('central')
  const worst = Math.max(central, share.high, central === 0 ? depth('high') : 0)
  const mildest = Math.min(central, depth('low'))
  const left = (lost: number): number => 1 - used * ofFlow * lost
  const lasts = (lost: number, by: number, own: number): number =>
    lost === 0 || by >= lost ? Math.max(1, own) : Math.max(1, (MEAN_DAYS * by) / lost)
  return {
    // The low case leaves least: it loses the most, for the longest.
    factor: { low: left(worst), central: left(central), high: left(mildest) },
    days: {
      low: lasts(mildest, share.low, days.low),
      central: days.central,
      high: lasts(worst, share.high, days.high),
    },
    status: 'estimated',
    beliefs: [],
    assumptions: [past],
  }
}

function premiseOf({ isHalt, isWhole, cause, target }: SizeInput): string {
  // A cable that fails carries nothing: it has no half.
  const isCable = (cause === 'outage' || cause === 'damage') && target.asset?.kind === 'interconnector'
  if (isHalt || isWhole || isCable) return 'outage-halt-loss'
  return cause === 'maintenance' ? 'maintenance-loss' : 'outage-loss'
}

/** The loss that a premise names, as what it leaves. */
function sizeByPremise(loss: Assumption): OutageSize {
  const { low, central, high } = rangeOf(loss)
  return {
    factor: { low: 1 - high, central: 1 - central, high: 1 - low },
    status: loss.status,
    beliefs: [],
    assumptions: [loss],
  }
}

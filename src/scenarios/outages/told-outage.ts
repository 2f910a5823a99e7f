import { rateUnits } from '../../atlas/figures.ts'
import { type BeforeOutage, beforeOutage } from '../before-outage.ts'
import { type ClaimedFall, claimedFalls } from '../claimed/claimed-falls.ts'
import { type ClaimedLoss, claimedLosses } from '../claimed/claimed-losses.ts'
import { claimsOfGoingOn, type GoingOn, lostShare } from '../claimed/told-state.ts'
import type { ClaimFacts } from '../event-facts.ts'
import type { OutageCause } from '../question.ts'
import type { OutageTarget } from '../target.ts'
import { isOf, isOnlyStrike, isOnlyThought, speaksOf } from '../topics.ts'
import { causeOf, causeOfDamage, isDecided } from './outage-cause.ts'
import { precedentClassOf } from './outage-class.ts'
import type { OutageInput } from './outage-input.ts'
import { isOfOwners, isOnlyDisrupted, lineStops, saysItStops } from './outage-stops.ts'
import type { PrecedentClass } from './past-outages.ts'

/** How much is told to be gone. */
export interface ToldLoss {
  /** What the links and plants of the target carried and could carry. */
  readonly carried: BeforeOutage | null
  /** The same of the part that is hit, by which losses are measured. */
  readonly before: BeforeOutage | null
  /** Shares of capacity. */
  readonly falls: readonly ClaimedFall[]
  /** Shares of what flows. */
  readonly ofFlow: readonly ClaimedFall[]
  /** Amounts, shares of what flows included. */
  readonly losses: readonly ClaimedLoss[]
}

/** What reports tell of an outage, before anything is taken for its size or length. */
export interface ToldOutage extends ToldLoss {
  readonly claims: readonly ClaimFacts[]
  readonly storyClaims: readonly ClaimFacts[]
  readonly past: PrecedentClass | null
  readonly cause: OutageCause
  readonly goingOn: GoingOn
  readonly told: 'threat' | 'halt' | 'hit'
  readonly isCable: boolean
  readonly isHalt: boolean
  readonly isWhole: boolean
  readonly isDecision: boolean
  readonly isWhatIf: boolean
  readonly isAhead: boolean
  /** Damaged, and told to work in part: that stays so for longer than what stopped at once and for hours. */
  readonly isPart: boolean
}

export function toldOutage(input: OutageInput): ToldOutage {
  const { facts, target } = input
  const claims = [facts, ...input.related].flatMap((told) => told.claims)
  const storyClaims = input.story.flatMap((other) => other.claims)
  const isDecision = isDecided(input)
  const past = precedentClassOf({ target, claims, story: storyClaims, isDecision })
  const isHalt = isHalted(input, claims, past)
  const isWhole = target.asset?.kind === 'station' && lineStops(input)
  const loss = toldLoss(input, claims)
  const isAhead = facts.event.modality === 'announced_or_planned'
  const isThreat = isAhead && (past?.cause === 'strike' || past?.cause === 'blockade')
  const isTold = isHalt || isWhole || loss.falls.length + loss.losses.length > 0
  const told = isThreat ? 'threat' : isTold ? 'halt' : 'hit'
  const isDamaged = past?.cause === 'attack' || past?.cause === 'fault'
  return {
    ...loss,
    claims,
    storyClaims,
    past,
    cause: isDecision ? causeOf(facts, target.asset, isHalt) : causeOfDamage(input, isHalt),
    goingOn: claimsOfGoingOn(input, target),
    told,
    isCable: isCable(input),
    isHalt,
    isWhole,
    isDecision,
    isWhatIf: isOnlyThought(facts),
    isAhead,
    isPart:
      isUncountedUnit(target, claims) ||
      (told === 'halt' && isDamaged && claims.some((one) => lostShare(one) !== null)),
  }
}

const isCable = ({ target: { asset, carrier } }: OutageInput): boolean =>
  asset?.kind === 'interconnector' && carrier === 'power'

function toldLoss(input: OutageInput, claims: readonly ClaimFacts[]): ToldLoss {
  const { network, target } = input
  const { asset, carrier, carrying, plants, within } = target
  const asked = carrying.filter((link) => link.carrier === carrier)
  const carried = beforeOutage(network, asked, plants)
  // What is cut of deliveries is a share of what flows, so an amount must be one too.
  const whole =
    target.kind === 'border' && carried !== null ? { ...carried, capacity: carried.flow } : carried
  const before = partOf(whole, within?.share ?? 1)
  const claimed = claimedFalls(claims)
  if (before === null) return { carried, before, falls: claimed, ofFlow: [], losses: [] }
  // A share of what is exported is a share of what flows; of a station it is evidence of what its line can carry.
  // A cable is full for some hours and idle for others: of half its capacity half of what flows is gone.
  const ofFlow = asset?.kind === 'station' ? [] : claimed.filter(({ isOfFlow }) => isOfFlow || isCable(input))
  const amounts = claimedLosses(claims, {
    flow: before.flow,
    // Deliveries have no capacity of their own.
    ...(target.kind === 'border' ? {} : { capacity: before.capacity }),
    carrier,
    unit: rateUnits[carrier],
  })
  const shares = ofFlow.map((fall) => ({
    ...fall,
    low: fall.low * before.flow,
    high: fall.high * before.flow,
  }))
  return {
    carried,
    before,
    falls: claimed.filter((fall) => !ofFlow.includes(fall)),
    ofFlow,
    losses: [...amounts, ...shares],
  }
}

/** Whether it stands still by what is told, and is not only struck. */
function isHalted(
  { facts, target, atlas }: OutageInput,
  claims: readonly ClaimFacts[],
  past: PrecedentClass | null,
): boolean {
  const { type } = facts.event
  const { asset } = target
  if (isUncountedUnit(target, claims)) return false
  const isStopped =
    type === 'supply_halt' &&
    !facts.claims.every(isOnlyStrike) &&
    !isOfOwners(facts, asset) &&
    !isOnlyDisrupted(facts, asset)
  // Whoever blockades a field or a port stops it; of a strike others may do the work.
  const isHeld = past?.cause === 'dispute' || past?.cause === 'blockade'
  return isStopped || (isHeld && type === 'outage_or_attack') || saysItStops(claims, asset, atlas)
}

/** Whether all that is told to stop is a unit of a refinery: of how many nobody says, so that it is hit and not stopped. */
function isUncountedUnit({ asset }: OutageTarget, claims: readonly ClaimFacts[]): boolean {
  const halts = claims.filter((told) => told.claim.event === 'supply_halt' || speaksOf(told, 'halt'))
  return asset?.kind === 'refinery' && halts.length > 0 && halts.every((told) => isOf(told, 'unit'))
}

/** What a share of a whole carried and could carry, as much used as the whole. */
function partOf(before: BeforeOutage | null, share: number): BeforeOutage | null {
  return before === null ? null : { flow: before.flow * share, capacity: before.capacity * share }
}

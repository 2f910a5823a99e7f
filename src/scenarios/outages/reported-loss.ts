import type { Atlas } from '../../atlas/atlas.ts'
import { rateUnits } from '../../atlas/figures.ts'
import { assetKinds } from '../../atlas/tables/network-tables.ts'
import type { Asset, Carrier } from '../../atlas/tables.ts'
import type { EventType } from '../../claims/claim.ts'
import { listed } from '../../core/listed.ts'
import type { CalendarDate } from '../../core/time.ts'
import { assumptionOf, rangeOf } from '../assumptions.ts'
import { claimedFalls } from '../claimed/claimed-falls.ts'
import { claimedDurations, claimedEnds } from '../claimed/claimed-lengths.ts'
import { amountCarried, amountInText, amountLost } from '../claimed/reported-amount.ts'
import { claimsOfGoingOn } from '../claimed/told-state.ts'
import { assetsOf, type ClaimFacts, carriersOf, carriersOfHeadline, type EventFacts } from '../event-facts.ts'
import { areNear, STORY_DAYS } from '../near-in-time.ts'
import { assetRow } from '../network-parts.ts'
import type { ReportedAmount, ReportedLoss } from '../question.ts'
import type { OutageTarget } from '../target.ts'
import { directionOf, isAfterFault, isOf, isOnlyStrike, LOSING, speaksOf } from '../topics.ts'
import { whyNoLoss } from '../why-no-loss.ts'
import { precedentClassOf } from './outage-class.ts'
import { LONGEST_RUN_DAYS, outageDays } from './outage-days.ts'
import { MEAN_DAYS, type PrecedentWord } from './past-outages.ts'
import { precedentShare } from './precedents.ts'

interface Input {
  readonly facts: readonly EventFacts[]
  /** Stories with a question of the network: theirs is the better answer. */
  readonly asked: ReadonlySet<string>
  /** Stories whose question is of something that carried nothing in the base: only what flowed just before counts. */
  readonly idle: ReadonlySet<string>
  readonly atlas: Atlas
  readonly fallbackDay: CalendarDate
}

/** One loss for each story that tells one with an amount and raises no question of the network. */
export function findReportedLosses({
  facts,
  asked,
  idle,
  atlas,
  fallbackDay,
}: Input): readonly ReportedLoss[] {
  const stories = [...new Set(facts.map(({ story }) => story))].filter((story) => !asked.has(story))
  return stories.flatMap((story) => {
    const told = facts.filter((one) => one.story === story)
    const isIdle = idle.has(story)
    const loss = lossOf(told, { atlas, fallbackDay, within: isIdle ? STORY_DAYS : DESCRIBED_DAYS })
    return loss === null || (isIdle && loss.amount.kind === 'capacity') ? [] : [loss]
  })
}

/** Types of what is told beside a loss of how much flowed: neither plans nor a loss of its own. */
const describing: ReadonlySet<EventType> = new Set(['transit', 'other', 'statement', 'supply_change'])

/** Whether an event may tell what flowed before a loss: what rises elsewhere because of it does not. */
function describes(facts: EventFacts, loss: EventFacts): boolean {
  if (!describing.has(facts.event.type)) return false
  const rises = facts.event.type === 'supply_change' && facts.claims.some((one) => directionOf(one) === 'up')
  return !rises || assetsOf(facts).some((id) => assetsOf(loss).includes(id))
}

function isLoss(facts: EventFacts, story: readonly EventFacts[]): boolean {
  const { type, modality } = facts.event
  if (!LOSING.has(type) || !['happened', 'ongoing', 'announced_or_planned'].includes(modality)) return false
  if (whyNoLoss(facts, story) !== null) return false
  return (
    facts.claims.some(({ claim }) => claim.polarity === 'positive') &&
    (type !== 'supply_change' ||
      facts.claims.some(({ claim }) => claim.cues.some((cue) => cue.startsWith('event:fall:'))))
  )
}

function lossOf(
  told: readonly EventFacts[],
  { atlas, fallbackDay, within }: Pick<Input, 'atlas' | 'fallbackDay'> & { readonly within: number },
): ReportedLoss | null {
  const losses = told.filter((one) =>
    isLoss(
      one,
      told.filter((other) => other !== one),
    ),
  )
  const [main] = losses
  if (main === undefined) return null
  const beside = told.filter(
    (one) => !losses.includes(one) && describes(one, main) && areNear(main.day, one.day, within),
  )
  const claims = losses.flatMap((one) => one.claims)
  const story = told.flatMap((one) => one.claims)
  const asset = losses.flatMap((one) => assetsOf(one).flatMap((id) => assetRow(atlas, id) ?? []))[0] ?? null
  for (const carrier of carriersMeant([...losses, ...beside], asset)) {
    const lost = amountLost(claims, carrier)
    const amount =
      lost ??
      amountCarried([...claims, ...beside.flatMap((one) => one.claims)], carrier) ??
      amountInText(claims, carrier)
    if (amount === null || !(amount.high > 0)) continue
    const target = targetOf({ atlas, main, claims, asset, carrier })
    const start = main.day ?? fallbackDay
    const isDecision = story.every((one) => one.claim.event !== 'outage_or_attack' && !isAfterFault(one))
    const days = { target, facts: main, claims, atlas, start, isDecision, story }
    return {
      story: main.story,
      events: [...new Set([...losses, ...beside].map(({ event }) => event.id))],
      because: [...new Set([amount.because, ...claims.map(({ because }) => because)])],
      name: target.name,
      carrier,
      unit: rateUnits[carrier],
      days: MEAN_DAYS,
      amount,
      ...shareLost(days, amount),
    }
  }
  return null
}

/** What flowed is told for the day, the month or the year before. */
const DESCRIBED_DAYS = 800

/** Carriers that the loss may be of, the likeliest first: of the asset, of the words, of the headline, crude for barrels. */
function carriersMeant(told: readonly EventFacts[], asset: Asset | null): readonly Carrier[] {
  const own = asset === null || asset.carrier === '' ? [] : [asset.carrier]
  const units = told.flatMap(({ claims }) =>
    claims.flatMap(({ quantities }) => quantities.map(({ unit }) => unit)),
  )
  const byUnit: readonly Carrier[] = units.some((unit) => unit.startsWith('bbl')) ? ['crude'] : []
  const all = [...own, ...told.flatMap(carriersOf), ...told.flatMap(carriersOfHeadline), ...byUnit]
  // Power that fails is the reason more often than the loss, unless nothing else is named.
  const named = [...new Set(all)]
  return [...named.filter((one) => one !== 'power'), ...named.filter((one) => one === 'power')]
}

interface TargetInput {
  readonly atlas: Atlas
  readonly main: EventFacts
  readonly claims: readonly ClaimFacts[]
  readonly asset: Asset | null
  readonly carrier: Carrier
}

/** What is struck, as the counting of past outages needs it: of a thing that the atlas lacks its name and kind. */
function targetOf({ atlas, main, claims, asset, carrier }: TargetInput): OutageTarget {
  const common = { carrier, carrying: [], plants: [] }
  if (asset !== null)
    return { ...common, subject: `assets/${asset.id}`, name: asset.name, kind: 'asset', asset }
  const named = claims
    .flatMap(({ claim, reading }) =>
      reading.entities.filter(({ canonical }) => claim.assets.includes(canonical)),
    )
    .find(({ type, atlas: ref }) => ref === null && kinds.has(type))
  if (named !== undefined) {
    const { canonical, type } = named
    const kind = assetKinds.find((one) => one === type) ?? 'plant'
    return {
      ...common,
      subject: canonical,
      name: canonical,
      kind: 'asset',
      asset: { ...unlisted, name: canonical, kind },
    }
  }
  // Workers strike and protesters stand where something is made; what a government or a supplier stops are deliveries.
  const isOutput = claims.some(
    (told) => isOf(told, 'output') || isOf(told, 'labour') || isOf(told, 'blockade'),
  )
  const name = nameOf(main, carrier, atlas)
  return { ...common, subject: main.event.id, name, kind: isOutput ? 'output' : 'border', asset: null }
}

/** `natural gas, Turkmengaz and Iran`: who is named with it. */
function nameOf({ refs, event }: EventFacts, carrier: Carrier, atlas: Atlas): string {
  const named = [...refs].filter((ref) => ref.startsWith('countries/') || ref.startsWith('actors/'))
  return named.length === 0
    ? event.title
    : `${atlas.nameOf(`carriers/${carrier}`)}, ${listed(named.map((ref) => atlas.nameOf(ref)))}`
}

const kinds: ReadonlySet<string> = new Set(assetKinds)

const unlisted: Asset = {
  id: '',
  name: '',
  kind: 'plant',
  carrier: '',
  zone: null,
  country: '',
  lat: null,
  lon: null,
  part_of: null,
  operator: null,
  note: '',
}

/**
 * Of the amount the share that is gone in the mean of 28 days: by the length that the reports tell, else as in past outages
 * of its kind and cause; less by a fall that is told in percent, and where only what could flow is told, by what did.
 */
function shareLost(
  days: Parameters<typeof outageDays>[0],
  amount: ReportedAmount,
): Pick<ReportedLoss, 'share' | 'assumptions'> {
  const { claims, atlas, target, story, isDecision, start } = days
  const isTold =
    claimedDurations(story).length + claimedEnds(story, start, LONGEST_RUN_DAYS).length > 0 && !isDecision
  const isHalt =
    amount.kind === 'lost' ||
    claims.some(
      (told) => !isOnlyStrike(told) && (told.claim.event === 'supply_halt' || speaksOf(told, 'halt')),
    )
  const of = precedentClassOf({ target, claims, story, isDecision })
  const isOfPeople = of?.cause === 'strike' || of?.cause === 'blockade'
  const isThreat = isOfPeople && days.facts.event.modality === 'announced_or_planned'
  const isWorkedOn =
    isOfPeople && claimsOfGoingOn({ facts: days.facts, story: [], atlas }, target).own.length > 0
  const word: PrecedentWord = isThreat ? 'threat' : isHalt && !isWorkedOn ? 'halt' : 'hit'
  const past = of === null || isTold || word === 'halt' ? null : precedentShare(atlas, of, word)
  const lasts = past === null ? outageDays({ ...days, claims: isTold ? story : claims }) : null
  const share = (at: 'low' | 'central' | 'high'): number =>
    lasts === null ? (past?.[at] ?? 1) : Math.min(MEAN_DAYS, lasts[at]) / MEAN_DAYS
  const falls = amount.kind === 'lost' ? [] : claimedFalls(claims)
  const fall = falls.length === 0 ? 1 : Math.max(...falls.map(({ high }) => high))
  const use = amount.kind === 'capacity' ? assumptionOf(atlas, 'told-capacity-use') : null
  const used = use === null ? { low: 1, central: 1, high: 1 } : rangeOf(use)
  return {
    share: {
      low: share('low') * fall * used.low,
      central: share('central') * fall * used.central,
      high: share('high') * fall * used.high,
    },
    assumptions: [past, lasts?.assumption ?? null, use].filter((one) => one !== null),
  }
}

import type { Atlas } from '../../atlas/atlas.ts'
import { branchesOf } from '../../atlas/entering-links.ts'
import { rateUnits } from '../../atlas/figures.ts'
import type { Network, NetworkLink } from '../../atlas/network.ts'
import { capitalised } from '../../core/listed.ts'
import { addDays } from '../../core/time.ts'
import { assumptionOf, rangeOf } from '../assumptions.ts'
import { type BeforeOutage, beforeOutage } from '../before-outage.ts'
import { familyOf } from '../carrier-families.ts'
import { claimedFalls, statesAmount } from '../claimed/claimed-falls.ts'
import { claimedDurations } from '../claimed/claimed-lengths.ts'
import { claimedLosses } from '../claimed/claimed-losses.ts'
import { claimsOfGoingOn, type GoingOn, lostShare } from '../claimed/told-state.ts'
import type { EventFacts } from '../event-facts.ts'
import { flowOf, linksBeside, linksOfAsset, type Plant } from '../network-parts.ts'
import { moveOf } from '../observed-move.ts'
import type { OutageCause, Question } from '../question.ts'
import type { Assumption, Scenario, Shock } from '../scenario.ts'
import type { OutageSize, OutageTarget } from '../target.ts'
import { isOnlyStrike, isOnlyThought } from '../topics.ts'
import { causeOf, causeOfDamage, isDecided } from './outage-cause.ts'
import { precedentClassOf } from './outage-class.ts'
import { LONGEST_RUN_DAYS, outageDays, WHOLE_DAYS } from './outage-days.ts'
import type { OutageInput } from './outage-input.ts'
import { sizeOfOutage } from './outage-size.ts'
import { isOfOwners, isOnlyDisrupted, lineStops, saysItStops } from './outage-stops.ts'
import { returnDays } from './return-days.ts'
import { toldFlow } from './told-flow.ts'

/** An outage as a range of capacity on the links, plants or sources of its target. */
export function draftOutage(input: OutageInput): Question {
  const { atlas, network, facts, start, target } = input
  const { asset, carrier, carrying, plants, within } = target
  const asked = carrying.filter((link) => link.carrier === carrier)
  const links = asked.length > 0 ? withTwins(asked, input) : linksBeside(network, plants)
  const claims = [facts, ...input.related].flatMap((told) => told.claims)
  const isDecision = isDecided(input)
  const storyClaims = input.story.flatMap((other) => other.claims)
  const carried = beforeOutage(network, asked, plants)
  // What is cut of deliveries is a share of what flows, so an amount must be one too.
  const whole =
    target.kind === 'border' && carried !== null ? { ...carried, capacity: carried.flow } : carried
  const before = partOf(whole, within?.share ?? 1)
  const claimed = claimedFalls(claims)
  // A share of what is exported is a share of what flows; of a station it is evidence of what its line can carry.
  // A cable is full for some hours and idle for others: of half its capacity half of what flows is gone.
  const isCable = asset?.kind === 'interconnector' && carrier === 'power'
  const ofFlow =
    before === null || asset?.kind === 'station' ? [] : claimed.filter(({ isOfFlow }) => isOfFlow || isCable)
  const falls = claimed.filter((fall) => !ofFlow.includes(fall))
  const losses =
    before === null
      ? []
      : [
          ...claimedLosses(claims, {
            flow: before.flow,
            // Deliveries have no capacity of their own.
            ...(target.kind === 'border' ? {} : { capacity: before.capacity }),
            carrier,
            unit: rateUnits[carrier],
          }),
          ...ofFlow.map((fall) => ({ ...fall, low: fall.low * before.flow, high: fall.high * before.flow })),
        ]
  const past = precedentClassOf({ target, claims, story: storyClaims, isDecision })
  // Whoever blockades a field or a port stops it; of a strike others may do the work.
  const isHeld = past?.cause === 'dispute' || past?.cause === 'blockade'
  const isBlockade = isHeld && facts.event.type === 'outage_or_attack'
  const isHalt =
    (facts.event.type === 'supply_halt' &&
      !facts.claims.every(isOnlyStrike) &&
      !isOfOwners(facts, asset) &&
      !isOnlyDisrupted(facts, asset)) ||
    isBlockade ||
    saysItStops(claims, asset, atlas)
  const cause = isDecision ? causeOf(facts, asset, isHalt) : causeOfDamage(input, isHalt)
  const isWhole = asset?.kind === 'station' && lineStops(input)
  const isWhatIf = isOnlyThought(facts)
  const goingOn = claimsOfGoingOn(input, target)
  const isAhead = facts.event.modality === 'announced_or_planned'
  const isTold = isHalt || isWhole || falls.length + losses.length > 0
  const isThreat = isAhead && (past?.cause === 'strike' || past?.cause === 'blockade')
  const told = isThreat ? 'threat' : isTold ? 'halt' : 'hit'
  // What is damaged and told to work in part stays so for longer than what stopped at once and for hours.
  const isDamaged = past?.cause === 'attack' || past?.cause === 'fault'
  const isPart = told === 'halt' && isDamaged && claims.some((one) => lostShare(one) !== null)
  const expected = outageDays({
    ...{ target, facts, claims, atlas, start, isDecision },
    story: storyClaims,
    told: isPart ? 'part' : told,
  })
  const lost = sizeOfOutage({
    target,
    falls,
    losses,
    before,
    atlas,
    start,
    cause,
    isHalt,
    isWhole,
    isDecision,
    isState: falls.length > 0 && falls.every((fall) => fall.isState),
    // What goes on today says nothing of what a halt to come would leave.
    goingOn: isWhatIf ? [] : goingOn.own,
    past,
    told,
    days: expected,
    isAhead,
  })
  const size = withoutReleased(lost, releasedOf(target, goingOn, atlas))
  const days = { ...expected, ...(size.days ?? {}) }
  const because = [
    ...new Set([
      ...[...falls, ...losses].map((fall) => fall.because),
      ...facts.claims.map((claim) => claim.because),
    ]),
  ]
  const share = within?.share ?? 1
  // An amount that is told to be gone is gone, whatever flowed.
  const carriedAsTold = losses.length > 0 ? null : toldFlow(target, input)
  // Of what stands still for a part of a day that part is lost, for a day; what works in part does so for days.
  const ofDay = size.days === undefined && falls.length === 0 ? days.ofDay : WHOLE_DAYS
  // A cable carries all or nothing.
  const returning = asset?.kind === 'interconnector' ? null : returnDays(atlas, past?.cause ?? null, days)
  // A cable that is out for a part of a day loses that part of what flows, however idle it was.
  const isOfDay = isCable && within === undefined && falls.length + losses.length === 0
  const used = isOfDay && before !== null ? Math.min(1, before.flow / before.capacity) : 1
  const left = (lost: number): number => (lost > 0 ? used * (1 - lost) : 1)
  const shock = (ref: string, field: Shock['field']): Shock => ({
    asset: ref,
    field,
    low: left(share * ofDay.high * (1 - size.factor.low)),
    central: left(share * ofDay.central * (1 - size.factor.central)),
    high: left(share * ofDay.low * (1 - size.factor.high)),
    unit: '1',
    from: start,
    to: addDays(start, Math.round(days.high) - 1),
    status: share < 1 && size.status === 'reported' ? 'estimated' : size.status,
    because: [
      ...because,
      ...(within?.because ?? []),
      ...size.assumptions.flatMap((assumption) => assumption.because),
    ],
    ...(days.low === days.high ? {} : { lasts: { low: days.low, central: days.central, high: days.high } }),
    ...(returning === null ? {} : { returns: returning.days }),
  })
  // Deliveries are cut by a share of what flows, whatever the pipes could carry.
  const onLink = (link: NetworkLink): Shock => {
    const whole = shock(`links/${link.id}`, 'capacity')
    const amount = target.kind === 'border' ? link.flow : shareOfBranch(link, carrying)
    if (amount === null || whole.high === 0) return whole
    const [low, central, high] = [whole.low, whole.central, whole.high].map((factor) => factor * amount.value)
    return { ...whole, low: low ?? 0, central: central ?? 0, high: high ?? 0, unit: amount.unit }
  }
  // What a refinery of many cannot do the idle part of the others may, or may not: it is at worst gone from what flows.
  const onPlant = (plant: Plant): Shock => {
    const whole = shock(plant.ref, plant.field)
    if (within === undefined || plant.isSource || carried === null) return whole
    const use = Math.min(1, carried.flow / carried.capacity)
    return { ...whole, low: whole.low * use, central: whole.central * use }
  }
  // What is hit can no more be filled than drawn from.
  const filling = (of: readonly Plant[]): readonly Shock[] =>
    of.filter(({ field }) => field === 'withdrawal').map(({ ref }) => shock(ref, 'injection'))
  const run = Math.min(LONGEST_RUN_DAYS, Math.max(91, Math.round(days.high) + 28))
  const id = target.subject.slice(target.subject.indexOf('/') + 1).toLowerCase()
  const scenario: Scenario = {
    id: `${id}-outage`,
    title: titleOf(target),
    network_date: network.as_of,
    start,
    days: run,
    belief_days: Math.max(1, Math.round(days.central)),
    shocks: [...carrying.map(onLink), ...plants.map(onPlant), ...filling(plants)],
    assumptions: [
      ...size.assumptions,
      ...(returning === null ? [] : [returning.assumption]),
      days.assumption,
    ],
    watch: [],
  }
  return {
    id: `${facts.event.id}-outage-${carrier}`,
    kind: 'outage',
    title: `${capitalised(target.name)}: what ${isWhatIf ? `${a(cause)} would do` : `the ${cause} does`} to ${supplyOf(target, { atlas, network })}`,
    story: facts.story,
    events: [facts, ...input.related.filter(statesSomething)].map((told) => told.event.id),
    because,
    subject: target.subject,
    subjectName: target.name,
    carrier,
    links: links.map((link) => link.id),
    ...(links.length > asked.length && asked.length > 0 ? { linksName: terminalOf(target, atlas) } : {}),
    plants: plants.map((plant) => plant.ref),
    cause,
    ...(isWhatIf ? { isWhatIf } : {}),
    struck: target.kind,
    ...(isOfDay || (ofFlow.length > 0 && falls.length === 0) || (isCable && losses.length > 0)
      ? { isOfFlow: true }
      : {}),
    networkDate: network.as_of,
    days: run,
    scenarios: [scenario],
    main: scenario.id,
    beliefs: size.beliefs,
    observedMove: moveOf(input.story),
    ...(carriedAsTold === null ? {} : { toldFlow: carriedAsTold }),
    ...(within === undefined
      ? {}
      : {
          within: {
            name: within.name,
            share: within.share,
            left: size.factor,
            ...(within.partOf === undefined ? {} : { partOf: within.partOf }),
          },
        }),
  }
}

/** Of what goes to some alone there is less; what is hit works at less. */
function titleOf({ asset, name, plants, to, kind, within }: OutageTarget): string {
  if (asset === null && !(kind === 'output' && within !== undefined)) return `Less ${name}`
  return to !== undefined && plants.length > 0 ? `Less from ${name}` : `${name} works at reduced capacity`
}

const WITHOUT_ARTICLE: ReadonlySet<OutageCause> = new Set(['damage', 'maintenance'])

function a(cause: OutageCause): string {
  if (WITHOUT_ARTICLE.has(cause)) return cause
  return /^[aeiou]/u.test(cause) ? `an ${cause}` : `a ${cause}`
}

/** What others may take of what one buyer leaves: more of it where what goes on to them is told. */
function releasedOf({ released }: OutageTarget, { others }: GoingOn, atlas: Atlas): Assumption | null {
  if (released?.id !== 'released-to-others' || others.length === 0) return released ?? null
  const told = assumptionOf(atlas, 'released-while-going-on')
  return { ...told, because: [...others.map(({ because }) => because), ...told.because] }
}

/** What is left of a loss when others take a part of what one buyer leaves. */
function withoutReleased(size: OutageSize, released: Assumption | null): OutageSize {
  if (released === null) return size
  const { low, central, high } = rangeOf(released)
  const left = (factor: number, taken: number): number => 1 - (1 - factor) * (1 - taken)
  return {
    ...size,
    factor: {
      low: left(size.factor.low, low),
      central: left(size.factor.central, central),
      high: left(size.factor.high, high),
    },
    status: 'estimated',
    assumptions: [...size.assumptions, released],
  }
}

/** What a branch has of the capacity of its line, by what the branches carry; null where the line has no other. */
function shareOfBranch(
  link: NetworkLink,
  links: readonly NetworkLink[],
): { readonly value: number; readonly unit: string } | null {
  const branches = branchesOf(link, links)
  const flow = flowOf(branches)
  if (branches.length < 2 || link.capacity === null || !(flow > 0)) return null
  return { value: (link.capacity.value * flowOf([link])) / flow, unit: link.capacity.unit }
}

/** Of a mooring all those of its terminal: what one cannot load, another may. */
function withTwins(
  links: readonly NetworkLink[],
  { target: { asset, carrier }, atlas, network }: OutageInput,
): readonly NetworkLink[] {
  if (asset?.kind !== 'mooring' || asset.part_of === null) return links
  const twins = linksOfAsset(atlas, network, asset.part_of).filter(
    (link) => link.carrier === carrier && links.some((own) => own.from === link.from && own.to === link.to),
  )
  return twins.length > 0 ? twins : links
}

function terminalOf({ asset, name }: OutageTarget, atlas: Atlas): string {
  return asset?.part_of == null ? name : atlas.nameOf(`assets/${asset.part_of}`)
}

/** What a share of a whole carried and could carry, as much used as the whole. */
function partOf(before: BeforeOutage | null, share: number): BeforeOutage | null {
  return before === null ? null : { flow: before.flow * share, capacity: before.capacity * share }
}

/** `supply`, with its carrier where more than one family passes the asset. */
function supplyOf(
  { asset, carrier }: OutageTarget,
  { atlas, network }: { readonly atlas: Atlas; readonly network: Network },
): string {
  if (asset === null) return 'supply'
  const families = new Set(linksOfAsset(atlas, network, asset.id).map((link) => familyOf(link.carrier)))
  return families.size > 1 ? `the supply of ${atlas.nameOf(`carriers/${carrier}`)}` : 'supply'
}

/** Whether an event gives the outage a size or a length, or says what broke or stopped. */
function statesSomething(facts: EventFacts): boolean {
  const { event, claims } = facts
  if (event.type === 'supply_change' && statesAmount(facts)) return true
  if (event.type === 'outage_or_attack' || event.type === 'supply_halt') return true
  return claimedFalls(claims).length > 0 || claimedDurations(claims).length > 0
}

import type { Atlas } from '../../atlas/atlas.ts'
import type { Network, NetworkLink } from '../../atlas/network.ts'
import { capitalised } from '../../core/listed.ts'
import { assumptionOf, rangeOf } from '../assumptions.ts'
import { familyOf } from '../carrier-families.ts'
import { claimedFalls, statesAmount } from '../claimed/claimed-falls.ts'
import { claimedDurations } from '../claimed/claimed-lengths.ts'
import type { GoingOn } from '../claimed/told-state.ts'
import type { EventFacts } from '../event-facts.ts'
import { linksBeside, linksOfAsset } from '../network-parts.ts'
import { moveOf } from '../observed-move.ts'
import type { OutageCause, Question } from '../question.ts'
import type { Assumption, Scenario } from '../scenario.ts'
import type { OutageSize, OutageTarget } from '../target.ts'
import { LONGEST_RUN_DAYS, type OutageDays, outageDays } from './outage-days.ts'
import type { OutageInput } from './outage-input.ts'
import { type OutageExtent, outageShocks } from './outage-shocks.ts'
import { sizeOfOutage } from './outage-size.ts'
import { returnDays } from './return-days.ts'
import { toldFlow } from './told-flow.ts'
import { type ToldOutage, toldOutage } from './told-outage.ts'

/** An outage as a range of capacity on the links, plants or sources of its target. */
export function draftOutage(input: OutageInput): Question {
  const { atlas, network, facts, target } = input
  const { carrier, carrying, plants, within } = target
  const told = toldOutage(input)
  const extent = extentOf(input, told)
  const { size, because } = extent
  const scenario = scenarioOf(input, extent)
  const asked = carrying.filter((link) => link.carrier === carrier)
  const links = asked.length > 0 ? withTwins(asked, input) : linksBeside(network, plants)
  // An amount that is told to be gone is gone, whatever flowed.
  const carriedAsTold = told.losses.length > 0 ? null : toldFlow(target, input)
  const does = told.isWhatIf ? `${a(told.cause)} would do` : `the ${told.cause} does`
  return {
    id: `${facts.event.id}-outage-${carrier}`,
    kind: 'outage',
    title: `${capitalised(target.name)}: what ${does} to ${supplyOf(target, { atlas, network })}`,
    story: facts.story,
    events: [facts, ...input.related.filter(statesSomething)].map((one) => one.event.id),
    because,
    subject: target.subject,
    subjectName: target.name,
    carrier,
    links: links.map((link) => link.id),
    ...(links.length > asked.length && asked.length > 0 ? { linksName: terminalOf(target, atlas) } : {}),
    plants: plants.map((plant) => plant.ref),
    cause: told.cause,
    ...(told.isWhatIf ? { isWhatIf: true } : {}),
    struck: target.kind,
    ...(isShareOfFlow(input, told) ? { isOfFlow: true } : {}),
    networkDate: network.as_of,
    days: scenario.days,
    scenarios: [scenario],
    main: scenario.id,
    beliefs: size.beliefs,
    observedMove: moveOf(input.story),
    ...(carriedAsTold === null ? {} : { toldFlow: carriedAsTold }),
    ...(within === undefined ? {} : { within: partHit(within, size) }),
  }
}

/** How much is left and for how long, by what is told and by what past outages of the kind were. */
function extentOf(input: OutageInput, told: ToldOutage): OutageExtent {
  const { atlas, facts, target } = input
  const { falls, losses, past, carried } = told
  const expected = expectedDays(input, told)
  const lost = sizeOfOutage({
    target,
    atlas,
    start: input.start,
    falls,
    losses,
    past,
    before: told.before,
    told: told.told,
    cause: told.cause,
    isHalt: told.isHalt,
    isWhole: told.isWhole,
    isDecision: told.isDecision,
    isPart: told.isPart,
    isState: falls.length > 0 && falls.every((fall) => fall.isState),
    // What goes on today says nothing of what a halt to come would leave.
    goingOn: told.isWhatIf ? [] : told.goingOn.own,
    days: expected,
    isAhead: told.isAhead,
  })
  const size = withoutReleased(lost, releasedOf(target, told.goingOn, atlas))
  const days = { ...expected, ...(size.days ?? {}) }
  const { before } = told
  return {
    size,
    days,
    carried,
    used: isOutForHours(input, told) && before !== null ? Math.min(1, before.flow / before.capacity) : 1,
    tellsShare: falls.length > 0,
    // A cable carries all or nothing.
    returning: target.asset?.kind === 'interconnector' ? null : returnDays(atlas, past?.cause ?? null, days),
    because: [
      ...new Set([
        ...[...falls, ...losses].map((fall) => fall.because),
        ...facts.claims.map((claim) => claim.because),
      ]),
    ],
  }
}

function expectedDays({ atlas, facts, start, target }: OutageInput, told: ToldOutage): OutageDays {
  return outageDays({
    ...{ target, facts, claims: told.claims, atlas, start, isDecision: told.isDecision },
    story: told.storyClaims,
    told: told.isPart ? 'part' : told.told,
  })
}

/** A cable that is out for a part of a day loses that part of what flows, however idle it was. */
function isOutForHours({ target }: OutageInput, { isCable, falls, losses }: ToldOutage): boolean {
  return isCable && target.within === undefined && falls.length + losses.length === 0
}

function isShareOfFlow(input: OutageInput, told: ToldOutage): boolean {
  const { ofFlow, falls, losses, isCable } = told
  return (
    isOutForHours(input, told) || (ofFlow.length > 0 && falls.length === 0) || (isCable && losses.length > 0)
  )
}

/** Days that are solved beyond the latest end. */
const DAYS_BEYOND = 28
const FEWEST_RUN_DAYS = 91

function scenarioOf(input: OutageInput, extent: OutageExtent): Scenario {
  const { network, start, target } = input
  const { size, days, returning } = extent
  return {
    id: `${target.subject.slice(target.subject.indexOf('/') + 1).toLowerCase()}-outage`,
    title: titleOf(target),
    network_date: network.as_of,
    start,
    days: Math.min(LONGEST_RUN_DAYS, Math.max(FEWEST_RUN_DAYS, Math.round(days.high) + DAYS_BEYOND)),
    belief_days: Math.max(1, Math.round(days.central)),
    shocks: [...outageShocks(input, extent)],
    assumptions: [
      ...size.assumptions,
      ...(returning === null ? [] : [returning.assumption]),
      days.assumption,
    ],
    watch: [],
  }
}

function partHit(
  { name, share, partOf }: NonNullable<OutageTarget['within']>,
  size: OutageSize,
): NonNullable<Question['within']> {
  return { name, share, left: size.factor, ...(partOf === undefined ? {} : { partOf }) }
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

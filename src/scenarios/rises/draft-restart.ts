import { rateUnits } from '../../atlas/figures.ts'
import { capitalised } from '../../core/listed.ts'
import { addDays } from '../../core/time.ts'
import { statedPremise } from '../assumptions.ts'
import { beforeOutage } from '../before-outage.ts'
import { spanOf } from '../claimed/claimed-change.ts'
import { dailyAmount } from '../claimed/claimed-range.ts'
import { partTold } from '../claimed/told-state.ts'
import { assetsOf } from '../event-facts.ts'
import { areNear } from '../near-in-time.ts'
import { assetRow } from '../network-parts.ts'
import { ofOneScenario } from '../of-one-scenario.ts'
import type { Question } from '../question.ts'
import type { Scenario, Shock } from '../scenario.ts'
import type { StoryContext } from '../story-context.ts'
import type { OutageTarget } from '../target.ts'
import { targetsOfAsset } from '../targets/outage-target.ts'
import { standing } from '../topics.ts'

/** The first month of a standstill: what a restart ends. */
const DAYS = 91

/** Modalities of what flows now; of what is to come only where nothing else is told. */
const NOW: ReadonlySet<string> = new Set(['happened', 'ongoing'])

/**
 * The rate at which it starts again, per day in the unit of the carrier, as the event or another of its story states it of
 * the asset; null where nobody does.
 */
function ratesTold({ facts, story }: StoryContext, target: OutageTarget): ReturnType<typeof spanOf> {
  const about = [facts, ...story.filter((other) => areNear(facts.day, other.day))].flatMap((told) =>
    told === facts || assetsOf(told).some((id) => `assets/${id}` === target.subject) ? standing(told) : [],
  )
  const rates = about.flatMap((claim) =>
    claim.quantities.flatMap((quantity) => {
      const amount = dailyAmount(quantity, { carrier: target.carrier, unit: rateUnits[target.carrier] })
      if (amount === null) return []
      // Of "from 400 to 190" the second is what flows now.
      const [low, high] = quantity.kind === 'from_to' ? [amount.last, amount.last] : [amount.low, amount.high]
      return [{ low, high, because: claim.because, who: '', isNow: NOW.has(claim.claim.modality) }]
    }),
  )
  const now = rates.filter(({ isNow }) => isNow)
  return spanOf(now.length > 0 ? now : rates)
}

/**
 * An asset that starts again and that the atlas has at work: the network has no standstill of it, so what the restart
 * brings is what its standstill takes from the same day on: what the reports state of it, else all of its capacity.
 */
export function draftRestart(
  context: StoryContext,
  asset: string,
  { isNew = false }: { readonly isNew?: boolean } = {},
): Question | null {
  const { facts, atlas, network } = context
  const row = assetRow(atlas, asset)
  if (row === null) return null
  const [target] = targetsOfAsset(row, { facts, claims: facts.claims }, { atlas, network })
  return target === undefined ? null : restartOf(context, partOf(target, context), isNew)
}

/** "One of the three moorings works again": a third of it; what is counted in units is a part already. */
function partOf(target: OutageTarget, { facts }: StoryContext): OutageTarget {
  const told = facts.claims.flatMap((claim) => {
    const part = partTold(claim)
    return part === null ? [] : [{ part, because: claim.because }]
  })[0]
  if (told === undefined || target.within !== undefined) return target
  const { name } = target
  const within = { name, share: told.part.share, because: [told.because] }
  return { ...target, name: `${told.part.words} of ${name}`, within }
}

/**
 * What a target brings by starting again. Of a part of a whole that the network has as one row, the part's share of what
 * flows; at most the others' idle capacity made up for it while it stood still.
 */
export function restartOf(context: StoryContext, target: OutageTarget, isNew = false): Question {
  const what = isNew ? 'start' : 'restart'
  const { facts, network, start } = context
  const because = facts.claims.map((claim) => claim.because)
  const before = beforeOutage(network, target.carrying, target.plants)
  const told = before === null ? null : ratesTold(context, target)
  // No more can be missed than flows by the atlas.
  const left = (rate: number): number =>
    before === null ? 0 : Math.max(0, before.flow - rate) / before.capacity
  const share = target.within?.share ?? 1
  const own = (before?.flow ?? 0) * share
  const back = told ?? { low: own, central: own, high: own }
  const isWhole = told === null && share === 1
  const ofRest = told === null && share < 1 ? 1 - share : 0
  const still = (ref: string, field: Shock['field']): Shock => ({
    asset: ref,
    field,
    low: isWhole ? 0 : left(Math.min(own, back.high)),
    central: isWhole ? 0 : left(Math.min(own, back.central)),
    high: isWhole ? 0 : Math.max(ofRest, left(Math.min(own, back.low))),
    unit: '1',
    from: start,
    to: addDays(start, DAYS - 1),
    status: told === null ? 'assumed' : 'reported',
    because: [...new Set([...(told?.because ?? []), ...because]), 'assumption:restart-standstill'],
  })
  const premise = statedPremise({
    id: 'restart-standstill',
    statement:
      told === null
        ? `What the ${what} brings is taken to be what a standstill of all of ${target.name} takes from that day on`
        : `What the ${what} brings is taken to be what a standstill of so much of ${target.name} takes as the reports say flows again, at most all that the atlas has there`,
    status: 'assumed',
    because,
  })
  const scenario: Scenario = {
    id: `${target.subject.slice(target.subject.indexOf('/') + 1)}-standstill`,
    title: `${capitalised(target.name)} stands still`,
    network_date: network.as_of,
    start,
    days: DAYS,
    belief_days: DAYS,
    shocks: [
      ...target.carrying.map((link) => still(`links/${link.id}`, 'capacity')),
      ...target.plants.map((plant) => still(plant.ref, plant.field)),
    ],
    assumptions: [premise],
    watch: [],
  }
  return {
    id: `${facts.event.id}-restart-${target.carrier}`,
    kind: 'restart',
    title: `${capitalised(target.name)}: ${isNew ? 'what its start brings' : 'what its restart brings back'}`,
    ...ofOneScenario(facts, scenario, network.as_of),
    because,
    subject: target.subject,
    subjectName: target.name,
    carrier: target.carrier,
    links: target.carrying.filter((link) => link.carrier === target.carrier).map((link) => link.id),
    plants: target.plants.map((plant) => plant.ref),
    cause: 'halt',
    struck: target.kind,
    ...(isNew ? { isNew: true as const } : {}),
    ...(target.within === undefined
      ? {}
      : { within: { name: target.within.name, share, left: { low: 0, central: 0, high: 0 } } }),
  }
}

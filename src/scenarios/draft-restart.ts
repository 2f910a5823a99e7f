import { addDays } from '../core/time.ts'
import { statedPremise } from './assumptions.ts'
import { assetRow } from './network-parts.ts'
import { ofOneScenario } from './of-one-scenario.ts'
import { targetsOfAsset } from './outage-target.ts'
import type { Question } from './question.ts'
import type { Scenario, Shock } from './scenario.ts'
import type { StoryContext } from './story-context.ts'
import type { OutageTarget } from './target.ts'

/** The first month of a standstill: what a restart ends. */
const DAYS = 91

/**
 * An asset that starts again and that the atlas has at work: the network has no standstill of it, so what the restart
 * brings is what its standstill takes, all of its capacity, from the same day on.
 */
export function draftRestart(context: StoryContext, asset: string): Question | null {
  const { facts, atlas, network } = context
  const row = assetRow(atlas, asset)
  if (row === null) return null
  const [target] = targetsOfAsset(row, { facts, claims: facts.claims }, { atlas, network })
  return target === undefined || target.within !== undefined ? null : questionOf(context, target)
}

function questionOf({ facts, network, start }: StoryContext, target: OutageTarget): Question {
  const because = facts.claims.map((claim) => claim.because)
  const still = (ref: string, field: Shock['field']): Shock => ({
    asset: ref,
    field,
    low: 0,
    central: 0,
    high: 0,
    unit: '1',
    from: start,
    to: addDays(start, DAYS - 1),
    status: 'assumed',
    because: [...because, 'assumption:restart-standstill'],
  })
  const premise = statedPremise({
    id: 'restart-standstill',
    statement: `What the restart brings is taken to be what a standstill of all of ${target.name} takes from that day on`,
    status: 'assumed',
    because,
  })
  const scenario: Scenario = {
    id: `${target.subject.slice(target.subject.indexOf('/') + 1)}-standstill`,
    title: `${target.name} stands still`,
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
    title: `${target.name}: what its restart brings back`,
    ...ofOneScenario(facts, scenario, network.as_of),
    because,
    subject: target.subject,
    subjectName: target.name,
    carrier: target.carrier,
    links: target.carrying.filter((link) => link.carrier === target.carrier).map((link) => link.id),
    plants: target.plants.map((plant) => plant.ref),
    cause: 'halt',
    struck: target.kind,
  }
}

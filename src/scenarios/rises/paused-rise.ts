import { rateUnits } from '../../atlas/figures.ts'
import { bodiesOf } from '../bodies.ts'
import { carriersTold } from '../carriers-told.ts'
import { claimedChanges, spanOf } from '../claimed/claimed-change.ts'
import { type ClaimFacts, countriesOf, type EventFacts } from '../event-facts.ts'
import type { Question } from '../question.ts'
import type { StoryContext } from '../story-context.ts'
import { targetOfOutput } from '../targets/outage-target.ts'
import { directionOf, isOf, standing } from '../topics.ts'
import { draftRise } from './draft-rise.ts'

/** Whether an event tells that output does not rise after all, or not yet. */
export function isOnHold(facts: EventFacts): boolean {
  return standing(facts).some((claim) => isOf(claim, 'on_hold') && isOf(claim, 'output'))
}

/** Barrels are of crude where no carrier is named. */
const BARRELS = 'bbl'

/**
 * "The group pauses its increases": nothing is added. What the step that is not made would have added, by the size that
 * the reports give of it or of the last one; null where no rise is put off, or none gives a size.
 */
export function pausedRise(context: StoryContext): Question | null {
  const { facts, story, atlas, network } = context
  const paused = standing(facts).filter((claim) => isOf(claim, 'on_hold') && isOf(claim, 'output'))
  if (paused.length === 0) return null
  const steps = [...paused.map((claim) => ({ of: facts, claim })), ...story.flatMap(stepsOf)]
  const told = carriersTold(facts)
  const isInBarrels = steps.some(({ claim }) =>
    claim.quantities.some(({ unit }) => unit.startsWith(`${BARRELS}/`)),
  )
  const carrier = told[0] ?? (isInBarrels ? 'crude' : null)
  const [body] = bodiesOf(facts, atlas)
  const named = countriesOf(facts)
  const who = named.length > 0 ? named : (body?.members ?? [])
  const target =
    carrier === null
      ? null
      : targetOfOutput(who, carrier, { atlas, network }, named.length > 0 ? undefined : body?.name)
  if (carrier === null || target === null) return null
  const of = { flow: 0, carrier, unit: rateUnits[carrier] }
  const sized = steps.filter(({ claim }) => claimedChanges([claim], of).length > 0)
  const by = spanOf(
    claimedChanges(
      sized.map(({ claim }) => claim),
      of,
    ),
  )
  const question = by === null ? null : draftRise({ ...context, target, by })
  if (question === null) return null
  return {
    ...question,
    id: `${question.id}-paused`,
    title: `Rise of ${target.name} that is put off: what it would have added`,
    events: [...new Set([...question.events, ...sized.map((step) => step.of.event.id)])],
    isWhatIf: true,
  }
}

/** Claims of a story that tell an earlier step of the rise, in an amount per time. */
function stepsOf(of: EventFacts): readonly { readonly of: EventFacts; readonly claim: ClaimFacts }[] {
  return standing(of)
    .filter((claim) => directionOf(claim) === 'up' && claim.quantities.some(({ unit }) => unit.includes('/')))
    .map((claim) => ({ of, claim }))
}

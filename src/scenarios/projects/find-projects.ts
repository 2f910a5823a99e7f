import type { CalendarDate } from '../../core/time.ts'
import { assetsOf, type EventFacts } from '../event-facts.ts'
import { plantsOfAsset } from '../network-parts.ts'
import type { Question } from '../question.ts'
import { draftRestart } from '../rises/draft-restart.ts'
import type { StoryContext } from '../story-context.ts'
import { draftLineProject } from './draft-line-project.ts'
import { draftProject, findProjectTarget } from './draft-project.ts'
import { findLineTarget } from './project-lines.ts'
import { isOfUnit } from './project-size.ts'
import { hasBegun, toldOn } from './project-timing.ts'

/**
 * A plant or terminal that the atlas has at work by then: what its start brings is what its standstill would take, and what
 * it merely does with something is no start. Null where none is named, or a new unit of one: that is added.
 */
function startOfWork(context: StoryContext): readonly Question[] | null {
  const { facts, atlas, network } = context
  const atWork = assetsOf(facts).filter((id) => plantsOfAsset(atlas, network, id).length > 0)
  const isPart = assetsOf(facts).some((id) => isOfUnit(atlas.nameOf(`assets/${id}`), facts))
  if (atWork.length === 0 || isPart) return null
  return isOfUse(facts)
    ? []
    : atWork.flatMap((id) => draftRestart(context, id, { isNew: true }) ?? []).slice(0, 1)
}

/** "The refinery began to process oil of X": what a plant that works does with it, and no new plant. */
function isOfUse(facts: EventFacts): boolean {
  return facts.claims.some(({ claim }) => claim.cues.some((cue) => cue.startsWith('event:flow:')))
}

/** What is told to begin on a day to come is asked on the network of the report: until then it is built. */
function asReported(context: StoryContext): StoryContext {
  const told = toldOn(context.facts)
  if (told === null || told >= context.start) return context
  const [day = told] = [told, context.network.as_of].sort()
  return { ...context, start: told, network: context.atlas.networkAt(day) }
}

/** What a planned plant or field adds: on the network of the day; where that has nothing to add to, on today's. */
export function projectQuestions(context: StoryContext, today: CalendarDate): readonly Question[] {
  const { facts, atlas, network, start } = asReported(context)
  const atWork = hasBegun(facts) ? startOfWork(context) : null
  if (atWork !== null) return atWork
  const line = findLineTarget(facts, atlas, network)
  if (line !== null) return [draftLineProject({ facts, atlas, network, target: line, start })]
  const own = findProjectTarget(facts, atlas, network)
  if (own !== null)
    return [draftProject({ facts, atlas, network, target: own, start, isLaterNetwork: false })]
  const later = atlas.networkAt(today)
  const target = findProjectTarget(facts, atlas, later)
  if (target === null) return []
  return [draftProject({ facts, atlas, network: later, target, start, isLaterNetwork: true })]
}

import type { CalendarDate } from '../../core/time.ts'
import type { Question } from '../question.ts'
import type { StoryContext } from '../story-context.ts'
import { draftLineProject } from './draft-line-project.ts'
import { draftProject, findProjectTarget } from './draft-project.ts'
import { findLineTarget } from './project-lines.ts'

/** What a planned plant or field adds: on the network of the day; where that has nothing to add to, on today's. */
export function projectQuestions(
  { facts, atlas, network, start }: StoryContext,
  today: CalendarDate,
): readonly Question[] {
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

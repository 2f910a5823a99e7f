import type { Atlas } from '../atlas/atlas.ts'
import type { Network } from '../atlas/network.ts'
import type { Answered, ImpliedChange, ScenarioRun } from '../briefs/compose/answered.ts'
import type { Question } from '../scenarios/question.ts'

export function priceChange(
  _run: ScenarioRun,
  _of: { question: Question; network: Network; atlas: Atlas },
): ScenarioRun['priceChange'] {
  return null
}

export function impliedChange(_answered: Answered): ImpliedChange | null {
  return null
}

import type { ScenarioRun } from '../briefs/compose/answered.ts'
import type { Question } from '../scenarios/question.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import type { SolveResult } from '../solve/result.ts'
import type { Session } from '../solve/session.ts'

export interface ExplainInput {
  readonly session: Session
  readonly base: SolveResult
  readonly central: SolveResult
  readonly worst: SolveResult
  readonly scenario: Scenario
  readonly question: Question
}

export function explainRun(_input: ExplainInput): Pick<ScenarioRun, 'moved' | 'reasons'> {
  return { moved: [], reasons: [] }
}

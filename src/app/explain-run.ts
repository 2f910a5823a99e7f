import type { ScenarioRun } from '../briefs/compose/answered.ts'
import { movementSentences } from '../briefs/compose/movement-sentences.ts'
import { concreteShocks } from '../scenarios/concrete.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { differenceOfSolutions } from '../solve/answers/difference.ts'
import { bindingReasons } from '../solve/answers/reasons.ts'
import type { SolveResult } from '../solve/result.ts'
import type { Session } from '../solve/session.ts'

export interface ExplainInput {
  readonly session: Session
  readonly base: SolveResult
  readonly central: SolveResult
  /** The run at the end of the ranges that hurts most: its limits are the ones to explain. */
  readonly worst: SolveResult
  readonly scenario: Scenario
}

/** Movements that a person can take in. */
const MOST_MOVEMENTS = 6
const MOST_REASONS = 4

/** What moved, of the central run or of the worst where the central one moves nothing; and limits confirmed by solving again. */
export function explainRun(input: ExplainInput): Pick<ScenarioRun, 'moved' | 'reasons'> {
  const { session, base, central, worst, scenario } = input
  const inCentral = differenceOfSolutions(base, central)
  const isQuiet = inCentral.length === 0 && worst !== central
  const movements = isQuiet ? differenceOfSolutions(base, worst) : inCentral
  const shown = isQuiet ? worst : central
  const reasons = bindingReasons(session, concreteShocks(scenario, isQuiet ? 'low' : 'central'), shown, {
    beliefDays: scenario.belief_days,
    sharing: scenario.sharing ?? 'cooperative',
    tries: MOST_REASONS,
  })
  const prefix = isQuiet ? 'In the low case: ' : ''
  return {
    moved: movementSentences(movements, session.network)
      .slice(0, MOST_MOVEMENTS)
      .map((sentence) => `${prefix}${sentence}`),
    reasons: reasons
      .filter((reason) => reason.confirmed)
      .map(({ sentence, constraint }) => ({ sentence: `${prefix}${sentence}`, constraint })),
  }
}

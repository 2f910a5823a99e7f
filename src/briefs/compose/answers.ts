import { contractAnswer } from './answer-contract.ts'
import { demandAnswer } from './answer-demand.ts'
import { haltAnswer } from './answer-halt.ts'
import { increaseAnswer } from './answer-increase.ts'
import { outageAnswer } from './answer-outage.ts'
import type { Answer } from './answer-parts.ts'
import { projectAnswer } from './answer-project.ts'
import { restartAnswer } from './answer-restart.ts'
import { returnAnswer } from './answer-return.ts'
import { riseAnswer } from './answer-rise.ts'
import { sanctionAnswer } from './answer-sanction.ts'
import { stocksAnswer } from './answer-stocks.ts'
import { tradeAnswer } from './answer-trade.ts'
import { type Answered, mainRun } from './answered.ts'
import { stretchesOf } from './over-time.ts'

/** The plain sentence of a story, its range, how sure it is and why. */
export function answerOf(answered: Answered): Answer {
  const run = mainRun(answered)
  const stretch = run === null ? undefined : stretchesOf(run.base.periods)[0]
  if (run === null || stretch === undefined) return unanswered(`${answered.question.title}.`)
  switch (answered.question.kind) {
    case 'outage':
      return outageAnswer(answered, run, stretch)
    case 'increase':
      return increaseAnswer(answered, run)
    case 'return':
      return returnAnswer(answered)
    case 'sanction':
      return sanctionAnswer(answered, run)
    case 'project':
      return projectAnswer(answered, run)
    case 'trade':
      return tradeAnswer(answered) ?? unanswered(`${answered.question.title}.`)
    case 'halt':
      return haltAnswer(answered) ?? unanswered(`${answered.question.title}.`)
    case 'rise':
      return answered.question.contract === undefined
        ? riseAnswer(answered, run)
        : contractAnswer(answered, run, answered.question.contract)
    case 'demand':
      return demandAnswer(answered, run)
    case 'stocks':
      return stocksAnswer(answered, run)
    case 'restart':
      return restartAnswer(answered, run, stretch)
  }
}

/** For a story whose events raise nothing that the model computes. */
export function unanswered(told: string): Answer {
  return {
    sentence: `${told} Nothing in it is a change of supply that the model computes.`,
    low: null,
    central: null,
    high: null,
    unit: null,
    status: 'computed',
    confidence: 'No number is given; each event stands below with the reason why it is not computed.',
    because: [],
  }
}

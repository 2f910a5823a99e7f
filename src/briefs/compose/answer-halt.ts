import type { SolveResult } from '../../solve/result.ts'
import { type Answer, answerBecause, percent, shareRange } from './answer-parts.ts'
import { type Answered, type Band, mainRun, type ScenarioRun } from './answered.ts'
import { bandOf } from './over-time.ts'
import { haltDays, unservedShare } from './unserved-share.ts'

/** What a zone would miss if a supply across the border stopped, and what each measure covers; null without a run. */
export function haltAnswer(answered: Answered): Answer | null {
  const { question, runs } = answered
  const share = (run: ScenarioRun): Band => {
    const of = (result: SolveResult): number => unservedShare(answered, result)
    return bandOf(of(run.low), of(run.central), of(run.high))
  }
  const alone = runs.find((run) => run.scenario.id.endsWith('-alone')) ?? runs[0]
  const main = mainRun(answered) ?? alone
  if (alone === undefined || main === undefined) return null
  const without = share(alone)
  const withAll = share(main)
  const covers = runs
    .filter((run) => run !== alone && run !== main)
    .map((run) => ({
      name: run.scenario.title.replace(/^.*, with /u, ''),
      covered: without.central - share(run).central,
    }))
    .sort((a, b) => b.covered - a.covered)
  const best = covers
    .filter(({ covered }) => covered > 0.001)
    .map(({ name, covered }) => `${name} ${percent(covered)}`)
    .join(', ')
  const days = haltDays(answered)
  const stopped = days === undefined ? 'stopped' : `stopped for ${days} days`
  const when = days === undefined ? `over ${question.days} days` : 'in that time'
  return {
    sentence: `If the supply across the border ${stopped}, ${question.subjectName} would miss ${shareRange(without.low, without.high)} of its demand ${when}; with every emergency measure of the atlas at once ${shareRange(withAll.low, withAll.high)}.${best === '' ? '' : ` Of that demand each alone covers: ${best}.`}`,
    low: 100 * withAll.low,
    central: 100 * withAll.central,
    high: 100 * withAll.high,
    unit: '%',
    of: 'demand not served, with every measure',
    status: 'computed',
    confidence:
      'A what-if: the reports speak of keeping supplies up. The weakest part is the rate and length of each emergency measure, which few sources state.',
    because: answerBecause(answered, main),
  }
}

import type { Effect } from '../brief.ts'
import type { Answered, ScenarioRun } from './answered.ts'

/** How long it may last, at the worst end of what is believed, before somebody goes short: where the answer changes. */
export function lastingEffects({ question, network }: Answered, run: ScenarioRun): readonly Effect[] {
  const { lasting } = run
  if (lasting === null || lasting.breakEven.kind === 'never') return []
  const { breakEven } = lasting
  const first = network.demands.find(({ id }) => id === lasting.demand)
  const days = breakEven.kind === 'at' ? breakEven.holds : breakEven.until
  const what = question.kind === 'halt' ? 'the halt lasts' : 'it lasts'
  const sentence =
    breakEven.kind === 'always'
      ? `At the worst end of the range, nobody goes short even where ${what} ${days} days, the most that was computed.`
      : `At the worst end of the range, nobody goes short while ${what} at most ${days} ${days === 1 ? 'day' : 'days'}; where ${what} ${breakEven.breaks}, somebody does${first === undefined ? '' : `, first ${first.name}`}.`
  return [
    {
      measure: 'days before anyone goes short',
      zone: question.subject,
      carrier: question.carrier,
      period: `${run.base.periods.reduce((sum, period) => sum + period.days, 0)} days`,
      base: null,
      low: days,
      central: days,
      high: days,
      unit: 'day',
      status: 'computed',
      scenario: run.scenario.id,
      because: [
        ...(first === undefined ? [] : [first.rate.because]),
        ...run.scenario.shocks.flatMap(({ because }) => because),
      ],
      sentence,
    },
  ]
}

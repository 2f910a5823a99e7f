import { CorridorError } from '../core/errors.ts'
import { concreteShocks } from '../scenarios/concrete.ts'
import { allServed, durationBreakEven, sizeBreakEven } from '../solve/answers/break-even.ts'
import { withoutReturn } from '../solve/answers/lasting.ts'
import type { BreakEven } from '../solve/result.ts'
import { openNetwork } from './open-network.ts'
import type { Watched } from './progress.ts'
import { openScenario } from './scenario-files.ts'
import { runOptionsOf, scopedSession } from './scenario-session.ts'

export interface BreakEvenOptions {
  readonly network: string | undefined
  readonly scenario: string
  /** `duration` or `size`. */
  readonly field: string
  readonly progress: Watched
}

export interface BreakEvenAnswer {
  readonly schema_version: '1'
  readonly scenario: string
  readonly field: 'duration' | 'size'
  /** Days, or percent of the stated size. */
  readonly unit: 'day' | '%'
  readonly break_even: BreakEven
  readonly sentence: string
}

/** How long, or how large, a scenario may be before anyone it watches (or anyone at all) goes short. */
export async function findBreakEven(options: BreakEvenOptions): Promise<BreakEvenAnswer> {
  const { field, progress } = options
  if (field !== 'duration' && field !== 'size') {
    throw new CorridorError('option_invalid', `--break-even ${field}: write duration or size`)
  }
  const atlas = openNetwork(options.network)
  const scenario = openScenario(options.scenario, atlas)
  progress.say(`looking for the ${field} at which ${scenario.title} leaves someone short`)
  const session = await scopedSession(scenario, atlas, { shouldStop: () => progress.signal.aborted })
  try {
    const find = field === 'duration' ? durationBreakEven : sizeBreakEven
    const shocks = withoutReturn(concreteShocks(scenario, 'central'))
    const found = find(session, shocks, allServed(scenario.watch), runOptionsOf(scenario))
    const unit = field === 'duration' ? 'day' : '%'
    return {
      schema_version: '1',
      scenario: scenario.id,
      field,
      unit,
      break_even: found,
      sentence: sentenceOf(found, field, scenario.watch),
    }
  } finally {
    session.dispose()
  }
}

function sentenceOf(found: BreakEven, field: 'duration' | 'size', watch: readonly string[]): string {
  const who = watch.length === 0 ? 'all demand' : `demand at ${watch.join(', ')}`
  const amount = (value: number) =>
    field === 'duration' ? `${value} day${value === 1 ? '' : 's'}` : `${value} % of its stated size`
  const verb = field === 'duration' ? 'lasts' : 'is'
  switch (found.kind) {
    case 'at':
      return `With the central values, ${who} is served while it ${verb} at most ${amount(found.holds)}; at ${amount(found.breaks)} some goes short.`
    case 'always':
      return `With the central values, ${who} is served even where it ${verb} ${amount(found.until)}, the most that was tried.`
    case 'never':
      return `With the central values, some of ${who} goes short even where it ${verb} ${amount(found.from)}.`
  }
}

import { expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import type { SolveResult } from '../../solve/result.ts'
import { outageAnswer } from './answer-outage.ts'
import type { Answered, ScenarioRun } from './answered.ts'

const { atlas } = tinyAtlas(tinyTables)
const network = atlas.networkAt(calendarDate('2025-02-17'))

/** A month in which the trunk carries so much. */
function result(flow: number): SolveResult {
  const periods = [{ id: 'p', start: '2025-02-17', days: 28 }]
  return { periods, flow: new Map([['trunk-south', Float64Array.of(flow)]]) } as unknown as SolveResult
}

function answer(status: 'assumed' | 'estimated' | 'reported', told?: number) {
  const question = {
    kind: 'outage',
    carrier: 'crude',
    cause: 'damage',
    subject: 'assets/trunk',
    subjectName: 'Trunk',
    links: ['trunk-south'],
    plants: [],
    beliefs: [],
    because: [],
    ...(told === undefined ? {} : { toldFlow: { low: told, high: told, because: 'claim:r1/c2' } }),
  }
  const shock = { field: 'capacity', low: 0, central: 0.5, high: 0.8, unit: '1', status, because: [] }
  const scenario = { shocks: [shock], assumptions: [] }
  const run = { scenario, base: result(500), low: result(0), central: result(250), high: result(400) }
  const answered = { question, network, runs: [], fallProbability: null, atlas }
  const whole = { ...run, reasons: [], priceChange: null } as unknown as ScenarioRun
  const over = { from: 0, to: 28, label: 'first 28 days' }
  return outageAnswer(answered as unknown as Answered, whole, over)
}

it('rests a size on claims only where a claim gives it', () => {
  expect(answer('assumed').confidence).toMatch(/^No report states a size that is used/u)
  expect(answer('estimated').confidence).toMatch(/rests on what the reports claim/u)
  expect(answer('reported').confidence).toMatch(/^The reports say that it stops/u)
})

it('is out of the flow that the reports tell where the base has another', () => {
  // Of 500 in the base the middle case loses 250; the reports say that 1,000 flowed.
  expect(answer('reported', 1000)).toMatchObject({ low: 200, central: 500, high: 1000 })
  expect(answer('reported', 1000).sentence).toContain('the loss is out of that')
  // Near enough, or so far that it is of something else, the base stands.
  expect(answer('reported', 550)).toMatchObject({ low: 100, central: 250, high: 500 })
  expect(answer('reported', 9000)).toMatchObject({ central: 250 })
})

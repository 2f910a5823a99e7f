import { expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { createSession } from '../session.ts'
import { allServed, durationBreakEven } from './break-even.ts'
import { lastingOf } from './lasting.ts'

const highs = await solverForTests()
const start = calendarDate('2025-02-01')

function open(volume: number) {
  const network = networkFixture({
    links: [{ id: 'line', from: 'a:gas', to: 'b:gas', capacity: 100, flow: 100 }],
    supplies: [{ id: 'field', bus: 'a:gas', capacity: 100, output: 100 }],
    demands: [{ id: 'town', bus: 'b:gas', rate: 100 }],
    stores: [{ id: 'cave', bus: 'b:gas', volume, level: volume, injection: 0, withdrawal: 60 }],
  })
  return createSession(highs, network, { grid: 'brief', start, days: 28 })
}
const shock = (value: number) => ({
  asset: 'links/line',
  field: 'capacity' as const,
  value,
  unit: '1',
  from: start,
  to: null,
})

/** Nobody expects it to last: stocks are not held back. */
const soon = { beliefDays: 1 }

it('finds the days that a store bridges as halving does, with fewer solves', () => {
  // A quarter of 1,000 is drawn before the first step of demand is cut: 250 / 50 = 5 days.
  const session = open(1000)
  let solves = 0
  const counted = {
    ...session,
    solve: (...of: Parameters<typeof session.solve>) => {
      solves++
      return session.solve(...of)
    },
  }
  const shocks = [shock(0.5)]
  const found = lastingOf(counted, shocks, session.solve(shocks, soon), soon)
  expect(found).toEqual({ breakEven: { kind: 'at', holds: 5, breaks: 6 }, demand: 'town' })
  expect(solves).toBeLessThanOrEqual(2)
  expect(found?.breakEven).toEqual(durationBreakEven(session, shocks, allServed(), soon))
  session.dispose()
})

it('says always where the whole horizon is served, and never where the first day is short', () => {
  const session = open(10_000)
  expect(lastingOf(session, [shock(0.5)], session.solve([shock(0.5)], soon), soon)?.breakEven).toEqual({
    kind: 'always',
    until: 28,
  })
  expect(lastingOf(session, [shock(0.2)], session.solve([shock(0.2)], soon), soon)?.breakEven).toEqual({
    kind: 'never',
    from: 1,
  })
  session.dispose()
})

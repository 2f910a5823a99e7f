import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RestingPlan } from './resting-plan.ts'

const SIZE = 8
const values = fc.array(fc.constantFrom(0, 1, -2, Number.NaN), { minLength: SIZE, maxLength: SIZE })
const writes = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.constantFrom(0, 1, -2, Number.NaN)))

describe('a plan at rest', () => {
  it('names every column in which it differs from what it began as, whatever was written before', () => {
    fc.assert(
      fc.property(
        fc.array(values, { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(fc.nat(2), writes)),
        (given, turns) => {
          const plans = given.map((plan) => Float64Array.from(plan))
          const resting = new RestingPlan(SIZE)
          for (const [which, written] of turns) {
            const x = plans[which % plans.length] ?? new Float64Array(SIZE)
            resting.begin(x)
            expect([...resting.values]).toEqual([...x])
            for (const [column, value] of written) resting.set(column, value)
            const moved = [...resting.moved()]
            expect(moved.every((column, at) => at === 0 || column > (moved[at - 1] ?? 0))).toBe(true)
            for (let column = 0; column < SIZE; column++) {
              if (resting.values[column] === x[column]) expect(moved).not.toContain(column)
              else if (!Number.isNaN(x[column])) expect(moved).toContain(column)
            }
          }
        },
      ),
      { seed: 7 },
    )
  })
})

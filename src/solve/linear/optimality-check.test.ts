import { expect, it } from 'vitest'
import { solverForTests } from '../network/solver-fixture.ts'
import { assertOptimal, residuals } from './optimality-check.ts'
import { loadProgramme, type Optimum, run } from './optimise.ts'
import { ProgrammeBuilder, refuseTooLarge } from './programme.ts'

const highs = await solverForTests()

/** Minimise 2x + 3y with x + y ≥ 4 and 0 ≤ x ≤ 3: x = 3, y = 1, and the row is worth 3. */
function programme() {
  const builder = new ProgrammeBuilder()
  const row = builder.addRow(4, Number.POSITIVE_INFINITY)
  builder.addColumn(2, 0, 3)
  builder.entry(row, 1)
  builder.addColumn(3, 0, Number.POSITIVE_INFINITY)
  builder.entry(row, 1)
  return builder.finish()
}

function solved(): Optimum {
  const model = loadProgramme(highs, programme())
  try {
    return run(highs, model, { timeLimitSeconds: 10 })
  } finally {
    model.dispose()
  }
}

it('accepts an optimum', () => {
  const optimum = solved()
  expect([...optimum.x]).toEqual([3, 1])
  expect(assertOptimal(programme(), optimum)).toEqual({ primal: 0, dual: 0, complementarity: 0 })
})

it.each([
  ['a point outside a row', { x: Float64Array.of(3, 0.5) }, /primal/],
  ['a multiplier of the wrong sign', { rowDual: Float64Array.of(-1) }, /dual/],
  ['a multiplier on a slack limit', { x: Float64Array.of(3, 2) }, /complementarity/],
  ['a value that is no number', { x: Float64Array.of(Number.NaN, 1) }, /primal/],
])('refuses %s', (_, change, message) => {
  expect(() => assertOptimal(programme(), { ...solved(), ...change })).toThrow(message)
})

it('measures how far a point lies outside', () => {
  expect(residuals(programme(), { ...solved(), x: Float64Array.of(3.25, 1) }).primal).toBeCloseTo(0.25, 12)
})

it('refuses a programme too large for memory, with its size', () => {
  expect(() => refuseTooLarge(10_000_000)).toThrow(/10000000 columns and take about 9.0 GB/)
})

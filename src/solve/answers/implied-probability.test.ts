import { expect, it } from 'vitest'
import { impliedProbabilityChange } from './implied-probability.ts'

it('divides the observed move by the full one', () => {
  // -4.5 % where the whole event would mean -30 %, from one in ten: 0.045 (1 - 0.03) / 0.30 = 0.1455.
  const found = impliedProbabilityChange({ observedMove: -4.5, modelledFull: [-30, -30], prior: 0.1 })
  expect(found.kind).toBe('interval')
  expect(found.kind === 'interval' && found.low).toBeCloseTo(0.1455, 10)
})

it('gives the ends of all ranges', () => {
  const found = impliedProbabilityChange({ observedMove: [-5, -4], modelledFull: [-40, -20], prior: 0.5 })
  expect(found).toMatchObject({ kind: 'interval' })
  if (found.kind !== 'interval') return
  expect(found.low).toBeCloseTo((0.04 * (1 - 0.2)) / 0.4, 10)
  expect(found.high).toBeCloseTo((0.05 * (1 - 0.1)) / 0.2, 10)
})

it.each([
  ['the modelled range holds zero', { observedMove: -4.5, modelledFull: [-10, 2], prior: 0.1 }],
  ['the move exceeds the full effect', { observedMove: -30, modelledFull: [-10, -5], prior: 0.1 }],
  ['the market moved the other way', { observedMove: 3, modelledFull: [-30, -10], prior: 0.1 }],
  ['the control covers the whole move', { observedMove: [-5, 1], modelledFull: [-30, -10], prior: 0.1 }],
] as const)('is not identified where %s', (_, of) => {
  expect(impliedProbabilityChange(of).kind).toBe('not_identified')
})

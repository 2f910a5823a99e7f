import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { solveMaxFlow } from './solve-max-flow.ts'

const highs = await solverForTests()
const solve = (text: string) =>
  solveMaxFlow(highs, { file: 'paper.tsv', text, day: calendarDate('2026-01-01') }, { timeLimitSeconds: 60 })
const nodes = 'n\twell\tsource\tNO\nn\tpass\tsource\tDE\nn\tknot\ttransit\tDE\nn\ttown\tsink\tDE\n'

describe('the maximum flow of a grid', () => {
  it('is the smallest cut; a source that a pipe leads into has no gas of its own', () => {
    const solution = solve(`${nodes}e\twell\tpass\t7\ne\twell\tknot\t5\ne\tpass\ttown\t9\ne\tknot\ttown\t3\n`)
    expect(solution.objective).toBeCloseTo(10, 9)
    expect(solution.supplies).toEqual([{ supply: 'well', period: '1', value: 10, unit: 'mcm/d' }])
    expect(solution.binding.map((row) => [row.constraint, row.dual])).toEqual([
      ['limit:well>pass', 1],
      ['limit:knot>town', 1],
    ])
  })

  it('is unbounded where a way has no limit', () => {
    expect(solve(`${nodes}e\twell\ttown\tinf\n`).status).toBe('unbounded')
  })

  it.each([
    [`${nodes}e\twell\tmoon\t3\n`, 'line 5: "moon" is no node above'],
    [`${nodes}e\twell\ttown\t-3\n`, 'the capacity is "-3"'],
    [`${nodes}n\twell\tsink\tNO\n`, 'node "well" stands twice'],
    ['n\twell\tspring\tNO\n', '"spring" is no kind of node'],
    [nodes, 'no edges'],
    ['well,town,3\n', 'begins with neither n nor e'],
  ])('%j is one message', (text, message) => {
    expect(() => solve(text)).toThrow(message)
  })
})

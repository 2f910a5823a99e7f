import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { solveMinCostFlow } from './solve-min-cost-flow.ts'

const highs = await solverForTests()
const solve = (text: string) =>
  solveMinCostFlow(
    highs,
    { file: 'paper.min', text, day: calendarDate('2026-01-01') },
    { timeLimitSeconds: 60 },
  )

/** Node 1 gives 10, node 3 takes 10; straight at cost 5 up to 4, or over node 2 at 1 + 2, twice. */
const paper = `c on paper
p min 3 4
n 1 10
n 3 -10
a 1 3 0 20 5
a 1 2 0 6 1
a 2 3 0 4 2
a 2 3 1 9 3
`

describe('a minimum-cost flow', () => {
  it('takes the cheapest arcs first and keeps least flows', () => {
    // Six over node 2 (four at 3, two at 4), four straight at 5: 12 + 8 + 20.
    const solution = solve(paper)
    expect(solution.objective).toBeCloseTo(40, 9)
    expect(solution.flows.map((row) => [row.link, row.value])).toEqual([
      ['1-3', 4],
      ['1-2', 6],
      ['2-3', 4],
      ['2-3#2', 2],
    ])
    const price = (zone: string) => solution.prices.find((row) => row.zone === zone)?.value ?? Number.NaN
    expect(price('3') - price('1')).toBeCloseTo(5, 9)
  })

  it('says which limits conflict, and the least that would have to give way', () => {
    const solution = solve('p min 2 1\nn 1 5\nn 2 -5\na 1 2 0 4 1\n')
    expect(solution.status).toBe('infeasible')
    expect(solution.conflict.map((row) => row.constraint)).toContain('arc-limit:1-2')
    expect(solution.relaxation?.map((row) => row.sentence)).toEqual([
      'Loosened by 1: Arc 1-2 stays between its least and greatest flow.',
    ])
    // Six are given and five taken: one is too much, wherever.
    const unbalanced = solve('p min 2 1\nn 1 6\nn 2 -5\na 1 2 0 9 1\n')
    expect(unbalanced.relaxation?.map((row) => row.amount)).toEqual([expect.closeTo(1, 9)])
  })

  it('takes least flows, arcs that earn, arcs without limit and several sources', () => {
    // 3 must pass 1-2 at 4; the rest goes 1-3 at 1; the arc from 3 to 4 earns 2 a unit and has no limit.
    const solution = solve(
      'c two sources\np min 4 5\nn 1 5\nn 2 2\nn 4 -7\na 1 2 3 9 4\na 1 3 0 9 1\na 2 3 0 9 0\na 3 4 0 -1 -2\na 3 4 0 1 -5\n',
    )
    expect(solution.objective).toBe(3 * 4 + 2 * 1 - 6 * 2 - 5)
  })

  it.each([
    ['p max 3 4\n', 'line 1: "p max 3 4" is no minimum-cost flow'],
    ['n 1 5\n', 'stands before the line'],
    ['p min 2 1\na 1 9 0 4 1\n', 'line 2: node 9 is not between 1 and 2'],
    ['p min 2 1\na 1 2 0 4\n', 'an arc needs'],
    ['p min 2 1\na 1 2 7 4 1\n', 'the least flow 7 is above the greatest 4'],
    ['p min 2 1\np min 2 1\n', 'a second line "p"'],
    ['p min 2 3\na 1 2 0 4 1\n', '1 arcs where 3 are announced'],
    ['p min 9000000 9000000\n', 'columns and take about'],
    ['p min 2 1\nx 1\n', '"x" begins no line'],
    ['c nothing\n', 'no line "p min NODES ARCS"'],
  ])('%j is one message', (text, message) => {
    expect(() => solve(text)).toThrow(message)
  })
})

import { describe, expect, it } from 'vitest'
import { solverForTests } from '../network/solver-fixture.ts'
import type { Solution } from '../solution.ts'
import { pypsaFixture } from './pypsa-fixture.ts'
import { solvePypsa } from './solve-pypsa.ts'

/* One bus; coal at 10 that runs between half of its 100 MW and all of it, or not at all; gas at 100. */

const highs = await solverForTests()

function solve(
  loads: readonly number[],
  columns = '',
  values = '',
  more: Record<string, string> = {},
): Solution {
  const times = loads.map((_, at) => `2030-01-01 0${at}:00`)
  const separated = (text: string) => (text === '' ? '' : `,${text}`)
  return solvePypsa(
    highs,
    pypsaFixture({
      'snapshots.csv': `snapshot\n${times.join('\n')}\n`,
      'buses.csv': 'name,carrier\nB,AC\n',
      'loads.csv': 'name,bus\ntown,B\n',
      'loads-p_set.csv': `snapshot,town\n${times.map((time, at) => `${time},${loads[at]}`).join('\n')}\n`,
      'generators.csv': `name,bus,p_nom,p_min_pu,marginal_cost,committable${separated(columns)}\ncoal,B,100,0.5,10,True${separated(values)}\ngas,B,200,0,100,False${','.repeat(columns === '' ? 0 : columns.split(',').length)}\n`,
      ...more,
    }),
    { timeLimitSeconds: 60 },
  )
}
const output = (solution: Solution, supply: string, at = 0) =>
  solution.supplies.filter((row) => row.supply === supply)[at]?.value

describe('units that run as a whole or not at all', () => {
  it('pays for each start and stop, from what ran before', () => {
    // Coal stops, starts and stops again: 20 and 20 MW of gas, 60 of coal, 100 + 500 + 100.
    const solution = solve([20, 60, 20], 'start_up_cost,shut_down_cost', '500,100')
    expect(solution.objective).toBeCloseTo(4_000 + 600 + 700, 6)
    // Had it stood still before, the first stop costs nothing.
    const still = solve([20, 60, 20], 'start_up_cost,shut_down_cost,up_time_before', '500,100,0')
    expect(still.objective).toBeCloseTo(4_000 + 600 + 600, 6)
  })

  it('runs on where standing by costs less than gas, at a cost an hour', () => {
    const hours = 'snapshot,objective,stores,generators\n2030-01-01 00:00,4,1,1\n'
    const solution = solve([60], 'stand_by_cost', '7', { 'snapshots.csv': hours })
    expect(solution.objective).toBeCloseTo((60 * 10 + 7) * 4, 6)
    expect(solve([60], 'stand_by_cost', '7000').objective).toBeCloseTo(6_000, 6)
  })

  it('stands still for its least time down', () => {
    expect(solve([60, 20, 60]).objective).toBeCloseTo(600 + 2_000 + 600, 6)
    // Off in the second snapshot means off in the third.
    expect(solve([60, 20, 60], 'min_down_time', '2').objective).toBeCloseTo(600 + 2_000 + 6_000, 6)
    // One snapshot down before leaves two to go of three.
    const before = solve([60, 60, 60], 'min_down_time,up_time_before,down_time_before', '3,0,1')
    expect(before.objective).toBeCloseTo(6_000 + 6_000 + 600, 6)
  })

  it('runs for its least time up', () => {
    // It cannot start, since it would have to run on at 20 MW.
    const solution = solve([60, 60, 20], 'min_up_time,up_time_before', '3,0')
    expect(solution.objective).toBeCloseTo(14_000, 6)
    expect(solve([60, 60, 20], 'min_up_time,up_time_before', '2,0').objective).toBeCloseTo(3_200, 6)
    // Up for one snapshot of two before: it must run in the first, where 20 MW are too few.
    expect(solve([20, 60], 'min_up_time,up_time_before', '2,1').status).toBe('infeasible')
  })

  it('starts and rises only as fast as its ramps allow', () => {
    // From standstill at most 60 MW, then 20 more: 60 + 80 of coal.
    const solution = solve([90, 90], 'ramp_limit_up,ramp_limit_start_up,up_time_before', '0.2,0.6,0')
    expect(output(solution, 'coal', 0)).toBeCloseTo(60, 6)
    expect(output(solution, 'coal', 1)).toBeCloseTo(80, 6)
    // Older versions leave the first snapshot free; between 1.1 and 1.3 it is not known.
    const at = (version: string) =>
      solve([90, 90], 'ramp_limit_up,ramp_limit_start_up,up_time_before', '0.2,0.6,0', {
        'network.csv': `name,pypsa_version\nx,${version}\n`,
      })
    expect(at('0.34.0').objective).toBeCloseTo(1_800, 6)
    expect(() => at('1.1.2')).toThrow(/differs between versions 1.1 and 1.3/u)
    // Stopping from at most 50 MW: the first 90 MW are 50 of coal, since it stops in the second.
    const stopping = solve([90, 20], 'ramp_limit_shut_down', '0.5')
    expect(stopping.objective).toBeCloseTo(500 + 4_000 + 2_000, 6)
  })

  it('counts modules that run', () => {
    // One of four modules of 25 MW, at least half of it each: 30 MW are two modules at 15.
    expect(solve([30], 'p_nom_mod', '25').objective).toBeCloseTo(300, 6)
    // At 90 percent at least, two would give 45: one gives 25, gas 5.
    const solution = solve([30], 'p_nom_mod', '25', {
      'generators.csv':
        'name,bus,p_nom,p_min_pu,marginal_cost,committable,p_nom_mod\ncoal,B,100,0.9,10,True,25\ngas,B,200,0,100,False,0\n',
    })
    expect(solution.objective).toBeCloseTo(250 + 500, 6)
  })

  it('builds whole modules, each running as a whole', () => {
    // 90 MW: two modules of 40 MW at 200 each save 90 an hour a MW; a third would save 10 MW and cannot run at half.
    const solution = solve([90], '', '', {
      'generators.csv':
        'name,bus,p_nom,p_min_pu,marginal_cost,committable,p_nom_mod,p_nom_extendable,capital_cost\ncoal,B,0,0.9,10,True,40,True,5\ngas,B,200,0,100,False,0,False,0\n',
    })
    expect(solution.objective).toBeCloseTo(80 * 5 + 80 * 10 + 10 * 100, 6)
    expect(solution.capacities).toEqual([{ asset: 'coal', value: expect.closeTo(80, 6), unit: 'MW' }])
  })

  it('commits links too', () => {
    const solution = solve([30], '', '', {
      'buses.csv': 'name,carrier\nA,AC\nB,AC\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost\ncoal,A,100,10\ngas,B,100,100\n',
      'links.csv': 'name,bus0,bus1,p_nom,p_min_pu,committable\ncable,A,B,100,0.5,True\n',
    })
    expect(solution.objective).toBeCloseTo(3_000, 6)
  })

  it('prices with what runs as it runs', () => {
    const solution = solve([60], 'start_up_cost,up_time_before', '100,0')
    expect(solution.objective).toBeCloseTo(700, 6)
    expect(solution.prices[0]?.value).toBeCloseTo(10, 6)
  })

  it('says where only parts of units would do', () => {
    const solution = solve([30], '', '', {
      'generators.csv': 'name,bus,p_nom,p_min_pu,marginal_cost,committable\ncoal,B,100,0.5,10,True\n',
    })
    expect(solution.status).toBe('infeasible')
    expect(solution.conflict.map((one) => one.constraint)).toEqual(['whole-numbers'])
    // Too little in any case: the usual smallest set.
    const short = solve([130], '', '', {
      'generators.csv': 'name,bus,p_nom,p_min_pu,marginal_cost,committable\ncoal,B,100,0.5,10,True\n',
    })
    expect(short.conflict.map((one) => one.constraint)).toContain('bus-balance:B')
    expect(short.relaxation?.length).toBeGreaterThan(0)
  })
})

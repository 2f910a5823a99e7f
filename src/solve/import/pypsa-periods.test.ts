import { describe, expect, it } from 'vitest'
import type { CorridorError } from '../../core/errors.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import type { Solution } from '../solution.ts'
import { solvePypsa } from './solve-pypsa.ts'

/* Two investment periods of one or two hours; every answer is worked by hand. */

const highs = await solverForTests()
const base = {
  'snapshots.csv': ',period,timestep\n0,2030,2013-01-01 00:00:00\n1,2040,2013-01-01 00:00:00\n',
  'investment_periods.csv': 'period,objective,years\n2030,2,10\n2040,3,5\n',
  'buses.csv': 'name,carrier\nB,AC\n',
  'loads.csv': 'name,bus,p_set\ntown,B,10\n',
}
const solve = (files: Readonly<Record<string, string>>): Solution =>
  solvePypsa(highs, new Map(Object.entries({ ...base, ...files })), { timeLimitSeconds: 60 })
const refusal = (files: Readonly<Record<string, string>>): CorridorError => {
  try {
    solve(files)
  } catch (error) {
    return error as CorridorError
  }
  throw new Error('nothing was refused')
}
const version = (text: string): Record<string, string> =>
  text === '' ? {} : { 'network.csv': `name,pypsa_version\nx,${text}\n` }

describe('a PyPSA folder with investment periods', () => {
  it('counts costs by the weighting of the period, and only what stands in it', () => {
    // 2030: 10 from the old plant at 10, twice. 2040: it is gone, and 10 are built at 5 and run at 1, three times.
    const solution = solve({
      'generators.csv':
        'name,bus,p_nom,p_nom_extendable,capital_cost,marginal_cost,build_year,lifetime\nold,B,12,False,0,10,2005,35\nnew,B,0,True,5,1,2040,20\ndear,B,100,False,0,50,0,inf\n',
    })
    expect(solution.objective).toBeCloseTo(2 * 100 + 3 * 60, 6)
    expect(solution.capacities).toEqual([{ asset: 'new', value: expect.closeTo(10, 6), unit: 'MW' }])
    expect(solution.supplies.filter(({ supply }) => supply !== 'dear')).toMatchObject([
      { supply: 'old', period: '2030 2013-01-01 00:00:00', value: expect.closeTo(10, 6) },
      { supply: 'new', period: '2040 2013-01-01 00:00:00', value: expect.closeTo(10, 6) },
    ])
    // One more in 2030 comes from the old plant; in 2040 it is built: prices are without the weighting of the period.
    expect(solution.prices.map(({ value }) => value)).toEqual([expect.closeTo(10, 6), expect.closeTo(6, 6)])
  })

  it.each([
    ['', 0, 600],
    ['1.3.0', 0, 600],
    ['1.2.0', 20, 580],
  ])('tells the cost of what stands apart as version "%s" does', (stated, constant, objective) => {
    // Of 30 MW at 4, five stand already: 5 · 4 · (2 + 3) = 100 would be the constant; here 1 of them.
    const solution = solve({
      ...version(stated),
      'generators.csv':
        'name,bus,p_nom,p_nom_extendable,p_nom_min,capital_cost,marginal_cost\nplant,B,1,True,30,4,0\n',
    })
    expect(solution.objective_constant).toBeCloseTo(constant, 6)
    expect(solution.objective).toBeCloseTo(objective, 6)
  })

  it.each([
    ['runs through the periods', '', 'False,False', 200 + 3 * 500],
    ['opens each period at its initial level', '', 'False,True', 200 + 300],
    ['closes each period on itself', '', 'True,False', 5 * 500],
    ['closes rather than opens where both are told', '', 'True,True', 5 * 500],
    ['opened each period before version 1.0, whatever was told', '0.35.2', ',False', 200 + 300],
    ['ran through the periods before version 1.0 where both were denied', '0.35.2', 'False,False', 1700],
  ])('a store %s', (_, stated, flags, cost) => {
    // It holds 8 at first; what it does not give of the 10 comes at 50.
    const solution = solve({
      ...version(stated),
      'generators.csv': 'name,bus,p_nom,marginal_cost\ndear,B,100,50\n',
      'stores.csv': `name,bus,e_nom,e_initial,e_cyclic_per_period,e_initial_per_period\ntank,B,8,8,${flags}\n`,
    })
    // Over both periods the 8 are worth most in 2040, where they count three times.
    const kept = cost === 1700 ? 2 * 500 + 3 * 100 : cost
    expect(solution.objective).toBeCloseTo(kept, 6)
  })

  it('limits over all periods count years, limits of one period that period', () => {
    const files = (row: string) => ({
      'carriers.csv': 'name,co2_emissions\ngas,0.5\n',
      'generators.csv': 'name,bus,carrier,p_nom,marginal_cost\ngas,B,gas,100,10\ndear,B,oil,100,50\n',
      'global_constraints.csv': `name,type,investment_period,carrier_attribute,sense,constant\ncap,${row}\n`,
    })
    // 0.5 · (10 x + 5 y) ≤ 40 with x worth 2 and y worth 3 each: y = 10 takes 25, x = 3 the other 15.
    const all = solve(files('primary_energy,,co2_emissions,<=,40'))
    expect(all.objective).toBeCloseTo(2 * (30 + 350) + 3 * 100, 6)
    // 0.5 · 5 y ≤ 10: y = 4.
    const one = solve(files('primary_energy,2040,co2_emissions,<=,10'))
    expect(one.objective).toBeCloseTo(2 * 100 + 3 * (40 + 300), 6)
    // 10 x ≤ 50: x = 5.
    const energy = solve(files('operational_limit,2030.0,gas,<=,50'))
    expect(energy.objective).toBeCloseTo(2 * (50 + 250) + 3 * 100, 6)
  })

  it('limits what is built by the period in which it stands', () => {
    const files = (more: Record<string, string>) => ({
      'carriers.csv': 'name,max_growth\nwind,inf\n',
      'generators.csv':
        'name,bus,carrier,p_nom,p_nom_extendable,capital_cost,marginal_cost,build_year\nearly,B,wind,0,True,1,0,2030\nlate,B,wind,0,True,0.5,0,2040\ndear,B,oil,100,False,0,50,0\n',
      ...more,
    })
    const built = (solution: Solution) =>
      solution.capacities.map(({ value }) => Math.round(value * 1e6) / 1e6)
    const limit = (row: string) =>
      files({
        'global_constraints.csv': `name,type,investment_period,carrier_attribute,sense,constant\ncap,tech_capacity_expansion_limit,${row}\n`,
      })
    // Without a limit the early ten last for both periods. In 2030 only the early ones stand; six leave four to build.
    expect(built(solve(limit('2030,wind,<=,6')))).toEqual([6, 4])
    expect(built(solve(limit(',wind,<=,6')))).toEqual([6, 0])
    expect(built(solve(files({ 'buses.csv': 'name,carrier,nom_max_wind_2030\nB,AC,6\n' })))).toEqual([6, 4])
    // Three a period; with half of what came before on top, 3 and 4.5.
    expect(built(solve(files({ 'carriers.csv': 'name,max_growth\nwind,3\n' })))).toEqual([3, 3])
    expect(
      built(solve(files({ 'carriers.csv': 'name,max_growth,max_relative_growth\nwind,3,0.5\n' }))),
    ).toEqual([3, 4.5])
  })

  it('divides flows among the lines that stand', () => {
    // Alone the first line carries 10. From 2040 the second, of half the reactance, takes two thirds.
    const solution = solve({
      'buses.csv': 'name,carrier\nA,AC\nB,AC\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost\nplant,A,100,1\n',
      'lines.csv': 'name,bus0,bus1,x,s_nom,build_year\nfirst,A,B,2,50,2000\nsecond,A,B,1,50,2040\n',
    })
    expect(solution.flows.map(({ link, value }) => [link, Math.round(value * 1e6) / 1e6])).toEqual([
      ['first', 10],
      ['first', 3.333333],
      ['second', 6.666667],
    ])
  })

  it('takes what a transmission limit counts from each period in which a line stands', () => {
    // 1 · 2 (2030) + 1 · 3 (2040) a MW: 40 pays for 8.
    const solution = solve({
      'buses.csv': 'name,carrier\nA,AC\nB,AC\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost\nplant,A,100,1\ndear,B,100,50\n',
      'lines.csv': 'name,bus0,bus1,x,s_nom_extendable,capital_cost\nwire,A,B,2,True,1\n',
      'global_constraints.csv':
        'name,type,carrier_attribute,sense,constant\ncap,transmission_expansion_cost_limit,AC,<=,40\n',
    })
    expect(solution.capacities[0]?.value).toBeCloseTo(8, 6)
  })

  it('leaves the first snapshot of a period free of ramps, and keeps delays within a period', () => {
    const hours =
      ',period,timestep\n0,2030,2013-01-01 00:00\n1,2030,2013-01-01 01:00\n2,2040,2013-01-01 00:00\n3,2040,2013-01-01 01:00\n'
    // A rise of one an hour: from 2 to 3 and, in a new period, from 8 to 9.
    const ramped = solve({
      'snapshots.csv': hours,
      'loads-p_set.csv': ',town\n0,2\n1,9\n2,8\n3,9\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost,ramp_limit_up\nslow,B,10,1,0.1\ndear,B,100,50,\n',
    })
    expect(ramped.supplies.filter(({ supply }) => supply === 'slow').map(({ value }) => value)).toEqual(
      [2, 3, 8, 9].map((value) => expect.closeTo(value, 6)),
    )
    // What goes in during the last hour of 2030 would come in the first of 2040: it comes in the first of 2030.
    const late = solve({
      'snapshots.csv': hours,
      'buses.csv': 'name,carrier\nA,AC\nB,AC\n',
      'loads-p_set.csv': ',town\n0,5\n1,0\n2,0\n3,7\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost\nplant,A,100,1\n',
      'links.csv': 'name,bus0,bus1,p_nom,delay\npipe,A,B,50,1\n',
      'network.csv': 'name,pypsa_version\nx,1.3.0\n',
    })
    expect(late.flows.map(({ value }) => value)).toEqual(
      [0, 5, 7, 0].map((value) => expect.closeTo(value, 6)),
    )
  })

  it('finds rows of a series by period and time where the file names them', () => {
    const solution = solve({
      'generators.csv': 'name,bus,p_nom,marginal_cost\nplant,B,100,1\n',
      'loads-p_set.csv': 'period,timestep,town\n2040,2013-01-01 00:00:00,7\n2030,2013-01-01 00:00:00,4\n',
    })
    expect(solution.supplies.map(({ value }) => value)).toEqual([expect.closeTo(4, 6), expect.closeTo(7, 6)])
  })

  const plant = { 'generators.csv': 'name,bus,carrier,p_nom,marginal_cost\nplant,B,gas,100,1\n' }
  it.each([
    [
      { 'generators.csv': 'name,bus,p_nom,committable\nplant,B,100,True\n' },
      'network_unsupported',
      'row "plant": committable = True is not supported with investment periods',
    ],
    [
      {
        ...version('1.1.0'),
        'generators.csv': 'name,bus,p_nom,ramp_limit_up\nplant,B,100,0.5\n',
      },
      'network_unsupported',
      'row "plant": whether ramp_limit_up holds from one investment period to the next',
    ],
    [
      {
        ...plant,
        'stores.csv': 'name,bus,carrier,e_nom\ntank,B,gas,5\n',
        'global_constraints.csv':
          'name,type,carrier_attribute,sense,constant\ncap,operational_limit,gas,<=,900\n',
      },
      'network_unsupported',
      'row "tank": it runs through investment periods of several years',
    ],
    [
      {
        'snapshots.csv': ',period,timestep,objective\n0,2030,a,1\n1,2040,a,2\n',
        'generators.csv':
          'name,bus,p_nom_extendable,overnight_cost,discount_rate,lifetime\nplant,B,True,9,0.1,50\n',
      },
      'network_invalid',
      'row "plant": overnight_cost with investment periods of unequal hours',
    ],
    [
      {
        ...plant,
        'global_constraints.csv':
          'name,type,investment_period,carrier_attribute,sense,constant\ncap,operational_limit,2035,gas,<=,9\n',
      },
      'network_invalid',
      'row "cap": investment_period is 2035, which snapshots.csv does not hold',
    ],
    [
      { 'snapshots.csv': ',period,timestep\n0,2040,a\n1,2030,a\n' },
      'network_invalid',
      'row 2: the period 2030',
    ],
    [{ 'snapshots.csv': ',period,timestep\n0,soon,a\n' }, 'network_invalid', 'row 1: the period "soon"'],
    [
      { 'investment_periods.csv': 'period,objective\n2030,1\n' },
      'network_invalid',
      'investment_periods.csv: no row for the period 2040',
    ],
    [
      { 'investment_periods.csv': 'period,objective\n2030,1\n2040,-1\n' },
      'network_invalid',
      'investment_periods.csv, row "2040": the weighting objective is "-1"',
    ],
    [{ 'snapshots.csv': 'snapshot\na\nb\n' }, 'network_invalid', 'snapshots.csv: no column "period"'],
  ])('%o is one message with row and mend', (files, code, message) => {
    const found = refusal(files as Record<string, string>)
    expect(found.code).toBe(code)
    expect(found.message).toContain(message)
  })
})

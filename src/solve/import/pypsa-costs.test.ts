import { describe, expect, it } from 'vitest'
import { solverForTests } from '../network/solver-fixture.ts'
import type { Solution } from '../solution.ts'
import { pypsaFixture } from './pypsa-fixture.ts'
import { solvePypsa } from './solve-pypsa.ts'

/* Costs of operation and of capacity; every answer is worked by hand. The fixture has 5 hours: a 2 and a 3 h snapshot. */

const highs = await solverForTests()
const solve = (files: Readonly<Record<string, string>>): Solution =>
  solvePypsa(highs, pypsaFixture(files), { timeLimitSeconds: 60 })
const output = (solution: Solution, supply: string) =>
  solution.supplies.find((row) => row.supply === supply)?.value
const capacity = (solution: Solution, asset: string) =>
  solution.capacities.find((row) => row.asset === asset)?.value
const cable = { 'links.csv': 'name,bus0,bus1,p_nom\ncable,A,B,90\n' }

describe('costs of PyPSA', () => {
  it('rise with the square of output', () => {
    // 10 + 0.2 p = 5 + 0.4 q with p + q = 90: p = 155/3, q = 115/3.
    const solution = solve({
      ...cable,
      'generators.csv':
        'name,bus,p_nom,marginal_cost,marginal_cost_quadratic\ncheap,A,100,10,0.1\ndear,B,100,5,0.2\n',
    })
    const [p, q] = [155 / 3, 115 / 3]
    expect(solution.objective).toBeCloseTo((10 * p + 0.1 * p * p + 5 * q + 0.2 * q * q) * 5, 4)
    expect(output(solution, 'cheap')).toBeCloseTo(p, 2)
    expect(solution.prices[0]?.value).toBeCloseTo(10 + 0.2 * p, 2)
  })

  it('rise with the square over snapshots, of links, and of what may be built', () => {
    // 0.5 x² over the cable: 10 + x = 50 at 40 MW. In the second snapshot x² / 8: 90 MW at 10 + 22.5 < 50.
    const link = solve({
      'links.csv': 'name,bus0,bus1,p_nom_extendable,p_nom\ncable,A,B,True,0\n',
      'links-marginal_cost_quadratic.csv': 'snapshot,cable\n2030-01-01 00:00,0.5\n2030-01-01 02:00,0.125\n',
    })
    const [first, second] = [400 + 800 + 2_500, 900 + 0.125 * 8_100]
    expect(link.objective).toBeCloseTo(first * 2 + second * 3, 4)
  })

  it('rise with the square of what a store or a storage unit gives, and of what a store takes', () => {
    // Nothing but 6 MWh from the start; p for 2 h and q for 3 h with 2 p + 3 q = 6 at 2 p² + 3 q²: equal, 1.2 MW.
    const files = (table: string, text: string) => ({
      'buses.csv': 'name,carrier\nB,AC\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost\ndear,B,100,50\n',
      [table]: text,
    })
    const unit = solve(
      files(
        'storage_units.csv',
        'name,bus,p_nom,max_hours,state_of_charge_initial,marginal_cost_quadratic\ndam,B,10,10,6,1\n',
      ),
    )
    expect(unit.objective).toBeCloseTo((450 - 6) * 50 + 5 * 1.44, 4)
    const store = solve(
      files('stores.csv', 'name,bus,e_nom,e_initial,marginal_cost_quadratic\ntank,B,10,6,1\n'),
    )
    expect(store.objective).toBeCloseTo((450 - 6) * 50 + 5 * 1.44, 4)
  })

  it('annuitise what is paid overnight, over the hours of the horizon', () => {
    const one = (columns: string, values: string) =>
      solve({
        'snapshots.csv': 'snapshot,objective,stores,generators\n2030-01-01,4380,1,1\n',
        'buses.csv': 'name,carrier\nB,AC\n',
        'generators.csv': `name,bus,p_nom_extendable,p_nom,${columns}\nplant,B,True,10,${values}\n`,
      })
    const paid = (solution: Solution) => (solution.objective ?? Number.NaN) + solution.objective_constant
    // Half a year: 1000 / 20 / 2 and 3 of upkeep a MW; capital_cost gives way.
    const free = one('overnight_cost,discount_rate,lifetime,fom_cost,capital_cost', '1000,0,20,3,999')
    expect(paid(free)).toBeCloseTo(90 * 28, 6)
    expect(free.objective_constant).toBeCloseTo(280, 6)
    // 0.07 / (1 − 1.07⁻²) = 0.553092 a year.
    const rate = 0.07 / (1 - 1 / 1.07 ** 2)
    expect(paid(one('overnight_cost,discount_rate,lifetime', '1000,0.07,2'))).toBeCloseTo(90 * 500 * rate, 6)
    expect(paid(one('overnight_cost,discount_rate,lifetime', '1000,0.07,inf'))).toBeCloseTo(90 * 35, 6)
    expect(paid(one('overnight_cost,capital_cost,fom_cost', ',4,1'))).toBeCloseTo(90 * 5, 6)
  })

  it('buy whole modules of lines, stores and the rest', () => {
    // A MW of line costs 100 and saves 200: three modules of 25 and no fourth, which would save 15 · 200 for 2500.
    const of = (size: number) =>
      solve({
        'lines.csv': `name,bus0,bus1,x,s_nom_extendable,s_nom_mod,capital_cost\nline,A,B,1,True,${size},130\n`,
      })
    expect(capacity(of(25), 'line')).toBeCloseTo(75, 6)
    expect(capacity(of(20), 'line')).toBeCloseTo(80, 6)
    expect(of(25).objective).toBeCloseTo(75 * 130 + (75 * 10 + 15 * 50) * 5, 6)
    const store = solve({
      'stores.csv': 'name,bus,e_nom_extendable,e_nom_mod,e_nom_min,capital_cost\ntank,B,True,7,8,1\n',
    })
    expect(capacity(store, 'tank')).toBeCloseTo(14, 6)
  })

  it('limit by bus what may be built of a carrier', () => {
    const built = (column: string, value: string) =>
      solve({
        'carriers.csv': 'name\ngas\nwind\n',
        'buses.csv': `name,carrier,${column}\nA,AC,\nB,AC,${value}\n`,
        'generators.csv':
          'name,bus,carrier,p_nom,p_nom_extendable,capital_cost,marginal_cost\nmill,B,wind,0,True,10,0\ndear,B,oil,100,False,0,50\n',
      })
    expect(capacity(built('nom_max_wind', '30'), 'mill')).toBeCloseTo(30, 6)
    expect(capacity(built('nom_min_wind', '95'), 'mill')).toBeCloseTo(95, 6)
    expect(() => built('nom_max_sun', '30')).toThrow(/nom_max_sun = 30 names no carrier of carriers.csv/u)
  })
})

import { describe, expect, it } from 'vitest'
import { solverForTests } from '../network/solver-fixture.ts'
import type { Solution } from '../solution.ts'
import { pypsaFixture } from './pypsa-fixture.ts'
import { solvePypsa } from './solve-pypsa.ts'

/* One attribute at a time; every answer is worked by hand. The fixture has a 2 h and a 3 h snapshot, 90 MW at B. */

const highs = await solverForTests()
const solve = (files: Readonly<Record<string, string>>): Solution =>
  solvePypsa(highs, pypsaFixture(files), { timeLimitSeconds: 60 })
const output = (solution: Solution, supply: string, at = 0) =>
  solution.supplies.filter((row) => row.supply === supply)[at]?.value
const flow = (solution: Solution, link: string, at = 0) =>
  solution.flows.filter((row) => row.link === link)[at]?.value
const cable = { 'links.csv': 'name,bus0,bus1,p_nom\ncable,A,B,90\n' }
const oneBus = {
  'buses.csv': 'name,carrier\nB,AC\n',
  'generators.csv': 'name,bus,p_nom,marginal_cost,carrier\ncheap,B,60,10,gas\ndear,B,100,50,oil\n',
}
/** 60 MW cheap and 30 dear, for 5 h. */
const plain = (60 * 10 + 30 * 50) * 5

describe('attributes of PyPSA one by one', () => {
  it.each([
    [90, -1, 90],
    [90, -0.5, 45],
    [-60, 2, 120],
  ])('loads count by their sign (%d at %d)', (load, sign, met) => {
    const solution = solve({ ...oneBus, 'loads.csv': `name,bus,p_set,sign\ntown,B,${load},${sign}\n` })
    expect((output(solution, 'cheap') ?? 0) + (output(solution, 'dear') ?? 0)).toBeCloseTo(met, 6)
  })

  it('generators count by their sign: a MW of a tenth', () => {
    const solution = solve({
      ...oneBus,
      'generators.csv': 'name,bus,p_nom,marginal_cost,sign\nkilo,B,inf,0.02,0.001\n',
    })
    expect(output(solution, 'kilo')).toBeCloseTo(90_000, 4)
    expect(solution.objective).toBeCloseTo(90_000 * 0.02 * 5, 4)
  })

  it('a least energy over all snapshots', () => {
    const solution = solve({
      ...oneBus,
      'generators.csv': 'name,bus,p_nom,marginal_cost,e_sum_min\ncheap,B,100,10,-inf\ndear,B,100,50,120\n',
    })
    expect(solution.objective).toBeCloseTo(120 * 50 + 330 * 10, 6)
  })

  it('ramps down', () => {
    // At most 30 MW less than before: from 90 to 60 where 40 are asked, with a buyer of nothing for the rest.
    const solution = solve({
      ...oneBus,
      'generators.csv':
        'name,bus,p_nom,p_min_pu,p_max_pu,marginal_cost,ramp_limit_down\nstiff,B,100,0,1,10,0.3\nspill,B,100,-1,0,0,\n',
      'loads.csv': 'name,bus\ntown,B\n',
      'loads-p_set.csv': 'snapshot,town\n2030-01-01 00:00,90\n2030-01-01 02:00,40\n',
    })
    expect(output(solution, 'stiff', 1)).toBeCloseTo(60, 6)
    expect(output(solution, 'spill', 1)).toBeCloseTo(-20, 6)
  })

  it('margins of lines over snapshots', () => {
    const solution = solve({
      'lines.csv': 'name,bus0,bus1,x,s_nom\nwire,A,B,1,100\n',
      'lines-s_max_pu.csv': 'snapshot,wire\n2030-01-01 00:00,0.5\n2030-01-01 02:00,0.7\n',
    })
    expect([flow(solution, 'wire', 0), flow(solution, 'wire', 1)]).toEqual([
      expect.closeTo(50, 6),
      expect.closeTo(70, 6),
    ])
  })

  it('impedances in per unit of the voltage at the first bus', () => {
    // 100 ohm at 200 kV beside a transformer: 100 / 200² = 0.0025 and 0.25 / 100 = 0.0025: half and half.
    const solution = solve({
      'buses.csv': 'name,carrier,v_nom\nA,AC,200\nB,AC,100\n',
      'lines.csv': 'name,bus0,bus1,x,s_nom\nwire,A,B,100,100\n',
      'transformers.csv': 'name,bus0,bus1,x,s_nom\ntrafo,A,B,0.25,100\n',
    })
    expect(flow(solution, 'wire')).toBeCloseTo(45, 6)
  })

  it('levels of stores that are set, and what storing costs', () => {
    const set = solve({
      ...oneBus,
      'stores.csv': 'name,bus,e_nom,e_initial\ntank,B,40,40\n',
      'stores-e_set.csv': 'snapshot,tank\n2030-01-01 00:00,10\n2030-01-01 02:00,10\n',
    })
    expect(set.objective).toBeCloseTo(plain - 30 * 50, 6)
    // 40 MWh kept over the first 2 h cost 1 a MWh and hour of weight, so that they go at once.
    const stored = solve({
      ...oneBus,
      'stores.csv': 'name,bus,e_nom,e_initial,e_min_pu,marginal_cost_storage\ntank,B,40,40,0.25,1\n',
    })
    expect(stored.objective).toBeCloseTo(plain - 30 * 50 + 10 * 5, 6)
    const unit = solve({
      ...oneBus,
      'storage_units.csv': 'name,bus,p_nom,max_hours,state_of_charge_initial\ndam,B,20,3,60\n',
      'storage_units-state_of_charge_set.csv': 'snapshot,dam\n2030-01-01 00:00,\n2030-01-01 02:00,15\n',
    })
    expect(unit.objective).toBeCloseTo(plain - 45 * 50, 6)
  })

  it('limits of operation count generators and stores of a carrier, not links', () => {
    // 100 MWh of gas: 80 from wells and 20 of the store that need not be full again; the link of gas is free.
    const solution = solve({
      'links.csv': 'name,bus0,bus1,carrier,p_nom\npipe,A,B,gas,90\n',
      'stores.csv': 'name,bus,carrier,e_nom,e_initial\ntank,B,gas,20,20\n',
      'global_constraints.csv':
        'name,type,carrier_attribute,sense,constant\ncap,operational_limit,gas,<=,100\n',
    })
    expect(solution.objective).toBeCloseTo(80 * 10 + 350 * 50, 6)
  })

  it('limits of what may be built at one bus, and of what transmission may cost', () => {
    const built = solve({
      'generators.csv':
        'name,bus,carrier,p_nom_extendable,capital_cost,p_nom,marginal_cost\nmill,B,wind,True,1,0,0\nother,A,wind,True,1,0,0\ndear,B,oil,False,0,100,50\n',
      'global_constraints.csv':
        'name,type,carrier_attribute,bus,sense,constant\ncap,tech_capacity_expansion_limit,wind,B,<=,30\n',
    })
    expect(built.capacities.find((row) => row.asset === 'mill')?.value).toBeCloseTo(30, 6)
    const paid = solve({
      'lines.csv': 'name,bus0,bus1,x,s_nom_extendable,capital_cost\nwire,A,B,1,True,4\n',
      'global_constraints.csv':
        'name,type,carrier_attribute,sense,constant\ncap,transmission_expansion_cost_limit,"AC, DC",<=,200\n',
    })
    expect(flow(paid, 'wire')).toBeCloseTo(50, 6)
    // Five hours are 5 / 8760 of a year; 87600 overnight over ten years without interest cost 8760 a year: 5 a MW.
    // What running it costs does not count.
    const overnight = solve({
      'lines.csv':
        'name,bus0,bus1,x,s_nom_extendable,overnight_cost,discount_rate,lifetime,fom_cost\nwire,A,B,1,True,87600,0,10,3\n',
      'global_constraints.csv':
        'name,type,carrier_attribute,sense,constant\ncap,transmission_expansion_cost_limit,"AC, DC",<=,200\n',
    })
    expect(flow(overnight, 'wire')).toBeCloseTo(40, 6)
  })

  it('set points of what a storage unit gives and takes', () => {
    // Two hours of 10 put in at B, then three hours of 4 given: 90 + 10 and 90 − 4 from the dear source.
    const solution = solve({
      'storage_units.csv': 'name,bus,p_nom,max_hours\ndam,B,20,5\n',
      'storage_units-p_store_set.csv': 'snapshot,dam\n2030-01-01 00:00,10\n2030-01-01 02:00,\n',
      'storage_units-p_dispatch_set.csv': 'snapshot,dam\n2030-01-01 00:00,0\n2030-01-01 02:00,4\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost\ndear,B,200,50\n',
    })
    const given = solution.supplies.filter((row) => row.supply === 'dear').map((row) => row.value)
    expect(given[0]).toBeCloseTo(100, 6)
    expect(given[1]).toBeCloseTo(86, 6)
  })

  it('least shares above the most where nothing stands: it is not built', () => {
    const solution = solve({
      'generators.csv':
        'name,bus,p_nom,p_nom_extendable,capital_cost,marginal_cost,p_min_pu\ndear,B,100,False,0,50,0\nmill,B,0,True,1,0,0.5\nold,B,0,False,0,0,0.5\n',
      'generators-p_max_pu.csv': 'snapshot,mill,old\n2030-01-01 00:00,0.9,0.2\n2030-01-01 02:00,0.1,0.9\n',
    })
    expect(solution.status).toBe('optimal')
    expect(solution.capacities.find((row) => row.asset === 'mill')?.value).toBeCloseTo(0, 6)
  })

  it('spellings of numbers and switches, buses named by numbers, the older weightings, empty files', () => {
    const solution = solve({
      'snapshots.csv': 'name,weightings\n2030-01-01 00:00,2\n2030-01-01 02:00,3\n',
      'buses.csv': 'name,carrier\n1,AC\n2,AC\n',
      'generators.csv':
        'name,bus,p_nom,p_nom_max,marginal_cost,active\ncheap,1,1e2,inf,+10.0,1\ndear,2,.1E3,Infinity,5e1,True\noff,2,100,,0,0\n',
      'loads.csv': 'name,bus,p_set\n7,2,90.\n',
      'links.csv': ',bus0,bus1,p_nom,p_nom_extendable\n0,1,2,40,FALSE\n',
      'stores.csv': '',
      'lines.csv': 'name,bus0,bus1\n',
    })
    expect(solution.objective).toBeCloseTo((40 * 10 + 50 * 50) * 5, 6)
  })

  it('is dispatched for one hour where there are no snapshots', () => {
    const files = pypsaFixture(cable)
    files.delete('snapshots.csv')
    expect(solvePypsa(highs, files, { timeLimitSeconds: 60 }).objective).toBeCloseTo(900, 6)
  })
})

import { describe, expect, it } from 'vitest'
import { solverForTests } from '../network/solver-fixture.ts'
import type { Solution } from '../solution.ts'
import { pypsaFixture } from './pypsa-fixture.ts'
import { solvePypsa } from './solve-pypsa.ts'

/* Attributes of PyPSA in combinations that networks in use have; every answer is worked by hand. */

const highs = await solverForTests()
const solve = (files: Readonly<Record<string, string>>): Solution =>
  solvePypsa(highs, pypsaFixture(files), { timeLimitSeconds: 60 })
/** What is paid in all: the objective, with what the standing capacity of what may be built would cost. */
const cost = (solution: Solution): number => (solution.objective ?? Number.NaN) + solution.objective_constant
const flow = (solution: Solution, link: string, at = 0) =>
  solution.flows.filter((row) => row.link === link)[at]?.value
const capacity = (solution: Solution, asset: string) =>
  solution.capacities.find((row) => row.asset === asset)?.value
/** One hour, one bus, one town. */
const hour = {
  'snapshots.csv': 'snapshot,objective,stores,generators\n2030-01-01,1,1,1\n',
  'buses.csv': 'name,carrier\nB,AC\n',
}

describe('a PyPSA folder with unusual combinations', () => {
  it.each([
    ['', 0.5],
    ['0.30.0', 0.5],
    ['0.26.2', 2],
  ])('counts links in a limit on the capacity of a carrier since version 0.27 (%s)', (version, built) => {
    // A MW of the tie costs 10 and saves 40. The limit allows half a MW: 0.5 · (10 + 10) + 2.5 · 50; without it the two
    // that may be built at most: 2 · (10 + 10) + 50.
    const solution = solve({
      ...hour,
      'buses.csv': 'name,carrier\nA,AC\nB,AC\n',
      'loads.csv': 'name,bus,p_set\ntown,B,3\n',
      'links.csv': 'name,bus0,bus1,carrier,p_nom_extendable,p_nom_max,capital_cost\ntie,A,B,hvdc,True,2,10\n',
      'global_constraints.csv':
        'name,type,carrier_attribute,sense,constant\nlimit,tech_capacity_expansion_limit,hvdc,<=,0.5\n',
      ...(version === '' ? {} : { 'network.csv': `name,pypsa_version\nx,${version}\n` }),
    })
    expect(capacity(solution, 'tie')).toBeCloseTo(built, 6)
    expect(solution.objective).toBeCloseTo(20 * built + 50 * (3 - built), 6)
  })

  it('knows the standard line types, which exports leave out', () => {
    // 0.246 ohm per km over 100 km in two circuits is 12.3 ohm; the other line has 24.6: two thirds and one third.
    const solution = solve({
      'buses.csv': 'name,carrier,v_nom\nA,AC,380\nB,AC,380\n',
      'lines.csv':
        'name,bus0,bus1,type,length,num_parallel,x,s_nom\nnear,A,B,Al/St 240/40 4-bundle 380.0,100,2,,100\nfar,A,B,,100,1,24.6,100\n',
    })
    expect(flow(solution, 'near')).toBeCloseTo(60, 6)
    expect(flow(solution, 'far')).toBeCloseTo(30, 6)
  })

  it('divides flows among buses that are not AC by resistance', () => {
    const solution = solve({
      'buses.csv': 'name,carrier\nA,low voltage DC\nB,low voltage DC\n',
      'lines.csv': 'name,bus0,bus1,x,r,s_nom\nnear,A,B,5,1,100\nfar,A,B,1,2,100\n',
    })
    expect(flow(solution, 'near')).toBeCloseTo(60, 6)
    expect(flow(solution, 'far')).toBeCloseTo(30, 6)
  })

  it('limits no emissions where no carrier has any', () => {
    const solution = solve({
      'carriers.csv': 'name,color\ngas,red\noil,black\n',
      'links.csv': 'name,bus0,bus1,p_nom\ncable,A,B,90\n',
      'global_constraints.csv':
        'name,type,carrier_attribute,sense,constant\ncap,primary_energy,co2_emissions,<=,0\n',
    })
    expect(solution.objective).toBeCloseTo(90 * 10 * 5, 6)
  })

  it('lets what is stored decay over the hours of each snapshot, round a cycle', () => {
    // 2 h, then 3 h with 10 MW asked and nothing made: the store holds 30 / 0.9³ after the first, of which none is left
    // at the end; 30 / 0.729 / 2 MW are stored at 10 for 2 h.
    const solution = solve({
      'buses.csv': 'name,carrier\nB,AC\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost\ncheap,B,100,10\n',
      'generators-p_max_pu.csv': 'snapshot,cheap\n2030-01-01 00:00,1\n2030-01-01 02:00,0\n',
      'loads.csv': 'name,bus\ntown,B\n',
      'loads-p_set.csv': 'snapshot,town\n2030-01-01 00:00,0\n2030-01-01 02:00,10\n',
      'stores.csv': 'name,bus,e_nom,e_cyclic,standing_loss\ncavern,B,100,True,0.1\n',
    })
    expect(solution.objective).toBeCloseTo((30 / 0.729) * 10, 6)
  })

  it('takes a generator below zero as a buyer', () => {
    // The buyer pays 20 for 10 MW that cost 10 to make.
    const solution = solve({
      ...hour,
      'generators.csv':
        'name,bus,p_nom,p_min_pu,p_max_pu,marginal_cost\ncheap,B,200,0,1,10\nbuyer,B,10,-1,0,20\n',
    })
    expect(solution.objective).toBeCloseTo(100 * 10 - 10 * 20, 6)
  })

  it('builds as much as a ramp asks for', () => {
    // From 10 to 30 MW with half of the capacity a snapshot: 40 MW, at 7, beside 10 · 2 + 30 · 3 MWh at 1.
    const solution = solve({
      'buses.csv': 'name,carrier\nB,AC\n',
      'generators.csv':
        'name,bus,p_nom_extendable,p_nom,capital_cost,marginal_cost,ramp_limit_up\nplant,B,True,5,7,1,0.5\n',
      'loads.csv': 'name,bus\ntown,B\n',
      'loads-p_set.csv': 'snapshot,town\n2030-01-01 00:00,10\n2030-01-01 02:00,30\n',
    })
    expect(capacity(solution, 'plant')).toBeCloseTo(40, 6)
    expect(cost(solution)).toBeCloseTo(40 * 7 + 110, 6)
    expect(solution.objective_constant).toBeCloseTo(35, 6)
  })

  it('lets a link take from a third bus, by a share that varies over snapshots', () => {
    // A MW into the link gives 0.5 at B and takes 0.1, then 0.2 at C, where power costs 100: 20 MW in.
    const solution = solve({
      'buses.csv': 'name,carrier\nA,gas\nB,heat\nC,AC\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost\nwell,A,100,10\ngrid,C,100,100\n',
      'loads.csv': 'name,bus,p_set\ntown,B,10\n',
      'links.csv': 'name,bus0,bus1,bus2,p_nom,efficiency\nboiler,A,B,C,100,0.5\n',
      'links-efficiency2.csv': 'snapshot,boiler\n2030-01-01 00:00,-0.1\n2030-01-01 02:00,-0.2\n',
    })
    expect(solution.objective).toBeCloseTo(20 * 10 * 5 + 2 * 100 * 2 + 4 * 100 * 3, 6)
  })

  it('asks for a least amount by a global constraint', () => {
    // At least 100 MWh of oil over the 5 h: 100 · 50 beside 350 · 10.
    const solution = solve({
      'links.csv': 'name,bus0,bus1,p_nom\ncable,A,B,90\n',
      'global_constraints.csv':
        'name,type,carrier_attribute,sense,constant\nleast,operational_limit,oil,>=,100\n',
    })
    expect(solution.objective).toBeCloseTo(100 * 50 + 350 * 10, 6)
  })

  it('shares a volume of transmission between lines and links by their lengths', () => {
    // The line is 10 km, the link 20. A MW of either saves 40 · 5 = 200 and costs 1, so 90 MW are wanted: over the line
    // 900 MWkm suffice for them; 600 for 60 MW.
    const of = (constant: number) =>
      solve({
        'lines.csv': 'name,bus0,bus1,x,s_nom_extendable,capital_cost,length\nwire,A,B,1,True,1,10\n',
        'links.csv': 'name,bus0,bus1,carrier,p_nom_extendable,capital_cost,length\ntie,A,B,DC,True,1,20\n',
        'global_constraints.csv': `name,type,carrier_attribute,sense,constant\nvolume,transmission_volume_expansion_limit,"AC, DC",<=,${constant}\n`,
      })
    expect(cost(of(900))).toBeCloseTo(90 * 10 * 5 + 90, 6)
    expect(cost(of(600))).toBeCloseTo((60 * 10 + 30 * 50) * 5 + 60, 6)
  })

  it('keeps a margin on lines that may be built', () => {
    // 90 MW at 60 percent of the capacity: 150 MW at 2.
    const solution = solve({
      'lines.csv':
        'name,bus0,bus1,x,s_nom_extendable,s_nom,s_max_pu,capital_cost\nwire,A,B,1,True,50,0.6,2\n',
    })
    expect(capacity(solution, 'wire')).toBeCloseTo(150, 6)
    expect(cost(solution)).toBeCloseTo(300 + 90 * 10 * 5, 6)
    expect(solution.objective_constant).toBeCloseTo(100, 6)
  })

  it('spills water at its price where a reservoir that may be built is too small', () => {
    // 20 MW flow in for 2 h, 60 MWh are asked in the last 3 h at 50 a MWh: the reservoir holds 4 h of the 5 MW that it may
    // have, 20 MWh, takes 20 and spills 10 MW at 1 for 2 h, so that 15 MWh (5 MW for 3 h) of the 20 can come.
    const solution = solve({
      'buses.csv': 'name,carrier\nB,AC\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost\ndear,B,100,50\n',
      'loads.csv': 'name,bus\ntown,B\n',
      'loads-p_set.csv': 'snapshot,town\n2030-01-01 00:00,0\n2030-01-01 02:00,20\n',
      'storage_units.csv':
        'name,bus,p_nom_extendable,p_nom_max,capital_cost,max_hours,spill_cost\nlake,B,True,5,1,4,1\n',
      'storage_units-inflow.csv': 'snapshot,lake\n2030-01-01 00:00,20\n2030-01-01 02:00,0\n',
    })
    expect(solution.objective).toBeCloseTo(5 + 10 * 2 + 45 * 50, 6)
  })

  it('takes energy out of a store that need not be full again as emissions of its carrier', () => {
    // 45 t are allowed, half a t a MWh of gas from store or source: 90 of the 450 MWh, 40 of them from the store for nothing.
    const solution = solve({
      'carriers.csv': 'name,co2_emissions\ngas,0.5\noil,0\n',
      'generators.csv':
        'name,bus,p_nom,marginal_cost,carrier,efficiency\ncheap,B,100,10,gas,1\ndear,B,100,50,oil,1\n',
      'stores.csv': 'name,bus,carrier,e_nom,e_initial\ntank,B,gas,40,40\n',
      'global_constraints.csv':
        'name,type,carrier_attribute,sense,constant\ncap,primary_energy,co2_emissions,<=,45\n',
    })
    expect(solution.objective).toBeCloseTo(50 * 10 + 360 * 50, 6)
  })
})

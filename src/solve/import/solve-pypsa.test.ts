import { describe, expect, it } from 'vitest'
import { solverForTests } from '../network/solver-fixture.ts'
import { type Solution, solutionSchema } from '../solution.ts'
import { pypsaFixture } from './pypsa-fixture.ts'
import { readPypsaFolder } from './pypsa-folder.ts'
import { buildPypsaProgramme } from './pypsa-programme.ts'
import { pypsaSolution } from './pypsa-solution.ts'
import { solveLinear } from './solve-linear.ts'
import { solvePypsa } from './solve-pypsa.ts'

const highs = await solverForTests()
const solve = (files: Readonly<Record<string, string>>): Solution =>
  solvePypsa(highs, pypsaFixture(files), { timeLimitSeconds: 60 })
const flow = (solution: Solution, link: string, at = 0) =>
  solution.flows.filter((row) => row.link === link)[at]?.value
const output = (solution: Solution, supply: string, at = 0) =>
  solution.supplies.filter((row) => row.supply === supply)[at]?.value
const price = (solution: Solution, zone: string, at = 0) =>
  solution.prices.filter((row) => row.zone === zone)[at]?.value
const level = (solution: Solution, store: string, at: number) =>
  solution.stores.filter((row) => row.store === store)[at]?.level
const capacity = (solution: Solution, asset: string) =>
  solution.capacities.find((row) => row.asset === asset)?.value

describe('a PyPSA folder', () => {
  it('is dispatched in merit order over a link with losses, money weighted by hours', () => {
    // 40 MW leave A and 36 reach B; B makes the other 54 itself: (40 · 10 + 54 · 50) · 5 h.
    const solution = solve({ 'links.csv': 'name,bus0,bus1,p_nom,efficiency\ncable,A,B,40,0.9\n' })
    expect(solution.status).toBe('optimal')
    expect(solutionSchema.safeParse(solution).success).toBe(true)
    expect(solution.objective).toBeCloseTo(15_500, 6)
    expect(solution.objective_constant).toBe(0)
    expect(flow(solution, 'cable')).toBeCloseTo(40, 9)
    expect(output(solution, 'dear')).toBeCloseTo(54, 9)
    expect(price(solution, 'A')).toBeCloseTo(10, 9)
    expect(price(solution, 'B', 1)).toBeCloseTo(50, 9)
    expect(solution.periods).toEqual([
      { id: '2030-01-01 00:00', start: '2030-01-01T00:00:00Z', days: 2 / 24 },
      { id: '2030-01-01 02:00', start: '2030-01-01T02:00:00Z', days: 3 / 24 },
    ])
    // One more MW of cable saves (0.9 · 50 − 10) · 5 h.
    const [dearest] = solution.binding
    expect(dearest).toMatchObject({ constraint: 'limit:links/cable' })
    expect(dearest?.dual).toBeCloseTo(175, 6)
  })

  it('says where time runs out, without numbers but for a bound below the cost', () => {
    const files = { 'links.csv': 'name,bus0,bus1,p_nom,efficiency\ncable,A,B,40,0.9\n' }
    const network = readPypsaFolder(pypsaFixture(files))
    const built = buildPypsaProgramme(network)
    const programme = built.written.finish()
    const { optimum } = solveLinear(highs, built.written, programme, { timeLimitSeconds: 60 })
    const stoppedWith = (rowDual: Float64Array) =>
      pypsaSolution(network, built, programme, {
        optimum: { ...optimum, status: 'time_limit', rowDual },
        conflict: [],
        relaxation: [],
        cost: null,
      })
    // With the multipliers of the optimum the bound is its cost; with none it is that of making nothing.
    const stopped = stoppedWith(optimum.rowDual)
    expect(stopped).toMatchObject({ status: 'time_limit', objective: null, flows: [], prices: [] })
    expect(stopped.bound).toBeCloseTo(15_500, 6)
    expect(stoppedWith(new Float64Array(0)).bound).toBeCloseTo(0, 9)
  })

  it('splits flow between parallel AC lines by reactance', () => {
    // Reactances 1 and 2: two thirds over the first, which holds at 40, so 60 MW in all.
    const solution = solve({
      'lines.csv': 'name,bus0,bus1,x,s_nom\nnear,A,B,1,40\nfar,B,A,2,100\n',
    })
    expect(flow(solution, 'near')).toBeCloseTo(40, 9)
    expect(flow(solution, 'far')).toBeCloseTo(-20, 9)
    expect(output(solution, 'dear')).toBeCloseTo(30, 9)
  })

  it('splits flow between DC lines by resistance, and between transformers by x · tap / s_nom', () => {
    const direct = solve({
      'buses.csv': 'name,carrier\nA,DC\nB,DC\n',
      'lines.csv': 'name,bus0,bus1,x,r,s_nom\nnear,A,B,9,1,40\nfar,A,B,1,3,100\n',
    })
    expect(flow(direct, 'far')).toBeCloseTo(40 / 3, 9)
    const transformers = solve({
      'transformers.csv': 'name,bus0,bus1,x,s_nom,tap_ratio\none,A,B,0.1,40,1\ntwo,A,B,0.1,80,2\n',
    })
    expect(flow(transformers, 'one')).toBeCloseTo(40, 9)
    expect(flow(transformers, 'two')).toBeCloseTo(40, 9)
  })

  it('takes impedances of a line type by length and parallel circuits', () => {
    const solution = solve({
      'line_types.csv': 'name,r_per_length,x_per_length\nthick,0.1,0.5\n',
      'lines.csv':
        'name,bus0,bus1,type,length,num_parallel,x,s_nom\nnear,A,B,thick,8,4,7,40\nfar,A,B,,0,1,2,100\n',
    })
    expect(flow(solution, 'far')).toBeCloseTo(20, 9)
  })

  it('builds capacity where it pays and keeps the cost of what stands apart', () => {
    // A MW of line costs 100 and saves 40 · 5 h = 200: 90 MW are built, 10 stood already.
    const solution = solve({
      'lines.csv':
        'name,bus0,bus1,x,s_nom,s_nom_extendable,s_nom_max,capital_cost\nline,A,B,1,10,True,inf,100\n',
    })
    expect(capacity(solution, 'line')).toBeCloseTo(90, 6)
    expect(solution.objective_constant).toBeCloseTo(1_000, 9)
    expect(solution.objective).toBeCloseTo(90 * 100 + 90 * 10 * 5 - 1_000, 6)
  })

  it('keeps greatest, least and set capacities', () => {
    const line = (columns: string, values: string) =>
      solve({
        'lines.csv': `name,bus0,bus1,x,s_nom_extendable,capital_cost,${columns}\nline,A,B,1,True,100,${values}\n`,
      })
    expect(capacity(line('s_nom_max', '70'), 'line')).toBeCloseTo(70, 6)
    expect(capacity(line('s_nom_min', '95'), 'line')).toBeCloseTo(95, 6)
    expect(capacity(line('s_nom_set', '33'), 'line')).toBeCloseTo(33, 6)
  })

  it('moves energy with a store: initial level, hours, standing loss', () => {
    // 60 MWh give 30 MW for the first two hours or, less a tenth an hour for three hours, less later.
    const solution = solve({ 'stores.csv': 'name,bus,e_nom,e_initial,standing_loss\ntank,B,60,60,0.1\n' })
    expect(output(solution, 'tank') ?? 0).toBeCloseTo(30, 6)
    expect(level(solution, 'tank', 0)).toBeCloseTo(0, 6)
  })

  it('cycles a store, so that it gives nothing in the end', () => {
    const solution = solve({ 'stores.csv': 'name,bus,e_nom,e_initial,e_cyclic\ntank,B,60,60,True\n' })
    expect(solution.objective).toBeCloseTo(90 * 50 * 5, 6)
  })

  it('runs a storage unit with efficiencies, inflow and spill', () => {
    // Inflow 20 MW for 2 h and 0 after; max 1 h of 10 MW in store. Dispatch at 0.5: what cannot be used is spilt.
    const solution = solve({
      'storage_units.csv':
        'name,bus,p_nom,max_hours,efficiency_dispatch,efficiency_store\ndam,B,10,1,0.5,1\n',
      'storage_units-inflow.csv': ',dam\n0,20\n1,0\n',
    })
    // All 40 MWh could give 20; ten MWh may be kept: 10 MW · 2 h now from 40 MWh leaves nothing, and keeping pays the same.
    const energy = (output(solution, 'dam', 0) ?? 0) * 2 + (output(solution, 'dam', 1) ?? 0) * 3
    expect(energy).toBeCloseTo(20, 6)
    expect(solution.objective).toBeCloseTo((90 * 5 - 20) * 50, 6)
  })

  it('charges a storage unit when power is cheap', () => {
    const solution = solve({
      'loads.csv': 'name,bus\ntown,A\n',
      'loads-p_set.csv': 'snapshot,town\n2030-01-01 00:00,50\n2030-01-01 02:00,110\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost\nbase,A,100,10\npeak,A,100,90\n',
      'storage_units.csv': 'name,bus,p_nom,max_hours,efficiency_store\nbattery,A,20,10,0.8\n',
    })
    // Ten MW for three hours need 30 MWh, that is 37.5 MWh put in over two hours: 18.75 MW.
    expect(output(solution, 'battery', 0)).toBeCloseTo(-18.75, 6)
    expect(output(solution, 'battery', 1)).toBeCloseTo(10, 6)
    expect(level(solution, 'battery', 0)).toBeCloseTo(30, 6)
  })

  it('limits emissions by efficiency and prices the limit', () => {
    // Gas at 0.2 t/MWh primary and 0.5: 0.4 t a MWh. 72 t allow 180 MWh of 450; oil counts nothing.
    const solution = solve({
      'carriers.csv': 'name,co2_emissions\ngas,0.2\noil,0\n',
      'generators.csv':
        'name,bus,p_nom,marginal_cost,carrier,efficiency\ncheap,B,100,10,gas,0.5\ndear,B,100,50,oil,1\n',
      'global_constraints.csv':
        'name,type,carrier_attribute,sense,constant\ncap,primary_energy,co2_emissions,<=,72\n',
    })
    expect(solution.objective).toBeCloseTo(180 * 10 + 270 * 50, 6)
    const cap = solution.binding.find((row) => row.constraint === 'global-constraint:cap')
    expect(cap?.dual).toBeCloseTo(100, 6)
  })

  it('sends a link to several buses', () => {
    const solution = solve({
      'buses.csv': 'name,carrier\nA,AC\nB,AC\nheat,heat\n',
      'links.csv': 'name,bus0,bus1,bus2,bus3,efficiency,efficiency3,p_nom\nplant,A,B,,heat,0.5,0.4,100\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost\ncheap,A,100,10\ndear,B,100,50\nboiler,heat,50,30\n',
      'loads.csv': 'name,bus,p_set\ntown,B,90\nhomes,heat,20\n',
    })
    // Each MW of fuel costs 10 and gives half a MW of power worth 25; heat has no other way out: 0.4 · 50 = 20.
    expect(flow(solution, 'plant')).toBeCloseTo(50, 6)
    expect(output(solution, 'dear')).toBeCloseTo(65, 6)
    // One more MW of heat lets 2.5 MW more of fuel run: it costs 25 and saves 62.5.
    expect(price(solution, 'heat')).toBeCloseTo(-37.5, 6)
  })

  it('keeps ramps, energy sums and set points', () => {
    const ramped = solve({
      'loads.csv': 'name,bus\ntown,A\n',
      'loads-p_set.csv': ',town\n0,20\n1,90\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost,ramp_limit_up\ncheap,A,100,10,0.3\ndear,A,100,50,\n',
    })
    expect(output(ramped, 'cheap', 1)).toBeCloseTo(50, 6)
    const limited = solve({
      'generators.csv': 'name,bus,p_nom,marginal_cost,e_sum_max\ncheap,B,100,10,100\ndear,B,100,50,inf\n',
    })
    expect(limited.objective).toBeCloseTo(100 * 10 + 350 * 50, 6)
    const fixed = solve({
      'generators-p_set.csv': ',dear\n0,60\n1,\n',
      'links.csv': 'name,bus0,bus1,p_nom,p_min_pu\ncable,A,B,90,-1\n',
    })
    expect(output(fixed, 'dear', 0)).toBeCloseTo(60, 6)
    expect(output(fixed, 'dear', 1)).toBeCloseTo(0, 6)
  })

  it('leaves out what is not active', () => {
    const solution = solve({
      'links.csv': 'name,bus0,bus1,p_nom,active\ncable,A,B,40,False\nother,A,B,10,True\n',
    })
    expect(output(solution, 'dear')).toBeCloseTo(80, 6)
    expect(flow(solution, 'cable')).toBeUndefined()
  })

  it('puts the table before names that stand in two tables', () => {
    const solution = solve({
      'links.csv': 'name,bus0,bus1,p_nom\n0,A,B,10\n',
      'lines.csv': 'name,bus0,bus1,x,s_nom\n0,A,B,1,20\n',
    })
    expect(flow(solution, 'links/0')).toBeCloseTo(10, 6)
    expect(flow(solution, 'lines/0')).toBeCloseTo(20, 6)
  })

  it('says which limits conflict when demand cannot be met', () => {
    const solution = solve({ 'loads.csv': 'name,bus,p_set\ntown,B,190\n' })
    expect(solution.status).toBe('infeasible')
    expect(solution.objective).toBeNull()
    expect(solution.flows).toEqual([])
    expect(solution.conflict.map((row) => row.constraint)).toEqual(['bus-balance:B', 'limit:generators/dear'])
    expect(solution.conflict[0]?.sentence).toBe('What enters Bus B equals what leaves it.')
  })

  it('tells unbounded from infeasible', () => {
    const solution = solve({
      'stores.csv': 'name,bus,e_nom_extendable,capital_cost,e_nom_max\ntank,B,True,-5,inf\n',
    })
    expect(solution.status).toBe('unbounded')
  })

  it('gives the same answer whatever the order of rows', () => {
    const lines = ['near,A,B,1,40', 'far,B,A,2,100', 'third,A,B,4,5']
    const head = 'name,bus0,bus1,x,s_nom\n'
    const there = solve({ 'lines.csv': `${head}${lines.join('\n')}\n` })
    const back = solve({ 'lines.csv': `${head}${[...lines].reverse().join('\n')}\n` })
    expect(back.objective).toBeCloseTo(there.objective ?? Number.NaN, 6)
    expect(flow(back, 'far')).toBeCloseTo(flow(there, 'far') ?? Number.NaN, 6)
  })
})

describe('what a user may get wrong', () => {
  it('finds rows of a series by their snapshot, in whatever order they stand', () => {
    // A gives 30 MW in the first snapshot and 90 in the second: 60 and 0 are left to B.
    const solution = solve({
      'links.csv': 'name,bus0,bus1,p_nom\ncable,A,B,100\n',
      'generators-p_max_pu.csv': 'snapshot,cheap\n2030-01-01 02:00:00,0.9\n2030-01-01 00:00:00,0.3\n',
    })
    expect(output(solution, 'cheap')).toBeCloseTo(30, 9)
    expect(output(solution, 'cheap', 1)).toBeCloseTo(90, 9)
  })

  it('names what earns money without a limit', () => {
    const solution = solve({
      'generators.csv':
        'name,bus,p_nom,marginal_cost,sign\nwell,B,inf,10,1\nsink,B,inf,-20,-1\ndear,B,100,50,1\n',
    })
    expect(solution.status).toBe('unbounded')
    expect(solution.conflict.map((one) => one.constraint).sort()).toEqual([
      'limit:generators/sink',
      'limit:generators/well',
    ])
  })

  it('says for an infeasible network the smallest conflicting set and the smallest relaxation', () => {
    // 90 MW at B: 40 over the cable and 30 of its own; 20 are missing in both snapshots.
    const solution = solve({
      'links.csv': 'name,bus0,bus1,p_nom\ncable,A,B,40\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost\ncheap,A,40,10\ndear,B,30,50\n',
    })
    expect(solution.status).toBe('infeasible')
    expect(solution.conflict.map((one) => one.constraint)).toContain('bus-balance:B')
    expect(solution.relaxation).toEqual([
      {
        constraint: 'limit:generators/dear',
        sentence: 'Loosened by up to 20 MW, in 2 snapshots: Generator dear stays within its capacity.',
        amount: expect.closeTo(20, 6),
        unit: 'MW',
      },
    ])
    const alone = solve({
      'buses.csv': 'name\nA\nB\nC\n',
      'loads.csv': 'name,bus,p_set\ntown,B,90\nfar,C,5\n',
      'links.csv': 'name,bus0,bus1,p_nom\ncable,A,B,40\n',
    })
    expect(alone.relaxation?.map((one) => one.sentence)).toEqual([
      'Bus C goes short of up to 5 MW, in 2 snapshots.',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { solverForTests } from '../network/solver-fixture.ts'
import type { Solution } from '../solution.ts'
import { pypsaFixture } from './pypsa-fixture.ts'
import { solvePypsa } from './solve-pypsa.ts'

/* What versions of PyPSA read differently, and what came with the newer ones; every answer is worked by hand. */

const highs = await solverForTests()
const solve = (files: Readonly<Record<string, string>>, version = ''): Solution =>
  solvePypsa(
    highs,
    pypsaFixture({
      ...files,
      ...(version === '' ? {} : { 'network.csv': `name,pypsa_version\nx,${version}\n` }),
    }),
    { timeLimitSeconds: 60 },
  )
const flow = (solution: Solution, link: string, at = 0) =>
  solution.flows.filter((row) => row.link === link)[at]?.value
const oneBus = { 'buses.csv': 'name,carrier\nB,AC\n' }

describe('versions of PyPSA', () => {
  it('counts a version part by part, so that 0.9 comes before 0.27', () => {
    const limited = (version: string) =>
      solve(
        {
          'links.csv': 'name,bus0,bus1,carrier,p_nom_extendable,p_nom_max\ntie,A,B,hvdc,True,20\n',
          'global_constraints.csv':
            'name,type,carrier_attribute,sense,constant\nlimit,tech_capacity_expansion_limit,hvdc,<=,5\n',
        },
        version,
      ).capacities[0]?.value
    expect(limited('0.9.1')).toBeCloseTo(20, 6)
    expect(limited('0.30.0')).toBeCloseTo(5, 6)
    expect(limited('1.0.0')).toBeCloseTo(5, 6)
  })

  it('fixes what runs by set points outside a series since version 1', () => {
    const files = {
      ...oneBus,
      'generators.csv': 'name,bus,p_nom,marginal_cost,p_set\ncheap,B,100,10,\ndear,B,100,50,30\n',
    }
    expect(solve(files, '1.0.2').objective).toBeCloseTo((60 * 10 + 30 * 50) * 5, 6)
    expect(solve(files, '0.30.1').objective).toBeCloseTo(90 * 10 * 5, 6)
    expect(() => solve(files)).toThrow(/state pypsa_version in network.csv/u)
  })

  it('fixes storage units by set points since version 1.1', () => {
    const files = {
      ...oneBus,
      'generators.csv': 'name,bus,p_nom,marginal_cost\ncheap,B,200,10\n',
      'storage_units.csv': 'name,bus,p_nom,max_hours,efficiency_store\nbattery,B,20,10,0.5\n',
      'storage_units-p_set.csv': 'snapshot,battery\n2030-01-01 00:00,-10\n2030-01-01 02:00,\n',
    }
    // 20 MWh go in and 10 come out, at 3 h.
    expect(solve(files, '1.1.0').objective).toBeCloseTo((450 + 20 - 10) * 10, 6)
    expect(solve(files, '1.0.7').objective).toBeCloseTo(4_500, 6)
  })

  it('gives lines, links and stores without a carrier that of their bus', () => {
    // 20 km at 600 MWkm allow 30 MW over a link that names no carrier between AC buses.
    const solution = solve({
      'links.csv': 'name,bus0,bus1,p_nom_extendable,length\ntie,A,B,True,20\n',
      'global_constraints.csv':
        'name,type,carrier_attribute,sense,constant\nvolume,transmission_volume_expansion_limit,AC,<=,600\n',
    })
    expect(flow(solution, 'tie')).toBeCloseTo(30, 6)
    // A store at a gas bus holds gas: 5 t allow 10 of its 40 MWh.
    const stored = solve({
      'carriers.csv': 'name,co2_emissions\ngas,0.5\noil,0\n',
      'buses.csv': 'name,carrier\nB,gas\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost,carrier\ndear,B,100,50,oil\n',
      'stores.csv': 'name,bus,e_nom,e_initial\ntank,B,40,40\n',
      'global_constraints.csv':
        'name,type,carrier_attribute,sense,constant\ncap,primary_energy,co2_emissions,<=,5\n',
    })
    expect(stored.objective).toBeCloseTo((450 - 10) * 50, 6)
  })

  it('ramps from what ran before the first snapshot', () => {
    // 50 MW, then 80 of 90: the rest is dear.
    const solution = solve({
      ...oneBus,
      'generators.csv':
        'name,bus,p_nom,marginal_cost,ramp_limit_up,p_init\ncheap,B,100,10,0.3,20\ndear,B,100,50,,\n',
    })
    expect(solution.objective).toBeCloseTo((500 + 2_000) * 2 + (800 + 500) * 3, 6)
  })

  it('delivers over a link after its delay', () => {
    const late = (cyclic: string) =>
      solve({ 'links.csv': `name,bus0,bus1,p_nom,delay,cyclic_delay\npipe,A,B,100,2,${cyclic}\n` })
    // What goes in at first comes 2 h later; what comes at first went in at last, if the horizon is a cycle.
    expect(late('True').objective).toBeCloseTo(90 * 10 * 5, 6)
    expect(late('False').objective).toBeCloseTo(90 * 50 * 2 + 90 * 10 * 2, 6)
    expect(flow(late('False'), 'pipe')).toBeCloseTo(90, 6)
    // The second port alone.
    const second = solve({
      'buses.csv': 'name,carrier\nA,AC\nB,AC\nC,AC\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost\ncheap,A,100,10\nother,C,100,5\n',
      'loads.csv': 'name,bus\nfar,C\n',
      'loads-p_set.csv': 'snapshot,far\n2030-01-01 00:00,0\n2030-01-01 02:00,90\n',
      'links.csv':
        'name,bus0,bus1,bus2,p_nom,efficiency,efficiency2,delay2,cyclic_delay2\npipe,A,B,C,100,0,0.5,2,False\n',
    })
    expect(second.objective).toBeCloseTo(90 * 5 * 3, 6)
  })
})

describe('processes', () => {
  it('take and give at rates of their own, over snapshots and after delays', () => {
    // A unit takes 2 at A and gives 0.5 at B and, in the second snapshot, 1 at C: 180 units, 360 MW at A.
    const solution = solve({
      'buses.csv': 'name,carrier\nA,AC\nB,AC\nC,AC\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost\ncheap,A,1000,1\ndear,B,100,50\nheat,C,1000,2\n',
      'loads.csv': 'name,bus,p_set\ntown,B,90\nhomes,C,200\n',
      'processes.csv': 'name,bus0,bus1,bus2,rate0,rate1,p_nom,marginal_cost\nplant,A,B,C,-2,0.5,500,1\n',
      'processes-rate2.csv': 'snapshot,plant\n2030-01-01 00:00,0\n2030-01-01 02:00,1\n',
    })
    expect(flow(solution, 'plant')).toBeCloseTo(180, 6)
    expect(solution.objective).toBeCloseTo((360 + 180) * 5 + 200 * 2 * 2 + 20 * 2 * 3, 6)
  })

  it('delay what they give at a port', () => {
    // As a link: what comes at first is lost, so that the first snapshot is dear.
    const solution = solve({
      'processes.csv': 'name,bus0,bus1,p_nom,delay1,cyclic_delay1\nplant,A,B,100,2,False\n',
    })
    expect(solution.objective).toBeCloseTo(90 * 50 * 2 + 90 * 10 * 2, 6)
  })
})

describe('transformers', () => {
  const two = (columns: string, one: string, other: string, version = '1.3.0') =>
    solve({ 'transformers.csv': `name,bus0,bus1,${columns}\none,A,B,${one}\ntwo,A,B,${other}\n` }, version)

  it('take impedance and taps of a standard type, or of one in the folder', () => {
    // The same reactance written out; two steps of 1.5 per cent make 1.03 of it.
    const x = Math.sqrt(0.12 ** 2 - 0.0026 ** 2)
    const columns = 'type,x,s_nom,tap_position,num_parallel'
    const typed = two(columns, '100 MVA 220/110 kV,,100,2,1', `,${x},100,,1`)
    expect(flow(typed, 'one')).toBeCloseTo(90 / 2.03, 6)
    const parallel = two(columns, '100 MVA 220/110 kV,,100,0,2', `,${x},100,,1`)
    expect(flow(parallel, 'one')).toBeCloseTo(60, 6)
    const own = solve({
      'transformer_types.csv': 'name,s_nom,vsc,vscr\nmine,50,10,0\n',
      'transformers.csv': 'name,bus0,bus1,type,x,s_nom\none,A,B,mine,,100\ntwo,A,B,,0.1,100\n',
    })
    // 0.1 / 50 beside 0.1 / 100.
    expect(flow(own, 'one')).toBeCloseTo(30, 6)
    // The rating is that of the type: 20 MVA, whatever the row says.
    const rated = solve({
      'transformer_types.csv': 'name,s_nom,vsc,vscr\nmine,20,10,0\n',
      'transformers.csv': 'name,bus0,bus1,type,s_nom\none,A,B,mine,100\n',
    })
    expect(flow(rated, 'one')).toBeCloseTo(20, 6)
    expect(() => two('type,s_nom', 'odd,9', 'odd,9')).toThrow(
      /type "odd" is neither in transformer_types.csv/u,
    )
  })

  it('turn flows by a phase shift since version 1.3', () => {
    // x = 0.001 per unit each, and 1° = 0.0174533: 17.4533 MW more over the second.
    const at = (version: string) => two('x,s_nom,phase_shift', '0.1,100,1', '0.1,100,0', version)
    expect(flow(at('1.3.0'), 'one')).toBeCloseTo(45 - 17.453293 / 2, 6)
    expect(flow(at('0.31.0'), 'one')).toBeCloseTo(45, 6)
    expect(() => at('1.2.0')).toThrow(/phase_shift = 1 counts in a loop differs/u)
  })

  it('choose a phase shift between its limits', () => {
    // Unturned, 40 MW over the first hold the second at 40; turned by up to a degree, 17.4533 more pass there.
    const of = (most: number) =>
      two('x,s_nom,phase_shift_min,phase_shift_max', `0.04,40,0,${most}`, '0.1,100,0,0')
    expect(flow(of(0), 'two')).toBeCloseTo(40, 6)
    expect(flow(of(0.5), 'two')).toBeCloseTo(40 + 8.726646, 6)
    expect(of(1).objective).toBeCloseTo(90 * 10 * 5, 6)
  })
})

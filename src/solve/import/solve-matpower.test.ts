import { describe, expect, it } from 'vitest'
import { CorridorError } from '../../core/errors.ts'
import { calendarDate } from '../../core/time.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { type Solution, solutionSchema } from '../solution.ts'
import { solveMatpower } from './solve-matpower.ts'

const highs = await solverForTests()

interface Parts {
  readonly name?: string
  readonly gen?: string
  readonly gencost?: string
  readonly branch?: string
  readonly bus?: string
  readonly more?: string
}

/** Two buses, 100 MW of demand at the second, a source at each. */
function caseText(parts: Parts = {}): string {
  return `function mpc = ${parts.name ?? 'paper'}
% a case for tests
mpc.version = '2';
mpc.baseMVA = 100;
mpc.bus = [
  ${parts.bus ?? '1 3 0 0 0 0 1 1 0 230 1 1.1 0.9;\n  2 1 90 0 10 0 1 1 0 230 1 1.1 0.9; % ten of shunt'}
];
mpc.gen = [
  ${parts.gen ?? '1 0 0 9 -9 1 100 1 200 0;\n  2 0 0 9 -9 1 100 1 200 0;'}
];
mpc.gencost = [
  ${parts.gencost ?? '2 0 0 2 10 5 ;\n  2 0 0 2 50 0 ;'}
];
mpc.branch = [
  ${parts.branch ?? '1 2 0 0.1 0 60 0 0 0 0 1 -360 360;'}
];
${parts.more ?? ''}`
}

const solve = (parts: Parts): Solution =>
  solveMatpower(
    highs,
    { file: 'paper.m', text: caseText(parts), day: calendarDate('2026-01-01') },
    { timeLimitSeconds: 60 },
  )
const output = (solution: Solution, supply: string) =>
  solution.supplies.find((row) => row.supply === supply)?.value ?? Number.NaN
const flow = (solution: Solution, link: string) =>
  solution.flows.find((row) => row.link === link)?.value ?? Number.NaN
const price = (solution: Solution, zone: string) =>
  solution.prices.find((row) => row.zone === zone)?.value ?? Number.NaN

describe('a MATPOWER case', () => {
  it('sends cheap power up to the limit of the branch, serves shunts, and counts constant costs', () => {
    const solution = solve({})
    expect(solution.status).toBe('optimal')
    expect(solutionSchema.safeParse(solution).success).toBe(true)
    expect(solution.objective).toBeCloseTo(60 * 10 + 5 + 40 * 50, 6)
    expect(flow(solution, '1-2')).toBeCloseTo(60, 9)
    expect(solution.flows[0]?.headroom).toBeCloseTo(0, 9)
    expect([price(solution, '1'), price(solution, '2')]).toEqual([10, 50])
    expect(solution.binding.map((row) => row.constraint)).toEqual(['branch-limit:1-2'])
    expect(solution.binding[0]?.dual).toBeCloseTo(40, 9)
  })

  it('meets quadratic costs at equal marginal cost', () => {
    // 0.1 p² + 10 p and 0.2 p² + 5 p with p + q = 100: 0.2 p + 10 = 0.4 q + 5, so p = 175/3.
    const solution = solve({
      gencost: '2 0 0 3 0.1 10 0 ;\n 2 0 0 3 0.2 5 0 ;',
      branch: '1 2 0 0.1 0 0 0 0 0 0 1 0 0;',
    })
    const [p, q] = [175 / 3, 125 / 3]
    expect(solution.objective).toBeCloseTo(0.1 * p * p + 10 * p + 0.2 * q * q + 5 * q, 5)
    expect(output(solution, '1')).toBeCloseTo(p, 2)
    expect(price(solution, '2')).toBeCloseTo(0.2 * p + 10, 2)
    expect(solution.flows[0]?.headroom).toBeNull()
  })

  it('meets piecewise and cubic costs', () => {
    const piecewise = solve({ gencost: '1 0 0 3 0 0 30 300 200 10500 ;\n 2 0 0 2 50 0 0 0 0 0;' })
    // 10 up to 30 MW, then 60: the second source at 50 gives the rest.
    expect(piecewise.objective).toBeCloseTo(30 * 10 + 70 * 50, 6)
    const cubic = solve({
      gencost: '2 0 0 4 0.001 0 0 0 ;\n 2 0 0 2 4.8 0 0 0;',
      branch: '1 2 0 0.1 0 0 0 0 0 0 1 0 0;',
    })
    // 0.003 p² = 4.8 at p = 40.
    expect(output(cubic, '1')).toBeCloseTo(40, 1)
    expect(cubic.objective).toBeCloseTo(64 + 60 * 4.8, 5)
  })

  it('splits flow by reactance times tap, turned by phase shifts', () => {
    const both = (second: string) => solve({ branch: `1 2 0 0.1 0 0 0 0 0 0 1 0 0;\n ${second}` })
    const tapped = both('1 2 0 0.1 0 0 0 0 3 0 1 0 0;')
    expect(
      [flow(tapped, '1-2'), flow(tapped, '1-2#2')].map((value) => Math.round(value * 1e6) / 1e6),
    ).toEqual([75, 25])
    // A shift of 0.01 rad takes 0.01 / 0.2 per unit, 5 MW, around the loop against the second branch.
    const shifted = both(`1 2 0 0.1 0 0 0 0 0 ${0.01 * (180 / Math.PI)} 1 0 0;`)
    expect(flow(shifted, '1-2')).toBeCloseTo(55, 6)
    expect(flow(shifted, '1-2#2')).toBeCloseTo(45, 6)
  })

  it('reads a case of the power grid library in the form its figures are published for', () => {
    const branch = '1 2 0 0.1 0 0 0 0 0 0 1 0 0;\n 1 2 0.1 0.1 0 0 0 0 3 30 1 0 0;'
    // b = 10 and 0.1 / 0.02 = 5, taps and shifts left out.
    const solution = solve({ name: 'pglib_opf_paper', branch })
    expect(flow(solution, '1-2')).toBeCloseTo(200 / 3, 6)
  })

  it('holds angles within their limits', () => {
    // 0.02 rad over x = 0.1 per unit is 20 MW.
    const degrees = 0.02 * (180 / Math.PI)
    const solution = solve({ branch: `1 2 0 0.1 0 0 0 0 0 0 1 ${-degrees} ${degrees};` })
    expect(flow(solution, '1-2')).toBeCloseTo(20, 6)
    expect(solution.binding[0]?.constraint).toBe('angle-limit:1-2')
  })

  it('takes an angle limit of zero as none beside one that is given, and the narrower of angle and rate', () => {
    const degrees = 0.02 * (180 / Math.PI)
    const upper = solve({ branch: `1 2 0 0.1 0 60 0 0 0 0 1 0 ${degrees};` })
    expect(flow(upper, '1-2')).toBeCloseTo(20, 6)
    // The other way round nothing holds but the rate.
    const lower = solve({ branch: `2 1 0 0.1 0 60 0 0 0 0 1 0 ${degrees};` })
    expect(flow(lower, '2-1')).toBeCloseTo(-60, 6)
    // A shift of 0.01 rad leaves 0.01 rad to the flow: 10 MW.
    const shifted = solve({ branch: `1 2 0 0.1 0 60 0 0 0 ${degrees / 2} 1 ${-degrees} ${degrees};` })
    expect(flow(shifted, '1-2')).toBeCloseTo(10, 6)
    // A negative reactance turns the limits round.
    const turned = solve({ branch: `1 2 0 -0.1 0 60 0 0 0 0 1 ${-degrees} 0;` })
    expect(flow(turned, '1-2')).toBeCloseTo(20, 6)
  })

  it('holds angles of the power grid library within 60 degrees where the file leaves them open', () => {
    const branch = '1 2 0 2 0 0 0 0 0 0 1 0 0;'
    expect(flow(solve({ name: 'pglib_opf_paper', branch }), '1-2')).toBeCloseTo((100 * Math.PI) / 6, 6)
    expect(flow(solve({ branch }), '1-2')).toBeCloseTo(100, 6)
  })

  it('says which angle limits and rates exclude each other', () => {
    // At least 0.08 rad are 80 MW over a branch of 60.
    const degrees = 0.08 * (180 / Math.PI)
    const solution = solve({ branch: `1 2 0 0.1 0 60 0 0 0 0 1 ${degrees} ${2 * degrees};` })
    expect(solution.status).toBe('infeasible')
    expect(solution.conflict.map((one) => one.constraint)).toContain('angle-limit:1-2')
  })

  it('sends power over lines of direct current, less what they lose, at their cost', () => {
    // dcline: from to status Pf Pt Qf Qt Vf Vt Pmin Pmax QminF QmaxF QminT QmaxT loss0 loss1
    const line = (limits: string, more = '') =>
      solve({
        branch: '',
        more: `mpc.dcline = [1 2 1 0 0 0 0 1 1 ${limits} 0 0 0 0 2 0.1;];\n${more}`,
        gencost: '2 0 0 2 10 0 ;\n  2 0 0 2 50 0 ;',
      })
    // 80 MW give 0.9 · 80 − 2 = 70.
    const free = line('0 80')
    expect(free.objective).toBeCloseTo(80 * 10 + 30 * 50, 6)
    expect(free.flows).toEqual([
      {
        link: 'dc-1',
        carrier: 'power',
        period: '1',
        value: expect.closeTo(80, 6),
        unit: 'MW',
        headroom: expect.closeTo(0, 6),
      },
    ])
    // Losses stand where nothing flows.
    expect(line('0 0').objective).toBeCloseTo(102 * 50, 6)
    // At 40 a MW beside 10 it does not pay; what must come at the second bus does: −(−9 + 2) / 0.9 back.
    expect(line('0 80', 'mpc.dclinecost = [2 0 0 2 40 0];').objective).toBeCloseTo(102 * 50, 6)
    expect(line('0 80', 'mpc.dclinecost = [2 0 0 3 0.125 0 0];').objective).toBeCloseTo(
      // 10 + 0.25 f = 0.9 · 50 at 140 MW, beyond the limit.
      800 + 800 + 30 * 50,
      4,
    )
    // A least flow below zero holds what comes at the second bus: 0.9 f − 2 ≥ −11 is f ≥ −10.
    const back = solve({
      branch: '',
      more: 'mpc.dcline = [1 2 1 0 0 0 0 1 1 -11 80 0 0 0 0 2 0.1;];',
      bus: '1 3 50 0 0 0 1 1 0 230 1 1.1 0.9;\n  2 1 0 0 0 0 1 1 0 230 1 1.1 0.9;',
      gencost: '2 0 0 2 50 0 ;\n  2 0 0 2 1 0 ;',
    })
    expect(flow(back, 'dc-1')).toBeCloseTo(-10, 6)
  })

  it('fixes the angles between several reference buses', () => {
    // 1 and 2 are references at 0 and −2 degrees: 0.0349 rad over 0.1 per unit.
    const solution = solve({
      bus: '1 3 0 0 0 0 1 1 0 230 1 1.1 0.9;\n  2 3 90 0 10 0 1 1 -2 230 1 1.1 0.9;',
    })
    expect(flow(solution, '1-2')).toBeCloseTo(((2 * Math.PI) / 180 / 0.1) * 100, 6)
  })

  it('serves loads that can do without, as generators below zero', () => {
    // Worth 30 a MW: served up to the limit of the branch at 10, not at 50.
    const solution = solve({
      gen: '1 0 0 9 -9 1 100 1 200 0;\n  2 0 0 9 -9 1 100 1 200 0;\n 2 0 0 9 -9 1 100 1 0 -50;\n 1 0 0 9 -9 1 100 1 0 -50;',
      gencost: '2 0 0 2 10 0 ;\n  2 0 0 2 50 0 ;\n 2 0 0 2 30 0;\n 2 0 0 2 30 0;',
    })
    expect(solution.objective).toBeCloseTo(110 * 10 + 40 * 50 - 50 * 30, 6)
  })

  it('takes another base, costs of no terms, and costs of reactive power behind', () => {
    // 0.02 rad at a base of 10 are 2 MW.
    const degrees = 0.02 * (180 / Math.PI)
    const solution = solve({
      branch: `1 2 0 0.1 0 60 0 0 0 0 1 ${-degrees} ${degrees};`,
      gencost: '2 0 0 0 0 0 ;\n  2 0 0 2 50 0 ;\n 2 0 0 2 7 0;\n 2 0 0 2 7 0;',
      more: 'mpc.baseMVA = 10;',
    })
    expect(solution.objective).toBeCloseTo(98 * 50, 6)
  })

  it('meets a quadratic cost of a generator without a limit', () => {
    const solution = solve({
      gen: '1 0 0 9 -9 1 100 1 Inf 0;\n  2 0 0 9 -9 1 100 1 200 0;',
      gencost: '2 0 0 3 0.5 0 0 ;\n 2 0 0 2 40 0 0;',
      branch: '1 2 0 0.1 0 0 0 0 0 0 1 0 0;',
    })
    expect(solution.objective).toBeCloseTo(0.5 * 1600 + 60 * 40, 5)
  })

  it('leaves out what is out of service and isolated', () => {
    const solution = solve({
      bus: '1 3 0 0 0 0 1 1 0 230 1 1.1 0.9; 2 1 100 0 0 0 1 1 0 230 1 1.1 0.9; 3 4 7 0 0 0 1 1 0 230 1 1.1 0.9',
      gen: '1 0 0 9 -9 1 100 0 200 0;\n 2 0 0 9 -9 1 100 1 200 0;',
      branch: '1 2 0 0.1 0 60 0 0 0 0 1 0 0;\n 2 3 0 0.1 0 60 0 0 0 0 1 0 0;\n 1 2 0 0.1 0 60 0 0 0 0 0 0 0;',
    })
    expect(solution.objective).toBeCloseTo(5_000, 6)
    expect(solution.flows.map((row) => row.link)).toEqual(['1-2'])
    expect(solution.prices.map((row) => row.zone)).toEqual(['1', '2'])
  })

  it('names the conflict when demand cannot be met', () => {
    const solution = solve({ gen: '1 0 0 9 -9 1 100 1 200 0;\n 2 0 0 9 -9 1 100 1 30 0;' })
    expect(solution.status).toBe('infeasible')
    expect(solution.flows).toEqual([])
    expect(solution.conflict.map((row) => row.constraint).sort()).toEqual([
      'branch-limit:1-2',
      'bus-balance:2',
      'generator-limit:2',
    ])
  })
})

describe('what a case may not hold', () => {
  const refusal = (text: string) => {
    try {
      solveMatpower(
        highs,
        { file: 'paper.m', text, day: calendarDate('2026-01-01') },
        { timeLimitSeconds: 60 },
      )
    } catch (error) {
      if (error instanceof CorridorError) return `${error.code}: ${error.message}`
      throw error
    }
    return 'solved'
  }

  it.each([
    [
      { more: 'mpc.branch(:, 4) = mpc.branch(:, 4) * 2;' },
      'paper.m, line 20: "mpc.branch(:, 4) = mpc.branch(:, 4) * 2" computes',
    ],
    [{ more: "mpc.bus = mpc.bus';" }, 'computes something'],
    [{ more: 'mpc.bus = [1 2; 3 4](:, 1);' }, 'computes something'],
    [{ more: 'system("ls");' }, 'computes something'],
    [{ more: 'mpc.reserves = [1 2 1];' }, 'mpc.reserves changes the answer'],
    [{ more: "mpc.version = '1';" }, 'only version 2 is read'],
    [{ more: 'baseMVA = 100;' }, 'line 20: a case of version 1'],
    [{ more: 'bus = [1 2];' }, 'only version 2 is read'],
    [
      { gencost: '2 0 0 3 -0.1 10 0 ;\n 2 0 0 2 5 0 0 ;' },
      'line 14 (mpc.gencost row 1): a polynomial cost that bends down',
    ],
    [{ gencost: '1 0 0 3 0 0 10 100 20 150 ;\n 2 0 0 2 5 0 0 0 0 0;' }, 'a piecewise cost whose slope falls'],
  ])('%o is refused', (parts, message) => {
    const found = refusal(caseText(parts))
    expect(found).toContain('network_unsupported')
    expect(found).toContain(message)
  })

  it.each([
    [
      { gen: '7 0 0 9 -9 1 100 1 200 0;\n 2 0 0 9 -9 1 100 1 200 0;' },
      'line 10 (mpc.gen row 1): bus 7 is not in mpc.bus',
    ],
    [{ gen: '1 0 0 9 -9 1 100 1 2 30;\n 2 0 0 9 -9 1 100 1 200 0;' }, 'Pmin 30 is above Pmax 2'],
    [{ branch: '1 2 0 0 0 60 0 0 0 0 1 0 0;' }, 'x is zero'],
    [{ branch: '1 2 0 a 0 60 0 0 0 0 1 0 0;' }, 'line 18: "a" in mpc.branch is no number'],
    [{ branch: '1 2 0 0.1 0 -6 0 0 0 0 1 0 0;' }, 'rateA is -6'],
    [{ gencost: '2 0 0 2 10 5 ;' }, '1 rows of mpc.gencost for 2 of mpc.gen'],
    [{ bus: '1 3 0;' }, 'fewer than 13 columns'],
    [{ more: 'mpc.areas = [1 2' }, 'a bracket is not closed'],
  ])('%o is one message with the line', (parts, message) => {
    const found = refusal(caseText(parts))
    expect(found).toContain('network_invalid')
    expect(found).toContain(message)
  })

  it('reads comments, continued lines, names of columns and texts without minding them', () => {
    const more = `%% names
define_constants;
%{
mpc.baseMVA = 7 + 3;
%}
mpc.bus_name = { 'one % not a comment'; 'two' };
mpc.areas = [ ...
  1 2; % area
];
return;`
    expect(refusal(caseText({ more }))).toBe('solved')
  })
})
